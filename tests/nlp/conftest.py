"""Texts as documents, and the claims read from them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from nlp.extract import extract
from tradeclaims.contract import claim_json
from tradeclaims.records import Claim, Document

DAY = date(2017, 7, 13)


def _document(text: str, *, published: date | None = DAY, country: str | None = "USA") -> Document:
    return Document(id="d", source="stdin", kind="text", url="text:d", title="", country=country, published=published, text=text)


def _claims(text: str, **about: Any) -> list[Claim]:
    return list(extract(_document(text, **about)).claims)


def _only(text: str, **about: Any) -> dict[str, Any]:
    claims = _claims(text, **about)
    assert len(claims) == 1, [claim.indicator for claim in claims]
    return claim_json(claims[0])


@pytest.fixture
def document() -> Callable[..., Document]:
    """Makes a document of a text, published on 13 July 2017 in the United States unless told otherwise."""
    return _document


@pytest.fixture
def claims_of() -> Callable[..., list[Claim]]:
    """Reads the claims of a text."""
    return _claims


@pytest.fixture
def only() -> Callable[..., dict[str, Any]]:
    """Reads the one claim of a text, as its public row; fails where there are none or several."""
    return _only
