"""What every benchmark shares: the sample in a database, a median of rounds, a line of the report."""

from __future__ import annotations

import json
import logging
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from config.allocator import jemalloc

ROUNDS = 5


@contextmanager
def sample() -> Iterator[None]:
    """Django with the sample in a database of this run's own; a demonstration beside it is left alone."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    logging.disable(logging.INFO)  # a line for each request would bury the report
    from briefings.models import StoredExamination
    from tests.sample import sample_database

    with sample_database():
        StoredExamination.objects.all().delete()  # what is found the first time is measured too
        yield


@contextmanager
def taken_back() -> Iterator[None]:
    """A transaction that leaves nothing behind."""
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def median_seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median of several rounds after one that is not counted."""
    work()
    taken = []
    for _round in range(rounds):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def as_a_worker(address: str, *module: str) -> dict[str, Any]:
    """What a module of this package prints as JSON, run in a process of its own with a worker's memory.

    Args:
        address: the DATABASE_URL that it asks.
    """
    done = subprocess.run(
        [sys.executable, "-m", *module],
        env={**os.environ, **jemalloc(), "DATABASE_URL": address},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def peak() -> int:
    """Most memory that this process ever held, in MB: what its parent held does not count."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) // 1024


def row(name: str, seconds: float, floor: float | None = None, more: str = "") -> None:
    """One line: what, milliseconds, and how many times its floor."""
    ratio = f"{seconds / floor:8.1f} x floor" if floor else " " * 16
    print(f"{name:<58} {1000 * seconds:9.1f} ms {ratio}  {more}".rstrip(), flush=True)
