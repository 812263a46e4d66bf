"""What a field of an item accepts."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from projects.countries import country_names


def validate_country(code: str) -> None:
    """An ISO 3166-1 alpha-2 code in capitals."""
    if code not in country_names("en"):
        raise ValidationError(
            _("“%(code)s” is not the ISO code of a country, such as VN."), params={"code": code}
        )
