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
_ABANDONED_SECONDS = 24 * 60 * 60
"""No backup takes as long: an unfinished one this old was left by a kill or a power cut."""


def back_up_nightly(parent: Path, *, at: datetime, keep: int, say: Say) -> tuple[Path, Manifest]:
    """Make and prove a backup below `parent`; where, and what it holds. Of earlier ones the newest stay, `keep` in all.

    Where a media file is missing or was changed, nothing is deleted: an earlier backup may hold it.

    Raises:
        BackupError: no whole backup was made, and no earlier one was touched; or it was made, and one that should
            go could not be deleted.
    """
    folder = parent / at.strftime("%Y-%m-%dT%H%M")
    back_up(folder, say)
    manifest = check(folder)
    if not manifest.damaged:
        try:
            _delete_old(parent, keep, say)
        except OSError as error:
            raise BackupError(
                f"{folder} was made and proven, but {error.filename} could not be deleted ({error.strerror}). "
                "Delete it, and let this account write there: the disk fills up otherwise."
            ) from error
    return folder, manifest


def _delete_old(parent: Path, keep: int, say: Say) -> None:
    for old in _made(parent)[:-keep]:
        say(f"Deleting {old} …")
        # the manifest goes first: what is left of a deletion that was broken off is no backup
        (old / MANIFEST).unlink()
        shutil.rmtree(old)
    for left in _abandoned(parent):
        say(f"Deleting {left}, which was never finished …")
        shutil.rmtree(left)


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
        if _UNFINISHED.fullmatch(path.name) and path.stat().st_mtime < long_ago
    ]
