"""US International Trade Commission, DataWeb: imports of textiles and apparel by HTS chapter, country and month.

https://www.usitc.gov/applications/dataweb. A saved query is posted; the answer is a table as on the page: dimension columns, then one column
for each month, numbers with commas. Failures come with status 200 in `dto.errors` or `dto.needMoreTime`; during maintenance
(Wednesday evenings, Eastern time) the answer is a web page with 503.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from official.answer import Answer, CutOff, expect, read_json
from official.connector import Ask, Connector, Fetched, Job
from official.gathering import decimal_of, gathered, in_millions
from official.http import Limits
from official.partners import partner_of_name
from tradeclaims.errors import SourceChanged, Unreadable
from tradeclaims.records import Observation

HOST = "datawebws.usitc.gov"
ADDRESS = f"https://{HOST}/dataweb/api/v2/report2/runReport"
PUBLIC = "https://dataweb.usitc.gov/"
SERIES = "dataweb_imports_for_consumption"
MEASURE = "CONS_CUSTOMS_VALUE"
CHAPTERS = tuple(str(chapter) for chapter in range(50, 64))
"""HTS chapters 50 to 63. Their sum is near the textile office's total, but not the same: that takes parts of other chapters in."""
FIRST_YEAR = 1989
"""DataWeb has nothing older."""
MOST = 20_000
"""Rows the query lets an answer have."""

MONTHS = {
    name: f"{number:02}"
    for number, name in enumerate(
        ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"), 1
    )
}


def jobs(ask: Ask) -> Iterator[Job]:
    """One job a year, from the year before the newest month stored on."""
    stored = ask.stored.get(SERIES)
    first = ask.since.year if ask.since else int(stored.period[:4]) - 1 if stored else ask.today.year - 2
    for year in range(min(max(first, FIRST_YEAR), ask.today.year), ask.today.year + 1):
        yield Job(str(year), lambda year=year: _fetch(ask, year))  # type: ignore[misc]


def _fetch(ask: Ask, year: int) -> Fetched:
    headers = {"Authorization": f"Bearer {ask.key}", "Content-Type": "application/json; charset=utf-8"}
    rows = ask.client.post(ADDRESS, _table, json=query(year), headers=headers)
    provenance = {
        PUBLIC: {
            "publisher": f"{CONNECTOR.publisher}, DataWeb",
            "url": PUBLIC,
            "public_copy": "",
            "note": f"imports for consumption, customs value ({MEASURE}), HTS chapters 50 to 63; the vintage is the day of the request",
        }
    }
    return gathered(_figures(rows, year, ask.today.isoformat()), provenance)


def query(year: int) -> dict[str, Any]:
    """The question for one year, in the shape the service asks for."""
    return {
        "reportOptions": {"tradeType": "Import", "classificationSystem": "HTS"},
        "searchOptions": {
            "commodities": {
                "aggregation": "Break Out Commodities", "codeDisplayFormat": "YES", "commodities": list(CHAPTERS),
                "commoditiesManual": ",".join(CHAPTERS), "commoditySelectType": "list", "granularity": "2",
                "commodityGroups": {"systemGroups": [], "userGroups": []},
            },
            "countries": {
                "aggregation": "Break Out Countries", "countries": [], "countriesSelectType": "all",
                "countryGroups": {"systemGroups": [], "userGroups": []},
            },
            "componentSettings": {
                "dataToReport": [MEASURE], "scale": "1", "timeframeSelectType": "fullYears", "years": [str(year)],
                "startDate": None, "endDate": None, "yearsTimeline": "Monthly",
            },
            "MiscGroup": {
                "districts": {"aggregation": "Aggregate District", "districts": [], "districtsSelectType": "all"},
                "importPrograms": {"importPrograms": [], "programsSelectType": "all"},
                "extImportPrograms": {"aggregation": "Aggregate CSC", "extImportPrograms": [], "programsSelectType": "all"},
                "provisionCodes": {"aggregation": "Aggregate RPCODE", "provisionCodesSelectType": "all", "rateProvisionCodes": []},
            },
        },
        "sortingAndDataFormat": {
            "DataSort": {"columnOrder": ["COUNTRY", "HTS2 & DESCRIPTION"]},
            "reportCustomizations": {"totalRecords": str(MOST), "exportCombineTables": False, "exportRawData": False},
        },
    }  # fmt: skip


Row = tuple[dict[str, str], dict[str, str]]
"""Dimension label → value, and month `05` → printed number."""


def _table(answer: Answer) -> list[Row]:
    """The rows of the one table. A service that needs more time is asked again."""
    expect(answer, 200)
    body = read_json(answer)
    report = body.get("dto") if isinstance(body, dict) else None
    if not isinstance(report, dict):
        raise SourceChanged(f"{ADDRESS} sends JSON of another shape; expected an object dto")
    if errors := report.get("errors"):
        raise Unreadable(f"the service answers with errors: {'; '.join(map(str, errors))[:140]}")
    if report.get("needMoreTime"):
        raise CutOff("the service needs more time for the report")
    try:
        (table,) = report["tables"]
        labels = [str(column["label"]).strip() for group in table["column_groups"] for column in group["columns"]]
        lines = [[str(cell["value"]) for cell in row["rowEntries"]] for group in table["row_groups"] for row in group["rowsNew"]]
    except (KeyError, TypeError, ValueError) as error:
        raise SourceChanged(f"{ADDRESS} sends a table of another shape: {error!r}"[:160]) from None
    if len(lines) >= MOST:
        raise Unreadable(f"the report has {len(lines):,} rows, as many as it may: some may be missing; nothing of it is kept")
    return [_row(labels, line) for line in lines]


def _row(labels: list[str], line: list[str]) -> Row:
    if len(labels) != len(line):
        raise SourceChanged(f"a row has {len(line)} cells; its columns are {', '.join(labels)}")
    cells = dict(zip(labels, line, strict=True))
    months = {MONTHS[label.lower()]: text for label, text in cells.items() if label.lower() in MONTHS}
    dimensions = {label.lower(): text.strip() for label, text in cells.items() if label.lower() not in MONTHS}
    if "country" not in dimensions or not months:
        raise SourceChanged(f"the report has no column Country, or none of a month; its columns are {', '.join(labels)}")
    return dimensions, months


def _figures(rows: list[Row], year: int, vintage: str) -> Iterator[Observation]:
    # Months to come are printed as zero: a month counts as published up to the newest one that holds anything.
    published = max((month for _, months in rows for month, text in months.items() if text.strip(" 0,.")), default="")
    for dimensions, months in rows:
        chapter = _chapter(dimensions)
        if dimensions.get("year", str(year)) != str(year):
            raise SourceChanged(f"the report for {year} has a row of {dimensions['year']}")
        for month, text in months.items():
            if month <= published and text.strip():
                yield _observation(dimensions["country"], chapter, f"{year}-{month}", text, vintage)


def _chapter(dimensions: Mapping[str, str]) -> str:
    """`61` of the column that holds the commodity: `HTS Number`, or code and description in one."""
    for label, text in dimensions.items():
        if label.startswith("hts"):
            code = text.split()[0] if text else ""
            if code not in CHAPTERS:
                raise SourceChanged(f"the column {label!r} holds {text[:40]!r}; expected one of the chapters 50 to 63")
            return code
    raise SourceChanged(f"the report has no column of commodities; its dimensions are {', '.join(dimensions)}")


def _observation(country: str, chapter: str, period: str, text: str, vintage: str) -> Observation:
    value = decimal_of(text, f"{country} {chapter} {period}")
    return Observation(
        series=SERIES, source="usitc", reporter="USA", partner=partner_of_name(country), flow="imports", product=f"hs{chapter}",
        basis="census", adjustment="nsa", freq="M", period=period, value=in_millions(value), unit="USD_million", vintage=vintage,
        provenance=PUBLIC,
    )  # fmt: skip


CONNECTOR = Connector(
    name="dataweb",
    publisher="US International Trade Commission",
    hosts=(HOST,),
    key="DATAWEB_TOKEN",
    key_from="https://dataweb.usitc.gov (tab API, after signing in; it expires)",
    address=PUBLIC,
    limits=Limits(per_minute=12, pause=lambda tried: 5.0 * 2**tried, max_seconds=300),
    jobs=jobs,
)
