"""US Office of Textiles and Apparel: imports of textiles and apparel by country, in the office's own categories, from its country pages.

The pages are text tables that show side by side two calendar years, two stretches from January, and several stretches of twelve months, so that
one label (`10/2009`) heads columns of both kinds. Which is which follows from the order of the columns, checked against their headings.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from html import unescape

from official.answer import Answer, expect
from official.connector import Ask, Connector, Fetched, Job
from official.gathering import decimal_of, gathered
from official.http import Limits
from official.partners import code_of_partner
from tradeclaims.errors import SourceChanged, Unreadable
from tradeclaims.records import Observation

HOST = "otexa.trade.gov"
ADDRESS = f"https://{HOST}/msrcty"
SERIES = "otexa_mfa_total"
CATEGORIES = {"0": "textiles_apparel", "1": "apparel", "2": "textiles"}
"""Category → product: all, apparel, and all that is not apparel."""

SUPPLIERS = (
    "BGD", "CAN", "CHN", "DOM", "EGY", "ETH", "GTM", "HKG", "HND", "HTI", "IDN", "IND", "ITA", "JOR", "JPN", "KEN", "KHM", "KOR", "LKA",
    "LSO", "MDG", "MEX", "MYS", "NIC", "PAK", "PER", "PHL", "SLV", "THA", "TUR", "TWN", "VNM",
)  # fmt: skip
"""Partners whose pages are read: those with a noticeable share, and those with a preference programme of their own."""

_PRE = re.compile(r"<pre[^>]*>(.*?)</pre>", re.I | re.S)
_LABEL = re.compile(r"\b(1?\d/\d{4}|(?:19|20)\d\d)\b|(%\s*(?:Change|Chg|Share))", re.I)
_ROW = re.compile(r"^\s*(\d{1,3})\s+(\S.*?)\s*$")
_NUMBER = re.compile(r"-?[\d,]*\.?\d+")
_NO_NUMBER = re.compile(r"\*+|N/?A|-+", re.I)

Column = tuple[str, str] | None
"""Kind (A, YTD, YE) and period; None for a percentage."""


def jobs(ask: Ask) -> Iterator[Job]:
    """One job for each supplier's page. A page has nothing but the newest figures, so there is no reaching further back."""
    for partner in SUPPLIERS:
        yield Job(partner, lambda partner=partner: _fetch(ask, partner))  # type: ignore[misc]


def _fetch(ask: Ask, partner: str) -> Fetched:
    address = f"{ADDRESS}/v{code_of_partner(partner)}.htm"
    figures, preliminary = ask.client.get(address, lambda answer: _read(answer, partner, address, ask.today.isoformat()))
    note = "million dollars by MFA category; the vintage is the day of the request"
    facts = {
        "publisher": CONNECTOR.publisher,
        "url": address,
        "public_copy": "",
        "note": f"{note}; the newest months are preliminary: HTS 50 to 63 alone" if preliminary else note,
    }
    return gathered(figures, {address: facts})


def _read(answer: Answer, partner: str, address: str, vintage: str) -> tuple[list[Observation], bool]:
    if answer.status == 404:
        raise Unreadable(f"{answer.url} is not there (404)")
    expect(answer, 200)
    page = answer.text("cp1252")
    block = _PRE.search(page)
    if not block:
        raise SourceChanged(f"{answer.url} holds no table of text ({answer.gist}); expected a <pre> block")
    if re.search(r"square met|\bSME\b|\bM2\b", page, re.I) and not re.search(r"dollar|\$", page, re.I):
        raise SourceChanged(f"{answer.url} gives quantities; expected million dollars")
    lines = unescape(block.group(1)).splitlines()
    columns = _columns(lines, answer.url)
    figures = [one for line in lines for one in _figures(line, columns, partner, address, vintage)]
    if not any(one.product == CATEGORIES["0"] for one in figures):
        raise SourceChanged(f"{answer.url} has no row of category 0, the total")
    return figures, "(P)" in block.group(1)


def _columns(lines: list[str], url: str) -> list[Column]:
    """What each number of a row is. Raises SourceChanged for another order of headings than the one known."""
    place, found = next(((n, labels) for n, line in enumerate(lines) if len(labels := list(_LABEL.finditer(line))) >= 6), (0, []))
    headings = " ".join(lines[max(0, place - 3) : place]).lower()
    order = [headings.find(words) for words in ("calendar", "year-to-date", "year-ending")]
    if not found or -1 in order or order != sorted(order):
        raise SourceChanged(f"{url} has other columns; expected calendar years, year-to-date, year-endings, each with its labels")
    columns: list[Column] = []
    percentages = 0
    for label in found:
        when = label.group(1)
        if when is None:
            percentages += 1
            columns.append(None)
        elif "/" not in when:
            columns.append(("A", when))
        else:
            month, year = when.split("/")
            columns.append(("YTD" if percentages == 0 else "YE", f"{year}-{int(month):02}"))
    kinds = [column[0] for column in columns if column]
    if [kinds.count("A"), kinds.count("YTD")] != [2, 2] or "YE" not in kinds or kinds != sorted(kinds, key=("A", "YTD", "YE").index):
        raise SourceChanged(f"{url} has other columns: {' '.join(label.group(0) for label in found)}")
    return columns


def _figures(line: str, columns: list[Column], partner: str, address: str, vintage: str) -> Iterator[Observation]:
    row = _ROW.match(line)
    if not row or row.group(1) not in CATEGORIES:
        return
    texts = row.group(2).split()[-len(columns) :]
    if len(texts) < len(columns) or not all(_NUMBER.fullmatch(text) or _NO_NUMBER.fullmatch(text) for text in texts):
        raise SourceChanged(f"category {row.group(1)} of {partner} has other cells than its {len(columns)} columns: {line.strip()[:100]}")
    for column, text in zip(columns, texts, strict=True):
        # Twelve months to December are the calendar year, which has a column of its own.
        if column is None or _NO_NUMBER.fullmatch(text) or column[1].endswith("-12"):
            continue
        yield _observation(CATEGORIES[row.group(1)], column, decimal_of(text, f"category {row.group(1)}"), partner, address, vintage)


def _observation(product: str, column: tuple[str, str], value: Decimal, partner: str, address: str, vintage: str) -> Observation:
    freq, period = column
    return Observation(
        series=SERIES, source="otexa", reporter="USA", partner=partner, flow="imports", product=product, basis="census", adjustment="nsa",
        freq=freq, period=period, value=value, unit="USD_million", vintage=vintage, provenance=address,
    )  # fmt: skip


CONNECTOR = Connector(
    name="otexa",
    publisher="US Office of Textiles and Apparel",
    hosts=(HOST, "otexa.ita.doc.gov"),
    key=None,
    address=ADDRESS,
    limits=Limits(per_minute=30, pause=lambda tried: 5.0 * tried, max_bytes=8 * 2**20),
    jobs=jobs,
)
