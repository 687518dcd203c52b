"""PDFs: pages, running heads, places of quotations, scans, and files made to do harm."""

import importlib.util
import io
import os
import signal
from collections.abc import Iterator

import pypdfium2
import pytest
from fpdf import FPDF

from crawler.pdf import limited
from crawler.pdf.limited import pages_of
from crawler.pdf.places import places
from crawler.pdf.recognition import _lines
from crawler.readers.pdf import read_pdf
from tradeclaims.errors import Unreadable

SENTENCE = "The goods deficit with Korea has doubled from $13.2 billion in 2011 to $27.6 billion in 2016."
FILLER = "The committee considered the matter at length and heard the views of both delegations on every point."


class Report(FPDF):
    """Three pages with a running head and page numbers."""

    def header(self) -> None:
        self.set_font("Times", "I", 9)
        self.cell(0, 6, f"Report on Trade Agreements          {self.page_no()}", new_x="LMARGIN", new_y="NEXT")


def report(*pages: str) -> bytes:
    pdf = Report(format="letter")
    pdf.set_margin(25)
    for page in pages:
        pdf.add_page()
        pdf.set_font("Times", size=12)
        pdf.multi_cell(0, 6, page, align="L")
    return bytes(pdf.output())


def scan() -> bytes:
    with pypdfium2.PdfDocument(report(SENTENCE)) as pdf:
        picture = io.BytesIO()
        pdf[0].render(scale=200 / 72).to_pil().convert("L").save(picture, "PNG")
    copy = FPDF(unit="pt", format=(612, 792))
    copy.set_margin(0)
    copy.add_page()
    copy.image(picture, 0, 0, 612, 792)
    return bytes(copy.output())


def test_pages_are_known_and_running_heads_are_gone() -> None:
    read = read_pdf(report(FILLER, SENTENCE, FILLER))
    assert read.text.split("\n\n") == [FILLER, SENTENCE, FILLER]
    assert [read.text[start : start + 9] for start in read.pages] == [FILLER[:9], SENTENCE[:9], FILLER[:9]]


def test_a_sentence_over_the_foot_of_a_page_stays_whole() -> None:
    read = read_pdf(report(FILLER + " The goods deficit with Korea", "has doubled from $13.2 billion to $27.6 billion.", FILLER))
    assert "The goods deficit with Korea has doubled from $13.2 billion to $27.6 billion." in read.text
    assert read.text[read.pages[1] :].startswith("has doubled")


def test_a_quotation_is_found_on_its_page_with_one_box_a_line() -> None:
    (place,) = places(report(FILLER, f"{FILLER} {SENTENCE}"), SENTENCE, pages=[2])
    assert place.page == 2
    assert len(place.boxes) == 2
    assert all(0 < left < right < 612 and 0 < bottom < top < 792 for left, bottom, right, top in place.boxes)
    assert place.boxes[0][1] > place.boxes[1][1]


def test_a_quotation_over_two_pages_has_a_place_on_each() -> None:
    found = places(report(FILLER + " The goods deficit", "with Korea has doubled."), "The goods deficit with Korea has doubled.")
    assert [place.page for place in found] == [1, 2]  # though a running head stands between
    assert places(report(SENTENCE), "These words stand nowhere.") == []


def test_pieces_of_a_picture_at_one_height_are_one_line() -> None:
    numpy = pytest.importorskip("numpy")

    def box(left: float, top: float) -> object:
        return numpy.array([[left, top], [left + 40, top], [left + 40, top + 10], [left, top + 10]])

    assert _lines([box(60, 11), box(10, 30), box(10, 10)], ["deficit", "doubled.", "The"]) == "The deficit\ndoubled."


@pytest.mark.skipif(importlib.util.find_spec("rapidocr") is None, reason="the extra `ocr` is not installed")
def test_a_scan_is_recognised_and_marked() -> None:
    read = read_pdf(scan())
    assert read.reader == "pdf_ocr"
    assert "$13.2 billion" in read.text


@pytest.mark.skipif(importlib.util.find_spec("rapidocr") is not None, reason="the extra `ocr` is installed")
def test_a_scan_names_the_extra_that_reads_it() -> None:
    with pytest.raises(Unreadable, match="PDF is a scan: 1 pages without text; install the extra `ocr`"):
        read_pdf(scan())


@pytest.fixture
def own_limits(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    limited._CHILD.stop()
    yield monkeypatch
    limited._CHILD.stop()


def test_a_child_that_dies_costs_one_file(own_limits: pytest.MonkeyPatch) -> None:
    process = limited._CHILD._started()
    process.kill()
    process.wait()
    assert pages_of(report(SENTENCE)).texts  # a dead child is replaced
    os.kill(limited._CHILD._started().pid, signal.SIGSTOP)
    own_limits.setattr(limited, "SECONDS", 0.1)
    with pytest.raises(Unreadable, match=r"took longer than 0\.1 s"):
        pages_of(report(SENTENCE))
    own_limits.setattr(limited, "SECONDS", 60)
    assert pages_of(report(SENTENCE)).texts


def test_the_child_may_not_write_files_nor_take_all_memory(own_limits: pytest.MonkeyPatch) -> None:
    process = limited._CHILD._started()
    pages_of(report(SENTENCE))
    with open(f"/proc/{process.pid}/limits", encoding="ascii") as file:
        limits = {line[:26].strip(): line[26:].split()[0] for line in file}
    assert limits["Max address space"] == str(limited.MEMORY)
    assert limits["Max file size"] == "0"
