"""Typography that does not change a number, written the plain way: full-width digits, odd spaces, long minus signs."""

import re

_PLAIN: dict[int, str] = {
    **{0xFF10 + n: str(n) for n in range(10)},
    **{0xFF21 + n: chr(ord("A") + n) for n in range(26)},
    **{0xFF41 + n: chr(ord("a") + n) for n in range(26)},
    **dict.fromkeys((0x00A0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F, 0x3000), " "),
    **dict.fromkeys((0x2010, 0x2011, 0x2212, 0xFE63, 0xFF0D), "-"),
    **dict.fromkeys((0x2018, 0x2019), "'"),
    0xFF04: "$", 0xFE69: "$", 0xFF05: "%", 0xFE6A: "%", 0xFF0C: ",", 0xFF0E: ".", 0xFF08: "(", 0xFF09: ")",
    0xFFE1: "£", 0xFFE5: "¥", 0xFFE6: "₩", 0x20A8: "₹",
}  # fmt: skip


_ODD = re.compile("[" + "".join(map(chr, _PLAIN)) + "]")
_THIN_GROUPS = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")


def fold(text: str) -> str:
    """The text with one plain character for every odd one; same length, so offsets stay valid. Thin spaces between thousands become commas."""
    if text.isascii():
        return text
    return _ODD.sub(lambda match: _PLAIN[ord(match[0])], _THIN_GROUPS.sub(",", text))
