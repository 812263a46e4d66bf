"""What the comparison of the languages says to an editor, in the editor's own typography."""

from __future__ import annotations

import pytest
from django.utils import translation

from briefings.checking.parity_sentences import parity_sentence
from languages import parity

OPTION = {"ko": "최대 100대를 공급한다.", "zh-hans": "供应100架。", "en": "They supply up to 100 aircraft."}


def _sentences(texts: dict[str, str], language: str = "en") -> list[str]:
    with translation.override(language):
        return [
            parity_sentence(finding.code, {**finding.details, "alone": finding.language})
            for finding in parity.examine(texts)  # type: ignore[arg-type]
        ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ko", "국문 “100대”(최대), 중문 “100架”(정확히), 영문 “100”(최대)"),
        ("zh-hans", "韩文“100대”（至多）；中文“100架”（确数）；英文“100”（至多）"),
        ("en", "Korean “100대” (up to); Simplified Chinese “100架” (exactly); English “100” (up to)"),
    ],
)
def test_what_each_language_says_is_set_as_the_editors_language_sets_it(language: str, said: str) -> None:
    (sentence,) = _sentences(OPTION, language)

    assert said in sentence


@pytest.mark.parametrize(
    ("korean", "chinese", "advice"),
    [
        ("최대 100대를 공급한다.", "供应100架。", "An option must not become an order."),
        ("약 1조 2천억 원을 투자한다.", "投资1.2万亿韩元。", "An estimate must not become an exact figure."),
        ("3억 원 이상을 투자한다.", "投资3亿韩元。", "A minimum must not become the figure itself."),
        ("3억 원 이상을 투자한다.", "投资约3亿韩元。", "Each language must hedge it as the Korean does."),
    ],
)
def test_what_must_be_kept_is_said_of_the_hedge_that_was_lost(korean: str, chinese: str, advice: str) -> None:
    (sentence,) = _sentences({"ko": korean, "zh-hans": chinese})

    assert sentence.endswith(advice)
    assert sentence.count(" must ") == 1


def test_a_language_without_the_step_of_the_others_is_named() -> None:
    details = {"ko": "plan", "zh-hans": "plan"}

    with translation.override("en"):
        sentence = parity_sentence("step-differs", details)

    assert sentence == "English has no such word: Korean “plans”; Simplified Chinese “plans”."


def test_two_steps_that_differ_stand_against_each_other() -> None:
    details = {"ko": "discuss", "zh-hans": "agree", "alone": "zh-hans"}

    with translation.override("en"):
        sentence = parity_sentence("step-differs", details)

    assert sentence.startswith("The languages differ in how far things are")


def test_a_text_in_another_language_is_quoted_with_an_ellipsis_where_it_is_cut() -> None:
    text = "The ministry announced today that it will build a new railway with its partners."

    sentence = next(each for each in _sentences({"zh-hans": text}) if "language of its field" in each)

    assert sentence.endswith("“The ministry announced today that it wil…”.")
