"""Rules are read from TOML; a mistake is answered in one line that names file, rule and key and says what was expected."""

from pathlib import Path
from typing import get_args

import pytest

import alerts
from alerts.channels import CHANNELS
from alerts.checks import CHECKS
from alerts.rules import Rule, load_rules
from tradeclaims.errors import Misconfigured
from tradeclaims.records.event import EventType

GOOD = 'name = "x"\non = "event"\n'


def rules_of(tmp_path: Path, text: str) -> list[Rule]:
    file = tmp_path / "alerts.toml"
    file.write_text(text)
    return load_rules(file)


def test_the_packaged_rules_are_the_example_of_the_installation() -> None:
    package, example = Path(alerts.__file__).parent / "default_rules.toml", Path(__file__).parents[2] / "config" / "alerts.toml"
    assert package.read_bytes() == example.read_bytes()
    assert load_rules(None) == load_rules(example)


def test_the_packaged_rules_name_every_type_of_event_once() -> None:
    named = [kind for rule in load_rules(None) for kind in rule.types]
    assert sorted(named) == sorted(get_args(EventType))


def test_the_packaged_file_explains_every_key_and_every_value(tmp_path: Path) -> None:
    text = (Path(alerts.__file__).parent / "default_rules.toml").read_text()
    comments = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    assert [key for key in CHECKS if key not in comments] == []
    assert [kind for kind in get_args(EventType) if kind not in comments] == []
    examples = text.split("# Examples to take over and change:")[1].replace("# ", "").replace("#", "")
    assert [rule.name for rule in rules_of(tmp_path, examples)] == ["korea", "wrong-year"]


def test_keys_left_out_ask_nothing(tmp_path: Path) -> None:
    assert rules_of(tmp_path, f"[[rule]]\n{GOOD}") == [Rule(name="x", on="event")]


def test_all_keys_of_both_kinds_are_read(tmp_path: Path) -> None:
    event, verdict = rules_of(
        tmp_path,
        """
        [[rule]]
        name = "a"
        description = "why"
        on = "event"
        types = ["review"]
        statuses = ["done", "scheduled"]
        agreements = ["KORUS"]
        partners = ["KOR", "CAFTA-DR"]
        publication = "official"
        words = ["special session"]
        max_age_days = 30
        channels = ["print", "atom"]
        [[rule]]
        name = "b"
        on = "verdict"
        outcomes = ["differs"]
        diagnoses = ["sign"]
        indicators = ["balance"]
        speakers = ["Smith"]
        """,
    )
    assert event == Rule(
        name="a", description="why", on="event", types=("review",), statuses=("done", "scheduled"), agreements=("KORUS",),
        partners=("KOR", "CAFTA-DR"), publication="official", words=("special session",), max_age_days=30, channels=("print", "atom"),
    )  # fmt: skip
    assert verdict == Rule(name="b", on="verdict", outcomes=("differs",), diagnoses=("sign",), indicators=("balance",), speakers=("Smith",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[rule]", "not TOML"),
        ("", "no rules; expected at least one"),
        ("rule = 3", "no rules; expected at least one"),
        ("rule = [1]", "no rules; expected at least one"),
        ('title = "x"', "unknown key 'title'; expected [[rule]] tables only"),
        ('[[rule]]\non = "event"', "rule 1: `name` is missing; expected a short text"),
        ('[[rule]]\nname = "x"', "rule x: `on` is missing; expected one of event, verdict"),
        ('[[rule]]\nname = ""\non = "event"', "rule 1: `name` is ''; expected a short text"),
        ('[[rule]]\nname = 5\non = "event"', "rule 5: `name` is 5; expected a short text"),
        ('[[rule]]\nname = "x"\non = "claim"', "rule x: `on` is 'claim'; expected one of event, verdict"),
        (f"[[rule]]\n{GOOD}tpyes = []", "rule x: unknown key `tpyes`; expected one of name, description, on, types"),
        (f'[[rule]]\n{GOOD}types = "review"', "rule x: `types` is 'review'; expected a list of renegotiation_notice"),
        (f'[[rule]]\n{GOOD}types = ["reviews"]', "rule x: `types` is 'reviews'; expected a list of renegotiation_notice"),
        (f'[[rule]]\n{GOOD}statuses = ["negated"]', "rule x: `statuses` is 'negated'; expected a list of done, proposed, scheduled"),
        (f'[[rule]]\n{GOOD}partners = ["Korea"]', "rule x: `partners` is 'Korea'; expected a list of ISO 3166"),
        (f'[[rule]]\n{GOOD}publication = "both"', "rule x: `publication` is 'both'; expected one of official, press, any"),
        (f"[[rule]]\n{GOOD}max_age_days = -1", "rule x: `max_age_days` is -1; expected a whole number of days"),
        (f"[[rule]]\n{GOOD}max_age_days = true", "rule x: `max_age_days` is True; expected a whole number of days"),
        (f'[[rule]]\n{GOOD}channels = ["pager"]', "rule x: `channels` is 'pager'; expected a list with at least one of atom, print"),
        (f"[[rule]]\n{GOOD}channels = []", "rule x: `channels` is []; expected a list with at least one of atom, print"),
        (f"[[rule]]\n{GOOD}words = [1]", "rule x: `words` is 1; expected a list of texts"),
        (
            f'[[rule]]\n{GOOD}outcomes = ["differs"]',
            "rule x: `outcomes` belongs to rules on verdicts and changes; expected on = 'verdict' or 'change'",
        ),
        ('[[rule]]\nname = "x"\non = "verdict"\ntypes = ["review"]', "rule x: `types` belongs to rules on events"),
        (f"[[rule]]\n{GOOD}[[rule]]\n{GOOD}", "rule x: `name` is taken by an earlier rule"),
    ],
)
def test_a_mistake_is_named_in_one_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        rules_of(tmp_path, text)
    message = str(caught.value)
    assert said in message
    assert message.startswith(str(tmp_path / "alerts.toml"))
    assert "\n" not in message


def test_a_missing_file_and_one_that_is_no_text_are_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"gone\.toml: cannot be opened"):
        load_rules(tmp_path / "gone.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(Misconfigured, match=r"bytes\.toml: not UTF-8"):
        load_rules(tmp_path / "bytes.toml")


def test_the_checks_know_exactly_the_keys_of_a_rule() -> None:
    assert set(CHECKS) == set(Rule.__dataclass_fields__)
    assert set(CHANNELS) == {"atom", "print"}
