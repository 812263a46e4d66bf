"""How long a management command takes to start, against the same command of a bare Wagtail project."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from benchmarks.measure import median_seconds, row

COMMAND = "version"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = [sys.executable, "-m", "wagtail.bin.wagtail", "start", "bare", folder]
        subprocess.run(made, check=True, capture_output=True)
        bare = median_seconds(lambda: _run(folder))
    print("\nStarting a management command (the goal: 1.3 x floor)")
    row("floor: a bare Wagtail project", bare)
    row("the portal", median_seconds(lambda: _run(os.getcwd())), bare)


def _run(folder: str) -> None:
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE", "PYTHONPATH")
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(
        [sys.executable, "manage.py", COMMAND], cwd=folder, env=environment, check=True, capture_output=True
    )
