"""Numbers without their units: "60,662,800,000", "27.6", "nine-point-nine", "two hundred and six", "2 1/2".

The rounding width of a number comes from its last digit written. A whole number's trailing zeros count as rounding up to the hundred
thousands only: "60,662,800,000" is good to 100,000, and so is "5,000,000,000".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

SMALL: dict[str, int] = {
    word: n
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {word: 10 * n for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)}
_MULTIPLES = {"hundred": 100, "thousand": 1000}
_GLYPHS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅛": "0.125"}
MAX_ZEROS = 5

_words = "|".join(sorted(SMALL, key=len, reverse=True))
_START = re.compile(
    r"[0-9½¼¾⅓⅔⅛.aefnostzAEFNOSTZ](?:(?<=[0-9½¼¾⅓⅔⅛])|(?<=\.)(?<![\d.]\.)(?=\d)|(?<![\w.$].)(?:ne|NE|wo|hree|WO|HREE|en|EN|hirt|welve|went|our|ive|ort|ift|OUR|IVE|ix|even|IX|EVEN|"
    r"ight|leven|IGHT|ine|INE|ero|(?:(?<=[aA])|n)\s(?:hundred|thousand|[mb]illion|trillion|dozen)))"
)
"""Where a number may begin: a plain look, since most of a text holds none."""
_NUMERAL = re.compile(
    r"(?:(?<![\d.])|(?<=[Rr][Ss]\.))(?P<whole>\d{1,3}(?:,\d{3})+(?![\d])|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d+)(?P<decimals>\.\d+)?"
    r"(?P<glyph>[½¼¾⅓⅔⅛]|[ -][1-7]/[2-8](?![\d/]))?"
    r"|(?<![\w.])(?:(?P<point>\.\d+)|(?P<lone>[½¼¾⅓⅔⅛]))"
    rf"|(?<![\w.$])(?P<words>(?i:{_words})(?:(?:[\s-](?i:{_words}|hundred|thousand|point)|\s(?<=hundred\s)(?i:and)\s(?i:{_words}))(?![a-zA-Z]))*"
    r"|(?i:a|an)(?=\s(?i:hundred|thousand|[mb]illion|trillion|dozen)\b))(?![a-zA-Z])"
)
_SPOKEN_POINT = re.compile(rf"[\s-]point[\s-](?P<digits>\d+|(?:{_words})(?:[\s-](?:{_words}))*)(?![\w])", re.I)
_AND_A_HALF = re.compile(
    r"(?:[\s-]and[\s-](?:(?:a|one)[\s-](?P<part>half|quarter|third)|(?P<parts>three[\s-]quarters|two[\s-]thirds))|\s(?:a|one)[\s-](?P<bare>half|quarter))(?![\w])",
    re.I,
)
_PARTS = {"half": "0.5", "quarter": "0.25", "third": "0.333", "three": "0.75", "two": "0.667"}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: its value, and the width of its last digit."""

    start: int
    end: int
    value: Decimal
    place: Decimal
    """Width of the last digit written when a scale word follows: 0.1 for "27.6", 1 for "30"."""
    spelled: bool
    """Written in words."""
    grouped: bool
    """Written with thousands separators."""

    def step(self) -> Decimal:
        """Rounding width when no scale word follows."""
        if self.place != 1 or self.value == 0:
            return self.place
        digits = str(int(self.value))
        zeros = len(digits) - len(digits.rstrip("0"))
        return Decimal(10) ** min(zeros, MAX_ZEROS)


def find_numerals(text: str) -> Iterator[Numeral]:
    """All numbers in text order, with no judgement yet of what they count."""
    at = 0
    while start := _START.search(text, at):
        match = _NUMERAL.match(text, start.start())
        if match is None:
            at = _past(text, start.start())
            continue
        at = match.end()
        if numeral := _spelled(match) if match["words"] else _written(match):
            yield _with_tail(text, numeral)


def _past(text: str, at: int) -> int:
    """Behind the word, or the digits, at a place where no number begins after all."""
    digits = text[at].isdigit()
    at += 1
    while digits and at < len(text) and text[at].isdigit():
        at += 1
    return at


def _written(match: re.Match[str]) -> Numeral:
    whole, decimals = match["whole"], match["decimals"] or match["point"] or ""
    value = Decimal(_GLYPHS[match["lone"]]) if match["lone"] else Decimal((whole or "0").replace(",", "") + decimals)
    place = Decimal(1).scaleb(1 - len(decimals)) if decimals else Decimal("0.1") if match["lone"] else Decimal(1)
    if glyph := match["glyph"]:
        part = Decimal(_GLYPHS[glyph]) if glyph in _GLYPHS else Decimal(glyph[1]) / Decimal(glyph[3])
        value, place = value + part, Decimal("0.1")
    return Numeral(match.start(), match.end(), value, place, spelled=False, grouped="," in (whole or ""))


def _spelled(match: re.Match[str]) -> Numeral | None:
    """Word by word, stopping where the words no longer make one number ("two three")."""
    total = group = 0
    last, end = 1000, match.start()
    tokens = re.finditer(r"[A-Za-z]+", match["words"])
    for token in tokens:
        word = token[0].lower()
        if word in ("a", "an"):
            return Numeral(match.start(), match.end(), Decimal(1), Decimal(1), spelled=True, grouped=False)
        if word == "and":
            continue
        if word == "point":
            break
        if word in _MULTIPLES:
            if word == "hundred" and not 0 < group < 100:
                break
            group *= 100 if word == "hundred" else 1
            if word == "thousand":
                total, group = total + group * 1000, 0
            last = _MULTIPLES[word]
        else:
            n = SMALL[word]
            if (last < 10) or (10 <= last < 20) or (20 <= last < 100 and n >= 10) or last == 0:
                break
            group, last = group + n, n
        end = match.start() + token.end()
    return Numeral(match.start(), end, Decimal(total + group), Decimal(1), spelled=True, grouped=False)


def _with_tail(text: str, numeral: Numeral) -> Numeral:
    """ "nine" + "-point-nine", "136" + "-point-2", "two" + " and a half"."""
    end = numeral.end
    following = text[end : end + 1]
    if following not in ("-", " ", "\n"):
        return numeral
    if spoken := _SPOKEN_POINT.match(text, end):
        digits = spoken["digits"]
        if not digits.isdigit():
            digits = "".join(str(SMALL[word]) for word in re.split(r"[\s-]", digits.lower()))
        return Numeral(
            numeral.start, spoken.end(), numeral.value + Decimal(f"0.{digits}"), Decimal(1).scaleb(-len(digits)), numeral.spelled, False
        )
    if numeral.place == 1 and (half := _AND_A_HALF.match(text, end)):
        part = Decimal(_PARTS[re.split(r"[\s-]", half["part"] or half["parts"] or half["bare"])[0].lower()])
        return Numeral(numeral.start, half.end(), numeral.value + part, Decimal("0.1"), numeral.spelled, False)
    return numeral
