"""Databases of the tests' own: one with the sample that is made once and kept, and clones.

A clone takes a fraction of a second. Each process of a test run works in one, and so does each test that starts
real processes or commits.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connection
from psycopg import errors

PREFIX = "test_portal_"
TABLESPACE = "TEST_TABLESPACE"
_MEMORY = Path("/dev/shm")
_ENOUGH = 2 * 1024**3


def memory_for_files() -> Path | None:
    """A folder in memory, where this machine has one with room for databases: a container's is often small."""
    return _MEMORY if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ENOUGH else None


def forget_at_a_power_cut() -> None:
    """Let this server, which is the tests' own, wait for no disk: what it holds can be made again."""
    with _elsewhere() as link:
        for setting in ("fsync", "full_page_writes"):
            link.execute(f"ALTER SYSTEM SET {setting} = off")
        link.execute("SELECT pg_reload_conf()")


@contextmanager
def clones_in_memory(owner: int) -> Iterator[None]:
    """Where there is memory enough, clones lie in it until the block ends: those of this process and of its children.

    A clone has a thousand files. To make them on a disk took longer than most tests that need one.

    Args:
        owner: the user id that PostgreSQL runs under, on this machine.
    """
    memory = memory_for_files()
    if memory is None:
        yield
        return
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}_", dir=memory))
    os.chown(folder, owner, -1)
    with _elsewhere() as link:
        link.execute(f"CREATE TABLESPACE \"{folder.name}\" LOCATION '{folder}'")
    os.environ[TABLESPACE] = folder.name
    try:
        yield
    finally:
        del os.environ[TABLESPACE]
        _drop_unused_tablespaces()


def _drop_unused_tablespaces() -> None:
    """Drop this process's tablespace, and those of others that have ended: killed, they could not do it themselves."""
    with _elsewhere() as link:
        rows = link.execute("SELECT spcname FROM pg_tablespace WHERE starts_with(spcname, %s)", [PREFIX])
        for name in [name for (name,) in rows]:
            process = name.removeprefix(PREFIX).partition("_")[0]
            if process != str(os.getpid()) and _runs(process):
                continue
            with suppress(errors.ObjectNotInPrerequisiteState):  # one that is left has a clone in it
                link.execute(f'DROP TABLESPACE "{name}"')
                shutil.rmtree(_MEMORY / name, ignore_errors=True)


@contextmanager
def clone(purpose: str) -> Iterator[str]:
    """A clone of the current database, which this process uses too; its DATABASE_URL. It is gone with the block."""
    template = connection.settings_dict["NAME"]
    name = f"{template}_{purpose}_{os.getpid()}"
    address = os.environ["DATABASE_URL"]
    connection.close()
    with _in_database(name, template):
        os.environ["DATABASE_URL"] = with_name(address, name)
        try:
            yield os.environ["DATABASE_URL"]
        finally:
            os.environ["DATABASE_URL"] = address


@contextmanager
def clone_of_kept(version: str, fill: Callable[[], None]) -> Iterator[None]:
    """A clone of the database that `fill` filled, for this process alone.

    Args:
        version: names what `fill` fills it with; an older one is dropped.
        fill: fills a migrated database. Called once, by the first of the processes that ask for it.
    """
    kept = PREFIX + version
    # held until the connection closes: another process waits for the database instead of making it, too
    with _elsewhere() as link:
        link.execute("SELECT pg_advisory_lock(hashtext(%s))", [PREFIX])
        _drop_abandoned(link, kept)
        if not link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [kept]).fetchone():
            making = f"{kept}_{os.getpid()}"
            with _in_database(making, "template1", lasting=True):
                call_command("migrate", verbosity=0)
                fill()
                connection.close()
                # under its own name only once it is whole
                link.execute(f'ALTER DATABASE "{making}" RENAME TO "{kept}"')
    with _in_database(f"{kept}_{os.getpid()}", kept):
        yield


def _drop_abandoned(link: psycopg.Connection, kept: str) -> None:
    """Drop what an older version kept, and what ended processes left behind."""
    rows = link.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
    names = [name for (name,) in rows]
    used = [name for name in names if _runs(name.rpartition("_")[2])]
    for name in names:
        if name != kept and not any(each.startswith(name) for each in used):
            with suppress(errors.ObjectInUse):  # by a process on another machine
                link.execute(f'DROP DATABASE IF EXISTS "{name}"')


def _runs(process: str) -> bool:
    if not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):  # twelve digits are a version that happens to have no letter
        return False
    return True


@contextmanager
def _in_database(name: str, template: str, *, lasting: bool = False) -> Iterator[None]:
    """A new database made of another, which Django's connection uses; it is gone with the block, if it has that name.

    Args:
        lasting: whether it may get another name, to stay.
    """
    before = connection.settings_dict["NAME"]
    execute_elsewhere(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    where = f'TABLESPACE "{os.environ[TABLESPACE]}"' if TABLESPACE in os.environ and not lasting else ""
    execute_elsewhere(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy {where}')
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before
        execute_elsewhere(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def with_name(address: str, name: str) -> str:
    """The address of another database of the same server."""
    head, mark, query = address.partition("?")
    return head.rsplit("/", 1)[0] + "/" + name + mark + query


def execute_elsewhere(statement: str) -> None:
    """Run a statement that must not run inside the database it is about."""
    with _elsewhere() as link:
        link.execute(statement)


def _elsewhere() -> psycopg.Connection:
    parameters = connection.get_connection_params() | {"dbname": "postgres"}
    for name in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(name, None)
    return psycopg.connect(**parameters, autocommit=True)
