"""A PostgreSQL of a test's own, empty or with a copy of the tests' database, to be stopped and started."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg

from config import embedded
from config.servers_home import Home, home
from tests.databases import memory_for_files

DATABASE = "portal"


class Postgres:
    """A server behind a socket in a folder of its own, run as the embedded servers' user."""

    def __init__(self, place: Home) -> None:
        self._place = place
        self._programs = embedded.postgres_programs(place)
        self.address = self.address_of(DATABASE, by="portal")

    def address_of(self, database: str, *, by: str) -> str:
        return f"postgres://{by}@/{database}?host={quote(str(self._place.sockets))}"

    def execute(self, *statements: str) -> None:
        """As the server's superuser, each in a transaction of its own."""
        with psycopg.connect(self.address.replace("postgres://", "postgresql://"), autocommit=True) as link:
            for statement in statements:
                link.execute(statement)

    def start(self) -> None:
        embedded.start_postgres(self._place)

    def stop(self, mode: str = "immediate") -> None:
        """Stop it as a crash does: without a word to its clients, and with recovery at the next start."""
        self._run("pg_ctl", "stop", "-D", str(self._place.postgres_data), "-m", mode)

    def take_copy(self, address: str) -> None:
        """Copy a database of another server into this one."""
        with tempfile.TemporaryDirectory() as folder:
            dump = f"{folder}/dump"
            subprocess.run([f"{self._programs}/pg_dump", "-Fc", "-Z0", "-f", dump, address], check=True)
            restore = [f"{self._programs}/pg_restore", "--no-owner", "-j", "2", "-d", self.address, dump]
            subprocess.run(restore, check=True)

    def _run(self, program: str, *arguments: str) -> None:
        done = embedded.run_as_owner([self._programs / program, *arguments], self._place)
        assert done.returncode == 0, done.stderr or done.stdout


@contextlib.contextmanager
def postgres(address: str) -> Iterator[Postgres]:
    """A running server with a copy of the database at `address`."""
    with empty_postgres() as server:
        server.take_copy(address)
        yield server


@contextlib.contextmanager
def empty_postgres() -> Iterator[Postgres]:
    """A running server as `initdb` makes it."""
    with place_for_servers() as place:
        server = Postgres(place)
        server.start()
        try:
            yield server
        finally:
            with contextlib.suppress(AssertionError):
                server.stop()


@contextlib.contextmanager
def place_for_servers() -> Iterator[Home]:
    """Where servers of a test's own keep their data: nothing stands there yet."""
    folder = Path(tempfile.mkdtemp(prefix="portal-postgres-", dir=memory_for_files()))
    folder.chmod(0o755)
    own = home()
    place = Home(folder / "servers", own.uid, own.gid)
    embedded.prepare(place)
    try:
        yield place
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(place.sockets, ignore_errors=True)
