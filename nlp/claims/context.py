"""What a sentence may leave out because the text before it said so."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from tradeclaims.records import Claim
from tradeclaims.records.claim import Modality
from tradeclaims.values import Period

Number = Literal["singular", "plural"]
PLURALS = ("exports", "imports")
"""Flows that "they" and "those" stand for; balances and trade are "it" and "that"."""

CARRIED = ("month", "quarter", "half", "year", "fiscal_year", "ytd", "12m", "multi")
"""Periods that the next sentence may go on speaking of; long stretches and open ones end with their sentence."""

LOOKS_BACK = re.compile(
    r"\bsince\b[^;]{3,30}, when\b|\bhad (?:been|\w+ed|fallen|risen|grown|shrunk|run|hit|stood|come|gone|sunk|slid)\b", re.IGNORECASE
)
"""The past perfect, in which a text on one time tells of an earlier one."""


PLUPERFECT = re.compile(r"\bhad\s+(?:\w+ly\s+|only\s+)?(?:been|stood|come|run|totall?ed|amounted|reached|posted|recorded)\b", re.IGNORECASE)
"""Words that turn back to an earlier time than the one told of: "in April it had been only $13.8 billion"."""


@dataclass(frozen=True, slots=True)
class Tariff:
    """The tariff last told of."""

    reporter: str | None
    partners: tuple[str, ...]
    period: Period | None
    modality: Modality
    listing: bool
    """Whether a list of its rates is open."""


@dataclass(slots=True)
class Context:
    """What has been spoken of so far in one document."""

    country: str | None
    """The country the document speaks from: whose flows are meant where nobody is named."""

    partners: tuple[str, ...] = ()
    """Partners of the last claim in this paragraph."""

    told: set[str] = field(default_factory=set)
    """Single partners of all claims in this paragraph so far."""

    period: Period | None = None
    """Period of the last claim that named one: a report on June goes on speaking of June."""

    agreement: str | None = None
    """The agreement last named: what "the agreement" means."""

    last: Claim | None = None
    """The last level of a flow in this paragraph: what "it was" goes on about."""

    tariff: Tariff | None = None
    """The tariff that "the rate" goes on about, or that an item of a list belongs to."""

    spoken: list[Claim] = field(default_factory=list)
    """The flows told of by the last sentence of this paragraph that told of any."""

    opening: bool = True
    """Whether the sentence being read has told of none yet."""

    told_total: bool = False
    """Whether a claim of this paragraph has been about trade with the whole world."""

    on_trade: bool = False
    """Whether the document has told of a trade flow."""

    rank: Claim | None = None
    """The last place in a ranking: what "it ranked second" goes on about."""

    yearly: bool | None = None
    """Whether the document measures part of a year against the same part of the year before: what its first rate told. None before any."""

    fiscal: bool = False
    """Whether the deficit last spoken of was a budget's or a current account's."""

    passage: bool = False
    """Whether the paragraph counts what passes through one port, bridge or the like."""

    world: bool = False
    """Whether a claim has been about trade with the whole world."""

    named: Counter[str] = field(default_factory=Counter)
    """How often each foreign country, or the partner of a bilateral agreement, has been named."""

    dealt: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """How many flows the document has told of with each set of countries but its own, on either side."""

    behind: Claim | None = None
    """The last flow of the paragraph before this one."""

    plain: Claim | None = None
    """The last flow of this paragraph that was told of without goods: what "those to Japan" goes on about behind one of its goods."""

    bought: Claim | None = None
    """The last imports told of in this paragraph, or in the one before: what bare purchases are."""

    sold: Claim | None = None
    """The last exports told of in this paragraph, or in the one before: what bare shipments are."""

    item: bool = False
    """Whether the sentence is an item of a list."""

    near: set[str] = field(default_factory=set)
    """Those named in this paragraph."""

    bloc: str | None = None
    """The bloc named last: what "the bloc" means."""

    named_home: bool = False
    """Whether the document's own country, not a foreign one, was named last."""

    at_home: bool = False
    """Whether a claim has been about the document's own country, on either side."""

    reporters: Counter[str] = field(default_factory=Counter)
    """How often each country's flows were told of by its name."""

    told_near: frozenset[str] = frozenset()
    """Those of them named before this sentence."""

    last_named: str | None = None
    """The foreign country named last."""

    def enter(self, opens_paragraph: bool, *, item: bool = False) -> None:
        """Begin a sentence; a new paragraph forgets the last one's partners, and each item of a list is about its own."""
        self.item = item
        if item:
            self.told = set()
        if opens_paragraph:
            if self.last is None:
                self.sold = self.bought = None
            self.behind = self.last or self.behind
            self.partners, self.last, self.near, self.told, self.passage = (), None, set(), set(), False
            self.plain = None
            self.spoken, self.told_total = [], False
        self.opening = True
        self.told_near = frozenset(self.near)

    @property
    def currency(self) -> str | None:
        """Currency of the last level told in this paragraph: what "20.7 billion" goes on in."""
        return self.last.value.currency if self.last is not None and self.last.value is not None else None

    def antecedent(self, number: Number | None) -> Claim:
        """What a pronoun goes on about: the last flow of the sentence before that agrees with it in number, else the last one."""
        assert self.last is not None
        agreeing = [claim for claim in self.spoken if number is not None and (claim.indicator in PLURALS) == (number == "plural")]
        return agreeing[-1] if agreeing else self.last

    def name(self, partner: str, times: int = 1) -> None:
        """Note that a foreign country was named."""
        self.named[partner] += times
        self.near.add(partner)
        self.last_named = partner

    @property
    def usual_reporter(self) -> str | None:
        """Whose flows are meant where nobody is named: the document's own country's, unless it only tells of another one's."""
        if self.at_home or not self.reporters:
            return self.country
        ((reporter, times),) = self.reporters.most_common(1)
        return reporter if 2 * times > self.reporters.total() else self.country

    @property
    def several(self) -> bool:
        """Whether the paragraph has gone through two partners or more and is about none of them: flows without a partner are totals again."""
        return len(self.told) > 1 and self.topic is None

    @property
    def topic(self) -> str | None:
        """The one partner the document is about so far: named at least twice as often as all others together, and more than once or just now."""
        if self.world:
            return None
        if len(self.dealt) == 1 and self.dealt.total() > 1:
            ((partners, _),) = self.dealt.items()
            if len(partners) == 1 and partners != ("WLD",):
                return partners[0]  # all it has told so far
        if not self.named:
            return None
        ((partner, times),) = self.named.most_common(1)
        if self.dealt[("WLD",)] > self.dealt[(partner,)]:
            return None  # so far it tells of flows with all
        lasting = times > 1 or partner in self.near or (len(self.named) == 1 and self.dealt[(partner,)] > 0)
        return partner if lasting and times >= 2 * (self.named.total() - times) else None

    @property
    def main_topic(self) -> str | None:
        """The topic where it has been named often enough that even "U.S. exports" means those to it."""
        topic = self.topic
        return topic if topic is not None and self.named[topic] >= 3 else None

    def learn(self, claim: Claim, *, portion: bool = False) -> None:
        """Remember what the next sentences may leave out; of a `portion` only that trade was told of: they go on about the whole."""
        if portion:
            self.told |= set(claim.partners) - {"WLD"}
            self.opening = False
            return
        if claim.partners and claim.indicator not in ("rank", "tariff_rate"):
            self.partners = claim.partners
            self.dealt[tuple(sorted({*claim.partners, claim.reporter or ""} - {self.country, ""})) or claim.partners] += 1
            self.told |= set(claim.partners) - {"WLD"}
        if claim.period is not None and self._is_told(claim) and claim.indicator != "tariff_rate":
            other_print = claim.vintage in ("revised", "first_reported") and self.period is not None
            earlier = self.period is not None and _before(claim.period, self.period)
            further = bool(self.spoken) and not self.opening and claim.indicator != "rank"
            looks_back = other_print or (
                earlier
                and (
                    claim.period.anchor == "context"
                    or further
                    or LOOKS_BACK.search(claim.evidence.quote) is not None
                    or self._is_base(claim)
                )
            )
            if not looks_back:  # "the year before, it had been …": or it was revised: the text is still about the later one
                self.period = claim.period
        if claim.indicator == "rank":
            self.rank = claim
        if claim.indicator not in ("rank", "tariff_rate"):
            self.last = claim
            self.plain = claim if claim.product is None else self.plain
            self.sold = claim if claim.indicator == "exports" else self.sold
            self.bought = claim if claim.indicator == "imports" else self.bought
            self.on_trade = True
            self.spoken = [claim] if self.opening else [*self.spoken, claim]
            self.opening = False
            self.told_total = self.told_total or claim.partners == ("WLD",)
        if self.country is not None and (claim.reporter == self.country or self.country in claim.partners):
            self.at_home = True
        if claim.partners == ("WLD",) and claim.product is None and claim.indicator != "tariff_rate":
            self.world = True

    def _is_told(self, claim: Claim) -> bool:
        """Whether a claim's period is one the next sentence may go on speaking of, named itself or by the month before it."""
        period, compared = claim.period, claim.compare_period
        assert period is not None
        if period.freq == "multi" and period.raw is not None:
            same = period.start is not None and period.end is not None and period.start.month == period.end.month
            return same and period.start != period.end
        if period.raw is None:
            implied = period.freq == "month" and compared is not None and compared.raw is not None and compared.freq == "month"
            return implied and self.period is None
        return period.freq in CARRIED

    def _is_base(self, claim: Claim) -> bool:
        """Whether a figure of an earlier month or quarter only stands beside the later one just told of the same flow: "In August 2011 it came to $44.8 billion"."""
        if claim.period is None or self.period is None or claim.product != (self.last.product if self.last else None):
            return False
        if PLUPERFECT.search(claim.evidence.quote):
            return True
        if claim.period.freq not in ("month", "quarter") or claim.period.freq != self.period.freq or self.last is None:
            return False
        return (claim.indicator, claim.partners) == (self.last.indicator, self.last.partners)


def _before(one: Period, other: Period) -> bool:
    return one.end is not None and other.end is not None and one.end < other.end
