"""`manage.py load_content [FOLDER]`: content files into the database."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from briefings.content.files import read_content
from briefings.content.loading import load
from briefings.content.places import ContentError


class Command(BaseCommand):
    help = (
        "Loads the content files of a folder. Writes only what differs; loads nothing if one file is wrong."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.BASE_DIR / "fixtures")

    def handle(self, *args: Any, folder: Path, verbosity: int, **options: Any) -> None:
        try:
            written = load(read_content(folder))
        except ContentError as error:
            raise CommandError(f"{error}\nNothing was loaded.") from error
        if verbosity:
            changed = ", ".join(f"{kind} {count}" for kind, count in written.items() if count)
            self.stdout.write(f"Loaded: {changed}." if changed else "Nothing differs from the files.")
