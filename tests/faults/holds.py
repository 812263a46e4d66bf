"""Stopping a worker exactly where a fault shall meet it, by locks in PostgreSQL."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Any

import psycopg

LOCK = 4711


def wait_until(condition: Callable[[], Any], seconds: float = 60, what: str = "") -> Any:
    """The condition's first true value; fails the test when the time is over."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < deadline, f"waited in vain for {what or condition}"
        time.sleep(0.05)
    return value


class Hold:
    """Holds whoever comes to the place, until `let_go`."""

    def __init__(self, link: psycopg.Connection[Any]) -> None:
        self._link = link
        self._undo: list[str] = []
        self._table = ""

    def at_step(self, step: str) -> None:
        """Before a run's row says that this step begins."""
        self._trigger("briefings_assemblyrun", "UPDATE", f"NEW.step = '{step}' AND OLD.step <> '{step}'")

    def at_insert(self, table: str) -> None:
        """Before a row is written."""
        self._trigger(table, "INSERT", "true")

    def at_file(self, state: str) -> None:
        """Before a file's row says that it is in this state."""
        self._trigger("briefings_rendition", "UPDATE", f"NEW.state = '{state}' AND OLD.state <> '{state}'")

    def at_reading(self, table: str) -> None:
        """Before anybody reads the table; leases are still renewed meanwhile."""
        self._table = table
        self._link.execute("BEGIN")
        self._link.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")

    def execute(self, statement: str, *values: Any) -> None:
        """Write in the transaction that holds the table."""
        self._link.execute(statement, values)

    def _trigger(self, table: str, event: str, condition: str) -> None:
        self._link.execute(
            "CREATE OR REPLACE FUNCTION wait_for_test() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" PERFORM pg_advisory_xact_lock_shared({LOCK}); RETURN NEW; END $$"
        )
        self._link.execute(f"SELECT pg_advisory_lock({LOCK})")
        # "aa": before every other trigger of the table
        self._link.execute(
            f"CREATE TRIGGER aa_wait_for_test BEFORE {event} ON {table}"
            f" FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION wait_for_test()"
        )
        self._undo += [
            f"SELECT pg_advisory_unlock({LOCK})",
            f"DROP TRIGGER aa_wait_for_test ON {table}",
        ]

    def reached(self) -> bool:
        """Whether somebody waits there; databases made from one another have tables of the same number."""
        waits = "NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        where: tuple[str, str | int] = ("locktype = 'advisory' AND objid::bigint = %s", LOCK)
        if self._table:
            where = ("relation = %s::regclass", self._table)
        found = self._link.execute(f"SELECT count(*) FROM pg_locks WHERE {waits} AND {where[0]}", where[1:])
        row = found.fetchone()
        return bool(row and row[0])

    def wait(self, seconds: float = 30) -> None:
        """Until somebody is held."""
        wait_until(self.reached, seconds, "a worker at the held place")

    def let_go(self) -> None:
        """Whoever is held goes on; nobody is held any more."""
        if self._table:
            self._table = ""
            self._link.execute("COMMIT")
        while self._undo:
            self._link.execute(self._undo.pop(0))


@contextlib.contextmanager
def hold(database: str) -> Iterator[Hold]:
    """A hold in the database; it lets go at the latest when the block ends."""
    with psycopg.connect(database, autocommit=True) as link:
        made = Hold(link)
        try:
            yield made
        finally:
            made.let_go()
