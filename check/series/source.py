"""What a statistical source is."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publisher of official figures and how its tables may be used."""

    name: str
    """As in Observation.source."""

    publisher: str
    """In words, for sentences."""

    url: str
    """Public address of its main table."""

    priority: int
    """Which of two equally recent figures is taken: the lower number."""

    families: Mapping[str, str] = field(default_factory=dict)
    """Series → family, where its figures measure something else than the general series of that name ("textiles" by another definition).

    Figures of two families are never mixed. A family that starts with `part:` is a subset and is never the answer to a plain question.
    """

    definitions: Mapping[str, str] = field(default_factory=dict)
    """Family → the definition in words, for readings."""

    lists_every_country: bool = False
    """Whether its tables by partner leave no country out, so that one without a figure had next to no trade or is missing from the vintage."""
