"""Names of work items in the table `done`: the stages and the queries for open work must agree on them."""

from tradeclaims.records import Document, Snapshot


def snapshot_key(snapshot: Snapshot) -> str:
    """Key of a snapshot for the stage `read`: these bytes at this address."""
    return f"{snapshot.body_hash} {snapshot.url}"


def document_key(document: Document) -> str:
    """Key of one revision for the stages `extract` and `check`: `d0123456789abcdef 1`."""
    return f"{document.id} {document.revision}"
