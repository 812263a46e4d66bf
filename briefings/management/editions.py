"""Editions as an operator names them to commands."""

from __future__ import annotations

from django.core.management.base import CommandError

from briefings.models import Edition

HELP = "such as 2025-11/presidential/1.0, or the first digits of its SHA-256"


def name_of(edition: Edition) -> str:
    """Briefing, audience and number, as the edition's address has them."""
    return f"{edition.briefing.slug}/{edition.audience}/{edition.number}"


def edition_named(name: str) -> Edition:
    """The edition of that name, or whose SHA-256 begins with these digits, eight at least.

    Raises:
        CommandError: there is none; it names the newest.
    """
    found = _find(name)
    if found is None:
        newest = Edition.objects.select_related("briefing").without_content()[:10]
        known = ", ".join(name_of(each) for each in newest) or "none"
        raise CommandError(f"There is no edition “{name}”. The newest are: {known}.")
    return found


def _find(name: str) -> Edition | None:
    slug, _slash, rest = name.partition("/")
    audience, _slash, number = rest.partition("/")
    major, _dot, minor = number.partition(".")
    if major.isdecimal() and minor.isdecimal():
        return Edition.objects.filter(
            briefing__slug=slug, audience=audience, major=int(major), minor=int(minor)
        ).first()
    return Edition.objects.filter(digest__startswith=name).first() if len(name) >= 8 else None
