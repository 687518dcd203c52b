"""Trade agreements and preference programmes: their names, partners and days."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nlp.names.gazetteer import read_gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One agreement of the United States, or one it may be measured against."""

    name: str
    """Short name: `KORUS`."""

    full_name: str
    """Name in full."""

    aliases: tuple[str, ...]
    """Every spelling it is found by, the full name included."""

    partners: tuple[str, ...]
    """ISO3 or bloc codes of the parties besides the United States; empty for programmes with many beneficiaries."""

    known: date
    """Roughly when texts can first mean it: talks begun, or the outcome announced under this name."""

    signed: date | None
    """Day of signature, or of enactment for a programme; None if never signed or not known."""

    entry_into_force: date | None
    """First day in force (for several partners the first of them); None if never, or not known to the day."""

    ended: date | None
    """Day it was replaced, suspended or left by the United States; None while it lasts."""

    status: str
    """`in_force`, `in_force_amended`, `superseded`, `suspended`, `us_withdrew`, `in_force_without_us`, `never_concluded`, `framework`, `preference_programme`."""


# An institution, or common words, before they are an agreement: only the longer spellings name it.
_NAME_IS_NO_ALIAS = {"WTO", "Phase One", "GATT"}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _read() -> dict[str, Agreement]:
    agreements = {}
    for row in read_gazetteer("agreements"):
        name: str = row["name"]
        aliases = [row["full"], *row["aliases"], *([] if name in _NAME_IS_NO_ALIAS else [name])]
        agreements[name] = Agreement(
            name=name,
            full_name=row["full"],
            aliases=tuple(dict.fromkeys(spelling for alias in aliases for spelling in _spellings(alias))),
            partners=tuple(row["partners"]),
            known=date.fromisoformat(row["known"]),
            signed=_day(row["signed"]),
            entry_into_force=_day(row["in_force"]),
            ended=_day(row["ended"]),
            status=row["status"],
        )
    return agreements


def _spellings(alias: str) -> Iterable[str]:
    yield alias
    if "U.S." in alias:
        yield alias.replace("U.S.", "US")
    if re.search("Agreement|Partnership|Trade", alias):
        yield re.sub(r"\b(?:Free |Trade |Promotion |Agreement)+", lambda found: found.group().lower(), alias)


AGREEMENTS: dict[str, Agreement] = _read()
"""Short name to agreement."""


def agreement_between(partners: Iterable[str], on: date | None) -> Agreement | None:
    """The agreement of the United States with exactly these partners that a text of day `on` means; None if there is none.

    Of several (NAFTA and its successor) the one known last on that day; without a day the last of all.
    """
    wanted = set(partners)
    if not wanted:
        return None
    fitting = [
        agreement
        for agreement in AGREEMENTS.values()
        if agreement.status not in ("in_force_without_us", "framework", "preference_programme")
        and (set(agreement.partners) == wanted or wanted < set(agreement.partners) <= {"CAN", "MEX"})
        and (on is None or agreement.known <= on)
    ]
    return max(fitting, key=lambda agreement: agreement.known, default=None)
