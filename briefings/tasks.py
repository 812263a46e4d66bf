"""Celery's entry points. Each carries an id, makes one call, and may run twice."""

from __future__ import annotations

from typing import Any

from celery import Task, shared_task
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F

from briefings import hints, leases, monthly, renditions, runs
from briefings.choices import RenditionState, RunState
from briefings.models import AssemblyRun, Rendition


class OnlyIntoAnEmptyQueue(Task):  # type: ignore[misc]
    """A task that is not sent while anything waits for a worker.

    Without workers sweeps would heap up, and what was asked for afterwards would wait behind them all; with too few,
    each sweep would hand out once more what already waits. An expiry would go by the clock of the worker that reads
    it, and a clock may be wrong (docs/decisions/0014-hints-are-acknowledged-at-once.md).
    """

    def apply_async(self, args: Any = None, kwargs: Any = None, *more: Any, **options: Any) -> Any:
        with self.app.producer_or_acquire(options.pop("producer", None)) as producer:
            queue = producer.channel.queue_declare(self.app.conf.task_default_queue)
            if queue.message_count:
                return None
            return super().apply_async(args, kwargs, *more, producer=producer, **options)


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
    waiting = leases.free(AssemblyRun).filter(state__in=(RunState.WAITING, RunState.RUNNING))
    for pk in waiting.values_list("pk", flat=True):
        hints.hint_run(pk)
    states = (RenditionState.WAITING, RenditionState.RENDERING)
    for pk in leases.free(Rendition).filter(state__in=states).values_list("pk", flat=True):
        hints.hint_rendition(pk)
    rendering = AssemblyRun.objects.filter(state=RunState.RENDERING)
    for edition_id in rendering.values_list(F("editions"), flat=True).distinct():
        if edition_id is not None:
            renditions.finish_runs(edition_id)


@shared_task
def begin_monthly_briefing() -> None:
    """Create the month's briefing once and run its checks. Seals nothing."""
    monthly.begin()


@shared_task
def publish_scheduled() -> None:
    """Publish, or take back, the pages whose editors have set a time for it: Wagtail's own command."""
    with transaction.atomic(), connection.cursor() as cursor:
        # one at a time: two would publish the same page twice
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, 0)", [_PUBLISHING])
        if cursor.fetchone()[0]:
            call_command("publish_scheduled", verbosity=0)


_PUBLISHING = 2
"""The first half of the advisory lock's key."""
