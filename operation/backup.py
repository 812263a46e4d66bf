"""A backup: one state of the database, the files that it names, and a manifest that proves both.

One transaction sees one state. Its snapshot is given to pg_dump, and the digests of the tables are taken in
it, so manifest and dump say the same whatever is written meanwhile. The files are copied afterwards: an
edition's file is stored before its row says so, under a name made of its content, and is never changed or
deleted. So every file that the state names is there, and is the same, for as long as the copying takes. A
file that no row names is being made, or was left by a dead worker; it is no content and is not copied.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import FileField

from briefings.choices import RenditionState
from briefings.models import Rendition
from operation import postgres
from operation.manifest import (
    DUMP,
    FORMAT,
    MANIFEST,
    MEDIA,
    BackupError,
    Manifest,
    facts_of,
    portal_version,
    write_manifest,
)

type Say = Callable[[str], None]


def back_up(folder: Path, say: Say) -> Manifest:
    """Make a backup in a folder that does not exist yet; nothing is ever overwritten.

    It is made beside the folder under another name and renamed when it is whole.

    Raises:
        BackupError: it cannot be made; nothing is left behind.
    """
    folder = folder.absolute()
    # what a newer one writes, this server would not take back: 17 refuses the dump of 18's
    dump = postgres.program("pg_dump", at_least=postgres.server_version(), newer=False)
    try:
        if folder.exists():
            raise BackupError(
                f"{folder} exists already. Name a folder that does not: nothing is overwritten."
            )
        if not folder.parent.is_dir():
            raise BackupError(
                f"{folder.parent} is not a folder. Make it, or mount the disk for backups there."
            )
        with _unfinished(folder) as unfinished:
            manifest = _fill(unfinished, dump, say)
            unfinished.rename(folder)
            _to_disk(folder.parent)
    except OSError as error:
        raise BackupError(
            f"The backup cannot be written to {folder.parent} ({error.strerror}). "
            "Make room there and let this account write, or name another folder."
        ) from error
    return manifest


@contextlib.contextmanager
def _unfinished(folder: Path) -> Iterator[Path]:
    """A folder beside the backup's, on the same disk, readable by this account alone; gone if the block fails."""
    unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}.unfinished-", dir=folder.parent))
    try:
        yield unfinished
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _fill(folder: Path, dump: Path, say: Say) -> Manifest:
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        # this transaction is silent while pg_dump reads its snapshot, however long that takes
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        say("Dumping the database …")
        _dump(dump, snapshot, folder / DUMP)
        say("Taking the digests of its tables …")
        tables = {name: postgres.table_facts(name) for name in postgres.tables()}
        migrations = tuple(sorted(MigrationRecorder(connection).applied_migrations()))
        names, digests = _files_named(), _recorded_digests()
    say(f"Copying {len(names)} files …")
    damaged = tuple(name for name in names if not _copy(name, folder / MEDIA / name, digests.get(name)))
    for path in folder.rglob("*"):
        _to_disk(path)
    files = {
        path.relative_to(folder).as_posix(): facts_of(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    manifest = Manifest(
        FORMAT, portal_version(), made_at, postgres.server_version(), migrations, tables, files, damaged
    )
    write_manifest(folder, manifest)
    _to_disk(folder / MANIFEST)
    _to_disk(folder)
    return manifest


def _dump(program: Path, snapshot: str, target: Path) -> None:
    address, environment = postgres.address()
    done = subprocess.run(  # noqa: S603
        [
            program,
            "--format=custom",
            "--no-owner",
            "--no-privileges",
            f"--snapshot={snapshot}",
            f"--file={target}",
            f"--dbname={address}",
        ],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        said = postgres.last_words(done.stderr, done.returncode)
        raise BackupError(
            f"{program.name} could not dump the database into {target.parent.parent} ({said}). "
            "Make room there, and let the database's account read every table."
        )


def _files_named() -> list[str]:
    """Every file that a row names, of whatever model."""
    names: set[str] = set()
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_concrete_fields:
            if isinstance(field, FileField) and model._meta.managed:
                names.update(
                    model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True)
                )
    return sorted(name for name in names if name)


def _recorded_digests() -> dict[str, str]:
    ready = Rendition.objects.filter(state=RenditionState.READY)
    return dict(ready.values_list("file", "digest"))


def _copy(name: str, target: Path, digest: str | None) -> bool:
    """Copy a file out of the storage; whether it could be read and has the digest that was recorded, if one was.

    What cannot be read, for whatever reason, is no fault of the backup, which goes on; what cannot be written is.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "wb") as copy:
        for block in _blocks(name):
            if block is None:
                copy.close()
                target.unlink()
                return False
            copy.write(block)
    return digest is None or facts_of(target).sha256 == digest


def _blocks(name: str) -> Iterator[bytes | None]:
    """A file of the storage in pieces; None where it can be read no further."""
    try:
        with default_storage.open(name, "rb") as source:
            while block := source.read(1 << 20):
                yield block
    except OSError:
        yield None


def _to_disk(path: Path) -> None:
    """Wait until the disk has it: a backup that says it is whole is whole after a power cut too."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
