"""The day printed beside a headline, for pages whose mark-up states none."""

import re
from collections.abc import Iterator
from datetime import date

from lxml.html import HtmlElement

from crawler.written_dates import find_date, parse_date

REACH = 600
"""Characters of visible text around the headline in which a byline stands: after it, and half as many before it."""

LONG = 120
"""A line of text with more characters is the article, not its byline."""

_ELSEWHERE = frozenset({"nav", "aside", "footer", "script", "style", "noscript", "form", "select", "template"})
_CHANGED = re.compile(r"\b(updated?|modified|last (changed|edited|reviewed)|corrected|expires?|event|deadline|comments?)\b", re.I)
_NUMBERS = re.compile(r"\b(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>(?:19|20)\d\d)\b")
"""Day, month and year as most of Europe writes them."""

Line = tuple[str, str | None]
"""Visible words, and the `datetime` of the time element they stand in."""


def day_beside_headline(tree: HtmlElement) -> tuple[date, str] | None:
    """The first day in short lines after the headline, else the last one before it; None where neither states one.

    What is said to be a change, an event or a deadline is left out unless nothing else is there.
    """
    before, after = _around(tree)
    found = [(each, line) for lines in (after, reversed(before)) for line in lines if (each := _day(line))]
    first = next((each for each, (words, _) in found if not _CHANGED.search(words)), None)
    return first or next((each for each, _ in found), None)


def _around(tree: HtmlElement) -> tuple[list[Line], list[Line]]:
    heading = next(iter(tree.xpath("//article//h1 | //main//h1 | //h1")), None)
    if heading is None:
        return [], []
    before: list[Line] = []
    after: list[Line] = []
    passed, length = False, 0
    for element, line in _lines(tree):
        if element is heading:
            passed = True
        elif passed and not _inside(element, heading):
            after.append(line)
            length += len(line[0])
            if length > REACH:
                break
        elif not passed:
            before.append(line)
    return _tail(before), [line for line in after if len(line[0]) <= LONG]


def _tail(lines: list[Line]) -> list[Line]:
    length, kept = 0, []
    for line in reversed(lines):
        length += len(line[0])
        if length > REACH // 2:
            break
        kept.append(line)
    return [line for line in reversed(kept) if len(line[0]) <= LONG]


def _lines(element: HtmlElement, moment: str | None = None) -> Iterator[tuple[HtmlElement, Line]]:
    """Visible text in the order of the page, one piece per text node."""
    if not isinstance(element.tag, str) or element.tag in _ELSEWHERE:
        return
    if element.tag == "time":
        moment = element.get("datetime") or moment
    yield element, (_words(element.text), moment)
    for child in element:
        yield from _lines(child, moment)
        if child.tail and child.tail.strip():
            yield element, (_words(child.tail), moment)


def _inside(element: HtmlElement, heading: HtmlElement) -> bool:
    return any(each is heading for each in element.iterancestors())


def _day(line: Line) -> tuple[date, str] | None:
    words, moment = line
    stated = parse_date(moment[:10]) if moment else None
    if stated:
        return stated, moment or words
    found = find_date(words)
    if found:
        return found
    numbers = _NUMBERS.search(words)
    day = numbers and parse_date(f"{numbers['year']}-{int(numbers['month']):02}-{int(numbers['day']):02}")
    return (day, numbers.group()) if numbers and day else None


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
