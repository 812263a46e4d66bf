"""Who may work on a row: a lease on PostgreSQL's clock with a fencing number.

A worker takes the lease, renews it from a thread while it works, and shows its fencing number with
every write. A worker that was given up for dead finds its writes refused. The same column makes a
row wait after a fault that may pass: nobody takes it before.
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import Case, F, Q, When
from django.db.models.functions import Now

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=settings.LEASE_SECONDS)
RENEW_SECONDS = settings.LEASE_SECONDS / 3
LONGEST_PAUSE = timedelta(minutes=5)


class LeaseLost(Exception):
    """Somebody else works on the row now; what this worker would write is refused."""

    quotes_nothing = True  # so its words may stand in a log


def free(model: type[models.Model]) -> models.QuerySet[Any]:
    """Rows that nobody holds.

    A lease further ahead than any is made was written before PostgreSQL's clock was set back. Its
    holder, if it lives, is kept from writing by the fencing number.
    """
    impossible = Now() + LONGEST_PAUSE + 2 * LEASE
    return model._default_manager.filter(
        Q(lease_until__isnull=True) | Q(lease_until__lt=Now()) | Q(lease_until__gt=impossible)
    )


def take(model: type[models.Model], pk: int, **state: Any) -> int | None:
    """The row's new fencing number, or None if somebody holds it or it is not in this state.

    Nobody waits for a row that is just being written: the next sweep asks again. Who ends well takes their name off
    the row: a name that still stands there is a worker that died or hung.
    """
    holder = f"{socket.gethostname()[:60]}:{os.getpid()}:{uuid.uuid4().hex[:12]}"
    with brief_transaction():
        # in no order: a model's own may join a table whose rows others hold, and the row would be passed over
        rows = free(model).filter(pk=pk, **state).order_by().select_for_update(skip_locked=True)
        fence = next(iter(rows.values_list("fence", flat=True)), None)
        if fence is None:
            return None
        model._default_manager.filter(pk=pk).update(
            fence=F("fence") + 1,
            takeovers=F("takeovers") + Case(When(holder="", then=0), default=1),
            holder=holder,
            lease_until=Now() + LEASE,
        )
        return int(fence) + 1


@contextlib.contextmanager
def brief_transaction() -> Iterator[None]:
    """A transaction with locks that others wait for. PostgreSQL ends it if its process falls silent in it."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                milliseconds = LEASE // timedelta(milliseconds=1)
                cursor.execute(f"SET LOCAL idle_in_transaction_session_timeout = {milliseconds}")
        yield


def write(model: type[models.Model], pk: int, fence: int, **values: Any) -> None:
    """Write to a row that this worker holds.

    Raises:
        LeaseLost: the row has another fencing number by now.
    """
    if not model._default_manager.filter(pk=pk, fence=fence).update(**values):
        raise LeaseLost(f"{model.__name__} {pk} was taken over by another worker.")


def free_again() -> dict[str, Any]:
    """What to write with the last word on a row: nobody has to wait for the lease to run out."""
    return {"holder": "", "lease_until": None}


def pause(attempts: int) -> dict[str, Any]:
    """What to write so that the row rests after its n-th fault: 2, 4, 8 … seconds, at most five minutes."""
    seconds = timedelta(seconds=2 ** min(attempts, 10))
    return {"holder": "", "lease_until": Now() + min(seconds, LONGEST_PAUSE)}


def drop_lost_connection() -> None:
    """Let the next statement open a new connection if PostgreSQL has dropped this one.

    Django asks so before a request alone; a worker would keep a dead connection for ever.
    """
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()


@contextlib.contextmanager
def renewing(model: type[models.Model], pk: int, fence: int) -> Iterator[None]:
    """Keep the lease while the block runs, but not for work that hangs.

    The thread has a database connection of its own.
    """
    done = threading.Event()
    last = time.monotonic() + settings.WORK_SECONDS

    def renew() -> None:
        try:
            while not done.wait(RENEW_SECONDS) and time.monotonic() < last:
                try:
                    row = model._default_manager.filter(pk=pk, fence=fence)
                    if not row.update(lease_until=Now() + LEASE):
                        return
                except Exception as error:
                    # whatever it is, the next turn asks again, by a new connection if this one is lost
                    logger.warning(
                        "The lease of %s %s was not renewed (%s).", model.__name__, pk, type(error).__name__
                    )
                    drop_lost_connection()
        finally:
            connection.close()

    thread = threading.Thread(target=renew, name=f"lease-{model.__name__}-{pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join(timeout=RENEW_SECONDS)
