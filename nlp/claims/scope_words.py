"""Words that say whether goods, services or both are meant."""

import re

from tradeclaims.records.claim import Scope

BOTH = re.compile(
    r"\bgoods[\s-]+and[\s-]+services\b|\bservices[\s-]+and[\s-]+goods\b|\b(?:goods|merchandise) (?:plus|as well as) services\b",
    re.IGNORECASE,
)
OVERALL = re.compile(r"\boverall (?:trade )?(?:deficit|surplus|balance|trade)\b", re.IGNORECASE)
WITH_SERVICES = re.compile(
    r"\bservices (?:are |were |is )?(?:included|added|counted|factored in|taken into account)\b|\b(?:including|include|add|adding|counting|count|plus|with|throw(?:ing)? in) (?:in )?services\b(?! alone)"
    r"|\bonce services\b|\bwhen services\b",
    re.IGNORECASE,
)
"""Goods with services, told in a clause of its own: "once services are counted"."""

GOODS_ALONE = re.compile(
    r"\b(?:goods|merchandise) (?:alone|only)\b|\b(?:just|only|in) (?:goods|merchandise)\b(?! and)|\bexcluding services\b|\bservices excluded\b",
    re.IGNORECASE,
)
GOODS_OF = re.compile(
    r"\b(?:in|on|for|of) (?:just |only )?(?:goods|merchandise)\b(?! and)|\b(?:goods|merchandise) (?:alone|only)\b|\b(?:excluding|without) services\b",
    re.IGNORECASE,
)
SERVICES_OF = re.compile(r"\b(?:in|on|for|of) (?:just |only )?services\b(?! and)|\bservices (?:alone|only)\b", re.IGNORECASE)
"""Behind a figure: what of it is meant."""


def scope_in(words: str) -> Scope | None:
    """The scope that a clause gives its own figure: "… billion when services are included", "… billion in goods alone"."""
    if BOTH.search(words) or WITH_SERVICES.search(words):
        return "goods+services"
    if SERVICES_OF.search(words):
        return "services"
    return "goods" if GOODS_OF.search(words) else None
