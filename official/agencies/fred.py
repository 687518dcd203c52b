"""Federal Reserve Bank of St. Louis: monthly trade series with every vintage they were published in (ALFRED).

https://fred.stlouisfed.org/docs/api/fred/. Values are million dollars as text, `.` where there is none. Asked over a stretch of real time,
the bank gives each value with the days from and to which it stood; from these the table of each vintage is put together again.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from official.answer import Answer, expect, read_json
from official.connector import Ask, Connector, Fetched, Job
from official.gathering import decimal_of, gathered
from official.http import Limits
from tradeclaims.errors import SourceChanged, Unreadable
from tradeclaims.records import Observation

HOST = "api.stlouisfed.org"
ADDRESS = f"https://{HOST}/fred/series"
PUBLIC = "https://fred.stlouisfed.org/series/"
PAGE = 100_000
"""Observations an answer holds at most."""
DATES = 10_000
"""Vintage dates an answer holds at most."""
FIRST_REACH = timedelta(days=366)
"""How far back vintages are fetched for a series that was never fetched."""


class Table(NamedTuple):
    """What a series of the bank measures."""

    partner: str
    flow: str
    product: str
    basis: str
    adjustment: str


SERIES = {
    "BOPGSTB": Table("WLD", "balance", "goods_services", "bop", "sa"),
    "BOPGTB": Table("WLD", "balance", "all_goods", "bop", "sa"),
    "BOPSTB": Table("WLD", "balance", "services", "bop", "sa"),
    "BOPTEXP": Table("WLD", "exports", "goods_services", "bop", "sa"),
    "BOPTIMP": Table("WLD", "imports", "goods_services", "bop", "sa"),
    "BOPGEXP": Table("WLD", "exports", "all_goods", "bop", "sa"),
    "BOPGIMP": Table("WLD", "imports", "all_goods", "bop", "sa"),
} | {
    f"{prefix}{code}": Table(partner, flow, "all_goods", "census", "nsa")
    for code, partner in {"KR": "KOR", "CH": "CHN", "MX": "MEX", "CA": "CAN", "JP": "JPN", "GE": "DEU"}.items()
    for prefix, flow in (("EXP", "exports"), ("IMP", "imports"))
}
"""Series of the bank, all monthly, million dollars."""


def jobs(ask: Ask) -> Iterator[Job]:
    """One job for each series."""
    for name in SERIES:
        yield Job(name, lambda name=name: _fetch(ask, name))  # type: ignore[misc]


def _fetch(ask: Ask, name: str) -> Fetched:
    """The vintages that came out since the newest stored one (or since the day asked for)."""
    stored = ask.stored.get(name)
    since = ask.since or (date.fromisoformat(stored.vintage) + timedelta(days=1) if stored else ask.today - FIRST_REACH)
    address = f"{PUBLIC}{name}"
    provenance = {
        address: {
            "publisher": f"{CONNECTOR.publisher} (ALFRED)",
            "url": address,
            "public_copy": f"https://alfred.stlouisfed.org/series?seid={name}",
            "note": "the vintage is the day the value became public",
        }
    }
    vintages = _vintages(ask, name, since) if since <= ask.today else []
    if vintages is None:
        rows = _observations(ask, name, [])
        figures = [_observation(row, name, row["realtime_start"]) for row in rows if row["value"] != "."]
    elif vintages:
        rows = _observations(ask, name, [("realtime_start", vintages[0]), ("realtime_end", vintages[-1])])
        figures = [
            _observation(row, name, vintage)
            for vintage in vintages
            for row in rows
            if row["realtime_start"] <= vintage <= row["realtime_end"] and row["value"] != "."
        ]
    else:
        figures = []
    return gathered(figures, provenance)


def _vintages(ask: Ask, name: str, since: date) -> list[str] | None:
    """Days from `since` on at which the series was published anew, oldest first; None for a series whose vintages the bank does not keep."""
    params = [("realtime_start", since.isoformat()), ("realtime_end", ask.today.isoformat())]
    try:
        days = _paged(ask, f"{ADDRESS}/vintagedates", name, params, "vintage_dates", DATES)
    except _NotInAlfred:
        return None
    if bad := [day for day in days if not (isinstance(day, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", day))]:
        raise SourceChanged(f"{name}: a vintage date is {bad[0]!r}; expected a day like 2016-07-06")
    # A real-time stretch reaches back to the vintage that stood at its beginning; only those that came out in it are new.
    return sorted({day for day in days if since.isoformat() <= day <= ask.today.isoformat()})


def _observations(ask: Ask, name: str, params: list[tuple[str, str]]) -> list[dict[str, Any]]:
    rows = _paged(ask, f"{ADDRESS}/observations", name, [*params, ("units", "lin"), ("output_type", "1")], "observations", PAGE)
    for row in rows:
        if not isinstance(row, dict) or not {"realtime_start", "realtime_end", "date", "value"} <= set(row):
            raise SourceChanged(f"{name}: an observation is {str(row)[:100]}; expected realtime_start, realtime_end, date and value")
        if not re.fullmatch(r"\d{4}-\d\d-01", str(row["date"])):
            raise SourceChanged(f"{name}: an observation is dated {row['date']!r}; expected the first day of a month")
    return rows


def _paged(ask: Ask, url: str, name: str, params: list[tuple[str, str]], list_name: str, page: int) -> list[Any]:
    """All items of a list that comes in pages. Raises Unreadable where the pages do not add up to the count the bank states."""
    found: list[Any] = []
    while True:
        query = [
            ("series_id", name),
            ("api_key", ask.key),
            ("file_type", "json"),
            *params,
            ("limit", str(page)),
            ("offset", str(len(found))),
        ]
        answer = ask.client.get(url, _reader(list_name), params=query)
        items = answer[list_name]
        found += items
        count = int(answer.get("count", len(found)))
        if len(found) >= count:
            return found
        if not items:
            raise Unreadable(f"{name}: {len(found):,} of {count:,} {list_name} came; nothing of it is kept")


def _reader(list_name: str) -> Callable[[Answer], dict[str, Any]]:
    def read(answer: Answer) -> dict[str, Any]:
        if answer.status in (400, 404) and not answer.is_html:
            said = read_json(answer)
            message = " ".join(str(said.get("error_message", answer.gist) if isinstance(said, dict) else answer.gist).split())
            if "api_key" in message:
                raise SourceChanged(f"the key in {CONNECTOR.key} is refused: {message[:140]}")
            if "ALFRED" in message:
                raise _NotInAlfred(message[:140])
            raise Unreadable(f"the bank answers {answer.status}: {message[:140]}")
        expect(answer, 200)
        body = read_json(answer)
        if not isinstance(body, dict) or not isinstance(body.get(list_name), list):
            raise SourceChanged(f"{answer.url} sends JSON of another shape; expected a list {list_name}")
        return body

    return read


class _NotInAlfred(Unreadable):
    """The series exists, but the bank keeps no vintages of it."""


def _observation(row: dict[str, Any], name: str, vintage: str) -> Observation:
    table = SERIES[name]
    return Observation(
        series=name, source="fred", reporter="USA", partner=table.partner, flow=table.flow, product=table.product, basis=table.basis,
        adjustment=table.adjustment, freq="M", period=row["date"][:7], value=decimal_of(str(row["value"]), f"{name} {row['date']}"),
        unit="USD_million", vintage=vintage, provenance=f"{PUBLIC}{name}",
    )  # fmt: skip


CONNECTOR = Connector(
    name="fred",
    publisher="Federal Reserve Bank of St. Louis",
    hosts=(HOST,),
    key="FRED_API_KEY",
    key_from="https://fredaccount.stlouisfed.org/apikeys",
    address=PUBLIC,
    limits=Limits(per_minute=100, pause=lambda tried: 5.0 * tried),
    jobs=jobs,
)
