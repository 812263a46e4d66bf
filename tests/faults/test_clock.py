"""Clocks that go wrong: PostgreSQL's is the only one that counts, and even that one may be set back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db.models.functions import Now

from briefings import clock
from briefings.models import AssemblyRun, Rendition
from config.processes import Processes
from tests.faults.conftest import assert_one_right_edition
from tests.faults.holds import wait_until


@pytest.mark.parametrize("shift", ["-2d", "+2d"])
def test_a_worker_whose_clock_is_wrong_makes_the_right_edition(
    shift: str,
    portal: Processes,
    press: Callable[..., AssemblyRun],
    media: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    portal.start_beat()
    with monkeypatch.context() as wrong:
        wrong.setenv("LD_PRELOAD", _faketime())
        wrong.setenv("FAKETIME", shift)
        wrong.setenv("FAKETIME_DONT_FAKE_MONOTONIC", "1")
        # longer than a busy machine keeps a worker waiting, and far shorter than the clock is wrong by
        wrong.setenv("LEASE_SECONDS", "60")
        portal.start_worker()
    run = press()

    edition = assert_one_right_edition(run, media)

    assert abs(edition.sealed_at - clock.now()) < timedelta(minutes=5)
    assert run.attempts == 1


def _faketime() -> str:
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    assert found, "libfaketime is missing: tools/prerequisites installs it"
    return str(found[0])


def test_work_whose_lease_was_written_before_the_database_clock_was_set_back_is_taken_up(
    portal: Processes, press: Callable[..., AssemblyRun], media: Path
):
    run = press()
    held = AssemblyRun.objects.filter(pk=run.pk)
    held.update(state="running", holder="gone", fence=1, lease_until=Now() + timedelta(hours=3))
    portal.start_worker()
    portal.start_beat()

    edition = assert_one_right_edition(run, media)

    files = Rendition.objects.filter(edition=edition)
    files.filter(language="ko", format="pdf").update(
        state="rendering", holder="gone", lease_until=Now() + timedelta(hours=3)
    )
    wait_until(lambda: not files.exclude(state="ready").exists(), 15, "the file to be made again")
