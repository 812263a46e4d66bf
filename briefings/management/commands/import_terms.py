"""`manage.py import_terms FILE`: terms of a CSV or TBX file into the termbase."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from briefings.termbase import files, importing


class Command(BaseCommand):
    help = (
        "Adds and changes terms; deletes none. Says what changes; with an error in the file, changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--preview", action="store_true", help="only say what would change")
        parser.add_argument("--by", metavar="ACCOUNT", default="", help="whose change it is, for the history")

    def handle(self, *args: Any, file: Path, preview: bool, by: str, **options: Any) -> None:
        with translation.override("en"):  # as all commands speak, also where they say what the admin says
            self._import(file, preview=preview, by=by)

    def _import(self, file: Path, *, preview: bool, by: str) -> None:
        user = get_user_model().objects.filter(username=by).first() if by else None
        if by and user is None:
            raise CommandError(f"There is no account “{by}”.")
        try:
            size = file.stat().st_size
            if not file.is_file():
                raise CommandError(f"{file} is not a file.")
            if size > files.LARGEST:
                raise CommandError(f"{file}: {files.too_large()}")
            content = file.read_bytes()
            made = (
                importing.plan(content, file.name)
                if preview
                else importing.apply(content, file.name, by=user)
            )
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from error
        except files.Unreadable as error:
            raise CommandError(f"{file}: {error}") from error
        if made.problems:
            wrong = [f"{file}: {problem}" for problem in made.problems[: importing.MOST_PROBLEMS]]
            if more := len(made.problems) - len(wrong):
                wrong.append(f"… and {more} more.")
            raise CommandError("\n".join([*wrong, "Nothing was changed."]))
        for change in made.changes:
            self.stdout.write(f"{change.identifier}{' (new)' if change.new else ''}")
            for cell in change.cells:
                self.stdout.write(f"  {cell.column}: {cell.old or '–'} → {cell.new or '–'}")
        self.stdout.write(importing.summary(made))
