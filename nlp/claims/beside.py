"""Claims of a sentence together with those of its foils: the stated figure is read as if alone, and each foil takes over its flow and time."""

from collections.abc import Callable
from dataclasses import replace

from nlp.claims.apposition import without
from nlp.claims.checkable import is_checkable
from nlp.claims.foils import Foil, find_foils, foil_claim, without_foils
from nlp.claims.sentence import Sentence
from nlp.claims.setting import Setting
from tradeclaims.records import Claim


def with_foils(setting: Setting, read: Callable[[Setting], list[Claim]]) -> list[Claim]:
    """The claims of what a sentence states, then those of the figures set beside it. `read` reads the claims of a sentence without any."""
    sentence, last = setting.sentence, setting.context.last
    foils = find_foils(sentence)
    claims = read(replace(setting, sentence=without_foils(sentence, foils)))
    if not foils:
        return claims
    told = [(claim, _place(sentence, claim)) for claim in claims]
    for foil in foils:
        beside = [pair for pair in told if _comparable(pair[0], foil)]
        before = [pair for pair in beside if pair[1] < foil.mark.start]
        model = before[-1] if before else beside[0] if beside else None
        if model is None:
            claims += _alone(setting, read, foil, last)
            continue
        claim = foil_claim(sentence, foil, model[0])
        claims.append(_placed(setting, claim, foil))
        if foil.kind == "first_reported":
            claims = [_later_print(one) if one is model[0] else one for one in claims]
    return claims


def _alone(setting: Setting, read: Callable[[Setting], list[Claim]], foil: Foil, last: Claim | None) -> list[Claim]:
    """The claim of a foil whose stated figure is not in its sentence: its own flow is, or it stands beside the paragraph's last level."""
    plain = setting.sentence if foil.clause else without(setting.sentence, [(foil.start, foil.mark.start)])
    own = [claim for claim in read(replace(setting, sentence=plain)) if _place(plain, claim) == foil.mark.start]
    if own:
        modality = foil.kind if foil.kind in ("forecast", "target", "denied") else own[0].modality
        claim = replace(own[0], modality=modality)
    elif last is not None and _comparable(last, foil):
        claim = foil_claim(setting.sentence, foil, replace(last, evidence=setting.sentence.span))
    else:
        return []
    return [_placed(setting, claim, foil)]


def _placed(setting: Setting, claim: Claim, foil: Foil) -> Claim:
    quoted = setting.speakers.quotes(setting.sentence.span.start + foil.mark.start)
    return replace(claim, quotation=quoted, checkable=is_checkable(claim, setting.sentence))


def _place(sentence: Sentence, claim: Claim) -> int:
    """Where the main figure of a claim stands; the end of the sentence where it has none."""
    main = claim.value or claim.share or claim.change_pct or claim.factor or claim.change_abs or claim.change_pp
    return next((mark.start for mark in sentence.quantities if mark.what is main), len(sentence.text))


def _comparable(claim: Claim, foil: Foil) -> bool:
    """Whether a claim's figure is of the foil's kind."""
    if claim.indicator in ("rank", "tariff_rate"):
        return False
    if foil.mark.what.unit == "percent":
        return claim.change_pct is not None or claim.share is not None
    level = claim.value or claim.change_abs
    return level is not None and level.unit == foil.mark.what.unit


def _later_print(claim: Claim) -> Claim:
    """A figure that replaces a first print: revised, and no change between two times."""
    modality = "asserted" if claim.modality == "estimate" else claim.modality
    return replace(
        claim, modality=modality, vintage="revised", from_value=None, direction=None, compare_period=None, change_abs=None, change_pct=None
    )
