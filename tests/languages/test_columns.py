"""A record's three languages are found by the names of its fields, and by nothing else."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from languages.columns import column, columns, field_and_language, trilingual_in, trilingual_of
from languages.trilingual import LANGUAGES, Trilingual

ROW = {"name_ko": "도시", "name_zh_hans": "城市", "name_en": None}


def test_a_field_of_each_language_is_named_and_known_by_its_name() -> None:
    assert columns("name", "summary")[1:4] == ["name_zh_hans", "name_en", "summary_ko"]
    assert [field_and_language(column("date_en", language)) for language in LANGUAGES] == [
        ("date_en", language) for language in LANGUAGES
    ]


@pytest.mark.parametrize("name", ["name", "ko", "_name", "name-en"])
def test_a_field_without_a_language_has_none(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        field_and_language(name)


def test_what_was_never_written_is_empty() -> None:
    assert trilingual_in(ROW, "name") == trilingual_of(SimpleNamespace(**ROW), "name")
    assert trilingual_in(ROW, "name") == Trilingual("도시", "城市", "")
