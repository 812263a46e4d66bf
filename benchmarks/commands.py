"""How long a management command takes to start, against the same command of a bare Wagtail project."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile

from benchmarks.measure import ROUNDS, row

COMMAND = "version"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = [sys.executable, "-m", "wagtail.bin.wagtail", "start", "bare", folder]
        subprocess.run(made, check=True, capture_output=True)
        bare = _seconds_of_a_core(folder)
    print("\nStarting a management command (the goal: 1.3 x floor)")
    row("floor: a bare Wagtail project", bare)
    row("the portal", _seconds_of_a_core(os.getcwd()), bare)


def _seconds_of_a_core(folder: str) -> float:
    """Processor time, the median of several starts: what else the machine does counts less."""
    taken = []
    for _round in range(ROUNDS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        _run(folder)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(taken[1:])


def _run(folder: str) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DJANGO_SETTINGS_MODULE", "PYTHONPATH")
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(
        [sys.executable, "manage.py", COMMAND], cwd=folder, env=environment, check=True, capture_output=True
    )
