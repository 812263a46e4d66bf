"""What kind of fault stopped a run."""

from __future__ import annotations

import select

import pytest
from django.db import connection, transaction
from django.utils import translation

from briefings.choices import Fault
from briefings.faults import fault_of, may_pass, trouble_of
from briefings.models import AssemblyRun


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


def test_a_terminal_is_told_of_a_fault_in_the_language_of_its_commands() -> None:
    run = AssemblyRun(fault=Fault.DATABASE, error="connection refused")

    with translation.override("ko"):
        assert trouble_of(run) == "The database did not answer. connection refused"
