"""US Census Bureau, International Trade API: goods by partner and month, Census basis, not seasonally adjusted, since 2010.

https://www.census.gov/data/developers/data-sets/international-trade.html. Values are whole dollars as text. Without a commodity the answer
has one row for each partner and month, the world (code `-`) and groupings; groupings other than the European Union are left out, since
their codes mean other things here than in the bureau's spreadsheets.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from official.answer import Answer, expect, read_json
from official.connector import Ask, Connector, Fetched, Job
from official.gathering import decimal_of, gathered, in_millions
from official.http import Limits
from official.partners import partner_of_code
from tradeclaims.errors import SourceChanged
from tradeclaims.records import Observation

HOST = "api.census.gov"
ADDRESS = f"https://{HOST}/data/timeseries/intltrade"
SERIES = "us_trade_in_goods_by_country"
FIRST_YEAR = 2010
"""The API has nothing older; earlier years come from the bureau's country.xlsx."""

VALUES = {"imports": ("GEN_VAL_MO", "GEN_VAL_YR"), "exports": ("ALL_VAL_MO", "ALL_VAL_YR")}
"""Flow → variables of the month and of January to that month: general imports, total exports."""


def jobs(ask: Ask) -> Iterator[Job]:
    """Older years one by one, then last year and this year together: figures of both are needed for the twelve months to a month."""
    this_year = ask.today.year
    years = range(min(max(_first_year(ask), FIRST_YEAR), this_year), this_year + 1)
    for year in years[:-2]:
        yield Job(str(year), lambda year=year: _fetch(ask, (year,)))  # type: ignore[misc]
    latest = tuple(years[-2:])
    yield Job("-".join(str(year) for year in dict.fromkeys((latest[0], latest[-1]))), lambda: _fetch(ask, latest))


def _first_year(ask: Ask) -> int:
    """From the year before the newest month stored on: that far back the monthly releases revise."""
    if ask.since:
        return ask.since.year
    stored = ask.stored.get(SERIES)
    return int(stored.period[:4]) - 1 if stored else ask.today.year - 2


def _fetch(ask: Ask, years: Sequence[int]) -> Fetched:
    figures = [one for flow in VALUES for year in years for one in _year(ask, flow, year)]
    provenance = {
        _address(flow): {
            "publisher": f"{CONNECTOR.publisher}, International Trade API",
            "url": _address(flow),
            "public_copy": "",
            "note": f"variables {', '.join(VALUES[flow])} by CTY_CODE and time; the vintage is the day of the request",
        }
        for flow in VALUES
    }
    return gathered(figures, provenance)


def _address(flow: str) -> str:
    return f"{ADDRESS}/{flow}/hs"


def _year(ask: Ask, flow: str, year: int) -> list[Observation]:
    params = [
        ("get", ",".join(("CTY_CODE", "CTY_NAME", *VALUES[flow]))),
        ("time", f"from {year}-01 to {year}-12"),
        ("key", ask.key),
    ]
    return ask.client.get(_address(flow), lambda answer: _read(answer, flow, ask.today.isoformat()), params=params)


def _read(answer: Answer, flow: str, vintage: str) -> list[Observation]:
    if answer.status == 204:  # nothing published for these months
        return []
    if answer.is_html and "key" in answer.gist.lower():
        # The bureau redirects to its page "Missing Key" or "Invalid Key", with status 200.
        raise SourceChanged(f"the key in {CONNECTOR.key} is refused: the answer is the page {answer.gist!r}")
    expect(answer, 200)
    rows = _rows(read_json(answer), flow)
    newest = max((month for _, month, _, _ in rows), default="")
    return [one for row in rows for one in _figures(row, flow, vintage, newest)]


Row = tuple[str, str, Decimal | None, Decimal | None]
"""Partner, month `2016-05`, dollars in the month, dollars from January to it."""


def _rows(table: Any, flow: str) -> list[Row]:
    """Rows of single partners and the world. The first row of the array names the columns; a predicate may come as a second column of its name."""
    if not (isinstance(table, list) and table and all(isinstance(row, list) and len(row) == len(table[0]) for row in table)):
        raise SourceChanged(f"{_address(flow)} sends JSON of another shape; expected an array of rows of equal length, names first")
    names = [str(name) for name in table[0]]
    wanted = ("CTY_CODE", "CTY_NAME", *VALUES[flow], "time")
    if missing := [name for name in wanted if name not in names]:
        raise SourceChanged(f"{_address(flow)} has no column {missing[0]}; its columns are {', '.join(names)}")
    code, name, month, total, time = (names.index(each) for each in wanted)
    rows: list[Row] = []
    for row in table[1:]:
        partner = partner_of_code(str(row[code]), str(row[name]))
        if partner is not None:
            cells = (_dollars(row[place], names[place], partner) for place in (month, total))
            rows.append((partner, _month(row[time]), *cells))  # type: ignore[arg-type]
    return rows


def _month(text: Any) -> str:
    if not (isinstance(text, str) and len(text) == 7 and text[4] == "-" and text[:4].isdigit() and text[5:] in _MONTHS):
        raise SourceChanged(f"column time holds {text!r}; expected a month like 2016-05")
    return text


_MONTHS = {f"{month:02}" for month in range(1, 13)}


def _dollars(cell: Any, column: str, partner: str) -> Decimal | None:
    return None if cell is None or cell == "" else decimal_of(str(cell), f"{column} of {partner}")


def _figures(row: Row, flow: str, vintage: str, newest: str) -> Iterator[Observation]:
    """The month; the year, once December is there; and January to the newest month, as the bureau itself adds it up."""
    partner, period, month, total = row
    if month is not None:
        yield _observation(partner, flow, "M", period, month, vintage)
    if total is None:
        return
    if period.endswith("-12"):
        yield _observation(partner, flow, "A", period[:4], total, vintage)
    elif period == newest and not period.endswith("-01"):
        yield _observation(partner, flow, "YTD", period, total, vintage)


def _observation(partner: str, flow: str, freq: str, period: str, dollars: Decimal, vintage: str) -> Observation:
    return Observation(
        series=SERIES, source="census", reporter="USA", partner=partner, flow=flow, product="all_goods", basis="census", adjustment="nsa",
        freq=freq, period=period, value=in_millions(dollars), unit="USD_million", vintage=vintage, provenance=_address(flow),
    )  # fmt: skip


CONNECTOR = Connector(
    name="census",
    publisher="US Census Bureau",
    hosts=(HOST,),
    key="CENSUS_API_KEY",
    key_from="https://api.census.gov/data/key_signup.html",
    address=ADDRESS,
    # A year of all partners takes the bureau up to 40 seconds.
    limits=Limits(per_minute=30, tries=4, pause=lambda tried: 1.5 * tried, max_seconds=180),
    jobs=jobs,
)
