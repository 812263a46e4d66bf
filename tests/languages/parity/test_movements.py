"""A figure that rises in one text and falls in another."""

from __future__ import annotations

import pytest

from languages.parity import TextLanguage, compare, examine

DIFFERENT: list[tuple[str, TextLanguage, str]] = [
    (
        "고용률은 0.5%포인트 오르고 실업률은 0.2%포인트 내렸다.",
        "zh-hans",
        "就业率上升0.5个百分点，失业率上升0.2个百分点。",
    ),
    (
        "사망자는 2.1% 늘었고 부상자는 13.2% 줄었다.",
        "en",
        "Deaths fell 2.1 percent and injuries fell 13.2 percent.",
    ),
    ("격차는 0.1년 줄고 기대수명은 0.2년 늘었다.", "zh-hans", "差距扩大0.1年，预期寿命增加0.2年。"),
    ("전년보다 29% 적다.", "en", "It is 29 percent more than the year before."),
]


@pytest.mark.parametrize(("korean", "language", "translation"), DIFFERENT)
def test_of_several_movements_the_one_that_differs_is_told(
    korean: str, language: TextLanguage, translation: str
) -> None:
    (finding,) = compare(korean, translation, "ko", language)

    assert (finding.code, finding.details["kind"]) == ("figure-differs", "direction")


def test_the_same_movement_in_other_words_is_no_difference() -> None:
    texts = {
        "ko": "여자는 86.6년으로 남자보다 5.8년 길고, 격차는 0.1년 줄었다.",
        "zh-hans": "女性为86.6年，比男性高出5.8年，差距缩小0.1年。",
        "en": "Women live 86.6 years, 5.8 years longer than men, a gap that narrowed by 0.1 year.",
    }

    assert examine(texts) == ()


# from one figure to another -------------------------------------------------------------------------

CHANGES = [
    ("지원 도시를 12곳에서 8곳으로 줄였다.", "受援城市由12座减至8座。", "The cities supported were cut from 12 to eight."),
    ("이용객이 7,700만 명에서 1억 600만 명으로 늘었다.", "乘客由7700万人次增至1.06亿人次。", "Ridership rose from 77 million to 106 million."),
    ("요금을 3,000원에서 1,300원으로 낮췄다.", "票价由3000韩元降至1300韩元。", "Fares were cut from 3,000 won to 1,300 won."),
    ("비율이 70%였던 것이 50%로 내려갔다.", "比例从70%降到50%。", "The share fell to 50 percent from 70 percent."),
]  # fmt: skip
TURNED_ROUND = [
    "受援城市由8座增至12座。",
    "乘客由1.06亿人次减至7700万人次。",
    "票价由1300韩元提高到3000韩元。",
    "比例从50%升到70%。",
]


@pytest.mark.parametrize(("texts", "wrong"), [*zip(CHANGES, TURNED_ROUND, strict=True)])
def test_two_figures_that_changed_places_are_told(texts: tuple[str, str, str], wrong: str) -> None:
    korean, chinese, english = texts

    assert examine({"ko": korean, "zh-hans": chinese, "en": english}) == ()
    told = examine({"ko": korean, "zh-hans": wrong, "en": english})

    assert {finding.language for finding in told} == {"zh-hans"}
    assert "turned-round" in {finding.details["topic"] for finding in told}


@pytest.mark.parametrize(
    ("korean", "chinese", "english"),
    [
        ("자급률이 30%에서 45%로 올랐다.", "自给率升至45%，此前为30%。", "The self-sufficiency rate rose from 30% to 45%."),
        ("종사자는 50명에서 30명으로 줄었다.", "从业人员减至30人，此前为50人。", "The number of workers fell from 50 to 30."),
        ("중국산 비중이 50%에서 30%로 줄었다.", "来自中国的占比降至30%，此前达到50%。", "The share from China fell from 50% to 30%."),
        ("수출 증가율은 8%에서 12%로, 수입 증가율은 5%에서 7%로 올랐다.", "出口增速由8%升至12%，进口增速由5%升至7%。", "Export growth went from 8% to 12% and import growth from 5% to 7%."),
        ("소요 시간이 4시간 반에서 2시간 50분으로 줄어든다.", "车程由4个半小时缩短至2小时50分钟。", "The journey will be cut from four and a half hours to two hours and 50 minutes."),
    ],
)  # fmt: skip
def test_words_that_only_begin_like_from_turn_nothing_round(korean: str, chinese: str, english: str) -> None:
    assert examine({"ko": korean, "zh-hans": chinese, "en": english}) == ()


# what each figure counts ----------------------------------------------------------------------------


def test_two_counts_of_each_others_things_are_told() -> None:
    texts = {
        "ko": "28개국 58개 사업을 지원했다.",
        "zh-hans": "已支持28个国家的58个项目。",
        "en": "It has supported 58 projects in 28 countries.",
    }

    assert examine(texts) == ()
    told = examine(texts | {"en": "It has supported 28 projects in 58 countries."})

    assert {(finding.code, finding.language) for finding in told} == {("figure-differs", "en")}
    assert "turned-round" in {finding.details["topic"] for finding in told}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            ("공항 이용객은 4월 18만 명, 5월 21만 명이었다.", "机场旅客4月为18万人次，5月为21万人次。", "Airport passengers numbered 180,000 in April and 210,000 in May."),
            "Airport passengers numbered 210,000 in April and 180,000 in May.",
        ),
        (
            ("지분은 한국 45%, 스페인 20%이다.", "股权比例为韩国45%，西班牙20%。", "Korea holds 45% and Spain 20%."),
            "Korea holds 20% and Spain 45%.",
        ),
        (
            ("첫 10년간 90%, 다음 5년간 80%를 보장한다.", "前10年保障90%，之后5年保障80%。", "It guarantees 90% for ten years and 80% for the next five years."),
            "It guarantees 80% for ten years and 90% for the next five years.",
        ),
    ],
)  # fmt: skip
def test_two_figures_that_changed_places_in_a_list_are_told(right: tuple[str, str, str], wrong: str) -> None:
    texts = dict(zip(("ko", "zh-hans", "en"), right, strict=True))

    assert examine(texts) == ()
    told = examine(texts | {"en": wrong})

    assert {(finding.code, finding.language) for finding in told} == {("figure-differs", "en")}


@pytest.mark.parametrize(
    ("korean", "chinese", "english"),
    [
        (
            "2020년 12%에서 2025년 8%로 낮아졌다.",
            "由2020年的12%降至2025年的8%。",
            "It is down to 8% in 2025 from 12% in 2020.",
        ),
        (
            "금 16개, 은 15개, 동 14개로 모두 45개를 땄다.",
            "夺得16金、15银、14铜，共45枚。",
            "They took 45: 16 gold, 15 silver and 14 bronze.",
        ),
    ],
)
def test_figures_in_another_order_with_what_they_belong_to_have_not_changed_places(
    korean: str, chinese: str, english: str
) -> None:
    assert examine({"ko": korean, "zh-hans": chinese, "en": english}) == ()
