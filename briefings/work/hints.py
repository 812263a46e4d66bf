"""Telling the workers what waits. Only hints: PostgreSQL holds the work, and the sweep finds it anyway."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from briefings.choices import RenditionState
from briefings.models import Edition, Rendition

logger = logging.getLogger(__name__)


def hint_run(run_id: int) -> None:
    """A run waits for a worker."""
    from briefings.tasks import assemble

    _send(assemble, run_id)


def hint_rendition(rendition_id: int) -> bool:
    """A file waits to be made; whether the broker has heard of it."""
    from briefings.tasks import render

    return _send(render, rendition_id)


def hint_renditions(editions: Iterable[Edition]) -> None:
    """The editions' files wait to be made. PDFs in front: readers wait for them."""
    waiting = Rendition.objects.filter(edition__in=editions, state=RenditionState.WAITING)
    for pk in waiting.order_by("-format", "pk").values_list("pk", flat=True):
        if not hint_rendition(pk):
            break  # each try waits some seconds, and the sweep finds the others too


def _send(task: Any, row_id: int) -> bool:
    """Put a task into the queue; without a broker, leave the row to the sweep and say so."""
    # read by those who send: every command's start would pay for them
    import kombu.exceptions
    import redis.exceptions

    try:
        task.apply_async((row_id,), retry=False)
    except (kombu.exceptions.OperationalError, redis.exceptions.RedisError, OSError) as error:
        logger.warning("The broker does not answer (%s); row %s waits for the sweep.", error, row_id)
        return False
    return True


def ask_the_broker() -> None:
    """Raise what `manage.py` turns into a sentence: a command that waits for a worker would wait for ever."""
    from celery import current_app

    with current_app.connection_for_write() as link:
        link.default_channel.client.ping()
