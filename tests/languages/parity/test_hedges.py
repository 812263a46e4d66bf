"""What may be, is expected or is heard is not what is; languages may hedge in their own ways."""

from __future__ import annotations

import pytest

from languages.parity import Severity, TextLanguage, compare, differences

SAME = [
    ("내년에 완공될 전망이다.", "预计明年建成。", "It is expected to be completed next year."),
    ("내년에 완공될 것으로 보인다.", "将于明年建成。", "It will be completed next year."),
    ("비가 내릴 수도 있다.", "可能有雨。", "Rain is possible."),
    ("두 회사가 합병할 가능성이 있다.", "两家公司或将合并。", "The two companies could merge."),
    ("후보지로 거론되고 있다.", "据悉正在考虑作为候选地。", "It is reportedly being considered as a site."),
    ("피해가 커질 우려가 있다.", "有人担心损失扩大。", "There are concerns that the damage will grow."),
    ("5월에 방문객이 가장 많다.", "5月游客最多。", "Most visitors come in May."),
    ("안개가 끼는 곳이 많다.", "多地将出现浓雾。", "Fog is expected in many places."),
    ("신청 기간은 5년을 넘을 수 없다.", "申请期限不得超过五年。", "Applications may run for no longer than five years."),
]  # fmt: skip
DIFFERENT: list[tuple[str, TextLanguage, str]] = [
    ("누전으로 불이 났을 가능성이 있다.", "zh-hans", "火灾由漏电引起。"),
    ("누전으로 불이 났다.", "en", "An electrical short may have caused the fire."),
    ("비가 내릴 수도 있다.", "en", "It will rain."),
    ("합병이 성사될 것으로 예상된다.", "en", "The merger went through."),
    ("회담이 열린 것으로 알려졌다.", "zh-hans", "会谈已举行。"),
    ("회담이 열렸다.", "en", "The talks were reportedly held."),
    ("집값이 오르고 있다는 우려가 나온다.", "zh-hans", "房价上涨。"),
]  # fmt: skip


@pytest.mark.parametrize(("korean", "chinese", "english"), SAME, ids=[case[2] for case in SAME])
def test_a_hedge_in_other_words_raises_nothing(korean: str, chinese: str, english: str) -> None:
    findings = differences({"ko": korean, "zh-hans": chinese, "en": english})

    assert findings == ()


@pytest.mark.parametrize(
    ("korean", "language", "translation"), DIFFERENT, ids=[case[2] for case in DIFFERENT]
)
def test_what_is_hedged_is_not_certain(korean: str, language: TextLanguage, translation: str) -> None:
    findings = compare(korean, translation, "ko", language)

    assert [(finding.code, finding.severity) for finding in findings] == [("hedge-differs", Severity.WARNING)]


def test_the_language_that_leaves_a_hedge_out_is_named_once() -> None:
    findings = differences(
        {"ko": "비가 내릴 수도 있다.", "zh-hans": "可能有雨。", "en": "It rained."},
    )

    assert [(finding.code, finding.language) for finding in findings] == [("hedge-differs", "en")]
    assert sorted(findings[0].spans) == ["ko", "zh-hans"]
