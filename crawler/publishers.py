"""Who stands behind a host: name, country, and whether it is an authority that speaks for itself."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Publisher:
    """Facts about the publisher of a host."""

    name: str | None
    """None when only the kind of host is known."""

    country: str | None
    """ISO3; None for bodies of several countries."""

    official: bool
    """An authority itself."""


USTR = "Office of the United States Trade Representative"

HOSTS = {
    "ustr.gov": Publisher(USTR, "USA", True),
    "federalregister.gov": Publisher("Federal Register", "USA", True),
    "whitehouse.gov": Publisher("The White House", "USA", True),
    "bea.gov": Publisher("Bureau of Economic Analysis", "USA", True),
    "census.gov": Publisher("Census Bureau", "USA", True),
    "cbp.gov": Publisher("U.S. Customs and Border Protection", "USA", True),
    "usitc.gov": Publisher("U.S. International Trade Commission", "USA", True),
    "commerce.gov": Publisher("Department of Commerce", "USA", True),
    "wto.org": Publisher("World Trade Organization", None, True),
    "europa.eu": Publisher("European Commission", None, True),
    "canada.ca": Publisher("Government of Canada", "CAN", True),
    "motie.go.kr": Publisher("Ministry of Trade, Industry and Energy", "KOR", True),
}

SUFFIXES = {
    ".gov": Publisher(None, "USA", True),
    ".mil": Publisher(None, "USA", True),
    ".go.kr": Publisher(None, "KOR", True),
    ".go.jp": Publisher(None, "JPN", True),
    ".gc.ca": Publisher(None, "CAN", True),
    ".gob.mx": Publisher(None, "MEX", True),
    ".gov.uk": Publisher(None, "GBR", True),
    ".gov.cn": Publisher(None, "CHN", True),
    ".gov.in": Publisher(None, "IND", True),
    ".gov.au": Publisher(None, "AUS", True),
}

NOBODY = Publisher(None, None, False)

COUNTRIES = {
    "US": "USA", "CA": "CAN", "MX": "MEX", "KR": "KOR", "JP": "JPN", "CN": "CHN", "UK": "GBR", "GB": "GBR", "IN": "IND", "AU": "AUS",
    "DE": "DEU", "FR": "FRA", "IT": "ITA", "ES": "ESP", "BR": "BRA", "SG": "SGP", "HK": "HKG", "TW": "TWN", "VN": "VNM", "TH": "THA",
    "ID": "IDN", "MY": "MYS", "PH": "PHL", "NZ": "NZL", "CH": "CHE", "ZA": "ZAF", "KE": "KEN", "IE": "IRL", "NL": "NLD", "BD": "BGD",
    "PK": "PAK", "TR": "TUR", "AE": "ARE", "SA": "SAU", "IL": "ISR", "AR": "ARG", "CL": "CHL", "CO": "COL", "PE": "PER", "QA": "QAT",
}  # fmt: skip
"""ISO 3166 alpha-2, as catalogues write it, to alpha-3; `EU` and `INT` have no country."""


def publisher_of(url: str) -> Publisher:
    """Facts about an address's host."""
    host = (urlsplit(url).hostname or "").lower()
    parts = host.split(".")
    for start in range(len(parts) - 1):
        known = HOSTS.get(".".join(parts[start:]))
        if known:
            return known
    for suffix, publisher in SUFFIXES.items():
        if host.endswith(suffix):
            return publisher
    return NOBODY
