"""Document → story: copies that several outlets print are one story, whoever was seen first with it first."""

from functools import lru_cache

from pipeline.copies import VERSION, Words, bands, story_for
from pipeline.progress import Progress
from pipeline.work import Kind, work
from store.database import Database
from store.documents import document as stored
from store.documents import documents_to_do
from store.keys import document_key
from store.stories import members, newest_revisions, place, set_bands, sharing_bands, story_of
from tradeclaims.ids import meaning_id
from tradeclaims.records import Document, Run

STAGE = "group"


def group(db: Database, progress: Progress) -> Run:
    """Put every document revision that was not looked at yet into its story: one that is there, or one of its own."""

    @lru_cache(maxsize=2000)
    def words_of(id: str, revision: int) -> Words:
        return Words(stored(db, id, revision).text)

    def texts(story: str, but: str) -> list[Words]:
        return [words_of(id, revision) for id, revision in newest_revisions(db, story) if id != but]

    def do(document: Document) -> Kind:
        words = words_of(document.id, document.revision)
        set_bands(db, document.id, bands(words))
        own = story_of(db, document.id)
        found = {story for id in sharing_bands(db, document.id) if (story := story_of(db, id))}
        # The story it is in already comes first and is kept while it still fits: what was said once stays said.
        candidates = [(story, texts(story, document.id)) for story in sorted(found, key=lambda each: (each != own, each))]
        best = story_for(words, candidates[:1]) if own in found else None
        best = best or story_for(words, candidates)
        if best:
            story, similarity = best
        else:
            alone = own is not None and members(db, own) == [document.id]
            story, similarity = (own if own and alone else _begun(db, document)), 1.0
        return "saved" if place(db, document.id, story, similarity) else "unchanged"

    todo = documents_to_do(db, STAGE, VERSION)
    return work(db, STAGE, progress("Grouping", todo), do, key=document_key, version=str(VERSION))


def _begun(db: Database, document: Document) -> str:
    """A key for the story that the document begins; one that left the story it once began begins another."""
    key = meaning_id("story", document.id)
    return key if not members(db, key) else meaning_id("story", document.id, document.revision)
