"""`manage.py dump_content [FOLDER]`: the database's content into content files."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from briefings.content.dumping import missing, write_content
from briefings.content.loading import read
from briefings.content.places import ContentError


class Command(BaseCommand):
    help = (
        "Writes the live content into content files, one way only: unchanged content gives the same bytes. "
        "Writes nothing if the folder holds anything else."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.BASE_DIR / "fixtures")
        parser.add_argument(
            "--replace",
            action="store_true",
            help="take out content files of records that were deleted, are not published, or were never loaded",
        )

    def handle(self, *args: Any, folder: Path, replace: bool, verbosity: int, **options: Any) -> None:
        content = read(folder)
        try:
            changed, removed = write_content(content, folder, replace=replace)
        except ContentError as error:
            raise CommandError(f"{error}\nNothing was written.") from error
        for line in missing(content):
            self.stderr.write(line)
        if verbosity:
            for file in changed:
                self.stdout.write(f"Wrote {file}")
            for file in removed:
                self.stdout.write(f"Took out {file}")
            if not (changed or removed):
                self.stdout.write("Every file is as it was.")
