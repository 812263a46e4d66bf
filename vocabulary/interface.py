"""The language of the interface, and how it lists names in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language, pgettext

from languages.trilingual import Language, language_named


def interface_language() -> Language:
    """The active language, as texts in three languages know it."""
    return language_named(get_language())


def listed(names: Iterable[object]) -> str:
    """The names one behind another, parted as the active language parts them."""
    # Translators: what stands between the names of a list
    return pgettext("list", ", ").join(map(str, names))
