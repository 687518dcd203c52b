"""Keys of agencies come from the environment alone, are trimmed, and are not shown."""

import pytest

from tradeclaims.settings import OFFICIAL_KEYS, from_environment


def test_keys_that_are_set_are_read_and_blank_ones_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in OFFICIAL_KEYS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FRED_API_KEY", " 0123456789abcdef\n")
    monkeypatch.setenv("BEA_API_KEY", "  ")
    settings = from_environment()
    assert settings.official_keys == {"FRED_API_KEY": "0123456789abcdef"}
    assert "0123456789abcdef" not in repr(settings)
