"""Which day a page says it was published."""

from datetime import date

import pytest

from crawler.readers.article import day_of
from crawler.readers.stated import stated, tree_of

PAGE = "https://news.example/economy/exports-rise"
HEAD = "<html lang='en-GB'><head>{}</head><body>{}<h1>Exports rise</h1>{}<p>Exports to the United States rose in May.</p></body></html>"


def day(head: str = "", before: str = "", after: str = "", url: str = PAGE) -> date | None:
    tree = tree_of(HEAD.format(head, before, after))
    assert tree is not None
    return day_of(tree, stated(tree, url), url)[0]


def linked(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


@pytest.mark.parametrize(
    "head",
    [
        linked('{"@type": "NewsArticle", "datePublished": "2026-05-07T08:00:00+02:00", "dateModified": "2026-05-09"}'),
        linked('{"@graph": [{"@type": "Organization"}, {"@type": ["Article", "X"], "datePublished": "2026-05-07"}]}'),
        linked('[{"@type": "WebPage", "mainEntity": {"@type": "ReportageNewsArticle", "datePublished": "20260507"}}]'),
        linked("{broken") + "<meta property='article:published_time' content='2026-05-07T23:59:00-05:00'>",
        "<meta name='DC.date.issued' content='2026-05-07'>",
        "<meta name='pubdate' content='Thu, 07 May 2026 21:00:00 GMT'>",
        "<meta itemprop='datePublished' content='2026-05-07'>",
    ],
)
def test_the_mark_up_states_the_day(head: str) -> None:
    assert day(head, after="<p>Updated 9 May 2026</p>") == date(2026, 5, 7)


def test_a_comment_or_video_has_a_day_of_its_own() -> None:
    assert day(linked('{"@type": "VideoObject", "datePublished": "2020-01-02"}'), after="<p>May 7, 2026</p>") == date(2026, 5, 7)


@pytest.mark.parametrize(
    ("moment", "in_path", "expected"),
    [
        ("2026-05-08T02:30:00Z", "2026/05/07", date(2026, 5, 7)),  # evening before in New York
        ("2026-05-06T22:30:00Z", "2026/05/07", date(2026, 5, 7)),  # morning after in Seoul
        ("2026-05-08T14:30:00Z", "2026/05/07", date(2026, 5, 8)),  # the same day everywhere in America: the address is of the draft
        ("2026-05-08T02:30:00+09:00", "2026/05/07", date(2026, 5, 8)),  # says its own time zone
    ],
)
def test_the_address_settles_which_side_of_midnight(moment: str, in_path: str, expected: date) -> None:
    head = f"<meta property='article:published_time' content='{moment}'>"
    assert day(head, url=f"https://news.example/{in_path}/exports-rise") == expected


@pytest.mark.parametrize(
    "after",
    [
        "<div class='by'>By A Writer <span>May 7, 2026</span></div>",
        "<time datetime='2026-05-07T10:00'>yesterday</time>",
        "<p>Updated 9 May 2026</p><p>Posted: 7 May 2026, 10:15 am</p>",
        "<p>07.05.2026</p>",
    ],
)
def test_the_day_beside_the_headline_counts_where_the_mark_up_is_silent(after: str) -> None:
    assert day(after=after, before="<nav><time datetime='2019-01-05'>5 Jan</time></nav><p>June 3, 2025</p>") == date(2026, 5, 7)


def test_a_day_before_the_headline_counts_where_none_follows() -> None:
    assert day(before="<p>June 3, 2025</p><p>May 7, 2026</p>") == date(2026, 5, 7)


def test_a_year_alone_is_no_day() -> None:
    assert day(after="<footer>© 2026 News Example</footer>") is None


def test_a_page_tells_outlet_language_and_address() -> None:
    tree = tree_of(
        HEAD.format(
            "<title>Window</title><meta property='og:site_name' content=' The Example '><link rel='canonical' href='https://news.example/a'>",
            "",
            "",
        )
    )
    assert tree is not None
    page = stated(tree, PAGE)
    assert (page.title, page.window_title, page.outlet, page.language, page.canonical) == (
        "Exports rise",
        "Window",
        "The Example",
        "en",
        "https://news.example/a",
    )
    assert (page.published, page.modified) == (None, None)
