"""What a page, a redirect or a name server cannot make the crawler do."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import brotli
import pytest

from crawler.addresses import PrivateAddress, is_public, refuse_private_literal
from crawler.spiders.sitemap import parsed, unpacked
from crawler.whole import ends, gzip_ends

Crawl = Callable[..., dict[str, Any]]
Site = Any


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1",
        "2002:7f00:1::", "::127.0.0.1", "[::1]", "2001:db8::1", "not an address",
    ],
)  # fmt: skip
def test_what_is_no_public_address(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_what_is_one(address: str) -> None:
    assert is_public(address)


def test_a_name_is_left_to_the_resolver_and_a_number_is_not() -> None:
    refuse_private_literal("intranet.example")
    with pytest.raises(PrivateAddress, match="is no public address"):
        refuse_private_literal("::ffff:127.0.0.1")


@pytest.fixture
def counting() -> Iterator[tuple[int, list[bytes]]]:
    """A port on this machine that must not be asked, and what it was asked."""
    asked: list[bytes] = []
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.1)
    stop = threading.Event()

    def listen() -> None:
        while not stop.is_set():
            try:
                connection, _ = server.accept()
            except TimeoutError:
                continue
            asked.append(b"connection")
            connection.close()

    thread = threading.Thread(target=listen)
    thread.start()
    yield server.getsockname()[1], asked
    stop.set()
    thread.join()
    server.close()


def feed(*links: str) -> str:
    items = "".join(f"<item><title>Title number {n}</title><link>{link}</link></item>" for n, link in enumerate(links))
    return f"<rss version='2.0'><channel>{items}</channel></rss>"


def test_private_addresses_are_never_asked_by_number_name_or_redirect(site: Site, crawl: Crawl, counting: tuple[int, list[bytes]]) -> None:
    port, asked = counting
    private = [f"http://{host}:{port}/x" for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "127.1", "2130706433", "0.0.0.0")]
    targets = [*private, "file:///etc/passwd", "ftp://a.example/x", "data:text/html,x", "gopher://a.example/"]
    for n, target in enumerate(targets):
        site.put("a.example", f"/moved/{n}", "", status=302, Location=target)
    site.put("a.example", "/feed", feed(*private, *(f"https://a.example/moved/{n}" for n in range(len(targets)))), type="text/xml")

    result = crawl([{"id": "a", "kind": "rss", "url": "https://a.example/feed"}], {"a.example": site.address})

    assert asked == []
    assert result["pages"] == []
    assert result["runs"][0]["quarantined"] == len(private) + len(targets)
    assert any("127.0.0.1 is no public address" in issue for issue in result["issues"])
    assert not result["stderr"]


def bomb(size: int) -> dict[str, bytes]:
    plain = b"<html><article>" + b"0" * size + b"</article></html>"
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    return {
        "gzip": gzip.compress(plain),
        "br": brotli.compress(plain, quality=5),
        "deflate": raw.compress(plain) + raw.flush(),
        "zstd": zstd_of(plain),
    }


def zstd_of(plain: bytes) -> bytes:
    from backports import zstd

    return bytes(zstd.compress(plain))


def test_decompression_bombs_and_endless_bodies_end_their_item_only(site: Site, crawl: Crawl) -> None:
    bombs = bomb(40 * 1024 * 1024)
    for name, body in bombs.items():
        site.put("a.example", f"/{name}", body, **{"Content-Encoding": name})
    site.put("a.example", "/large", b"<html>" + b"x" * (34 * 1024 * 1024))
    site.put("a.example", "/good", "<html><article>Good</article></html>")
    site.put("a.example", "/feed", feed(*(f"https://a.example/{name}" for name in (*bombs, "large", "good"))), type="text/xml")

    result = crawl([{"id": "a", "kind": "rss", "url": "https://a.example/feed"}], {"a.example": site.address})

    assert [page["url"] for page in result["pages"]] == ["https://a.example/good"]
    assert result["runs"][0]["quarantined"] == 5


def test_a_body_that_drips_is_given_up_in_time(crawl: Crawl) -> None:
    server = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()

    def drip() -> None:
        while not stop.is_set():
            try:
                connection, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=(connection,), daemon=True).start()

    def answer(connection: socket.socket) -> None:
        asked = connection.recv(4096)
        try:
            if b"robots.txt" in asked:
                connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            else:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 100000\r\n\r\n")
                while not stop.is_set():
                    connection.sendall(b" ")
                    time.sleep(0.2)
        except OSError:
            pass
        finally:
            connection.close()

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    began = time.monotonic()
    source = {"id": "a", "kind": "rss", "url": "https://a.example/feed", "timeout_s": 0.5}
    result = crawl([source], {"a.example": f"127.0.0.1:{server.getsockname()[1]}"}, settings={"RETRY_TIMES": 0})
    stop.set()
    server.close()

    assert time.monotonic() - began < 20
    assert result["issues"] == ["a: listing https://a.example/feed: no whole answer within the time allowed"]


def test_a_name_from_a_header_names_no_file(site: Site, crawl: Crawl, tmp_path: Any) -> None:
    site.put("a.example", "/feed", feed("https://a.example/1"), type="text/xml")
    site.put(
        "a.example",
        "/1",
        b"%PDF-1.4 x %%EOF",
        type="application/pdf",
        **{"Content-Disposition": f'attachment; filename="{tmp_path}/../evil"'},
    )

    result = crawl([{"id": "a", "kind": "rss", "url": "https://a.example/feed"}], {"a.example": site.address})

    assert result["runs"][0]["saved"] == 1
    assert not list(tmp_path.parent.glob("evil"))


def test_a_sitemap_reads_no_entities_and_no_bombs() -> None:
    root = parsed(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><urlset><url><loc>https://a.example/&e;</loc></url></urlset>')
    assert root is not None
    assert "".join(root.itertext()) == "https://a.example/&e;"
    assert unpacked(gzip.compress(b"<urlset>" + b" " * (51 * 1024 * 1024))) is None
    assert unpacked(gzip.compress(b"<urlset/>")[:-6]) is None


def test_what_was_cut_is_seen() -> None:
    packed = gzip.compress(b"a" * 1000)
    assert gzip_ends(packed, 1000)
    assert gzip_ends(packed + gzip.compress(b"more"), 1004)
    assert not gzip_ends(packed[:-9], 1000)
    assert not ends(b"<!DOCTYPE html><html><body><p>Half a pa")
    assert not ends(b"<?xml version='1.0'?><rss><channel><item>")
    assert ends(b"<html><body></body></html>\n")
    assert ends(b"plain text")
