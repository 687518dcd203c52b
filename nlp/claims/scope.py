"""Goods, services or both, and which product."""

import re
from typing import Literal

from nlp.claims.commodity import named_after, named_after_bill, named_before
from nlp.claims.indicators.tariff_rate import BEARS
from nlp.claims.scope_words import BOTH, GOODS_ALONE, OVERALL, WITH_SERVICES
from nlp.claims.sentence import Sentence
from nlp.claims.territory import Territory
from tradeclaims.records.claim import Scope

Basis = Literal["explicit", "inferred", "none"]
BALANCE_ON = re.compile(r"\bbalance (?:of trade )?(?:on|in|of) goods and services\b", re.IGNORECASE)
FRONTED = re.compile(r"\W*(?:in|on|for) (?P<what>services|goods|merchandise)(?: trade)?(?: alone)?,?\s", re.IGNORECASE)
SUBJECT_SCOPE = re.compile(
    r"\b(?P<what>goods|merchandise|services)(?: trade)?(?: alone)?\s+(?:accounted for|showed|shows|ran|run|posted|recorded|registered|had|have|produced|yielded|for)\s+(?:an?|the)?\s*$",
    re.IGNORECASE,
)
"""Before a balance whose scope is the subject: "goods accounted for a deficit of $69.7 billion and services for a surplus"."""
DIRECT = re.compile(r"\s+(?:(?!to\b|from\b|in\b|by\b|of\b)[a-z-]+\s+){0,2}", re.IGNORECASE)
"""Between a verb and the product it deals in: "exported flowers"."""

_WITH_WHOM = r"(?:\s+(?:with|against|over)\s+(?:the\s+)?[\w.]+(?:\s[A-Z][\w.]+){0,2})?"
SERVICES_BEHIND = re.compile(
    rf"{_WITH_WHOM}\s+(?:of|in|on|for) (?:(?:international |its )?trade in )?(?:(?:private|commercial|business|financial|other|all)\s+){{0,2}}services\b",
    re.IGNORECASE,
)
SERVICES_DEALT = re.compile(r"\d[^,;]{0,20}\s(?:worth\s+)?(?:of|in)\s+(?:[\w-]+\s+){0,2}services\b")
"""Behind a verb of dealing: "exported $750 billion in services"."""

"""Behind a flow in services: "surplus in services", "deficit with the Americans in services"."""

SERVICES_RANKED = re.compile(r"\s+(?:of|for|in)\s+(?:(?:the\s+)?[\w.]+(?:['’]s?)?\s+){0,2}services\b")
"""Behind a rank among buyers or sellers of services: "the fourth-largest buyer of American services"."""

IN_SERVICES = re.compile(r"\b(?:in|of|worth of) services\b", re.IGNORECASE)
WHERE = re.compile(
    r"\b(?P<what>services|goods|merchandise),?\s+(?:trade,?\s+)?(?:where|in which)\s+(?:the\s+)?[\w. ]{2,30}$", re.IGNORECASE
)
"""Before what a country came out with: "add services, where the United States was $1.1 billion ahead"."""

PORTION = re.compile(r"(?:goods|merchandise|services)\b", re.IGNORECASE)
"""What a portion is told to be: "and services for the remaining $710 billion"."""

TRAVEL = re.compile(
    r"\b(?:tourists?|tourism|visitors|travell?(?:ers)?|holidays|vacations|students|clients|consultants|patients)\b", re.IGNORECASE
)
EARNINGS = re.compile(r"earn|spen|receive|t[ao]+k|pa(?:y|id)", re.IGNORECASE)
OF_THEM = re.compile(r"\s+(?:worth\s+)?of (?:them|it|these|those)\b", re.IGNORECASE)
GOODS = re.compile(r"\b(?:goods|merchandise)\b", re.IGNORECASE)
SERVICES = re.compile(r"\bservices?\b", re.IGNORECASE)


IN_WHICH = re.compile(r"\b(?P<what>services|goods|merchandise),?\s+(?:in\s+which|where)\s[^,;]{0,60}\Z", re.IGNORECASE)
"""Before a balance, what it is in: "services, in which the United States had a surplus"."""


def read_scope(sentence: Sentence, territory: Territory) -> tuple[Scope, Basis]:
    """What the words near the head say. "Overall deficit" is goods and services, by inference."""
    head = territory.head
    portion = PORTION.match(sentence.text, head.start) if head.portion else None
    if portion:
        return ("services" if portion.group().lower() == "services" else "goods"), "explicit"
    beside = WHERE.search(sentence.text[: head.start]) if head.kind == "verb" and head.indicator == "balance" else None
    if beside:
        return ("services" if beside.group("what").lower() == "services" else "goods"), "explicit"
    near = sentence.text[territory.phrase : min(territory.end, head.end + 70)]
    if BOTH.search(near) or (head.indicator == "balance" and BALANCE_ON.search(sentence.text[territory.start : head.start])):
        return "goods+services", "explicit"
    around = sentence.text[territory.start : territory.end]
    if WITH_SERVICES.search(around):
        return "goods+services", "explicit"
    if OVERALL.search(near):
        return "goods+services", "inferred"
    if GOODS_ALONE.search(around) and not SERVICES.search(sentence.text[head.end : territory.end]):
        return "goods", "explicit"
    fronted = FRONTED.match(sentence.text)
    if fronted and not any(q.end <= territory.phrase for q in sentence.quantities):
        return ("services" if fronted.group("what").lower() == "services" else "goods"), "explicit"
    subject = SUBJECT_SCOPE.search(sentence.text[: territory.phrase])
    if subject:
        return ("services" if subject.group("what").lower() == "services" else "goods"), "explicit"
    antecedent = IN_WHICH.search(sentence.text[: head.start])
    if antecedent and head.indicator in ("balance", "total_trade"):
        return ("services" if antecedent.group("what").lower() == "services" else "goods"), "explicit"
    left = sentence.text[territory.phrase : head.start]
    right = sentence.text[head.end : min(territory.end, head.end + 45)]
    if (
        SERVICES.search(left)
        or SERVICES.fullmatch(sentence.text[head.start : head.end])
        or SERVICES_BEHIND.match(right)
        or (head.kind == "rank" and SERVICES_RANKED.match(right))
    ):
        return "services", "explicit"
    if GOODS.search(left) or GOODS.search(sentence.text[head.start : head.end]):
        return "goods", "explicit"
    if (
        head.kind == "verb"
        and IN_SERVICES.search(sentence.text, head.end, territory.end)
        and not GOODS.search(sentence.text, head.end, territory.end)
    ):
        return "services", "explicit"
    if head.kind in ("verb", "tariff") and GOODS.search(sentence.text[territory.start : territory.end]):
        return "goods", "explicit"
    if head.kind == "verb" and SERVICES_DEALT.search(sentence.text, head.end, territory.end):
        return "services", "explicit"
    if GOODS.search(right) and not re.search(r"\d", right[: GOODS.search(right).start()]):  # type: ignore[union-attr]
        return "goods", "explicit"
    if head.kind == "paraphrase" and EARNINGS.match(sentence.text, head.start) and TRAVEL.search(sentence.text[head.start : territory.end]):
        return "services", "explicit" if SERVICES.search(sentence.text[: head.start]) else "inferred"
    if head.kind == "verb" and any(
        head.end <= m.start < territory.end and OF_THEM.match(sentence.text, m.end) for m in sentence.quantities
    ):
        named = [*SERVICES.finditer(sentence.text, 0, head.start), *GOODS.finditer(sentence.text, 0, head.start)]
        if named:  # "nobody does services better: this country sold the world $682 billion of them"
            last = max(named, key=lambda hit: hit.start())
            return "services" if SERVICES.match(last.group()) else "goods", "explicit"
    if head.origin or head.destination:
        return "goods", "explicit"  # only goods can be told to move
    if fronted and ";" not in sentence.text[: territory.phrase]:
        return (
            "services" if fronted.group("what").lower() == "services" else "goods"
        ), "explicit"  # "In services, exports were … and imports …"
    return "unspecified", "none"


def read_product(sentence: Sentence, territory: Territory) -> str | None:
    """The product whose flow it is: named in the head's phrase, as its object, or announced at the start of the sentence."""
    head = territory.head
    for mark in sentence.products:
        if territory.phrase <= mark.start < head.end and not (head.kind == "paraphrase" and mark.start == head.start):
            return f"non-{mark.what}" if sentence.text[: mark.start].lower().endswith("non-") else mark.what
    if sentence.text[head.start : head.end].lower().endswith((" imported", " foreign", " overseas")):
        bought = next((mark.what for mark in sentence.products if DIRECT.fullmatch(sentence.text, head.end, mark.start)), None)
        return bought or named_after_bill(sentence, head.end)
    if head.kind == "tariff" and BEARS.fullmatch(sentence.text, head.start, head.end):
        # "Wine and cheese will owe 25 percent"
        return next((mark.what for mark in sentence.products if territory.start <= mark.start and mark.end <= head.start), None)
    if head.kind == "verb":
        before = [m for m in sentence.products if territory.start <= m.start and m.end <= head.start]
        moved = [m for m in before if re.fullmatch(r"\s+(?:\w+\s+)?", sentence.text[m.end : head.start])]
        if moved and (head.origin or head.destination):
            return moved[-1].what  # "$1.9 billion of its oil came into the United States"
        passed = [m for m in before if re.search(r"\d[^,;]*\bof\s+(?:[\w-]+\s+){0,2}$", sentence.text[: m.start])]
        if passed and re.match(r"\s+(?:was|were|is|are|has been|have been|that|which)\b", sentence.text[passed[-1].end :]):
            return passed[-1].what
        if before and re.match(r",[^,;]*\d[^,;]*\sof which\b", sentence.text[before[-1].end : head.start]):
            return before[-1].what
        dealt_in = next((m for m in sentence.products if m.start >= head.end and DIRECT.fullmatch(sentence.text, head.end, m.start)), None)
        if dealt_in is not None:
            return dealt_in.what
    reach = territory.end if head.kind in ("verb", "tariff") else min(territory.end, head.end + 40)
    link = re.compile(
        r"(?:\s+[\w$.,'’-]+){0,9}?\s+(?:of|in|on)\s+(?:[\w.'’-]+\s+){0,2}"
        if head.kind != "noun"
        else r"(?:\s+[\w.-]+){0,3}?\s+(?:of|in)\s+(?:[\w.'’-]+\s+){0,2}"
    )
    for mark in sentence.products:
        if head.end <= mark.start < reach and (
            link.fullmatch(sentence.text, head.end, mark.start) or (head.kind == "tariff" and mark.start - head.end < 60)
        ):
            return mark.what
    if head.kind == "noun" and head.indicator in ("exports", "imports"):
        named = named_before(sentence, territory.phrase, head.start)
        if named is not None:
            return named[1]
        after = named_after(sentence, head.end)
        if after is not None:
            return after
    if re.match(r"\s+of\s+which\b", sentence.text[head.end :]):
        before = [m for m in sentence.products if territory.phrase - 20 <= m.end <= territory.phrase]
        return before[-1].what if before else None
    if head.kind == "tariff":
        return next((mark.what for mark in sentence.products if 0 <= head.start - mark.end < 30), None)
    if head.kind == "rank":
        return None
    return next(
        (
            mark.what
            for mark in sentence.products
            if re.match(r"(?:looking at|in|for|as for|among)\s*$", sentence.text[: mark.start], re.IGNORECASE)
        ),
        None,
    )
