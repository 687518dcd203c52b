"""New official figures re-check the claims they touch and no others; nothing is lost, nothing is done twice."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from check.verify import RULE_VERSION
from pipeline.stages.alert import alert
from pipeline.stages.check import check, check_as_of, put_touched_back
from store.claims import claims_due
from store.database import Database, open_store
from store.documents import save_document
from store.extractions import save_extraction
from store.observations import save_observations
from store.search import list_rows
from store.verdicts import history_of, save_verdict, verdict_changes, verdict_of
from tests.check.making import amount
from tests.pipeline.conftest import runner
from tradeclaims.ids import meaning_id
from tradeclaims.records import Claim, Document, Extraction, Observation, Run
from tradeclaims.values import Period, Span

PARTNERS = ("KOR", "JPN", "MEX")


def quiet(text: str, items: Iterable[Any]) -> Iterable[Any]:
    return items


def run_check(db: Database) -> Run:
    return check(db, quiet)


def printed(partner: str, value: str, vintage: str = "2017-06", **fields: Any) -> Observation:
    """A goods deficit of 2016 in million dollars."""
    base = Observation(series="goods", source="census", reporter="USA", partner=partner, flow="balance", product="all_goods", basis="census",
                       adjustment="nsa", freq="A", period="2016", value=Decimal(value), unit="USD_million", vintage=vintage, provenance="p")  # fmt: skip
    return replace(base, **fields)


def story(name: str, *said: tuple[str, str, dict[str, Any]]) -> tuple[Document, list[Claim]]:
    """A document that gives deficits: (partner, amount, more fields) each."""
    sentences = [f"The deficit with {partner} was {value} {sorted(more)} ({name})." for partner, value, more in said]
    text = " ".join(sentences)
    url = f"https://news.example/{name}"
    document = Document(
        id=meaning_id("document", url), source="example", kind="news", url=url, title=name, published=date(2017, 7, 13), text=text
    )
    claims = []
    for (partner, value, more), sentence in zip(said, sentences, strict=True):
        start = text.index(sentence)
        base = Claim(document=document.id, revision=1, evidence=Span.of(text, start, start + len(sentence)), reporter="USA", partners=(partner,),
                     indicator="balance", balance_sign="deficit", scope="goods", scope_basis="explicit", measure="level", value=amount(value),
                     period=Period.year(2016))  # fmt: skip
        claims.append(replace(base, **more))
    return document, claims


def keep(db: Database, document: Document, claims: list[Claim]) -> None:
    save_document(db, document)
    save_extraction(db, document, Extraction(claims=tuple(claims)), 1)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    store = open_store(tmp_path / "t.db")
    save_observations(store, [printed("KOR", "-27600"), printed("JPN", "-68900"), printed("MEX", "-63200")], {})
    yield store
    store.close()


def outcomes(db: Database, claim: Claim) -> list[str]:
    """Newest first."""
    return [verdict.outcome for _, verdict in history_of(db, claim.id)]


def test_a_new_vintage_changes_the_claims_it_touches_and_leaves_the_others_alone(db: Database) -> None:
    document, (korea, japan) = story("a", ("KOR", "27.6e9", {}), ("JPN", "68.9e9", {}))
    keep(db, document, [korea, japan])
    other, (mexico,) = story("b", ("MEX", "63.2e9", {}))
    keep(db, other, [mexico])
    first = run_check(db)
    assert (first.seen, first.saved) == (2, 2)
    save_observations(db, [printed("KOR", "-23200", "2018-10")], {})
    second = run_check(db)
    assert (second.seen, second.saved) == (1, 1)
    assert outcomes(db, korea) == ["outdated", "agrees"]
    assert outcomes(db, japan) == outcomes(db, mexico) == ["agrees"]
    now = verdict_of(db, korea.id)
    assert now is not None
    assert now.as_published is not None
    assert now.now is not None
    assert (now.as_published.outcome, now.as_published.vintage, now.now.outcome, now.now.vintage) == (
        "agrees",
        "2017-06",
        "differs",
        "2018-10",
    )
    third = run_check(db)
    assert third.seen == 0


def test_exactly_the_touched_claims_are_put_back(db: Database) -> None:
    named = {
        "level": ("KOR", "27.6e9", {}),
        "other partner": ("JPN", "68.9e9", {}),
        "pair": ("KOR", "27.6e9", {"from_value": amount("13.2e9"), "compare_period": Period.year(2011)}),
        "not released": ("KOR", "28.0e9", {"period": Period.month(2017, 6)}),
        "wrong, all readings tried": ("KOR", "91.7e9", {"period": Period.year(2012)}),
        "rank": ("MEX", "63.2e9", {"indicator": "rank", "rank_basis": "balance", "measure": "rank", "rank": 2, "value": None, "share_of": "U.S. goods deficits"}),
        "forecast": ("KOR", "30.0e9", {"modality": "forecast"}),
    }  # fmt: skip
    claims = {}
    for name, said in named.items():
        document, (claims[name],) = story(name, said)
        keep(db, document, [claims[name]])
    run_check(db)

    def touched(*observations: Observation) -> set[str]:
        save_observations(db, observations, {})
        before = {name: len(history_of(db, claim.id)) for name, claim in claims.items()}
        count = put_touched_back(db)
        due = {name for name, claim in claims.items() if not is_done(db, claim)}
        run_check(db)
        assert count == len(due)
        assert all(len(history_of(db, claim.id)) == before[name] for name, claim in claims.items() if name not in due)
        return due

    assert touched(printed("KOR", "-13200", "2018-10", period="2011")) == {"pair", "wrong, all readings tried"}
    assert touched(printed("KOR", "-2100", "2018-10", freq="M", period="2017-06")) == {"not released"}
    assert touched(printed("JPN", "-68800", "2018-10")) == {"other partner", "rank"}
    assert touched(printed("DEU", "-64800", "2018-10")) == {"rank"}
    assert touched(printed("DEU", "-64800", "2018-10", period="2009")) == set()
    assert touched(printed("KOR", "-999", "2018-10", product="apparel")) == set()
    assert touched() == set()


def is_done(db: Database, claim: Claim) -> bool:
    return claim.id not in claims_due(db, claim.document, RULE_VERSION)


def test_a_claim_on_a_period_not_yet_released_is_judged_when_it_is(db: Database) -> None:
    document, (claim,) = story("a", ("KOR", "22.9e9", {"period": Period.year(2017)}))
    keep(db, document, [claim])
    run_check(db)
    assert outcomes(db, claim) == ["not_checkable"]
    save_observations(db, [printed("KOR", "-22900", "2018-02", period="2017")], {})
    run_check(db)
    assert outcomes(db, claim) == ["agrees", "not_checkable"]


def test_the_verdict_of_an_earlier_day_comes_out_again_from_the_figures_it_had(db: Database) -> None:
    document, (claim,) = story("a", ("KOR", "27.6e9", {}))
    keep(db, document, [claim])
    run_check(db)
    save_observations(db, [printed("KOR", "-23200", "2018-10")], {})
    run_check(db)
    ((again, then),) = check_as_of(db, date(2018, 1, 1))
    (_, now), (_, before) = history_of(db, claim.id)
    assert again == claim
    assert then == before
    assert now.outcome == "outdated"
    held = db.conn.execute("SELECT outcome, created_at, superseded_at, figures FROM verdicts ORDER BY n").fetchall()
    assert [(row[0], row[3]) for row in held] == [("agrees", 3), ("outdated", 4)]
    assert held[0][2] == held[1][1] or held[0][1] < held[0][2] <= held[1][1]
    assert held[1][2] is None


def test_a_change_is_a_record_that_alerts_once(db: Database, tmp_path: Path) -> None:
    document, (claim,) = story("a", ("KOR", "27.6e9", {}))
    keep(db, document, [claim])
    run_check(db)
    (tmp_path / "alerts.toml").write_text('[[rule]]\nname = "turned"\non = "change"\nwas = ["agrees"]\n')
    assert list(verdict_changes(db)) == []
    assert alert(db, tmp_path).sent == ()
    save_observations(db, [printed("KOR", "-23200", "2018-10")], {})
    run_check(db)
    (change,) = verdict_changes(db)
    assert (change.claim, change.was.outcome, change.now.outcome) == (claim.id, "agrees", "outdated")
    assert [row["now"] for row in list_rows(db, "changes")] == ["outdated"]
    (notice,) = alert(db, tmp_path).sent
    assert notice.rule == "turned"
    assert alert(db, tmp_path).sent == ()
    save_observations(db, [printed("KOR", "-23150", "2019-10")], {})  # revised again, outdated as before: no news
    run_check(db)
    assert alert(db, tmp_path).sent == ()


def test_new_rules_are_no_change_of_figures(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    document, (claim,) = story("a", ("KOR", "27.6e9", {}))
    keep(db, document, [claim])
    run_check(db)
    first = verdict_of(db, claim.id)
    assert first is not None
    save_verdict(db, replace(first, outcome="differs", rule_version=first.rule_version + 1), claim, figures=99)
    assert list(verdict_changes(db)) == []


STORIES = 300


def test_a_kill_in_the_middle_of_a_re_check_loses_nothing(db: Database, tmp_path: Path) -> None:
    told = []
    for number in range(STORIES):
        document, claims = story(f"s{number}", (PARTNERS[number % 3], ("27.6e9", "68.9e9", "63.2e9")[number % 3], {}))
        keep(db, document, claims)
        told += claims
    run_check(db)
    save_observations(db, [printed("KOR", "-23200", "2018-10"), printed("JPN", "-61000", "2018-10")], {})
    killed_midway = False
    for _ in range(6):
        process = subprocess.Popen([sys.executable, "-m", "pipeline", "check"], cwd=tmp_path, env={**os.environ, "TRADECLAIMS_DB": str(tmp_path / "t.db")},
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)  # fmt: skip
        begun = revised(db)
        while process.poll() is None and revised(db) < begun + 5:
            time.sleep(0.002)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if 0 < revised(db) < STORIES * 2 // 3:
            killed_midway = True
            break
    assert killed_midway
    done = runner(tmp_path)("check", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    assert 0 < json.loads(done.stdout.splitlines()[0])["seen"] < STORIES * 2 // 3
    for number, claim in enumerate(told):
        assert outcomes(db, claim) == (["agrees"] if number % 3 == 2 else ["outdated", "agrees"])
    again = runner(tmp_path)("check", "--format", "jsonl")
    assert json.loads(again.stdout.splitlines()[0])["seen"] == 0


def revised(db: Database) -> int:
    (count,) = db.conn.execute("SELECT count(*) FROM verdicts WHERE current = 0").fetchone()
    return int(count)
