"""Making the files of an edition: each language and format is work of its own.

A failed one leaves the others, says why, and can be made again alone. The digest that was recorded when a file
was first made never changes: bytes that have another one are not that file.
"""

from __future__ import annotations

import logging
import time
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from structlog.contextvars import bound_contextvars

from briefings import clock
from briefings.assembly.canonical import digest_of
from briefings.choices import Fault, RenditionState, RunState, RunStep
from briefings.models import AssemblyRun, Rendition
from briefings.rendering.files import rendered
from briefings.rendering.renderers import renderer_of
from briefings.work import leases
from briefings.work.faults import MOST_ATTEMPTS, OtherBytes, details_of, fault_of, may_pass
from briefings.work.hints import hint_rendition

logger = logging.getLogger(__name__)


def make(rendition_id: int) -> None:
    """Take the rendition and make its file. Safe to call twice."""
    states = (RenditionState.WAITING, RenditionState.RENDERING)
    fence = leases.take(Rendition, rendition_id, state__in=states)
    if fence is None:
        return
    rendition = Rendition.objects.select_related("edition__briefing").get(pk=rendition_id)
    with bound_contextvars(rendition=rendition_id), leases.renewing(Rendition, rendition_id, fence):
        try:
            _make(rendition, fence)
        except leases.LeaseLost as lost:
            logger.warning("%s", lost)
            return
    finish_runs(rendition.edition_id)


def _make(rendition: Rendition, fence: int) -> None:
    if rendition.attempts >= MOST_ATTEMPTS:
        _write(rendition, fence, state=RenditionState.FAILED, fault=Fault.WORKERS, **leases.free_again())
        return
    rendition.attempts += 1
    _write(rendition, fence, state=RenditionState.RENDERING, attempts=rendition.attempts)
    begun = time.monotonic()
    try:
        if is_stored(rendition):
            _write(rendition, fence, **_READY_AGAIN, **leases.free_again())
            return
        content = rendered(rendition.edition, rendition.language, rendition.format)
        _store(rendition, fence, content, begun)
    except leases.LeaseLost:
        raise
    except Exception as error:
        logger.exception("Rendition %s failed", rendition.pk)
        _fail(rendition, fence, error)


def _write(rendition: Rendition, fence: int, **values: Any) -> None:
    leases.write(Rendition, rendition.pk, fence, **values)


def _store(rendition: Rendition, fence: int, content: bytes, begun: float) -> None:
    """The file under a name made of its content, then the row: what a killed worker leaves is never used.

    Raises:
        OtherBytes: the row has a digest already, and it is not this content's.
    """
    digest = digest_of(content)
    if rendition.digest and rendition.digest != digest:
        raise OtherBytes(
            f"recorded {rendition.digest} made by {rendition.renderer};"
            f" here {digest} made by {renderer_of(rendition.format)}"
        )
    name = f"editions/{rendition.edition.digest[:16]}/{rendition.language}-{digest[:16]}.{rendition.format}"
    _write(
        rendition,
        fence,
        file=_stored(rendition.file.storage, name, content, digest),
        digest=digest,
        size=len(content),
        renderer=renderer_of(rendition.format),
        **_READY_AGAIN,
        seconds=round(time.monotonic() - begun, 3),
        made_at=Now(),
        **leases.free_again(),
    )


_READY_AGAIN = {"state": RenditionState.READY, "fault": "", "error": ""}


def is_stored(rendition: Rendition) -> bool:
    """Whether the storage holds the very file that was made."""
    if not rendition.digest or not rendition.file:
        return False
    try:
        with rendition.file.open("rb") as stored:
            return digest_of(stored.read()) == rendition.digest
    except OSError:  # if it is not the file that is at fault, storing it says so
        return False


def has_its_length(rendition: Rendition) -> bool:
    """Whether the storage holds a file of the recorded length: so much can be asked for each download."""
    try:
        return rendition.file.size == rendition.size
    except OSError:
        return False


def _stored(storage: Storage, name: str, content: bytes, digest: str) -> str:
    """The name under which the storage holds the content; a spoiled file in its place is replaced."""
    if storage.exists(name):
        with storage.open(name) as file:
            if digest_of(file.read()) == digest:
                return name
        storage.delete(name)
    return storage.save(name, ContentFile(content))


def _fail(rendition: Rendition, fence: int, error: Exception) -> None:
    leases.drop_lost_connection()
    fault = fault_of(error)
    again = may_pass(fault, rendition.attempts)
    _write(
        rendition,
        fence,
        state=RenditionState.WAITING if again else RenditionState.FAILED,
        fault=fault,
        error=details_of(error),
        **(leases.pause(rendition.attempts) if again else leases.free_again()),
    )


def make_again(rendition: Rendition) -> None:
    """Let a failed file be made once more."""
    if let_wait_again(Rendition.objects.filter(pk=rendition.pk)):
        transaction.on_commit(lambda: hint_rendition(rendition.pk))


def let_wait_again(files: QuerySet[Rendition]) -> int:
    """Let those of the files that have failed wait as if nobody had tried; how many they are. The queue is not told."""
    return files.filter(state=RenditionState.FAILED).update(
        state=RenditionState.WAITING, attempts=0, fault="", error="", lease_until=None
    )


def make_lost_again(rendition: Rendition) -> None:
    """Let a file that the storage has lost or spoiled be made once more: another version may still give the same bytes."""
    logger.error("The file of rendition %s is not in the storage as it was made.", rendition.pk)
    lost = Rendition.objects.filter(pk=rendition.pk, state=RenditionState.READY)
    if lost.update(state=RenditionState.WAITING, attempts=0, lease_until=None):
        transaction.on_commit(lambda: hint_rendition(rendition.pk))


def found_again(rendition: Rendition) -> bool:
    """Whether a file that was given up is in the storage after all, as from a backup; it is then ready."""
    if not is_stored(rendition):
        return False
    given_up = Rendition.objects.filter(pk=rendition.pk, state=RenditionState.FAILED)
    if given_up.update(**_READY_AGAIN, lease_until=None):
        finish_runs(rendition.edition_id)
    return True


def finish_runs(edition_id: int) -> None:
    """Finish the runs of an edition once none of their files is open; those that are finished say what is failed now.

    Whoever sees the last one, under the run's row lock, finishes the run.
    """
    with leases.brief_transaction():
        runs = AssemblyRun.objects.select_for_update(of=("self",)).filter(
            state__in=(RunState.RENDERING, RunState.DONE), editions=edition_id
        )
        for run in runs.defer("findings", "selection"):
            files = Rendition.objects.filter(edition__runs=run)
            if run.state == RunState.RENDERING:
                total = files.count()
                closed = files.filter(state__in=(RenditionState.READY, RenditionState.FAILED)).count()
                run.per_cent = 70 + 30 * closed // max(total, 1)
                if closed == total:
                    run.state, run.step, run.per_cent = RunState.DONE, RunStep.FINISHED, 100
                    run.finished_at = clock.now()
            if run.state == RunState.DONE:  # also long ago: a file was made again, or was lost since
                failed = files.filter(state=RenditionState.FAILED)
                run.fault = failed[0].fault if failed else ""
                run.error = "; ".join(f"{row.language} {row.format}: {row.error}" for row in failed)[:2000]
            run.save(update_fields=["per_cent", "state", "step", "fault", "error", "finished_at"])
