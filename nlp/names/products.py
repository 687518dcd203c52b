"""Products, as the slugs that claims carry and the classes that statistics file them under."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.names.gazetteer import read_gazetteer
from nlp.names.matching import Matcher
from tradeclaims.values import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One product group, with its place in each classification."""

    slug: str
    """Name used in claims: "textiles and apparel"."""

    words: tuple[str, ...]
    """Wordings it is found by, lower or upper case."""

    hs: tuple[str, ...]
    """Harmonized System chapters or headings; "01-24" is a run of chapters; empty where HS has no such group."""

    end_use: str | None
    """Census end-use code (a prefix); None where there is none."""

    otexa: str | None
    """Group of the Office of Textiles and Apparel; None for other products."""


@cache
def products() -> dict[str, Product]:
    """Slug to product."""
    return {
        row["slug"]: Product(
            slug=row["slug"], words=tuple(row["words"]), hs=tuple(row["hs"]), end_use=row.get("end_use"), otexa=row.get("otexa")
        )
        for row in read_gazetteer("products")
    }


def _surfaces() -> Iterator[tuple[str, str]]:
    for product in products().values():
        yield from ((word, product.slug) for word in product.words)


@cache
def _matcher() -> Matcher[str]:
    return Matcher(_surfaces(), ignore_case=True)


def find_products(text: str) -> list[tuple[Span, str]]:
    """Every product named in the text with its slug, in text order; the longest wording wins."""
    return [(Span.of(text, found.start, found.end), found.payload) for found in _matcher().find(text)]
