"""What is wrong with one text, whatever the others say: script, signs, contact data, credits, dates, quotations."""

from __future__ import annotations

import pytest

from languages.parity import Severity, TextLanguage, examine

FOUND: list[tuple[str, TextLanguage, str, str]] = [
    ("wrong-language", "en", "국토교통부는 협력을 확대한다.", "국토교통부는 협력을 확대한다."),
    ("wrong-language", "en", "国土交通部将扩大合作。", "国土交通部将扩大合作。"),
    ("wrong-language", "ko", "国土交通部将扩大合作。", "国土交通部将扩大合作。"),
    ("wrong-language", "ko", "The ministry will expand cooperation with the region.", "The ministry will expand cooperation with the region."),
    ("wrong-language", "zh-hans", "국토교통부는 협력을 확대한다.", "국토교통부는 협력을 확대한다."),
    ("wrong-language", "zh-hans", "It is to be built by the end of the year.", "It is to be built by the end of the year."),
    ("wrong-language", "zh-hant", "국토교통부는 협력을 확대한다.", "국토교통부는 협력을 확대한다."),
    ("wrong-language", "zh-hans", "この計画はまだ決まっていません。", "この計画はまだ決まっていません。"),
    ("foreign-script", "en", "The ministry opened the 세종 office.", "세종"),
    ("foreign-script", "en", "The delegation visited 首尔 and Busan.", "首尔"),
    ("foreign-script", "zh-hans", "代表团访问了부산港。", "부산"),
    ("foreign-script", "zh-hans", "两国商定合作。The details are to be settled by the working group.", "The details are to be settled by the working group"),
    ("foreign-script", "ko", "대표단은 首尔에서 회담했다.", "首尔"),
    ("foreign-script", "ko", "양국은 협력하기로 했다. The details will be settled by a working group.", "The details will be settled by a working group"),
    ("traditional-characters", "zh-hans", "两國商定扩大合作。", "國"),
    ("traditional-characters", "zh-hans", "签署《諒解备忘录》。", "諒"),
    ("half-width", "zh-hans", "两国商定扩大合作,并成立工作组。", ","),
    ("half-width", "zh-hant", "兩國商定擴大合作,並成立工作組。", ","),
    ("unbalanced", "ko", "“협력을 넓히자고 말했다.", "“"),
    ("unbalanced", "zh-hans", "（含首尔、釜山。", "（"),
    ("unbalanced", "en", "The ministry (and its agencies will take part.", "("),
    ("unbalanced", "en", 'He said it was "a good start.', '"'),
    ("contact-data", "ko", "문의: 담당자 kim@example.go.kr", "kim@example.go.kr"),
    ("contact-data", "ko", "담당자(010-1234-5678)에게 연락한다.", "010-1234-5678"),
    ("contact-data", "en", "Call +82-2-123-4567 for details.", "+82-2-123-4567"),
    ("contact-data", "zh-hans", "联系电话：13812345678。", "13812345678"),
    ("source-label", "ko", "양국은 협력하기로 했다. 연합뉴스", "연합뉴스"),
    ("source-label", "ko", "(서울=연합뉴스) 양국은 협력하기로 했다.", "(서울=연합뉴스)"),
    ("source-label", "ko", "무단전재 및 재배포 금지", "무단전재"),
    ("source-label", "zh-hans", "两国商定合作。（新华社）", "（新华社）"),
    ("source-label", "zh-hans", "来源：国土交通部", "来源：国土交通部"),
    ("source-label", "en", "Source: Yonhap", "Source: Yonhap"),
    ("source-label", "en", "The bridge opened. (Reuters)", "(Reuters)"),
    ("relative-date", "ko", "이번 달 회의를 연다.", "이번 달"),
    ("relative-date", "ko", "지난해 착공했다.", "지난해"),
    ("relative-date", "zh-hans", "本月召开会议。", "本月"),
    ("relative-date", "zh-hant", "這個月召開會議。", "這個月"),
    ("relative-date", "en", "The meeting is this month.", "this month"),
    ("relative-date", "en", "It opened yesterday.", "yesterday"),
    ("relative-date", "ko", "정식 서명은 연내에 추진한다.", "연내"),
    ("relative-date", "ko", "예산은 금년 집행분이다.", "금년"),
    ("relative-date", "ko", "안건은 다음 달로 미뤄졌다.", "다음 달"),
    ("relative-date", "zh-hans", "双方商定年内签署。", "年内"),
    ("relative-date", "zh-hans", "已超过去年全年规模。", "去年"),
    ("relative-date", "zh-hant", "雙方商定年內簽署。", "年內"),
    ("relative-date", "en", "Signing is expected within the year.", "within the year"),
    ("quotation-unchecked", "ko", "장관은 “두 나라의 협력은 이제 새로운 단계에 들어섰다”고 말했다.", "“두 나라의 협력은 이제 새로운 단계에 들어섰다”"),
    ("quotation-unchecked", "zh-hans", "部长表示：“两国合作已经进入新的发展阶段。”", "“两国合作已经进入新的发展阶段。”"),
    ("quotation-unchecked", "en", "“Our cooperation has now entered an entirely new stage,” he said.", "“Our cooperation has now entered an entirely new stage,”"),
]  # fmt: skip

FINE: list[tuple[TextLanguage, str]] = [
    ("ko", "한중(韓中) 협력과 서울(首尔) 회담"),
    ("ko", "韓·中·日 3국과 美 정부가 만났다."),
    ("ko", "‘一帶一路’ 구상과 K-UAM, Smart City Expo World Congress"),
    ("ko", "World Smart Cities Forum of the Americas"),
    ("ko", "1) 도로 2) 철도\n가) 공항"),
    ("ko", "자료 제출: 신청서 1부"),
    ("ko", "세종시의 2025년 3월 오늘날 모습"),
    ("ko", "경주에서 ’25년 10월 열린 회의의 이름은 “함께 가는 길”이다."),
    ("zh-hans", "首尔（서울）与釜山（부산）"),
    ("zh-hans", "韩中（韓中）合作，KTX-이음列车，iPhone 16"),
    ("zh-hans", "会议于10:30开始，比分为3:1，网址为https://example.org/a,b。"),
    ("zh-hans", "据介绍，Korea Overseas Infrastructure & Urban Development Corporation（KIND）参与该项目。"),
    ("zh-hans", "著名学者覆盖多个领域。"),
    ("zh-hant", "兩國商定擴大合作，並成立工作組。"),
    ("en", "The Ministry of Land, Infrastructure and Transport (국토교통부, MOLIT) took part."),
    ("en", "The slogan “함께” (together) and the Chinese 「合作」 were shown."),
    ("en", "Korea’s and the leaders’ plans for the ’90s"),
    ("en", "A 24\" screen, the tags (\") and a face :)"),
    ("en", "It lasted for the last month of the plan."),
    ("en", "Phone booths of 1990-2000 and flight 010-12"),
    ("en", "K-City Network, [[budget]] and 3-5 items"),
    ("ko", "공연내용과 제작년도를 보내달라고 하였고, 이번 주민설명회의 다음 주요 안건이다."),
    ("ko", "내일배움카드로 5년내 1만 명을 교육한다."),
    ("zh-hans", "将于10月20日前在三年内、半年内或5 年内完成，青少年内心所想与全年内容不变。"),
    ("zh-hans", "过去年度的说明年报显示，目前年产能与今后年均增速如今日益接近日本周边水平。"),
    ("en", "Within the year of opening, should this fall through, the last month counts."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "language", "text", "place"), FOUND, ids=[f"{c[0]} {c[2]}" for c in FOUND])
def test_what_is_wrong_is_said_with_its_place(
    code: str, language: TextLanguage, text: str, place: str
) -> None:
    findings = [finding for finding in examine({language: text}, house_rules=True) if finding.code == code]

    assert [finding.language for finding in findings] == [language]
    assert findings[0].spans[language][0].of(text) == place


@pytest.mark.parametrize(("language", "text"), FINE, ids=[text for _language, text in FINE])
def test_names_citations_glosses_and_lists_are_fine(language: TextLanguage, text: str) -> None:
    findings = examine({language: text}, house_rules=True)

    assert findings == ()


OF_THE_HOUSE = frozenset(("contact-data", "source-label", "relative-date", "quotation-unchecked"))


@pytest.mark.parametrize(
    ("language", "text"), [(case[1], case[2]) for case in FOUND if case[0] in OF_THE_HOUSE]
)
def test_what_only_this_portal_leaves_out_is_said_to_those_who_ask(language: TextLanguage, text: str) -> None:
    codes = {finding.code for finding in examine({language: text})}

    assert not codes & OF_THE_HOUSE


def test_a_space_between_the_phrases_of_a_chinese_headline_is_no_matter_of_width() -> None:
    findings = examine({"zh-hans": "拓宽空中通道 机场力争2028年启用"})

    assert findings == ()


def test_only_a_text_in_another_language_stops() -> None:
    severities = {
        code: {
            finding.severity
            for finding in examine({language: text}, house_rules=True)
            if finding.code == code
        }
        for code, language, text, _place in FOUND
    }

    assert severities.pop("wrong-language") == {Severity.BLOCKING}
    assert Severity.BLOCKING not in set().union(*severities.values())
