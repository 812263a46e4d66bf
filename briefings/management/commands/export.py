"""`manage.py export EDITION FOLDER`: an edition's content, manifest and files, to be handed out."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from briefings import access
from briefings.assembly.canonical import digest_of
from briefings.choices import RenditionState
from briefings.editions.exporting import ExportError, export
from briefings.management.editions import HELP, edition_named, name_of
from briefings.models import Edition
from briefings.rendering.files import verify_address


class Command(BaseCommand):
    help = "Writes an edition's sealed content, its manifest and its files into a folder of its own."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("edition", help=HELP)
        parser.add_argument("folder", type=Path, help="a folder that is empty or does not exist yet")

    def handle(self, *args: Any, edition: str, folder: Path, **options: Any) -> None:
        found = edition_named(edition)
        try:
            if folder.exists() and any(folder.iterdir()):
                raise CommandError(f"{folder} is not empty. Name a new folder.")
            written = export(found, folder)
        except ExportError as error:
            raise CommandError(
                f"{error} Nothing was written; `manage.py verify {name_of(found)}` looks at every file."
            ) from error
        except OSError as error:
            raise CommandError(f"{folder} cannot be written: {error.strerror}.") from error
        self._report(found, folder, written)

    def _report(self, edition: Edition, folder: Path, written: list[Path]) -> None:
        self.stdout.write(f"Wrote {name_of(edition)} to {folder}:")
        for file in written:
            self.stdout.write(f"  {digest_of(file.read_bytes())}  {file.name}")
        missing = edition.renditions.exclude(state=RenditionState.READY).order_by("language", "format")
        with translation.override("en"):
            left_out = ", ".join(
                f"{file.language}.{file.format} ({file.get_state_display()})" for file in missing
            )
        if left_out:
            self.stdout.write(f"Left out, since they are not ready: {left_out}.")
        if access.is_withdrawn(edition):
            self.stdout.write("It was withdrawn: say so to whoever gets it.")
        elif not access.is_released(edition):
            self.stdout.write("It is not released: nobody but those who work on it may read it yet.")
        self.stdout.write(
            f"Who gets it can prove it: the SHA-256 of edition.json (`sha256sum edition.json`) is found at\n"
            f"{verify_address(edition, 'en')}\n"
            "by whoever may read the edition, and so is that of every other file but manifest.json, which names them all."
        )
