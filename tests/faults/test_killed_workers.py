"""Workers that die at any step: the work goes on elsewhere, and there is one right edition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db.models import Q

from briefings.models import AssemblyRun, Edition, Rendition
from config.processes import Processes
from tests.faults.conftest import assert_one_right_edition, files_in, kill
from tests.faults.holds import Hold, hold, wait_until
from tests.faults.inside import stop_inside, typesetting, writing

RESUMED_SECONDS = 15

ASSEMBLING: dict[str, Callable[[Hold], None]] = {
    "reading the pages": lambda at: at.at_reading("vocabulary_term"),
    "checking": lambda at: at.at_step("check"),
    "composing": lambda at: at.at_step("compose"),
    "sealing": lambda at: at.at_step("seal"),
    "taking the number": lambda at: at.at_insert("briefings_edition"),
    "naming the files": lambda at: at.at_insert("briefings_rendition"),
}
MAKING_FILES: dict[str, Callable[[Hold], None]] = {
    "typesetting": lambda at: at.at_file("rendering"),
    "storing": lambda at: at.at_file("ready"),
}


def test_a_run_whose_worker_is_killed_at_each_step_ends_in_one_edition(
    portal: Processes, press: Callable[..., AssemblyRun], live_database: str, media: Path
):
    portal.start_beat()
    run = press()

    for place, hold_there in ASSEMBLING.items():
        with hold(live_database) as held:
            hold_there(held)
            worker = portal.start_worker("worker", concurrency=1)
            held.wait()
            before = AssemblyRun.objects.get(pk=run.pk)
            kill(worker)
            assert not Edition.objects.exists(), place
        wait_until(lambda before=before: _seen_as_free(before), RESUMED_SECONDS, f"the lease after {place}")
    portal.start_worker("worker", concurrency=2)

    edition = assert_one_right_edition(run, media)
    assert edition.digest
    assert run.attempts == len(ASSEMBLING) + 1


def _seen_as_free(before: AssemblyRun) -> bool:
    from briefings.work import leases

    return leases.free(AssemblyRun).filter(pk=before.pk, fence=before.fence).exists()


def test_a_worker_killed_while_it_makes_files_leaves_no_half_one(
    portal: Processes, press: Callable[..., AssemblyRun], live_database: str, media: Path
):
    portal.start_beat()
    run = press()

    for hold_there in MAKING_FILES.values():
        with hold(live_database) as held:
            hold_there(held)
            worker = portal.start_worker("worker", concurrency=1)
            held.wait()
            kill(worker)
    portal.start_worker("worker", concurrency=2)

    assert_one_right_edition(run, media)
    assert max(Rendition.objects.values_list("attempts", flat=True)) <= 3


def test_a_worker_killed_within_the_typesetter_or_within_a_write_leaves_no_half_file(
    portal: Processes, press: Callable[..., AssemblyRun], live_database: str, media: Path
):
    portal.start_beat()
    run = press()

    with hold(live_database) as held:
        held.at_file("rendering")
        worker = portal.start_worker("worker", concurrency=1)
        held.wait()
        at_work = typesetting(worker)
    stop_inside(worker, at_work)
    assert Rendition.objects.filter(state="rendering").exists()
    kill(worker)
    assert files_in(media) == set()

    worker = portal.start_worker("worker", concurrency=1)
    stop_inside(worker, writing(worker, media))
    assert Rendition.objects.filter(state="rendering").exists()
    stored = files_in(media)
    kill(worker)
    assert files_in(media) == stored  # what was being written has gone with its writer
    portal.start_worker("worker", concurrency=2)

    assert_one_right_edition(run, media)


@pytest.mark.parametrize("place", ["checking", "storing"])
def test_with_the_settings_of_production_the_work_is_taken_up_within_fifteen_seconds(
    place: str,
    portal: Processes,
    press: Callable[..., AssemblyRun],
    live_database: str,
    media: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.delenv("LEASE_SECONDS")
    monkeypatch.delenv("SWEEP_SECONDS")
    portal.start_beat()
    run = press()
    with hold(live_database) as held:
        (ASSEMBLING | MAKING_FILES)[place](held)
        worker = portal.start_worker("first", concurrency=1)
        held.wait()
        row = Rendition.objects.filter(state="rendering").first() or run
        row.refresh_from_db()
        portal.start_worker("second", concurrency=1)
        kill(worker)

    # the killed worker's last statement may still have been carried out
    taken_up = Q(fence__gt=row.fence) | Q(state="ready")
    wait_until(type(row).objects.filter(taken_up, pk=row.pk).exists, RESUMED_SECONDS, "another worker")

    assert_one_right_edition(run, media)
