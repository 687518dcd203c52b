"""Who says so: verbs of saying, "according to", data that show, and quotations."""

import pytest

from nlp.attribution import Speakers
from nlp.names import find_names
from nlp.parsing import Parses
from nlp.quotations import find_quotations
from tradeclaims.values import Span


def said(text: str, part: str | None = None, figure: str | None = None) -> tuple[str | None, str | None]:
    """Speaker and cue of a text, of the sentence `part`, or of the number that begins with `figure`."""
    names = [m for m in find_names(text) if m.label in ("PERSON", "ORG")]
    start = text.index(part) if part else 0
    sentence = Span.of(text, start, start + len(part or text))
    found = Speakers(text, names).of(sentence, Parses(), sentence.quote.index(figure) if figure else None)
    return found.speaker, found.cue


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("The gap with China widened in May, the Census Bureau said Thursday.", "Census Bureau", "said"),
        ("Imports fell 2 percent, according to the Commerce Department.", "Commerce Department", "according to"),
        ("The deficit is too large, Robert Lighthizer told senators.", "Robert Lighthizer", "told"),
        ("Exports grew 5 percent, customs data showed.", "customs", "showed"),
        ("Exports grew 5 percent, figures released on Monday by the Commerce Department showed.", "Commerce Department", "showed"),
        ("Data from the Korea Customs Service show a surplus of $17.9 billion.", "Korea Customs Service", "show"),
        ("The trade ministry put the surplus at $12.7 billion.", "The trade ministry", "put"),
        ("By Seoul’s count the surplus was $17.9 billion.", "Seoul", "By Seoul’s count"),
        ("The gap was $64.9 billion, a Bundesbank economist pointed out.", "a Bundesbank economist", "pointed out"),
        ("Economists polled by Reuters had forecast a gap of $40.9 billion.", "Economists polled by Reuters", "had forecast"),
        (
            "The gap was $71 billion, Robert Holleyman, a former deputy trade representative, recalled in an interview.",
            "Robert Holleyman",
            "recalled",
        ),
        ("Mexico's economy secretary, Ildefonso Guajardo, has said that exports rose 5 percent.", "Ildefonso Guajardo", "said"),
        ("The surplus had passed $8 billion, Xinhua quoted customs as saying.", "customs", "quoted"),
        ("The trade minister ruled it out, noting that the deficit stood at $27.5 billion.", "The trade minister", "noting"),
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
        "Exports to Colombia added up to $80.4 billion.",
        "The United States posted a services surplus of $19.6 billion.",
        "China reported a trade surplus of $40 billion.",
        "Beijing proposed a 25 percent duty on soybeans.",
    ],
)
def test_the_outlets_own_voice_has_no_speaker(text: str) -> None:
    assert said(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "By Seoul's count it ran a surplus of $17.9 billion, whereas Washington's books show a deficit of $22.9 billion.",
            {"$17.9": "Seoul", "$22.9": "Washington"},
        ),
        (
            "The deficit was not $100 billion, as the candidate told supporters, but $71.0 billion, according to Census figures.",
            {"$100": "the candidate", "$71.0": "Census"},
        ),
        (
            "Canada ran a deficit of $1.7 billion, more than twice the $650 million shortfall that analysts had predicted, Statistics Canada said.",
            {"$1.7": "Statistics Canada", "$650": "analysts"},
        ),
        (
            "The gap widened to $8.3 billion, Statistics Canada reported, and the parts makers' lobby warned of layoffs.",
            {"$8.3": "Statistics Canada"},
        ),
        (
            "Economists had looked for a deficit of $48.5 billion; instead it came in at $46.2 billion.",
            {"$48.5": "Economists", "$46.2": None},
        ),
        (
            "Exports fetched $1.7 billion in 2016, and the tea board expects $2.1 billion this year.",
            {"$1.7": None, "$2.1": "the tea board"},
        ),
        (
            "USDA now expects exports of $170.5 billion, the Farm Bureau's chief economist wrote.",
            {"$170.5": "USDA"},
        ),
    ],
)
def test_each_figure_has_its_own_voice(text: str, speakers: dict[str, str | None]) -> None:
    assert {figure: said(text, figure=figure)[0] for figure in speakers} == speakers


def test_a_label_in_capitals_names_the_speaker() -> None:
    text = "TRUMP: “We lost $800 billion a year on trade, every year.” THE FACTS: “It was $566 billion, and that is a fact.”"
    assert said(text, "“We lost $800 billion a year on trade, every year.”") == ("Donald Trump", "TRUMP:")
    assert said(text, "THE FACTS: “It was $566 billion, and that is a fact.”") == (None, None)


def test_it_is_the_institution_named_before() -> None:
    text = "The Commerce Department met on Monday. In May it put the gap at $43.7 billion."
    assert said(text, "In May it put the gap at $43.7 billion.") == ("Commerce Department", "put")


def test_he_may_be_named_by_his_office_alone() -> None:
    text = "The trade minister met reporters. “Our surplus with America shrank by a third,” he told them."
    assert said(text, "“Our surplus with America shrank by a third,” he told them.") == ("The trade minister", "told")


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
