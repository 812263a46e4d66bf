"""`manage.py verify EDITION`: rebuild an edition and its files and compare digests."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from briefings.models import Edition
from briefings.verifying import verify


class Command(BaseCommand):
    help = "Rebuilds an edition and its files from the sealed content and compares digests."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "edition", help="such as 2025-11/presidential/1.0, or the first digits of its SHA-256"
        )

    def handle(self, *args: Any, edition: str, **options: Any) -> None:
        found = _find(edition)
        if found is None:
            known = (
                ", ".join(_address(each) for each in Edition.objects.select_related("briefing")[:10])
                or "none"
            )
            raise CommandError(f"There is no edition “{edition}”. The newest are: {known}.")
        self.stdout.write(f"{_address(found)}  SHA-256 {found.digest}")
        verdicts = verify(found)
        for verdict in verdicts:
            remark = f" ({verdict.remark})" if verdict.remark else ""
            self.stdout.write(f"  {'same' if verdict.same else 'DIFFERENT'}  {verdict.what}{remark}")
        if not all(verdict.same for verdict in verdicts):
            raise CommandError("This is not what was sealed. Do not hand it out; ask the operator.")


def _address(edition: Edition) -> str:
    return f"{edition.briefing.slug}/{edition.audience}/{edition.number}"


def _find(name: str) -> Edition | None:
    slug, _slash, rest = name.partition("/")
    audience, _slash, number = rest.partition("/")
    major, _dot, minor = number.partition(".")
    if major.isdecimal() and minor.isdecimal():
        return Edition.objects.filter(
            briefing__slug=slug, audience=audience, major=int(major), minor=int(minor)
        ).first()
    return Edition.objects.filter(digest__startswith=name).first() if len(name) >= 8 else None
