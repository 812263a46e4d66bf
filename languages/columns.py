"""How a record holds a text in three languages: a field for each, named with the language behind the text's name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from languages.trilingual import LANGUAGES, Language, Trilingual

SUFFIX: Final[Mapping[Language, str]] = {"ko": "ko", "zh-hans": "zh_hans", "en": "en"}
"""By language; in the order in which the languages are shown."""


def column(field: str, language: Language) -> str:
    """`summary` in Chinese: `summary_zh_hans`."""
    return f"{field}_{SUFFIX[language]}"


def columns(*fields: str) -> list[str]:
    """The names of every language of `fields`, the languages of a field behind one another."""
    return [column(field, language) for field in fields for language in LANGUAGES]


def field_and_language(column_name: str) -> tuple[str, Language]:
    """`summary_zh_hans` taken apart: the text's name and the language.

    Raises:
        ValueError: it names no language.
    """
    for language, suffix in SUFFIX.items():
        if column_name.endswith(f"_{suffix}"):
            return column_name.removesuffix(f"_{suffix}"), language
    raise ValueError(column_name)


def trilingual_of(record: Any, field: str) -> Trilingual:
    """A text of a record; what was never written is empty."""
    return Trilingual(
        getattr(record, f"{field}_ko") or "",
        getattr(record, f"{field}_zh_hans") or "",
        getattr(record, f"{field}_en") or "",
    )


def trilingual_in(row: Mapping[str, Any], field: str) -> Trilingual:
    """A text of a row read from the database, or of a record's serialised form."""
    ko, zh_hans, en = _columns_of(field)
    return Trilingual(row[ko] or "", row[zh_hans] or "", row[en] or "")


def one_a_line(text: str | None) -> tuple[str, ...]:
    """What a field holds that takes one thing a line, such as the variants of a name."""
    return tuple(stripped for line in (text or "").splitlines() if (stripped := line.strip()))


@cache
def _columns_of(field: str) -> tuple[str, str, str]:
    """Made once: an edition reads a hundred thousand texts of some dozen names."""
    return column(field, "ko"), column(field, "zh-hans"), column(field, "en")
