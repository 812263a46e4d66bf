"""The main job with real processes: pressed, assembled by a worker, sealed, rendered, verified."""

from __future__ import annotations

import io
import os
import signal
import time
from collections.abc import Callable

import msgspec
import pytest
from django.core.management import call_command
from django.utils import timezone
from pypdf import PdfReader

from briefings.assembly.seal import Manifest
from briefings.choices import RenditionState, RunState
from briefings.editions.exporting import export_below
from briefings.models import AssemblyRun, Briefing, Edition, Rendition
from briefings.runs import request_run
from config.processes import Processes
from tests.rendering.extraction import pages_of_pdf

SECONDS = 90


def wait_for(condition: Callable[[], bool], seconds: float = SECONDS) -> None:
    """Until the condition holds; fails the test if it does not."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)


def ended(run: AssemblyRun) -> bool:
    run.refresh_from_db()
    return not run.active


@pytest.fixture
def briefing(live_database: str) -> Briefing:
    return Briefing.objects.get(slug="2025-11")


def test_a_worker_turns_the_sample_into_two_editions_with_every_file(
    started_portal: Processes, briefing: Briefing, tmp_path
):
    started_portal.start_worker()
    run, made = request_run(briefing=briefing, audiences=["presidential", "partner"], by=None)
    assert made

    wait_for(lambda: ended(run))

    assert run.state == RunState.DONE, run.findings or run.error
    assert run.error == ""
    assert {str(edition) for edition in run.editions.all()} == {
        "2025-11 presidential 1.0",
        "2025-11 partner 1.0",
    }
    assert Rendition.objects.filter(state=RenditionState.READY).count() == 12

    for edition in run.editions.all():
        names = {file.name for file in export_below(edition, tmp_path)}
        assert names == {
            "edition.json",
            "manifest.json",
            *(f"{language}.{kind}" for language in ("ko", "zh-hans", "en") for kind in ("html", "pdf")),
        }
    manifest = (tmp_path / "2025-11" / "partner-1.0" / "manifest.json").read_bytes()
    assert len(msgspec.json.decode(manifest, type=Manifest).renditions) == 6

    # the same bytes again: content, document and all files
    for name in ("2025-11/presidential/1.0", "2025-11/partner/1.0"):
        said = io.StringIO()
        call_command("verify", name, stdout=said)
        assert "DIFFERENT" not in said.getvalue()
        assert said.getvalue().count("same") == 8

    # assembled again from unchanged pages, it is the edition that exists
    again, _made = request_run(briefing=briefing, audiences=["presidential", "partner"], by=None)
    wait_for(lambda: ended(again))
    assert again.state == RunState.DONE
    assert Edition.objects.count() == 2

    # each PDF speaks its language and proves itself
    for language, words in (("ko", "국가전략"), ("zh-hans", "国家战略"), ("en", "national strategy")):
        file = tmp_path / "2025-11" / "presidential-1.0" / f"{language}.pdf"
        assert words in "".join(pages_of_pdf(file.read_bytes())).replace("\n", "")
        assert PdfReader(file).outline


def test_a_worker_killed_in_the_middle_leaves_exactly_one_edition(
    started_portal: Processes, briefing: Briefing
):
    worker = started_portal.start_worker("first", concurrency=1)
    started_portal.start_beat()
    run, _made = request_run(briefing=briefing, audiences=["partner"], by=None)
    wait_for(lambda: AssemblyRun.objects.get(pk=run.pk).state != RunState.WAITING)

    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    started_portal.start_worker("second", concurrency=2)
    wait_for(lambda: ended(run))

    assert run.state == RunState.DONE, run.error
    assert Edition.objects.count() == 1
    assert Rendition.objects.filter(state=RenditionState.READY).count() == 6


def test_two_people_who_press_assemble_at_once_get_one_run(briefing: Briefing):
    first, made = request_run(briefing=briefing, audiences=["presidential"], by=None)

    second, made_again = request_run(briefing=briefing, audiences=["partner"], by=None)

    assert made
    assert not made_again
    assert first.pk == second.pk
    assert timezone.now() >= first.requested_at
