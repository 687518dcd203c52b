"""One address per document: aliases, prefixes and tracking marks of a page fold to a single key."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|mc_[ce]id|ocid|cmpid|ref|rss|_)$", re.I)
_PRINTED = re.compile(r"^/documents/(?:full_text/\w+/)?\d{4}/\d{2}/\d{2}/(?P<number>[\w-]+?)(?:\.\w+|/[^/]*)?$")
_INSPECTED = re.compile(r"^/public-inspection/raw_text/(?P<digits>[\d/]+)\.txt$")
_SHORT = re.compile(r"^/d/(?P<number>[\w-]+)")
_API = re.compile(r"^/api/v1/(?:public-inspection-)?documents/(?P<number>[\w-]+)\.json$")
_GOVINFO = re.compile(r"^/content/pkg/FR-[\d-]+/\w+/(?P<number>[\w-]+)\.\w+$")
_NUMBER = re.compile(r"^(?P<year>(?:19|20)\d\d)-(?P<serial>\d+)$")
_FILED = re.compile(r"^/(?P<number>\d{4}-\d+)\.pdf$")


def canonical_url(url: str, declared: str | None = None) -> str:
    """The key of a document.

    `declared` is the page's `link rel="canonical"`; it counts only when it stays on the host and names more than its root.
    """
    if declared and _trustworthy(url, declared):
        url = declared
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.")
    if parts.scheme not in ("http", "https"):  # files, and mails by their Message-ID
        return url
    number = register_number(url)
    if number:
        return f"https://www.federalregister.gov/d/{number}"
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._") or "/"
    if host == "ustr.gov":
        path = re.sub(r"^/about-us(?=/|$)", "/about", path)
        return urlunsplit(("https", host, path.rstrip("/") or "/", "", ""))
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(key)]
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(("https", host + port, path, urlencode(kept), ""))


def listing_key(url: str) -> str:
    """The key of one page of a listing: its address with its query, which tells pages apart, without marks that pass caches."""
    query = sorted((key, value) for key, value in parse_qsl(urlsplit(url).query, keep_blank_values=True) if not _TRACKING.match(key))
    return canonical_url(url).partition("?")[0] + (f"?{urlencode(query)}" if query else "")


def register_number(url: str) -> str | None:
    """Federal Register document number that an address names: `2017-10603`; None for other addresses.

    The public-inspection text and the printed document have different addresses and one number.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    patterns = {
        "federalregister.gov": (_PRINTED, _SHORT, _API),
        "govinfo.gov": (_GOVINFO,),
        "public-inspection.federalregister.gov": (_FILED,),
    }.get(host, ())
    for pattern in patterns:
        if found := pattern.match(parts.path):
            return _padded(found["number"])
    if host == "federalregister.gov" and (found := _INSPECTED.match(parts.path)):
        digits = found["digits"].replace("/", "")
        return _padded(f"{digits[:4]}-{digits[4:]}")
    return None


def _padded(number: str) -> str:
    """The number in one spelling: since 2012 five digits behind the year, before that without zeros in front. Both spellings occur."""
    found = _NUMBER.match(number)
    if not found:
        return number
    serial = found["serial"].lstrip("0") or "0"
    return f"{found['year']}-{serial.zfill(5) if int(found['year']) >= 2012 else serial}"


def _trustworthy(url: str, declared: str) -> bool:
    own, other = urlsplit(url), urlsplit(declared.strip())
    if other.scheme not in ("http", "https") or own.scheme == "file":
        return False
    same = (own.hostname or "").removeprefix("www.") == (other.hostname or "").removeprefix("www.")
    return same and (len(other.path) > 1 or len(own.path) <= 1)
