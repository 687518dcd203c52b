"""Agreements where a text names them: by gazetteer, or by their parties ("U.S.-Kenya trade agreement")."""

import re
from datetime import date
from functools import cache

from nlp.names.agreements import AGREEMENTS, agreement_between
from nlp.names.matching import Matcher
from nlp.names.parties import find_parties, pair_name
from tradeclaims.records import Mention
from tradeclaims.values import Span

_KIND = re.compile(
    r"[ \u00a0](?:[Ff]ree[- ][Tt]rade[ \u00a0]|[Tt]rade[ \u00a0]|[Bb]ilateral[ \u00a0])*(?:[Aa]greement|[Pp]act|[Dd]eal|[Aa]ccord|[Tt]reaty|FTA)\b(?: \([A-Z-]{3,8}\))?"
)


@cache
def _matcher() -> Matcher[str]:
    return Matcher((alias, agreement.name) for agreement in AGREEMENTS.values() for alias in agreement.aliases)


def find_agreements(text: str, on: date | None = None) -> list[Mention]:
    """Every agreement named in the text, in text order; entity is the short name or the name of the pair.

    `on` is the day of the text: it decides which of two agreements of the same parties a name built from them means.
    """
    mentions = [
        Mention(kind="entity", span=Span.of(text, found.start, found.end), label="AGREEMENT", entity=found.payload)
        for found in _matcher().find(text)
    ]
    taken = [(m.span.start, m.span.end) for m in mentions]
    for start, end, partners in _party_chains(text):
        kind = _KIND.match(text, end)
        if kind and not any(start < e and s < kind.end() for s, e in taken):
            known = agreement_between(partners, on)
            entity = known.name if known else pair_name(partners[0]) if len(partners) == 1 else None
            if entity:
                mentions.append(Mention(kind="entity", span=Span.of(text, start, kind.end()), label="AGREEMENT", entity=entity))
    return sorted(mentions, key=lambda m: m.span.start)


def _party_chains(text: str) -> list[tuple[int, int, list[str]]]:
    """Stretches like "U.S.-Kenya" that join the United States and others by hyphens, with the others' codes; also "KOR" in "South Korea Trade Deal"."""
    chains: list[tuple[int, int, list[str]]] = []
    for party in find_parties(text):
        code, start, end = party.entity or "", party.span.start, party.span.end
        if chains and chains[-1][1] == start - 1 and text[start - 1] in "-–‑/":
            chains[-1] = (chains[-1][0], end, [*chains[-1][2], code])
        else:
            chains.append((start, end, [code]))
    named = [(start, end, [code for code in codes if code != "USA"]) for start, end, codes in chains]
    return [(start, end, partners) for start, end, partners in named if partners]
