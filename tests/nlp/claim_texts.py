"""Texts as documents, and the claims read from them."""

from datetime import date
from typing import Any

from nlp.extract import extract
from tradeclaims.contract import claim_json
from tradeclaims.records import Claim, Document

DAY = date(2017, 7, 13)


def document(text: str, *, published: date | None = DAY, country: str | None = "USA") -> Document:
    return Document(id="d", source="stdin", kind="text", url="text:d", title="", country=country, published=published, text=text)


def claims_of(text: str, **about: Any) -> list[Claim]:
    return list(extract(document(text, **about)).claims)


def only(text: str, **about: Any) -> dict[str, Any]:
    claims = claims_of(text, **about)
    assert len(claims) == 1, [c.indicator for c in claims]
    return claim_json(claims[0])
