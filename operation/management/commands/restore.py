"""`manage.py restore FOLDER`: a backup into an empty database and its files into the media folder."""

from __future__ import annotations

from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from operation import restoring
from operation.manifest import BackupError


class Command(BaseCommand):
    help = "Restores a backup into an empty database, compares every table and proves every edition."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder that `backup` made")
        parser.add_argument(
            "--replace", action="store_true", help="throw away everything that the database holds now"
        )
        parser.add_argument(
            "--no-input", "--noinput", action="store_false", dest="interactive", help="ask nothing"
        )

    def handle(self, *args: Any, folder: Path, replace: bool, interactive: bool, **options: Any) -> None:
        restoring_now = False
        try:
            manifest = restoring.may_restore(folder)
            if replace:
                self._ask(interactive)
            restoring_now = True
            restoring.restore(folder, manifest, replace=replace, say=self._say)
            self._prove()
        except BackupError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            what = "Restore again before the portal is started" if restoring_now else "Nothing was changed"
            raise CommandError(f"Interrupted. {what}.", returncode=130) from None
        self.stdout.write(
            f"Restored the backup of {manifest.made_at}: {len(manifest.tables)} tables and "
            f"{len(manifest.files) - 1} files, all equal. Start the web server, workers and beat."
        )
        if manifest.damaged:
            raise CommandError(
                f"These files were missing or changed when the backup was made: {', '.join(manifest.damaged)}."
            )

    def _ask(self, interactive: bool) -> None:
        found = restoring.present()
        if not found.tables:
            return
        self.stdout.write(
            f"This throws away everything in the database {found.database}: {found.tables} tables and "
            f"{found.editions} editions. Files of the same name in the media folder are overwritten."
        )
        if not interactive:
            return
        try:
            answer = input("Type the database's name to go on: ")
        except (EOFError, RuntimeError):  # nothing to read, or no standard input at all
            raise BackupError(
                "Nothing was changed: nobody is there to ask. Run it at a terminal, or add --no-input."
            ) from None
        if answer.strip() != found.database:
            raise BackupError("Nothing was changed.")

    def _say(self, line: str) -> None:
        """A restore that has begun goes on to its end, also if nobody reads what it says any more (config/commands.py)."""
        with suppress(SystemExit):
            self.stdout.write(line)

    def _prove(self) -> None:
        """Every edition is made again from its own content and compared."""
        different = []
        for edition, verdicts in restoring.verified():
            wrong = [verdict.what for verdict in verdicts if verdict.wrong]
            self._say(f"  {'DIFFERENT' if wrong else 'same'}  {edition}")
            different += [f"{edition} ({', '.join(wrong)})"] if wrong else []
        if different:
            raise BackupError(
                f"Restored as it was backed up, but these do not verify: {'; '.join(different)}."
            )
