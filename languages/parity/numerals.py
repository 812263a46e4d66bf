"""Numbers as they are written: digits, myriads (만·억·조, 万·亿), and in words. Always exact.

The functions read a numeral that begins at a place, and say where it ends. They never look further
back than that place, so that reading a text takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Final

import msgspec

DIGITS: Final = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
"""A number in Arabic digits, grouped by three or not."""
EXACT: Final = Context(prec=80)
"""Numbers of more digits are no quantities, so that nothing is ever rounded."""
LONGEST: Final = 30
LARGEST: Final = Decimal(10) ** 20
"""Whatever is more counts nothing, so that every number may be divided: 万万万万, a row of digits before 조."""


class Numeral(msgspec.Struct, frozen=True):
    """A number, and where it ends in the text."""

    value: Decimal
    end: int
    spelled: bool = False
    """In words or characters: 세, 三, three."""
    odd: bool = False
    """Somewhat more than that: 30여만, 30多万."""
    round: bool = False
    """A power of ten without a digit before it, such as 천 or 万: often a figure of speech."""


def times(number: Decimal, factor: int | Decimal) -> Decimal:
    """The product, exact and without an exponent: 1.5 times 100000000 is 150000000."""
    product = EXACT.multiply(number, Decimal(factor))
    return product.quantize(Decimal(1), context=EXACT) if product == product.to_integral_value() else product


def digits(text: str) -> Decimal:
    """The number that Arabic digits stand for, commas left out."""
    return Decimal(text.replace(",", ""))


# --- Korean and Chinese count in myriads ---------------------------------------------------------

_SMALL: dict[str, int] = {
    "십": 10,
    "백": 100,
    "천": 1000,
    "十": 10,
    "百": 100,
    "千": 1000,
    "拾": 10,
    "佰": 100,
}
_LARGE: dict[str, int] = {
    "만": 10**4,
    "억": 10**8,
    "조": 10**12,
    "경": 10**16,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
    "兆": 10**12,
}
_ONES: dict[str, int] = {
    **dict(zip("일이삼사오육칠팔구", range(1, 10), strict=True)),
    **dict(zip("一二三四五六七八九", range(1, 10), strict=True)),
    "영": 0,
    "〇": 0,
    "零": 0,
    "○": 0,
    "两": 2,
    "兩": 2,
}
_MYRIAD_TOKEN = re.compile(
    rf"{DIGITS}|[十百千拾佰万萬亿億兆십백천만억조경일이삼사오육칠팔구一二三四五六七八九〇零○两兩영]"
)
_KOREAN = re.compile(
    rf"(?:{DIGITS})(?:(?:천 (?=[0-9]백만)|[십백천])(?!만큼)(?:(?:{DIGITS})?[십백천]){{0,6}}+(?:{DIGITS})?+)?+"
    rf"(?P<odd>여 ?(?=[만억조]))?(?:[만억]|경(?![가-힣])|경(?=원|달러|여|유로|엔|위안)|조(?!각|항|약|례))?+"
    # 12조 1,661억, 1억2천만
    rf"(?:(?<=[만억조경]) ?(?:(?:{DIGITS})[십백천]?|[십백천])(?:(?:{DIGITS})?[십백천]){{0,6}}+(?:{DIGITS})?+[만억조]){{0,6}}+"
    # 2만 3,400, 1만 2,345.67달러; but 10만 2025년
    rf"(?:(?<=[만억조])(?: (?=[0-9,]{{1,5}}(?:\.[0-9]{{1,6}}(?= ?(?:원|달러|유로|위안|엔)))?(?: ?(?:[가-힣㎡㎢㎞㎏㎥㎾㎿㏊%]|(?:km|mm|cm|m|kg|t|ha|kW|MW|GW|[kMGT]?Wh|TEU|L|kL)(?![A-Za-z0-9]))|~ ?[0-9])|[0-9],[0-9]{{3}}[A-Za-z]{{1,6}}(?![A-Za-z0-9]))(?![0-9]+(?:년|월|일|%)))?(?:{DIGITS})(?:[십백천](?:{DIGITS})?){{0,6}}+)?"
)
_KOREAN_WORDS = re.compile(r"[일이삼사오육칠팔구십백천만억조]{1,31}+")
_KOREAN_NATIVE_TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
_KOREAN_NATIVE_ONES = {
    "한": 1,
    "하나": 1,
    "두": 2,
    "둘": 2,
    "세": 3,
    "셋": 3,
    "석": 3,
    "네": 4,
    "넷": 4,
    "넉": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
}
KOREAN_NATIVE: Final = (
    r"(?:(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)"
    r"|열|스무|스물|서른|마흔|쉰|예순|일흔|여든|아흔"
    r"|하나|한|두|둘|세|셋|석|네|넷|넉|다섯|여섯|일곱|여덟|아홉)"
)
_HAN_DIGIT = "一二三四五六七八九〇零○两兩"
# kilowatts and hectopascals are units, not numbers
_HAN_SIGN = rf"(?:[{_HAN_DIGIT}十拾佰万萬亿億]|百(?!帕|分[之点點比])|千(?![瓦克米卡帕赫伏]))"
_CHINESE = re.compile(
    rf"(?:(?:{DIGITS})|{_HAN_SIGN})"
    rf"(?:(?<=[0-9十百千万萬])(?P<odd>[多余餘])(?=[万萬亿億])|{_HAN_SIGN}|兆(?![瓦赫字帕])|(?<=[十百千万萬亿億兆])(?:{DIGITS})){{0,24}}+"
    rf"(?:点(?=[一二三四五六七八九〇零])(?P<fraction>[一二三四五六七八九〇零]{{1,12}}+)(?![分刻十])(?P<scale>[万萬]?[亿億]?))?"
)


def myriad(text: str) -> Decimal | None:
    """The value of a numeral such as `12조 1,661억`, `1천5백억`, `三百二十万` or `二〇二五`; None if it is none."""
    total = Decimal(0)
    section = Decimal(0)
    number: Decimal | None = None
    largest = 0
    for token in _MYRIAD_TOKEN.findall(text):
        if token[0] in "0123456789":
            if number is not None:
                return None
            number = digits(token)
        elif token in _ONES:
            number = (
                Decimal(_ONES[token])
                if number is None
                else EXACT.add(EXACT.multiply(number, Decimal(10)), Decimal(_ONES[token]))
            )
        elif token in _SMALL:
            section = EXACT.add(section, times(Decimal(1) if number is None else number, _SMALL[token]))
            number = None
        else:
            step = _LARGE[token]
            section = EXACT.add(section, number or Decimal(0))
            number = None
            if total and (step > largest or not section):  # 万亿, 3만 5천억, 万万亿
                if total > LARGEST:
                    return None
                total = times(EXACT.add(total, section), step)
            else:
                total = EXACT.add(total, times(section or Decimal(1), step))
            section = Decimal(0)
            largest = max(step, largest)
    value = EXACT.add(EXACT.add(total, section), number or Decimal(0))
    return value if value <= LARGEST else None


def korean(text: str, at: int) -> Numeral | None:
    """The numeral in digits, with 십·백·천·만·억·조 behind them, that begins at `at`."""
    found = _KOREAN.match(text, at)
    if found is None or len(found[0]) > LONGEST:
        return None
    value = myriad(found[0])
    return None if value is None else Numeral(value, found.end(), odd=found["odd"] is not None)


def korean_words(text: str, at: int) -> Numeral | None:
    """A Sino-Korean numeral in letters that begins at `at`: 삼십만, 백만, 천.

    Only what holds a power of ten is one: 이 사람 and 사 회사 are no numbers.
    """
    found = _KOREAN_WORDS.match(text, at)
    if found is None or len(found[0]) > LONGEST or not any(c in _SMALL or c in _LARGE for c in found[0]):
        return None
    value = myriad(found[0])
    return None if value is None else Numeral(value, found.end(), spelled=True, round=len(found[0]) == 1)


def korean_native(word: str) -> Decimal:
    """What 세, 열두 or 스무 counts.

    Raises:
        KeyError: it is no native numeral.
    """
    if word in _KOREAN_NATIVE_TENS:
        return Decimal(_KOREAN_NATIVE_TENS[word])
    for tens, value in _KOREAN_NATIVE_TENS.items():
        if word.startswith(tens):
            return Decimal(value + _KOREAN_NATIVE_ONES[word.removeprefix(tens)])
    return Decimal(_KOREAN_NATIVE_ONES[word])


def chinese(text: str, at: int) -> Numeral | None:
    """The numeral in digits or characters that begins at `at`: 26万, 10.1万亿, 三百二十, 三点五."""
    found = _CHINESE.match(text, at)
    if found is None or len(found[0]) > LONGEST:
        return None
    body = text[at : found.start("fraction") - 1] if found["fraction"] else found[0]
    value = myriad(body)
    if value is None:
        return None
    if found["fraction"]:
        decimals = "".join(str(_ONES[character]) for character in found["fraction"])
        value = EXACT.add(value, Decimal(f"0.{decimals}"))
        for scale in found["scale"]:
            value = times(value, _LARGE[scale])
    spelled = not any(character in "0123456789" for character in body)
    alone = spelled and not any(character in _ONES for character in body)
    return Numeral(value, found.end(), spelled, odd=found["odd"] is not None, round=alone and body != "十")


# --- Roman numerals, in every language -----------------------------------------------------------------

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ROMAN: Final = "[Ⅱ-Ⅻ]|" + "|".join(sorted((word for word in _ROMAN if len(word) > 1), key=len, reverse=True))
"""From two on, of two letters or more: a V or X alone is a letter."""


ROMAN_SIGNS: Final = ("I", "V", "X", *(chr(ord("Ⅰ") + number) for number in range(1, 12)))
"""What every Roman numeral begins with."""


def roman(written: str) -> Decimal:
    """What `III`, or the one sign `Ⅲ`, counts."""
    return Decimal(ord(written) - ord("Ⅰ") + 1 if written >= "Ⅰ" else _ROMAN.index(written) + 1)


# --- English ---------------------------------------------------------------------------------------

_ENGLISH_ONES = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_ENGLISH_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
ENGLISH_SCALES: Final[Mapping[str, int]] = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "bn": 10**9,
    "mn": 10**6,
    "mln": 10**6,
    "tn": 10**12,
    "trn": 10**12,
}
_SCALE_WORDS = "|".join(sorted(ENGLISH_SCALES, key=len, reverse=True))
_ENGLISH_DIGITS = re.compile(
    rf"(?P<digits>{DIGITS})(?:[ -]?(?P<scale>{_SCALE_WORDS})\b(?:[ -](?P<second>million|billion|trillion)\b)?)?",
    re.IGNORECASE,
)
_NUMBER_WORDS = "|".join((*sorted(_ENGLISH_ONES, key=len, reverse=True), *_ENGLISH_TENS))
ENGLISH_NUMBER_WORDS: Final = tuple(_NUMBER_WORDS.split("|"))
ENGLISH_FIRST_WORD: Final = rf"(?:{_NUMBER_WORDS}|an? (?:hundred|thousand|million|billion|trillion)|half a (?:million|billion|trillion))\b"
_ENGLISH_WORD = re.compile(r"(?P<join>[ -]?)(?P<word>[A-Za-z]+)")
_AND_A_HALF = re.compile(
    r"-and-(?:a|one)-half\b| and (?:a|one)[ -]half\b(?!-)| and (?:(?P<quarter>a|one)|(?P<three>three))[ -]quarters?\b(?= (?:hours?|years?|times)\b)",
    re.IGNORECASE,
)
_VULGAR: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_ENGLISH_FRACTION = re.compile(
    r" point((?: (?:zero|one|two|three|four|five|six|seven|eight|nine))+)\b", re.IGNORECASE
)
_ENGLISH_START = re.compile(r"half a (?=[a-z])|an? (?=[a-z])", re.IGNORECASE)


def english(text: str, at: int) -> Numeral | None:
    """The numeral in digits, with million, billion … behind them, that begins at `at`."""
    found = _ENGLISH_DIGITS.match(text, at)
    if found is None or len(found[0]) > LONGEST:
        return None
    value = digits(found["digits"])
    for scale in (found["scale"], found["second"]):
        if scale:
            value = times(value, ENGLISH_SCALES[scale.lower()])
    if value > LARGEST:
        return None
    if part := _VULGAR.get(text[found.end() : found.end() + 1]):
        return Numeral(EXACT.add(value, part), found.end() + 1)
    half = None if found["scale"] else _AND_A_HALF.match(text, found.end())
    if half is not None:
        return Numeral(EXACT.add(value, _part_more(half)), half.end())
    return Numeral(value, found.end())


def english_words(text: str, at: int) -> Numeral | None:
    """The numeral in words that begins at `at`: twenty-five, three and a half million, half a million."""
    total = Decimal(0)
    section: Decimal | None = None
    end = at
    start = _ENGLISH_START.match(text, at)
    if start is not None:
        section, end = (Decimal("0.5") if start[0][0] in "hH" else Decimal(1)), start.end()
    while len(text) > end and end - at <= 120:
        found = _ENGLISH_WORD.match(text, end)
        if found is None or (end > at and not found["join"] and start is None):
            break
        word = found["word"].lower()
        if word in ENGLISH_SCALES and (section is not None or total) and len(word) > 3:
            if word == "hundred":
                section = times(section or Decimal(1), 100)
            else:
                total = EXACT.add(total, times(section or Decimal(1), ENGLISH_SCALES[word]))
                section = Decimal(0)
        elif (small := _small_english(word, section)) is not None:
            section = small
        elif word == "and" and section is not None and (half := _AND_A_HALF.match(text, end)):
            section, end = EXACT.add(section, _part_more(half)), half.end()
            continue
        elif (
            word == "and"
            and (total or (section is not None and section >= 100))
            and _joins(text, found.end())
        ):
            end = found.end()
            continue
        elif word == "point" and section is not None and (decimals := _ENGLISH_FRACTION.match(text, end)):
            written = "".join(str(_ENGLISH_ONES[one]) for one in decimals[1].lower().split())
            section, end = EXACT.add(section, Decimal(f"0.{written}")), decimals.end()
            continue
        else:
            break
        end = found.end()
    if end == at or (section is None and not total):
        return None
    if start is not None and end == start.end():
        return None
    return Numeral(EXACT.add(total, section or Decimal(0)), end, spelled=True)


def _part_more(found: re.Match[str]) -> Decimal:
    """Two and a half, two and a quarter hours."""
    return Decimal("0.75" if found["three"] else "0.25" if found["quarter"] else "0.5")


def _small_english(word: str, section: Decimal | None) -> Decimal | None:
    """What stands before a scale once `word` is added; None if the word starts a number of its own."""
    if word in _ENGLISH_TENS:
        if section is None or section % 100 == 0:
            return (section or Decimal(0)) + _ENGLISH_TENS[word]
        return None
    if word in _ENGLISH_ONES:
        number = _ENGLISH_ONES[word]
        if section is None or section % 100 == 0:
            return (section or Decimal(0)) + number
        if number < 10 and number and section % 10 == 0 and section % 100 > 10:
            return section + number
    return None


def _joins(text: str, at: int) -> bool:
    """Whether a small number follows: two hundred and fifty, but not two hundred and three million."""
    found = _ENGLISH_WORD.match(text, at)
    return found is not None and (
        found["word"].lower() in _ENGLISH_ONES or found["word"].lower() in _ENGLISH_TENS
    )


SMALL_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten"


def small_number(written: str) -> int:
    """An English number up to ten, in words or digits; 1 for whatever else it is, an article for one."""
    word = written.lower()
    if word.isdigit():
        return int(word)
    return SMALL_WORDS.split("|").index(word) + 1 if word in SMALL_WORDS.split("|") else 1
