"""An agreement's entry into force."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import NAMED, PACT, gap

_FORCE = (
    r"\b(?:enter(?:s|ed|ing)? into (?:force|effect)|c(?:ame|ome|omes|oming) into (?:force|effect|operation|being)|t(?:ook|ake|akes|aking|aken) effect"
    r"|(?:went|go|goes|going|gone) into (?:force|effect|operation)|be(?:came|come|comes) (?:effective|operative|binding|law)|kick(?:s|ed)? in|being in force"
    r"|(?:be(?:en)? )?in (?:force|effect) (?:since|as of|from)|be in (?:force|effect)|(?:start|beg[aiu]n)(?:s|ning)? (?:to apply|applying|operating)|appl(?:y|ies|ied) (?:provisionally )?(?:from|as of|since)|(?:been|be|was|is|are|were) (?:provisionally )?applied (?:provisionally )?(?:from|as of|since)"
    r"|(?:be )?(?:implemented|operational|applied) (?:from|as of|on|by)|go(?:es)? live|went live)\b"
)
# Between the agreement and its entry into force nothing else may stand that could be what takes effect.
_OTHER = (
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|quotas?|safeguards?|sanctions|rate|rules?|bans?|increases?|cuts?|withdrawal|termination|amendments?|surcharges?|changes?|privileges|benefits|designations?|proclamation|treatment|decision|measures|status|sanctions|steps?|moves?"
    r"|suspension|exemptions?|(?:list|order|bill|law) (?:that|which|will|would|takes?|took))\b"
)
_NEAR = rf"(?:(?!{_OTHER})[^.;]){{0,100}}?"

KIND = Kind(
    type="entry_into_force",
    gate=gate(r"takes? over|took over|the place of|succeed|appl|live\b|force|effect|replac|supersed|implement|operati|becom|became|kick|binding"),
    triggers=(
        trigger(rf"\b(?:once|as soon as|by the time) {gap(40)}{PACT}{gap(12)}\b(?P<act>(?:enters?|comes?|goes?|go|takes?) (?:into )?(?:force|effect)|becomes? effective)\b", "hypothetical", presupposed=True),
        trigger(rf"{PACT}{_NEAR}(?P<act>{_FORCE})", not_after=r"\b(?:removal|withdrawal|exit|departure|expulsion) (?:from|of)\b"),
        trigger(rf"\b(?P<act>entry into (?:force|effect)|coming into force|implementation) of {gap(25)}{PACT}", needs=r"entry into (?:force|effect)|coming into force"),
        trigger(rf"{PACT}'?s? entry into (?:force|effect)"),
        trigger(rf"\b(?:put|brought|bring|bringing) {gap(25)}{PACT}{gap(15)}into (?:force|effect)"),
        trigger(rf"\b(?:was|were|been|is|being|be) (?P<act>(?:replaced|superseded|succeeded) by) (?:the )?(?P<subject>{NAMED})\b", needs=rf"\b{NAMED}\b.*\b{NAMED}\b"),
        trigger(r"\b(?:it|they|which|both) (?P<act>(?:enters?|comes?|goes?|go|takes?) (?:into )?(?:force|effect)) (?=once|when|as soon as|after|if)", "hypothetical", goes_on=True, needs=PACT, not_after=_OTHER),
        trigger(rf"\b{NAMED}\b{gap(70)}\b(?:replac(?:es?|ed|ing)|supersed(?:es?|ed|ing)|t(?:ook|akes?|aking) (?:over from|the place of)|succeed(?:s|ed))\b{gap(25)}\b{NAMED}\b"),
        trigger(rf"{PACT}{_NEAR}\bonce (?:it is |fully )?in force", "hypothetical", presupposed=True),
        trigger(rf"\bonce (?:it is |{gap(20)}{PACT} (?:is |was )?)?in force", "hypothetical", needs=PACT, presupposed=True),
    ),
)  # fmt: skip
