"""What a share statement consists of."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nlp.claims.head import Head
from nlp.claims.moves import Direction
from nlp.claims.sentence import Mark, Sentence
from tradeclaims.values import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The flow that is divided, at `start:end` of the sentence."""

    start: int
    end: int
    """Behind its last word: behind the verb of "everything that Canada sells abroad"."""

    head: Head | None = None
    """The flow as named; None where it is the one told before: "the total", "that"."""

    worth: bool = False
    """Whether its own sum is named with it: "August's $46.9 billion trade gap"."""

    owner: str | None = None
    """Whose flow it is, where other words than its own say so: the subject of "Mexico sends four-fifths of its exports to …"."""

    of_subject: bool = False
    """Whether a pronoun says that the flow is another one's than the holder's: "the country's exports"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Whose part it is."""

    parties: tuple[str, ...] = ()
    product: str | None = None
    flow: Head | None = None
    """A flow whose partners and product hold the share: "imports from China accounted for 13 percent of the total"."""

    antecedent: bool = False
    """Whether it is what the sentence has just told of: "…, or 31 percent of all services exports"."""

    pronoun: bool = False
    """Whether it is the country spoken of before: "it accounted for"."""

    count: int = 0
    """How many countries a pronoun stands for: "together the four supplied"."""

    @property
    def named(self) -> bool:
        """Whether the words themselves tell it."""
        return bool(self.parties or self.product or self.flow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One share, with the words `start:end` that hold its figures and dates."""

    start: int
    end: int
    at: int
    """Where its main figure stands."""

    behind: int
    """Behind its last number, whole and holder; the next one of a list can begin here."""

    whole: Whole
    holder: Holder
    share: Mark[Quantity] | None = None
    earlier: Mark[Quantity] | None = None
    points: Mark[Quantity] | None = None
    direction: Direction | None = None
    spent: tuple[Mark[Quantity], ...] = field(default=())
    """All quantities that belong to it."""

    @property
    def of_last(self) -> bool:
        """Whether it is told as part of the figure before it: ", or 15.8 percent of the total"."""
        return self.holder.antecedent and self.whole.head is None and self.start == self.at


def without_shares(sentence: Sentence, shares: Sequence[Share]) -> Sentence:
    """The sentence without the numbers of its shares, and without the words that tell how a share moved: ", up from half in July"."""
    if not shares:
        return sentence
    for share in shares:
        last = share.spent[-1]
        if share.whole.worth and len(share.spent) > 1:
            start = max(share.whole.end, share.spent[-2].end)
            sentence = replace(sentence, text=sentence.text[:start] + " " * (last.end - start) + sentence.text[last.end :])
    spent = {mark.start for share in shares for mark in share.spent}
    return replace(sentence, quantities=tuple(q for q in sentence.quantities if q.start not in spent))


def wholes_of(shares: Sequence[Share]) -> list[Head]:
    """The flows that are named only to be divided, as heads that make no claim but bound the words of others."""
    found: dict[int, Head] = {}
    for share in shares:
        whole = share.whole
        if whole.head is not None and not whole.worth:
            found[whole.start] = Head(start=whole.start, end=whole.end, indicator=whole.head.indicator, kind="share")
    return list(found.values())
