"""Expressions are only tried where they can match, and nothing that matches is passed over."""

import json
import re
from pathlib import Path

import pytest

from nlp.events.registry import all_wordings, prefilter
from nlp.events.wording import fold
from nlp.expression import Expression, one_of
from nlp.needles import Prefilter, needles_of
from nlp.sentences import split_sentences

TEXTS = [
    json.loads(line)["text"]
    for file in sorted((Path(__file__).parent.parent / "labelled" / "tuned").glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(
    ("pattern", "groups"),
    [
        (r"\bnotif(?:y|ied)\b.{0,40}Congress", [{"notify", "notified"}, {"congress"}]),
        (r"\b(?:talks?|meetings)\b", [{"talk", "meetings"}]),
        (r"a?b?c?", []),
        (r"(?:surplus|\d+)", []),
        (r"(?:re-?)?open(?= the pact)", [{"open"}]),
        (r"(?:hearing)+ (?:will|is to) be", [{"hearing"}, {" will be", " is to be"}]),
    ],
)
def test_what_every_match_must_hold(pattern: str, groups: list[set[str]]) -> None:
    assert [set(group) for group in needles_of(Expression(pattern))] == groups


def test_all_groups_must_be_there() -> None:
    sieve = Prefilter([Expression(r"tell\w* .{0,20}congress"), Expression(r"\w+")])
    assert sieve.candidates("they tell congress") == [0, 1]
    assert sieve.candidates("they tell parliament") == [1]


def test_no_wording_of_an_event_is_passed_over() -> None:
    matched = 0
    for text in TEXTS:
        for sentence in split_sentences(text):
            folded = fold(sentence.quote)
            candidates = set(prefilter().candidates(folded.lower()))
            for number, (_, wording) in enumerate(all_wordings()):
                if number not in candidates:
                    assert wording.pattern.search(folded) is None, (wording.pattern.pattern, folded)
                else:
                    matched += wording.pattern.search(folded) is not None
    assert matched > 100


def test_one_of_many_words() -> None:
    words = ["NAFTA", "NAFTA 2.0", "Korea FTA", "KORUS"]
    expression = re.compile(one_of(words))
    assert all(expression.fullmatch(word) for word in words)
    assert expression.fullmatch("NAF") is None
    assert expression.match("NAFTA 2.0 talks")[0] == "NAFTA 2.0"  # type: ignore[index]
