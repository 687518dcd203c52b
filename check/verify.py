"""Claims of one document against the official figures."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from check.alternatives import alternatives
from check.chance import LIMIT, expected_fits
from check.claimed import Part, parts_of
from check.consistency import inconsistency
from check.cube import Cube
from check.evaluate import Evaluation, evaluate, evaluate_both
from check.lookups import Watched, watched
from check.probe import base_year_note
from check.rank_claims import check_rank
from check.reading import Reading
from check.readings import flow_of, literal_dims, literal_readings, sign_of
from check.revisions import first_print_unknown
from check.screening import not_checkable
from check.signs import check_signs
from check.timing import Timing, timings
from check.verdicts import RULE_VERSION, assessment, no_verdict, sentence, verdict
from check.wording import dims_words, exact_money, months_words, names
from tradeclaims.records import Assessment, Claim, Document, Verdict
from tradeclaims.records.verdict import OutcomeName

__all__ = ["RULE_VERSION", "verify", "verify_watching"]


def verify(claims: Sequence[Claim], document: Document, cube: Cube, *, as_of: date | None = None) -> list[Verdict]:
    """One verdict per claim, in the order of the claims; all claims of a document together, since they are checked against each other.

    "As published" is answered by the vintage public on the document's day, "now" by the newest. With `as_of` no vintage counts that was not
    public on that day. A document without a date is checked by today's figures; a number that only fits an earlier print is then `outdated`.
    """
    known = cube if as_of is None else cube.as_of(as_of)
    return [_in_document(claim, claims, document, known) for claim in claims]


def verify_watching(
    claims: Sequence[Claim], document: Document, cube: Cube, *, only: Collection[str] | None = None
) -> Iterator[tuple[Claim, Verdict, Watched]]:
    """The claims with the ids `only` (None for all), each with its verdict and what was looked up for it, found or not.

    A verdict stays what it is until a figure is added that touches what was looked up (see check.lookups), or the document changes.
    """
    for claim in claims:
        if only is None or claim.id in only:
            with cube.watching() as asked:
                found = _in_document(claim, claims, document, cube)
            yield claim, found, watched(asked)


def _in_document(claim: Claim, claims: Sequence[Claim], document: Document, cube: Cube) -> Verdict:
    found = verify_one(claim, document.published, cube)
    open_question = found.outcome == "differs" if found.official else found.outcome == "not_checkable"
    if not open_question or claim.modality not in ("asserted", "estimate"):
        return found
    conflict = inconsistency(claim, claims, cube)
    if conflict is None:
        return found
    if found.official:
        return replace(found, notes=(*found.notes, conflict.reason))
    return replace(found, diagnosis="inconsistent_in_document", reason=conflict.reason, notes=(*found.notes, found.reason))


def verify_one(claim: Claim, published: date | None, cube: Cube) -> Verdict:
    """The verdict on a claim by itself."""
    why = not_checkable(claim)
    if why is not None:
        return no_verdict(claim, why)
    if claim.indicator == "rank":
        found = check_rank(claim, published, cube)
    else:
        parts = parts_of(claim)
        found = _check_numbers(claim, parts, published, cube) if parts else check_signs(claim, published, cube)
    if claim.modality != "denied" or found.outcome == "not_checkable":
        return found
    reason = f"Not checkable: the text itself denies it. {found.reason}"
    return replace(found, outcome="not_checkable", diagnosis=None, reason=reason)


def _check_numbers(claim: Claim, parts: tuple[Part, ...], published: date | None, cube: Cube) -> Verdict:
    times = timings(claim, published, compares=any(part.compares for part in parts))
    if isinstance(times, str):
        return no_verdict(claim, times)
    literal = literal_readings(claim, cube, times)
    pairs = [pair for reading in literal if (pair := evaluate_both(cube, reading, parts, published)) is not None]
    event = any(timing.event_based for timing in times)
    notes = base_year_note(cube, claim, parts, literal, event_base=event)
    settled = _literal_verdict(claim, cube, parts, pairs, published, notes)
    if settled is not None:
        return settled
    return _other_reading(claim, cube, parts, literal, pairs, times, published, event_base=event, notes=notes)


Pair = tuple[Evaluation, Evaluation]
"""By the figures of the day of publication, and by today's."""


def _literal_verdict(
    claim: Claim, cube: Cube, parts: tuple[Part, ...], pairs: list[Pair], published: date | None, notes: list[str]
) -> Verdict | None:
    """`agrees` or `outdated`, where a literal reading fits by one of the two vintages."""
    for then, now in pairs:
        if now.fits:
            return _stated(claim, "agrees", then, now, now, notes)
    for then, now in pairs:
        if then.fits:
            outcome: OutcomeName = "agrees" if _revised_little(now) else "outdated"
            return _stated(claim, outcome, then, now, then if outcome == "agrees" else now, notes)
    if published is None or claim.vintage in ("revised_base", "first_reported", "preliminary"):
        for _, now in pairs:
            for figure in reversed(cube.history(now.reading.dims, now.reading.months)):
                earlier = evaluate(cube, now.reading, parts, figure.day)
                if earlier is not None and earlier.fits:
                    outcome = "outdated" if claim.vintage is None else "agrees"
                    return _stated(claim, outcome, earlier, now, earlier if outcome == "agrees" else now, notes)
    return None


def _revised_little(now: Evaluation) -> bool:
    """Whether today's figure misses by no more than one rounding width of the claim beyond its interval: too little to call it outdated."""
    for one in now.compared:
        part = one.part
        if not one.fits and (
            part.role == "direction"
            or (part.low is not None and one.official < part.low - part.step / 2)
            or (part.high is not None and one.official > part.high + part.step / 2)
        ):
            return False
    return True


def _stated(claim: Claim, outcome: OutcomeName, then: Evaluation, now: Evaluation, shown: Evaluation, notes: list[str]) -> Verdict:
    lead = ""
    if outcome == "outdated":
        lead = f"Right when published (the figure of {then.new.vintage} was {_short(then)}), revised since. "
    return verdict(claim, outcome, shown, _answer(then), _answer(now), lead=lead, notes=[*notes, *_late(then), *_missing(claim, shown)])


def _short(evaluation: Evaluation) -> str:
    return exact_money(abs(evaluation.new.value))


def _answer(evaluation: Evaluation, fitting: OutcomeName = "agrees") -> Assessment:
    return assessment(fitting if evaluation.fits else "differs", evaluation)


def _late(then: Evaluation) -> list[str]:
    if not then.late:
        return []
    note = f"No embedded vintage is as old as the text; the earliest, published {then.new.vintage}, stands for the figure of its day."
    return [note]


def _missing(claim: Claim, shown: Evaluation) -> list[str]:
    unchecked = {part.role for part in parts_of(claim)} - {one.part.role for one in shown.compared}
    return [f"Not compared for want of an official figure: {', '.join(sorted(unchecked))}."] if unchecked else []


def _other_reading(
    claim: Claim, cube: Cube, parts: tuple[Part, ...], literal: list[Reading], pairs: list[Pair], times: tuple[Timing, ...],
    published: date | None, *, event_base: bool, notes: list[str],
) -> Verdict:  # fmt: skip
    """A slip that explains the number, else `differs`, else `not_checkable`."""
    start = literal or _without_figures(claim, cube, times)
    tried: list[Evaluation] = []
    withheld: list[str] = []
    shown = pairs[0] if pairs else None
    open_ended = any(part.role in ("value", "from_value", "share") and (part.low is None or part.high is None) for part in parts)
    for reading in () if open_ended else alternatives(claim, start, cube, event_base=event_base):
        pair = evaluate_both(cube, reading, parts, published)
        if pair is None or len(pair[1].compared) < len(parts):
            continue
        then, now = pair
        tried += (now,) if then.main.official == now.main.official else (then, now)
        fitting = now if now.fits else then if then.fits else None
        if fitting is None:
            continue
        chance = expected_fits(parts, tried)
        if chance > LIMIT:
            withheld.append(
                f"The number is also that of another reading ({reading.words()}), but {chance} such fits were to be expected by luck."
            )
            break
        published_answer, now_answer = (shown and _answer(shown[0])), (shown and _answer(shown[1]))
        return verdict(
            claim, "agrees_on_other_reading", fitting,
            published_answer or _answer(then, "agrees_on_other_reading"), now_answer or _answer(now, "agrees_on_other_reading"),
            diagnosis=reading.diagnosis, chance=chance, lead=_slip_lead(shown), notes=[*notes, *_late(then)],
        )  # fmt: skip
    likeliest = literal_dims(claim, flow_of(claim), cube, monthly=times[0].months.length % 12 != 0)
    if shown is None or likeliest[0].product != shown[1].reading.dims.product:
        notes = withheld if shown is None else [*withheld, f"Understood otherwise it does not fit either. {sentence(shown[1])}"]
        return no_verdict(claim, _no_figure(claim, cube, times), notes=notes)
    then, now = min(pairs, key=lambda pair: abs(pair[1].main.official - pair[1].main.part.centre))
    unknown = first_print_unknown(cube, then, now)
    if unknown is not None:
        return verdict(claim, "not_checkable", now, None, _answer(now), lead=unknown, notes=[*notes, *withheld])
    extra = [*notes, *withheld, *_late(then), *_missing(claim, now)]
    return verdict(claim, "differs", now, _answer(then), _answer(now), chance=expected_fits(parts, tried) if tried else None, notes=extra)


def _slip_lead(shown: Pair | None) -> str:
    if shown is None:
        return "Taken literally there is no official figure, but another reading fits. "
    now = shown[1]
    return f"Taken literally ({now.reading.words()}) the official figure is {_short(now)}, which does not fit; another reading does. "


def _without_figures(claim: Claim, cube: Cube, times: tuple[Timing, ...]) -> list[Reading]:
    """Literal readings that the cube has no figure for, as a start for slips."""
    flow = flow_of(claim)
    dims = literal_dims(claim, flow, cube, monthly=times[0].months.length % 12 != 0)[:1]
    to_date = claim.period is not None and claim.period.freq == "ytd"
    return [Reading(one, times[0].months, times[0].base, sign_of(claim, flow), year_to_date=to_date) for one in dims]


def _no_figure(claim: Claim, cube: Cube, times: tuple[Timing, ...]) -> str:
    dims = literal_dims(claim, flow_of(claim), cube, monthly=times[0].months.length % 12 != 0)
    product = claim.product or dims_words(dims[0]).split(",")[0] if dims else claim.product
    what = f"{flow_of(claim)} of {product} between {names((claim.reporter or 'USA',))} and {names(claim.partners)}"
    when = months_words(times[0].months)
    if not any(cube.has_series(one) for one in dims):
        return f"no official series for {what} is embedded"
    if cube.until is not None:
        return f"no official figure for {what} in {when} that was public on {cube.until} is embedded"
    return f"no official figure for {what} in {when} is embedded (not yet released, or not part of the embedded tables)"
