"""Bytes to documents, one form of publication each."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawler.newsroom.content import read
from crawler.reading import READERS_VERSION, read_snapshot
from tradeclaims.errors import Unreadable
from tradeclaims.ids import body_hash
from tradeclaims.records import Document, Snapshot

USTR = "https://ustr.gov/about-us/policy-offices/press-office/press-releases/2017/august/x"


def document(body: str | bytes, url: str, kind: str = "text/html", **more: str | None) -> Document:
    data = body.encode() if isinstance(body, str) else body
    given = {"source": "s", "charset": None, "listed_date": None, "listed_title": None, **more}
    snapshot = Snapshot(
        url=url, final_url=url, fetched_at=datetime.now(UTC), status=200, media_type=kind, body_hash=body_hash(data), **given
    )  # type: ignore[arg-type]
    return read_snapshot(snapshot, data)


def test_an_old_release_loses_banner_date_line_and_end_mark() -> None:
    page = """<html lang="en"><body><p>Content on this archived webpage is NOT UPDATED, and links may not work.</p><h1>On the Talks</h1>
    <div class="field-item even"><p>Content on this archived webpage is NOT UPDATED.</p><p>August 22, 2017</p><p>Washington, DC &ndash; The talks <b>ended</b> today.</p>
    <ul><li>First&nbsp;point</li><li>Second point</li></ul><table><tr><td>2016</td><td>27.6</td></tr></table><script>var x</script><p>###</p><p>Tags</p></div></body></html>"""
    read_ = document(page, USTR)
    assert read_.title == "On the Talks"
    assert read_.text == "Washington, DC – The talks ended today.\n\n• First point\n\n• Second point\n\n2016 | 27.6"
    assert (read_.published, read_.published_raw) == (date(2017, 8, 22), "August 22, 2017")
    assert (read_.kind, read_.official, read_.country, read_.source) == ("press_release", True, "USA", "ustr_press")
    assert read_.url == "https://ustr.gov/about/policy-offices/press-office/press-releases/2017/august/x"


def test_the_listing_date_wins_and_a_month_in_the_address_is_no_day() -> None:
    page = "<html><h1>T</h1><div class='field--name-body'><p>The text has no date line at all.</p></div></html>"
    assert document(page, USTR, listed_date="2017-08-23").published == date(2017, 8, 23)
    undated = document(page, USTR)
    assert (undated.published, undated.published_raw) == (None, "2017/august")


def test_both_prefixes_and_a_canonical_link_are_one_document() -> None:
    page = "<html><head>{}</head><h1>T</h1><div class='field--name-body'><p>Some text of a release.</p></div></html>"
    ids = {
        document(page.format(""), USTR).id,
        document(page.format(""), USTR.replace("/about-us/", "/about/").replace("ustr.gov", "www.ustr.gov") + "?a=b#c").id,
        document(page.format(f"<link rel='canonical' href='{USTR}'>"), "https://ustr.gov/node/5").id,
    }
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("body", "url", "kind"),
    [
        ("<html><head><title>File Not Found</title></head><body><h1>File Not Found</h1></body></html>", USTR, "text/html"),
        ("<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>", "https://a.example/x", "text/html"),
        (
            "<html><title>News</title><body><p>To continue, please verify that you are a human by pressing the button.</p></body></html>",
            "https://a.example/x",
            "text/html",
        ),
        ("<html><body>blocked</body></html>", "https://a.example/x.pdf", "application/pdf"),
        (
            "<html><body>Request Access</body></html>",
            "https://www.federalregister.gov/documents/full_text/text/2017/05/23/2017-10603.txt",
            "text/html",
        ),
        ("<html><body></body></html>", "https://a.example/x", "text/html"),
        ("   ", "https://a.example/x", "text/html"),
        (b"\x89PNG\x00\x01\x02\x03\x04\x05\x06\x07\x00\x00\x00\x00", "https://a.example/x", "text/plain"),
        ("{}", "https://a.example/x", "application/json"),
        ("[1]", "https://a.example/x", "application/json"),
        ("{", "https://a.example/x", "application/json"),
    ],
)
def test_what_is_no_document_is_unreadable_in_one_line(body: str | bytes, url: str, kind: str) -> None:
    with pytest.raises(Unreadable) as caught:
        document(body, url, kind)
    assert str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_letter_gives_sender_date_and_whole_paragraphs() -> None:
    letter = document(read("letter.pdf"), "https://ustr.gov/files/a%20(b).pdf", "application/pdf", listed_date="2017-07-13")
    assert (letter.kind, letter.published) == ("letter", date(2017, 7, 12))
    assert letter.issuer == "Office of the United States Trade Representative"
    assert (
        "including possible amendments and modifications.\n\nSince the agreement entered into force in March 2012, the U.S. goods"
        in letter.text
    )


def test_cut_and_broken_pdfs_are_unreadable() -> None:
    whole = read("letter.pdf")
    with pytest.raises(Unreadable, match="truncated"):
        document(whole[: len(whole) // 2], "https://ustr.gov/a.pdf", "application/pdf")
    with pytest.raises(Unreadable, match=r"cannot be opened|scan"):
        document(b"%PDF-1.4\nnothing\n%%EOF", "https://ustr.gov/a.pdf", "application/pdf")


def test_a_register_text_in_its_html_wrapper_is_reflowed() -> None:
    raw = """<html><head><title>Federal Register</title></head><body><pre>
[Federal Register Volume 83, Number 74 (Tuesday, April 17, 2018)]
[Notices]
[Page 16900]

INTERNATIONAL TRADE COMMISSION

[Investigation No. TA-201]

Advice on Motor
Vehicles

AGENCY: United States International Trade Commission.

ACTION: Notice.

SUMMARY: The Commission &amp; its staff
give <a href="http://x">advice</a>.

    First paragraph of the notice that runs
over two lines.
    Second paragraph.
[[Page 16901]]
    Third.
</pre></body></html>"""
    notice = document(raw, "https://www.federalregister.gov/documents/full_text/text/2018/04/17/2018-08015.txt")
    assert notice.title == "Advice on Motor Vehicles"
    assert (notice.issuer, notice.kind, notice.source) == ("United States International Trade Commission", "notice", "federal_register")
    assert (notice.published, notice.url) == (date(2018, 4, 17), "https://www.federalregister.gov/d/2018-08015")
    assert (
        "SUMMARY: The Commission & its staff give advice.\n\nFirst paragraph of the notice that runs over two lines.\n\nSecond paragraph."
        in notice.text
    )


def test_the_desk_and_the_issue_share_a_number() -> None:
    text = "AGENCY: Office of the United States Trade Representative.\n\nACTION: Notice.\n\n[FR Doc. 2026-20439 Filed: 10/2/2026 8:45 am]"
    desk = document(text, "https://www.federalregister.gov/public-inspection/raw_text/202/620/439.txt", "text/plain")
    printed = document(text, "https://www.federalregister.gov/documents/full_text/text/2026/10/05/2026-20439.txt", "text/plain")
    assert desk.id == printed.id
    assert desk.published == date(2026, 10, 2)


def test_an_article_keeps_its_paragraphs_and_drops_the_rest() -> None:
    paragraphs = [
        f"SEOUL, July 14 – Paragraph {n} says that exports of goods rose by {n} percent over the year before, officials said."
        for n in range(1, 5)
    ]
    page = f"""<html lang="en"><head><title>Exports rise - Outlet</title><meta property="og:title" content="Exports rise"><meta property="og:site_name" content="Outlet">
    <meta property="article:published_time" content="2017-07-14T10:00:00+09:00"><link rel="canonical" href="https://other.example/copied"></head><body><nav>Menu</nav>
    <article><h1>Exports rise</h1>{"".join(f"<p>{p}</p>" for p in paragraphs)}</article><footer>About us</footer></body></html>"""
    article = document(page, "https://a.example/exports?utm_source=rss&id=5", source="outlet")
    assert article.text == "\n\n".join(paragraphs)
    assert (article.title, article.issuer, article.published, article.country) == ("Exports rise", "Outlet", date(2017, 7, 14), "KOR")
    assert (article.url, article.official, article.kind) == ("https://a.example/exports?id=5", False, "news")


def test_tables_and_lists_of_an_article_stay_readable() -> None:
    page = """<html><head><title>Trade by partner</title></head><body><article><h1>Trade by partner</h1>
    <p>Goods trade by partner in 2016, as the bureau reported it in its annual release on Tuesday morning.</p>
    <table><tr><th>Partner</th><th>Exports ($ billion)</th></tr><tr><td>Korea</td><td>42.3</td></tr><tr><td>Japan</td><td>63.2</td></tr></table>
    <p>The largest deficits were with the following partners, according to the same release, which is revised every summer:</p>
    <ul><li>China, $347.0 billion</li><li>Japan, <b>$68.8</b> billion</li></ul></article></body></html>"""
    paragraphs = document(page, "https://news.example/a").text.split("\n\n")
    assert paragraphs[1] == "Partner | Exports ($ billion)\nKorea | 42.3\nJapan | 63.2"
    assert paragraphs[3:] == ["• China, $347.0 billion", "• Japan, $68.8 billion"]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_typographic_quotes_survive_every_character_set(charset: str) -> None:
    text = "Headline of the day\n\n“A deficit of €5 billion,” the minister said – and Côte d’Ivoire’s café exports rose.\n" * 3
    assert "“A deficit of €5 billion,”" in document(text.encode(charset), "https://a.example/x.txt", "text/plain").text


def test_utf8_declared_as_latin1_is_read_as_utf8() -> None:
    text = "Headline of the day\n\nA “deficit” rose."
    assert "“deficit”" in document(text, "https://a.example/x.txt", "text/plain", charset="iso-8859-1").text


def test_a_feed_item_keeps_title_and_a_short_summary() -> None:
    item = json.dumps({"title": "T", "summary": "<p>" + "word " * 200 + "</p>", "published": "Thu, 13 Jul 2017 09:00:00 GMT"})
    read_ = document(item, "https://a.example/x", "application/x-feed-item+json")
    assert (read_.title, read_.published) == ("T", date(2017, 7, 13))
    assert len(read_.text) <= 300


def test_a_korean_page_is_known_as_korean() -> None:
    text = "한미 자유무역협정 개정 협상이 시작되었다고 정부가 밝혔다. " * 5
    assert document(text, "https://a.example/x.txt", "text/plain").language == "ko"


def test_the_version_of_all_readers_is_one_word() -> None:
    assert READERS_VERSION
    assert " " not in READERS_VERSION
    assert Path(__file__).exists()
