"""Make crawler/newsroom/letter.pdf from letter.txt. Needs fpdf2 (development only); the PDF is committed."""

from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

FOLDER = Path(__file__).parent.parent / "crawler" / "newsroom"
HEAD = ("EXECUTIVE OFFICE OF THE PRESIDENT", "OFFICE OF THE UNITED STATES TRADE REPRESENTATIVE", "WASHINGTON, D.C. 20508")


class Letter(FPDF):
    """One page with letterhead and the sample mark."""

    def header(self) -> None:
        self.set_font("Times", "B", 12)
        for line in HEAD:
            self.cell(0, 6, line, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(8)

    def footer(self) -> None:
        self.set_y(-20)
        self.set_font("Times", "I", 9)
        self.cell(0, 6, "Sample page written for the tradeclaims demonstration", align="C")


def main() -> None:
    """Write the PDF, the same bytes every time."""
    letter = Letter(format="letter")
    letter.set_creation_date(datetime(2017, 7, 12, tzinfo=UTC))
    letter.set_title("Letter requesting a special session of the KORUS Joint Committee")
    letter.set_margin(25)
    letter.add_page()
    letter.set_font("Times", size=12)
    for paragraph in (FOLDER / "letter.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        letter.multi_cell(0, 6, paragraph, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        letter.ln(4)
    letter.output(str(FOLDER / "letter.pdf"))


if __name__ == "__main__":
    main()
