"""Rules in TOML: which events, verdicts and changes of verdicts become notices."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from alerts.checks import CHECKS, ONLY_FOR, CheckFailed
from tradeclaims.errors import Misconfigured


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What must be so for a notice. An empty tuple asks nothing; several values mean one of them; different keys must all fit."""

    name: str
    """Unique; part of a notice's identity, so a renamed rule alerts again."""

    description: str = ""
    """What the rule is for, as the notice tells it."""

    on: str
    """`event`, `verdict`, or `change` for a verdict that new official figures changed."""

    types: tuple[str, ...] = ()
    """Events: kinds of act."""

    statuses: tuple[str, ...] = ()
    """Events: of done, scheduled, proposed. Threatened, hypothetical and negated acts never alert, whatever a rule says."""

    agreements: tuple[str, ...] = ()
    """Events: short names, letter case aside."""

    outcomes: tuple[str, ...] = ()
    """Verdicts: what the check found; for changes, what it finds now."""

    was: tuple[str, ...] = ()
    """Changes: what the check found before."""

    diagnoses: tuple[str, ...] = ()
    """Verdicts: names of slips."""

    indicators: tuple[str, ...] = ()
    """Verdicts: what the claim is about."""

    speakers: tuple[str, ...] = ()
    """Verdicts: parts of the speaker's name, letter case aside."""

    partners: tuple[str, ...] = ()
    """ISO3 codes of the other side; for verdicts and changes the reporter counts too."""

    publication: str = "any"
    """`official` for an authority's own documents, `press` for reports, `any` for both."""

    words: tuple[str, ...] = ()
    """Words or phrases that the sentence holds as whole words, letter case aside."""

    max_age_days: int | None = None
    """Documents published longer ago alert no more (a back file is loaded); None for no limit. Undated documents always pass."""

    channels: tuple[str, ...] = ("print",)
    """Where the notice goes, one each."""


def load_rules(path: Path | None) -> list[Rule]:
    """The rules of a file, or the packaged ones for None, in the order of the file.

    Raises Misconfigured with one line that names file, rule and key and says what was expected.
    """
    name = str(path) if path else "default_rules.toml"
    try:
        text = path.read_text("utf-8") if path else files("alerts").joinpath("default_rules.toml").read_text("utf-8")
        content = tomllib.loads(text)
    except OSError as error:
        raise Misconfigured(f"{name}: cannot be opened ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise Misconfigured(f"{name}: not UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise Misconfigured(f"{name}: not TOML: {error}") from error
    tables = content.pop("rule", None)
    if content:
        raise Misconfigured(f"{name}: unknown key {next(iter(content))!r}; expected [[rule]] tables only")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise Misconfigured(f"{name}: no rules; expected at least one [[rule]] table")
    rules: list[Rule] = []
    for number, table in enumerate(tables, 1):
        rule = _rule(table, f"{name}: rule {table.get('name') or number}")
        if rule.name in {other.name for other in rules}:
            raise Misconfigured(f"{name}: rule {rule.name}: `name` is taken by an earlier rule; expected a name of its own")
        rules.append(rule)
    return rules


def _rule(table: dict[str, Any], where: str) -> Rule:
    for needed in ("name", "on"):
        if needed not in table:
            raise Misconfigured(f"{where}: `{needed}` is missing; expected {CHECKS[needed].expected}")
    values: dict[str, Any] = {}
    for key, value in table.items():
        check = CHECKS.get(key)
        if check is None:
            raise Misconfigured(f"{where}: unknown key `{key}`; expected one of {', '.join(CHECKS)}")
        try:
            values[key] = check.read(value)
        except CheckFailed as error:
            raise Misconfigured(f"{where}: `{key}` is {error.shown}; expected {check.expected}") from error
    for key in values:
        kinds = ONLY_FOR.get(key, (values["on"],))
        if values["on"] not in kinds:
            raise Misconfigured(
                f"{where}: `{key}` belongs to rules on {' and '.join(f'{kind}s' for kind in kinds)}; expected on = {' or '.join(map(repr, kinds))}"
            )
    return Rule(**values)
