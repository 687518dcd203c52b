"""The wheel holds exactly our packages and their data."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {"tradeclaims", "crawler", "nlp", "check", "official", "store", "alerts", "desk", "pipeline"}


def test_wheel_holds_exactly_our_packages_and_data(tmp_path: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    files = [Path(name) for name in tracked.stdout.splitlines() if (ROOT / name).is_file()]
    for file in files:
        (tmp_path / "src" / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / "src" / file)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "dist"), str(tmp_path / "src")]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    held = {Path(name) for name in zipfile.ZipFile(wheel).namelist() if ".dist-info" not in name.split("/")[0]}
    ours = {file for file in files if file.parts[0] in PACKAGES and len(file.parts) > 1}
    assert held == ours
