"""One sentence with everything that was found in it, offsets counted from its own first character."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from tradeclaims.values import Period, Quantity, Span

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class Mark(Generic[What]):
    """Something found at `start:end` of the sentence."""

    start: int
    end: int
    what: What


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A candidate sentence. All marks are in text order."""

    span: Span
    """Where it stands in the document."""

    text: str
    """Its words, line breaks replaced by blanks so that offsets keep."""

    quantities: tuple[Mark[Quantity], ...] = ()
    """Numbers with their units."""

    dates: tuple[Mark[Period], ...] = ()
    """Dates and periods."""

    parties: tuple[Mark[str], ...] = ()
    """Countries and blocs, demonyms and capitals included, as ISO3 or bloc code."""

    products: tuple[Mark[str], ...] = ()
    """Product slugs."""

    agreements: tuple[Mark[str], ...] = ()
    """Agreements by short name."""

    after_flow: bool = False
    """Whether the document has told of a trade flow: "that gap" is then one of trade."""

    def left(self, offset: int, width: int = 60) -> str:
        """The words before `offset`."""
        return self.text[max(0, offset - width) : offset]

    def right(self, offset: int, width: int = 60) -> str:
        """The words from `offset` on."""
        return self.text[offset : offset + width]

    def party_in(self, start: int, end: int) -> list[Mark[str]]:
        """Parties that lie between two offsets."""
        return [mark for mark in self.parties if start <= mark.start and mark.end <= end]

    def extents(self) -> list[tuple[int, int]]:
        """Where the marks of all kinds stand."""
        return [
            *((m.start, m.end) for m in self.quantities),
            *((m.start, m.end) for m in self.dates),
            *((m.start, m.end) for m in (*self.parties, *self.products, *self.agreements)),
        ]
