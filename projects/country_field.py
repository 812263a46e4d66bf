"""The field of an item that holds a country: its ISO code in the database, its name in a form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from projects.countries import NAMES_ID, country_code, country_name
from projects.validators import validate_country
from vocabulary.comparing import TextComparison


class CountryFormField(forms.CharField):
    """Takes a country's name, or its code, and shows the name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs |= {"list": NAMES_ID, "autocomplete": "off", "maxlength": 100}

    def prepare_value(self, value: Any) -> Any:
        return country_name(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> str:
        written = super().to_python(value)
        if written in self.empty_values:
            return written
        code = country_code(written)
        if code is None:
            raise ValidationError(
                _(
                    "No country is called “%(name)s”. Choose one of those offered while you write, or write its ISO"
                    " code, such as VN."
                ),
                params={"name": Truncator(written).chars(60)},
            )
        return code


class CountryField(models.CharField):
    """An ISO 3166-1 alpha-2 code."""

    default_validators = [validate_country]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max_length": 2} | options)

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**{"form_class": CountryFormField, "max_length": None} | options)


class CountryComparison(TextComparison):
    """Two versions' countries by their names."""

    def __init__(self, field: Any, obj_a: Any, obj_b: Any) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = country_name(self.val_a), country_name(self.val_b)
