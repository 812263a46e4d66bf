"""A text's state follows from the pair of texts that somebody looked at."""

from __future__ import annotations

from languages.states import Reviews, TextState, digest_of, pair_of, states_of, tally
from languages.trilingual import Trilingual

TEXT = Trilingual("최대 100대를 들여온다.", "至多引进100架。", "Up to 100 aircraft are bought.")


def _reviewed(text: Trilingual) -> Reviews:
    pairs = [pair_of(text, "zh-hans"), pair_of(text, "en"), pair_of(text, "ko")]
    return Reviews(frozenset(pairs), {(code, digest): text.ko for code, _korean, digest in pairs})


def test_a_text_nobody_looked_at_is_a_draft_and_an_unwritten_one_is_missing() -> None:
    text = Trilingual(TEXT.ko, "", TEXT.en)

    states = states_of(text, Reviews())

    assert states == {"ko": TextState.DRAFT, "zh-hans": TextState.MISSING, "en": TextState.DRAFT}
    assert states_of(Trilingual(), Reviews()) == {}


def test_a_reviewed_translation_is_stale_once_its_korean_changes_and_reviewed_again_once_it_returns() -> None:
    reviews = _reviewed(TEXT)
    changed = Trilingual("최대 120대를 들여온다.", TEXT.zh_hans, TEXT.en)

    assert set(states_of(TEXT, reviews).values()) == {TextState.REVIEWED}
    assert states_of(changed, reviews) == {
        "ko": TextState.DRAFT,
        "zh-hans": TextState.STALE,
        "en": TextState.STALE,
    }


def test_a_translation_written_anew_is_a_draft_not_stale() -> None:
    changed = Trilingual("최대 120대를 들여온다.", "至多引进120架。", TEXT.en)

    assert states_of(changed, _reviewed(TEXT))["zh-hans"] is TextState.DRAFT


def test_line_ends_spaces_and_marked_up_words_do_not_make_another_text() -> None:
    assert digest_of("한 줄\r\n두  줄 ") == digest_of("한 줄\n두 줄")
    assert digest_of("<p>큰 <b>뜻</b></p><p>둘</p>", rich=True) == digest_of(
        "<p>큰 뜻</p>\n<p>둘</p>", rich=True
    )
    assert digest_of(" \n") == ""


def test_a_broken_character_has_a_digest_like_any_other() -> None:
    assert len(digest_of("가\ud800나")) == 64


def test_states_are_counted_with_every_state_named() -> None:
    counted = tally([TextState.DRAFT, TextState.DRAFT, TextState.STALE])

    assert counted == {
        TextState.MISSING: 0,
        TextState.DRAFT: 2,
        TextState.REVIEWED: 0,
        TextState.STALE: 1,
    }
