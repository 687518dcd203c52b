"""Signs, codes and names of currencies, in front of a number and behind it."""

import re

SIGNS: dict[str, str] = {
    "US$": "USD", "U.S.$": "USD", "$": "USD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "CDN$": "CAD", "A$": "AUD", "AU$": "AUD", "AUS$": "AUD",
    "NZ$": "NZD", "NT$": "TWD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "MEX$": "MXN", "MX$": "MXN", "COL$": "COP", "€": "EUR", "£": "GBP",
    "¥": "JPY", "CN¥": "CNY", "RMB¥": "CNY", "₩": "KRW", "₹": "INR", "RS": "INR", "RS.": "INR", "₱": "PHP", "฿": "THB", "₫": "VND", "₽": "RUB",
    "₺": "TRY", "RMB": "CNY", "RM": "MYR", "RP": "IDR",
}  # fmt: skip
CODES = frozenset(
    [
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CNY",
        "KRW",
        "CAD",
        "AUD",
        "NZD",
        "TWD",
        "HKD",
        "SGD",
        "BRL",
        "MXN",
        "INR",
        "CHF",
        "SEK",
        "NOK",
        "DKK",
        "RUB",
        "THB",
        "VND",
        "MYR",
        "IDR",
        "PHP",
        "TRY",
        "ZAR",
        "PLN",
        "CLP",
        "COP",
        "PEN",
        "ARS",
        "KES",
    ]
)
_CENT = "0.01"
_NATIONS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "new zealand": "NZD", "hong kong": "HKD",
    "singapore": "SGD", "taiwan": "TWD", "new taiwan": "TWD", "mexican": "MXN", "south korean": "KRW", "korean": "KRW", "chinese": "CNY",
    "japanese": "JPY", "british": "GBP", "swiss": "CHF", "colombian": "COP", "chilean": "CLP", "philippine": "PHP", "argentine": "ARS",
    "indian": "INR", "brazilian": "BRL", "russian": "RUB",
}  # fmt: skip
_NAMES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "yen": "JPY", "won": "KRW", "yuan": "CNY", "renminbi": "CNY", "pound": "GBP", "sterling": "GBP",
    "peso": "MXN", "rupee": "INR", "real": "BRL", "reais": "BRL", "franc": "CHF", "ruble": "RUB", "rouble": "RUB", "baht": "THB", "dong": "VND",
    "ringgit": "MYR", "rupiah": "IDR", "lira": "TRY", "rand": "ZAR", "zloty": "PLN", "krona": "SEK", "kronor": "SEK", "krone": "NOK",
}  # fmt: skip

_signs = "|".join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True))
PREFIX = re.compile(
    rf"(?:(?<![A-Za-z])(?i:(?P<nation>U\.?S\.?)\s\$)|(?<![A-Za-z$])(?P<code>{'|'.join(sorted(CODES))})(?:\s?\$)?|(?<![A-Za-z$€£¥₩])(?P<sign>(?i:{_signs})))[ \t]?-?\Z"
)
_nations = "|".join(re.escape(n) for n in sorted(_NATIONS, key=len, reverse=True))
_SUFFIX = re.compile(
    rf"[\s-](?:(?P<nation>{_nations})[\s-])?(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})s?\b"
    rf"(?:\ssterling\b)?|[\s-]?(?P<code>(?-i:{'|'.join(sorted(CODES))}|RMB))\b|\s?(?P<sign>[€£₩])",
    re.I,
)


def currency_before(text: str, start: int) -> tuple[int, str] | None:
    """(where the sign starts, ISO code) of the currency written right before `start`; None when there is none."""
    match = PREFIX.search(text[max(0, start - 9) : start])
    if match is None:
        return None
    at = max(0, start - 9) + match.start()
    if match["nation"]:
        return at, "USD"
    if match["code"]:
        return at, match["code"]
    return at, SIGNS[match["sign"].upper()]


def currency_after(text: str, end: int) -> tuple[int, str] | None:
    """(where the name ends, ISO code) of the currency named right behind `end`; None when there is none."""
    match = _SUFFIX.match(text, end)
    if match is None:
        return None
    if match["code"]:
        return match.end(), "CNY" if match["code"] == "RMB" else match["code"]
    if match["sign"]:
        return match.end(), SIGNS[match["sign"]]
    nation = match["nation"]
    return match.end(), _NATIONS[nation.lower()] if nation else _NAMES[match["name"].lower()]
