"""Whether the portal can do its work: database, broker, storage, workers, and the oldest waiting run.

All parts are asked at the same moment, each in a thread of its own, and have the same two seconds.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import F
from django.db.models.functions import Now

from briefings.choices import RunState
from briefings.models import AssemblyRun
from operation import processes
from operation.asking import SECONDS, Question
from operation.logs import words_of
from operation.models import ProcessKind

LONGEST_WAIT = 300.0
"""Seconds that a run may wait for a worker before the portal counts as unwell."""

_ROOM = 4096  # bytes; an empty file can be made on a full disk


class NotReady(Exception):
    """The part answers, but cannot do its work; the message says why."""


@dataclass(frozen=True)
class Part:
    """A part of the portal, whether it can do its work, and a word about it."""

    name: str
    ready: bool
    word: str


def ask(names: Iterable[str] | None = None) -> list[Part]:
    """Every part, or those named, asked at the same time. Takes two seconds at most."""
    asked = {name: _QUESTIONS[name].begin() for name in (_QUESTIONS if names is None else names)}
    # one deadline for all: two seconds for each would add up where all of them hang
    deadline = time.monotonic() + SECONDS
    return [_answer(name, future, deadline) for name, future in asked.items()]


def names() -> list[str]:
    """The parts that there are."""
    return list(_QUESTIONS)


def oldest_waiting_seconds() -> float:
    """For how long the oldest waiting run has waited, on PostgreSQL's clock; 0 without one."""
    waiting = AssemblyRun.objects.filter(state=RunState.WAITING).order_by("requested_at")
    age: timedelta | None = waiting.values_list(Now() - F("requested_at"), flat=True).first()
    return max(0.0, age.total_seconds()) if age else 0.0


def _answer(name: str, future: Future[str], deadline: float) -> Part:
    try:
        return Part(name, True, future.result(timeout=max(0.0, deadline - time.monotonic())))
    except TimeoutError:
        # a server's own timeout is a TimeoutError too, and says the same
        return Part(name, False, f"no answer within {SECONDS:.0f} s")
    except NotReady as error:
        return Part(name, False, str(error))
    except Exception as error:
        return Part(name, False, words_of(error) or type(error).__name__)


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only')::bool")
        (read_only,) = cursor.fetchone()
    if read_only:
        raise NotReady("takes no writes")
    if not _last_migrations() <= MigrationRecorder(connection).applied_migrations().keys():
        raise NotReady("older than this version: run manage.py migrate")
    return "answers"


@cache
def _last_migrations() -> frozenset[tuple[str, str]]:
    """The last migration of each app. To read all of them takes a third of a second, so each process does it once."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _broker() -> str:
    """A write, not a ping: a broker without memory, or a replica, still answers a ping."""
    import redis  # every command that looks at the addresses would pay for it

    client = redis.Redis.from_url(settings.REDIS_URL, socket_timeout=1.5, socket_connect_timeout=1.5)
    try:
        client.set("portal-ready", 1, ex=10)
    finally:
        client.close()
    return "takes writes"


def _storage() -> str:
    name = default_storage.save(f"ready/{uuid.uuid4().hex}", ContentFile(b"\0" * _ROOM))
    default_storage.delete(name)
    return "takes files"


def _living(kind: ProcessKind) -> str:
    living = processes.alive()[kind]
    if not living:
        raise NotReady(f"none was heard of in {processes.ALIVE.total_seconds():.0f} s")
    return f"{living} alive"


def _waiting() -> str:
    seconds = oldest_waiting_seconds()
    if seconds > LONGEST_WAIT:
        raise NotReady(f"the oldest run has waited for {seconds:.0f} s")
    return f"{seconds:.0f} s"


_QUESTIONS = {
    name: Question(name, question)
    for name, question in {
        "database": _database,
        "broker": _broker,
        "storage": _storage,
        "workers": partial(_living, ProcessKind.WORKER),
        "beat": partial(_living, ProcessKind.BEAT),
        "oldest-waiting-run": _waiting,
    }.items()
}


def as_json(parts: list[Part], *, detailed: bool) -> dict[str, Any]:
    """What `/readyz` answers; the parts only to those who may know them."""
    ready = all(part.ready for part in parts)
    body: dict[str, Any] = {"ready": ready}
    if detailed:
        body["parts"] = {part.name: {"ready": part.ready, "word": part.word} for part in parts}
    return body
