"""Letters and other PDFs: text lines put back into paragraphs, sender from the letterhead."""

import re
from collections.abc import Sequence

from crawler.blocks import tidy
from crawler.paragraphs import join_lines
from crawler.pdf.limited import pages_of
from crawler.pdf.pages import SCAN
from crawler.pdf.running_heads import without_running_heads
from crawler.publishers import USTR
from crawler.readers.reading import Reading
from crawler.written_dates import find_date
from tradeclaims.errors import Unreadable

VERSION = 2

_SENTENCE_END = re.compile(r"[.:;!?…][\"'”’)\]]*\s*$")

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
    """Text of a PDF; raises Unreadable for truncated, encrypted and broken ones, and for scans where recognition is not installed."""
    if b"%%EOF" not in body[-4096:]:
        raise Unreadable("PDF is truncated: its end mark %%EOF is missing")
    read = pages_of(body)
    pages = without_running_heads(read.texts)
    lines = "\n\n".join(pages)
    text, starts = _joined([tidy(join_lines(page)) for page in pages])
    if len(re.sub(r"\s", "", text)) < SCAN / 2:
        raise Unreadable(f"PDF holds no text: {len(pages)} pages with {len(text.split())} words")
    head, country = _letterhead(lines)
    dated = find_date(lines[:1500])
    return Reading(
        reader="pdf_ocr" if read.recognised else "pdf", version=VERSION, kind="letter" if _is_letter(lines) else "text",
        title=_title(read.title, lines), text=text, published=dated[0] if dated else None, published_raw=dated[1] if dated else "",
        issuer=head, official=head is not None, country=country, pages=starts,
    )  # fmt: skip


def _joined(pages: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The text, and where in it each page begins. A sentence that runs over the foot of a page stays whole."""
    text, starts = "", []
    for page in pages:
        if text and page:
            text += " " if not _SENTENCE_END.search(text) and page[0].islower() else "\n\n"
        starts.append(len(text))
        text += page
    return text, tuple(starts)


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
