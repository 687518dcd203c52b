"""OTEXA country pages: text tables of fixed width."""

from tests.official.serving import Question, Reply

HEADINGS = (
    "                           Calendar Years       Year-to-Date                 Year-Endings                             YE 10/2009"
)
LABELS = (
    " Ctrl, Cat, Product        2007      2008    10/2008   10/2009  % Change   10/2008    8/2009    9/2009   10/2009  % Change % Share"
)
MARKS = "                                                           (P)                                               (P)"
ROWS = """\
 0   Total Textile & Apparel 1,152.345 1,009.836    866.091   715.719    -17.36   1,034.070   900.560   880.487   859.464    -16.88   0.95
 1   Total Apparel         487.221   409.836    366.091   315.719    -13.76   434.070   360.553   360.487   359.464    -17.19   32.02
 2   Non-Apparel           665.124   600.000    500.000   400.000    -20.00   600.000   540.007   520.000   500.000    -16.67   67.98
 11  Yarns                  65.124    60.000     50.000    40.000    -20.00    60.000    54.007    52.000    50.000    -16.67    7.98
 222 Knit Fabric           487.221   409.836    366.091   315.719    -13.76   434.070   360.553   360.487   359.464    -17.19   32.02
"""


class Otexa:
    """One table for every country, its lines open to change."""

    def __init__(self) -> None:
        self.headings, self.labels, self.rows = HEADINGS, LABELS, ROWS
        self.unit = "Data in Million Dollars"
        self.gone: set[str] = set()

    def __call__(self, question: Question) -> Reply:
        """The page."""
        name = question.path.rsplit("/", 1)[-1]
        if name in self.gone:
            return Reply(status=404, media_type="text/html", body=b"<html><head><title>404 Not Found</title></head></html>")
        text = f"<html><body><h3>{self.unit}</h3><pre>\n{self.headings}\n{self.labels}\n{MARKS}\n{self.rows}</pre></body></html>"
        return Reply(media_type="text/html", body=text.replace("&", "&amp;").encode("cp1252"))
