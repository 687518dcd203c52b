"""Country groups that no embedded table gives as a partner: their members are added up."""

from check.figure import Dims
from check.months import Months

_ALWAYS, _STILL = 0, 9999

_MEMBERS: dict[str, dict[str, tuple[int, int]]] = {
    # asean.org: Timor-Leste joined in October 2025; statistics of earlier years are given for the ten.
    "ASEAN": {**dict.fromkeys(("BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM"), (_ALWAYS, _STILL)), "TLS": (2026, _STILL)},
    # mercosur.int: Venezuela took part from 2012 to 2016; Bolivia since 2024.
    "MERCOSUR": {**dict.fromkeys(("ARG", "BRA", "PRY", "URY"), (_ALWAYS, _STILL)), "VEN": (2013, 2016), "BOL": (2025, _STILL)},
    "EFTA": dict.fromkeys(("CHE", "ISL", "LIE", "NOR"), (_ALWAYS, _STILL)),
    "CAFTA-DR": dict.fromkeys(("CRI", "DOM", "GTM", "HND", "NIC", "SLV"), (_ALWAYS, _STILL)),
    # opec.org, member countries, full years of membership.
    "OPEC": {
        **dict.fromkeys(("ARE", "DZA", "IRN", "IRQ", "KWT", "LBY", "NGA", "SAU", "VEN"), (_ALWAYS, _STILL)),
        "AGO": (2007, 2023), "COG": (2019, _STILL), "ECU": (2008, 2019), "GAB": (2017, _STILL), "GNQ": (2018, _STILL), "IDN": (_ALWAYS, 2008),
        "QAT": (_ALWAYS, 2018),
    },
    "NORTH-AMERICA": dict.fromkeys(("CAN", "MEX"), (_ALWAYS, _STILL)),
}  # fmt: skip
"""Member to the first and last whole year in which it counts."""

NAMES = {"MERCOSUR": "Mercosur", "NORTH-AMERICA": "North American"}


def members_of(bloc: str, months: Months) -> tuple[str, ...]:
    """ISO3 codes of a bloc's members in the last year of a stretch, in alphabetical order; empty for a country or an unknown group."""
    return tuple(sorted(member for member, (first, last) in _MEMBERS.get(bloc, {}).items() if first <= months.year <= last))


def with_members(dims: Dims, months: Months) -> Dims | None:
    """The series with a bloc's members in its place; None where the partner is no such bloc."""
    members = members_of(dims.partners[0], months) if len(dims.partners) == 1 else ()
    return dims._replace(partners=members) if members else None


def bloc_of(partners: tuple[str, ...]) -> str | None:
    """A name for partners that are just the members of a bloc in some year: "the 10 ASEAN members"; None for any others."""
    if len(partners) < 3:
        return None
    for bloc, members in _MEMBERS.items():
        steady = {member for member, (first, last) in members.items() if (first, last) == (_ALWAYS, _STILL)}
        if steady <= set(partners) <= set(members):
            return f"the {len(partners)} {NAMES.get(bloc, bloc)} members"
    return None
