"""Translated fields of a model as a text record, and back."""

from __future__ import annotations

from typing import Any

from briefings.content.records import Text
from languages.columns import trilingual_of


def text_of(instance: Any, field: str) -> Text | None:
    """The field's three languages, or None if all are empty."""
    text = trilingual_of(instance, field)
    return Text(text.ko, text.zh_hans, text.en) if text else None


def required_text(instance: Any, field: str) -> Text:
    """The field's three languages, empty or not."""
    return text_of(instance, field) or Text("")


def text_fields(**texts: Text | None) -> dict[str, str]:
    """Keyword arguments of a model for its translated fields: `headline_ko=…, headline_zh_hans=…`."""
    fields: dict[str, str] = {}
    for name, text in texts.items():
        fields[f"{name}_ko"] = text.ko if text else ""
        fields[f"{name}_zh_hans"] = text.zh_hans if text else ""
        fields[f"{name}_en"] = text.en if text else ""
    return fields


def set_fields(instance: Any, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(instance, name, value)
