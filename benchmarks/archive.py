"""How fast pages are archived, read back, compared and grouped, and how well copies are found: `python benchmarks/archive.py [PAGES]`.

Pages are made of the sample newsroom's sentences, shuffled, with random figures; every tenth has a copy as outlets make them: another
headline, a paragraph cut, a word or two changed. Every tenth has a near twin with one other figure, which is another story.
"""

import random
import re
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler.newsroom.content import load
from pipeline.diff import sentence_diff
from pipeline.progress import silent
from pipeline.stages.group import group
from store.database import open_store, transaction
from store.documents import save_document
from store.snapshots import body_of, save_snapshot
from store.stories import story_of
from tradeclaims.ids import body_hash, meaning_id
from tradeclaims.records import Document, Exchange, Snapshot

CHANCE = random.Random(5)
SENTENCES = [text for story in load("stories.yaml")["stories"] for text in story["body"]] + [
    text for release in load("releases.yaml") for text in release["body"]
]
FIGURE = re.compile(r"(\d\.\d) billion")
NAMES = [
    "Freedonia",
    "Sylvania",
    "Ruritania",
    "Borduria",
    "Syldavia",
    "Elbonia",
    "Genovia",
    "Zubrowka",
    "Krakozhia",
    "Latveria",
    "Sokovia",
    "Wadiya",
]


def text() -> str:
    """Sentences of the newsroom with random countries and figures, six paragraphs."""
    parts = []
    for sentence in CHANCE.sample(SENTENCES, 12):
        for word in ("South Korea", "Korea", "Mexico", "China", "KORUS", "NAFTA"):
            sentence = sentence.replace(word, CHANCE.choice(NAMES))
        parts.append("".join(str(CHANCE.randint(0, 9)) if char.isdigit() and CHANCE.random() < 0.7 else char for char in sentence))
    words = "\n\n".join(" ".join(parts[at : at + 2]) for at in range(0, 12, 2))
    return words if FIGURE.search(words) else text()


def copy_of(original: str) -> str:
    """As another outlet prints it."""
    paragraphs = original.split("\n\n")
    return "\n\n".join(paragraphs[: len(paragraphs) - 1]).replace("said", "noted", 2).replace("U.S.", "US")


def twin_of(original: str) -> str:
    """The same words with another figure."""
    at = [found.end(1) - 1 for found in FIGURE.finditer(original)][-1]
    return original[:at] + str((int(original[at]) + 1) % 10) + original[at + 1 :]


def main(count: int) -> None:
    """Print one line per figure."""
    start = datetime(2017, 7, 13, tzinfo=UTC)
    envelope = Exchange(
        request_line="GET / HTTP/1.1",
        request_headers=(("Host", "a.example"),),
        status_line="200 OK",
        headers=(("Content-Type", "text/html"),),
    )
    texts: list[tuple[str, str]] = []
    for number in range(count):
        original = text()
        texts.append((f"{number}", original))
        if number % 10 == 0:
            texts.append((f"{number}-copy", copy_of(original)))
        if number % 10 == 5:
            texts.append((f"{number}-twin", twin_of(original)))
    furniture = "".join(f'<li><a href="/section/{n}">Section {n}</a></li>' for n in range(400))
    with tempfile.TemporaryDirectory() as folder:
        db = open_store(Path(folder) / "b.db")
        pages = []
        for number, (name, words) in enumerate(texts):
            body = f"<html><ul>{furniture}</ul><article>{words}</article></html>".encode()
            url = f"https://a.example/{name}"
            fetched = start + timedelta(seconds=number)
            pages.append(
                (
                    Snapshot(
                        source="a",
                        url=url,
                        final_url=url,
                        fetched_at=fetched,
                        status=200,
                        media_type="text/html",
                        body_hash=body_hash(body),
                    ),
                    body,
                )
            )
        began = time.perf_counter()
        for snapshot, body in pages:
            with transaction(db):
                save_snapshot(db, snapshot, body, envelope)
        took = time.perf_counter() - began
        print(f"archived  {len(pages) / took:8.0f} pages a second of {len(pages[0][1]) / 1000:.0f} kB")
        began = time.perf_counter()
        assert all(body_of(db, snapshot.body_hash) == body for snapshot, body in pages)
        print(f"read back {len(pages) / (time.perf_counter() - began):8.0f} pages a second, hashes verified")
        for (name, words), (snapshot, _) in zip(texts, pages, strict=True):
            id = meaning_id("document", name)
            save_document(
                db,
                Document(
                    id=id, source="a", kind="news", url=snapshot.url, title="T", published=None, text=words, snapshot=snapshot.body_hash
                ),
            )
        began = time.perf_counter()
        group(db, silent)
        print(f"grouped   {len(texts) / (time.perf_counter() - began):8.0f} documents a second")

        def together(one: str, other: str) -> bool:
            return story_of(db, meaning_id("document", one)) == story_of(db, meaning_id("document", other))

        copies, twins = [n for n, _ in texts if n.endswith("-copy")], [n for n, _ in texts if n.endswith("-twin")]
        found = sum(together(name, name.removesuffix("-copy")) for name in copies)
        wrong = sum(together(name, name.removesuffix("-twin")) for name in twins)
        stories = db.conn.execute("SELECT count(DISTINCT story) FROM story_documents").fetchone()[0]
        print(
            f"copies    {found} of {len(copies)} found; {wrong} of {len(twins)} twins with another figure taken for copies; {stories} stories of {count + len(twins)}"
        )
        db.close()
    pairs = [(words, twin_of(words)) for _, words in texts[:200]]
    began = time.perf_counter()
    assert all(len(sentence_diff(before, after)) == 1 for before, after in pairs)
    print(f"compared  {len(pairs) / (time.perf_counter() - began):8.0f} revisions a second")
    print(f"memory    {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB at most")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
