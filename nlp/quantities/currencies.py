"""Signs, codes and names of currencies, in front of a number and behind it."""

import re

from nlp.quantities.wordlist import words

SIGNS: dict[str, str] = {
    "US$": "USD", "U.S.$": "USD", "$": "USD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "CDN$": "CAD", "A$": "AUD", "AU$": "AUD", "AUS$": "AUD",
    "NZ$": "NZD", "NT$": "TWD", "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "R$": "BRL", "MEX$": "MXN", "MX$": "MXN", "COL$": "COP", "€": "EUR", "£": "GBP",
    "¥": "JPY", "CN¥": "CNY", "RMB¥": "CNY", "₩": "KRW", "₹": "INR", "RS": "INR", "RS.": "INR", "₱": "PHP", "฿": "THB", "₫": "VND", "₽": "RUB",
    "₺": "TRY", "RMB": "CNY", "RM": "MYR", "RP": "IDR", "₦": "NGN", "₪": "ILS", "₴": "UAH", "KSH": "KES", "USH": "UGX", "TSH": "TZS", "SFR": "CHF",
    "J$": "JMD", "TT$": "TTD", "TK": "BDT",
}  # fmt: skip
CODES = words(
    "USD EUR GBP JPY CNY KRW CAD AUD NZD TWD HKD SGD BRL MXN INR CHF SEK NOK DKK RUB THB VND MYR IDR PHP TRY ZAR PLN CLP COP PEN ARS KES "
    "AED SAR QAR KWD ILS EGP NGN GHS UGX TZS ETB MAD PKR BDT LKR UAH HUF CZK RON BGN ISK KZT UYU CRC"
)
_NATIONS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "new zealand": "NZD", "hong kong": "HKD",
    "singapore": "SGD", "taiwan": "TWD", "new taiwan": "TWD", "mexican": "MXN", "south korean": "KRW", "korean": "KRW", "chinese": "CNY",
    "japanese": "JPY", "british": "GBP", "swiss": "CHF", "colombian": "COP", "chilean": "CLP", "philippine": "PHP", "argentine": "ARS", "argentinian": "ARS",
    "indian": "INR", "brazilian": "BRL", "russian": "RUB", "danish": "DKK", "norwegian": "NOK", "swedish": "SEK", "egyptian": "EGP", "pakistani": "PKR",
    "sri lankan": "LKR", "turkish": "TRY", "polish": "PLN", "czech": "CZK", "icelandic": "ISK", "kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS",
    "kuwaiti": "KWD", "saudi": "SAR", "qatari": "QAR", "uae": "AED", "emirati": "AED", "moroccan": "MAD", "nigerian": "NGN", "lebanese": "LBP", "iranian": "IRR",
    "south african": "ZAR", "singaporean": "SGD", "iraqi": "IQD", "jordanian": "JOD", "uruguayan": "UYU",
}  # fmt: skip
_NAMES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "yen": "JPY", "won": "KRW", "yuan": "CNY", "renminbi": "CNY", "pound": "GBP", "sterling": "GBP", "quid": "GBP",
    "peso": "MXN", "rupee": "INR", "real": "BRL", "reais": "BRL", "franc": "CHF", "ruble": "RUB", "rouble": "RUB", "baht": "THB", "dong": "VND",
    "ringgit": "MYR", "rupiah": "IDR", "lira": "TRY", "rand": "ZAR", "zloty": "PLN", "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK",
    "dirham": "AED", "shekel": "ILS", "naira": "NGN", "shilling": "KES", "hryvnia": "UAH", "forint": "HUF", "koruna": "CZK", "riyal": "SAR", "taka": "BDT",
    "cedi": "GHS", "birr": "ETB", "dinar": "KWD", "tenge": "KZT",
}  # fmt: skip
_CENTS = re.compile(
    r"(?:[\s-](?:U\.?S\.?\s|euro\s|Canadian\s|Australian\s)?(?P<cents>cents?|pence|penny|pennies|p(?=\sa\s|\sper\s))\b(?!\sof\b)|(?P<letter>[pc¢](?![\w'’]|-[a-z])))"
)
_WEIGHED_BEFORE = re.compile(
    r"\b(?:foot|feet|inches|tall|foot-\d+|weigh(?:s|ed|ing|t)?|lifts?|lifted|lifting|carry(?:ing)?|carries|heavier|lighter|lost|shed|gained|dropped)\b[^.;:$£]{0,24}\Z",
    re.I,
)
_WEIGHED_AFTER = re.compile(
    r"\s(?:heavier|lighter|overweight|underweight|per\ssquare|in\sweight|of\sthrust|of\sforce)\b|,?\s(?:\d+|\w+)\sounces?\b"
)
_POUND = re.compile(r"[\s-]pounds?\b")
_MONEY_NOUN = re.compile(
    r"\s(?:[a-z]+\s)?(?:fines?|bills?|prizes?|notes?|deals?|loans?|debts?|fees?|cheques?|prices?|budgets?|tickets?|rewards?|bonus(?:es)?|charges?|salar(?:y|ies)|wages?|ransoms?|deposits?|"
    r"coins?|bets?|funds?|grants?|payouts?|payments?|tax|levy|subsid(?:y|ies)|contracts?|investments?|projects?|schemes?|packages?|homes?|houses?)\b"
)

_signs = "|".join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True))
PREFIX = re.compile(
    rf"(?:(?<![A-Za-z])(?i:(?P<nation>U\.?S\.?)\s\$)|(?<![A-Za-z$])(?P<code>{'|'.join(sorted(CODES))})(?:\s?\$)?|(?<![A-Za-z&])(?P<rand>R)(?=\Z)|(?<![A-Za-z$€£¥₩])(?P<sign>(?i:{_signs})))[ \t]?-?\Z"
)
_nations = "|".join(re.escape(n) for n in sorted(_NATIONS, key=len, reverse=True))
_SUFFIX = re.compile(
    rf"[\s-](?:(?P<nation>{_nations})[\s-])?(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})s?\b"
    rf"(?:\ssterling\b)?|[\s-]?(?P<code>(?-i:{'|'.join(sorted(CODES))}|RMB))\b|\s?(?P<sign>[€£₩])",
    re.I,
)


_RAND = re.compile(
    r"\d[\d,]*(?:\.\d+)?\s?(?:[mb]n?|million|billion|trillion|tn)\b|\d{1,3}(?:,\d{3})+|\d+\.\d\d\b|\d{2,5}(?=\sa\s|\sper\s|\snote|\sfine)"
)
"""South Africa's sign is a letter, as in "R1.4bn"; roads, vaccines and radio stations have it too, so the number must look like a sum."""
_SUMMIT = re.compile(r"\d\d(?![\d,.]\d|\s?(?:[mbt]n?|million|billion|trillion)\b)")
_SIGN_ENDS = frozenset(last for sign in (*SIGNS, *CODES, "R") for last in (sign[-1], sign[-1].lower())) | {"-"}
_MAY_START = frozenset(" -\n€£₩") | {code[0] for code in CODES} | {"R"}


def weight_after(text: str, start: int, end: int, *, scaled: bool) -> int | None:
    """Where "pounds" ends when it weighs rather than pays: "lost 10 pounds", "a 200-pound man"."""
    match = None if scaled else _POUND.match(text, end)
    if match is None:
        return None
    if text[end] == "-":
        return None if _MONEY_NOUN.match(text, match.end()) or not text[match.end() : match.end() + 1].isspace() else match.end()
    before = text[max(0, start - 40) : start]
    return match.end() if _WEIGHED_BEFORE.search(before) or _WEIGHED_AFTER.match(text, match.end()) else None


def cents_after(text: str, end: int) -> tuple[int, str] | None:
    """(end, ISO code) of hundredths of a currency: "64 cents", "725p", "five pence"."""
    following = text[end : end + 1]
    if following not in (" ", "-", "p", "c", "¢"):
        return None
    match = _CENTS.match(text, end)
    if match is None:
        return None
    word = match["cents"] or match["letter"]
    if word[0] == "p":
        return match.end(), "GBP"
    issuer = match[0].strip(" -").split(" ")[0]
    return match.end(), {"euro": "EUR", "Canadian": "CAD", "Australian": "AUD"}.get(issuer, "USD")


def currency_before(text: str, start: int) -> tuple[int, str] | None:
    """(where the sign starts, ISO code) of the currency written right before `start`; None when there is none."""
    last = text[start - 1 : start]
    if last in (" ", "\t", "-"):
        last = text[start - 2 : start - 1] or last
    if last not in _SIGN_ENDS:
        return None
    match = PREFIX.search(text[max(0, start - 9) : start])
    if match is None or (match["code"] == "COP" and _SUMMIT.match(text, start)):
        return None
    at = max(0, start - 9) + match.start()
    if match["nation"]:
        return at, "USD"
    if match["code"]:
        return at, match["code"]
    if match["rand"]:
        return (at, "ZAR") if _RAND.match(text, start) else None
    return at, SIGNS[match["sign"].upper()]


def currency_after(text: str, end: int, *, large: bool) -> tuple[int, str] | None:
    """(where the name ends, ISO code) of the currency named right behind `end`; "won" and "real" are other words too, so they ask for a large sum."""
    if text[end : end + 1] not in _MAY_START:
        return None
    match = _SUFFIX.match(text, end)
    if match is None:
        return None
    if match["code"]:
        return match.end(), "CNY" if match["code"] == "RMB" else match["code"]
    if match["sign"]:
        return match.end(), SIGNS[match["sign"]]
    nation, name = match["nation"], match["name"].lower()
    if not nation and not large and name in ("won", "real"):
        return None
    return match.end(), _NATIONS[nation.lower()] if nation else _NAMES[name]
