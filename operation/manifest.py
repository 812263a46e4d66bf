"""What a backup's folder says of itself: one JSON file with every file's digest and every table's.

FOLDER/manifest.json     written last: without it, a folder is no backup
FOLDER/database.dump     pg_dump's custom format
FOLDER/media/…           every file that the database names
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec
from django.conf import settings

FORMAT = 1
MANIFEST = "manifest.json"
DUMP = "database.dump"
MEDIA = "media/"


class BackupError(Exception):
    """A backup cannot be made, proven or restored; the message says why and what to do."""


class FileFacts(msgspec.Struct, frozen=True):
    """A file's size in bytes and its SHA-256 as 64 hexadecimal digits."""

    size: int
    sha256: str


class TableFacts(msgspec.Struct, frozen=True):
    """How many rows a table has, and the SHA-256 of all of them in the order of their keys."""

    rows: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything by which a backup is proven, and a restored portal compared with it."""

    format: int
    portal: str
    made_at: str
    server: int
    """PostgreSQL's version number of the server, such as 180006."""
    migrations: tuple[tuple[str, str], ...]
    tables: dict[str, TableFacts]
    files: dict[str, FileFacts]
    damaged: tuple[str, ...]
    """Media files that the database names and that were missing or not what was recorded."""


def portal_version() -> str:
    """The version of this code."""
    with open(settings.BASE_DIR / "pyproject.toml", "rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def is_newer(version: str, than: str) -> bool:
    """Whether a version such as 1.10.0 comes after another."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def facts_of(path: Path) -> FileFacts:
    """Size and digest of a file."""
    with open(path, "rb") as file:
        return FileFacts(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Into the folder, as JSON that a person can read."""
    (folder / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")


def read_manifest(folder: Path) -> Manifest:
    """The folder's manifest.

    Raises:
        BackupError: the folder holds none, or one that this version cannot read.
    """
    path = folder / MANIFEST
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise BackupError(
            f"{folder} is no complete backup: it has no {MANIFEST}. Name the folder that `backup` reported."
        ) from None
    except OSError as error:
        raise BackupError(f"{path} cannot be read ({error.strerror}).") from error
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BackupError(f"{path} was changed or was made by another version ({error}).") from error
    if manifest.format != FORMAT:
        raise BackupError(f"{path} has format {manifest.format}; this version reads format {FORMAT}.")
    for name in manifest.files:
        if name != DUMP and not _is_media(name):
            raise BackupError(f"{path} names a file outside the backup: {name}.")
    return manifest


def _is_media(name: str) -> bool:
    path = PurePosixPath(name)
    return name.startswith(MEDIA) and ".." not in path.parts and str(path) == name and name != MEDIA


def check(folder: Path) -> Manifest:
    """The manifest of a backup in which every file is what was written.

    Raises:
        BackupError: a file is missing, changed, or not named by the manifest; the message names it.
    """
    manifest = read_manifest(folder)
    for name, facts in sorted(manifest.files.items()):
        path = folder / name
        try:
            found = facts_of(path)
        except FileNotFoundError:
            raise BackupError(f"{path} is missing. This backup cannot be used; take another one.") from None
        except OSError as error:
            raise BackupError(f"{path} cannot be read ({error.strerror}).") from error
        if found != facts:
            raise BackupError(
                f"{path} is not what was written ({found.size} bytes, SHA-256 {found.sha256[:16]}…; it was "
                f"{facts.size} bytes, {facts.sha256[:16]}…). This backup cannot be used; take another one."
            )
    for path in _files_in(folder):
        name = path.relative_to(folder).as_posix()
        if name not in manifest.files and name != MANIFEST:
            raise BackupError(f"{path} does not belong to this backup. Remove it, or take another backup.")
    return manifest


def _files_in(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if not path.is_dir())
