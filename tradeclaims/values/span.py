"""A piece of a text, with the words it holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Evidence: `text[start:end] == quote`."""

    start: int
    """Offset of the first character in the document's text."""

    end: int
    """Offset behind the last character."""

    quote: str
    """The words themselves; they survive when the text around them moves."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.quote):
            raise ValueError(f"span {self.start}:{self.end} does not fit a quote of {len(self.quote)} characters")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span from `start` to `end` of `text`. Raises ValueError where the offsets lie outside it."""
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"span {start}:{end} lies outside a text of {len(text)} characters")
        return cls(start=start, end=end, quote=text[start:end])

    def check(self, text: str) -> None:
        """Raise ValueError unless the span quotes `text` exactly."""
        if text[self.start : self.end] != self.quote:
            raise ValueError(f"span {self.start}:{self.end} quotes {self.quote!r}, the text has {text[self.start : self.end]!r}")
