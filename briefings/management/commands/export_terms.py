"""`manage.py export_terms FILE`: the termbase as a CSV or TBX file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from briefings.termbase import files
from vocabulary.models import Term


class Command(BaseCommand):
    help = "Writes the termbase into a file; its ending, .csv or .tbx, says in which format."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, verbosity: int, **options: Any) -> None:
        kind = file.suffix.lower().removeprefix(".")
        if kind not in ("csv", "tbx"):
            raise CommandError(f"{file}: the ending must be .csv or .tbx.")
        terms = Term.objects.order_by("identifier")
        try:
            file.write_bytes(files.written(terms, "tbx" if kind == "tbx" else "csv"))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from error
        if verbosity:
            self.stdout.write(f"{terms.count()} terms: {file}")
