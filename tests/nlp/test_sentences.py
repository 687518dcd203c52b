"""Sentences end where a reader would end them, and their offsets are exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.sentences import split_sentences

CASES = [
    ("The U.S. deficit rose. It hit $5.2 billion.", ["The U.S. deficit rose.", "It hit $5.2 billion."]),
    ("It sells more to the U.S. In 2016 it sold less.", ["It sells more to the U.S.", "In 2016 it sold less."]),
    ("The U.S. Trade Representative spoke.", ["The U.S. Trade Representative spoke."]),
    ("U.S. Exports Fall", ["U.S. Exports Fall"]),
    ("It rose in Sept. 2017 and on Dec. 3. Then it fell.", ["It rose in Sept. 2017 and on Dec. 3.", "Then it fell."]),
    ("Figures came out in Sept. Exports were up.", ["Figures came out in Sept.", "Exports were up."]),
    ('"It is bad," he said. "We will act." They left.', ['"It is bad," he said.', '"We will act."', "They left."]),
    ("“We will act.” They left.", ["“We will act.”", "They left."]),
    ('"Why?" he asked. "No idea!" she said.', ['"Why?" he asked.', '"No idea!" she said.']),
    ("A loss of $9.4 billion... within weeks. Really?", ["A loss of $9.4 billion... within weeks.", "Really?"]),
    ("It fell… The rest rose.", ["It fell…", "The rest rose."]),
    ("Mr. Lee met Sen. Wyden at 5 p.m. on Friday.", ["Mr. Lee met Sen. Wyden at 5 p.m. on Friday."]),
    ("They met at 5 p.m. The talks failed.", ["They met at 5 p.m.", "The talks failed."]),
    ("J. Smith Jr. of Acme Corp. agreed.", ["J. Smith Jr. of Acme Corp. agreed."]),
    ("It is the No. 3 partner vs. No. 5 before.", ["It is the No. 3 partner vs. No. 5 before."]),
    ("See Sec. 301 and Art. 22.2. It applies.", ["See Sec. 301 and Art. 22.2.", "It applies."]),
    ("Write to Washington, D.C. 20508. Do it now.", ["Write to Washington, D.C. 20508.", "Do it now."]),
    ("(See below.) It rose.", ["(See below.)", "It rose."]),
    ("Talks with Kenya.1 The next began.", ["Talks with Kenya.1", "The next began."]),
    ("It grew 5 pct. China said so.", ["It grew 5 pct.", "China said so."]),
    ("1. The first point. 2. The second.", ["1. The first point.", "2. The second."]),
    ("Deficit Widens\n\nThe gap grew.", ["Deficit Widens", "The gap grew."]),
    ("Deficit Widens\r\n\r\nThe gap grew.", ["Deficit Widens", "The gap grew."]),
    ("Changes:\n- Exports up 5 percent\n- Imports down", ["Changes:", "- Exports up 5 percent", "- Imports down"]),
    ("Partner   2015   2016\nMexico    60.7   63.2", ["Partner   2015   2016", "Mexico    60.7   63.2"]),
    ("Mexico\t60.7\nChina\t367.3", ["Mexico\t60.7", "China\t367.3"]),
    ("| Mexico | 60.7 |\n| China | 367.3 |", ["| Mexico | 60.7 |", "| China | 367.3 |"]),
    (
        "This paragraph is wrapped at a fixed width so a break\ninside a sentence ends nothing at all. The second one\ngoes on here.",
        ["This paragraph is wrapped at a fixed width so a break\ninside a sentence ends nothing at all.", "The second one\ngoes on here."],
    ),
    ("  \n\n ", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "sentences"), CASES, ids=lambda case: case[:40] if isinstance(case, str) else "")
def test_sentences_of_a_text(text: str, sentences: list[str]) -> None:
    spans = split_sentences(text)
    assert [span.quote for span in spans] == sentences
    for span in spans:
        span.check(text)


@given(st.text(alphabet='aT 1."”?\n$-\t…', max_size=60))
def test_sentences_hold_every_mark_of_the_text_once_and_in_order(text: str) -> None:
    spans = split_sentences(text)
    assert "".join("".join(span.quote.split()) for span in spans) == "".join(text.split())
    assert all(span.quote == span.quote.strip() != "" for span in spans)
