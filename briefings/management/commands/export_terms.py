"""`manage.py export_terms FILE`: the termbase as a CSV or TBX file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
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
        content = files.written(terms, "tbx" if kind == "tbx" else "csv")
        try:
            # beside its place first: a full disk leaves the file as it was
            with TemporaryDirectory(prefix=".terms-", dir=file.parent) as aside:
                (Path(aside) / file.name).write_bytes(content)
                (Path(aside) / file.name).replace(file)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from error
        if verbosity:
            self.stdout.write(f"{terms.count()} terms: {file}")
