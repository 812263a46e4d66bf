"""Names in a sentence of the interface."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import pgettext


def listed(names: Iterable[object]) -> str:
    """The names one behind another, parted as the active language parts them."""
    # Translators: what stands between the names of a list
    return pgettext("list", ", ").join(map(str, names))
