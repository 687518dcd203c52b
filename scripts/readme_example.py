#!/usr/bin/env python3
"""Put what `tradeclaims verify FILE --published DATE` prints into the README, between its example marks.

scripts/readme_example.py FILE DATE
"""

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
MARKS = re.compile(r"(<!-- example -->\n).*?(<!-- /example -->)", re.DOTALL)


def main(file: str, published: str) -> None:
    words = [sys.executable, "-m", "pipeline", "verify", file, "--published", published, "--format", "table"]
    printed = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    lines = [line.rstrip() for line in printed.splitlines()[1:]]
    body = "```\n" + "\n".join(lines).strip("\n") + "\n```\n"
    README.write_text(MARKS.sub(lambda marks: marks[1] + body + marks[2], README.read_text()))


if __name__ == "__main__":
    main(*sys.argv[1:])
