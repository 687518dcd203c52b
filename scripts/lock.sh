#!/bin/sh
# Rewrites both lock files from pyproject.toml: hashed, without index addresses.
set -eu
cd "$(dirname "$0")/.."
compile() { .venv/bin/pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-annotate --no-header "$@"; }
compile --extra build --extra charts --extra mcp -o requirements.lock pyproject.toml
compile --extra build --extra charts --extra mcp --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml
