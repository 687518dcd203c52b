"""Events: acts of trade policy that a text reports, with their status. `find_events` is the way in; kinds are files of `nlp.events.kinds`."""

from nlp.events.finding import find_events

__all__ = ["find_events"]
