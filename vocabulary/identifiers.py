"""What the portal names a page or a figure by: in addresses, in content files, and in texts as `[[key]]`."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from languages.placeholders import NAME

validate_identifier = RegexValidator(
    rf"^{NAME}\Z", _("Write small letters from a to z, digits and hyphens only: korean-air-2025.")
)
"""Nothing else can be referred to from a text, and a reader's address is typed as it is printed."""


def as_identifier(text: str) -> str:
    """`text` as an identifier; empty where nothing of it is a Latin letter or a digit."""
    return slugify(text.replace("_", "-"))
