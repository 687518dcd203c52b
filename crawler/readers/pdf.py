"""Letters and other PDFs: text lines put back into paragraphs, sender from the letterhead."""

import io
import logging
import re

import pypdf
import pypdfium2
from pypdf.errors import PyPdfError

from crawler.blocks import tidy
from crawler.paragraphs import join_lines
from crawler.publishers import USTR
from crawler.readers.reading import Reading
from crawler.written_dates import find_date
from tradeclaims.errors import Unreadable

VERSION = 1
SCAN = 50
"""A document with fewer characters a page is a picture of a text."""

HEADS = (
    (re.compile(r"united\s+states\s+trade\s+representative", re.I), USTR, "USA"),
    (re.compile(r"department\s+of\s+commerce", re.I), "Department of Commerce", "USA"),
    (re.compile(r"the\s+white\s+house", re.I), "The White House", "USA"),
    (re.compile(r"international\s+trade\s+commission", re.I), "U.S. International Trade Commission", "USA"),
    (re.compile(r"ministry\s+of\s+trade,?\s+industry\s+and\s+energy", re.I), "Ministry of Trade, Industry and Energy", "KOR"),
    (re.compile(r"european\s+commission", re.I), "European Commission", None),
)
_ADDRESSED = re.compile(
    r"^\s*(dear|his excellency|her excellency|the honou?rable|to:)\b|\n\s*(dear|his excellency|her excellency|the honou?rable)\b", re.I
)
_SUBJECT = re.compile(r"^\s*(?:re|subject):\s*(?P<subject>\S.{5,160})$", re.I | re.M)
_JUNK_TITLE = re.compile(r"^(microsoft word|untitled|document\d*|.*\.(docx?|pdf|indd|qxd))", re.I)


def read_pdf(body: bytes) -> Reading:
    """Text of a PDF; raises Unreadable for truncated, encrypted, broken and scanned ones."""
    if b"%%EOF" not in body[-4096:]:
        raise Unreadable("PDF is truncated: its end mark %%EOF is missing")
    pages, name = _pages(body)
    lines = "\n\n".join(pages)
    if len(re.sub(r"\s", "", lines)) < SCAN * max(1, len(pages)) / 2:
        raise Unreadable(f"PDF is a scan: {len(pages)} pages with {len(lines.split())} words; expected text")
    text = tidy("\n\n".join(join_lines(page) for page in pages))
    head, country = _letterhead(lines)
    dated = find_date(lines[:1500])
    return Reading(
        reader="pdf", version=VERSION, kind="letter" if _is_letter(lines) else "text", title=_title(name, lines), text=text,
        published=dated[0] if dated else None, published_raw=dated[1] if dated else "", issuer=head, official=head is not None, country=country,
    )  # fmt: skip


def _pages(body: bytes) -> tuple[list[str], str]:
    try:
        with pypdfium2.PdfDocument(body) as pdf:
            texts = [page.get_textpage().get_text_bounded() for page in pdf]
            return [_clean(text) for text in texts], str(pdf.get_metadata_dict().get("Title") or "")
    except pypdfium2.PdfiumError:
        return _pages_repaired(body)


def _pages_repaired(body: bytes) -> tuple[list[str], str]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(body))
        title = reader.metadata.title if reader.metadata else None
        return [_clean(page.extract_text()) for page in reader.pages], title or ""
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(f"PDF cannot be opened: {' '.join(str(error).split())[:120]}") from error


def _clean(text: str) -> str:
    # PDFium marks a hyphen at the end of a line with U+0002 (or U+FFFE) in place of hyphen and break.
    joined = re.sub("[\u0002\ufffe](?:\r?\n)?", "", text)
    return joined.replace("\r\n", "\n").replace("\r", "\n")


def _letterhead(lines: str) -> tuple[str | None, str | None]:
    """Name and country of the authority that a short line near the top names; a sentence about it is no letterhead."""
    top = [line.strip() for line in lines.splitlines() if line.strip()][:8]
    for line in top:
        if len(line.split()) <= 10 and not line.endswith((".", ",")):
            for pattern, name, country in HEADS:
                if pattern.search(line):
                    return name, country
    return None, None


def _is_letter(lines: str) -> bool:
    return bool(_ADDRESSED.search(lines[:3000])) and bool(re.search(r"\b(sincerely|respectfully|regards|yours)\b", lines, re.I))


def _title(name: str, lines: str) -> str:
    if name.strip() and not _JUNK_TITLE.match(name.strip()):
        return " ".join(name.split())
    subject = _SUBJECT.search(lines[:3000])
    if subject:
        return " ".join(subject["subject"].split())
    first = next((line.strip() for line in lines.splitlines() if len(line.split()) >= 3), "")
    return first[:160]
