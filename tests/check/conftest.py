"""The embedded cube, and a short way to check one claim."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from check.cube import Cube, load_embedded
from check.verify import verify
from tests.check.making import document, make_claim
from tradeclaims.records import Verdict


@pytest.fixture(scope="session")
def cube() -> Cube:
    return load_embedded()


@pytest.fixture
def check(cube: Cube) -> Callable[..., Verdict]:
    """Verify one claim given by its fields, in a document published on `on`."""

    def run(on: date | None = date(2017, 7, 13), **fields: Any) -> Verdict:
        return verify([make_claim(**fields)], document(on), cube)[0]

    return run
