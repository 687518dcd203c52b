"""The sample of the Federal Register's API, with the behaviours a client trips over."""

import json
from collections.abc import Mapping
from typing import Any

from crawler.newsroom.content import Answer, load, missing

HOST = "www.federalregister.gov"
API = "/api/v1/"
BASE = f"https://{HOST}"
STORED = {"Cache-Control": "no-store, no-cache, must-revalidate, private", "Age": "37", "Access-Control-Allow-Origin": "*"}

FIELDS = frozenset(
    [
        "abstract",
        "action",
        "agencies",
        "agency_names",
        "body_html_url",
        "cfr_references",
        "citation",
        "comment_url",
        "comments_close_on",
        "correction_of",
        "corrections",
        "dates",
        "disposition_notes",
        "docket_id",
        "docket_ids",
        "dockets",
        "document_number",
        "effective_on",
        "end_page",
        "excerpts",
        "executive_order_notes",
        "executive_order_number",
        "explanation",
        "full_text_xml_url",
        "html_url",
        "images",
        "images_metadata",
        "json_url",
        "mods_url",
        "not_received_for_publication",
        "page_length",
        "page_views",
        "pdf_url",
        "president",
        "presidential_document_number",
        "proclamation_number",
        "public_inspection_pdf_url",
        "publication_date",
        "raw_text_url",
        "regulation_id_number_info",
        "regulation_id_numbers",
        "regulations_dot_gov_info",
        "regulations_dot_gov_url",
        "significant",
        "signing_date",
        "start_page",
        "subtype",
        "title",
        "toc_doc",
        "toc_subject",
        "topics",
        "type",
        "volume",
    ]
)
DEFAULT_FIELDS = (
    "title",
    "type",
    "abstract",
    "document_number",
    "html_url",
    "pdf_url",
    "public_inspection_pdf_url",
    "publication_date",
    "agencies",
    "excerpts",
)


def answer(path: str, query: Mapping[str, list[str]]) -> Answer:
    """The answer to a request."""
    documents: list[dict[str, Any]] = load("register.yaml")
    if path == "/robots.txt":
        return Answer(body=b"User-agent: *\nDisallow: /my/\n", media_type="text/plain")
    if path == f"{API}documents.json":
        return _search(documents, query)
    if path == f"{API}public-inspection-documents/current.json":
        desk = [_on_desk(document) for document in documents if document["desk"]]
        updated = {"special_filings_updated_at": None, "regular_filings_updated_at": "2017-05-22T08:45:00.000-04:00"}
        return _json({"count": len(desk), **updated, "results": desk})
    for document in documents:
        if path in (_printed_text(document), _desk_text(document)):
            return Answer(body=document["text"].encode(), media_type="text/plain; charset=utf-8", headers=STORED)
    return missing()


def _search(documents: list[dict[str, Any]], query: Mapping[str, list[str]]) -> Answer:
    fields = query.get("fields[]") or list(DEFAULT_FIELDS)
    for field in fields:
        if field not in FIELDS:
            return _json({"status": 400, "message": f"field '{field}' not valid"}, status=400)
    slugs = query.get("conditions[agencies][]", [])
    found = [d for d in documents if d["printed"] and (not slugs or any(slug in slugs for _, slug in d["agencies"]))]
    description = "Documents" + (f" from {', '.join(slugs)}" if slugs else "")
    if not found:
        # An empty search has no `results` at all.
        return _json({"description": description, "count": 0})
    size, page = _number(query, "per_page", 20), _number(query, "page", 1)
    if not 2 <= size <= 2000:
        size = 20
    shown = [{field: _record(document).get(field) for field in fields} for document in found[(page - 1) * size : page * size]]
    body: dict[str, Any] = {"count": len(found), "description": description, "total_pages": -(-len(found) // size), "results": shown}
    if page * size < len(found):
        marks = "".join(f"&_={mark}" for mark in query.get("_", []))
        body["next_page_url"] = f"{BASE}{API}documents.json?page={page + 1}&per_page={size}{marks}"
    return _json(body)


def _number(query: Mapping[str, list[str]], name: str, default: int) -> int:
    value = (query.get(name) or [""])[-1]
    return int(value) if value.isdigit() and int(value) else default


def _record(document: dict[str, Any]) -> dict[str, Any]:
    number, day = document["number"], document["publication_date"]
    folder = day.replace("-", "/")
    return {
        "title": document["title"],
        "type": "Notice",
        "abstract": document["abstract"],
        "document_number": number,
        "publication_date": day,
        "agencies": _agencies(document["agencies"]),
        "html_url": f"{BASE}/documents/{folder}/{number}/sample",
        "pdf_url": f"https://www.govinfo.gov/content/pkg/FR-{day}/pdf/{number}.pdf",
        "raw_text_url": f"{BASE}{_printed_text(document)}",
        "comments_close_on": document["comments_close_on"],
        "docket_ids": [document["docket"]],
    }


def _on_desk(document: dict[str, Any]) -> dict[str, Any]:
    """The desk names the most specific agency only."""
    return {
        "document_number": document["number"],
        "title": document["title"],
        "type": "Notice",
        "filed_at": document["filed_at"],
        "filing_type": "regular",
        "publication_date": document["publication_date"],
        "agencies": _agencies(document["agencies"][-1:]),
        "docket_numbers": [document["docket"]],
        "editorial_note": None,
        "raw_text_url": f"{BASE}{_desk_text(document)}",
    }


def _agencies(pairs: list[list[str]]) -> list[dict[str, str]]:
    return [{"raw_name": name.upper(), "name": name, "slug": slug} for name, slug in pairs]


def _printed_text(document: dict[str, Any]) -> str:
    return f"/documents/full_text/text/{document['publication_date'].replace('-', '/')}/{document['number']}.txt"


def _desk_text(document: dict[str, Any]) -> str:
    digits = document["number"].replace("-", "")
    return f"/public-inspection/raw_text/{'/'.join(digits[i : i + 3] for i in range(0, len(digits), 3))}.txt"


def _json(plain: Any, status: int = 200) -> Answer:
    return Answer(body=json.dumps(plain).encode(), media_type="application/json; charset=utf-8", status=status, headers=STORED)
