"""Names of work items in the table `done`: the stages and the queries for open work must agree on them."""

from tradeclaims.ids import body_hash
from tradeclaims.normalised import normalised
from tradeclaims.records import Document, Snapshot


def snapshot_key(snapshot: Snapshot) -> str:
    """Key of a snapshot for the stage `read`: these bytes at this address."""
    return f"{snapshot.body_hash} {snapshot.url}"


def document_key(document: Document) -> str:
    """Key of one revision for the stages `extract` and `check`: `d0123456789abcdef 1`."""
    return f"{document.id} {document.revision}"


def text_hash(title: str, text: str) -> str:
    """Hash of what a document says, without noise: tells whether a page still says what it said when its text was blanked."""
    return body_hash(f"{normalised(title)}\n{normalised(text)}".encode())
