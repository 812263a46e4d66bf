"""A backup each night: named by its moment, proven once it is made, and the oldest of them deleted.

Only what a nightly backup made is ever deleted, and only once a new one has been proven whole.
"""

from __future__ import annotations

import re
import shutil
import time
from datetime import datetime
from pathlib import Path

from operation.backup import Say, back_up
from operation.manifest import MANIFEST, BackupError, Manifest, check

_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d{4}")
_UNFINISHED = re.compile(rf"\.{_NAME.pattern}\.unfinished-.+")
_DELETION = ".unfinished-deletion"
_ABANDONED_SECONDS = 24 * 60 * 60
"""No backup takes as long: an unfinished one this old was left by a kill or a power cut."""


def back_up_nightly(parent: Path, *, at: datetime, keep: int, say: Say) -> tuple[Path, Manifest]:
    """Make and prove a backup below `parent`; where, and what it holds. Of earlier ones the newest stay, `keep` in all.

    Where a media file is missing or was changed, nothing is deleted: an earlier backup may hold it.

    Raises:
        BackupError: no whole backup was made, and no earlier one was touched; or it was made, and one that should
            go could not be deleted, or somebody has interrupted what was to follow.
    """
    folder = parent / at.strftime("%Y-%m-%dT%H%M")
    back_up(folder, say)
    try:
        return folder, _proven(folder, keep=keep, say=say)
    except KeyboardInterrupt:
        raise BackupError(
            f"Interrupted once {folder} was made. Prove it with `backup --check`; the next night deletes what is too old."
        ) from None


def _proven(folder: Path, *, keep: int, say: Say) -> Manifest:
    parent = folder.parent
    manifest = check(folder)
    if not manifest.damaged:
        try:
            old, left = _made(parent)[:-keep], _abandoned(parent)
        except OSError as error:
            raise BackupError(
                f"{folder} was made and proven, but {error.filename} cannot be looked into ({error.strerror}), so "
                "nothing older was deleted. Let this account read it, or move it elsewhere."
            ) from error
        _delete([*old, *left], folder, say)
    return manifest


def _delete(paths: list[Path], made: Path, say: Say) -> None:
    failed: list[str] = []
    for path in paths:
        unfinished = bool(_UNFINISHED.fullmatch(path.name))
        say(f"Deleting {path}{', which was never finished' if unfinished else ''} …")
        try:
            # under a hidden name, what is left of a deletion that was broken off is no backup and goes the next night
            hidden = path if unfinished else path.rename(path.with_name(f".{path.name}{_DELETION}"))
            shutil.rmtree(hidden)
        except OSError as error:
            failed.append(f"{path} ({error.strerror or error})")
    if failed:
        raise BackupError(
            f"{made} was made and proven, but these could not be deleted: {', '.join(failed)}. "
            "Let this account write there, or delete them: the disk fills up otherwise."
        )


def _made(parent: Path) -> list[Path]:
    """The nightly backups, oldest first."""
    return sorted(
        path for path in parent.iterdir() if _NAME.fullmatch(path.name) and (path / MANIFEST).is_file()
    )


def _abandoned(parent: Path) -> list[Path]:
    long_ago = time.time() - _ABANDONED_SECONDS
    return [
        path
        for path in parent.iterdir()
        if _UNFINISHED.fullmatch(path.name)
        and (path.name.endswith(_DELETION) or path.stat().st_mtime < long_ago)
    ]
