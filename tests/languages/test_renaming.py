"""A name is replaced where it stands as a name, and Korean particles follow its sound."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from languages.naming import stands_in
from languages.renaming import as_seen, changes, renamed, uses
from languages.trilingual import Language


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("항공택시를 도입한다.", "항공택시", "도심항공교통", "도심항공교통을 도입한다."),
        ("항공택시가 항공택시와 만난다", "항공택시", "도심항공교통", "도심항공교통이 도심항공교통과 만난다"),
        ("서울로 간다. 서울은 크다.", "서울", "부산", "부산으로 간다. 부산은 크다."),
        ("항공택시가격은 별도", "항공택시", "도심항공교통", "도심항공교통가격은 별도"),
        (
            "도심항공교통(UAM)과 도심항공교통",
            "도심항공교통",
            "도심항공교통(UAM)",
            "도심항공교통(UAM)과 도심항공교통(UAM)",
        ),
    ],
)
def test_a_korean_name_is_replaced_with_its_particle(text: str, old: str, new: str, expected: str) -> None:
    assert renamed(text, old, new, "ko") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("스마트시티로서, 스마트시티와의 협력", "스마트도시권으로서, 스마트도시권과의 협력"),
        ("스마트시티라는 말은 스마트시티다.", "스마트도시권이라는 말은 스마트도시권이다."),
        ("스마트시티나 항만, 스마트시티며 공항", "스마트도시권이나 항만, 스마트도시권이며 공항"),
        ("AI스마트시티를", "AI스마트도시권을"),
        ("스마트시티란 무엇인가", "스마트도시권이란 무엇인가"),
        ("해법은 스마트시티고, 목표도 스마트시티지만", "해법은 스마트도시권이고, 목표도 스마트도시권이지만"),
        ("스마트시티였다. 스마트시티였던 곳", "스마트도시권이었다. 스마트도시권이었던 곳"),
        ("스마트시티여서 좋고 스마트시티여야 한다", "스마트도시권이어서 좋고 스마트도시권이어야 한다"),
        ("스마트시티므로, 스마트시티든 항만이든", "스마트도시권이므로, 스마트도시권이든 항만이든"),
        ("스마트시티든지, 스마트시티야말로", "스마트도시권이든지, 스마트도시권이야말로"),
        ("스마트시티라기보다, 스마트시티라고도", "스마트도시권이라기보다, 스마트도시권이라고도"),
    ],
)
def test_longer_particles_take_their_form_too(text: str, expected: str) -> None:
    assert renamed(text, "스마트시티", "스마트도시권", "ko") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("도시권이란 무엇인가", "도시란 무엇인가"),
        ("도시권이었다. 도시권이었던 곳", "도시였다. 도시였던 곳"),
        ("도시권이어서, 도시권이어야", "도시여서, 도시여야"),
        ("도시권이야말로, 도시권이라는 말", "도시야말로, 도시라는 말"),
        # right behind a vowel as well
        ("문제를 푸는 도시권이다.", "문제를 푸는 도시이다."),
        ("도시권이고 도시권이지만 도시권이므로 도시권이든", "도시이고 도시이지만 도시이므로 도시이든"),
    ],
)
def test_the_copula_is_shortened_only_where_it_must_be(text: str, expected: str) -> None:
    assert renamed(text, "도시권", "도시", "ko") == expected


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("비고의 교통란 참조", "교통", "이동 수단", "비고의 이동 수단란 참조"),
        ("서울고 학생", "서울", "부산", "부산고 학생"),
        ("주택가 정비", "주택", "공동주택", "공동주택가 정비"),
        ("교통로 확보", "교통", "수송", "수송로 확보"),
        ("항공로 개설", "항공", "항공교통", "항공교통로 개설"),
        ("스마트시티고도화와 스마트시티란에", "스마트시티", "도시권", "도시권고도화와 도시권란에"),
        ("스마트시티 이란 협력", "스마트시티", "도시권", "도시권 이란 협력"),
        ("교통이란 말", "교통", "수단", "수단이란 말"),
        ("항만란? 도시란?", "도시", "거리", "항만란? 거리란?"),
    ],
)
def test_what_only_looks_like_a_particle_stays(text: str, old: str, new: str, expected: str) -> None:
    assert renamed(text, old, new, "ko") == expected


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("국토교통부(MOLIT)가", "국토교통부", "국토부청", "국토부청(MOLIT)이"),
        ("도심항공교통(UAM)을", "도심항공교통", "미래항공모빌리티", "미래항공모빌리티(UAM)를"),
        ("「스마트도시」를 보고", "스마트도시", "스마트도시권", "「스마트도시권」을 보고"),
        ("‘스마트도시’와 「스마트도시」(SC)는", "스마트도시", "도시권", "‘도시권’과 「도시권」(SC)은"),
        # the particle follows what stands before the brackets
        ("담당 부처(국토교통부)가", "국토교통부", "국토부청", "담당 부처(국토부청)가"),
        ("도시(미래도시)가", "도시", "거리", "거리(미래거리)가"),
    ],
)
def test_a_particle_behind_a_gloss_or_a_closing_mark_takes_its_form_too(
    text: str, old: str, new: str, expected: str
) -> None:
    found = uses(text, old, new, "ko")

    assert renamed(text, old, new, "ko") == expected
    assert "".join(each.text for each in changes(text, found) if each.change != "removed") == expected


def test_an_english_name_is_replaced_as_a_whole_word_only() -> None:
    assert renamed("UAMs and a UAM, not UAM2", "UAM", "AAM", "en") == "AAMs and an AAM, not UAM2"
    assert renamed("This is a\nUAM.", "UAM", "AAM", "en") == "This is an\nAAM."
    assert not stands_in("UAM", "The uam UAM2", "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smart cities carry it.", "Clever cities carry it."),
        ("Smart-city and transport ODA", "Clever-city and transport ODA"),
        ("fund a smart-city master plan", "fund a clever-city master plan"),
        ("smart cities, a smart city", "clever cities, a clever city"),
        ("The Smart City Works Best", "The Clever City Works Best"),
        ("SMART CITIES", "CLEVER CITIES"),
        ("News release on the Ministerial Meeting on Smart City", "News release on the Ministerial Meeting on Clever City"),
    ],
)  # fmt: skip
def test_an_english_name_keeps_the_capitals_number_and_hyphens_of_its_place(text: str, expected: str) -> None:
    assert renamed(text, "smart city", "clever city", "en") == expected


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("intelligent town", "Intelligent towns and an intelligent-town plan; a port"),
        ("urban hub", "Urban hubs and an urban-hub plan; a port"),
        ("AI bus", "AI buses and an AI-bus plan; a port"),
    ],
)
def test_the_plural_and_the_article_are_those_of_the_new_name(new: str, expected: str) -> None:
    assert renamed("Smart cities and a smart-city plan; a port", "smart city", new, "en") == expected


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        (
            "Memorandums of understanding and a memorandum of understanding",
            "memorandum of understanding",
            "letter of intent",
            "Letters of intent and a letter of intent",
        ),
        ("two memoranda of understanding", "memorandum of understanding (MOU)", "pact", "two pacts"),
        ("smart cities, a smart city", "smart city", "city of tomorrow", "cities of tomorrow, a city of tomorrow"),
        ("the ministries of construction", "ministry of construction", "road office", "the road offices"),
        ("South Korea and ROK", "ROK", "Republic of Korea", "Republic of Korea and Republic of Korea"),
    ],
)  # fmt: skip
def test_a_name_with_of_has_its_plural_before_it(text: str, old: str, new: str, expected: str) -> None:
    assert renamed(text, old, new, "en") == expected


@pytest.mark.parametrize(
    "expected",
    [
        "a MOLIT official, a NATO official, a SMART official, a RISE official, a MICE official",
        "an MRO official, an LNG official, an MoU official, a UAM official, a U-City official",
        "a Ukraine official, a Ugandan official, a ubiquitous official, a union official, a one-off official",
        "an unimpeded official, an uninsured official, an urban official, an onerous official",
        "an 8-member official, an 80-seat official, an 11-member official, an 18th official, a 110-seat official",
    ],
)
def test_the_article_follows_the_sound_of_the_new_name(expected: str) -> None:
    for phrase in expected.split(", "):
        new = phrase.split(" ", 1)[1]

        assert renamed("a ministry", "ministry", new, "en") == phrase
        assert renamed("an agency", "agency", new, "en") == phrase
    assert renamed("a SMART CITY", "smart city", "urban hub", "en") == "an URBAN HUB"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (
            "Ministry of Transport (MOT)",
            "MOT works. The Ministry of Transport (MOT), the Ministry of Transport",
        ),
        ("Ministry of Roads", "Ministry of Roads works. The Ministry of Roads, the Ministry of Roads"),
    ],
)
def test_a_name_with_a_short_form_is_replaced_by_the_same_part_of_the_new_one(
    new: str, expected: str
) -> None:
    text = (
        "MOLIT works. The Ministry of Land, Infrastructure and Transport (MOLIT),"
        " the Ministry of Land, Infrastructure and Transport"
    )

    assert renamed(text, "Ministry of Land, Infrastructure and Transport (MOLIT)", new, "en") == expected


@pytest.mark.parametrize(
    ("text", "why", "within"),
    [
        ("the Korea Smart City Open Network (K-SCON)", "name", "Korea Smart City Open Network"),
        ("the ASEAN Smart Cities Network", "name", "ASEAN Smart Cities Network"),
        ("at the Ministerial Meeting on Smart City.", "name", "Ministerial Meeting on Smart City"),
        ("Global Plant, Infrastructure and Smart City Fund", "name", "Global Plant, Infrastructure and Smart City Fund"),
        ("the report “Building a smart city”", "quoted", ""),
        ("In Korea's smart cities, ASEAN smart cities", "", ""),
        ("The Smart City", "", ""),
        ("a “smart city”", "", ""),
    ],
)  # fmt: skip
def test_what_may_have_to_stay_is_told_apart(text: str, why: str, within: str) -> None:
    found = uses(text, "smart city", "clever city", "en")

    assert {(use.why, use.within) for use in found} == {(why, within)}


def test_what_stands_in_another_agreed_name_is_a_part_of_that_name() -> None:
    found = uses(
        "스마트시티 장관회의와 스마트시티를",
        "스마트시티",
        "스마트도시",
        "ko",
        longer=["스마트시티 장관회의"],
    )

    assert [(use.why, use.within) for use in found] == [("name", "스마트시티 장관회의"), ("", "")]


def test_keys_of_figures_and_addresses_stay() -> None:
    text = "[[smart-city-korea/operators]] run a smart city: https://example.org/smart-city"

    assert renamed(text, "smart city", "clever city", "en") == text.replace("a smart city", "a clever city")


def test_one_part_of_a_text_is_replaced_without_the_other() -> None:
    text = "The Korea Smart City Open Network funds a smart-city plan."

    found = renamed(text, "smart city", "clever city", "en", whys=("",))

    assert found == "The Korea Smart City Open Network funds a clever-city plan."


def test_what_is_shown_is_what_is_replaced() -> None:
    text = "Smart cities and a smart city."
    found = changes(text, uses(text, "smart city", "clever city", "en"))

    assert "".join(each.text for each in found if each.change != "added") == text
    assert "".join(each.text for each in found if each.change != "removed") == renamed(
        text, "smart city", "clever city", "en"
    )


def test_a_chinese_name_is_replaced_wherever_its_characters_stand() -> None:
    assert renamed("由国土交通省发布", "国土交通省", "国土交通部", "zh-hans") == "由国土交通部发布"


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("由 UAM 提供", "UAM", "城市空中交通", "由城市空中交通提供"),
        ("Archer空中交通计划", "空中交通", "UAM", "Archer UAM计划"),
        ("空中交通计划", "空中交通", "UAM", "UAM计划"),
    ],
)
def test_chinese_takes_no_space_and_latin_letters_keep_theirs(
    text: str, old: str, new: str, expected: str
) -> None:
    assert renamed(text, old, new, "zh-hans") == expected


@pytest.mark.parametrize(
    ("html", "old", "new", "expected"),
    [
        ("<p><b>항공택시</b>를</p>", "항공택시", "도심항공교통", "<p><b>도심항공교통</b>을</p>"),
        ("<p><i>항공</i>택시와</p>", "항공택시", "도심항공교통", "<p><i>도심항공교통</i>과</p>"),
        ("<p>가 R&amp;D를 &lt;</p>", "R&D", "연구&개발", "<p>가 연구&amp;개발을 &lt;</p>"),
        ("<p>항공</p><p>택시</p>", "항공택시", "도심항공교통", "<p>항공</p><p>택시</p>"),
    ],
)
def test_in_html_a_name_is_what_a_reader_sees(html: str, old: str, new: str, expected: str) -> None:
    assert renamed(html, old, new, "ko", rich=True) == expected


@pytest.mark.parametrize(
    ("html", "old", "new", "language", "expected"),
    [
        (
            '<p>a <a href="https://x.kr/">smart city</a> plan</p>',
            "smart city",
            "urban hub",
            "en",
            '<p>an <a href="https://x.kr/">urban hub</a> plan</p>',
        ),
        ("<p>an <b>urban hub</b></p>", "urban hub", "smart city", "en", "<p>a <b>smart city</b></p>"),
        ("<p>与 <b>UAM</b> 合作</p>", "UAM", "城市空中交通", "zh-hans", "<p>与<b>城市空中交通</b>合作</p>"),
    ],
)
def test_a_name_stays_in_its_link_or_its_bold_letters(
    html: str, old: str, new: str, language: Language, expected: str
) -> None:
    assert renamed(html, old, new, language, rich=True) == expected


@pytest.mark.parametrize(
    ("text", "rich", "expected"),
    [
        (
            unicodedata.normalize("NFD", "새 국토교통부를 둔다"),
            False,
            unicodedata.normalize("NFD", "새 국토부처를 둔다"),
        ),
        (
            unicodedata.normalize("NFD", "<p>새 국토<b>교통부</b>를</p>"),
            True,
            unicodedata.normalize("NFD", "<p>새 국토부처<b></b>를</p>"),
        ),
    ],
)
def test_hangul_from_another_system_is_replaced_and_the_rest_stays_as_it_was_typed(
    text: str, rich: bool, expected: str
) -> None:
    found = renamed(text, "국토교통부", unicodedata.normalize("NFD", "국토부처"), "ko", rich=rich)

    assert unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize(
    ("text", "rich", "expected"),
    [
        ("a smart\r\n city, a smart\u00a0city", False, "a clever city, a clever city"),
        ("first smart\n\ncity next", False, "first smart\n\ncity next"),
        ("<p>a smart&nbsp;city, a smart<br/>city</p>", True, "<p>a clever city, a clever city</p>"),
        ("<p>a smart <b> city</b></p>", True, "<p>a clever city<b></b></p>"),
        ("<p>smart</p><p>city</p>", True, "<p>smart</p><p>city</p>"),
    ],
)
def test_a_name_may_run_over_a_line_and_over_no_paragraph(text: str, rich: bool, expected: str) -> None:
    listed = uses(as_seen(text, rich=rich), "smart city", "clever city", "en")

    assert renamed(text, "smart city", "clever city", "en", rich=rich) == expected
    assert bool(listed) == (text != expected)


_LETTERS = [
    "가",
    "\u1100\u1161\u11a8",
    "e\u0301",
    "\u0301",
    "\u09c7\u09be",
    " ",
    "\n",
    "\r\n",
    "\u3000",
    "\u200b",
    "😀",
]
_MARK_UP = ["<b>", "</b>", "</p><p>", "<br/>", "&amp;", "&copy", "&#44032;", "&fjlig;", "&", "<", ">"]
_ODD = st.lists(st.sampled_from(_LETTERS + _MARK_UP), max_size=12).map("".join)


@given(before=_ODD, behind=_ODD, rich=st.booleans())
@example(before="<<br/>", behind="", rich=True)
@example(before="A & B<b></b>#5;", behind="", rich=True)
def test_whatever_stands_around_a_name_stays_as_it_was_typed(before: str, behind: str, rich: bool) -> None:
    text = f"{before}> smart city. {behind}"

    found = renamed(text, "smart city", "clever city", "en", rich=rich)

    assert found == f"{before}> clever city. {behind}"


def test_nothing_inside_a_tag_is_replaced() -> None:
    html = '<p><a href="https://example.org/UAM">UAM</a></p>'

    assert renamed(html, "UAM", "AAM", "en", rich=True) == '<p><a href="https://example.org/UAM">AAM</a></p>'


def test_a_long_text_is_replaced_at_once() -> None:
    assert renamed("가나 " * 70_000, "가나", "다라", "ko").count("다라") == 70_000
