"""How far a thing has come is the same step, however a language says it; another step is found."""

from __future__ import annotations

import pytest

from languages.parity import TextLanguage, compare
from languages.parity.modality import LADDER, Step

SAID: dict[TextLanguage, dict[Step, str]] = {
    "ko": {
        "consider": "양국은 고속철도 건설을 검토하고 있다.;양국은 고속철도 건설을 검토 중이다.;정부는 고속철도 건설 여부를 저울질하고 있다.;정부는 고속철도 건설을 고려하고 있다.;고속철도 건설 방안을 검토한다.;정부는 고속철도 건설을 면밀히 검토해 왔다.",
        "discuss": "양국은 고속철도 건설을 협의하고 있다.;양국은 고속철도 건설을 논의했다.;양국은 고속철도 건설 협상을 벌이고 있다.;양국 장관은 고속철도 건설 방안을 논의하였다.",
        "pursue": "양국은 고속철도 건설을 추진하고 있다.;정부는 고속철도 건설을 추진한다.;고속철도 건설이 추진된다.;고속철도 건설에 박차를 가하고 있다.",
        "plan": "정부는 고속철도를 건설할 계획이다.;정부는 고속철도를 건설할 예정이다.;정부는 고속철도를 건설할 방침이다.;정부는 고속철도를 건설하겠다고 밝혔다.;고속철도를 건설하는 것을 목표로 하고 있다.",
        "agree": "양국은 고속철도 건설에 합의했다.;양국은 고속철도를 건설하기로 합의했다.;양국은 고속철도 건설에 뜻을 모았다.;양측은 고속철도 건설에 동의했다.",
        "sign": "양국은 고속철도 건설 협약을 체결했다.;양국은 고속철도 건설 협정에 서명했다.;양국은 고속철도 건설 계약을 맺었다.",
        "begin": "고속철도 건설에 착수했다.;고속철도가 착공됐다.;고속철도 공사가 시작됐다.;고속철도 건설이 본격적으로 시작되었다.;고속철도 공사에 들어갔다.",
        "complete": "고속철도 건설을 완료했다.;고속철도가 완공됐다.;고속철도가 준공됐다.;고속철도 건설을 마쳤다.;고속철도 건설이 마무리됐다.;고속철도 공사가 끝났다.",
    },
    "zh-hans": {
        "consider": "两国正在考虑建设高铁。;两国正在研究建设高铁。;政府正在论证高铁建设方案。;政府正考虑是否建设高铁。;政府正在评估高铁建设。",
        "discuss": "两国正就建设高铁进行磋商。;两国讨论了高铁建设。;两国就高铁建设展开谈判。;两国部长商讨了高铁建设方案。;双方就高铁建设交换了意见。",
        "pursue": "两国正在推进高铁建设。;政府推进高铁建设。;政府正加快推动高铁建设。",
        "plan": "政府计划建设高铁。;政府拟建设高铁。;政府将建设高铁。;政府打算建设高铁。;政府表示将建设高铁。;政府力争建成高铁。",
        "agree": "两国就建设高铁达成一致。;两国商定建设高铁。;两国同意建设高铁。;双方就建设高铁达成共识。;两国一致同意建设高铁。",
        "sign": "两国签署了高铁建设协议。;两国签订高铁建设协定。;双方签了高铁建设合同。;双方就高铁建设签约。",
        "begin": "高铁建设启动。;高铁开工。;高铁工程开始施工。;高铁正式开工建设。;高铁建设工作已经着手进行。;高铁工程破土动工。",
        "complete": "高铁建设完成。;高铁竣工。;高铁已建成。;高铁工程完工。;高铁建设已经结束。;高铁全线建成通车。",
    },
    "en": {
        "consider": "The two countries are considering building a high-speed railway.;The government is reviewing the construction of a high-speed railway.;The government is exploring whether to build a high-speed railway.;Building a high-speed railway is under consideration.;The government is looking into building a high-speed railway.;The government is weighing a high-speed railway.;The government is studying a high-speed railway.",
        "discuss": "The two countries are discussing a high-speed railway.;The two countries discussed building a high-speed railway.;The two countries are in talks on a high-speed railway.;The two countries are negotiating a high-speed railway.;The ministers held talks on a high-speed railway.",
        "pursue": "The two countries are pursuing a high-speed railway.;The government is pushing ahead with a high-speed railway.;The government is moving forward with a high-speed railway.;The government is advancing a high-speed railway.",
        "plan": "The government plans to build a high-speed railway.;The government will build a high-speed railway.;The government intends to build a high-speed railway.;The government aims to build a high-speed railway.;A high-speed railway is to be built.;The government is planning a high-speed railway.;The government is set to build a high-speed railway.",
        "agree": "The two countries agreed to build a high-speed railway.;The two countries reached an agreement to build a high-speed railway.;The two countries have agreed on a high-speed railway.;The two sides came to an agreement on a high-speed railway.",
        "sign": "The two countries signed an agreement on a high-speed railway.;The two countries have signed a deal to build a high-speed railway.;The two countries concluded an agreement on a high-speed railway.;A contract for a high-speed railway was signed.",
        "begin": "Construction of the high-speed railway has begun.;Work on the high-speed railway started.;The government broke ground on the high-speed railway.;The government has launched construction of the high-speed railway.;Construction of the high-speed railway got under way.;Construction of the high-speed railway kicked off.",
        "complete": "Construction of the high-speed railway has been completed.;The high-speed railway was completed.;Work on the high-speed railway has finished.;The government completed the high-speed railway.;Work on the high-speed railway is complete.;Construction of the high-speed railway was finished.",
    },
}  # fmt: skip
# neighbours that translators use for one another
NEAR: set[frozenset[Step]] = {
    frozenset(pair)
    for pair in (
        ("consider", "discuss"), ("consider", "pursue"), ("consider", "plan"), ("consider", "begin"),
        ("discuss", "pursue"), ("discuss", "plan"), ("discuss", "begin"),
        ("pursue", "plan"), ("pursue", "agree"), ("pursue", "begin"),
        ("plan", "agree"), ("plan", "begin"), ("plan", "complete"), ("agree", "begin"), ("agree", "complete"),
    )
}  # fmt: skip


@pytest.mark.parametrize("step", LADDER)
def test_the_same_step_in_other_words_raises_nothing(step: Step) -> None:
    alarms = [
        (text, other)
        for language in SAID
        for translation in SAID
        if language != translation
        for text in SAID[language][step].split(";")
        for other in SAID[translation][step].split(";")
        if compare(text, other, language, translation)
    ]

    assert alarms == []


@pytest.mark.parametrize("step", LADDER)
def test_a_step_that_is_no_neighbour_is_found_in_any_words(step: Step) -> None:
    missed = [
        (text, wrong)
        for language in SAID
        for translation in SAID
        if language != translation
        for other in LADDER
        if other != step and frozenset((step, other)) not in NEAR
        for text in SAID[language][step].split(";")
        for wrong in SAID[translation][other].split(";")
        if "step-differs" not in [each.code for each in compare(text, wrong, language, translation)]
    ]

    assert missed == []


def test_of_neighbouring_steps_three_of_four_are_found() -> None:
    compared = [
        [each.code for each in compare(text, wrong, language, translation)]
        for language in SAID
        for translation in SAID
        if language != translation
        for one in LADDER
        for other in LADDER
        if frozenset((one, other)) in NEAR
        for text in SAID[language][one].split(";")
        for wrong in SAID[translation][other].split(";")
    ]

    found = [codes for codes in compared if "step-differs" in codes]

    assert len(found) / len(compared) >= 0.75


@pytest.mark.parametrize(
    ("korean", "language", "translation"),
    [
        ("정부는 공항을 지을 예정이다.", "en", "The government has built the airport."),
        ("정부는 공항을 지을 예정이다.", "zh-hans", "政府修建了机场。"),
        ("공항이 들어섰다.", "en", "The government plans to put up an airport."),
    ],
)
def test_what_is_planned_is_not_done(korean: str, language: TextLanguage, translation: str) -> None:
    (finding,) = compare(korean, translation, "ko", language)

    assert finding.code == "step-differs"


def test_a_promise_against_a_duty_stops_sealing() -> None:
    (finding,) = compare("양측은 의견을 모았다.", "双方签订了协议。", "ko", "zh-hans")

    assert finding.severity == "blocking"
