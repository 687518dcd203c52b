"""Datelines: "SEOUL, July 13 (Yonhap) –" says from which country a report speaks."""

import re

CITIES = {
    "WASHINGTON": "USA", "NEW YORK": "USA", "CHICAGO": "USA", "LOS ANGELES": "USA", "DETROIT": "USA", "HOUSTON": "USA", "MIAMI": "USA",
    "BOSTON": "USA", "SAN FRANCISCO": "USA", "DALLAS": "USA", "ATLANTA": "USA", "SEOUL": "KOR", "SEJONG": "KOR", "BUSAN": "KOR",
    "TOKYO": "JPN", "BEIJING": "CHN", "SHANGHAI": "CHN", "HONG KONG": "HKG", "TAIPEI": "TWN", "MEXICO CITY": "MEX", "OTTAWA": "CAN",
    "TORONTO": "CAN", "MONTREAL": "CAN", "LONDON": "GBR", "PARIS": "FRA", "BERLIN": "DEU", "FRANKFURT": "DEU", "ROME": "ITA",
    "MADRID": "ESP", "NEW DELHI": "IND", "MUMBAI": "IND", "CANBERRA": "AUS", "SYDNEY": "AUS", "WELLINGTON": "NZL", "HANOI": "VNM",
    "BANGKOK": "THA", "JAKARTA": "IDN", "MANILA": "PHL", "KUALA LUMPUR": "MYS", "SINGAPORE": "SGP", "BRASILIA": "BRA", "SAO PAULO": "BRA",
    "BUENOS AIRES": "ARG", "BOGOTA": "COL", "LIMA": "PER", "SANTIAGO": "CHL", "NAIROBI": "KEN", "JOHANNESBURG": "ZAF", "DHAKA": "BGD",
    "ISLAMABAD": "PAK", "ANKARA": "TUR", "BERN": "CHE",
}  # fmt: skip

_DATELINE = re.compile(r"^\W*(?P<place>[A-Z][A-Za-z.’' ]{2,24}?)(?:,[^–—\n]{0,50})?\s*(?:\([^)\n]{2,30}\))?\s*(?:–|—|--|-\s|:\s)", re.M)


def dateline_country(text: str) -> str | None:
    """ISO3 of the place that the first lines are dated from; None when none is named."""
    found = _DATELINE.match(text.lstrip()[:160])
    return CITIES.get(found["place"].replace(".", "").strip().upper()) if found else None
