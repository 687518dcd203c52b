"""Document → mentions, claims, events."""

from nlp.extract import EXTRACTOR_VERSION, extract
from pipeline.progress import Progress
from pipeline.work import Kind, work
from store.database import Database
from store.documents import documents_to_extract
from store.extractions import save_extraction
from store.keys import document_key
from tradeclaims.records import Document, Run


def extract_documents(db: Database, progress: Progress) -> Run:
    """Extract from every document revision that this version of the extractor has not seen yet."""
    version = str(EXTRACTOR_VERSION)

    def do(document: Document) -> Kind:
        return save_extraction(db, document, extract(document), version)

    todo = documents_to_extract(db, version)
    return work(db, "extract", progress("Extracting", todo), do, key=document_key, version=version)
