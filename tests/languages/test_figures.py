"""How a figure reads inside a sentence and set large, in each language."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.figures import (
    Figure,
    FigureKind,
    FigureStatus,
    Qualifier,
    Unit,
    print_figure,
    print_figure_large,
    print_number,
)
from languages.trilingual import LANGUAGES, Language, Trilingual

AIRCRAFT = Unit(
    "aircraft", Trilingual("대", "架", "aircraft"), Trilingual("대", "架", "aircraft"), singular="aircraft"
)
PILLARS = Unit(
    "pillars", Trilingual("축", "支柱", "pillar"), Trilingual("개 축", "大支柱", "pillars"), singular="pillar"
)
WON = Unit("krw", Trilingual("원", "韩元", "won"), Trilingual("원", "韩元", ""), currency="KRW")
DOLLARS = Unit("usd", Trilingual("달러", "美元", "dollar"), Trilingual("달러", "美元", ""), currency="USD")
POINTS = Unit(
    "percent-point",
    Trilingual("퍼센트포인트", "百分点", "percentage point"),
    Trilingual("%포인트", "个百分点", "percentage points"),
    singular="percentage point",
)
PERCENT = Unit("percent", name=Trilingual("퍼센트", "百分比", "percent"), symbol="%")


def figure(kind: FigureKind, value: str | None = None, maximum: str | None = None, **fields: Any) -> Figure:
    return Figure(
        "figure",
        kind,
        value=None if value is None else Decimal(value),
        maximum=None if maximum is None else Decimal(maximum),
        **fields,
    )


@pytest.mark.parametrize(
    ("qualifier", "ko", "zh", "en"),
    [
        ("exact", "100대", "100架", "100 aircraft"),
        ("about", "약 100대", "约100架", "about 100 aircraft"),
        ("nearly", "거의 100대", "近100架", "nearly 100 aircraft"),
        ("up-to", "최대 100대", "至多100架", "up to 100 aircraft"),
        ("under", "100대 미만", "不足100架", "under 100 aircraft"),
        ("at-least", "최소 100대", "至少100架", "at least 100 aircraft"),
        ("more-than", "100대 이상", "超过100架", "more than 100 aircraft"),
    ],
)
def test_a_hedge_stands_where_each_language_puts_it(qualifier: Qualifier, ko: str, zh: str, en: str) -> None:
    printed = print_figure(figure("count", "100", qualifier=qualifier), AIRCRAFT)

    assert printed == Trilingual(ko, zh, en)


@pytest.mark.parametrize(
    ("made", "unit", "ko", "zh", "en"),
    [
        (figure("amount", "1000000000", "2000000000"), DOLLARS, "10억~20억 달러", "10亿至20亿美元", "USD 1 billion to 2 billion"),
        (figure("amount", "500"), WON, "500원", "500韩元", "KRW 500"),
        (figure("amount", "265000"), WON, "26.5만 원", "26.5万韩元", "KRW 265,000"),
        (figure("count", "1"), PILLARS, "1개 축", "一大支柱", "one pillar"),
        (figure("count", "3", "3"), PILLARS, "3개 축", "三大支柱", "three pillars"),
        (figure("count", "3", "5"), PILLARS, "3~5개 축", "3至5大支柱", "3 to 5 pillars"),
        (figure("count", "2"), None, "2", "两", "two"),
        (figure("count", "1.5"), POINTS, "1.5%포인트", "1.5个百分点", "1.5 percentage points"),
        (figure("count", "3"), PERCENT, "3%", "3%", "3%"),
        (figure("share", "10", "20"), None, "10~20%", "10%至20%", "10% to 20%"),
        (figure("share", "10.50"), None, "10.5%", "10.5%", "10.5%"),
        (figure("change", "-4.2"), None, "4.2% 감소", "下降4.2%", "down 4.2%"),
        (figure("change", "5", "7"), None, "5~7% 증가", "增长5%至7%", "up 5% to 7%"),
        (figure("change", "-5", "-3"), None, "3~5% 감소", "下降3%至5%", "down 3% to 5%"),
        (figure("change", "-3", "-5"), None, "3~5% 감소", "下降3%至5%", "down 3% to 5%"),
        (figure("change", "5", qualifier="more-than"), None, "5% 이상 증가", "增长超过5%", "up more than 5%"),
        (figure("change", "-5", qualifier="about"), None, "약 5% 감소", "下降约5%", "down about 5%"),
        (figure("change", "5", qualifier="up-to"), None, "최대 5% 증가", "增长至多5%", "up by up to 5%"),
        (figure("change", "-5", qualifier="under"), None, "5% 미만 감소", "下降不足5%", "down by under 5%"),
        (figure("multiple", "2"), None, "2배", "两倍", "two times"),
        (figure("multiple", "1.5"), None, "1.5배", "1.5倍", "1.5 times"),
        (figure("multiple", "2", "3"), None, "2~3배", "2至3倍", "2 to 3 times"),
        (figure("rank", "1"), None, "1위", "第1位", "first"),
        (figure("rank", "20", "27"), None, "20위에서 27위", "由第20位至第27位", "from 20th to 27th"),
        (figure("rank", "12", qualifier="up-to"), None, "12위 이내", "前12位", "the top 12"),
        (figure("ordinal", "21"), None, "제21", "第21", "21st"),
        (figure("ordinal", "112"), None, "제112", "第112", "112th"),
        (figure("name", literal="RTX Pro 6000"), None, "RTX Pro 6000", "RTX Pro 6000", "RTX Pro 6000"),
    ],
)  # fmt: skip
def test_a_figure_reads_in_each_language_in_its_own_way(
    made: Figure, unit: Unit | None, ko: str, zh: str, en: str
) -> None:
    assert print_figure(made, unit) == Trilingual(ko, zh, en)


@pytest.mark.parametrize(
    ("qualifier", "ko", "zh", "en"),
    [
        ("about", "2027년경", "2027年前后", "around 2027"),
        ("up-to", "늦어도 2027년", "不晚于2027年", "no later than 2027"),
        ("under", "2027년 이전", "早于2027年", "before 2027"),
        ("at-least", "빨라도 2027년", "不早于2027年", "no earlier than 2027"),
        ("more-than", "2027년 이후", "晚于2027年", "after 2027"),
    ],
)
def test_a_hedged_date_is_hedged_as_a_time_and_in_every_language(
    qualifier: Qualifier, ko: str, zh: str, en: str
) -> None:
    made = figure("date", day=date(2027, 1, 1), day_precision="year", qualifier=qualifier)

    assert print_figure(made, None) == Trilingual(ko, zh, en)


def test_a_figure_set_large_has_digits_where_a_sentence_has_words() -> None:
    three = figure("count", "3")

    in_words, large = print_figure(three, PILLARS), print_figure_large(three, PILLARS)

    assert (in_words.zh_hans, in_words.en) == ("三大支柱", "three pillars")
    assert (large.zh_hans, large.en) == ("3大支柱", "3 pillars")
    assert print_figure_large(figure("multiple", "3"), None) == Trilingual("3배", "3倍", "3 times")


def test_a_date_nobody_knows_prints_nothing_not_even_its_hedge() -> None:
    unknown = figure("date", day_precision="month", qualifier="about")
    undated = figure("date", day=date(2025, 1, 1), day_precision="none", qualifier="about")

    assert print_figure(unknown, None) == print_figure(undated, None) == Trilingual()


def test_a_unit_that_english_has_no_word_for_leaves_no_space_behind() -> None:
    made = figure("count", "12")

    assert (
        print_figure(made, Unit("bare", Trilingual("점", "分", "point"), Trilingual("점", "分", "")))["en"]
        == "12"
    )


@pytest.mark.parametrize(
    ("value", "ko", "zh", "en"),
    [
        ("0", "0", "0", "0"),
        ("0.5", "0.5", "0.5", "0.5"),
        ("9999", "9,999", "9999", "9,999"),
        ("10000", "1만", "1万", "10,000"),
        ("12345", "1만 2,345", "1.2345万", "12,345"),
        ("10000.5", "10,000.5", "1.00005万", "10,000.5"),
        ("100010000.5", "100,010,000.5", "1.000100005亿", "100,010,000.5"),
        ("123456789", "1억 2,345만 6,789", "1.23456789亿", "123,456,789"),
        ("1234567", "123만 4,567", "123.4567万", "1,234,567"),
        ("1200000", "120만", "120万", "1.2 million"),
        ("-0.00", "0", "0", "0"),
        ("1900000000000000", "1,900조", "1900万亿", "1,900 trillion"),
        ("-4600000000000", "-4.6조", "-4.6万亿", "-4.6 trillion"),
        ("999999999999999999", "999,999조 9,999억 9,999만 9,999", "999999.999999999999万亿", "999,999,999,999,999,999"),
    ],
)  # fmt: skip
def test_a_number_prints_exactly_in_the_steps_of_its_language(value: str, ko: str, zh: str, en: str) -> None:
    printed = [print_number(Decimal(value), language) for language in LANGUAGES]

    assert printed == [ko, zh, en]


# properties ----------------------------------------------------------------------------------------

texts = st.text(max_size=12)
trilingual = st.builds(Trilingual, texts, texts, texts)
units = st.none() | st.builds(
    Unit,
    st.just("unit"),
    trilingual,
    trilingual,
    texts,
    st.sampled_from(["", "KRW"]),
    st.sampled_from(["", "%"]),
)
decimals = st.decimals(-(10**18), 10**18, places=6) | st.decimals(allow_nan=True, allow_infinity=True).filter(
    lambda number: not number.is_finite() or abs(number.adjusted()) < 40
)
days = st.dates()
figures = st.builds(
    Figure,
    key=st.just("figure"),
    kind=st.sampled_from(get_args(FigureKind.__value__)),
    value=st.none() | decimals,
    maximum=st.none() | decimals.filter(Decimal.is_finite),
    day=st.none() | days,
    day_end=st.none() | days,
    day_precision=st.sampled_from(["day", "range", "early-month", "month", "year", "decade", "none"]),
    literal=texts,
    qualifier=st.sampled_from(get_args(Qualifier.__value__)),
    status=st.sampled_from(get_args(FigureStatus.__value__)),
)


@given(figures, units)
def test_no_figure_however_odd_stops_an_edition(made: Figure, unit: Unit | None) -> None:
    printed = print_figure(made, unit), print_figure_large(made, unit)

    assert all(isinstance(text, str) for figure in printed for _language, text in figure.items())


@given(st.integers(1, 9))
def test_a_small_count_is_the_same_number_in_korean_digits_and_english_words(count: int) -> None:
    names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

    printed = print_figure(figure("count", str(count)), PILLARS)

    assert int(re.sub(r"\D", "", printed.ko)) == count
    assert names.index(printed.en.split()[0]) + 1 == count


@given(st.integers(10, 10**15), st.sampled_from(LANGUAGES))
def test_no_digit_of_a_count_is_lost_in_any_language(count: int, language: Language) -> None:
    printed = print_number(Decimal(count), language)

    assert _read(printed, language) == count


def _read(printed: str, language: Language) -> Decimal:
    """The number that a reader takes from the print."""
    steps = {
        "ko": {"조": 10**12, "억": 10**8, "만": 10**4},
        "zh-hans": {"万亿": 10**12, "亿": 10**8, "万": 10**4},
        "en": {"trillion": 10**12, "billion": 10**9, "million": 10**6},
    }[language]
    found = re.findall(r"([\d.,]+) ?(\D*)", printed)
    return sum(
        (Decimal(number.replace(",", "")) * steps.get(step.strip(), 1) for number, step in found), Decimal()
    )
