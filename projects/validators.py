"""What a field of an item accepts."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_COUNTRY = re.compile(r"[A-Z]{2}")


def validate_country(code: str) -> None:
    """An ISO 3166-1 alpha-2 code in capitals."""
    if not _COUNTRY.fullmatch(code):
        raise ValidationError(
            _("“%(code)s” is not a two-letter country code such as VN."), params={"code": code}
        )
