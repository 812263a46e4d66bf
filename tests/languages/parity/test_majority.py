"""Two languages bear each other out against a third that has no word of what they say."""

from __future__ import annotations

import pytest

from languages.parity import differences

DIFFERENT = [
    ("정부는 철도 건설을 저울질하고 있다.", "政府正权衡是否建设铁路。", "The government announced a railway.", "step-differs", "en"),
    ("양측은 공항을 짓기로 했다.", "双方商定建设机场。", "The two sides have built an airport.", "step-differs", "en"),
    ("시장은 답하지 않았다.", "市长已表示赞成。", "The mayor has yet to respond.", "step-differs", "zh-hans"),
    ("노선은 없어질 수도 있다.", "该线路可能停运。", "The line is closing.", "hedge-differs", "en"),
    ("노선이 바뀐다.", "据悉，线路将调整。", "The route is said to have changed.", "hedge-differs", "ko"),
    ("도로 공사가 진행 중이다.", "公路正在施工。", "The road has been completed.", "step-differs", "en"),
    ("역을 더 지을지 여부는 내년에 정한다.", "是否增设车站，明年决定。", "A station will be added next year.", "step-differs", "en"),
    ("협력 확대 방안 검토 중", "正在研究扩大合作的方案", "Ministers have settled on wider cooperation", "step-differs", "en"),
    # of two things that may be, one is left out
    ("공사가 늦어질 수 있고 비용도 늘 수 있다.", "工期可能延长，费用也可能增加。", "Work may take longer, and costs are rising.", "hedge-differs", "en"),
]  # fmt: skip
SAME = [
    ("노선이 없어질 수도 있다.", "该线路或将停运。", "The line is at risk of closing."),
    ("양측은 공항을 짓기로 했다.", "双方同意建设机场。", "The two sides reached a deal on an airport."),
    ("현지 주민은 소음을 걱정했다.", "当地居民担心噪声。", "Residents worried about noise."),
    ("내일은 비가 내리겠다.", "明天将有雨。", "Rain is expected tomorrow."),
    ("기업은 온라인으로 신청할 수 있다.", "企业可在线申请。", "Companies apply online."),
    ("철도 건설 검토", "研究建设铁路", "Railway Under Study"),
    ("착공 준비가 착수 완료되었다.", "已启动开工准备。", "Preparations for construction have begun."),
    ("기술 이전 여부가 걸림돌이다.", "是否转让技术成为障碍。", "Technology transfer is the sticking point."),
]
CONTRADICTIONS = [
    (
        "영화제가 17일 막을 올렸다.",
        "电影节17日落下帷幕。",
        "The film festival opened on the 17th.",
        "zh-hans",
    ),
    (
        "법안이 국회를 통과했다.",
        "该法案已获国会通过。",
        "The bill was submitted to the National Assembly.",
        "en",
    ),
    ("도서관은 매주 월요일에 쉰다.", "图书馆每周一闭馆。", "The library is closed on Sundays.", "en"),
    ("양측은 의향서에 서명했다.", "双方签署了意向书。", "The two sides signed a contract.", "en"),
    ("규제를 단계적으로 푼다.", "限制将逐步放开。", "The limits are lifted immediately.", "en"),
    (
        "두 나라가 각각 10억 원을 냈다.",
        "两国各出资10亿韩元。",
        "The two gave a combined 1 billion won.",
        "en",
    ),
    ("항공편이 주 10회로 늘었다.", "航班增至每天10班。", "Flights rose to 10 a week.", "zh-hans"),
    (
        "두 기관은 계약을 맺기로 원칙적으로 합의했다.",
        "两家机构原则上商定签约。",
        "The two have definitively agreed to sign.",
        "en",
    ),
]


@pytest.mark.parametrize(
    ("korean", "chinese", "english", "code", "alone"), DIFFERENT, ids=[case[2] for case in DIFFERENT]
)
def test_the_language_without_a_word_of_it_is_named(
    korean: str, chinese: str, english: str, code: str, alone: str
) -> None:
    findings = differences({"ko": korean, "zh-hans": chinese, "en": english})

    assert [(finding.code, finding.language) for finding in findings] == [(code, alone)]


@pytest.mark.parametrize(("korean", "chinese", "english"), SAME, ids=[case[2] for case in SAME])
def test_words_that_may_stand_for_it_are_enough(korean: str, chinese: str, english: str) -> None:
    assert differences({"ko": korean, "zh-hans": chinese, "en": english}) == ()


@pytest.mark.parametrize(
    ("korean", "chinese", "english", "alone"), CONTRADICTIONS, ids=[case[2] for case in CONTRADICTIONS]
)
def test_what_excludes_each_other_is_found(korean: str, chinese: str, english: str, alone: str) -> None:
    findings = differences({"ko": korean, "zh-hans": chinese, "en": english})

    assert {finding.language for finding in findings} == {alone}


def test_two_languages_alone_are_not_outvoted() -> None:
    texts = {"ko": "철도를 놓아야 한다는 목소리가 크다.", "en": "The government will build a railway."}

    assert differences(texts) == ()
    assert differences({**texts, "zh-hans": "要求修建铁路的呼声很高。"})[0].language == "en"


@pytest.mark.parametrize("nothing", ["·", "\n", "()", "[[a]]"])
def test_a_text_of_signs_alone_is_compared_too(nothing: str) -> None:
    differences({"ko": nothing, "zh-hans": "可能。也许。\n可能。", "en": "It may. It might."})


def test_a_word_that_may_as_well_compare_bounds_nothing_where_one_text_alone_has_it() -> None:
    compared = {
        "ko": "예산은 1.13%보다 0.13%포인트 높다.",
        "zh-hans": "预算比1.13%高0.13个百分点。",
        "en": "The budget is 0.13 percentage point above the 1.13 percent of before.",
    }
    dropped = {
        "ko": "기온은 30도를 웃돈다.",
        "zh-hans": "气温超过30度。",
        "en": "Temperatures are 30 degrees.",
    }

    assert differences(compared) == ()
    assert [finding.code for finding in differences(dropped)] == ["qualifier-differs"]


def test_sentences_of_rich_text_are_held_against_each_other_one_by_one() -> None:
    texts = {
        "ko": "<p>계획을 발표했다. 일정은 정해지지 않았다.</p>",
        "zh-hans": "<p>公布了计划。日程已经确定。</p>",
        "en": "<p>It announced the plan. The schedule has not been set.</p>",
    }

    assert {finding.language for finding in differences(texts)} == {"zh-hans"}


def test_a_text_is_compared_as_it_stands_whatever_was_compared_before() -> None:
    right = {"ko": "최대 100대를 산다.", "zh-hans": "购买至多100架。", "en": "It buys up to 100 aircraft."}
    wrong = right | {"en": "It buys up to 90 aircraft."}

    before = [differences(right), differences(wrong)]

    assert [differences(right), differences(wrong)] == before
    assert before[0] == ()
    assert [finding.language for finding in before[1]] == ["en"]
