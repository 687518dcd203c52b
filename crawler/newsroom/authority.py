"""The sample of ustr.gov: robots.txt, the listing with all its oddities, releases and a letter."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any
from urllib.parse import unquote

from crawler.newsroom.content import SAMPLE, Answer, load, missing, read

HOST = "ustr.gov"
AGREEMENTS = "/trade-agreements/free-trade-agreements"
OLDER = {
    "/archive/Document_Library/Press_Releases/2007/June/Trade_Pact_With_Korea_Signed_printer.html": "release_2007.html",
    "/about-us/policy-offices/press-office/press-releases/2016/march/four-years-korea-agreement": "release_2016.html",
}
"""Pages that still have a look of earlier years; no listing leads to them."""
LISTING = "/about-us/policy-offices/press-office/press-releases"
REPORTS = "/about-us/policy-offices/press-office/reports-and-publications"
ROBOTS = """User-agent: *
Allow: /core/*.css$
Allow: /core/*.js$
Disallow: /core/
Disallow: /profiles/
Disallow: /README.txt
Disallow: /web.config
Disallow: /admin/
Disallow: /comment/reply/
Disallow: /filter/tips
Disallow: /node/add/
Disallow: /search/
Disallow: /user/register
Disallow: /user/password
Disallow: /user/login
Disallow: /user/logout
Disallow: /index.php/admin/
Disallow: /index.php/search/
"""

_PAGE = """<!DOCTYPE html>
<html lang="en" dir="ltr">
  <head>
    <meta charset="utf-8" />
    {canonical}<meta property="og:url" content="https://ustr.gov/node/{node}" />
    <title>{title} | United States Trade Representative (sample)</title>
  </head>
  <body>
    <a href="#main-content" class="visually-hidden focusable">Skip to main content</a>
    <nav><ul class="menu">{menu}</ul></nav>
    <main id="main-content">
    <h1 class="pageTitle"><span id="pageTitle" class="field field--name-title field--type-string field--label-hidden">{title}</span></h1>
{content}
    </main>
    <footer><form action="/subscribe"><div class="field--name-body">Subscribe</div></form><p>{sample}</p></footer>
  </body>
</html>
"""

_MENU = (
    '<li><a class="left-nav-item child" href="/about/policy-offices/press-office/press-releases/2018">2018</a></li>'
    '<li><a href="/node/0c9d4f1e-7a52-4a6e-9c1b-2f6f0a3d5e11" title="Readout of a meeting">Readout of a meeting</a></li>'
    '<li><a class="left-nav-item child" href="/about-us/policy-offices/press-office/press-releases/2017-0">2017</a></li>'
)
"""With a stray entry that the real site's script removes; its page does not exist."""


def answer(path: str, query: Mapping[str, list[str]]) -> Answer:
    """The answer to a request; the listing takes no notice of a page number, as it has no pager."""
    del query
    rows: list[dict[str, Any]] = load("releases.yaml")
    if path == "/robots.txt":
        return Answer(body=ROBOTS.encode(), media_type="text/plain; charset=UTF-8")
    if _alias(path) == _alias(LISTING):
        return Answer(body=_listing(rows).encode(), rendered=True)
    if _alias(path) == _alias(REPORTS):
        return Answer(body=_reports(rows).encode(), rendered=True)
    if _alias(path) == _alias(AGREEMENTS):
        return Answer(body=_agreements().encode(), rendered=True)
    if path in OLDER:
        return Answer(body=read(OLDER[path]).replace(b"{sample}", SAMPLE.encode()), rendered=True)
    for node, row in enumerate(rows, 14430):
        if _alias(path) == _alias(row["path"]):
            return Answer(body=_release(row, node).encode(), rendered=True)
        if unquote(path) == unquote(row.get("letter", "")):
            return Answer(body=read("letter.pdf"), media_type="application/pdf", rendered=True)
    return missing()


def _alias(path: str) -> str:
    return path.replace("/about-us/", "/about/", 1)


def _listing(rows: list[dict[str, Any]]) -> str:
    # The attribute of the first row is the real site's: a class whose value is 'first' with its quotes.
    lines = [
        f'<li {" class=&#039;first&#039;" if number == 0 else ""}> {row["date"]} <br><a href="{row["path"]}"> {escape(row["title"])} </a></li>'
        for number, row in enumerate(rows)
    ]
    content = (
        f'<article about="{LISTING}" class="node node--type-list node--view-mode-full clearfix">'
        '<div class="clearfix text-formatted field field--name-body field--type-text-with-summary">'
        f"<p>Press releases of the office. {SAMPLE}.</p><script>document.querySelector('.menu li + li').remove()</script></div></article>\n"
        f"<ul class='listing'>\n{chr(10).join(lines)}\n</ul>"
    )
    return _PAGE.format(canonical="", node=11, title="Press Releases ", menu=_MENU, content=content, sample=SAMPLE)


def _reports(rows: list[dict[str, Any]]) -> str:
    lines = [f'<li > {row["date"]} <br><a href="{row["letter"]}"> Letter to Korea </a></li>' for row in rows if "letter" in row]
    content = f"<ul class='listing'>\n{chr(10).join(lines)}\n</ul>"
    return _PAGE.format(canonical="", node=12, title="Reports and Publications", menu=_MENU, content=content, sample=SAMPLE)


def _agreements() -> str:
    rows = "".join(
        f"<tr><td>{partner}</td><td>{since}</td></tr>"
        for partner, since in (("Australia", "January 1, 2005"), ("Chile", "January 1, 2004"), ("Korea (KORUS)", "March 15, 2012"))
    )
    content = (
        '<article class="node"><div class="field field--name-body"><p>The United States has free trade agreements in force with 20 countries. '
        f"Three of them:</p><table><tr><th>Partner</th><th>In force since</th></tr>{rows}</table></div></article>"
    )
    return _PAGE.format(canonical="", node=13, title="Free Trade Agreements", menu=_MENU, content=content, sample=SAMPLE)


def _release(row: dict[str, Any], node: int) -> str:
    paragraphs = [f"<p>{escape(text)}</p>" for text in row["body"]]
    if letter := row.get("letter"):
        paragraphs.append(f'<p>The letter is available <a href="{letter}">here</a>.</p>')
    content = (
        '<article class="node node--type-press-release clearfix"><div class="clearfix text-formatted field field--name-body">'
        f"<p>{_written(row['date'])}</p>{''.join(paragraphs)}<p>###</p></div></article>"
    )
    link = "" if row["path"].startswith("/node/") else f'<link rel="canonical" href="https://ustr.gov{_alias(row["path"])}" />\n    '
    return _PAGE.format(canonical=link, node=node, title=escape(row["title"]), menu=_MENU, content=content, sample=SAMPLE)


def _written(day: str) -> str:
    then = date.fromisoformat(day)
    return f"{then:%B} {then.day}, {then.year}"
