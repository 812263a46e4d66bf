"""How long a management command takes to start, against the same command of a bare Wagtail project.

`version` reads the models alone; `check` and `migrate` look through every address, and so through the whole admin.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile

from benchmarks import goals
from benchmarks.measure import ROUNDS, row

COMMANDS = (("version",), ("check",), ("migrate", "--check"))
_FOR_PYTHON = ("DJANGO_SETTINGS_MODULE", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")


def main() -> None:
    from tests.databases import clone

    with tempfile.TemporaryDirectory() as folder, clone("bench") as address:
        made = [sys.executable, "-m", "wagtail.bin.wagtail", "start", "bare", folder]
        subprocess.run(made, check=True, capture_output=True)
        _run(folder, ("migrate",), {})
        print("\nStarting a management command, seconds of a core (the goal: 1.3 x floor)")
        for command in COMMANDS:
            name = " ".join(command)
            bare, ours = [], []
            for _round in range(ROUNDS + 1):  # by turns: what else the machine does changes meanwhile
                bare.append(_seconds_of_a_core(folder, command, {}))
                ours.append(_seconds_of_a_core(os.getcwd(), command, {"DATABASE_URL": address}))
            floor, taken = statistics.median(bare[1:]), statistics.median(ours[1:])
            row(f"floor: {name}, a bare Wagtail project", floor)
            row(f"{name}, the portal", taken, floor, f"{taken / floor:.2f}")
            goals.at_most(1.3, f"manage.py {name}", taken / floor, " x floor")


def _seconds_of_a_core(folder: str, command: tuple[str, ...], more: dict[str, str]) -> float:
    """Processor time: what else the machine does counts less."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(folder, command, more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(folder: str, command: tuple[str, ...], more: dict[str, str]) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in _FOR_PYTHON} | more
    subprocess.run(
        [sys.executable, "manage.py", *command], cwd=folder, env=environment, check=True, capture_output=True
    )
