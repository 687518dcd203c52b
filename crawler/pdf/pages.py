"""Text of a PDF, page by page, as the file holds it. Runs in the limited child only (crawler.pdf.limited)."""

import io
import logging
import re
from dataclasses import dataclass, field

import pypdf
import pypdfium2
from pypdf.errors import PyPdfError

from crawler.pdf.recognition import recognise
from tradeclaims.errors import Unreadable

SCAN = 50
"""A page with fewer characters is a picture of a text."""

PAGES = 3000
"""Most pages of a file that are read: the longest reports of trade agencies have a thousand."""


@dataclass(kw_only=True)
class Pages:
    """What a PDF holds."""

    texts: list[str]
    """Lines of each page."""

    title: str
    """The title among the file's own properties; often empty or a file name."""

    recognised: list[int] = field(default_factory=list)
    """Numbers, from 1, of pages that were pictures and whose text was recognised in them."""


def read_pages(body: bytes) -> Pages:
    """Text of all pages; raises Unreadable for encrypted and broken files, and for scans where recognition is not installed."""
    try:
        with pypdfium2.PdfDocument(body) as pdf:
            if len(pdf) > PAGES:
                raise Unreadable(f"PDF has {len(pdf)} pages; at most {PAGES} are read")
            texts = [_clean(page.get_textpage().get_text_bounded()) for page in pdf]
            title = str(pdf.get_metadata_dict().get("Title") or "")
            return _with_scans(pdf, Pages(texts=texts, title=title))
    except pypdfium2.PdfiumError:
        return _repaired(body)


def _with_scans(pdf: pypdfium2.PdfDocument, read: Pages) -> Pages:
    bare = [number for number, text in enumerate(read.texts) if len(re.sub(r"\s", "", text)) < SCAN and _has_picture(pdf[number])]
    written = len(read.texts) - len(bare)
    for number in bare:
        text = recognise(pdf[number])
        if text is None:
            if written:
                break  # a letter with a scanned attachment still is a letter
            raise Unreadable(f"PDF is a scan: {len(read.texts)} pages without text; install the extra `ocr` to have them recognised")
        read.texts[number] = text
        read.recognised.append(number + 1)
    return read


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _repaired(body: bytes) -> Pages:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(body))
        title = reader.metadata.title if reader.metadata else None
        return Pages(texts=[_clean(page.extract_text()) for page in reader.pages], title=title or "")
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(f"PDF cannot be opened: {' '.join(str(error).split())[:120]}") from error


def _clean(text: str) -> str:
    # PDFium marks a hyphen at the end of a line with U+0002 (or U+FFFE) in place of hyphen and break.
    joined = re.sub("[\u0002\ufffe](?:\r?\n)?", "", text)
    return joined.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
