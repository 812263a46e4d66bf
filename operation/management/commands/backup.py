"""`manage.py backup FOLDER`: database and files into a new folder; `--check` proves one, `--nightly` keeps some."""

from __future__ import annotations

import signal
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from operation.backup import back_up
from operation.manifest import MANIFEST, BackupError, Manifest, facts_of
from operation.manifest import check as prove
from operation.nightly import back_up_nightly


def _one_or_more(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise ArgumentTypeError("name a number from 1")
    return int(text)


class Command(BaseCommand):
    help = (
        "Backs up the database and the files that it names into a new folder; the portal may go on running."
    )
    # to look through the whole admin first would take longer than the start, and would stop no backup
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder",
            type=Path,
            help="a folder that does not exist yet; with --nightly the one that holds all of them",
        )
        what = parser.add_mutually_exclusive_group()
        what.add_argument(
            "--check", action="store_true", help="prove the backup in the folder instead of making one"
        )
        what.add_argument(
            "--nightly",
            action="store_true",
            help="make one inside the folder, named by its moment, prove it, then delete the oldest of them",
        )
        parser.add_argument(
            "--keep", type=_one_or_more, default=14, help="how many nightly backups stay (default: 14)"
        )

    def handle(self, *args: Any, folder: Path, check: bool, nightly: bool, keep: int, **options: Any) -> None:
        # a plain kill ends it as Ctrl-C does: nothing unfinished stays behind. Python leaves Ctrl-C ignored where
        # a script starts it in the background, but pg_dump does not, and would be said to have failed
        before = {
            each: signal.signal(each, signal.default_int_handler) for each in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            if nightly:
                folder, manifest = back_up_nightly(
                    folder.absolute(), at=timezone.localtime(), keep=keep, say=self.stdout.write
                )
            else:
                manifest = prove(folder) if check else back_up(folder, self.stdout.write)
        except BackupError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            became = "the backup was not proven" if check else "no backup was made"
            raise CommandError(f"Interrupted; {became}.", returncode=130) from None
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)
        self._report(folder, manifest)
        if manifest.damaged:
            raise CommandError(
                f"The backup is whole, but these files are missing in the media folder or were changed: "
                f"{', '.join(manifest.damaged)}. Take them from an older backup."
            )

    def _report(self, folder: Path, manifest: Manifest) -> None:
        size = sum(file.size for file in manifest.files.values())
        rows = sum(table.rows for table in manifest.tables.values())
        self.stdout.write(
            f"{folder}: version {manifest.portal}, {manifest.made_at}, {len(manifest.tables)} tables with "
            f"{rows} rows, {len(manifest.files) - 1} files, {size / 1e6:.1f} MB. "
            f"SHA-256 of {MANIFEST}: {facts_of(folder / MANIFEST).sha256}"
        )
