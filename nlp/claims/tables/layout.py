"""Rows and cells: where the key of a line ends, where its cells stand, and what counts as a line of figures."""

import re
from dataclasses import dataclass

BULLET = re.compile(r"\s*(?:[-–—•*·▪●◦►o]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)?\|?\s*")
GAP = re.compile(r"\s*\|\s*|\s*\t\s*|\s{2,}")
KEY_END = re.compile(r"\s*:\s*|\s*\|\s*|\s*\t\s*|\s{2,}|\s+[-–—]+\s+|,?\s+(?=[(+\-–−]?(?:[A-Z]{0,3}[$€£¥₩])?\d)|\s+(?=\()|,\s+")
NUMBER = re.compile(r"(?P<open>\()?(?P<sign>[+\-–−])?\s?(?:[A-Z]{0,3}[$€£¥₩])?(?P<digits>\d[\d,]*(?:\.\d+)?)\s?%?(?P<close>\))?")
WORDS = re.compile(
    r"(?:up|down|by|to|from|at|in|of|on|an?|the|and|or|vs|than|year|years|month|earlier|ago|before|previous|same|percent|per|cent|pct|percentage|points?|billion|million|"
    r"trillion|thousand|bn|mn|m|b|tn|dollars?|euros?|yen|won|yuan|pounds|pesos|rupees|unchanged|flat|little|changed|steady|no|change|nil|increase|decrease|decline|rise|gain|"
    r"drop|increased|decreased|rose|fell|gained|dropped|climbed|slipped|jumped|about|record|revised|preliminary|total|exports?|imports?|balance|deficit|surplus|trade|goods|services|"
    r"share|compared|with|against|higher|lower|more|less|over|worth|sme|tons|tonnes|metric|us|u\.s\.|r|p|n/?a)",
    re.IGNORECASE,
)
CURRENCY = re.compile(r"\b(?:[A-Z]{1,3}(?=[$€£¥₩])|(?:USD|EUR|GBP|JPY|KRW|CNY|RMB|INR|CAD|AUD|NZD|CHF|MXN|BRL|Rs|RM|Rp)\.?\s?(?=\d))")
"""The letters of a currency before its sign or its sum."""

WORD = re.compile(r"[A-Za-z][\w./'’]*")
YEAR = re.compile(r"\b(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?\b(?!,\d|\.\d)")
NO_KEY = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|would|came|said|says|it|they|this|that|rose|grew|climbed|jumped|surged|gained|increased|advanced|expanded|fell|dropped|declined|"
    r"shrank|plunged|slipped|slid|tumbled|decreased|widened|narrowed|totall?ed|reached|edged|up|down|in|by|while|but)\b",
    re.IGNORECASE,
)
"""Words of a sentence, not of a row's key."""

NAME = re.compile(r"(?:[A-Z][\w.'’-]*(?:\s+(?:of|and|the|&)\s+|\s+|$)){1,4}")
"""A key that only a blank parts from its figures is a name."""

LONGEST_KEY = 60
MOST = 160
"""Longer lines are prose."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of figures: its key stands at `start:end`, its figures from `body` on."""

    start: int
    end: int
    body: int
    stop: int | None = None
    """Where its figures end; None for the end of the line."""


def find_row(text: str) -> Row | None:
    """The parts of a line that holds a key and figures and nothing else; None for any other line."""
    if len(text) > MOST:
        return None
    bullet = BULLET.match(text)
    start = bullet.end() if bullet else 0
    if not text[start : start + 1].isalnum() or (text.endswith(".") and not start):
        return None
    for gap in KEY_END.finditer(text, start + 1):
        key = text[start : gap.start()]
        if len(key) > LONGEST_KEY or NO_KEY.search(key):
            return None
        if _is_body(text[gap.end() :]) and (gap.group().strip(" ,") or len(gap.group()) > 1 or NAME.fullmatch(key)):
            return Row(start, gap.start(), gap.end())
        if ":" in gap.group():
            return None
    return None


def rows_inside(text: str) -> tuple[int, list[Row]] | None:
    """Where the colon stands that rows follow, parted by semicolons, and the rows; None where a part of the sentence behind it is none."""
    colon = text.find(": ")
    if colon < 0 or text.find(";") < colon:
        return None
    rows: list[Row] = []
    for part in re.finditer(r"[^;]+", text[colon + 1 :]):
        words = re.match(r"\s*(?:and\s+)?", part.group())
        at = colon + 1 + part.start() + (words.end() if words else 0)
        stop = colon + 1 + part.end()
        row = find_row(text[at:stop].rstrip(". "))
        if row is None:
            return None
        rows.append(Row(at + row.start, at + row.end, at + row.body, stop))
    return (colon, rows) if len(rows) > 1 else None


def _is_body(text: str) -> bool:
    """Whether words are figures, with what may stand between them."""
    if not re.search(r"\d", YEAR.sub("", text)) and not re.match(r"unchanged|flat|little changed|no change|steady", text, re.IGNORECASE):
        return False
    return all(WORDS.fullmatch(word.rstrip(".")) or _is_date(word) for word in WORD.findall(CURRENCY.sub("", text)))


def _is_date(word: str) -> bool:
    return re.fullmatch(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|q[1-4]", word, re.IGNORECASE) is not None


def cells_of(text: str, start: int) -> list[tuple[int, int]]:
    """Where the cells of a line stand from `start` on, parted by bars, tabs or two blanks."""
    found = []
    begin = start
    for gap in GAP.finditer(text, start):
        if gap.start() > begin:
            found.append((begin, gap.start()))
        begin = gap.end()
    if text[begin:].strip(" |"):
        found.append((begin, len(text.rstrip(" |"))))
    return found


def numbers_of(text: str, start: int) -> list[tuple[int, int]]:
    """Where the plain numbers of a line stand that single blanks part; empty where other words do."""
    found = []
    at = start
    while at < len(text.rstrip()):
        hit = NUMBER.match(text, at)
        if hit is None:
            return []
        found.append(hit.span())
        at = hit.end()
        gap = re.compile(r"[,;]?\s+|$").match(text, at)
        if gap is None:
            return []
        at = max(gap.end(), at)
    return found
