"""Sentences that translators join or divide, and what is found in paragraphs because of it."""

from __future__ import annotations

import random

import pytest

from benchmarks.parity.corpus import broken_copies
from languages.parity import TextLanguage, differences
from languages.parity.alignment import align, parts_of_all
from languages.parity.segments import segments

KOREAN = (
    "양국은 2026년까지 철도 협력을 넓히기로 했다. 장관은 협의가 순조롭다고 밝혔다. "
    "도시 12곳이 참여를 신청했다. 선정 결과는 아직 정해지지 않았다. 사업비는 300억 원이다."
)
CHINESE = "两国决定在2026年前扩大铁路合作，部长表示磋商进展顺利。12个城市已申请参与。入选结果尚未确定。项目费用为300亿韩元。"
ENGLISH = (
    "The two countries decided to widen rail cooperation by 2026. The minister said the talks were going well. "
    "Twelve cities have applied to take part, but which ones are chosen has not been decided. The project will cost 30 billion won."
)


def test_two_sentences_that_are_one_in_the_translation_stay_together() -> None:
    alignment = align(segments(KOREAN), segments(CHINESE))

    parts = [KOREAN[a:b] for a, b in zip((0, *alignment.first), (*alignment.first, len(KOREAN)), strict=True)]
    others = [
        CHINESE[a:b] for a, b in zip((0, *alignment.second), (*alignment.second, len(CHINESE)), strict=True)
    ]

    assert len(parts) == len(others) == 4
    assert "장관은" in parts[0]
    assert [("12" in one, "12个" in other) for one, other in zip(parts, others, strict=True)] == [
        (False, False), (True, True), (False, False), (False, False),
    ]  # fmt: skip


def test_three_languages_are_cut_where_all_of_them_are() -> None:
    texts = [KOREAN, CHINESE, ENGLISH]

    parts = list(parts_of_all([segments(text) for text in texts]))

    said = [
        [text[start:end].strip() for text, (start, end) in zip(texts, each, strict=True)] for each in parts
    ]
    assert len(said) == 3
    assert said[2] == [
        "사업비는 300억 원이다.",
        "项目费用为300亿韩元。",
        "The project will cost 30 billion won.",
    ]


def test_what_one_sentence_of_a_paragraph_denies_is_missed_in_the_translation_of_that_sentence() -> None:
    texts: dict[TextLanguage, str] = {"ko": KOREAN, "zh-hans": CHINESE, "en": ENGLISH}
    assert differences(texts) == ()

    (finding,) = differences({**texts, "zh-hans": CHINESE.replace("尚未确定", "已经确定")})

    assert (finding.code, finding.language) == ("step-differs", "zh-hans")


@pytest.mark.parametrize("together", [3, 5])
def test_errors_in_a_paragraph_are_found_nearly_as_often_as_alone(together: int) -> None:
    copies = [copy for copy in broken_copies("fresh-sixth") if "\n" not in copy.right["ko"]]
    random.Random(1).shuffle(copies)
    alone = found = 0
    for at in range(0, len(copies) - together, together):
        paragraph = [copy.right for copy in copies[at : at + together]]
        if differences(_joined(paragraph)):
            continue
        for place, copy in enumerate(copies[at : at + together]):
            if differences(copy.wrong):
                alone += 1
                wrong = _joined([*paragraph[:place], copy.wrong, *paragraph[place + 1 :]])
                found += differences(wrong) != ()

    assert alone > 150
    assert found / alone >= 0.95


def _joined(texts: list[dict[TextLanguage, str]]) -> dict[TextLanguage, str]:
    return {
        language: ("" if language == "zh-hans" else " ").join(text[language] for text in texts)
        for language in texts[0]
    }


def test_a_line_of_a_thousand_sentences_is_not_cut_where_the_other_has_one_more() -> None:
    text = "가나다라 마바사. " * 1000

    assert len(align(segments(text), segments(text + "하나 더 있다."))) == 1
