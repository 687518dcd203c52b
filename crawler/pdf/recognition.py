"""Text of scanned pages, where the extra `ocr` is installed (rapidocr: models in the wheel, no download)."""

import importlib.util
from functools import cache
from typing import Any

import pypdfium2

DPI = 200
"""Finer pictures take longer and give no more on letters."""


def recognise(page: pypdfium2.PdfPage) -> str | None:
    """Lines of the picture of a page, top to bottom; None where recognition is not installed."""
    engine = _engine()
    if engine is None:
        return None
    picture = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("RGB")
    import numpy

    found = engine(numpy.asarray(picture))
    boxes, words = (found.boxes, found.txts) if found is not None else (None, None)
    return _lines(boxes, words) if boxes is not None and words else ""


@cache
def _engine() -> Any:
    if importlib.util.find_spec("rapidocr") is None:
        return None
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})


def _lines(boxes: Any, words: Any) -> str:
    """Pieces whose middles stand at one height are one line, read from the left."""
    pieces = sorted(
        ((box[:, 1].mean(), box[:, 0].min(), box[:, 1].max() - box[:, 1].min(), text) for box, text in zip(boxes, words, strict=True))
    )
    lines: list[list[Any]] = []
    for piece in pieces:
        if lines and abs(piece[0] - lines[-1][0][0]) < piece[2] / 2:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return "\n".join(" ".join(piece[3] for piece in sorted(line, key=lambda piece: piece[1])) for line in lines)
