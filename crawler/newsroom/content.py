"""The texts of the newsroom, and what an answer is."""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

SAMPLE = "Sample page written for the tradeclaims demonstration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server sends."""

    body: bytes
    """Bytes."""

    media_type: str = "text/html; charset=UTF-8"
    """With its parameters, as in the header."""

    status: int = 200
    """HTTP status."""

    headers: dict[str, str] = field(default_factory=dict)
    """Further headers."""

    rendered: bool = False
    """True for pages with the validators of a rendered page."""


@cache
def load(name: str) -> Any:
    """A YAML file of this package."""
    return yaml.safe_load(files("crawler.newsroom").joinpath(name).read_text(encoding="utf-8"))


@cache
def read(name: str) -> bytes:
    """The bytes of a file of this package."""
    return files("crawler.newsroom").joinpath(name).read_bytes()


def missing() -> Answer:
    """404 as a page."""
    return Answer(body=f"<html><head><title>Page not found</title></head><body><p>{SAMPLE}</p></body></html>".encode(), status=404)
