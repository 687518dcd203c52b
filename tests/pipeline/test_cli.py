"""The command line: clear one-line errors, exit codes, streams."""

import json

import pytest

from tests.pipeline.conftest import Run

SENTENCE = "The goods deficit with Mexico rose to $63.2 billion in 2016."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["verify", "--published", "July 2017"], "YYYY-MM-DD"),
        (["show", "c123"], "no such database"),
        (["crawl", "no_such_source"], "unknown source"),
        (["crawl", "--replica", "ustr.gov"], "expected HOST=127.0.0.1:PORT"),
        (["crawl", "--replica", "ustr.gov=10.0.0.1:80"], "loopback"),
        (["nonsense"], "No such command"),
        (["search", "--between", "low", "high"], "is not an amount"),
        (["read-claims", "missing.txt"], "cannot be opened"),
    ],
)
def test_wrong_use_is_one_line_and_exit_2(tradeclaims: Run, words: list[str], said: str) -> None:
    done = tradeclaims(*words)
    assert done.returncode == 2, done.stdout + done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_read_claims_answers_line_by_line(tradeclaims: Run) -> None:
    rows = [json.dumps({"id": n, "text": SENTENCE, "published": "2017-03-01", "dateline_country": "USA"}) for n in range(2)]
    done = tradeclaims("read-claims", stdin="\n".join([rows[0], "{broken", rows[1]]))
    assert done.returncode == 0, done.stderr
    first, bad, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], second["id"]) == (0, 1)
    assert "not JSON" in bad["error"]
    (claim,) = first["claims"]
    assert (claim["indicator"], claim["partners"], claim["value"]) == ("balance", ["MEX"], 63_200_000_000)
    assert set(first) == {"id", "claims", "dates", "events", "entities", "quantities"}


def test_verify_gives_each_claim_a_verdict(tradeclaims: Run) -> None:
    done = tradeclaims("verify", "-", "--published", "2017-03-01", "--format", "jsonl", stdin=SENTENCE)
    assert done.returncode == 0, done.stderr
    verdict = json.loads(done.stdout)["claims"][0]["verdict"]
    wanted = {"outcome", "diagnosis", "reading", "query", "official", "series", "period", "vintage", "source_url", "difference",
              "tolerance", "as_published", "now", "chance", "reason"}  # fmt: skip
    assert wanted <= set(verdict)
    assert verdict["official"] == pytest.approx(-63.2e9, rel=0.05)
    assert verdict["source_url"].startswith("https://")


def test_a_truncated_pdf_and_an_undecodable_file_are_recorded_and_the_rest_goes_on(tradeclaims: Run, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type /Cat")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "good.txt").write_text("Deficit widens\n\n" + SENTENCE)
    tradeclaims("ingest", "cut.pdf", "noise.txt", "good.txt", "--published", "2017-03-01")
    done = tradeclaims("run", "--no-crawl", "--format", "jsonl")
    assert "Traceback" not in done.stderr
    status = json.loads(tradeclaims("status", "--format", "jsonl").stdout)
    assert "cut.pdf" in json.dumps(status)
    assert "noise.txt" in json.dumps(status)
    claims = tradeclaims("list", "claims", "--format", "jsonl").stdout.splitlines()
    assert len(claims) == 1


def test_scrapy_lists_the_spiders() -> None:
    import subprocess
    import sys
    from pathlib import Path

    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"], cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60, check=False
    )
    assert {"ustr_press", "ustr_letters", "federal_register", "feed"} <= set(done.stdout.split())
