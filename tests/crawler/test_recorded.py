"""Every recorded page is read as the document that a person has reviewed; every spider and every version of a reader has one."""

import importlib
import pkgutil
from pathlib import Path

import pytest

import crawler.spiders
from crawler.reading import READERS, read_snapshot
from crawler.recorded import Case, expected_of, load_cases

CASES = list(load_cases(Path(__file__).parents[1] / "recorded"))
SPIDERS = sorted(module.name for module in pkgutil.iter_modules(crawler.spiders.__path__))
VERSIONS = [(reader, version) for reader, versions in READERS.items() for version in versions]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.folder.parent.name}/{case.folder.name}")
def test_the_page_is_read_as_reviewed(case: Case) -> None:
    assert case.reviewed, f"{case.folder}: nobody has read what is expected; read case.json and set `reviewed` to true"
    document = expected_of(read_snapshot(case.snapshot, case.body))
    assert document == case.expected
    required = importlib.import_module(f"crawler.spiders.{case.spider}").source.expect.required if case.spider else ("text",)
    assert all(document[name] for name in required), f"{case.folder}: expected a value for each of {required}"


@pytest.mark.parametrize("spider", SPIDERS)
def test_every_spider_has_a_recorded_page(spider: str) -> None:
    assert spider in {case.spider for case in CASES}, f"no recorded page of the spider {spider}; `tradeclaims record SOURCE URL` makes one"


@pytest.mark.parametrize(("reader", "version"), VERSIONS)
def test_every_version_of_a_reader_has_a_recorded_page(reader: str, version: int) -> None:
    read = {(case.expected["reader"], case.expected["reader_version"]) for case in CASES}
    assert (reader, version) in read, f"no recorded page that version {version} of the reader {reader} reads"


def test_no_recorded_page_is_left_over_from_a_version_that_is_gone() -> None:
    left = [case.folder for case in CASES if case.expected["reader_version"] not in READERS.get(case.expected["reader"], ())]
    assert left == []
