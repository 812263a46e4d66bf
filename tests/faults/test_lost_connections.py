"""PostgreSQL drops a worker's connection and goes on: the work is kept, or rests and says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import psycopg
import pytest
from django.db import connection

from briefings import runs
from briefings.choices import Fault, RunState
from briefings.models import AssemblyRun, Briefing
from briefings.work import leases
from tests.faults.holds import wait_until


def test_a_lease_is_kept_by_a_new_connection(
    press: Callable[..., AssemblyRun], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(leases, "RENEW_SECONDS", 0.1)
    run = press()
    fence = leases.take(AssemblyRun, run.pk)
    assert fence is not None

    def until() -> datetime:
        return AssemblyRun.objects.values_list("lease_until", flat=True).get(pk=run.pk)

    def renewed() -> None:
        before = until()
        wait_until(lambda: until() > before, 20, "a renewal")

    with leases.renewing(AssemblyRun, run.pk, fence):
        renewed()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        # the first may still be the old connection's last word
        renewed()
        renewed()
    assert f"The lease of AssemblyRun {run.pk} was not renewed (OperationalError)." in caplog.text


def test_a_run_whose_connection_was_dropped_says_so_and_rests(
    press: Callable[..., AssemblyRun], live_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = press()

    def dropped(_worker: object) -> None:
        with psycopg.connect(live_database, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
        Briefing.objects.count()

    monkeypatch.setattr(runs._Worker, "work", dropped)
    runs.work_on(run.pk)

    run.refresh_from_db()
    assert (run.state, run.fault, run.holder) == (RunState.WAITING, Fault.DATABASE, "")
    assert run.lease_until is not None
