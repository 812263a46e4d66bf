"""Texts that nobody should write: very long, broken, made to slow a pattern down, in another language."""

from __future__ import annotations

import sys
import unicodedata
from decimal import Decimal

import pytest

from languages.parity import compare, examine, facts
from languages.parity.findings import TextLanguage
from languages.parity.majority import outvoted
from languages.parity.reading import read
from languages.trilingual import LANGUAGES

LENGTH = 12_000

# each of these once made a pattern look at a text again from every place in it
REPEATED = [
    "1", "1,", "111,", "5 ", "1~", "1-", "1.", "1:", "1만", "만", "천", "一", "一百", "万", "三个，", "百分之", "每4人中", "4명 중 ",
    "3분의 ", "A1-", "0a", "1_", "a@", "https://", "<", "&", "%(", "{", "{{", "[[", "[[a]]", "(", '"', " ", "\n", "a.",
    "twenty-five ", "one hundred and ", "million ", "May ", "the end of ", "1 to ", "US$", "K-U", "2025년~", "10.31~", "합의하", "signed ",
    "억", "만억조", "십", "삼십만", "一二三四", "万亿", "萬", "兆", "3만", "最多可", "at least ", "최대 ",
    "-1991", "1500 to ", "<b ", '<b x="', "由", "from 12 to 8 ", "一 1",
]  # fmt: skip


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", REPEATED)
def test_a_text_made_of_one_piece_is_read_in_the_time_of_its_length(piece: str) -> None:
    text = piece * (LENGTH // len(piece))

    findings = examine({"ko": text, "zh-hans": text, "en": text})

    assert all(finding.severity for finding in findings)


@pytest.mark.parametrize("piece", ["万", "억", "一二三四", "만억조", "十", "5억 ", "最多可", "3万", "up to "])
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    def calls(length: int) -> int:
        text = piece * (length // len(piece))
        counted = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            examine({"ko": text, "zh-hans": text, "en": text})
        finally:
            sys.setprofile(None)
        return counted

    once, twice = calls(2_000), calls(4_000)

    assert twice < 2.2 * once


@pytest.mark.timeout(30)
def test_what_a_sentence_repeats_is_not_divided_in_every_way() -> None:
    english = "The two sides agreed " + "with it " * 60 + "."

    assert examine({"ko": "양측은 합의했다.", "zh-hans": "双方同意。", "en": english}) == ()


@pytest.mark.timeout(30)
def test_two_tables_of_thousands_of_names_are_held_against_each_other() -> None:
    korean, english = (" ".join(f"{series}{number}X" for number in range(3_000)) for series in ("AB", "QC"))

    found = compare(korean, english, "ko", "en")

    assert {finding.code for finding in found} >= {"name-missing", "name-added"}


@pytest.mark.timeout(30)
def test_thousands_of_sentences_that_one_language_says_otherwise_are_told() -> None:
    written: dict[TextLanguage, str] = {"ko": "할 수 있다. ", "zh-hans": "可能。", "en": "It does so. "}
    readings = [read(text * 4_000, language) for language, text in written.items()]

    assert len(list(outvoted(readings))) == 4_000


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "가" + "\n" * 100_000 + "나"),
        ("en", "A." * 50_000 + ", "),
        ("en", "20 feet " * 6_000 + "container"),
        ("ko", "1원(2, 3) " * 6_000),
    ],
    ids=["lines", "initials", "containers", "brackets"],
)
def test_a_very_long_text_is_read_alone(language: TextLanguage, text: str) -> None:
    assert all(
        span.of(text)
        for finding in examine({language: text}, house_rules=True)
        for span in finding.spans[language]
    )
    assert all(fact.span.of(text) == fact.text for fact in facts(text, language))


@pytest.mark.timeout(60)
def test_a_field_of_200_000_characters_is_compared() -> None:
    korean = "정부는 2025년 10월 20일 최대 100대를 도입하고 10조 원을 투자한다고 밝혔다.\n" * 4_500
    english = (
        "On October 20, 2025 the government said it would bring in up to 100 and invest KRW 10 trillion.\n"
        * 4_500
    )
    wrong = english[:-10] + "billion.\n"

    agreed = compare(korean, english, "ko", "en")
    differing = compare(korean, wrong, "ko", "en")

    assert len(korean) > 200_000
    assert agreed == ()
    assert [finding.code for finding in differing] == ["figure-differs"]
    assert differing[0].spans["en"][0].of(wrong) == "KRW 10 billion"


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 3개",
        "\udfff26万块\ud800",
        "3\u200d개",
        "\x00\x01 5명",
        "\ufeff10조 원",
        "a\u0300" * 50,
        "\u1100\u1161\u11a8" * 20,
        "٣ ३ ³ ½ Ⅻ",
        "１２３",
        "\u202e321",
    ],
)
def test_broken_unicode_is_read_and_never_refused(text: str) -> None:
    for language in LANGUAGES:
        read = facts(text, language)

        assert all(fact.span.of(text) == fact.text for fact in read)


def test_a_decomposed_text_is_read_like_a_composed_one_with_its_own_places() -> None:
    composed = "최대 100대, 약 3배, 2025년 10월 20일"
    decomposed = unicodedata.normalize("NFD", composed)

    read = facts(decomposed, "ko")

    assert [(fact.kind, fact.value) for fact in read] == [
        (fact.kind, fact.value) for fact in facts(composed, "ko")
    ]
    assert [fact.span.of(decomposed) for fact in read] == [fact.text for fact in read]
    assert unicodedata.normalize("NFC", read[0].text) == "100대"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    ["최대 100대를 2025년 10월 20일에 산다.", "2025年10月20日购买至多100架。", "It buys up to 100 on October 20, 2025.", "Мы купим 100 самолётов.", "١٠٠ طائرة", "100機を購入"],
)  # fmt: skip
def test_a_text_in_another_language_than_said_is_read_as_far_as_it_goes(
    text: str, language: TextLanguage
) -> None:
    findings = examine({"ko": "최대 100대", language: text})

    assert all(span.of(text) for finding in findings for span in finding.spans.get(language, ()))


def test_nothing_is_said_of_a_language_that_is_not_written_yet() -> None:
    assert examine({"ko": "100대를 산다.", "zh-hans": "", "en": "  "}) == ()
    assert examine({}) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "1234567890123456789012345조 원"),
        ("ko", "1234567890123456789012345천만 명 이하"),
        ("ko", "1234567890123456789012345일 동안"),
        ("zh-hans", "1234567890123456789012345万亿元"),
        ("zh-hans", "万" * 24 + "元"),
        ("en", "1234567890123456789012345 trillion won"),
        ("en", "1234567890123456789012345 days"),
    ],
)
def test_a_row_of_digits_with_a_scale_behind_it_is_no_amount(language: TextLanguage, text: str) -> None:
    assert not any(
        fact.kind in ("money", "duration") and fact.value > 10**20
        for fact in facts(text, language)
        if isinstance(fact.value, Decimal)
    )
    assert examine({"ko": text, "zh-hans": text, "en": text}, house_rules=True) is not None


def test_numbers_longer_than_any_quantity_are_left_alone() -> None:
    assert facts("9" * 5_000 + "개", "ko") == ()
    assert facts("1," + "000," * 30 + "000", "en") == ()
