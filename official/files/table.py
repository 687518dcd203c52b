"""What a kind of file is, and what reading one gives."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from official.files.book import Book, Cell
from tradeclaims.errors import Unreadable
from tradeclaims.records import Observation

_VINTAGE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_FOOTNOTE = re.compile(r"\s*\((?:[A-Z]|\d{1,2})\)\s*$")


class Broken(NamedTuple):
    """A row, or a cell of it, that cannot be used."""

    place: str
    """`sheet country, row 17`."""

    reason: str


@dataclass(slots=True)
class Reading:
    """What a file holds."""

    observations: list[Observation] = field(default_factory=list)
    provenance: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """Key → publisher, url, public_copy, note."""

    broken: list[Broken] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTable:
    """The declaration in a table's file."""

    name: str
    """In words: `Census country.xlsx`."""

    expects: str
    """How one knows it, for an error message."""

    recognises: Callable[[Book], bool]

    read: Callable[[Book, str | None], Reading]
    """Takes the vintage that the user gives, None to take it from the file. Raises Unreadable where the whole file cannot be used."""


def checked_vintage(vintage: str) -> str:
    """A vintage as observations have it. Raises Unreadable for other shapes."""
    if not _VINTAGE.fullmatch(vintage):
        raise Unreadable(f"vintage {vintage!r}: expected when it was published, as 2018-10-05, 2018-10 or 2018")
    return vintage


def number(cell: Cell) -> Decimal | None:
    """The number in a cell, commas and a footnote mark allowed; None for an empty one. Raises ValueError for anything else."""
    if cell is None or isinstance(cell, Decimal):
        return cell
    text = _FOOTNOTE.sub("", str(cell)).replace(",", "").replace("$", "").strip()
    if text.startswith("(") and text.endswith(")"):
        text = f"-{text[1:-1]}"
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{cell!r} is not a number") from None
    if not value.is_finite():
        raise ValueError(f"{cell!r} is not a number")
    return value


def to_the_dollar(millions: Decimal | None) -> Decimal | None:
    """Values are whole dollars; what stands behind the sixth digit comes from seasonal factors and from binary sums."""
    if millions is None:
        return None
    value = round(millions, 6)
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def label(cell: Cell) -> str:
    """A cell as text: whole numbers without a point, footnote marks like (R) taken off."""
    if cell is None:
        return ""
    return _FOOTNOTE.sub("", str(cell)).strip()
