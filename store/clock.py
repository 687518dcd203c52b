"""Times as they are stored: UTC, ISO 8601, always with microseconds, so that text order is time order."""

from datetime import UTC, datetime


def stamp(at: datetime | None = None) -> str:
    """`at`, or now, as text. Raises ValueError for a time without zone: nobody could say which hour it means."""
    at = at or datetime.now(UTC)
    if at.tzinfo is None:
        raise ValueError(f"the time {at.isoformat()} has no zone; times in the store are UTC")
    return at.astimezone(UTC).isoformat(timespec="microseconds")
