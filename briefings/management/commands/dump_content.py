"""`manage.py dump_content [FOLDER]`: the database's content into content files."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from briefings.content.dumping import write_content
from briefings.content.loading import read


class Command(BaseCommand):
    help = "Writes the live content into content files, one way only: unchanged content gives the same bytes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.BASE_DIR / "fixtures")

    def handle(self, *args: Any, folder: Path, verbosity: int, **options: Any) -> None:
        changed = write_content(read(folder), folder)
        if verbosity:
            for file in changed:
                self.stdout.write(f"Wrote {file}")
            if not changed:
                self.stdout.write("Every file is as it was.")
