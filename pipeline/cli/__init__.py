"""The command `tradeclaims`: verbs in `line` (the stages), `official`, `direct` (no database), `look` (search and show), `sources` (probe, health, retry) and `demo`.

Exit codes: 0 done, 1 a stage failed, 2 usage or configuration.
"""

import importlib
import os
import sys

import click

from tradeclaims import __version__
from tradeclaims.errors import Misconfigured

VERBS = {
    "demo": "demo",
    "run": "line",
    "crawl": "crawling",
    "read": "line",
    "extract": "line",
    "official": "official",
    "check": "line",
    "alert": "line",
    "ingest": "line",
    "watch-page": "watching",
    "record": "recording",
    "probe": "sources",
    "health": "sources",
    "retry": "sources",
    "takedown": "sources",
    "expire": "sources",
    "read-claims": "direct",
    "verify": "direct",
    "search": "look",
    "show": "look",
    "list": "look",
    "status": "look",
}
"""Each verb and the module beside this one that has it. Loaded when asked for: `status` need not wait for the English model's library."""


class Verbs(click.Group):
    """The verbs, in the order of the line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command; None for an unknown one."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"{__name__}.{VERBS[cmd_name]}")
        commands: dict[str | None, click.Command] = {command.name: command for command in module.COMMANDS}
        return commands[cmd_name]


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="tradeclaims")
def cli() -> None:
    """Collect trade-policy documents, read the numbers and events out of them, and check every number against official statistics.

    Start with `tradeclaims demo`, or check a text of your own: `tradeclaims verify FILE --published 2017-07-13`.
    """


def main() -> None:
    """Run the command; every expected error is one line on standard error."""
    try:
        code = cli(standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.UsageError as error:
        where = f" (see `{error.ctx.command_path} --help`)" if error.ctx else ""
        _fail(f"{error.format_message()}{where}")
    except click.ClickException as error:
        _fail(error.format_message())
    except Misconfigured as error:
        _fail(str(error))
    except (click.Abort, KeyboardInterrupt):
        _fail("interrupted; the next run goes on from here", code=130)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code or 0)


def _fail(message: str, *, code: int = 2) -> None:
    click.echo(f"tradeclaims: {message}", err=True)
    sys.exit(code)
