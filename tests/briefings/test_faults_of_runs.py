"""What kind of fault stopped a run."""

from __future__ import annotations

import select
from collections.abc import Iterator

import psycopg
import pytest
from django.db import OperationalError, connection, transaction
from django.utils import translation

from briefings import runs
from briefings.assembly.seal import Sealed
from briefings.choices import Fault, RunState
from briefings.editions.search_entries import Row
from briefings.editions.staging import staged
from briefings.models import AssemblyRun, Briefing
from briefings.work import leases
from briefings.work.faults import fault_of, may_pass, trouble_of


def test_a_transaction_that_was_ended_for_its_silence_is_a_fault_of_the_database(live_database: str) -> None:
    with pytest.raises(Exception, match="idle-in-transaction") as raised, transaction.atomic():  # noqa: PT012
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 1")
        select.select(
            [connection.connection.fileno()], [], [], 30
        )  # until the server says that it has ended it
        connection.cursor().execute("SELECT 1")

    assert fault_of(raised.value) == Fault.DATABASE
    assert may_pass(fault_of(raised.value), 3)


def test_a_database_that_goes_away_while_it_is_handed_an_edition_is_a_fault_of_the_database(
    live_database: str,
) -> None:
    def entries() -> Iterator[Row]:
        yield Row("ko", False, "box", "보고 개요", "본문", "'보고':1A")
        with psycopg.connect(live_database, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])

    with pytest.raises(Exception, match="terminat") as raised, staged() as stage:
        stage.put(Sealed({}, "digest", "digest"), entries(), ())

    assert fault_of(raised.value) == Fault.DATABASE
    assert may_pass(fault_of(raised.value), 3)
    leases.drop_lost_connection()
    assert Briefing.objects.exists()


def test_a_terminal_is_told_of_a_fault_in_the_language_of_its_commands() -> None:
    run = AssemblyRun(fault=Fault.DATABASE, error="connection refused")

    with translation.override("ko"):
        assert trouble_of(run) == (
            "The database did not answer. If this goes on, please tell the operator, and try again once it answers."
            " connection refused"
        )


@pytest.mark.django_db
def test_a_run_that_is_deleted_with_its_briefing_while_a_worker_has_it_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["presidential"]
    )

    def gone(_worker: object) -> None:
        AssemblyRun.objects.filter(pk=run.pk).delete()
        raise Briefing.DoesNotExist

    monkeypatch.setattr("briefings.runs._Worker._collect", gone)

    runs.work_on(run.pk)

    assert [record.levelname for record in caplog.records if record.name == "briefings.runs"] == ["WARNING"]


@pytest.mark.django_db
def test_a_run_that_has_sealed_its_editions_does_not_fail_for_what_comes_after_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["presidential"], attempts=8
    )

    def sealed(_worker: object) -> None:
        AssemblyRun.objects.filter(pk=run.pk).update(state=RunState.RENDERING)
        raise OperationalError("the connection is lost")

    monkeypatch.setattr("briefings.runs._Worker.work", sealed)

    runs.work_on(run.pk)

    run.refresh_from_db()
    assert (run.state, run.fault) == (RunState.RENDERING, "")
