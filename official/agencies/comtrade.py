"""UN Comtrade: what partners themselves report of their goods trade with the United States and with the world.

https://comtradedeveloper.un.org. The other side of the US figures: imports include freight and insurance (CIF), exports do not (FOB), so a gap
of some percent to the US count is usual. The United States as a reporter is left to the Census Bureau, whose figures these are.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from official.answer import Answer, expect, read_json
from official.connector import Ask, Connector, Fetched, Job
from official.gathering import decimal_of, gathered, in_millions
from official.http import Limits
from tradeclaims.errors import SourceChanged, Unreadable
from tradeclaims.records import Observation

HOST = "comtradeapi.un.org"
ADDRESS = f"https://{HOST}/data/v1/get/C"
SERIES = {"A": "comtrade_goods_annual", "M": "comtrade_goods_monthly"}
MOST = 250_000
"""Records an answer may hold for a key of the free tier."""
FIRST_YEAR = {"A": 1962, "M": 2010}
"""The oldest reports are of these years."""
PERIODS = 12
"""Periods a question may name."""

REPORTERS = {
    36: "AUS", 50: "BGD", 76: "BRA", 116: "KHM", 124: "CAN", 152: "CHL", 156: "CHN", 170: "COL", 188: "CRI", 214: "DOM", 222: "SLV",
    251: "FRA", 276: "DEU", 320: "GTM", 340: "HND", 344: "HKG", 360: "IDN", 372: "IRL", 376: "ISR", 381: "ITA", 392: "JPN", 400: "JOR",
    410: "KOR", 458: "MYS", 484: "MEX", 490: "TWN", 504: "MAR", 528: "NLD", 554: "NZL", 579: "NOR", 586: "PAK", 591: "PAN", 604: "PER",
    608: "PHL", 699: "IND", 702: "SGP", 704: "VNM", 710: "ZAF", 724: "ESP", 752: "SWE", 757: "CHE", 764: "THA", 792: "TUR", 826: "GBR",
}  # fmt: skip
"""Reporter code → ISO3. Comtrade's own codes where they differ from M49 of today: France 251, Norway 579, India 699, Switzerland 757; 490 stands for Taiwan."""

PARTNERS = {0: "WLD", 842: "USA"}
FLOWS = {"X": "exports", "M": "imports"}


def jobs(ask: Ask) -> Iterator[Job]:
    """One job for years, one for months, from some time before the newest stored period on: reports come late and are revised."""
    for freq, series in SERIES.items():
        stored = ask.stored.get(series)
        back = 3 if freq == "A" else 1
        first = ask.since.year if ask.since else int(stored.period[:4]) - back if stored else ask.today.year - back - 1
        years = range(min(max(first, FIRST_YEAR[freq]), ask.today.year), ask.today.year + 1)
        periods = [f"{year}" for year in years] if freq == "A" else [f"{year}{month:02}" for year in years for month in range(1, 13)]
        wanted = [period for period in periods if period <= f"{ask.today:%Y%m}"[: len(period)]]
        yield Job(series, lambda freq=freq, wanted=wanted: _fetch(ask, freq, wanted))  # type: ignore[misc]


def _fetch(ask: Ask, freq: str, periods: Sequence[str]) -> Fetched:
    address = f"{ADDRESS}/{freq}/HS"
    rows = [row for start in range(0, len(periods), PERIODS) for row in _rows(ask, address, periods[start : start + PERIODS])]
    provenance = {
        address: {
            "publisher": CONNECTOR.publisher,
            "url": address,
            "public_copy": "https://comtradeplus.un.org/",
            "note": "cmdCode TOTAL, all customs procedures and modes of transport; imports CIF, exports FOB; the vintage is the day of the request",
        }
    }
    return gathered((_observation(row, freq, address, ask.today.isoformat()) for row in rows), provenance)


def _rows(ask: Ask, address: str, periods: Sequence[str]) -> list[Mapping[str, Any]]:
    """The records of some periods; halves are asked for where an answer is as large as it may be."""
    params = [
        ("reportercode", ",".join(map(str, REPORTERS))), ("partnerCode", ",".join(map(str, PARTNERS))), ("partner2Code", "0"),
        ("period", ",".join(periods)), ("cmdCode", "TOTAL"), ("flowCode", ",".join(FLOWS)), ("customsCode", "C00"), ("motCode", "0"),
        ("maxRecords", str(MOST)), ("format", "JSON"), ("includeDesc", "true"),
    ]  # fmt: skip
    rows = ask.client.get(address, _read, params=params, headers={"Ocp-Apim-Subscription-Key": ask.key})
    if len(rows) < MOST:
        return rows
    if len(periods) == 1:
        raise Unreadable(
            f"{periods[0]} has {len(rows):,} records, as many as an answer may hold: some may be missing; nothing of it is kept"
        )
    middle = len(periods) // 2
    return _rows(ask, address, periods[:middle]) + _rows(ask, address, periods[middle:])


def _read(answer: Answer) -> list[Mapping[str, Any]]:
    if answer.status in (401, 403):
        said = read_json(answer)
        words = said.get("message", answer.gist) if isinstance(said, dict) else answer.gist
        raise SourceChanged(f"the key in {CONNECTOR.key} is refused: {str(words)[:140]}")
    expect(answer, 200)
    body = read_json(answer)
    if not isinstance(body, dict):
        raise SourceChanged(f"{answer.url} sends JSON of another shape; expected an object with data")
    if body.get("error"):
        raise Unreadable(f"the answer says: {str(body['error'])[:140]}")
    rows = body.get("data")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SourceChanged(f"{answer.url} sends JSON of another shape; expected a list data")
    if (count := body.get("count")) is not None and count != len(rows):
        raise Unreadable(f"{len(rows):,} of {count} records came; nothing of them is kept")
    return rows


_NEEDED = ("period", "reporterCode", "partnerCode", "flowCode", "cmdCode", "primaryValue")
_TOTALS = {"partner2Code": 0, "customsCode": "C00", "motCode": 0}


def _observation(row: Mapping[str, Any], freq: str, address: str, vintage: str) -> Observation:
    if missing := [name for name in _NEEDED if row.get(name) is None]:
        raise SourceChanged(f"a record has no {missing[0]}; it has {', '.join(row)[:140]}")
    # What is not the total of a dimension would be counted twice.
    if row["cmdCode"] != "TOTAL" or any(row.get(name, total) != total for name, total in _TOTALS.items()):
        raise SourceChanged(
            f"a record is not the total that was asked for: {', '.join(f'{name} {row.get(name)}' for name in ('cmdCode', *_TOTALS))}"
        )
    period = str(row["period"])
    try:
        reporter, partner, flow = REPORTERS[int(row["reporterCode"])], PARTNERS[int(row["partnerCode"])], FLOWS[row["flowCode"]]
    except (KeyError, ValueError):
        raise SourceChanged(f"a record of {row['reporterCode']}, {row['partnerCode']}, {row['flowCode']} was not asked for") from None
    if not period.isdigit() or len(period) != (4 if freq == "A" else 6):
        raise SourceChanged(f"a record is of {period!r}; expected a {'year' if freq == 'A' else 'month like 201605'}")
    return Observation(
        series=SERIES[freq], source="comtrade", reporter=reporter, partner=partner, flow=flow, product="all_goods",
        basis="korea_customs" if reporter == "KOR" else "customs", adjustment="nsa", freq=freq,
        period=period if freq == "A" else f"{period[:4]}-{period[4:]}",
        value=in_millions(decimal_of(str(row["primaryValue"]), f"primaryValue of {reporter} {period}")), unit="USD_million",
        vintage=vintage, provenance=address,
    )  # fmt: skip


CONNECTOR = Connector(
    name="comtrade",
    publisher="UN Comtrade",
    hosts=(HOST,),
    key="COMTRADE_API_KEY",
    key_from="https://comtradedeveloper.un.org",
    address=ADDRESS,
    limits=Limits(per_minute=40, pause=lambda tried: 25.0 * tried),
    jobs=jobs,
)
