"""Stored values as an editor reads and writes them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.forms import NumberInput


class PlainNumberInput(NumberInput):
    """A decimal without the zeros that fill its column: 100 and not 100.000000."""

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, Decimal) and value.is_finite():
            text = f"{value:f}"
            value = text.rstrip("0").rstrip(".") if "." in text else text
        return super().format_value(value)
