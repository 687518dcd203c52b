"""Records to plain JSON values and back, exactly: Decimals and dates travel as text. Used for storage, never for people."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from cattrs.preconf.json import make_converter

Record = TypeVar("Record")

_converter = make_converter()
_converter.register_unstructure_hook(Decimal, str)
_converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
_converter.register_unstructure_hook(datetime, datetime.isoformat)
_converter.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))
_converter.register_unstructure_hook(date, date.isoformat)
_converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))


def encode(record: Any) -> dict[str, Any]:
    """A record as a dictionary of JSON values."""
    plain: dict[str, Any] = _converter.unstructure(record)
    return plain


def decode(kind: type[Record], plain: Mapping[str, Any]) -> Record:
    """The record of class `kind` that `encode` made `plain` from."""
    return _converter.structure(plain, kind)
