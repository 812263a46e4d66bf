"""Celery's entry points. Each carries an id, makes one call, and may run twice."""

from __future__ import annotations

from celery import shared_task
from django.db.models import F

from briefings import runs
from briefings.choices import RenditionState, RunState
from briefings.editions import renditions
from briefings.home import found_in_all
from briefings.models import AssemblyRun, Rendition
from briefings.models.runs import UNSEALED_STATES
from briefings.schedule import monthly, scheduling
from briefings.work import hints, leases
from briefings.work.queueing import OnlyIntoAnEmptyQueue


@shared_task
def assemble(run_id: int) -> None:
    """Bring a run to its sealed editions."""
    runs.work_on(run_id)


@shared_task
def render(rendition_id: int) -> None:
    """Make one file of an edition."""
    renditions.make(rendition_id)


@shared_task(base=OnlyIntoAnEmptyQueue)
def sweep() -> None:
    """Find work that nobody holds, whatever the queue has lost."""
    waiting = leases.free(AssemblyRun).filter(state__in=UNSEALED_STATES)
    for pk in waiting.values_list("pk", flat=True):
        hints.hint_run(pk)
    states = (RenditionState.WAITING, RenditionState.RENDERING)
    for pk in leases.free(Rendition).filter(state__in=states).values_list("pk", flat=True):
        hints.hint_rendition(pk)
    rendering = AssemblyRun.objects.filter(state=RunState.RENDERING)
    for edition_id in rendering.values_list(F("editions"), flat=True).distinct():
        if edition_id is not None:
            renditions.finish_runs(edition_id)


@shared_task(base=OnlyIntoAnEmptyQueue)
def examine_drafts() -> None:
    """Examine texts as they stand now, drafts too."""
    found_in_all.examine_what_was_written(_EXAMINING_SECONDS)


_EXAMINING_SECONDS = 10.0
"""So long may a press of Assemble, or a worker that is to end, have to wait."""


@shared_task
def begin_monthly_briefing() -> None:
    """Create the month's briefing once and run its checks. Seals nothing."""
    monthly.begin()


@shared_task(base=OnlyIntoAnEmptyQueue)
def publish_scheduled() -> None:
    """Publish, or take back, the pages whose editors have set a time for it."""
    scheduling.publish_due()
