"""The same text as other hands, programs and houses would set it says the same, and its errors are found as well."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

import pytest
from opencc import OpenCC

from benchmarks.parity.corpus import broken_copies, triples
from languages.parity import TextLanguage, differences, facts

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_NUMBER = re.compile(r"\d(?:[\d,.]*\d)?")


def _spaced(text: str) -> str:
    return re.sub(r"(?<=[一-鿿])(?=[0-9A-Za-z$])|(?<=[0-9A-Za-z%])(?=[一-鿿])", " ", text)


def _half_width_signs(text: str) -> str:
    return text.translate(str.maketrans("，；：（）", ",;:()"))


def _bold_figures(text: str) -> str:
    return _NUMBER.sub(r"<b>\g<0></b>", text)


def _without_thousands_signs(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})", "", text)


WAYS: Mapping[str, tuple[TextLanguage, Callable[[str], str]]] = {
    "Chinese with spaces beside numbers": ("zh-hans", _spaced),
    "Chinese with half-width signs": ("zh-hans", _half_width_signs),
    "full-width digits": ("zh-hans", lambda text: text.translate(_FULL_WIDTH)),
    "decomposed Hangul": ("ko", lambda text: unicodedata.normalize("NFD", text)),
    "bold figures in Korean": ("ko", _bold_figures),
    "bold figures in Chinese": ("zh-hans", _bold_figures),
    "bold figures in English": ("en", _bold_figures),
    "no signs between thousands in Korean": ("ko", _without_thousands_signs),
    "no signs between thousands in English": ("en", _without_thousands_signs),
    "per cent": ("en", lambda text: re.sub(r"(?<=\d)%", " per cent", text)),
    "percent signs": ("en", lambda text: re.sub(r"(?<=\d) per ?cent\b", "%", text)),
    "English broken within its sentences": (
        "en",
        lambda text: re.sub(r"(?<=[a-z,]) (?=[a-z]+ [a-z]+ )", "\n", text, count=3),
    ),
    "billions cut short": ("en", lambda text: re.sub(r"(?<=\d) billion", "bn", text)),
    "months cut short": (
        "en",
        lambda text: re.sub(r"\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)[a-z]{4,6} (?=\d)", r"\1. ", text),
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_text_set_otherwise_says_the_same(way: str) -> None:
    language, set_otherwise = WAYS[way]
    texts = [text for name in ("fresh-fifth", "fresh-sixth", "news") for text in triples(name)]
    changed = [
        {**text, language: other}
        for text in texts
        if language in text and (other := set_otherwise(text[language])) != text[language]
    ]

    alarms = {text["ko"]: found for text in changed if (found := differences(text))}

    assert len(changed) > 5
    assert alarms == {}


@pytest.mark.parametrize("script", ["s2t", "s2tw", "s2hk"])
def test_traditional_characters_say_the_same(script: str) -> None:
    convert = OpenCC(script).convert
    texts = triples("fresh-sixth")

    assert len(texts) > 100
    alarms = {
        text["ko"]: found
        for text in texts
        if (found := differences({"ko": text["ko"], "zh-hant": convert(text["zh-hans"]), "en": text["en"]}))
    }

    assert alarms == {}


def test_errors_are_found_in_spaced_chinese_as_in_solid() -> None:
    copies = [copy for copy in broken_copies("fresh-sixth") if copy.language == "zh-hans"]
    spaced = [{**copy.wrong, "zh-hans": _spaced(copy.wrong["zh-hans"])} for copy in copies]

    missed = [
        copy.wrong["zh-hans"]
        for copy, text in zip(copies, spaced, strict=True)
        if differences(copy.wrong) and not differences(text)
    ]

    assert len(copies) > 50
    assert missed == []


def test_what_is_found_is_marked_where_it_stands_in_the_text_as_given() -> None:
    texts: dict[TextLanguage, str] = {
        "ko": unicodedata.normalize("NFD", "정부는 260만 달러를 지원한다."),
        "zh-hans": "政府将提供 <b>26</b> 万美元支援。",
        "en": "The government will provide $2.6 million in support.",
    }

    (finding,) = differences(texts)

    assert {language: spans[0].of(texts[language]) for language, spans in finding.spans.items()} == {
        "ko": unicodedata.normalize("NFD", "260만 달러"),
        "zh-hans": "26</b> 万美元",
        "en": "$2.6 million",
    }
    assert finding.details["zh-hans"] == "26万美元"


@pytest.mark.parametrize(
    ("text", "language", "stands"),
    [
        ("占 <b>12.6%</b> 的份额", "zh-hans", ["12.6%"]),
        ("총 <b>100명</b>", "ko", ["100명"]),
        ("<b>10</b><b>20명</b>", "ko", ["10", "20명"]),
        ('<span class="a>b">30</span> homes', "en", ["30</span> homes"]),
        ("2025\u00a0年\u00a010\u00a0月", "zh-hans", ["2025\u00a0年\u00a010\u00a0月"]),
    ],
)
def test_a_figure_stands_where_its_first_and_last_character_do(
    text: str, language: TextLanguage, stands: list[str]
) -> None:
    assert [fact.span.of(text) for fact in facts(text, language) if fact.hard] == stands
