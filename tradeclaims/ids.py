"""Identity comes from meaning: every id is a hash of what a record says, never of when or where we saw it."""

import hashlib
import json
from typing import Any


def body_hash(body: bytes) -> str:
    """SHA-256 of a fetched body, as 64 hexadecimal digits."""
    return hashlib.sha256(body).hexdigest()


def meaning_id(kind: str, *parts: Any) -> str:
    """A short stable id: the kind's first letter and 16 hexadecimal digits of a hash over the parts.

    Parts are serialised as canonical JSON, so equal meaning gives an equal id on every machine and in every version.
    Dates and Decimals are written as text.
    """
    text = json.dumps([kind, *parts], sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return kind[0] + hashlib.sha256(text.encode()).hexdigest()[:16]


def evidence_key(quote: str) -> str:
    """An evidence sentence with its white space folded: re-flowed text keeps its identity."""
    return " ".join(quote.split())
