"""Catching a worker in the midst of what no lock of PostgreSQL can hold it in: typesetting, and writing a file."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

type Inside = Callable[[], bool]

_TYPESETTING_TICKS = 3
"""A lease is renewed in less than one of them, a document takes thirty and more."""
_KNOWN_SECONDS = 0.5


def stop_inside(worker: subprocess.Popen[bytes], inside: Inside, seconds: float = 60) -> None:
    """Stop a worker with its children where `inside` is true, and still is once nothing moves any more.

    It is asked without a pause: what is looked for may take less than a millisecond.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not inside():
            continue
        os.killpg(worker.pid, signal.SIGSTOP)
        _wait_until_stopped(worker)
        if inside():
            return
        os.killpg(worker.pid, signal.SIGCONT)
    raise AssertionError("the worker was never caught")


def writing(worker: subprocess.Popen[bytes], folder: Path) -> Inside:
    """Whether the worker has a file of the folder open that has no name yet, or a hidden one."""

    def is_open(link: Path) -> bool:
        try:
            target = os.readlink(link)
        except OSError:  # closed meanwhile
            return False
        return target.startswith(f"{folder}/") and target.endswith((" (deleted)", ".part"))

    processes: list[Path] = []
    known_until = 0.0

    def writes() -> bool:
        nonlocal processes, known_until
        if time.monotonic() > known_until:  # to look for them takes longer than a write
            processes, known_until = _processes(worker), time.monotonic() + _KNOWN_SECONDS
        return any(is_open(link) for process in processes for link in _listed(process / "fd"))

    return writes


def typesetting(worker: subprocess.Popen[bytes]) -> Inside:
    """Whether Typst's threads have worked since now: the worker's own code runs in its first thread alone."""
    before = _ticks_of_threads(worker)

    def has_worked() -> bool:
        now = _ticks_of_threads(worker)
        return any(ticks - before.get(thread, 0) >= _TYPESETTING_TICKS for thread, ticks in now.items())

    return has_worked


def _processes(worker: subprocess.Popen[bytes]) -> list[Path]:
    """The worker's processes, by their group: those that render are its children."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        fields = _fields(process / "stat")
        if fields and int(fields[2]) == worker.pid:
            found.append(process)
    return found


def _ticks_of_threads(worker: subprocess.Popen[bytes]) -> dict[str, int]:
    """Processor time of each thread but the first of its process, in hundredths of a second."""
    ticks = {}
    for process in _processes(worker):
        for thread in _listed(process / "task"):
            fields = _fields(thread / "stat")
            if fields and thread.name != process.name:
                ticks[thread.name] = int(fields[11]) + int(fields[12])
    return ticks


def _wait_until_stopped(worker: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 10
    while any(_fields(process / "stat")[:1] not in ([], ["T"], ["Z"]) for process in _processes(worker)):
        assert time.monotonic() < deadline, "the worker does not stop"


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # the process has ended
        return []


def _fields(path: Path) -> list[str]:
    """What stands behind the name of a process in its `stat`: state, parent, group, … times as 11 and 12."""
    try:
        return path.read_text().rpartition(")")[2].split()
    except OSError:
        return []
