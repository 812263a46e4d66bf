"""How a number is meant, whichever way a language says it: before it, behind it, denied, piled up."""

from __future__ import annotations

import pytest

from languages.parity import TextLanguage, compare, examine, facts

# a sentence in each language, and a number in it with its unit
SENTENCES: dict[TextLanguage, tuple[tuple[str, str], ...]] = {
    "ko": (
        ("이 사업에는 {q}이 들어간다.", "300억 원"),
        ("{q}의 부지를 마련한다.", "50㎢"),
        ("항공기 {q}를 도입한다.", "40대"),
    ),
    "zh-hans": (
        ("该项目将投入{q}。", "300亿韩元"),
        ("将准备{q}的用地。", "50平方公里"),
        ("将引进{q}飞机。", "40架"),
    ),
    "zh-hant": (
        ("該項目將投入{q}。", "300億韓元"),
        ("將準備{q}的用地。", "50平方公里"),
        ("將引進{q}飛機。", "40架"),
    ),
    "en": (
        ("The project will cost {q}.", "KRW 30 billion"),
        ("It will set aside {q} of land.", "50 square kilometers"),
        ("It will bring in {q}.", "40 aircraft"),
    ),
}
PLAIN: dict[str, dict[TextLanguage, str]] = {
    "at-least": {"ko": "최소 {n}", "zh-hans": "至少{n}", "zh-hant": "至少{n}", "en": "at least {n}"},
    "up-to": {"ko": "최대 {n}", "zh-hans": "至多{n}", "zh-hant": "至多{n}", "en": "up to {n}"},
    "about": {"ko": "약 {n}", "zh-hans": "约{n}", "zh-hant": "約{n}", "en": "about {n}"},
    "exact": {"ko": "{n}", "zh-hans": "{n}", "zh-hant": "{n}", "en": "{n}"},
}
SAID: dict[str, dict[TextLanguage, str]] = {
    "at-least": {
        "ko": "최소한 {n};적어도 {n};못해도 {n};{n} 이상;{n}을 넘는 규모;{n} 초과;{n}을 웃도는 규모;{n}을 훌쩍 넘는 규모;{n}보다 많은 규모;{n}을 밑돌지 않는 규모",
        "zh-hans": "不少于{n};不低于{n};不下{n};起码{n};最低{n};{n}以上;超过{n};超过了{n};逾{n};多于{n};突破{n};远超{n};至少需要{n}",
        "zh-hant": "不少於{n};不低於{n};起碼{n};{n}以上;超過{n};逾{n};多於{n};至少需要{n}",
        "en": "no fewer than {n};not less than {n};a minimum of {n};{n} or more;upwards of {n};{n} at the very least;more than {n};well over {n};in excess of {n};north of {n};just over {n};more than a total of {n}",
    },
    "up-to": {
        "ko": "최고 {n};많아야 {n};기껏해야 {n};{n} 이하;{n} 이내;{n}을 넘지 않는 규모;{n}을 초과하지 않는 규모;상한 {n};{n}을 상한으로 하는 규모;{n} 미만;{n}에 못 미치는 규모;{n}을 밑도는 규모;{n}도 안 되는 규모;{n}보다 적은 규모",
        "zh-hans": "最多{n};最高{n};不超过{n};不高于{n};不得超过{n};{n}以内;{n}以下;以{n}为限;顶多{n};最多不超过{n};不足{n};不到{n};低于{n};未达{n};不及{n};最多可使用{n}",
        "zh-hant": "最多{n};不超過{n};不高於{n};{n}以內;以{n}為限;頂多{n};不足{n};低於{n};未達{n}",
        "en": "at most {n};no more than {n};a maximum of {n};up to a maximum of {n};{n} at most;{n} or less;not exceeding {n};capped at {n};not over {n};up to as much as {n};as much as {n} at most;under {n};less than {n};fewer than {n};well below {n}",
    },
    "about": {
        "ko": "대략 {n};{n} 가량;{n} 정도;{n} 안팎;{n} 내외;{n}쯤;{n} 전후;어림잡아 {n};거의 {n};{n}에 가까운 규모;{n}에 육박하는 규모",
        "zh-hans": "大约{n};大概{n};约莫{n};{n}左右;{n}上下;大致{n};差不多{n};大约为{n};约需{n};将近{n};近{n};接近{n};几乎{n}",
        "zh-hant": "大約{n};{n}左右;{n}上下;約需{n};將近{n};接近{n};幾乎{n}",
        "en": "around {n};roughly {n};approximately {n};some {n};an estimated {n};{n} or so;in the region of {n};on the order of {n};more or less {n};{n}, give or take;nearly {n};close to {n};almost {n}",
    },
}  # fmt: skip


def sentence(language: TextLanguage, place: int, words: str) -> str:
    frame, number = SENTENCES[language][place]
    return frame.replace("{q}", words.replace("{n}", number))


@pytest.mark.parametrize("language", SAID["up-to"])
@pytest.mark.parametrize("qualifier", SAID)
def test_a_qualifier_is_known_however_it_is_said(qualifier: str, language: TextLanguage) -> None:
    wrong = []
    for words in SAID[qualifier][language].split(";"):
        for other in PLAIN[qualifier]:
            for expected, plain in PLAIN.items():
                for place in range(3):
                    one = sentence(language, place, words)
                    two = sentence(other, place, plain[other])

                    codes = [finding.code for finding in compare(one, two, language, other)]

                    if codes != ([] if expected == qualifier else ["qualifier-differs"]):
                        wrong.append((one, two, codes))

    assert wrong == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("세계 최대 항만 3곳", "ko"),
        ("最近300家企业", "zh-hans"),
        ("最高法院审理了3起案件。", "zh-hans"),
        ("It was built for 30 people, at least five of them children.", "en"),
    ],
)
def test_words_that_bound_something_else_leave_the_number_alone(text: str, language: TextLanguage) -> None:
    read = facts(text, language)

    assert next(fact.qualifier for fact in read if fact.hard) == "exact"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a minimum of 50 square kilometers", 50_000_000),
        ("a total of 50,000 homes", 50_000),
        ("four of 20 ports", 20),
    ],
)
def test_a_number_behind_of_is_no_age(text: str, value: int) -> None:
    read = facts(text, "en")

    assert read[-1].value == value


def test_people_in_their_twenties_are_an_age() -> None:
    read = facts("people in their 20s and 30s", "en")

    assert [fact.value for fact in read] == [20, 30]


@pytest.mark.parametrize(
    ("korean", "chinese", "english"),
    [
        ("지원 한도: 가구당 500유로", "资助上限：每户500欧元", "Maximum grant: €500 per household"),
        ("현재 한도인 190회의 두 배다.", "是目前上限190趟的两倍。", "It is twice today's ceiling of 190."),
        ("5년 전의 절반에도 못 미쳤다.", "不到五年前的一半。", "It was less than half the figure five years before."),
        ("전 분기의 6배에 가깝다.", "接近上季度的6倍。", "It was nearly six times that of the quarter before."),
        ("4주 안에 사용하세요.", "请于四周内使用。", "Use within four weeks."),
        ("30시간에서 5시간 30분 안팎으로 줄어든다.", "由30小时缩短至5个半小时左右。", "It is cut from 30 hours to about five and a half."),
        ("협력기금에서 최대 1,200만 달러를 쓴다.", "最多动用合作基金1200万美元。", "Up to US$12 million comes from the fund."),
        ("수주액(단위: 백만 달러)", "接单额（单位：百万美元）", "Orders won (in millions of US dollars)"),
        ("인구는 350만 명이다.", "人口达350万。", "It has a population of 3.5 million."),
        ("회원국 193개국이 채택했다.", "193个成员国通过。", "All 193 member states adopted it."),
    ],
)  # fmt: skip
def test_a_number_is_bounded_alike_in_each_languages_own_way(korean: str, chinese: str, english: str) -> None:
    texts: dict[TextLanguage, str] = {"ko": korean, "zh-hans": chinese, "en": english}

    assert [finding.code for finding in examine(texts)] == []
