"""The packages are the ones of this checkout: their names are common ones, and a stray module must not stand in for them."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ["tradeclaims", "crawler", "nlp", "check", "official", "store", "alerts", "desk", "pipeline"]


@pytest.mark.parametrize("name", PACKAGES)
def test_package_is_imported_from_this_checkout(name: str) -> None:
    package = importlib.import_module(name)
    assert package.__file__ is not None
    assert Path(package.__file__).is_relative_to(ROOT / name)


def test_every_package_has_a_test_folder_or_no_code() -> None:
    untested = [name for name in PACKAGES if len(list((ROOT / name).rglob("*.py"))) > 1 and not (ROOT / "tests" / name).is_dir()]
    assert untested == []


def test_lock_files_name_no_index_and_hash_everything() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        lines = (ROOT / lock).read_text().splitlines()
        pinned = [line for line in lines if "==" in line]
        assert pinned
        assert all(line.endswith("\\") for line in pinned), lock
        assert not [line for line in lines if "://" in line or line.startswith("-")], lock
