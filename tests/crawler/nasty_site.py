"""Real sites at their worst, on loopback: servers in trouble, cut answers, pages that lie, moved addresses, pagers, feeds and an API.

What it lists is known, so a test can ask whether every document came, and came once. Trouble is drawn from a seed: the same each time.
"""

import gzip
import json
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime, formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import brotli

USTR, REGISTER, PRESS = "ustr.gov", "www.federalregister.gov", "nasty-press.example"
OFFICE = "/about/policy-offices/press-office"
TROUBLE = ("500", "502", "wait", "reset", "short", "cut_page", "cut_gzip", "unasked_304", "wall", "empty", "drip")
"""What can go wrong with an answer; each passes."""


@dataclass
class Doc:
    """One document of the site."""

    host: str
    path: str
    title: str
    day: date
    body: bytes
    kind: str = "text/html; charset=utf-8"
    moved_to: str = ""
    """Address it redirects to."""


def words(seed: str) -> str:
    """A paragraph that no other document has."""
    chance = random.Random(seed)
    nouns = ("exports", "imports", "tariffs", "quotas", "talks", "ports", "farmers", "mills", "growers", "ministers", "panels", "letters")
    return " ".join(
        f"{chance.choice(nouns).capitalize()} of round {chance.randint(1, 10**6)} met the {chance.choice(nouns)} again." for _ in range(12)
    )


@dataclass
class NastySite:
    """All hosts in one server, chosen by the Host header."""

    size: int
    """Documents per list."""

    trouble: float
    """Share of addresses with trouble."""

    seed: int = 7
    docs: dict[tuple[str, str], Doc] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    lock: Any = field(default_factory=threading.Lock)
    address: str = ""
    rendered: int = 1790849612

    def __post_init__(self) -> None:
        today = datetime.now(UTC).date()
        for n in range(self.size):
            day = today - timedelta(days=n // 3 + 1)
            folder = f"{OFFICE}/press-releases/{day.year}/{day:%B}".lower()
            path = f"/node/{14000 + n}" if n % 11 == 5 else f"{folder}/release-{n}"
            self._ustr(path, f"Ambassador Greets Delegation Number {n} – Readout", day)
            self._ustr(f"{OFFICE}/speeches-and-remarks/{day.year}/remarks-{n}", f"Remarks on the Trade of Item {n} and “Others”", day)
            number = f"{day.year}-{20000 + n}"
            text = f"<html><body><pre>\n[Federal Register Volume 91, Number 1 ({day:%A, %B} {day.day}, {day.year})]\n\nOFFICE OF THE UNITED STATES TRADE REPRESENTATIVE\n\nNotice Number {n} of Modification\n\nAGENCY: Office of the United States Trade Representative.\n\nACTION: Notice.\n\nSUMMARY: {words(number)}\n</pre></body></html>"
            self._put(
                Doc(
                    REGISTER,
                    f"/documents/full_text/text/{day:%Y/%m/%d}/{number}.txt",
                    f"Notice Number {n} of Modification",
                    day,
                    text.encode(),
                    "text/plain; charset=utf-8",
                )
            )
            self._article(f"/stories/{n}", f"Mills Number {n} See Orders Grow", day)
            self._article(f"/archive/{n}", f"Growers Number {n} Watch The Weather", day)
        for n in range(3, self.size, 9):
            doc = self.docs[PRESS, f"/stories/{n}"]
            self._put(Doc(PRESS, f"/old/{n}", doc.title, doc.day, b"", moved_to=doc.path))

    def _put(self, doc: Doc) -> None:
        self.docs[doc.host, doc.path] = doc

    def _ustr(self, path: str, title: str, day: date) -> None:
        pdf = (
            f"/sites/default/files/files/Press/Releases/{day.year}/{title.split()[-1].strip('“”')}%20({abs(hash_of(path))}).pdf"
            if hash_of(path) % 7 == 0
            else ""
        )
        link = f'<p><a href="{pdf}">letter</a></p>' if pdf else ""
        page = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | USTR</title></head><body><h1 class="pageTitle"><span id="pageTitle">{title} </span></h1>
<div class="field--name-body"><p>WASHINGTON – {words(path)}</p>{link}<p>###</p></div></body></html>"""
        self._put(Doc(USTR, path, title, day, page.encode()))
        if pdf:
            self._put(Doc(USTR, pdf, "", day, small_pdf(words(pdf)), "application/pdf"))

    def _article(self, path: str, title: str, day: date) -> None:
        page = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title><meta property="article:published_time" content="{day}T08:00:00Z"></head>
<body><main><article><h1>{title}</h1><p>{words(path)}</p><p>{words(path + "b")}</p></article></main></body></html>"""
        self._put(Doc(PRESS, path, title, day, page.encode()))

    def sources(self) -> list[dict[str, Any]]:
        """Catalogue entries of the site."""
        api = f"https://{REGISTER}/api/v1/documents.json?conditions[agencies][]=trade-representative-office-of-united-states&order=newest&per_page=10"
        more = {"country": "US", "text": "full", "min_delay_s": 0, "timeout_s": 1.5, "max_items": 5000}
        return [
            {"id": "ustr-press", "kind": "listing", "url": f"https://{USTR}/about-us/policy-offices/press-office/press-releases", **more},
            {"id": "ustr-news", "kind": "listing", "url": f"https://{USTR}/about-us/policy-offices/press-office/news", **more},
            {"id": "fr-ustr", "kind": "api", "url": api, **more},
            {"id": "press-feed", "kind": "rss", "url": f"https://{PRESS}/feed.xml", **more},
            {"id": "press-map", "kind": "sitemap", "url": f"https://{PRESS}/sitemap_index.xml", **more},
        ]

    def replicas(self) -> dict[str, str]:
        """Hosts and the address that answers for them."""
        return dict.fromkeys((USTR, REGISTER, PRESS), self.address)

    def expected(self) -> set[tuple[str, str]]:
        """Title and last part of the address of every document that is to come, once each."""
        return {(doc.host, doc.path) for doc in self.docs.values() if not doc.moved_to}

    # ---- lists

    def _listing(self) -> bytes:
        rows = []
        for n, doc in enumerate(self._of(USTR, "/press-releases/", "/node/")):
            prefix = doc.path.replace("/about/", "/about-us/") if n % 2 else doc.path
            first = " class=&#039;first&#039;" if n == 0 else ""
            rows.append(f'<li {first}> {doc.day} <br><a href="{prefix}"> {doc.title} </a></li>')
        return f"""<html><body><ul class="menu"><a href="/node/0b1c">Stray</a></ul><ul class='listing'>{"".join(rows)}</ul></body></html>""".encode()

    def _of(self, host: str, *parts: str) -> list[Doc]:
        return [
            doc for doc in self.docs.values() if doc.host == host and any(part in doc.path for part in parts) and ".pdf" not in doc.path
        ]

    def _news(self, page: int) -> bytes:
        docs = self._of(USTR, "/speeches-and-remarks/", "/press-releases/")
        size = 12
        last = (len(docs) - 1) // size
        shown = docs[min(page, last) * size :][:size]  # a page number too high gives the last page again
        rows = "".join(
            f'<li class="press-release-item"><div class="views-field-field-date"><strong>{doc.day:%B} {doc.day.day}, {doc.day.year}</strong></div>'
            f'<div class="views-field-title"><a href="{doc.path}">{doc.title}</a></div></li>'
            for doc in shown
        )
        return f'<html><body><div class="view-content"><ul>{rows}</ul></div><nav class="pager"></nav></body></html>'.encode()

    def _api(self, query: dict[str, list[str]]) -> bytes:
        docs, page, size = self._of(REGISTER, "/full_text/"), int(query.get("page", ["1"])[0]), 10
        rows = [
            {"document_number": doc.path.rsplit("/", 1)[1][:-4], "title": doc.title + "  ", "publication_date": str(doc.day), "raw_text_url": f"https://{REGISTER}{doc.path}",
             "agencies": [{"slug": "trade-representative-office-of-united-states"}]}
            for doc in docs[(page - 1) * size : page * size]
        ]  # fmt: skip
        answer: dict[str, Any] = {"count": len(docs), "results": rows}
        if page * size < len(docs):
            answer["next_page_url"] = f"https://{REGISTER}/api/v1/documents.json?page={page + 1}&per_page=10&_={query['_'][0]}"
        return json.dumps(answer).encode()

    def _feed(self) -> bytes:
        moved = {doc.moved_to: doc.path for doc in self.docs.values() if doc.moved_to}
        items = []
        for n, doc in enumerate(self._of(PRESS, "/stories/")):
            at = format_datetime(datetime(doc.day.year, doc.day.month, doc.day.day, 9, tzinfo=UTC)).replace(
                "+0000", "EST" if n % 4 else "+0000"
            )
            when = {2: "####", 6: "Sat, 30 Dec 1899 00:00:00 GMT", 10: "Tue, 01 Jan 2199 00:00:00 GMT"}.get(n, at)
            guid = f"g{n % 5}" if n % 6 == 0 else f"{n}-{self.rendered % 10}"  # some twice, some new with each rendering
            items.append(
                f"<item><title>{doc.title}</title><link>https://{PRESS}{moved.get(doc.path, doc.path)}?utm_source=rss</link><guid>{guid}</guid><pubDate>{when}</pubDate></item>"
            )
        return (
            b"\xef\xbb\xbf"
            + f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>x</title>{"".join(items)}</channel></rss>'.encode()
        )

    def _map(self, path: str) -> bytes:
        docs = self._of(PRESS, "/archive/")
        half = len(docs) // 2
        if path == "/sitemap_index.xml":
            rows = "".join(
                f"<sitemap><loc>https://{PRESS}/sitemap-{n}.xml.gz</loc><lastmod>2026-11-0{n}</lastmod></sitemap>" for n in (1, 2)
            )
            return f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'.encode()
        shown = docs[:half] if "-1" in path else docs[half:]
        rows = "".join(
            f"<url><loc>https://{PRESS}{doc.path}</loc><news:news><news:publication_date>{doc.day}</news:publication_date><news:title>{doc.title}</news:title></news:news></url>"
            for doc in shown
        )
        return gzip.compress(
            f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{rows}</urlset>'.encode()
        )

    # ---- answers

    def answer(self, host: str, target: str) -> tuple[int, str, bytes, str]:
        """Status, media type, body and location."""
        parts = urlsplit(target)
        path, html = parts.path, "text/html; charset=utf-8"
        if path == "/robots.txt":
            return 200, "text/plain", b"User-agent: *\nDisallow: /admin/\nDisallow: /search/\n", ""
        if host == USTR and path.endswith("/press-office/press-releases"):
            return 200, html, self._listing(), ""
        if host == USTR and path.endswith("/press-office/news"):
            return 200, html, self._news(int(parse_qs(parts.query).get("page", ["0"])[0])), ""
        if host == REGISTER and path == "/api/v1/documents.json":
            return 200, "application/json", self._api(parse_qs(parts.query)), ""
        if path == "/feed.xml":
            return 200, "application/rss+xml", self._feed(), ""
        if path.startswith("/sitemap"):
            return 200, "application/xml", self._map(path), ""
        doc = self.docs.get((host, path)) or self.docs.get((host, path.replace("/about-us/", "/about/")))
        if doc is None:
            return 404, html, b"<html><head><title>Page not found</title></head></html>", ""
        return (301, html, b"", doc.moved_to) if doc.moved_to else (200, doc.kind, doc.body, "")

    def wrong(self, host: str, path: str) -> str:
        """What goes wrong with this request; empty when nothing does."""
        with self.lock:
            self.asked.append((host, path))
            self.counts[host, path] += 1
            times = self.counts[host, path]
        chance = random.Random(f"{self.seed} {host} {path}")
        if chance.random() > self.trouble:
            return ""
        plan = [chance.choice(TROUBLE) for _ in range(chance.randint(1, 3))]
        return plan[times - 1] if times <= len(plan) else ""


def hash_of(text: str) -> int:
    """A number that is the same in every process."""
    return random.Random(text).randint(0, 10**6)


def small_pdf(text: str) -> bytes:
    """A one-page PDF with this text."""
    lines = [text[i : i + 90] for i in range(0, len(text), 90)]
    stream = "BT /F1 10 Tf 40 760 Td 14 TL " + " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines) + " ET"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
               f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return out + f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: NastySite

    def do_GET(self) -> None:
        host = self.headers.get("Host", "")
        path = urlsplit(self.path).path
        if path.endswith("/news") or path == "/api/v1/documents.json":
            path = self.path.split("&_=")[0]
        wrong = self.site.wrong(host, path)
        status, kind, body, location = self.site.answer(host, self.path)
        headers = {"Content-Type": kind}
        if location:
            headers["Location"] = location
        if kind.startswith("text/html") and status == 200:
            etag = f'"{self.site.rendered}-gzip"'
            headers |= {"ETag": etag, "Last-Modified": formatdate(self.site.rendered, usegmt=True), "Cache-Control": "max-age=600, public"}
            if self.headers.get("If-None-Match") == etag and not wrong:
                return self.send(304, headers, b"")
        offered = self.headers.get("Accept-Encoding", "")
        if status == 200 and len(body) > 400 and "pdf" not in kind:
            if "br" in offered and hash_of(path) % 3 == 0:
                headers["Content-Encoding"], body = "br", brotli.compress(body, quality=3)
            elif "gzip" in offered and hash_of(path) % 3 == 1:
                headers["Content-Encoding"], body = "gzip", gzip.compress(body, 1)
        match wrong:
            case "500" | "502":
                self.send(int(wrong), {"Content-Type": "text/html"}, b"<html>Oops</html>")
            case "wait":
                self.send(503, {"Content-Type": "text/html", "Retry-After": "0"}, b"<html>Busy</html>")
            case "reset":
                self.close_connection = True
                self.connection.close()
            case "short":
                self.send(status, headers, body[: len(body) // 2], length=len(body), close=True)
            case "cut_page" | "cut_gzip" if status == 200 and ("html" in kind or "Content-Encoding" in headers):
                if wrong == "cut_page" and "Content-Encoding" in headers:
                    del headers["Content-Encoding"]
                    body = self.site.answer(host, self.path)[2]
                elif wrong == "cut_gzip":
                    headers["Content-Encoding"], body = "gzip", gzip.compress(self.site.answer(host, self.path)[2])
                self.send(status, headers, body[: len(body) * 2 // 3], length=None, close=True)
            case "unasked_304" if "If-None-Match" not in self.headers and path != "/robots.txt":
                self.send(304, {}, b"")
            case "wall" if path != "/robots.txt":
                self.send(
                    200,
                    {"Content-Type": "text/html"},
                    b"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>",
                )
            case "empty" if path != "/robots.txt":
                self.send(200, headers, b"")
            case "drip":
                self.send(status, headers, body, drip=True)
            case _:
                self.send(status, headers, body)

    def send(
        self, status: int, headers: dict[str, str], body: bytes, *, length: int | None = -1, close: bool = False, drip: bool = False
    ) -> None:
        """Send an answer; `length` None leaves Content-Length out."""
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if length is not None:
                self.send_header("Content-Length", str(len(body) if length == -1 else length))
            if close:
                self.send_header("Connection", "close")
                self.close_connection = True
            self.end_headers()
            if drip:
                for at in range(0, len(body), max(1, len(body) // 40)):
                    self.wfile.write(body[at : at + max(1, len(body) // 40)])
                    self.wfile.flush()
                    time.sleep(0.1)
            else:
                self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Killed clients leave broken connections behind."""


@contextmanager
def nasty_site(size: int, trouble: float, seed: int = 7) -> Iterator[NastySite]:
    """The site, served while the block lasts."""
    site = NastySite(size=size, trouble=trouble, seed=seed)
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"site": site}))
    site.address = f"127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
