"""Noise is no change; a figure is."""

import pytest

from tradeclaims.normalised import normalised

TEXT = "The deficit rose to $27.6 billion in 2016.\n\nTalks begin in August."


@pytest.mark.parametrize(
    "noise",
    [
        "Last updated: October 1, 2026 at 10:13 AM EDT",
        "Page rendered at 2026-10-01T10:13:32Z",
        "This page was last modified on 1 Oct 2026",
        "Generated in 0.031 seconds",
        "12 minutes ago",
        "5 min read",
        "1,204 views",
        "Request ID: 18.9ab21f02.1790849612.3f",
        "© 2026 The Harbor Ledger. All rights reserved.",
        "You have 3 free articles left this month.",
        "We use cookies to improve your visit.",
        "Content on this archived webpage is NOT UPDATED and links may not work",
        "An official website of the United States government",
        "Share this article on Facebook",
        "Advertisement",
    ],
)
def test_lines_that_come_with_each_rendering_are_noise(noise: str) -> None:
    assert normalised(f"{noise}\n{TEXT}\n{noise}") == normalised(TEXT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\n\n c", "a b c"),
        ("the “deficit” – it’s up", 'the "deficit" - it\'s up'),
        ("see https://a.example/x?utm_source=1&sid=9", "see https://a.example/x?sid=10"),
        ("form 3f2504e0-4f89-11d3-9a0c-0305e82c3301 sent", "form 9a0c04e0-4f89-11d3-9a0c-0305e82c3302 sent"),
        ("key a1b2c3d4e5f60718293a4b5c end", "key ffffc3d4e5f60718293a4b5c end"),
        ("so\u00adft hy\u200bphen", "soft hyphen"),
    ],
)
def test_white_space_marks_and_tokens_do_not_count(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    "changed",
    [
        TEXT.replace("27.6", "27.7"),
        TEXT.replace("August", "September"),
        TEXT.replace("rose", "fell"),
        TEXT + "\nUpdated: tariffs on steel rise to 50 percent",
        TEXT + "\nThe page on Korea was reviewed by the committee on May 1, 2018, and found wanting.",
        TEXT + "\n1,204 views were filed in the docket",
        TEXT + "\nCopy of the letter follows.",
        TEXT + "\nShare of imports: 4 percent",
        TEXT + "\nToken cuts of 3 percent were offered.",
        TEXT + "\n2018-05-15",
    ],
)
def test_words_figures_and_dates_count(changed: str) -> None:
    assert normalised(changed) != normalised(TEXT)
