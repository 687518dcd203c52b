# Two commands do everything on a fresh machine with Python 3.11 and make: `make demo` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo test check lint types contract score lock clean

help:
	@echo "make demo    set up and run the main job on the sample newsroom"
	@echo "make test    set up and run the tests"
	@echo "make check   lint, types, import contract, tests: what CI runs"
	@echo "make score   how accurately texts are read and claims are checked"

# PYTHON falls back to python3 where there is no command python3.11; pip refuses a Python that is too old.
$(VENV)/made:
	@command -v $(PYTHON) >/dev/null 2>&1 && $(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)
	@touch $@

$(VENV)/runtime: requirements.lock pyproject.toml $(VENV)/made
	@echo "Installing what tradeclaims runs on (about a minute the first time) …"
	@$(PIP) install --require-hashes -r requirements.lock
	@PYTHONWARNINGS=ignore $(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/developer: requirements-dev.lock $(VENV)/runtime
	@echo "Installing the tools that test it …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/runtime
	@$(BIN)/tradeclaims demo

test: $(VENV)/developer
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/developer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/developer
	$(BIN)/mypy

contract: $(VENV)/developer
	$(BIN)/lint-imports

check: lint types contract test

score: $(VENV)/runtime
	cd scripts && PYTHONPATH=.. ../$(BIN)/python score.py --by-tag
	PYTHONPATH=. $(BIN)/python scripts/score_verdicts.py

lock: $(VENV)/developer
	./scripts/lock.sh

clean:
	rm -rf $(VENV) build dist *.egg-info
