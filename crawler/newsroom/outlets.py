"""The sample outlets: a feed each, and article pages with the furniture of real ones."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import Any

from crawler.newsroom.content import SAMPLE, Answer, load, missing

_ARTICLE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - {outlet}</title>
<link rel="canonical" href="https://{host}/{slug}"><meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">
<meta property="og:type" content="article"><meta property="article:published_time" content="{published}"></head>
<body><header><a href="/">{outlet}</a><nav><ul><li><a href="/trade">Trade</a></li><li><a href="/ports">Ports</a></li></ul></nav></header>
<main><article><h1>{title}</h1><p class="byline">By the newsroom | <time datetime="{published}">{day}</time></p>
<div class="article-body">{body}</div></article>
<aside><h2>Most read</h2><ul><li><a href="/a">Cranes arrive a week late</a></li><li><a href="/b">Harbor fees unchanged</a></li></ul></aside></main>
<footer><p>{sample}. {outlet} does not exist.</p></footer></body></html>
"""

_FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>{outlet}</title><link>https://{host}/</link><description>{sample}</description>
{items}
</channel></rss>
"""


def outlets() -> list[dict[str, str]]:
    """id, host, name and country of each outlet."""
    found: list[dict[str, str]] = load("stories.yaml")["outlets"]
    return found


def answer(host: str, path: str, query: Mapping[str, list[str]]) -> Answer:
    """The answer of one outlet."""
    del query
    outlet = next(outlet for outlet in outlets() if outlet["host"] == host)
    stories = [story for story in load("stories.yaml")["stories"] if story["outlet"] == outlet["id"]]
    if path == "/robots.txt":
        return Answer(body=b"User-agent: *\nDisallow: /archive/\n", media_type="text/plain")
    if path == "/feed.xml":
        return Answer(body=_feed(outlet, stories).encode(), media_type="application/rss+xml; charset=utf-8", rendered=True)
    for story in stories:
        if path == f"/{story['slug']}":
            return Answer(body=_article(outlet, story).encode(), rendered=True)
    return missing()


def _feed(outlet: dict[str, str], stories: list[dict[str, Any]]) -> str:
    items = [
        f"<item><title>{escape(story['title'])}</title><link>https://{outlet['host']}/{story['slug']}?utm_source=rss</link>"
        f'<guid isPermaLink="false">{outlet["id"]}-{number}</guid>'
        f"<pubDate>{format_datetime(datetime.fromisoformat(story['published']))}</pubDate>"
        f"<description>{escape(story['body'][0])}</description></item>"
        for number, story in enumerate(stories, 1)
    ]
    return _FEED.format(outlet=escape(outlet["name"]), host=outlet["host"], sample=SAMPLE, items="\n".join(items))


def _article(outlet: dict[str, str], story: dict[str, Any]) -> str:
    when = datetime.fromisoformat(story["published"])
    return _ARTICLE.format(
        title=escape(story["title"]), outlet=escape(outlet["name"]), host=outlet["host"], slug=story["slug"], published=story["published"],
        day=f"{when:%B} {when.day}, {when.year}", body="".join(f"<p>{escape(text)}</p>" for text in story["body"]), sample=SAMPLE,
    )  # fmt: skip
