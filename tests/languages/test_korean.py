"""Particles follow the sound that the printed word ends in."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from languages.korean import ending, particle, settle_first_particle, settle_particles, without_particle


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("항공기을(를) 구매", "항공기를 구매"),
        ("로드맵을(를) 마련", "로드맵을 마련"),
        ("서울은(는) 넓다", "서울은 넓다"),
        ("미국이(가) 주목", "미국이 주목"),
        ("베트남과(와) 협력", "베트남과 협력"),
        ("중국와 필리핀과(와)", "중국와 필리핀과"),
        ("서울(으)로 간다", "서울로 간다"),
        ("부산(으)로 간다", "부산으로 간다"),
        ("하노이(으)로 간다", "하노이로 간다"),
        ("전략(이)라 한다", "전략이라 한다"),
        ("기지(이)며", "기지며"),
        ("도시(이)나 공항(이)나", "도시나 공항이나"),
        ("축(이)다", "축이다"),
        # the other form first
        ("항공기를(을) 구매", "항공기를 구매"),
        ("로드맵는(은)", "로드맵은"),
        ("미국가(이) 주목", "미국이 주목"),
        ("베트남와(과) 협력", "베트남과 협력"),
        ("서울로(으로) 간다", "서울로 간다"),
        ("부산으로(로) 간다", "부산으로 간다"),
    ],
)
def test_the_last_syllable_decides(written: str, read: str) -> None:
    assert settle_particles(written) == read


@pytest.mark.parametrize(
    ("word", "object_form", "towards"),
    [
        ("100", "을", "으로"),  # 백
        ("1", "을", "로"),  # 일
        ("2", "를", "로"),
        ("3", "을", "으로"),
        ("7", "을", "로"),
        ("8", "을", "로"),
        ("9", "를", "로"),
        ("12조 1,661억 원", "을", "으로"),
        ("26만", "을", "으로"),
        ("10.1조", "를", "로"),
        ("80%", "를", "로"),
        ("605㎢", "를", "로"),
        ("100km", "를", "로"),
        ("15 m", "를", "로"),
        ("20kg", "을", "으로"),
        ("10만 km", "를", "로"),
        ("3천 m", "를", "로"),
        ("1.5만t", "을", "으로"),
        ("20㎏", "을", "으로"),
        ("500mL", "를", "로"),
        ("300kcal", "를", "로"),
        ("65dB", "을", "로"),
    ],
)
def test_numbers_are_read_aloud(word: str, object_form: str, towards: str) -> None:
    assert particle(word, "을(를)") == object_form
    assert particle(word, "(으)로") == towards


@pytest.mark.parametrize(
    ("word", "object_form"),
    [
        ("UAM", "을"),
        ("GPU", "를"),
        ("LH", "를"),
        ("KTL", "을"),
        ("Boeing", "을"),
        ("Archer", "를"),
        ("Drone", "을"),
        ("Google", "을"),
        ("Network", "를"),
        ("Workshop", "을"),
        ("Group", "을"),
        ("Loop", "를"),
        ("Internet", "을"),
        ("Robot", "을"),
        ("Project", "를"),
        ("Facebook", "을"),
        ("Block", "을"),
        ("Living Lab", "을"),
        ("APEC", "을"),
        ("UNESCAP", "을"),
        ("OECD", "를"),
        ("25MPa", "을"),
    ],
)
def test_latin_words_are_read_as_koreans_say_them(word: str, object_form: str) -> None:
    assert particle(word, "을(를)") == object_form


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("도심항공교통(UAM)을(를)", "도심항공교통(UAM)을"),
        ("국제기구(ADB, 세계은행)이(가)", "국제기구(ADB, 세계은행)가"),
        ("협력기구(가(나)다)은(는)", "협력기구(가(나)다)는"),
        ("(UAM)을(를)", "(UAM)을"),
        ("“서울”을(를)", "“서울”을"),
        ("「경주선언」은(는)", "「경주선언」은"),
    ],
)
def test_brackets_and_quotes_are_passed_over(written: str, read: str) -> None:
    assert settle_particles(written) == read


def test_a_particle_at_the_edge_of_a_text_follows_what_was_printed_before_it() -> None:
    assert settle_particles("을(를) 구매", before="최대 100대") == "를 구매"
    assert settle_particles("을(를) 구매", before="12조 1,661억 원") == "을 구매"


@pytest.mark.parametrize(
    ("printed", "written", "read"),
    [
        ("최대 30대", "을 도입", "를 도입"),
        ("30명", "를", "을"),
        ("30대", "이, ", "가, "),
        ("30명", "가 ", "이 "),
        ("30대", "은.", "는."),
        ("30명", "와 함께", "과 함께"),
        ("30대", "으로", "로"),
        ("2030년 1월", "으로 ", "로 "),
        ("30명", "로 ", "으로 "),
        ("30대", "을(를)", "을(를)"),  # both forms are settled with all others
        ("30대", "이다", "이다"),
        ("30명", "로서", "로서"),
        ("30대", "은행", "은행"),
        ("30대", "(을 뜻함)", "(을 뜻함)"),
        ("30대", " 이 가운데", " 이 가운데"),
    ],
)
def test_one_form_directly_behind_a_placeholder_is_printed_as_its_value_asks(
    printed: str, written: str, read: str
) -> None:
    assert settle_first_particle(written, printed) == read


def test_text_without_a_pair_stays_as_it_is() -> None:
    text = "도심항공교통(UAM)은 새로운 축이다."

    assert settle_particles(text) == text


def test_an_unknown_pair_is_refused() -> None:
    with pytest.raises(KeyError):
        particle("도시", "에(에서)")


pairs = st.sampled_from(["을(를)", "은(는)", "이(가)", "과(와)", "(으)로", "(이)라", "(이)다"])
scraps = st.text(max_size=6) | pairs | st.sampled_from(["(", ")", "100대", "UAM", "”", " "])


@given(st.lists(scraps, max_size=8).map("".join), st.text(max_size=10))
@example("을을(를)(를)", "")
def test_no_text_makes_particles_fail_or_lose_what_stands_around_them(text: str, before: str) -> None:
    settled = settle_particles(text, before)

    assert isinstance(settled, str)
    if not any(pair in text for pair in ("을(를)", "은(는)", "이(가)", "과(와)", "(으)로", "(이)")):
        assert settled == text


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=4))
def test_every_hangul_word_has_the_ending_of_its_last_syllable(word: str) -> None:
    finals = (ord(word[-1]) - 0xAC00) % 28

    assert ending(word) == {0: "vowel", 8: "rieul"}.get(finals, "consonant")


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("아처를", "아처"),
        ("국토교통부에서", "국토교통부"),
        ("베트남으로", "베트남"),
        ("서울로", "서울"),
        ("아처을", "아처을"),
        ("회의", "회의"),
        ("UAM을", "UAM을"),
        ("aircraft", "aircraft"),
    ],
)
def test_a_word_is_told_from_the_particle_behind_it_that_its_sound_asks_for(written: str, word: str) -> None:
    assert without_particle(written) == word
