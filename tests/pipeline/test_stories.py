"""One story once: copies are grouped, versions with other figures are not."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.copies import Words, bands, compatible, similarity, story_for
from pipeline.progress import silent
from pipeline.stages.group import group
from store.database import Database, open_store
from store.documents import save_document
from store.snapshots import save_snapshot
from store.stories import copies_of, story_of, story_rows
from tests.pipeline.conftest import Run, runner
from tradeclaims.ids import body_hash, meaning_id
from tradeclaims.records import Document, Snapshot

WIRE = """WASHINGTON, July 13 (Sample Wire) – The United States has asked South Korea for a special session on their five-year-old trade agreement, the first formal step toward changing it.

The US goods trade deficit with South Korea rose from $13.2 billion in 2011 to $27.6 billion in 2016, the office of the trade representative said on Wednesday.

US goods exports to South Korea fell to $42.3 billion in 2016 from $43.5 billion in 2011, a decline of 3 percent, while imports from it rose steadily.

The agreement took effect in March 2012. The session is expected in August, officials of both sides said, though the place is still open."""
EDITED = (
    WIRE.replace("US ", "U.S. ")
    .replace("WASHINGTON, July 13 (Sample Wire) – ", "")
    .replace("3 percent", "3%")
    .replace("on Wednesday", "on July 12")
)
CUT = "\n\n".join(WIRE.split("\n\n")[:3])
OTHER_FIGURES = WIRE.replace("27.6", "27.9")
OWN_WORDS = """SEOUL – South Korea's ministry answered a request by Washington on Friday and said that it would attend the talks.

A new minister is to take office first. The deficit rose from $13.2 billion in 2011 to $27.6 billion in 2016, by the count of the other side.
Exports of $42.3 billion in 2016 against $43.5 billion in 2011, or 3 percent less, tell another tale, a person at the ministry said."""


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    store = open_store(tmp_path / "t.db")
    yield store
    store.close()


def save(db: Database, outlet: str, text: str, *, hours: int, title: str = "A title") -> str:
    """A document of an outlet, its bytes fetched at that hour."""
    body, url = f"{outlet} {text}".encode(), f"https://{outlet}.example/1"
    fetched = datetime(2017, 7, 13, tzinfo=UTC) + timedelta(hours=hours)
    snapshot = Snapshot(
        source=outlet, url=url, final_url=url, fetched_at=fetched, status=200, media_type="text/html", body_hash=body_hash(body)
    )
    save_snapshot(db, snapshot, body)
    document = Document(
        id=meaning_id("document", outlet, url), source=outlet, kind="news", url=url, title=title, issuer=outlet.title(), published=None,
        text=text, snapshot=snapshot.body_hash,
    )  # fmt: skip
    save_document(db, document)
    return document.id


@pytest.mark.parametrize("copy", [EDITED, CUT, "Trade talks\n\n" + WIRE])
def test_copies_are_similar_share_a_key_and_agree_in_figures(copy: str) -> None:
    one, other = Words(WIRE), Words(copy)
    assert similarity(one, other) >= 0.8
    assert compatible(one, other)
    assert set(bands(one)) & set(bands(other))


def test_another_figure_is_another_story_however_alike_the_words_are() -> None:
    one, other = Words(WIRE), Words(OTHER_FIGURES)
    assert similarity(one, other) > 0.98
    assert not compatible(one, other)


def test_a_paragraph_of_the_outlets_own_and_one_cut_leave_a_copy_a_copy() -> None:
    own = (
        CUT.replace(", a decline of 3 percent, while imports from it rose steadily", "")
        + "\n\nShares of Hyundai fell 2.1 percent in Seoul on the news."
    )
    assert similarity(Words(WIRE), Words(own)) >= 0.8
    assert compatible(Words(WIRE), Words(own))


@pytest.mark.parametrize(
    "reworded",
    [
        "The US goods trade deficit with South Korea climbed from $13.2 billion in 2011 to $27.9 billion in 2016 by revised data, the office said.",
        "From $13.2 billion in 2011 the US deficit in goods trade with South Korea rose to $27.9 billion in 2016, the office of the trade representative said.",
    ],
)
def test_a_figure_changed_in_a_sentence_that_was_reworded_is_seen(reworded: str) -> None:
    parts = WIRE.split("\n\n")
    changed = "\n\n".join([parts[0], reworded, *parts[2:]])
    assert not compatible(Words(WIRE), Words(changed))


def test_the_same_figures_in_other_words_are_another_story() -> None:
    assert compatible(Words(WIRE), Words(OWN_WORDS))
    assert similarity(Words(WIRE), Words(OWN_WORDS)) < 0.6


def test_schedules_without_amounts_are_told_apart_by_their_days() -> None:
    week = (
        "The public schedule of the office for the week of July {}. All meetings take place in the building and are closed to the press. "
        * 3
    )
    assert not compatible(Words(week.format(10, 10, 10)), Words(week.format(17, 17, 17)))


def test_a_part_of_a_long_text_is_no_copy_and_a_teaser_is_never_one() -> None:
    assert similarity(Words(WIRE), Words(WIRE.split("\n\n")[0])) == 0
    assert bands(Words("The deficit rose.")) == []


def test_a_cut_copy_does_not_bring_two_versions_together() -> None:
    brief = Words(WIRE.replace("rose from $13.2 billion in 2011 to $27.6 billion in 2016", "rose"))
    assert story_for(Words(OTHER_FIGURES), [("s", [brief])]) is not None
    assert story_for(Words(OTHER_FIGURES), [("s", [Words(WIRE), brief])]) is None


def test_the_first_seen_comes_first_whatever_the_order_of_reading(db: Database) -> None:
    save(db, "courier", EDITED, hours=5, title="Washington requests session")
    save(db, "ledger", WIRE, hours=1, title="US asks Seoul for talks")
    save(db, "gazette", CUT, hours=3)
    save(db, "herald", OTHER_FIGURES, hours=2)
    run = group(db, silent)
    assert (run.seen, run.saved) == (4, 4)
    (story,) = story_rows(db)
    assert (story["documents"], story["title"], story["outlets"]) == (3, "US asks Seoul for talks", "Ledger; Gazette; Courier")
    assert [copy["outlet"] for copy in copies_of(db, story["first"])] == ["Gazette", "Courier"]
    assert copies_of(db, meaning_id("document", "herald", "https://herald.example/1")) == []


def test_grouping_again_changes_nothing_and_later_copies_join(db: Database) -> None:
    first = save(db, "ledger", WIRE, hours=1)
    group(db, silent)
    story = story_of(db, first)
    assert group(db, silent).seen == 0
    late = save(db, "courier", EDITED, hours=30)
    assert (group(db, silent).saved, story_of(db, late), story_of(db, first)) == (1, story, story)
    db.conn.execute("DELETE FROM done WHERE stage = 'group'")
    again = group(db, silent)
    assert (again.seen, again.saved, again.unchanged) == (2, 0, 2)


def test_a_copy_that_is_corrected_leaves_the_story(db: Database) -> None:
    first, copy = save(db, "ledger", WIRE, hours=1), save(db, "courier", EDITED, hours=2)
    group(db, silent)
    save(db, "courier", EDITED.replace("27.6", "27.9"), hours=9)
    assert group(db, silent).saved == 1
    assert story_of(db, copy) != story_of(db, first)
    save(db, "courier", EDITED + " ", hours=12)
    group(db, silent)
    assert story_of(db, copy) == story_of(db, first)


def test_the_first_may_leave_and_come_back_and_the_others_stay_together(db: Database) -> None:
    first, second, third = (save(db, outlet, WIRE, hours=hours) for hours, outlet in enumerate(("ledger", "courier", "gazette")))
    group(db, silent)
    save(db, "ledger", OTHER_FIGURES, hours=9)
    group(db, silent)
    assert story_of(db, second) == story_of(db, third) != story_of(db, first)


def test_the_command_lists_stories_and_shows_copies(demo_run: tuple[Path, object]) -> None:
    folder, _ = demo_run
    (story,) = [json.loads(line) for line in runner(folder)("list", "stories", "--format", "jsonl").stdout.splitlines()]
    assert sorted(story["outlets"].split("; ")) == ["Pacific Courier", "The Harbor Ledger"]
    shown = json.loads(runner(folder)("show", story["first"], "--format", "jsonl").stdout)
    assert len(shown["copies"]) == 1
    table = runner(folder)("show", story["first"], "--format", "table").stdout
    assert shown["copies"][0]["id"] in table


def test_read_groups_what_it_reads(tradeclaims: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WIRE)
    (tmp_path / "b.txt").write_text(EDITED)
    assert tradeclaims("ingest", "a.txt", "b.txt").returncode == 0
    stages = [json.loads(line)["stage"] for line in tradeclaims("read", "--format", "jsonl").stdout.splitlines()]
    assert stages == ["read", "group"]
    assert len(tradeclaims("list", "stories", "--format", "jsonl").stdout.splitlines()) == 1
