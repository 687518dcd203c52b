"""US Bureau of Economic Analysis, data set ITA: goods and services by area and year, balance-of-payments basis.

https://apps.bea.gov/API/docs/index.htm. Every failure comes with status 200 and an `Error` node. `Data` is an object instead of a list where
it is one observation, `Results` may be a list, values carry commas and a power of ten (`UNIT_MULT`), and are letters where they are withheld.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from official.answer import Answer, expect, read_json
from official.connector import Ask, Connector, Fetched, Job
from official.gathering import decimal_of, gathered, in_millions
from official.http import Limits
from official.partners import partner_of_name
from tradeclaims.errors import SourceChanged
from tradeclaims.records import Observation

HOST = "apps.bea.gov"
ADDRESS = f"https://{HOST}/api/data"
SERIES = "international_transactions"
REVISED = 3
"""Years before the newest stored one that are asked for again: as far back as the annual update usually reaches."""

INDICATORS = {
    "ExpGds": ("exports", "all_goods"),
    "ImpGds": ("imports", "all_goods"),
    "BalGds": ("balance", "all_goods"),
    "ExpServ": ("exports", "services"),
    "ImpServ": ("imports", "services"),
    "BalServ": ("balance", "services"),
    "ExpGdsServ": ("exports", "goods_services"),
    "ImpGdsServ": ("imports", "goods_services"),
    "BalGdsServ": ("balance", "goods_services"),
}
"""Indicator → flow, product."""

_WITHHELD = re.compile(r"\((D|NA|NM|\*|L|S)\)|n\.?a\.?|n\.?s\.?|\(?\*\)?|\.{3}|-{2,}|", re.I)
_NEGATIVE = re.compile(r"\(([\d.,]+)\)")
_REFUSED = re.compile(r"\bUserId\b", re.I)


def jobs(ask: Ask) -> Iterator[Job]:
    """One job: the nine tables of one vintage belong together. The last two years are always asked for: an empty answer is an error here."""
    stored = ask.stored.get(SERIES)
    first = ask.since.year if ask.since else int(stored.period) - REVISED if stored else None
    years = "ALL" if first is None else ",".join(str(year) for year in range(min(first, ask.today.year - 2), ask.today.year + 1))
    yield Job("ITA annual", lambda: _fetch(ask, years))


def _fetch(ask: Ask, years: str) -> Fetched:
    offered = _call(ask, [("method", "GetParameterValues"), ("DatasetName", "ITA"), ("ParameterName", "Indicator")])
    known = {str(row.get("Key")) for row in _rows(offered, "ParamValue")}
    wanted = [name for name in INDICATORS if name in known]
    if not {"ExpGds", "ImpGds", "BalGds"} <= set(wanted):
        raise SourceChanged(f"the data set ITA offers no indicator ExpGds, ImpGds and BalGds; it offers {', '.join(sorted(known))[:120]}")
    figures: list[Observation] = []
    for indicator in wanted:
        params = [
            ("method", "GetData"), ("datasetname", "ITA"), ("Indicator", indicator), ("AreaOrCountry", "All"), ("Frequency", "A"), ("Year", years),
        ]  # fmt: skip
        figures += _figures(_rows(_call(ask, params), "Data"), indicator, ask.today.isoformat())
    provenance = {
        _table(indicator): {
            "publisher": f"{CONNECTOR.publisher}, International Transactions",
            "url": _table(indicator),
            "public_copy": "",
            "note": "data set ITA; the address needs a UserID; the vintage is the day of the request",
        }
        for indicator in wanted
    }
    return gathered(figures, provenance)


def _table(indicator: str) -> str:
    return f"{ADDRESS}/?method=GetData&datasetname=ITA&Indicator={indicator}&AreaOrCountry=All&Frequency=A&Year=ALL&ResultFormat=JSON"


def _call(ask: Ask, params: list[tuple[str, str]]) -> Mapping[str, Any]:
    return ask.client.get(f"{ADDRESS}/", _results, params=[("UserID", ask.key), *params, ("ResultFormat", "JSON")])


def _results(answer: Answer) -> Mapping[str, Any]:
    """The `Results` node. Raises SourceChanged with the bureau's own words for an `Error` node, wherever it stands."""
    expect(answer, 200)
    if not answer.body.strip():
        raise SourceChanged(f"{ADDRESS} answers with an empty body")
    envelope = read_json(answer, "iso-8859-1")
    api = envelope.get("BEAAPI") if isinstance(envelope, dict) else None
    if not isinstance(api, dict):
        raise SourceChanged(f"{ADDRESS} sends JSON of another shape; expected an object BEAAPI")
    results = api.get("Results")
    results = results[0] if isinstance(results, list) and results else results
    error = api.get("Error") or (results.get("Error") if isinstance(results, dict) else None)
    if error:
        raise SourceChanged(_said(error))
    if not isinstance(results, dict):
        raise SourceChanged(f"{ADDRESS} sends JSON of another shape; expected BEAAPI.Results")
    return results


def _said(error: Any) -> str:
    first = error[0] if isinstance(error, list) else error
    facts = first if isinstance(first, dict) else {"error": first}
    words = " ".join(str(facts.get(name)) for name in ("APIErrorDescription", "error") if facts.get(name))
    if _REFUSED.search(words):
        return f"the key in {CONNECTOR.key} is refused: {words[:140]}"
    return f"the bureau answers with error {facts.get('APIErrorCode', '')}: {words[:140]}".replace("error :", "an error:")


def _rows(results: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found = results.get(name)
    rows = [found] if isinstance(found, dict) else found
    if not (isinstance(rows, list) and rows and all(isinstance(row, dict) for row in rows)):
        raise SourceChanged(f"{ADDRESS} gives no rows in Results.{name}; it gives {', '.join(results)[:100]}")
    return rows


def _figures(rows: list[dict[str, Any]], indicator: str, vintage: str) -> Iterator[Observation]:
    flow, product = INDICATORS[indicator]
    for row in rows:
        if missing := [name for name in ("AreaOrCountry", "TimePeriod", "CL_UNIT", "UNIT_MULT", "DataValue") if name not in row]:
            raise SourceChanged(f"{indicator} has no column {missing[0]}; its columns are {', '.join(row)}")
        area, period, text = str(row["AreaOrCountry"]), str(row["TimePeriod"]), str(row["DataValue"] or "").strip()
        if _WITHHELD.fullmatch(text):
            continue
        if not re.fullmatch(r"\d{4}", period) or row["CL_UNIT"] != "USD":
            raise SourceChanged(f"{indicator} {area}: expected US dollars of a year, got {row['CL_UNIT']!r} of {period!r}")
        negative = _NEGATIVE.fullmatch(text)
        value = decimal_of(f"-{negative.group(1)}" if negative else text, f"{indicator} {area} {period}")
        power = decimal_of(str(row["UNIT_MULT"]), f"UNIT_MULT of {indicator}")
        yield Observation(
            series=SERIES, source="bea", reporter="USA", partner=partner_of_name(area), flow=flow, product=product, basis="bop",
            adjustment="nsa", freq="A", period=period, value=in_millions(value, int(power)), unit="USD_million", vintage=vintage,
            provenance=_table(indicator),
        )  # fmt: skip


CONNECTOR = Connector(
    name="bea",
    publisher="US Bureau of Economic Analysis",
    hosts=(HOST,),
    key="BEA_API_KEY",
    key_from="https://apps.bea.gov/API/signup/",
    address=ADDRESS,
    # 100 calls, 100 MB and 30 errors a minute; beyond that the bureau answers 429 and blocks for an hour.
    limits=Limits(per_minute=60, tries=3, pause=lambda tried: 5.0 * tried),
    jobs=jobs,
)
