"""The three things that may go wrong by design. Anything else is a bug and fails the run."""


class SourceChanged(Exception):
    """A source no longer looks as its spider expects: stop this source, tell the operator."""


class Unreadable(Exception):
    """One item cannot be used: quarantine it with this message and go on with the rest."""


class Misconfigured(Exception):
    """The installation or the command line is wrong: exit before any work is done."""
