"""Classes of verbs with all their forms, so that no wording knows a verb in the past and misses it in the future."""

from dataclasses import dataclass

_IRREGULAR = {
    "be": ("was", "been"), "become": ("became", "become"), "begin": ("began", "begun"), "bring": ("brought", "brought"), "come": ("came", "come"),
    "cut": ("cut", "cut"), "do": ("did", "done"), "fall": ("fell", "fallen"), "give": ("gave", "given"), "go": ("went", "gone"),
    "hit": ("hit", "hit"), "hold": ("held", "held"), "lay": ("laid", "laid"), "leave": ("left", "left"), "let": ("let", "let"), "lose": ("lost", "lost"),
    "put": ("put", "put"), "quit": ("quit", "quit"), "redo": ("redid", "redone"), "reopen": ("reopened", "reopened"), "rewrite": ("rewrote", "rewritten"),
    "rise": ("rose", "risen"), "run": ("ran", "run"), "seek": ("sought", "sought"), "send": ("sent", "sent"), "set": ("set", "set"), "shrink": ("shrank", "shrunk"),
    "shut": ("shut", "shut"), "spread": ("spread", "spread"), "strike": ("struck", "struck"), "take": ("took", "taken"), "tear": ("tore", "torn"),
    "tell": ("told", "told"), "withdraw": ("withdrew", "withdrawn"), "write": ("wrote", "written"), "hear": ("heard", "heard"), "undo": ("undid", "undone"),
    "withhold": ("withheld", "withheld"), "freeze": ("froze", "frozen"), "keep": ("kept", "kept"), "make": ("made", "made"), "pay": ("paid", "paid"),
}  # fmt: skip
"""Plain form to past and participle."""

_DOUBLING = frozenset({"slap", "drop", "scrap", "trim", "strip", "rip", "plan", "clap", "kick", "stop", "cancel", "set", "cut", "put", "hit", "quit", "begin", "run", "shut", "let", "expel"}) - {"kick"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verbs:
    """A class of verbs as pieces of expressions, one for each form. A verb may carry words behind it: "roll back"."""

    plain: str
    """impose"""

    third: str
    """imposes"""

    past: str
    """imposed; took"""

    participle: str
    """imposed; taken"""

    ing: str
    """imposing"""

    @property
    def finite(self) -> str:
        """What happens or happened: imposes, imposed, has imposed."""
        return f"(?:{self.third}|{self.past}|(?:has|have|had) (?:since |now |already |also |just )?{self.participle})"

    @property
    def open(self) -> str:
        """Forms that say nothing of whether it happens: impose, imposing."""
        return f"(?:{self.plain}|{self.ing})"

    @property
    def any(self) -> str:
        """Every form."""
        return f"(?:{self.third}|{self.past}|{self.participle}|{self.plain}|{self.ing})"


def verbs(words: str) -> Verbs:
    """The class of the verbs in `words`, plain forms apart by spaces; an underscore joins a verb to the words it needs ("roll_back")."""
    rows = [_forms(*word.partition("_")[::2]) for word in words.split()]
    return Verbs(*(_one_of(column) for column in zip(*rows, strict=True)))


def _forms(verb: str, behind: str) -> tuple[str, ...]:
    tail = f" {behind.replace('_', ' ')}" if behind else ""
    past, participle = _IRREGULAR.get(verb, (_ed(verb), _ed(verb)))
    return tuple(form + tail for form in (verb, _third(verb), past, participle, _ing(verb)))


def _third(verb: str) -> str:
    if verb == "be":
        return "is"
    if verb.endswith(("s", "x", "sh", "ch", "z", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeou" else f"{verb}s"


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return f"{verb[:-1]}ied"
    return f"{_stem(verb)}ed"


def _ing(verb: str) -> str:
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith(("ee", "be")) else f"{_stem(verb)}ing"


def _stem(verb: str) -> str:
    if verb == "cancel":
        return "cancell?"
    return f"{verb}{verb[-1]}" if verb in _DOUBLING else verb


def _one_of(forms: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(sorted(set(forms), key=len, reverse=True))})"
