"""Keys and figures by turns: "with China ($29bn), Mexico ($6bn)", "$505bn from China, $314bn from Mexico", "by 3.8%, textiles 1.95% and yarn 3.6%"."""

import re
from dataclasses import dataclass, replace

from nlp.claims.governor import GOVERNOR
from nlp.claims.keys import Key, party_keys, product_keys
from nlp.claims.moves import DOWN, UP, find_moves
from nlp.claims.partners import LIST_LINK
from nlp.claims.sentence import Mark, Sentence
from tradeclaims.values import Quantity

HEDGE = (
    r"(?:(?:an?|the|about|nearly|almost|around|roughly|some|another|only|just|over|under|more than|less than|at least|up to|close to|approximately|a record|a further|"
    r"an estimated|an additional|as much as)\s+)*"
)
TO_FIGURE = re.compile(
    rf"(?:['’]s?)?(?:\s+(?:products?|goods|items|equipment|shipments|exports|imports|sales))?(?:\s+(?:alone|now|in turn))?(?:\s*[(,:–—-]\s*|\s+)?(?:(?:imports|exports|shipments|sales|was|were|is|are|had|has|came to|totall?ed|reached|hit|stood at|"
    rf"(?:took|taking) the lead|leading|ranked first|came first|topped the list|amounted to|worth|at|with|by|to|of|responsible for|accounted for|accounting for|made up|making up|took|taking|bought|buying|followed with|gained|added|lost|sharply|slightly|further)\s+)*{HEDGE}[+−–(]?",
    re.IGNORECASE,
)
"""Between a key and its own figure, verbs of movement apart."""

NEXT_KEY = re.compile(
    r"[)\s]*(?:[,;]\s*|\s+(?=and|while|but|plus))(?:(?:and|while|but|plus|then|also|followed by|as well as|by)\s+)*"
    r"(?:(?:an?\s+|the\s+)?(?:increases?|decreases?|declines?|drops?|rises?|gains?)\s+(?=in|of|for))?"
    r"(?:(?:a|the|its|their)\s+(?:(?:trade|goods)\s+)?(?:deficit|surplus|gap|shortfall|imbalance)s?\s+|(?:those|that|the one|ones|the gap|imports|exports|shipments|sales)\s+)?"
    r"(?:(?:with|to|from|of|for|in|against)\s+)?(?:the\s+|other\s+)?",
    re.IGNORECASE,
)
"""Between one element and the key of the next."""

NEXT_PRODUCT = re.compile(
    NEXT_KEY.pattern
    + r"(?:(?:raw|crude|fresh|frozen|refined|processed|finished|other|new|used|live|household|industrial|(?!(?:rose|fell|grew|were|was|imports|exports)\b)[a-z-]+)\s+)?",
    re.IGNORECASE,
)
"""With an adjective of the product."""

TO_KEY = re.compile(
    r"(?:\s+(?:worth|dollars|euros))?(?:\s+(?:of|in|worth of)\s+(?:(?!from\b|to\b|with\b)[\w.-]+\s+){0,4}?(?=from|to|with|for|in|by)|\s+(?:more|less)\s+|\s+)(?:to|from|with|in|for|by|against|of)\s+(?:the\s+|its\s+|U\.?S\.?\s+|American\s+)?(?:(?:neighbou?ring|nearby)\s+)?",
    re.IGNORECASE,
)
"""Between a figure and the key behind it."""

NEXT_FIGURE = re.compile(
    rf"\s*(?:[,;]\s*|\s(?=and|plus|while|but))(?:(?:and|while|but|plus|then|also|with|by|to|of|{UP}|{DOWN})\s+)*{HEDGE}", re.IGNORECASE
)
LIST_OPENS = re.compile(r"(?:\binclud(?:ed?|ing)|\bwere|\bare|\bwas|[:—–]|\bsuch as|\bamong them|\bled by)\s*(?:the\s+)?$", re.IGNORECASE)
"""Before the first key, where the head has figures of its own before the list."""

LONGEST_TAIL = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A key with the words from `start` to `end` that hold its figures; the head's own figures before the first key have none."""

    key: Key | None
    start: int
    end: int


def elements_of(sentence: Sentence, start: int, floor: int, end: int, *, skip: str | None) -> list[Element]:
    """The elements of the longest row of keys and figures between two offsets, in text order; empty where there are not two.

    Keys stand behind `floor`, the first element's words reach back to `start`. `skip` is the reporter, whose name is no key.
    """
    figures = [q for q in sentence.quantities if floor <= q.start < end and q.what.unit not in ("count", "rank")]
    best: list[Element] = []
    for keys in (_parties(sentence, floor, end, skip), product_keys(sentence, floor, end)):
        for row in (_key_first(sentence, keys, figures, start, end), _figure_first(sentence, keys, figures, start, end)):
            if len(row) > max(1, len(best)):
                best = row
    return best


def _parties(sentence: Sentence, start: int, end: int, skip: str | None) -> list[Key]:
    keys: list[Key] = []
    for key in party_keys(sentence, start, end):
        if key.party == skip or (key.possessive and not _own(sentence, key)):
            continue
        if keys and key.party and LIST_LINK.fullmatch(sentence.text, keys[-1].end, key.start):
            keys[-1] = replace(keys[-1], end=key.end, joined=(*keys[-1].joined, key.party))
        else:
            keys.append(key)
    return keys


def _own(sentence: Sentence, key: Key) -> bool:
    """Whether a possessive is an element of its own: "China's 5 percent"."""
    return any(0 < q.start - key.end <= 4 for q in sentence.quantities)


def _key_first(sentence: Sentence, keys: list[Key], figures: list[Mark[Quantity]], start: int, end: int) -> list[Element]:
    rows: list[list[Element]] = [[]]
    behind = -1
    for place, key in enumerate(keys):
        limit = keys[place + 1].start if place + 1 < len(keys) else end
        own = [q for q in figures if key.end <= q.start < limit]
        if not own:
            continue
        if not _leads(sentence, TO_FIGURE, key.end, own[0].start):
            behind = own[-1].end if not rows[-1] else -1
            continue
        if rows[-1] and behind >= 0 and _follows(sentence, NEXT_PRODUCT if key.product else NEXT_KEY, behind, key.start):
            last = rows[-1].pop()
            rows[-1] += [replace(last, end=key.start), Element(key=key, start=key.start, end=end)]
        else:
            lead = [q for q in figures if q.end <= key.start]
            tied = lead and (
                GOVERNOR.search(sentence.text, lead[-1].end, key.start)
                or LIST_OPENS.search(sentence.text[: key.start])
                or _follows(sentence, NEXT_KEY, lead[-1].end, key.start)
            )
            first = Element(key=key, start=key.start if lead else start, end=end)
            rows.append([Element(key=None, start=start, end=key.start), first] if tied else [first])
        behind = own[-1].end
    return max(rows, key=len)


def _figure_first(sentence: Sentence, keys: list[Key], figures: list[Mark[Quantity]], start: int, end: int) -> list[Element]:
    rows: list[list[Element]] = [[]]
    behind = -1
    for place, key in enumerate(keys):
        since = keys[place - 1].end if place else start
        own = [q for q in figures if since <= q.start and q.end <= key.start]
        if not own or not TO_KEY.fullmatch(sentence.text, own[-1].end, key.start):
            behind = -1
            continue
        if behind >= 0 and _follows(sentence, NEXT_FIGURE, behind, own[0].start):
            last = rows[-1].pop()
            rows[-1] += [replace(last, end=behind), Element(key=key, start=behind, end=end)]
        else:
            rows.append([Element(key=key, start=start, end=end)])
        behind = key.end
    return max(rows, key=len)


def _leads(sentence: Sentence, link: re.Pattern[str], start: int, end: int) -> bool:
    """Whether only such words stand between two offsets, one verb of movement and dates apart."""
    words = _blank(sentence, start, end)
    moves = find_moves(words)
    if moves:
        words = words[: moves[0].start] + " " * (moves[0].end - moves[0].start) + words[moves[0].end :]
    return link.fullmatch(re.sub(r"\s{2,}", " ", words)) is not None


def _follows(sentence: Sentence, link: re.Pattern[str], start: int, end: int) -> bool:
    """Whether the words between two offsets end with a joint, and nothing before it begins a statement of its own."""
    words = _blank(sentence, start, end)
    if len(words.strip()) > LONGEST_TAIL:
        return False
    for at in range(len(words)):
        if link.fullmatch(words, at):
            return re.search(r"\w", words[:at]) is None or not find_moves(words[:at])
    return False


def _blank(sentence: Sentence, start: int, end: int) -> str:
    """The words between two offsets without dates."""
    words = sentence.text[start:end]
    for mark in sentence.dates:
        if start <= mark.start and mark.end <= end:
            date = words[mark.start - start : mark.end - start]
            words = words.replace(date, " " * len(date), 1)
    return words
