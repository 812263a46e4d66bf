"""Workers that are silent, never finish, or are asked to stop: the work is taken from them, or handed over."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from briefings.models import AssemblyRun, Briefing, Edition
from config.processes import Processes
from tests.faults.conftest import assert_one_right_edition, log_of
from tests.faults.holds import Hold, hold, wait_until

PLACES: dict[str, Callable[[Hold], None]] = {
    "reading the pages": lambda at: at.at_reading("vocabulary_term"),
    "taking the number": lambda at: at.at_insert("briefings_edition"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_silent_worker_loses_the_run_and_what_it_writes_afterwards_is_refused(
    place: str, portal: Processes, press: Callable[..., AssemblyRun], live_database: str, media: Path
):
    portal.start_beat()
    run = press()
    with hold(live_database) as held:
        PLACES[place](held)
        silent = portal.start_worker("silent", concurrency=1)
        held.wait()
        os.killpg(silent.pid, signal.SIGSTOP)

    portal.start_worker("other", concurrency=1)
    Briefing.objects.get(pk=run.briefing_id).save_revision().publish()  # no editor waits for it either
    edition = assert_one_right_edition(run, media)
    os.killpg(silent.pid, signal.SIGCONT)

    wait_until(lambda: REFUSED.search(log_of("silent", portal)), 30, "the refusal")
    assert assert_one_right_edition(run, media).pk == edition.pk


REFUSED = re.compile("was taken over by another worker|idle-in-transaction timeout")
"""By the fencing number, or by PostgreSQL, which has ended a transaction that its worker fell silent in."""


ENDED = re.compile(r"time limit \(6s\) exceeded for briefings\.tasks\.assemble")


def test_work_that_never_ends_is_taken_from_its_worker_which_is_ended(
    portal: Processes,
    briefing: Briefing,
    live_database: str,
    media: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("WORK_SECONDS", "6")
    portal.start_worker("worker", concurrency=1)
    portal.start_beat()
    with hold(live_database) as held:
        held.at_reading("vocabulary_term")  # the worker waits and is not silent: its lease is renewed
        # the sweep hands it out, since a task carries the limit of the process that sends it
        run = AssemblyRun.objects.create(briefing=briefing, audiences=["partner"])
        held.wait()
        wait_until(lambda: ENDED.search(log_of("worker", portal)), 30, "the worker's end")

    assert_one_right_edition(run, media)
    assert run.attempts > 1


def test_work_longer_than_the_visibility_timeout_is_done_once(
    portal: Processes,
    press: Callable[..., AssemblyRun],
    live_database: str,
    media: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("VISIBILITY_SECONDS", "1")
    portal.start_worker("one", concurrency=1)
    portal.start_worker("two", concurrency=1)
    portal.start_beat()
    with hold(live_database) as held:
        held.at_reading("vocabulary_term")
        run = press()
        held.wait()
        held_run = AssemblyRun.objects.filter(pk=run.pk)
        first = held_run.get()
        renewed = held_run.filter(lease_until__gt=first.lease_until + timedelta(seconds=3))
        wait_until(renewed.exists, 30, "the lease to be renewed several times")

    assert_one_right_edition(run, media)
    assert run.attempts == 1
    assert run.fence == 1


def test_a_worker_asked_to_stop_finishes_what_it_is_doing(
    portal: Processes, press: Callable[..., AssemblyRun], live_database: str, media: Path
):
    worker = portal.start_worker("worker", concurrency=1)
    with hold(live_database) as held:
        held.at_insert("briefings_edition")
        run = press()
        held.wait()
        worker.send_signal(signal.SIGTERM)
        wait_until(lambda: "Warm shutdown" in log_of("worker", portal), 10, "the worker's answer")

    assert worker.wait(timeout=30) == 0
    assert Edition.objects.count() == 1
    portal.start_worker("next", concurrency=2)
    portal.start_beat()
    assert_one_right_edition(run, media)
    assert run.attempts == 1
