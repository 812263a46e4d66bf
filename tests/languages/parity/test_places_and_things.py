"""Countries, cities, organisations and things of the trade: a text that names another one than the others."""

from __future__ import annotations

from importlib.resources import files

import pytest

from languages.parity import TextLanguage, compare, examine

DIFFERENT: list[tuple[str, TextLanguage, str]] = [
    ("몽골 정부와 양해각서를 체결했다.", "zh-hans", "与尼泊尔政府签署了谅解备忘录。"),
    ("몽골 정부와 양해각서를 체결했다.", "en", "It signed an MOU with the Nepali government."),
    ("하이퐁항을 넓힌다.", "en", "Da Nang port will be expanded."),
    ("아시아개발은행이 자금을 댄다.", "zh-hans", "世界银行提供资金。"),
    ("남수단 전역이다.", "zh-hans", "范围为埃塞俄比亚全境。"),
]
SAME = [
    ("인도네시아에 수출한다.", "向印度尼西亚出口。", "It exports to Indonesia."),
    ("한·몽골 회담이 열렸다.", "韩蒙举行会谈。", "Korea and Mongolia held talks."),
    ("미국 정부가 밝혔다.", "美方表示。", "Washington said so."),
    ("정부는 베트남과 협의했다.", "韩国政府与越南进行了磋商。", "The government consulted Vietnam."),
    ("영국은 번영국가다.", "英国是繁荣的国家。", "Britain is a prosperous country."),
    ("6·25전쟁 참전용사다.", "他们是朝鲜战争参战老兵。", "They are veterans of the Korean War."),
    ("서울에서 도쿄까지다.", "从首尔到东京。", "It runs from Seoul to Tokyo."),
]


@pytest.mark.parametrize(("korean", "language", "translation"), DIFFERENT)
def test_a_text_that_names_another_place_is_told(
    korean: str, language: TextLanguage, translation: str
) -> None:
    findings = compare(korean, translation, "ko", language)

    assert "name-differs" in [finding.code for finding in findings]


@pytest.mark.parametrize(("korean", "chinese", "english"), SAME)
def test_the_same_place_by_another_word_is_no_difference(korean: str, chinese: str, english: str) -> None:
    assert examine({"ko": korean, "zh-hans": chinese, "en": english}) == ()


def test_where_a_text_still_hints_at_the_place_a_third_bears_the_difference_out() -> None:
    korean, english = "울란바토르에서 몽골 장관을 만났다.", "He met the Mongolian minister in Ulaanbaatar."
    chinese = "他在乌兰巴托会见了尼泊尔部长。"

    assert compare(korean, chinese, "ko", "zh-hans") == ()
    (finding,) = examine({"ko": korean, "zh-hans": chinese, "en": english})
    assert (finding.code, finding.language) == ("name-differs", "zh-hans")


def test_a_thing_is_told_where_two_languages_agree_on_another() -> None:
    texts = {"ko": "홍수에 대비한다.", "zh-hans": "防范干旱。", "en": "It prepares for floods."}

    (finding,) = examine(texts)

    assert (finding.code, finding.language, finding.details["topic"]) == ("name-differs", "zh-hans", "hazard")
    assert compare(texts["ko"], texts["zh-hans"], "ko", "zh-hans") == ()


@pytest.mark.parametrize("table", ["places.tsv", "things.tsv"])
def test_every_line_of_a_table_has_its_columns_and_a_name_in_each_language(table: str) -> None:
    for line in files("languages.parity").joinpath(table).read_text("utf-8").splitlines():
        group, *names, _hints, _doubtful = line.split("\t")
        assert group
        assert len(names) == 3, line
        assert all(len(name) > 1 for column in names for name in column.split("|")), line
