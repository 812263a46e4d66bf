"""How long a management command takes to start, against the same command of a bare Wagtail project.

`version` reads the models alone; `check` and `migrate` look through every address, and so through the whole admin.
Both projects use PostgreSQL, and neither finds `rich`: it comes with development's packages, no server has it, and
the logs' library would read it.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.db import connection

from benchmarks import goals
from benchmarks.measure import ROUNDS, row

COMMANDS = (("version",), ("check",), ("migrate", "--check"))
_WITHOUT_RICH = (
    "import runpy, sys; sys.modules['rich'] = None; sys.path.insert(0, ''); sys.argv = sys.argv[1:];"
    " runpy.run_path('manage.py', run_name='__main__')"
)
_FOR_PYTHON = ("DJANGO_SETTINGS_MODULE", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")


def main() -> None:
    from tests.databases import clone

    with tempfile.TemporaryDirectory() as folder, clone("bare") as empty, clone("bench") as address:
        _make_bare_project(folder, empty)
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


def _make_bare_project(folder: str, address: str) -> None:
    """A project as `wagtail start` makes it, on PostgreSQL as Wagtail asks for it.

    Args:
        folder: where it is made.
        address: of the database that it gets; what is in there is dropped.
    """
    made = [sys.executable, "-m", "wagtail.bin.wagtail", "start", "bare", folder]
    subprocess.run(made, check=True, capture_output=True)
    with psycopg.connect(address) as link:
        link.execute("DROP SCHEMA public CASCADE")
        link.execute("CREATE SCHEMA public")
    database = {
        key: connection.settings_dict[key]
        for key in ("ENGINE", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    } | {"NAME": urlsplit(address).path.removeprefix("/")}
    settings = Path(folder, "bare", "settings", "local.py")  # read by its development settings
    settings.write_text(
        "from .base import INSTALLED_APPS\n"
        "INSTALLED_APPS = [*INSTALLED_APPS, 'django.contrib.postgres']\n"
        f"DATABASES = {{'default': {database!r}}}\n"
    )
    _run(folder, ("migrate",), {})


def _seconds_of_a_core(folder: str, command: tuple[str, ...], more: dict[str, str]) -> float:
    """Processor time: what else the machine does counts less."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(folder, command, more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(folder: str, command: tuple[str, ...], more: dict[str, str]) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in _FOR_PYTHON} | more
    started = [sys.executable, "-c", _WITHOUT_RICH, "manage.py", *command]
    subprocess.run(started, cwd=folder, env=environment, check=True, capture_output=True)
