"""Who says so: verbs of saying, "according to", data that show, and quotations."""

import pytest

from nlp.attribution import Speakers
from nlp.names import find_names
from nlp.parsing import Parses
from nlp.quotations import find_quotations
from tradeclaims.values import Span


def said(text: str, part: str | None = None) -> tuple[str | None, str | None]:
    people = [m for m in find_names(text) if m.label == "PERSON"]
    start = text.index(part) if part else 0
    found = Speakers(text, people).of(Span.of(text, start, start + len(part or text)), Parses())
    return found.speaker, found.cue


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("The gap with China widened in May, the Census Bureau said Thursday.", "Census Bureau", "said"),
        ("Imports fell 2 percent, according to the Commerce Department.", "Commerce Department", "according to"),
        ("The deficit is too large, Robert Lighthizer told senators.", "Robert Lighthizer", "told"),
        ("Exports grew 5 percent, customs data showed.", "customs data", "data showed"),
        ("Seoul says the surplus has narrowed.", "Seoul", "says"),
        ("The deficit with Korea doubled, said Robert Lighthizer.", "Robert Lighthizer", "said"),
    ],
)
def test_the_speaker_is_found(text: str, speaker: str, cue: str) -> None:
    assert said(text) == (speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        "The gap with China widened to $31.6 billion in May.",
        "The figures show surpluses with Brazil and Singapore.",
        "The ministry did not say how large the surplus was.",
    ],
)
def test_the_outlets_own_voice_has_no_speaker(text: str) -> None:
    assert said(text) == (None, None)


def test_a_misspelt_name_is_the_person_named_before() -> None:
    text = "Robert Lighthizer sent a letter. The deficit, according to Lightizer, has ballooned."
    assert said(text, "The deficit, according to Lightizer, has ballooned.") == ("Robert Lighthizer", "according to")


def test_he_is_the_person_named_last() -> None:
    text = "Wilbur Ross spoke on Monday. The deficit with Mexico is too large, he said."
    assert said(text, "The deficit with Mexico is too large, he said.") == ("Wilbur Ross", "said")


def test_a_quotation_that_ends_its_sentence_keeps_the_speaker_before_it() -> None:
    text = "“The gap is far too large,” Robert Lighthizer said. “It has doubled since the pact took effect.” Wilbur Ross added nothing."
    assert said(text, "“It has doubled since the pact took effect.”") == ("Robert Lighthizer", "said")


def test_quotations_cover_their_marks_and_run_on_over_straight_marks() -> None:
    text = 'He called it "unfair" and “one-sided in every way”.'
    assert [text[a:b] for a, b in find_quotations(text)] == ['"unfair"', "“one-sided in every way”"]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“We buy too much.\n\n“They sell too much,” he said."
    assert [text[a:b] for a, b in find_quotations(text)] == ["“We buy too much.", "“They sell too much,”"]
