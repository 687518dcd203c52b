"""Every verb is listed, loads, explains itself and is in the README or the page on collecting."""

from pathlib import Path

import click
import pytest

from pipeline.cli import VERBS, cli

ROOT = Path(__file__).parents[2]
DOCUMENTED = "".join((ROOT / page).read_text() for page in ("README.md", "docs/collecting.md"))


@pytest.mark.parametrize("verb", VERBS)
def test_verb_loads_and_explains_itself(verb: str) -> None:
    command = cli.get_command(click.Context(cli), verb)
    assert command is not None
    assert command.name == verb
    assert command.help
    assert f"`{verb}" in DOCUMENTED
