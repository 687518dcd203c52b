"""The partners and the product that hold a share."""

import re
from collections.abc import Sequence

from nlp.claims.parties import read_parties
from nlp.claims.partners import party_list
from nlp.claims.scope import read_product
from nlp.claims.setting import Setting
from nlp.claims.shares.flow import DividedFlow
from nlp.claims.shares.statement import Share
from nlp.claims.territory import Territory, phrase_start
from tradeclaims.records import Claim

THAT = re.compile(r"\W*(?:that|this)\b", re.IGNORECASE)
TOGETHER = re.compile(r"\b(?:together|combined|jointly|collectively|between them)\b", re.IGNORECASE)


def held_by(setting: Setting, share: Share, flow: DividedFlow, earlier: Sequence[Claim]) -> tuple[tuple[str, ...], str | None] | None:
    """The partners and the product that hold the share."""
    holder = share.holder
    if holder.flow is not None:
        territory = Territory(head=holder.flow, start=0, end=share.at, phrase=phrase_start(setting.sentence, holder.flow, 0))
        parties = read_parties(setting.sentence, territory, setting.context, None)
        product = read_product(setting.sentence, territory)
        if holder.flow.indicator != flow.indicator and product is None:
            return None  # exports' part of trade is a ratio of two flows
        if parties.partners in ((), ("WLD",)) and product is None:
            return None
        return parties.partners or ("WLD",), product
    if holder.antecedent and TOGETHER.search(setting.sentence.left(share.at, 40)):
        opening = next((m for m in setting.sentence.parties if m.end <= share.at), None)
        row = tuple(dict.fromkeys(m.what for m in party_list(setting.sentence, opening))) if opening else ()
        return (row, None) if len(row) > 1 else None
    if holder.antecedent:
        plain = [claim for claim in earlier if claim.indicator != "tariff_rate" and claim.measure != "share"]
        flows = [claim for claim in plain if claim.indicator != "rank"]
        ranks = [claim for claim in plain if claim not in flows]
        ranks = [claim for claim in ranks if _is_named(setting, claim, share.at)] or ranks[:1]
        found = flows or ranks
        told = found[-1] if found else setting.context.last if THAT.match(setting.sentence.text) else None
        if told is not None and (told.partners not in ((), ("WLD",)) or (told.product and told.product != flow.product)):
            return told.partners, told.product
        if told is not None and told.indicator == "rank" and told.reporter and told.partners == ("WLD",):
            return (told.reporter,), None
        goods = next((m.what for m in setting.sentence.products if m.end <= share.at), None)
        if told is None and goods and goods != flow.product:
            return flow.partners or ("WLD",), goods
        first = next((m.what for m in setting.sentence.parties if m.end <= share.at and m.what not in (flow.reporter, "WLD")), None)
        return ((first,), None) if first and told is None else None
    if holder.count:
        spoken = tuple(dict.fromkeys(p for claim in setting.context.spoken for p in claim.partners if p not in ("WLD", flow.reporter)))
        return (spoken, None) if len(spoken) == holder.count else None
    if holder.pronoun:
        country = _country_told(setting, share, flow)
        return ((country,), None) if country else None
    return (holder.parties or flow.partners, holder.product) if holder.named else None


def _is_named(setting: Setting, claim: Claim, before: int) -> bool:
    """Whether the country that a rank is of stands before an offset."""
    ranked = claim.partners if claim.partners != ("WLD",) else (claim.reporter,)
    return any(m.end <= before and m.what in ranked for m in setting.sentence.parties)


def _country_told(setting: Setting, share: Share, flow: DividedFlow) -> str | None:
    """The country that "it" or "the island" stands for: a foreign one before it in the sentence, else in the paragraph."""
    context = setting.context
    before = [m.what for m in setting.sentence.parties if m.end <= share.at and m.what not in (flow.reporter, "WLD", context.country)]
    if before:
        return before[-1]
    if len(context.partners) == 1 and context.partners != ("WLD",) and context.partners[0] != flow.reporter:
        return context.partners[0]
    return context.last_named if context.last_named != flow.reporter else None
