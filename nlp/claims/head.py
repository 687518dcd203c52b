"""The words a claim hangs on: "exports", "deficit", "bought", "sixth largest trading partner", "tariff"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from nlp.claims.sentence import Sentence
from tradeclaims.records import Claim
from tradeclaims.records.claim import Indicator
from tradeclaims.values import Quantity

Kind = Literal["noun", "verb", "rank", "tariff", "paraphrase", "list", "share"]
Sign = Literal["deficit", "surplus"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A trade-flow word at `start:end` of its sentence."""

    start: int
    end: int
    indicator: Indicator
    kind: Kind = "noun"
    sign: Sign | None = None
    rank: int | None = None
    rank_basis: Indicator | None = None
    share_of: str | None = None
    plural: bool = False
    rate: Quantity | None = None
    """Tariff rates and paraphrased balances bring their figure with them."""

    carried: bool = False
    """Whether it only stands for a flow named before; `partner` and `product` are what it changes."""

    portion: bool = False
    """Whether it is only a part of that flow: what follows goes on about the whole."""

    partner: str | None = None
    product: str | None = None
    owner: str | None = None
    """The country whose own flow it is that stands for one named before: "Vietnam's leapt 15.1 percent"."""

    returned: bool = False
    """Whether it is the flow the other way."""

    model: Claim | None = None
    """The claim of an earlier sentence that it goes on about."""

    origin: str | None = None
    destination: str | None = None
    """Where goods came from and went to, of a movement told without buyer or seller; None is where it is told."""

    from_rate: Quantity | None = None
    """The earlier rate of a tariff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """How one indicator is worded: a quick expression for the sieve, and a reader that finds its heads."""

    hint: str
    """Alternatives of a regular expression; a sentence without any of them holds no such head."""

    find: Callable[[Sentence], Iterator[Head]]
    """Heads of a sentence, in text order."""


def words(pattern: str) -> re.Pattern[str]:
    """A case-insensitive expression on word borders."""
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
