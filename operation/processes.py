"""Workers and beat say every few seconds that they live; who asks counts those heard of lately.

Each process says it from a thread of its own, so that a long task or a lost broker does not silence it.
A thread proves that the process lives and reaches PostgreSQL. That work is done is told by the age of the
oldest waiting run.
"""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import structlog
from django.db import connection
from django.db.models import Count, Q
from django.db.models.functions import Now

from operation.models import Process, ProcessKind

logger = structlog.stdlib.get_logger(__name__)

SECONDS = 5.0
ALIVE = timedelta(seconds=20)
_FORGOTTEN = timedelta(days=1)


def seen(kind: str, name: str) -> None:
    """Record that the process lives now."""
    Process.objects.bulk_create(
        [Process(kind=kind, name=name[:200], seen_at=Now())],
        update_conflicts=True,
        unique_fields=["kind", "name"],
        update_fields=["seen_at"],
    )
    Process.objects.filter(seen_at__lt=Now() - _FORGOTTEN).delete()


def gone(kind: str, name: str) -> None:
    """Record that the process has ended in good order."""
    Process.objects.filter(kind=kind, name=name[:200]).delete()


def alive() -> dict[str, int]:
    """How many processes of each kind live.

    A time ahead of now was written before PostgreSQL's clock was set back; a living process writes the
    right one within seconds.
    """
    lately = Q(seen_at__gt=Now() - ALIVE, seen_at__lt=Now() + ALIVE)
    counted = Process.objects.filter(lately).values_list("kind").annotate(Count("pk"))
    return dict.fromkeys(ProcessKind.values, 0) | dict(counted)


class Heartbeat:
    """The thread of one process."""

    def __init__(self, kind: str, name: str) -> None:
        self.kind, self.name = kind, name
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End the thread; the process counts as gone at once."""
        self._ended.set()
        self._thread.join(timeout=SECONDS)

    def _run(self) -> None:
        heard = True
        while True:
            heard = self._say(seen, heard)
            if self._ended.wait(SECONDS):
                break
        self._say(gone, heard)

    def _say(self, what: Any, heard: bool) -> bool:
        """One line in the log when PostgreSQL stops to answer, not one every five seconds."""
        try:
            what(self.kind, self.name)
        except Exception:
            if heard:
                logger.warning("the database does not take the heartbeat", exc_info=True)
            return False
        finally:
            # a new connection each time: none is shared with children that the worker forks
            connection.close()
        return True


_of_this_process: Heartbeat | None = None


def begin(kind: str, name: str) -> None:
    """Let this process say from now on that it lives."""
    global _of_this_process
    if _of_this_process is None:
        _of_this_process = Heartbeat(kind, name)
        _of_this_process.start()


def end() -> None:
    """Say that this process has ended, if it said that it lives."""
    if _of_this_process is not None:
        _of_this_process.stop()
