"""What a title, a column or a row's key says of the figures it stands over or before."""

import re
from dataclasses import dataclass, fields, replace
from typing import Literal

from nlp.claims.header_unit import HeaderUnit, unit_of
from nlp.claims.periods import ends_of_run
from nlp.claims.scope import Basis
from nlp.claims.sentence import Sentence
from tradeclaims.records.claim import Indicator, Scope
from tradeclaims.values import Period

Role = Literal["value", "change_pct", "change_abs", "share"]
FLOW = re.compile(
    r"\b(?:(?P<balance>(?:trade )?balances?|(?P<deficit>deficits?|shortfalls?|gaps?)|(?P<surplus>surplus(?:es)?))"
    r"|(?P<exports>exports?|shipments to|sales to|markets|destinations|customers|buyers)"
    r"|(?P<imports>imports?|shipments from|purchases from|suppliers|sources)"
    r"|(?P<total>total trade|two-way trade|turnover|trade|trading partners))\b",
    re.IGNORECASE,
)
NO_FLOW = re.compile(
    r"\bWorld Trade Organi[sz]ation\b|\btrade (?:agreements?|deals?|pacts?|talks|wars?|partners)\b|\b(?:all|by) sources?\b|\bsources?\s*:",
    re.IGNORECASE,
)
ALL = re.compile(
    r"(?:(?:grand )?total(?: trade)?|(?:the )?world(?: total)?|all (?:countries|partners|sources|markets|suppliers|destinations|goods|products)|overall|rest of world)",
    re.IGNORECASE,
)
CHANGE = re.compile(r"\bchanges?\b|\bgrowth\b|\bchg\b|\by/y\b|\byoy\b|\byear[- ]o[nv](?:er)?[- ]year\b|±|\+/-|\bvs\.?\s", re.IGNORECASE)
PERCENT = re.compile(r"%|\bper ?cent\b|\bpct\b", re.IGNORECASE)
SHARE = re.compile(r"\bshares?\b|(?:%|\bper ?cent|\bpct)\s+of\b", re.IGNORECASE)
YEARLY = re.compile(
    r"\bon (?:the|a) year\b|\byear[- ]o[nv](?:er)?[- ]year\b|\by/y\b|\byoy\b|\b(?:from|on|over) (?:a|the|one) year (?:earlier|ago|before)\b",
    re.IGNORECASE,
)
COMPARED = re.compile(r"\b(?:from|over|on|versus|vs\.?|compared (?:with|to)|than)\s+(?:the\s+)?$", re.IGNORECASE)
BOTH = re.compile(r"\bgoods and services\b", re.IGNORECASE)
SCOPE = re.compile(r"(?:total )?(?:goods|services|merchandise)(?: trade| and services)?", re.IGNORECASE)
GOODS = re.compile(r"\b(?:goods|merchandise)\b", re.IGNORECASE)
SERVICES = re.compile(r"\bservices?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Some of a claim's fields; None where the words say nothing of one."""

    indicator: Indicator | None = None
    sign: Literal["deficit", "surplus"] | None = None
    party: str | None = None
    product: str | None = None
    period: Period | None = None
    compare: Period | None = None
    scope: Scope | None = None
    basis: Basis | None = None
    role: Role | None = None
    unit: HeaderUnit | None = None
    yearly: bool | None = None
    """Whether changes are measured against the same months of the year before."""

    def over(self, other: "Slot") -> "Slot":
        """This slot, with what it leaves open taken from the other."""
        return replace(self, **{f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) is None})

    @property
    def says(self) -> bool:
        """Whether it tells figures apart: a flow, a partner, a product, a time or a kind of figure."""
        return any(value is not None for value in (self.indicator, self.party, self.product, self.period, self.role))


def slot_of(sentence: Sentence, start: int, end: int, *, title: bool = False) -> Slot:
    """The slot of the words between two offsets; a `title` with several flows names none of them, and its change or share is a note on some figures."""
    words = sentence.text[start:end]
    flows = flows_in(words)
    indicator, sign = flows[0] if len(flows) == 1 or (flows and not title) else (None, None)
    dates = [d for d in sentence.dates if start <= d.start and d.end <= end and d.what.freq != "day"]
    compared = [d for d in dates if COMPARED.search(sentence.text[: d.start])]
    main = [d for d in dates if d not in compared]
    run = (
        ends_of_run(main[0].what, run_of_change=True)
        if title and main and not compared and CHANGE.search(words) and " to " in (main[0].what.raw or "")
        else None
    )
    scope, basis = _scope(words)
    product = (
        None
        if SCOPE.fullmatch(words.strip(" :-–—*•"))
        else next((m.what for m in sentence.products if start <= m.start and m.end <= end), None)
    )
    return Slot(
        indicator=indicator,
        sign=sign,
        party=_party(sentence, start, end),
        product=product,
        period=run.period if run else main[0].what if main else None,
        compare=run.compare if run else compared[0].what if compared else None,
        scope=scope,
        basis=basis,
        role=None if title else _role(words),
        unit=unit_of(words),
        yearly=True if YEARLY.search(words) else None,
    )


def flows_in(words: str) -> list[tuple[Indicator, Literal["deficit", "surplus"] | None]]:
    """The flows that words name, each once, in text order; "trade" is none beside another."""
    found: dict[Indicator, Literal["deficit", "surplus"] | None] = {}
    for hit in FLOW.finditer(NO_FLOW.sub(lambda m: " " * len(m.group()), words)):
        if hit.group("balance"):
            found.setdefault("balance", "deficit" if hit.group("deficit") else "surplus" if hit.group("surplus") else None)
        elif hit.group("exports"):
            found.setdefault("exports", None)
        elif hit.group("imports"):
            found.setdefault("imports", None)
        else:
            found.setdefault("total_trade", None)
    if len(found) > 1:
        found.pop("total_trade", None)
    return list(found.items())


def _party(sentence: Sentence, start: int, end: int) -> str | None:
    if ALL.fullmatch(sentence.text[start:end].strip(" :-–—*•")):
        return "WLD"
    return next((m.what for m in sentence.party_in(start, end)), None)


def _scope(words: str) -> tuple[Scope | None, Basis | None]:
    if BOTH.search(words):
        return "goods+services", "explicit"
    if GOODS.search(words):
        return "goods", "explicit"
    return ("services", "explicit") if SERVICES.search(words) else (None, None)


def _role(words: str) -> Role | None:
    if SHARE.search(words):
        return "share"
    if CHANGE.search(words):
        return "change_abs" if unit_of(words) and not PERCENT.search(words) else "change_pct"
    return "change_pct" if PERCENT.fullmatch(words.strip(" ()")) else None
