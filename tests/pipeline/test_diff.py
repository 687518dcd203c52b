"""The sentence diff between two texts."""

from pipeline.diff import sentence_diff
from tradeclaims.records import SentenceChange

FIRST = "The deficit with Korea rose from $13.2 billion to $27.6 billion. Talks begin in August. The letter is public."


def test_equal_texts_differ_in_nothing() -> None:
    assert sentence_diff(FIRST, FIRST.replace(". ", ".\n\n")) == []


def test_a_corrected_figure_is_a_changed_sentence() -> None:
    (change,) = sentence_diff(FIRST, FIRST.replace("27.6", "27.7"))
    assert change == SentenceChange(
        kind="changed", before="The deficit with Korea rose from $13.2 billion to $27.6 billion.", after="The deficit with Korea rose from $13.2 billion to $27.7 billion."
    )  # fmt: skip


def test_sentences_come_and_go() -> None:
    changes = sentence_diff(FIRST, FIRST.replace("Talks begin in August. ", "") + " Mexico was not mentioned by anybody.")
    assert changes == [
        SentenceChange(kind="removed", before="Talks begin in August.", after=None),
        SentenceChange(kind="added", before=None, after="Mexico was not mentioned by anybody."),
    ]


def test_a_moved_sentence_and_noise_are_no_change() -> None:
    assert (
        sentence_diff(FIRST, "Talks begin in August. " + FIRST.replace("Talks begin in August. ", "") + "\n\nLast updated: May 1, 2018")
        == []
    )


def test_the_nearest_sentences_are_paired() -> None:
    before = "Exports to Korea were $42.3 billion.\n\nImports from Korea were $69.9 billion."
    after = "Imports from Korea were $70.5 billion.\n\nExports to Korea were $42.4 billion."
    pairs = {(change.before, change.after) for change in sentence_diff(before, after)}
    assert ("Exports to Korea were $42.3 billion.", "Exports to Korea were $42.4 billion.") in pairs
    assert ("Imports from Korea were $69.9 billion.", "Imports from Korea were $70.5 billion.") in pairs


def test_a_replaced_text_of_any_length_is_compared_in_reasonable_time() -> None:
    before = "\n\n".join(f"Sentence number {n} of the old text stands here." for n in range(700))
    after = "\n\n".join(f"Another line, the {n}th, of something new." for n in range(700))
    kinds = [change.kind for change in sentence_diff(before, after)]
    assert (kinds.count("removed"), kinds.count("added")) == (700, 700)
