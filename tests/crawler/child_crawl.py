"""Runs one crawl in its own process, as Twisted's reactor starts only once. JSON on standard input and output."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler.catalogue import load_catalogue
from crawler.ledger import MemoryLedger
from crawler.run import crawl
from tradeclaims.codec import encode
from tradeclaims.records import Exchange, Known, Snapshot


def main() -> None:
    """{catalogue, replicas, validators, broken, named, settings} → {runs, issues, pages}."""
    asked = json.load(sys.stdin)
    pages: list[dict[str, object]] = []
    issues: list[str] = []
    hashes: set[str] = set()

    def sink(snapshot: Snapshot, body: bytes, exchange: Exchange | None) -> str:
        if asked.get("broken"):
            raise OSError("disk full")
        pages.append({"source": snapshot.source, "url": snapshot.url, "title": snapshot.listed_title, "date": snapshot.listed_date, "type": snapshot.media_type,
                      "final_url": snapshot.final_url, "etag": snapshot.etag, "policy": snapshot.policy, "exchange": exchange and encode(exchange), "body": body.decode("latin-1")})  # fmt: skip
        outcome = "unchanged" if snapshot.body_hash in hashes else "saved"
        hashes.add(snapshot.body_hash)
        return outcome

    ledger = MemoryLedger()
    ago = datetime.now(UTC) - timedelta(hours=1)
    for url, (etag, modified) in asked.get("validators", {}).items():
        ledger.validators[url] = Known(etag=etag, last_modified=modified, first_seen=ago, last_seen=ago)
    runs = crawl(
        load_catalogue(Path(asked["catalogue"])),
        replicas=asked["replicas"],
        sink=sink,  # type: ignore[arg-type]
        user_agent="tradeclaims-test/1",
        report=lambda issue: issues.append(issue.message),
        ledger=ledger,
        named=bool(asked.get("named")),
        settings=asked.get("settings"),
        keys=asked.get("keys"),
    )
    plain = [{k: getattr(run, k) for k in ("source", "seen", "saved", "unchanged", "quarantined", "failed")} for run in runs]
    json.dump({"runs": plain, "issues": issues, "pages": pages}, sys.stdout)


if __name__ == "__main__":
    main()
