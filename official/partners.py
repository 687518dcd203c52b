"""Trading partners by the codes and names that US agencies print → ISO3, or the agency's name where there is no ISO3."""

from functools import cache
from importlib.resources import files

WORLD = "WLD"


@cache
def _table() -> tuple[tuple[str, str, str], ...]:
    """(Census code, partner, Census name) of every single partner. Source: Census Schedule C, with the ISO 3166 codes."""
    lines = files("official").joinpath("data", "partners.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple((code, partner, name) for code, partner, name in (line.split("\t") for line in lines))


@cache
def _by_code() -> dict[str, str]:
    return {code: partner for code, partner, _ in _table()}


@cache
def _by_name() -> dict[str, str]:
    names = {}
    for _, partner, name in _table():
        if "former)" in partner:
            continue
        names[squeezed(name)] = partner
        first, comma, second = name.partition(",")
        if comma:  # "Korea, South" is also printed "South Korea"
            names[squeezed(second + first)] = partner
    return names | _OTHER_NAMES


_OTHER_NAMES = {
    "allcountries": WORLD, "world": WORLD, "totalforallcountries": WORLD,
    "europeanunion": "EU", "eu": "EU",
    "koreasouth": "KOR", "koreanorth": "PRK", "republicofkorea": "KOR", "korearepublicof": "KOR",
    "germanyfederalrepublic": "DEU", "turkiye": "TUR", "turkey": "TUR", "czechrepublic": "CZE", "czechia": "CZE",
    "macau": "MAC", "macao": "MAC", "burmamyanmar": "MMR", "burma": "MMR", "vietnam": "VNM",
}  # fmt: skip
"""Names other agencies, or other years, print for the same partner."""


def squeezed(name: str) -> str:
    """A name by its letters alone: `Korea, South`, `KOREA, SOUTH` and `KoreaSouth` are one."""
    return "".join(letter for letter in name.casefold() if letter.isalpha())


def partner_of_code(code: str, name: str) -> str | None:
    """The partner of a Census code; the printed name for a country code nobody knows; None for a grouping.

    Countries have four digits from 1000 on. Codes of groupings differ between the API and the spreadsheets and must not be joined on.
    """
    if code == "-":
        return WORLD
    if not (len(code) == 4 and code.isdigit() and code >= "1000"):
        return "EU" if squeezed(name) == "europeanunion" else None
    return _by_code().get(code, name)


def partner_of_name(name: str) -> str:
    """The partner of a printed name; the name itself where it is no single partner known here."""
    return _by_name().get(squeezed(name), name)


def code_of_partner(partner: str) -> str:
    """Census code of an ISO3. Raises KeyError for one without."""
    return {known: code for code, known in _by_code().items()}[partner]
