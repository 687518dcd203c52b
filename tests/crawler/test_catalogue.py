"""The catalogue file: one clear line for each fault."""

from pathlib import Path

import pytest

from crawler.catalogue import load_catalogue, spider_for
from tradeclaims.errors import Misconfigured

GOOD = "{id: a, name: A, country: US, language: en, kind: rss, url: 'https://a.example/feed', text: full, enabled: true}"


def test_the_packaged_catalogue_names_real_sources_with_spiders() -> None:
    entries = {entry.id: entry for entry in load_catalogue()}
    assert {
        "ustr-press",
        "ustr-reports",
        "fr-pi-current",
        "fr-ustr",
        "wh-actions",
        "bea-rss",
        "census-ind",
        "wto-news",
        "eu-trade",
    } <= entries.keys()
    assert all(entry.spider for entry in entries.values())
    assert entries["ustr-press"].spider == "ustr_press"
    assert entries["fr-ustr"].spider == "federal_register"
    assert (entries["wto-news"].text, entries["ustr-press"].text, entries["usitc"].enabled) == ("snippet", "full", False)


def test_a_file_that_says_less_takes_the_rest_from_what_is_known_of_the_address(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    packaged = {entry.id: entry for entry in load_catalogue()}
    plain = "".join(
        f"- {{id: x-{entry.id}, kind: {entry.kind}, url: {entry.url!r}, enabled: true, ev: B, notes: n}}\n" for entry in packaged.values()
    )
    path.write_text(f"version: 1\nfeeds:\n{plain}dead_or_refused:\n- {{url: 'https://x.example', why: gone}}\n")
    for entry in load_catalogue(path):
        known = packaged[entry.id.removeprefix("x-")]
        assert (entry.spider, entry.paths, entry.key, entry.pages, entry.expect) == (
            known.spider,
            known.paths,
            known.key,
            known.pages,
            known.expect,
        )
        assert entry.spider


@pytest.mark.parametrize(
    ("kind", "url", "spider"),
    [
        ("atom", "https://a.example/x", "feed"),
        ("sitemap", "https://a.example/x", "sitemap"),
        ("listing", "https://a.example/x", "listing"),
        ("listing", "https://www.ustr.gov/news", "ustr_press"),
        ("listing", "https://ustr.gov/about/reports-and-publications/2026", "ustr_letters"),
        ("ics", "https://a.example/x", "calendar"),
        ("api", "https://www.federalregister.gov/api/v1/documents.json?conditions[term]=x", "federal_register"),
        ("api", "https://a.example/x", None),
    ],
)
def test_the_spider_follows_from_kind_and_address(kind: str, url: str, spider: str | None) -> None:
    assert spider_for(kind, url) == spider


def test_defaults_apply_and_kinds_without_a_spider_load(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(
        f"version: 1\ndefaults: {{max_items: 7, user_agent: x}}\nfeeds:\n- {GOOD}\n- {{id: b, kind: api, url: 'https://b.example/', enabled: false, ev: A}}\n"
    )
    a, b = load_catalogue(path)
    assert (a.max_items, a.spider, a.text) == (7, "feed", "full")
    assert (b.spider, b.enabled) == (None, False)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("feeds: [", "not valid YAML"),
        ("- 1", "expected a mapping with a list `feeds`"),
        ("feeds: [5]", "feed 1: expected a mapping"),
        ("feeds: [{kind: rss}]", "feed 1: `id` is missing"),
        ("feeds: [{id: a, kind: gopher, url: 'https://a.example'}]", "kind 'gopher' is unknown"),
        ("feeds: [{id: a, kind: rss}]", "`url` is missing"),
        ("feeds: [{id: a, kind: rss, url: 'file:///etc/passwd'}]", "no http address"),
        ("feeds: [{id: a, kind: rss, url: 'https://a.example', text: all}]", "text 'all' is unknown"),
        ("feeds: [{id: a, kind: rss, url: 'https://a.example', max_items: many}]", "invalid literal"),
        ("feeds: [{id: a, kind: rss, url: 'https://a.example', enabled: 'no'}]", "expected true or false"),
        ("feeds: [{id: a, kind: rss, url: 'https://a.example', spider: nosuch}]", "spider 'nosuch' is unknown"),
        ("feeds: [{id: a, kind: rss, url: 'https://a.example', expect: {rows: 3}}]", "`expect` is {'rows': 3}; expected some of"),
        ("feeds: [{id: a, kind: listing, url: 'https://a.example', select: {row: li}}]", "`select` is {'row': 'li'}; expected texts under"),
        (f"feeds: [{GOOD}, {GOOD}]", "id 'a' occurs twice"),
    ],
)
def test_faults_are_named_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(text)
    with pytest.raises(Misconfigured) as caught:
        load_catalogue(path)
    assert message in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_misconfigured(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="cannot be read"):
        load_catalogue(tmp_path / "none.yaml")
