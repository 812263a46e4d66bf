"""Restoring: a backup becomes the portal's database and files, or nothing is changed in the database.

The dump runs through psql in one transaction. pg_dump writes rows before triggers and checks, so the rows
that triggers protect are loaded like any others, and the triggers hold afterwards.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from django.contrib.contenttypes.models import ContentType
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from briefings.editions.verifying import Verdict, verify
from briefings.models import Edition
from operation import postgres
from operation.manifest import DUMP, MEDIA, BackupError, Manifest, check, is_newer, portal_version

type Say = Callable[[str], None]

# as `initdb` makes it; the extensions in it come back with the dump
_EMPTY_SCHEMA = (
    b"DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
    b"ALTER SCHEMA public OWNER TO pg_database_owner; GRANT USAGE ON SCHEMA public TO PUBLIC;\n"
)


@dataclass(frozen=True)
class Present:
    """What a restore would replace."""

    database: str
    tables: int
    editions: int
    others: int
    """How many other connections the database has."""


def present() -> Present:
    """What stands in the database now."""
    tables = postgres.tables()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_database(), (SELECT count(*) FROM pg_stat_activity WHERE datname ="
            " current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend')"
        )
        database, others = cursor.fetchone()
    editions = Edition.objects.count() if Edition._meta.db_table in tables else 0
    return Present(database, len(tables), editions, others)


def may_restore(folder: Path) -> Manifest:
    """The manifest of a backup that this portal and its server can take.

    Raises:
        BackupError: a file is not what was written, or the backup is of a newer portal or PostgreSQL.
    """
    manifest = check(folder)
    here = portal_version()
    unknown = sorted(set(manifest.migrations) - set(MigrationLoader(None).disk_migrations))
    if is_newer(manifest.portal, here) or unknown:
        why = f"; it has the migration {'.'.join(unknown[0])}" if unknown else ""
        raise BackupError(
            f"The backup is of version {manifest.portal}, this code is {here}{why}. "
            "Install the newer version, then restore."
        )
    server = postgres.server_version() // 10_000
    if manifest.server // 10_000 > server:
        raise BackupError(
            f"The backup is of PostgreSQL {manifest.server // 10_000}, this server is {server}. "
            "Use a server of that version or a newer one."
        )
    return manifest


def restore(folder: Path, manifest: Manifest, *, replace: bool, say: Say) -> None:
    """Put the backup in place, bring it to this version, and prove it.

    Raises:
        BackupError: something is in the way, or what was restored is not what was backed up.
    """
    found = present()
    if found.tables and not replace:
        raise BackupError(
            f"The database {found.database} is not empty: it has {found.tables} tables and {found.editions} "
            "editions. Use an empty one, or --replace to throw all of it away."
        )
    if found.tables and found.others:
        raise BackupError(
            f"The database {found.database} is in use (other connections: {found.others}). "
            "Stop the web server, workers and beat first."
        )
    media = [name.removeprefix(MEDIA) for name in manifest.files if name.startswith(MEDIA)]
    say(f"Restoring {len(media)} files …")
    for name in media:
        _restore_file(folder / MEDIA / name, name, replace=replace)
    say("Restoring the database …")
    connection.close()
    _load(folder / DUMP, manifest, empty_first=bool(found.tables))
    ContentType.objects.clear_cache()
    say("Comparing every table with the backup …")
    _compare(manifest)
    if unapplied():
        say("Migrating to this version …")
        call_command("migrate", interactive=False, verbosity=0)


def _restore_file(source: Path, name: str, *, replace: bool) -> None:
    try:
        if default_storage.exists(name):
            with default_storage.open(name, "rb") as there, open(source, "rb") as ours:
                if _same(there, ours):
                    return
            if not replace:
                raise BackupError(
                    f"The media folder holds another {name} than the backup. "
                    "Use an empty folder, or --replace to overwrite it."
                )
            default_storage.delete(name)
        with open(source, "rb") as ours:
            stored = default_storage.save(name, File(ours))
    except OSError as error:
        raise BackupError(
            f"{name} cannot be stored in the media folder ({error.strerror}). "
            "Make room there and let this account write, then restore again."
        ) from error
    if stored != name:
        raise BackupError(
            f"The storage took {name} under another name, {stored}. Is another restore running?"
        )


def _same(one: File, other: File) -> bool:
    while True:
        block = one.read(1 << 20)
        if block != other.read(1 << 20):
            return False
        if not block:
            return True


def _load(dump: Path, manifest: Manifest, *, empty_first: bool) -> None:
    """Everything in one transaction: a fault, or a kill, leaves the database as it was."""
    address, environment = postgres.address()
    reader = postgres.program("pg_restore", at_least=manifest.server)
    writer = postgres.program("psql", at_least=manifest.server)
    with TemporaryFile() as said, TemporaryFile() as read:
        sql = subprocess.Popen(  # noqa: S603
            [reader, "--no-owner", "--no-privileges", "--no-comments", "--file=-", dump],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=read,
        )
        psql = subprocess.Popen(  # noqa: S603
            [
                writer,
                "--no-psqlrc",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                f"--dbname={address}",
                "--file=-",
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=said,
            env=environment,
        )
        assert sql.stdout is not None
        assert psql.stdin is not None
        try:
            psql.stdin.write(b"BEGIN;\n")
            if empty_first:
                psql.stdin.write(_EMPTY_SCHEMA)
            shutil.copyfileobj(sql.stdout, psql.stdin, 1 << 20)
            if sql.wait():
                raise _not_restored(read, sql.returncode)
            # said here alone: psql's own single transaction commits at the end of what it reads, which is also where this
            # process is killed
            psql.stdin.write(b"COMMIT;\n")
            psql.stdin.close()
        except BrokenPipeError:
            pass  # psql has ended and says why
        finally:
            sql.kill()
            if not psql.stdin.closed:
                psql.kill()
                with contextlib.suppress(BrokenPipeError):  # what nobody has read yet
                    psql.stdin.close()
            psql.wait()
            sql.wait()
        if psql.returncode:
            raise _not_restored(said, psql.returncode)


def _not_restored(said: IO[bytes], code: int) -> BackupError:
    said.seek(0)
    words = postgres.last_words(said.read(), code)
    return BackupError(f"The database could not be restored ({words}). It is as it was before.")


def _compare(manifest: Manifest) -> None:
    with transaction.atomic():
        found = {name: postgres.table_facts(name) for name in postgres.tables()}
    different = sorted(
        name for name in {*found, *manifest.tables} if found.get(name) != manifest.tables.get(name)
    )
    if different:
        raise BackupError(f"Restored, but not equal to the backup: {', '.join(different)}. Do not use it.")


def unapplied() -> bool:
    """Whether the restored database is older than this code."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def verified() -> Iterator[tuple[Edition, list[Verdict]]]:
    """Every edition with what its proof found, one after the other: each holds all that it says."""
    for edition in Edition.objects.select_related("briefing").iterator(chunk_size=1):
        yield edition, verify(edition)
