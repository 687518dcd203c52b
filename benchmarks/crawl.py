"""How fast the crawler collects from a server on this machine, politeness off, and whether its memory stays flat.

    python benchmarks/crawl.py [PAGES]

An empty Scrapy spider and the real sitemap spider, with the real store behind it, fetch the same pages (about 10 kB each) with the same number of
connections, each in a process of its own. Printed are pages per second, their ratio, and the memory of the collecting process at a tenth,
half and all of the pages.
"""

import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from multiprocessing import Process, Queue
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CONNECTIONS = 16
PER_MAP = 2000
HOST = "bench.example"

PARAGRAPH = "The ministers met for the {n}th time and spoke about tariffs on goods number {n}, as they had said they would in the spring. "


def page(n: int) -> bytes:
    body = "".join(f"<p>{PARAGRAPH.format(n=n + k) * 4}</p>" for k in range(18))
    return f"<!DOCTYPE html><html><head><title>Story {n}</title></head><body><article><h1>Story {n}</h1>{body}</article></body></html>".encode()


def sitemap(path: str) -> bytes:
    """`/index-PAGES.xml`, or one of its parts, `/map-PAGES-NUMBER.xml`."""
    pages, *number = (int(word) for word in path[1:-4].split("-")[1:])
    if not number:
        rows = "".join(f"<sitemap><loc>https://{HOST}/map-{pages}-{n}.xml</loc></sitemap>" for n in range(-(-pages // PER_MAP)))
        return f"<sitemapindex>{rows}</sitemapindex>".encode()
    first = number[0] * PER_MAP
    rows = "".join(f"<url><loc>https://{HOST}/p/{n}</loc></url>" for n in range(first, min(first + PER_MAP, pages)))
    return f"<urlset>{rows}</urlset>".encode()


def serve(port: "Queue[int]") -> None:
    """A server that does as little as possible, in a process of its own."""
    ready = {n: page(n) for n in range(200)}

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split(b" ", 2)[1].decode()
                kind, status = "text/html; charset=utf-8", "200 OK"
                if path.startswith("/p/"):
                    n = int(path[3:])
                    body = ready[n % 200].replace(b"<h1>", f"<h1>No. {n} ".encode(), 1)
                elif path.endswith(".xml"):
                    kind, body = "application/xml", sitemap(path)
                else:
                    status, body = "404 Not Found", b"gone"
                writer.write(f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        port.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


OFF: dict[str, Any] = {
    "ROBOTSTXT_OBEY": False,
    "AUTOTHROTTLE_ENABLED": False,
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS": CONNECTIONS,
    "CONCURRENT_REQUESTS_PER_DOMAIN": CONNECTIONS,
    "DOWNLOAD_SLOTS": {HOST: {"delay": 0, "concurrency": CONNECTIONS}},
    "LOG_ENABLED": False,
}


def empty(address: str, pages: int) -> dict[str, Any]:
    """Scrapy with a spider that does nothing."""
    from scrapy import Request, Spider
    from scrapy.crawler import AsyncCrawlerProcess

    class Empty(Spider):
        name = "empty"

        async def start(self) -> Any:
            for n in range(pages):
                yield Request(f"http://{address}/p/{n}", dont_filter=True)

        def parse(self, response: Any) -> None:
            pass

    process = AsyncCrawlerProcess({key: value for key, value in OFF.items() if key != "DOWNLOAD_SLOTS"})
    process.crawl(Empty)
    began, worked = time.perf_counter(), time.process_time()
    process.start()
    return {"seconds": time.perf_counter() - began, "work": time.process_time() - worked, "pages": pages}


def real(address: str, pages: int) -> dict[str, Any]:
    """The sitemap spider into a store, as `crawl` does it."""
    from crawler.catalogue import SourceEntry
    from crawler.run import crawl
    from pipeline.ledger import StoreLedger
    from store.database import open_store, transaction
    from store.frontier import settle
    from store.snapshots import save_snapshot

    memory: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        db = open_store(Path(folder) / "t.db")
        saved = 0

        def sink(snapshot: Any, body: bytes, exchange: Any) -> Any:
            nonlocal saved
            saved += 1
            if saved in (pages // 10, pages // 2, pages):
                memory.append(resident())
            until = snapshot.fetched_at + timedelta(days=30) if snapshot.policy == "cached" else None
            with transaction(db):
                kind = save_snapshot(db, snapshot, body, exchange, keep_until=until)
                settle(db, snapshot.source, snapshot.url)
            return kind

        entry = SourceEntry(
            id="bench", name="bench", country="US", language="en", kind="sitemap", url=f"https://{HOST}/index-{pages}.xml", text="full", spider="sitemap",
            max_items=pages + 1000, min_delay_s=0,
        )  # fmt: skip
        began, worked = time.perf_counter(), time.process_time()
        (run,) = crawl([entry], replicas={HOST: address}, sink=sink, user_agent="bench", report=lambda issue: print(issue.message, file=sys.stderr),
                       ledger=StoreLedger(db), settings=OFF)  # fmt: skip
        seconds, work = time.perf_counter() - began, time.process_time() - worked
    assert run.saved == pages, run
    return {
        "seconds": seconds,
        "work": work,
        "pages": pages,
        "memory": memory,
        "most": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


def resident() -> int:
    """Bytes of memory this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def child(what: str, address: str, pages: int) -> dict[str, Any]:
    done = subprocess.run([sys.executable, __file__, what, address, str(pages)], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True,
                          env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def main() -> None:
    if len(sys.argv) == 4:
        print(json.dumps({"empty": empty, "real": real}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))))
        return
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    port: Queue[int] = Queue()
    server = Process(target=serve, args=(port,), daemon=True)
    server.start()
    address = f"127.0.0.1:{port.get()}"
    rates: dict[str, list[float]] = {"empty": [], "real": []}
    worked: dict[str, list[float]] = {"empty": [], "real": []}
    few = min(pages, 3000)
    for _ in range(3):
        for what in rates:
            result = child(what, address, few)
            rates[what].append(few / result["seconds"])
            worked[what].append(few / result["work"])
    best = {what: max(found) for what, found in rates.items()}
    cpu = {what: max(found) for what, found in worked.items()}
    whole = child("real", address, pages)
    server.terminate()
    print(f"empty Scrapy spider   {best['empty']:7.0f} pages/s (best of 3 with {few} pages)")
    print(f"sitemap spider, store {best['real']:7.0f} pages/s, {best['real'] / best['empty']:.0%} of it")
    print(f"by processor time     {cpu['real'] / cpu['empty']:.0%} ({cpu['empty']:.0f} and {cpu['real']:.0f} pages a second of it)")
    print(f"over {pages} pages    {pages / whole['seconds']:7.0f} pages/s")
    tenth, half, end = (f"{value / 1e6:.0f} MB" for value in whole["memory"])
    print(f"memory                {tenth} at a tenth, {half} at half, {end} at the end; most {whole['most'] / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
