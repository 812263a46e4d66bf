"""What texts name out of a few: where each names another, and the other has no word for it, they differ."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.parity.corpus import SETS, triples
from languages.parity import TextLanguage, choices, compare, examine, facts
from languages.parity.draft import Draft

DIFFERENT: list[tuple[str, TextLanguage, str, str]] = [
    ("매주 월요일에 쉰다.", "en", "It is closed on Tuesdays.", "figure-differs"),
    ("12월 5일(금)에 연다.", "zh-hans", "将于12月5日（周四）举行。", "figure-differs"),
    ("하루 250톤을 처리한다.", "zh-hans", "每月处理250吨。", "unit-differs"),
    ("주 14회 운항한다.", "en", "It flies 14 times a day.", "unit-differs"),
    ("평당 5천만 원이다.", "en", "It costs 50 million won per square meter.", "unit-differs"),
    ("은메달을 땄다.", "zh-hans", "获得铜牌。", "figure-differs"),
    ("세계 1위에 올랐다.", "en", "It ranked second in the world.", "figure-differs"),
    ("영하 3도까지 떨어진다.", "zh-hans", "气温为3度。", "unit-differs"),
    ("섭씨 31도다.", "en", "It is 31 degrees Fahrenheit.", "unit-differs"),
    ("전월보다 0.3% 늘었다.", "zh-hans", "同比增长0.3%。", "figure-differs"),
    ("다음 주에 발표한다.", "en", "It will be announced next month.", "figure-differs"),
    ("보름 만에 끝났다.", "zh-hans", "一个月就结束了。", "figure-differs"),
    ("수출이 12% 늘었다.", "en", "Exports fell 12 percent.", "figure-differs"),
    ("점유율이 30%로 줄었다.", "en", "The share fell by 30 percent.", "figure-differs"),
    ("37억 달러 흑자다.", "zh-hans", "逆差37亿美元。", "figure-differs"),
    ("사상 최고를 기록했다.", "en", "It is at a record low.", "figure-differs"),
    ("수입 물가가 7.5% 올랐다.", "zh-hans", "出口物价上涨7.5%。", "figure-differs"),
    ("주말 96회 다닌다.", "en", "It runs 96 times on weekdays.", "figure-differs"),
    ("오후 6시까지 접수한다.", "en", "Applications are taken from 6 p.m.", "qualifier-differs"),
    ("증감률: -2.3%", "zh-hans", "增减率：+2.3%", "figure-differs"),
    ("사상 처음으로 4,000을 넘었다.", "zh-hans", "再次突破4000点。", "figure-differs"),
    ("월소득 358만 원 이하", "zh-hans", "年收入358万韩元以下", "unit-differs"),
    ("5%보다 낮았다.", "en", "It was 5 percent.", "qualifier-differs"),
    (
        "최대 2조 원이 넘는 세금을 거뒀다.",
        "en",
        "It collected more than 2 trillion won.",
        "qualifier-differs",
    ),
    ("50만 원을 지급한다.", "en", "They can receive up to 500,000 won.", "qualifier-differs"),
]
SAME = [
    ("토요일인 11월 8일에 연다.", "将于11月8日举行。", "It opens on Saturday, Nov. 8."),
    ("하루 평균 52만 대가 오간다.", "日均车流量52万辆。", "An average of 520,000 cars a day pass."),
    ("주 4.5일제를 도입한다.", "引入每周4.5天工作制。", "A four-and-a-half-day workweek is coming."),
    ("감소 폭이 8%로 확대됐다.", "降幅扩大至8%。", "The decline widened to 8 percent."),
    ("실업률이 낮아져 고용이 늘었다.", "失业率下降，就业增加。", "Employment rose as joblessness eased."),
    ("영하 3도에서 영상 2도 사이다.", "气温在零下3度至零上2度之间。", "It is between minus 3 and 2 degrees."),
    ("매주 세 번 운항한다.", "每周三次。", "It flies three times a week."),
    (
        "주 40시간 일하면 월 215만 원이다.",
        "每周工作40小时，每月为215万韩元。",
        "For a 40-hour week it is 2.15 million won a month.",
    ),
    (
        "지난달 수출은 1년 전보다 13% 늘었다.",
        "上月出口同比增长13%。",
        "Exports last month rose 13 percent from a year earlier.",
    ),
    (
        "8일(월) 0시부터 14일 24시까지 면제한다.",
        "8日0时起至14日24时止免收。",
        "It is waived from midnight on the 8th until midnight on the 14th.",
    ),
    ("1년 전보다 12% 줄었다.", "同比减少12%。", "It is down 12 percent on the year."),
    ("환자 100명 이상이 확인됐다.", "确认患者100人以上。", "At least 100 patients were confirmed."),
    ("지난해 20억 원을 썼다.", "去年花了20亿韩元。", "Last year two billion won was spent."),
    ("500분 통화를 제공한다.", "提供五百分钟通话。", "It offers 500 minutes of calls."),
    ("오후 6시 30분에 시작한다.", "6时30分开始。", "It starts at 6:30 p.m."),
]


@pytest.mark.parametrize(("korean", "language", "translation", "code"), DIFFERENT)
def test_two_texts_that_name_different_ones_of_a_few_differ(
    korean: str, language: TextLanguage, translation: str, code: str
) -> None:
    findings = compare(korean, translation, "ko", language)

    assert [finding.code for finding in findings] == [code]


@pytest.mark.parametrize(("korean", "chinese", "english"), SAME)
def test_what_only_one_text_names_or_says_otherwise_is_no_difference(
    korean: str, chinese: str, english: str
) -> None:
    assert examine({"ko": korean, "zh-hans": chinese, "en": english}) == ()


def test_a_text_that_names_both_contradicts_none_of_them() -> None:
    findings = compare("월요일과 목요일에 연다.", "It is open on Mondays.", "ko", "en")

    assert findings == ()


def _every_text() -> list[tuple[str, TextLanguage]]:
    return [(text[language], language) for name in SETS for text in triples(name) for language in text]


def test_no_fact_is_lost_by_looking_first_whether_a_text_has_what_a_pass_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lost: list[str] = []
    read = Draft.read

    def read_in_vain_too(draft: Draft, pattern: Any, fact: Any, needs: Any = ()) -> None:
        if not needs or draft._has(needs):
            read(draft, pattern, fact, needs)
            return
        before = len(draft.found)
        places = [fact(found) for found in pattern.finditer(draft.left)]
        if any(places) or len(draft.found) > before:
            lost.append(f"{pattern.pattern[:60]} in {draft.text[:60]}")

    monkeypatch.setattr(Draft, "read", read_in_vain_too)
    for text, language in _every_text():
        facts(text, language)

    assert lost == []


def test_no_choice_is_lost_by_looking_first_for_a_piece_of_its_words() -> None:
    lost: list[str] = []

    for text, language in _every_text():
        known: TextLanguage = "zh-hans" if language == "zh-hant" else language
        worth = set(choices._worth_looking_for(text, known))
        for scan in choices._SCANS[known]:
            if scan.topic not in worth and (found := scan.pattern.search(text)):
                lost.append(f"{found[0]} in {text}")

    assert lost == []
