"""A figure, stored once, and how it prints in Korean, Chinese and English.

The one place that decides how a figure reads. Called by `briefings.assembly.compose` alone.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from typing import Literal, assert_never

import msgspec

from languages.chinese import numeral
from languages.dates import DatePrecision, print_date
from languages.trilingual import LANGUAGES, Language, Trilingual

type FigureKind = Literal[
    "amount",
    "count",
    "share",
    "change",
    "multiple",
    "rank",
    "ordinal",
    "area",
    "date",
    "name",
]
type Qualifier = Literal["exact", "about", "nearly", "up-to", "under", "at-least", "more-than"]
type FigureStatus = Literal["actual", "plan", "target", "claim"]
type Printable = Literal["always", "after-check", "never"]

# what stands before and behind a quantity
_QUALIFIERS: dict[Qualifier, dict[Language, tuple[str, str]]] = {
    "exact": {"ko": ("", ""), "zh-hans": ("", ""), "en": ("", "")},
    "about": {"ko": ("약 ", ""), "zh-hans": ("约", ""), "en": ("about ", "")},
    "nearly": {"ko": ("거의 ", ""), "zh-hans": ("近", ""), "en": ("nearly ", "")},
    "up-to": {"ko": ("최대 ", ""), "zh-hans": ("至多", ""), "en": ("up to ", "")},
    "under": {"ko": ("", " 미만"), "zh-hans": ("不足", ""), "en": ("under ", "")},
    "at-least": {"ko": ("최소 ", ""), "zh-hans": ("至少", ""), "en": ("at least ", "")},
    "more-than": {"ko": ("", " 이상"), "zh-hans": ("超过", ""), "en": ("more than ", "")},
}
# the same in front of and behind a date: 2027년까지, 2027年之前, by 2027
_DATE_QUALIFIERS: dict[Qualifier, dict[Language, tuple[str, str]]] = {
    "exact": {"ko": ("", ""), "zh-hans": ("", ""), "en": ("", "")},
    "about": {"ko": ("", "경"), "zh-hans": ("", "前后"), "en": ("around ", "")},
    "nearly": {"ko": ("", " 직전"), "zh-hans": ("临近", ""), "en": ("just before ", "")},
    "up-to": {"ko": ("늦어도 ", ""), "zh-hans": ("不晚于", ""), "en": ("no later than ", "")},
    "under": {"ko": ("", " 이전"), "zh-hans": ("早于", ""), "en": ("before ", "")},
    "at-least": {"ko": ("빨라도 ", ""), "zh-hans": ("不早于", ""), "en": ("no earlier than ", "")},
    "more-than": {"ko": ("", " 이후"), "zh-hans": ("晚于", ""), "en": ("after ", "")},
}
STATUS_WORDS: dict[FigureStatus, Trilingual] = {
    "actual": Trilingual("실적", "实际值", "actual"),
    "plan": Trilingual("계획", "计划", "plan"),
    "target": Trilingual("목표", "目标", "target"),
    "claim": Trilingual("자체 발표", "单方说法", "claim"),
}
_SMALL_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_ORDINALS = (
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
)
_PRECISION = 60
_MYRIAD_STEPS = ((10**12, "조", "万亿"), (10**8, "억", "亿"), (10**4, "만", "万"))
_ENGLISH_STEPS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


class Unit(msgspec.Struct, frozen=True, gc=False):
    """What is counted, and how each language counts it."""

    slug: str
    name: Trilingual
    counter: Trilingual = Trilingual()
    """Behind the number: 대, 架; in English the plural."""
    singular: str = ""
    currency: str = ""
    """ISO 4217 code: English prints it before the number."""
    symbol: str = ""
    """Printed behind the number in every language, such as %."""


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A number or a date with what must be said about it."""

    key: str
    kind: FigureKind
    label: Trilingual = Trilingual()
    value: Decimal | None = None
    maximum: Decimal | None = None
    """The other end of a range of values, or the rank after a change."""
    day: date | None = None
    day_end: date | None = None
    day_precision: DatePrecision = "day"
    literal: str = ""
    """A name that holds a number (HBM3E, RTX Pro 6000): never reformatted."""
    unit: str = ""
    qualifier: Qualifier = "exact"
    status: FigureStatus = "actual"
    as_of: date | None = None
    printable: Printable = "always"
    source: str = ""
    """Key of a source of the same item."""


def print_figure(figure: Figure, unit: Unit | None) -> Trilingual:
    """The figure with its qualifier, as it reads inside a sentence of each language."""
    return Trilingual(*(_print(figure, unit, language, in_words=True) for language in LANGUAGES))


def print_figure_large(figure: Figure, unit: Unit | None) -> Trilingual:
    """The figure as it stands alone, in a table or set large: with digits, not words."""
    return Trilingual(*(_print(figure, unit, language, in_words=False) for language in LANGUAGES))


def prints_nothing(figure: Figure) -> bool:
    """Whether a text that names the figure would have a hole in its place."""
    return not _print(figure, None, "ko", in_words=True)


def _print(figure: Figure, unit: Unit | None, language: Language, *, in_words: bool) -> str:
    if figure.kind == "name":
        return figure.literal
    if figure.kind == "date":
        if figure.day is None:
            return ""
        before, behind = _DATE_QUALIFIERS[figure.qualifier][language]
        day = print_date(figure.day, figure.day_precision, language, figure.day_end)
        return before + day + behind if day else ""
    value = figure.value
    if value is None or not value.is_finite():
        return figure.literal
    if figure.maximum == value:
        figure = msgspec.structs.replace(figure, maximum=None)  # 3 to 3 is 3
    with localcontext(prec=_PRECISION):  # exact for every number that a column of the database holds
        return _quantity(figure, value, unit, language, in_words=in_words)


def _quantity(
    figure: Figure, value: Decimal, unit: Unit | None, language: Language, *, in_words: bool
) -> str:
    match figure.kind:
        case "share":
            return _qualified(figure, language, _share(figure, value, language))
        case "change":
            return _change(figure, value, language)
        case "multiple":
            return _qualified(figure, language, _multiple(figure, value, language, in_words=in_words))
        case "rank":
            return _rank(figure, value, language)
        case "ordinal":
            return _qualified(figure, language, _ordinal(value, language))
        case "amount" | "count" | "area" | "date" | "name":
            return _qualified(figure, language, _counted(figure, value, unit, language, in_words=in_words))
        case _:
            assert_never(figure.kind)


def _qualified(figure: Figure, language: Language, quantity: str) -> str:
    before, behind = _QUALIFIERS[figure.qualifier][language]
    return before + quantity + behind


def _counted(figure: Figure, value: Decimal, unit: Unit | None, language: Language, *, in_words: bool) -> str:
    if unit is not None and unit.currency:
        number = _range(figure, value, language)
        return f"{unit.currency} {number}" if language == "en" else _with_counter(number, unit, language)
    number = _range(figure, value, language)
    if unit is not None and unit.symbol:
        return number + unit.symbol
    small = in_words and _is_said_in_a_word(figure, value)
    if small and figure.kind == "count" and language != "ko":
        words = numeral(int(value), before_counter=True), _SMALL_ENGLISH[int(value)]
        number = words[0] if language == "zh-hans" else words[1]
    if unit is None:
        return number
    if language == "en":
        one = value == 1 and figure.maximum is None
        return f"{number} {unit.singular if one else unit.counter.en or unit.singular}".rstrip()
    return _with_counter(number, unit, language)


def _is_said_in_a_word(figure: Figure, value: Decimal) -> bool:
    """Whether a number is a single whole one from one to nine."""
    return value == value.to_integral_value() and 0 < value < 10 and figure.maximum is None


def _with_counter(number: str, unit: Unit, language: Language) -> str:
    """Korean sets a space between 조·억·만 and a currency or a Latin unit, none before a counter."""
    counter = unit.counter[language]
    if language == "ko" and ((unit.currency and not number[-1].isdigit()) or number[-1] in "조억만"):
        return f"{number} {counter.lstrip()}"
    return number + counter


def _range(figure: Figure, value: Decimal, language: Language) -> str:
    return _span(print_number(value, language), _maximum(figure, language), language)


def _maximum(figure: Figure, language: Language) -> str:
    return "" if figure.maximum is None else print_number(figure.maximum, language)


def _span(first: str, second: str, language: Language) -> str:
    sign = {"ko": "~", "zh-hans": "至", "en": " to "}[language]
    return first + sign + second if second else first


def _share(figure: Figure, value: Decimal, language: Language) -> str:
    """Korean writes the sign once (10~20%), Chinese and English at both ends."""
    if figure.maximum is None or language == "ko":
        return _range(figure, value, language) + "%"
    return _span(print_number(value, language) + "%", _maximum(figure, language) + "%", language)


def _change(figure: Figure, value: Decimal, language: Language) -> str:
    """The qualifier belongs to the number, not to the direction: up about 5%, 5% 이상 증가."""
    falls = value < 0
    # a fall of -5 to -3 is one of 3 to 5
    smallest, *largest = sorted(abs(end) for end in (value, figure.maximum) if end is not None)
    size = msgspec.structs.replace(figure, value=smallest, maximum=largest[0] if largest else None)
    number = _qualified(figure, language, _share(size, smallest, language))
    if language == "ko":
        return number + (" 감소" if falls else " 증가")
    if language == "zh-hans":
        return ("下降" if falls else "增长") + number
    # up by up to 5%, up by under 5%: beside another preposition the number needs its own
    by = "by " if figure.qualifier in ("up-to", "under") else ""
    return ("down " if falls else "up ") + by + number


def _multiple(figure: Figure, value: Decimal, language: Language, *, in_words: bool) -> str:
    number = _range(figure, value, language)
    if language == "ko":
        return number + "배"
    small = in_words and _is_said_in_a_word(figure, value)
    if language == "zh-hans":
        return (numeral(int(value), before_counter=True) if small else number) + "倍"
    return (_SMALL_ENGLISH[int(value)] if small else number) + " times"


def _rank(figure: Figure, value: Decimal, language: Language) -> str:
    rank = int(value)
    if figure.qualifier == "up-to" and figure.maximum is None:
        return _among_the_first(rank, language)
    first = _one_rank(rank, language)
    if figure.maximum is not None:
        second = _one_rank(int(figure.maximum), language)
        first = Trilingual(f"{first}에서 {second}", f"由{first}至{second}", f"from {first} to {second}")[
            language
        ]
    return _qualified(figure, language, first)


def _among_the_first(rank: int, language: Language) -> str:
    """Three, up to: one of the first three."""
    if language == "ko":
        return f"{rank}위 이내"
    if language == "zh-hans":
        return f"前{_chinese_number(rank)}位"
    return f"the top {_SMALL_ENGLISH[rank] if 0 < rank < 10 else rank}"


def _one_rank(rank: int, language: Language) -> str:
    if language == "ko":
        return f"{rank}위"
    if language == "zh-hans":
        return f"第{rank}位"
    return _ordinal(Decimal(rank), "en")


def _ordinal(value: Decimal, language: Language) -> str:
    number = int(value)
    if language == "ko":
        return f"제{number}"
    if language == "zh-hans":
        return "第" + _chinese_number(number)
    if 0 < number < len(_ENGLISH_ORDINALS):
        return _ENGLISH_ORDINALS[number]
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(abs(number) % 10, "th")
    return f"{number}{'th' if abs(number) % 100 in (11, 12, 13) else suffix}"


def _chinese_number(number: int) -> str:
    return numeral(number) if 0 <= number <= 10 else str(number)


def print_number(value: Decimal, language: Language) -> str:
    """A number in the steps of its language: 10.1조, 10.1万亿, 10.1 trillion; 26만, 26万, 260,000."""
    if not value:
        return "0"  # without the sign that a zero may have
    if value < 0:
        return "-" + print_number(-value, language)
    if language == "en":
        return _english_number(value)
    if language == "ko" and value > 10_000 and value % 1 and int(value) % 10_000 == 0:
        return _plain(value, grouped=True)  # 1만 0.5 would be read as two numbers
    for step, korean, chinese in _MYRIAD_STEPS:
        if value >= step:
            return _myriad(value, step, korean if language == "ko" else chinese, language)
    return _plain(value, grouped=language == "ko")


def _myriad(value: Decimal, step: int, word: str, language: Language) -> str:
    scaled = value / step
    if language == "zh-hans":
        return _plain(scaled) + word
    # Korean: one decimal at most (10.1조), else the next step is spelled out (12조 1,661억)
    if scaled == round(scaled, 1):
        return _plain(scaled, grouped=True) + word
    whole, rest = divmod(value, step)
    return f"{_plain(whole, grouped=True)}{word} {print_number(rest, 'ko')}"


def _english_number(value: Decimal) -> str:
    for step, word in _ENGLISH_STEPS:
        if value >= step:
            scaled = value / step
            # 1,234,567 reads worse as 1.234567 million: words only where they shorten
            if -_exponent(scaled) <= 4:
                return f"{_plain(scaled, grouped=True)} {word}"
            break
    return _plain(value, grouped=True)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _plain(value: Decimal, *, grouped: bool = False) -> str:
    """Digits without an exponent or trailing zeros; from 10,000 up English and Korean group by three."""
    text = f"{value:,f}" if grouped else f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text
