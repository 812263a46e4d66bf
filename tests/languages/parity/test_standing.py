"""What is still to come is not done, and what is denied is not affirmed; of three texts two must bear it out."""

from __future__ import annotations

import pytest

from languages.parity import differences

DIFFERENT = [
    ("누리호는 27일 발사됐다.", "“世界”号火箭定于27日发射。", "The Nuri rocket is scheduled to lift off on the 27th.", "ko"),
    ("그는 누리꾼을 고소하겠다고 예고했다.", "他表示，将起诉网民。", "He had taken legal action against internet users.", "en"),
    ("추진 여부는 정해지지 않았다.", "现已确定推进。", "No decision has been made on whether to go ahead.", "zh-hans"),
    ("노사는 임금 인상률에 합의하지 못했다.", "劳资双方就加薪幅度达成协议。", "Labor and management reached a deal on pay.", "ko"),
]  # fmt: skip
SAME = [
    ("12월 10일 스톡홀름에서 열린다.", "定于12月10日在斯德哥尔摩举行。", "It will take place in Stockholm on Dec. 10."),
    ("협력은 도로를 놓는 데 그치지 않는다.", "合作不止于修路。", "Cooperation goes beyond laying roads."),
    ("대학은 정원을 늘려 달라고 요청했다.", "该大学申请将名额增加。", "The university has asked for more places."),
    ("세미나가 열렸다.", "研讨会举行。", "The seminar was held."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("korean", "chinese", "english", "alone"), DIFFERENT, ids=[case[2] for case in DIFFERENT]
)
def test_the_language_that_stands_alone_is_named(korean: str, chinese: str, english: str, alone: str) -> None:
    findings = differences({"ko": korean, "zh-hans": chinese, "en": english})

    assert [(finding.code, finding.language) for finding in findings] == [("step-differs", alone)]


@pytest.mark.parametrize(("korean", "chinese", "english"), SAME, ids=[case[2] for case in SAME])
def test_tenses_and_denials_that_languages_use_freely_raise_nothing(
    korean: str, chinese: str, english: str
) -> None:
    findings = differences({"ko": korean, "zh-hans": chinese, "en": english})

    assert findings == ()
