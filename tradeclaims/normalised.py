"""Text in the form it is compared in: what a page says, without what changes each time it is rendered."""

import re
import unicodedata

_FOLDED = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "−": "-", "‑": "-", "…": "...", "\u00a0": " ",
     "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None, "\u00ad": None}
)  # fmt: skip

_TIME = (
    r"(?:\d{4}-\d\d-\d\dt[\d:.]+(?:z|[+-][\d:]+)?|\d[\d:.,/\-]*(?:st|nd|rd|th|ms|s|z)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?|"
    r"[ap]\.?m\.?|utc|gmt|[ecmp][sd]?t|at|on|in|by|the|of|just|now|today|yesterday|(?:milli)?seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|ago)"
)
_TIMES = rf"(?:{_TIME}(?:[\s,|()·]+|$))"
_NOISE = (
    # "Last updated: October 1, 2026 at 10:13 AM" and its kin: a label and nothing but a time behind it.
    rf"(?:(?:this )?(?:page|site|content|document|article|list)\s*)?(?:was |is )?(?:last |first )?(?:updated?|modified|reviewed|rendered|generated|"
    rf"retrieved|refreshed|cached|accessed|printed|built|served)\b\s*:?\s*{_TIMES}+",
    rf"{_TIMES}*\d+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?) ago",
    r"\d+\s*-?\s*min(?:ute)?s?\.? read",
    r"[\d.,]+\s?[km]?\+? (?:views?|shares?|comments?|likes?|readers?|reactions?)",
    r"(?:request|ray|trace|session|reference|ref|correlation|build|cache|csrf|nonce|token)[ -]?(?:id|key|no\.?|number|token)?\s*[:#]\s*\S+",
    r"(?:©|\(c\)|copyright\b).{0,120}",
    r"you have \d+ (?:free )?(?:articles?|stories|story) (?:left|remaining).{0,60}",
    r"(?:we|this (?:web)?site|our (?:web)?sites?) uses? cookies.{0,300}|accept (?:all )?cookies",
    r"content on this archived webpage is not updated.{0,200}|click here to go to the current .{0,80}",
    r"an official website of the united states government.{0,60}|here's how you know.{0,20}|skip to (?:main )?content",
    r"share(?: this(?: (?:page|article|story))?)?(?: on \w+)?|print(?: this page)?|e-?mail(?: this)?|tweet|copy link|listen|advertisements?|sponsored|"
    r"read more|most read|sign in|log ?in|subscribe|menu|search|close|back to top|loading\W*",
)
_LINE = re.compile(rf"\W*(?:{'|'.join(_NOISE)})\W*", re.I)
_QUERY = re.compile(r"(https?://[^\s?#]+)[?#]\S*")
_TOKEN = re.compile(
    r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{16,}\b|"
    r"(?<![\w/-])(?=\w*\d)(?=\w*[A-Z])(?=\w*[a-z])\w{24,}={0,2}",
)


LONGEST = 320
"""Characters of a line above which it is text, whatever it begins with."""


def normalised(text: str) -> str:
    """The text with white space, quotation marks and dashes folded, and without banners, times of rendering, counters and tokens.

    Two texts are the same when this is equal. Words, figures, letter case and order all count.
    """
    folded = unicodedata.normalize("NFC", text).translate(_FOLDED)
    kept = [line for line in folded.split("\n") if len(line) > LONGEST or not _LINE.fullmatch(line.strip())]
    return " ".join(_TOKEN.sub("", _QUERY.sub(r"\1", " ".join(kept))).split())
