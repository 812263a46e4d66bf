"""Making the files of an edition: each language and format is work of its own.

A failed one leaves the others, says why, and can be made again alone.
"""

from __future__ import annotations

import logging

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from structlog.contextvars import bound_contextvars

from briefings import leases
from briefings.choices import RenditionState, RunState, RunStep
from briefings.hints import hint_rendition
from briefings.models import AssemblyRun, Rendition
from briefings.rendering.files import rendered, renderer_of
from briefings.rendering.pdf import RenderingFailed
from briefings.sealing import digest_of

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 3


def make(rendition_id: int) -> None:
    """Take the rendition and make its file. Safe to call twice."""
    states = (RenditionState.WAITING, RenditionState.RENDERING)
    fence = leases.take(Rendition, rendition_id, state__in=states)
    if fence is None:
        return
    rendition = Rendition.objects.select_related("edition__briefing").get(pk=rendition_id)
    with bound_contextvars(rendition=rendition_id), leases.renewing(Rendition, rendition_id, fence):
        try:
            leases.write(
                Rendition,
                rendition_id,
                fence,
                state=RenditionState.RENDERING,
                attempts=rendition.attempts + 1,
            )
            _store(rendition, fence, rendered(rendition.edition, rendition.language, rendition.format))
        except leases.LeaseLost as lost:
            logger.warning("%s", lost)
            return
        except Exception as error:
            logger.exception("Rendition %s failed", rendition_id)
            _fail(rendition, fence, error)
    finish_runs(rendition.edition_id)


def _store(rendition: Rendition, fence: int, content: bytes) -> None:
    """The file under a name made of its content, then the row: a killed worker leaves no half file in use."""
    digest = digest_of(content)
    name = f"editions/{rendition.edition.digest[:16]}/{rendition.language}-{digest[:16]}.{rendition.format}"
    storage = rendition.file.storage
    if not storage.exists(name):
        name = storage.save(name, ContentFile(content))
    leases.write(
        Rendition,
        rendition.pk,
        fence,
        state=RenditionState.READY,
        file=name,
        digest=digest,
        size=len(content),
        renderer=renderer_of(rendition.format),
        error="",
        made_at=timezone.now(),
        lease_until=None,
        holder="",
    )


def _fail(rendition: Rendition, fence: int, error: Exception) -> None:
    last = isinstance(error, RenderingFailed) or rendition.attempts + 1 >= MOST_ATTEMPTS
    try:
        leases.write(
            Rendition,
            rendition.pk,
            fence,
            state=RenditionState.FAILED if last else RenditionState.WAITING,
            error=f"{error}"[:2000] or type(error).__name__,
            lease_until=None,
            holder="",
        )
    except leases.LeaseLost as lost:
        logger.warning("%s", lost)


def make_again(rendition: Rendition) -> None:
    """Let a failed file be made once more."""
    changed = Rendition.objects.filter(pk=rendition.pk, state=RenditionState.FAILED).update(
        state=RenditionState.WAITING, attempts=0, error=""
    )
    if changed:
        transaction.on_commit(lambda: hint_rendition(rendition.pk))


def finish_runs(edition_id: int) -> None:
    """Finish the runs of an edition once none of their files is open.

    Whoever sees the last one, under the run's row lock, finishes the run.
    """
    with transaction.atomic():
        runs = AssemblyRun.objects.select_for_update(of=("self",)).filter(
            state=RunState.RENDERING, editions=edition_id
        )
        for run in runs:
            files = Rendition.objects.filter(edition__runs=run)
            total = files.count()
            closed = files.filter(state__in=(RenditionState.READY, RenditionState.FAILED)).count()
            run.per_cent = 70 + 30 * closed // max(total, 1)
            if closed == total:
                failed = files.filter(state=RenditionState.FAILED)
                run.error = "; ".join(f"{row.language} {row.format}: {row.error}" for row in failed)[:2000]
                run.state, run.step, run.per_cent = RunState.DONE, RunStep.FINISHED, 100
                run.finished_at = timezone.now()
            run.save(update_fields=["per_cent", "state", "step", "error", "finished_at"])
