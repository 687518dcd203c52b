"""Years counted from an agreement's first day: "the pact's first year", "the first two years of KORUS".

Trade figures come by the month, so such a year begins with the month in which the agreement entered into force.
"""

import re
from datetime import date

from nlp.dates.reading import Reading
from nlp.dates.rules import Found, Rule
from nlp.dates.words import NUMBER, small_number
from nlp.names import find_parties
from nlp.names.agreements import AGREEMENTS
from tradeclaims.values import Period
from tradeclaims.values.period import add_months, month_end

_PACT = r"(?:the\s(?:(?:free[\s-])?trade\s)?(?:pact|agreement|deal|accord|FTA)|(?:the\s)?[A-Z][A-Z-]{3,})"


def _first_years(match: re.Match[str], reading: Reading) -> Found:
    begins = _in_force(reading)
    if begins is None:
        return None
    years = small_number(match["n"]) if match["n"] else 1
    start = begins.replace(day=1)
    last = add_months(start, 12 * years - 1)
    return Period(start=start, end=month_end(last.year, last.month), freq="12m" if years == 1 else "multi", anchor="context")


def _in_force(reading: Reading) -> date | None:
    """First day of the one agreement that the text names, or whose partners it names; the youngest at the time where several fit."""
    published = reading.published
    pacts = [a for a in AGREEMENTS.values() if a.entry_into_force and (published is None or a.entry_into_force <= published)]
    named = [a for a in pacts if any(re.search(rf"(?<!\w){re.escape(alias)}(?!\w)", reading.text) for alias in a.aliases)]
    if not named:
        parties = {mention.entity for mention in find_parties(reading.text)}
        named = [a for a in pacts if a.partners and set(a.partners) <= parties]
    return max((a.entry_into_force for a in named if a.entry_into_force), default=None)


RULES = (
    Rule(rf"(?i:(?P<pact>(?-i:{_PACT})['’]s)\sfirst\s(?:(?P<n>{NUMBER})\s)?years?)\b", _first_years, begins="abcdefghijklmnopqrstuvwxyz"),
    Rule(rf"(?i:the\sfirst\s(?:(?P<n>{NUMBER})\s)?years?\s(?:of|under)\s(?-i:{_PACT}))(?!\w)", _first_years, begins="t"),
)
