"""Every verb is listed, loads, explains itself and is in the README."""

from pathlib import Path

import click
import pytest

from pipeline.cli import VERBS, cli

README = (Path(__file__).parents[2] / "README.md").read_text()


@pytest.mark.parametrize("verb", VERBS)
def test_verb_loads_and_explains_itself(verb: str) -> None:
    command = cli.get_command(click.Context(cli), verb)
    assert command is not None
    assert command.name == verb
    assert command.help
    assert f"`{verb}" in README
