"""Records as the JSON of a `body` column, and back."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from tradeclaims.codec import decode, encode

Record = TypeVar("Record")


def pack(record: Any, *, without: str | None = None) -> str:
    """A record as compact JSON; the field `without` is left out because it has a column of its own."""
    plain = encode(record)
    if without is not None:
        del plain[without]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def unpack(kind: type[Record], body: str, **columns: Any) -> Record:
    """The record of class `kind` that `pack` made `body` from; `columns` gives the fields left out."""
    plain: Mapping[str, Any] = json.loads(body)
    return decode(kind, {**plain, **columns})
