"""An agreement's entry into force."""

from nlp.events.kind import Kind, gate, trigger
from nlp.events.wording import NAMED, PACT, gap

_FORCE = (
    r"\b(?:enter(?:s|ed|ing)? into (?:force|effect)|c(?:ame|ome|omes|oming) into (?:force|effect)|t(?:ook|ake|akes|aking|aken) effect"
    r"|(?:went|go|goes|going|gone) into (?:force|effect)|be(?:came|come|comes) effective|being in force|in (?:force|effect) since)\b"
)
# Between the agreement and its entry into force nothing else may stand that could be what takes effect.
_NEAR = r"(?:(?!\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|quotas?|safeguards?|sanctions|rate|rules?|bans?|increases?|cuts?|withdrawal|termination)\b)[^.;]){0,80}?"

KIND = Kind(
    type="entry_into_force",
    gate=gate(r"force|effect|replac|supersed|implementation"),
    triggers=(
        trigger(rf"{PACT}{_NEAR}(?P<act>{_FORCE})"),
        trigger(rf"\b(?P<act>entry into force|implementation) of {gap(25)}{PACT}", needs=r"entry into force"),
        trigger(rf"{PACT}'?s? entry into force"),
        trigger(rf"\b(?:put|brought) {gap(25)}{PACT}{gap(15)}into (?:force|effect)"),
        trigger(rf"\b{NAMED}\b{gap(30)}\b(?:replac(?:es?|ed|ing)|supersed(?:es?|ed|ing))\b{gap(25)}\b{NAMED}\b"),
        trigger(rf"{PACT}{_NEAR}\bonce (?:it is |fully )?in force", "hypothetical", presupposed=True),
        trigger(rf"\bonce (?:it is |{gap(20)}{PACT} (?:is |was )?)?in force", "hypothetical", needs=PACT, presupposed=True),
    ),
)
