"""How a text is kept in the search index, and what a search asks of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.bigrams import asked, indexed, without_marks


def holds(text: str, word: str) -> bool:
    """What PostgreSQL decides: whether the tokens of `word` stand in `text` at their distance."""
    places = dict(enumerate(indexed(text)))
    tokens = asked(word)

    def fits(start: int) -> bool:
        return all(
            said == token.text or (token.open and said.startswith(token.text))
            for token in tokens
            for said in [places.get(start + token.place - tokens[0].place, "")]
        )

    return bool(tokens) and any(fits(start) for start in places)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("국토교통부가 발표하였다", "교통"),
        ("국토교통부가 발표하였다", "국토교통부"),
        ("국토교통부가 발표하였다", "부"),
        ("建设城市交通网络", "交通"),
        ("至多100架", "100架"),
        ("최대 100대를 도입", "100대"),
        ("도심항공교통(UAM) 실증", "교통(UAM)"),
        ("Smart cities and UAM", "smart"),
        ("Smart cities and UAM", "CITI"),
        ("K-City Network", "K-City"),
        ("10.1조 원", "10.1조"),
        ("ＵＡＭ", "uam"),
        ("Bắc Ninh", "Bac Ninh"),
        ("Bac Ninh", "bắc ninh"),
        ("ĐÀ NẴNG", "da nang"),
        ("Malmö, Łódź", "malmo lodz"),
        ("서울–Gdańsk 항로", "gdan"),
    ],
)
def test_a_part_of_a_word_is_found(text: str, word: str) -> None:
    assert holds(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("국토를 잇는 교통", "국토교통"),
        ("交流与通信", "交通"),
        ("100 aircraft", "10"),
        ("smart", "mart"),
        ("국토", "…"),
        ("Bắc Ninh", "ac"),
    ],
)
def test_what_does_not_stand_there_is_not_found(text: str, word: str) -> None:
    assert not holds(text, word)


@given(st.text(max_size=40))
def test_whatever_is_written_is_found_again_and_its_tokens_need_no_quoting(text: str) -> None:
    tokens = indexed(text)

    assert all(token.isalnum() or not token.isascii() for token in tokens)
    assert not any(sign in token for token in tokens for sign in "'\\:*&|!<>() ")
    assert holds(text, text) == bool(tokens)


@given(st.text(max_size=40))
def test_a_text_without_marks_is_as_long_and_keeps_every_other_letter(text: str) -> None:
    bare = without_marks(text)

    assert len(bare) == len(text)
    assert all(old == new or new.isascii() for old, new in zip(text, bare, strict=True))
