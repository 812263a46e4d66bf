"""Set-up for faults: a briefing in a database of its own, and a media folder that can be looked through."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefings.models import AssemblyRun, Briefing, Edition, Rendition
from briefings.runs import request_run
from tests.faults.holds import wait_until


@pytest.fixture
def media(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Path:
    """A media folder of the test's own, for this process and those it starts."""
    folder = tmp_path / "media"
    folder.mkdir()
    monkeypatch.setenv("MEDIA_ROOT", str(folder))
    settings.MEDIA_ROOT = folder
    return folder


@pytest.fixture
def briefing(live_database: str, media: Path) -> Briefing:
    return Briefing.objects.get(slug="2025-11")


@pytest.fixture
def press(briefing: Briefing) -> Callable[..., AssemblyRun]:
    """Ask for a run, as the button does; one audience, to be quick."""

    def ask(*audiences: str) -> AssemblyRun:
        run, made = request_run(briefing=briefing, audiences=audiences or ("partner",), by=None)
        assert made
        return run

    return ask


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a worker with its children, without a word."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_for_end(run: AssemblyRun, seconds: float = 60) -> AssemblyRun:
    """The run as it ended."""

    def ended() -> bool:
        run.refresh_from_db()
        return not run.active

    wait_until(ended, seconds, f"the end of {run}")
    return run


def files_in(folder: Path) -> set[str]:
    """Every file below a folder, hidden ones too."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def assert_one_right_edition(run: AssemblyRun, media: Path) -> Edition:
    """Exactly one edition, numbered 1.0, its six files whole, and nothing else in the media folder."""
    wait_for_end(run)
    assert run.state == "done", (run.state, run.fault, run.error, run.findings)
    assert run.fault == ""
    edition = Edition.objects.get()
    assert edition.number == "1.0"
    assert list(run.editions.all()) == [edition]
    assert hashlib.sha256(edition.content).hexdigest() == edition.digest
    files = list(Rendition.objects.filter(edition=edition))
    assert len(files) == 6
    for file in files:
        assert file.state == "ready"
        content = (media / file.file.name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file.digest
        assert len(content) == file.size
    assert files_in(media) == {file.file.name for file in files}
    return edition


def log_of(name: str, portal: Any) -> str:
    """What a process has said in this test."""
    return (portal.logs / f"{name}.log").read_text(errors="replace")
