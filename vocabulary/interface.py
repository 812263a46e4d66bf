"""The language of the interface: which it is, what it calls a record, and how it lists names in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language, pgettext
from wagtail.models import Page

from languages.trilingual import Language, language_named


def interface_language() -> Language:
    """The active language, as texts in three languages know it."""
    return language_named(get_language())


def name_shown(record: Any) -> str:
    """What people call a record; in Korean where it has no name in the language of the interface."""
    if isinstance(record, Page):
        return str(record.specific_deferred.get_admin_display_title())
    return str(getattr(record, "name_shown", "") or getattr(record, "name", "") or record)


def listed(names: Iterable[object]) -> str:
    """The names one behind another, parted as the active language parts them."""
    # Translators: what stands between the names of a list
    return pgettext("list", ", ").join(map(str, names))
