"""Who may work on a row: a lease on PostgreSQL's clock with a fencing number.

A worker takes the lease, renews it from a thread while it works, and shows its fencing number with
every write. A worker that was given up for dead finds its writes refused.
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import connection, models
from django.db.models import F, Q
from django.db.models.functions import Now

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=9)
RENEW_SECONDS = 3.0


class LeaseLost(Exception):
    """Somebody else works on the row now; what this worker would write is refused."""


def free(model: type[models.Model]) -> models.QuerySet[Any]:
    """Rows that nobody holds."""
    return model._default_manager.filter(Q(lease_until__isnull=True) | Q(lease_until__lt=Now()))


def take(model: type[models.Model], pk: int, **state: Any) -> int | None:
    """The row's new fencing number, or None if somebody holds it or it is not in this state."""
    holder = f"{socket.gethostname()[:60]}:{os.getpid()}:{uuid.uuid4().hex[:12]}"
    taken = (
        free(model)
        .filter(pk=pk, **state)
        .update(fence=F("fence") + 1, holder=holder, lease_until=Now() + LEASE)
    )
    if not taken:
        return None
    row = model._default_manager.filter(pk=pk, holder=holder).values_list("fence", flat=True).first()
    return None if row is None else int(row)


def write(model: type[models.Model], pk: int, fence: int, **values: Any) -> None:
    """Write to a row that this worker holds.

    Raises:
        LeaseLost: the row has another fencing number by now.
    """
    if not model._default_manager.filter(pk=pk, fence=fence).update(**values):
        raise LeaseLost(f"{model.__name__} {pk} was taken over by another worker.")


def give_back(model: type[models.Model], pk: int, fence: int) -> None:
    """End the lease early, so that nobody has to wait for it to run out."""
    model._default_manager.filter(pk=pk, fence=fence).update(lease_until=None, holder="")


@contextlib.contextmanager
def renewing(model: type[models.Model], pk: int, fence: int) -> Iterator[None]:
    """Keep the lease while the block runs. The thread has a database connection of its own."""
    done = threading.Event()

    def renew() -> None:
        try:
            while not done.wait(RENEW_SECONDS):
                with contextlib.suppress(Exception):
                    renewed = model._default_manager.filter(pk=pk, fence=fence).update(
                        lease_until=Now() + LEASE
                    )
                    if not renewed:
                        return
        finally:
            connection.close()

    thread = threading.Thread(target=renew, name=f"lease-{model.__name__}-{pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join(timeout=RENEW_SECONDS)
