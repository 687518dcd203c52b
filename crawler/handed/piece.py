"""One document of something handed over."""

from dataclasses import dataclass

from tradeclaims.records import Exchange, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one file, mail or record gave: a snapshot with its bytes, or the reason why it gave none."""

    key: str
    """Names the piece in runs and issues: the file, and the place in it."""

    snapshot: Snapshot | None = None
    """None where there is a problem."""

    body: bytes = b""
    """The bytes."""

    exchange: Exchange | None = None
    """Headers, for records of a web archive."""

    problem: str = ""
    """One line; empty where the piece is good."""


LARGEST = 64 * 1024 * 1024
"""Bytes of a piece above which it is refused: no document is so large, a decompression bomb is."""
