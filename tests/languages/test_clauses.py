"""A clause of a law is written in each language as that language writes law."""

from __future__ import annotations

import pytest

from languages.clauses import clause_of, print_clause
from languages.trilingual import Trilingual


@pytest.mark.parametrize(
    ("korean", "chinese", "english"),
    [
        ("제9조제1항제5호", "第9条第1款第5项", "Article 9(1)(5)"),
        ("제9조 제1항 제5호", "第9条第1款第5项", "Article 9(1)(5)"),
        ("제9조제1항제2호·제5호", "第9条第1款第2项和第5项", "Article 9(1)(2) and (5)"),
        ("제9조제1항제2호 및 제5호", "第9条第1款第2项和第5项", "Article 9(1)(2) and (5)"),
        ("제9조제1항제2호, 제5호, 제6호", "第9条第1款第2项、第5项和第6项", "Article 9(1)(2), (5) and (6)"),
        ("제9조제1항", "第9条第1款", "Article 9(1)"),
        ("제9조제5호", "第9条第5项", "Article 9(5)"),
        ("제9조의2제1항", "第9条之2第1款", "Article 9-2(1)"),
        ("제9조의2제1항제3호", "第9条之2第1款第3项", "Article 9-2(1)(3)"),
    ],
)
def test_a_clause_is_written_as_each_language_writes_law(korean: str, chinese: str, english: str) -> None:
    assert print_clause(korean) == Trilingual(korean, chinese, english)


@pytest.mark.parametrize(
    "korean", ["", "-", "별표 2", "제9조제1항제5호 등", "제9조제1항제5", "정보공개법 제9조", "제9조, 제10조"]
)
def test_what_is_no_clause_of_one_article_is_not_guessed_at(korean: str) -> None:
    assert clause_of(korean) is None
    assert print_clause(korean) == Trilingual(korean, korean, korean)
