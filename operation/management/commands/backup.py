"""`manage.py backup FOLDER`: database and files into a new folder; `--check` proves one."""

from __future__ import annotations

import signal
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from operation.backup import back_up
from operation.manifest import MANIFEST, BackupError, Manifest, facts_of
from operation.manifest import check as prove


class Command(BaseCommand):
    help = (
        "Backs up the database and the files that it names into a new folder; the portal may go on running."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
        parser.add_argument(
            "--check", action="store_true", help="prove the backup in the folder instead of making one"
        )

    def handle(self, *args: Any, folder: Path, check: bool, **options: Any) -> None:
        # a plain kill ends it as Ctrl-C does: nothing unfinished stays behind. Python leaves Ctrl-C ignored where
        # a script starts it in the background, but pg_dump does not, and would be said to have failed
        before = {
            each: signal.signal(each, signal.default_int_handler) for each in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            manifest = prove(folder) if check else back_up(folder, self.stdout.write)
        except BackupError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError("Interrupted; no backup was made.") from None
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
