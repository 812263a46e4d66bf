"""What the portal names a page or a figure by: in addresses, in content files, and in texts as `[[key]]`."""

from __future__ import annotations

from collections.abc import Container

from django import forms
from django.core.validators import RegexValidator
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from languages.placeholders import NAME

validate_identifier = RegexValidator(
    rf"^{NAME}\Z", _("Write small letters from a to z, digits and hyphens only: korean-air-2025.")
)
"""Nothing else can be referred to from a text, and a reader's address is typed as it is printed."""


_validate_ends = RegexValidator(
    r"^[^-](.*[^-])?\Z", _("A key begins and ends with a letter or a digit: aircraft-2025.")
)


def ask_for_key(field: forms.Field, kept: Container[str]) -> None:
    """Make a form's field refuse what is no key, as it was typed.

    Args:
        kept: keys that the record has from before there was this rule: they can be saved.
    """

    def validate_key(key: str) -> None:
        if key not in kept:
            validate_identifier(key)
            _validate_ends(key)

    # Django's own for such a field would take underscores and say so
    others = [each for each in field.validators if not isinstance(each, RegexValidator)]
    field.validators = [*others, validate_key]


def as_identifier(text: str) -> str:
    """`text` as an identifier; empty where nothing of it is a Latin letter or a digit."""
    return slugify(text.replace("_", "-"))
