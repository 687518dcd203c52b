"""Goods told to have moved: "$12 billion of soybeans went to China", "dairy products worth NZ$14.6 billion left New Zealand".

Nobody sells or buys; whose export or import it is follows from where the goods came from and went to, and from where it is told.
"""

import re
from collections.abc import Iterator

from nlp.claims.head import Head
from nlp.claims.measured import PASSAGE
from nlp.claims.sentence import Mark, Sentence
from tradeclaims.values import Quantity

MOTION = re.compile(
    r"\b(?:went|goes?|going|heading|flowing|entering|arriving|flow(?:ed|s)?|cross(?:ed|es)?|c[ao]mes?|arriv(?:ed|es)|enter(?:ed|s)?|head(?:ed|s)|landed|left|leaves?|moved|stream(?:ed|s)|pour(?:ed|s)|ended up|ends? up|wound up|"
    r"found (?:its|their) way|made (?:its|their) way)\b"
)
TO = re.compile(
    r"(?:\s+(?:north|south|east|west|back|directly|on|straight|mainly|mostly))*\s+(?:to|into|in|across)\s+(?:the\s+)?(?:(?:buyers|customers|markets|ports|mills|plants)\s+in\s+)?"
)
FROM = re.compile(r"(?:\s+(?:in|mainly|mostly|directly))*\s+from\s+(?:the\s+)?(?:(?:growers|mills|plants|factories|suppliers)\s+in\s+)?")
FOR = re.compile(r"\s+for\s+(?:the\s+)?")
DIRECT = re.compile(r"\s+(?:the\s+)?")
HOME = re.compile(
    r"(?:\s+(?:in(?:to)?|at|on|through))?\s+(?:duty[- ]free|under (?:the )?(?:AGOA|GSP|generalized system|program(?:me)?|preferences?)|the (?:country|nation)|here|home|in (?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})|last (?:year|month)|that year)\b"
)
"""Where it is told: "entered the country", "arrived in March"."""

CAME = re.compile(r"(?:\s+alone|\s+itself)?,?\s+(?P<verb>c[ao]mes?)\b")
OUT_OF = re.compile(r"(?:^|[.;,:]\s+|\b(?:and|while|but)\s+)[Ff]rom\s+(?:the\s+)?$")
"""Around a country that opens its clause: "From Korea came $77.5 billion"."""

ITS = re.compile(r"\b(?:its|their)\b")
GOODS_BETWEEN = re.compile(r"\s+(?:worth\s+)?(?:of|in)\s+(?:\w[\w.’'&-]*,?\s+){1,8}(?:(?:has|have|had|also|that|which)\s+)?\Z")
WORTH = re.compile(r"(?P<goods>(?:[\w’'-]+\s+){1,6})worth\s+(?:about\s+|nearly\s+|some\s+|more than\s+|an estimated\s+|roughly\s+)*\Z")
GOODS = re.compile(r"\b(?:goods|products|merchandise|cars|vehicles|clothing|garments|parts|crops|cargo)\b", re.IGNORECASE)
THEIRS = "its"
"""The origin of goods told to be those of the country spoken of."""

UNITS = ("currency", "metric tons", "tons", "SME", "vehicles", "barrels", "bushels")


def find_movements(sentence: Sentence) -> Iterator[Head]:
    """Heads of kind "verb" with where the goods came from and went to; none of what moves through one port or bridge."""
    if PASSAGE.search(sentence.text):
        return
    for mark in sentence.parties:
        came = CAME.match(sentence.text, mark.end)
        if (
            came
            and OUT_OF.search(sentence.text[: mark.start])
            and any(0 < m.start - came.end() <= 20 and m.what.unit in UNITS for m in sentence.quantities)
        ):
            yield Head(start=came.start("verb"), end=came.end(), indicator="exports", kind="verb", origin=mark.what)
    for hit in MOTION.finditer(sentence.text):
        goods = _goods_before(sentence, hit.start())
        if goods is None:
            continue
        start, end = goods
        named = [m for m in sentence.parties if start <= m.start and m.end <= end]
        theirs = not named and ITS.search(sentence.text, start, end) is not None
        origin = named[-1].what if named else THEIRS if theirs else None
        target = next((m for m in sentence.parties if m.start > hit.end()), None)
        word = hit.group()
        if HOME.match(sentence.text, hit.end()) and not word.startswith(("left", "leave", "go", "went")):
            yield _head(hit, origin or "WLD", None)
            continue
        if target is None:
            continue
        at_once = DIRECT.fullmatch(sentence.text, hit.end(), target.start) is not None
        if word.startswith(("left", "leave")):
            if at_once:
                yield _head(hit, target.what, "WLD")
            elif FOR.fullmatch(sentence.text, hit.end(), target.start):
                yield _head(hit, origin, target.what)
        elif (at_once and word.startswith("enter")) or TO.fullmatch(sentence.text, hit.end(), target.start):
            yield _head(hit, origin, target.what)
        elif FROM.fullmatch(sentence.text, hit.end(), target.start):
            yield _head(hit, target.what, None)


def _head(hit: re.Match[str], origin: str | None, destination: str | None) -> Head:
    return Head(start=hit.start(), end=hit.end(), indicator="exports", kind="verb", origin=origin, destination=destination)


def _goods_before(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Where the goods with their sum stand that are the verb's subject."""
    sums = [m for m in sentence.quantities if m.end <= verb and m.what.unit in UNITS]
    if not sums or verb - sums[-1].end > 60:
        return None
    mark: Mark[Quantity] = sums[-1]
    between = sentence.text[mark.end : verb]
    if GOODS_BETWEEN.fullmatch(between):
        start, end = mark.end, verb
    else:
        before = WORTH.search(sentence.text[: mark.start])
        if before is None or between.strip(" ,"):
            return None
        start, end = before.start(), mark.start
    if start < mark.start and re.search(r"\w{3,}s\s+worth\b", sentence.text[start : mark.start]):
        return start, end
    stated = GOODS.search(sentence.text, start, end) is not None or any(start <= m.start and m.end <= end for m in sentence.products)
    return (start, end) if stated else None
