"""`manage.py verify EDITION` or `--all`: rebuild editions and their files and compare digests."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from briefings.editions.verifying import Verdict, verify
from briefings.management.editions import HELP, edition_named, name_of
from briefings.models import Edition


class Command(BaseCommand):
    help = "Rebuilds an edition and its files from the sealed content and compares digests."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("edition", nargs="?", help=HELP)
        parser.add_argument("--all", action="store_true", help="every edition, one line each")

    def handle(self, *args: Any, edition: str | None, all: bool, **options: Any) -> None:  # noqa: A002
        if all == bool(edition):
            raise CommandError("Name an edition, such as 2025-11/presidential/1.0, or give --all.")
        if edition:
            self._verify(edition)
        else:
            self._verify_all()

    def _verify_all(self) -> None:
        wrong = checked = 0
        editions = Edition.objects.select_related("briefing").order_by("sealed_at", "pk")
        for edition in editions.iterator(chunk_size=1):  # each holds all that it says
            different = [verdict for verdict in verify(edition) if verdict.wrong]
            wrong += bool(different)
            checked += 1
            names = ", ".join(verdict.what for verdict in different)
            self.stdout.write(f"{'DIFFERENT' if different else 'same'}  {name_of(edition)}  {names}".rstrip())
        if not checked:
            self.stdout.write("There is no edition yet.")
        if wrong:
            raise CommandError(f"Not what was sealed: {wrong} of {checked}. Do not hand them out.")

    def _verify(self, edition: str) -> None:
        found = edition_named(edition)
        self.stdout.write(f"{name_of(found)}  SHA-256 {found.digest}")
        verdicts = verify(found)
        for verdict in verdicts:
            remark = f" ({verdict.remark})" if verdict.remark else ""
            self.stdout.write(f"  {_word(verdict)}  {verdict.what}{remark}")
        if any(verdict.wrong for verdict in verdicts):
            raise CommandError("This is not what was sealed. Do not hand it out; ask the operator.")


def _word(verdict: Verdict) -> str:
    if not verdict.made:
        return "not made"
    return "same" if verdict.same else "DIFFERENT"
