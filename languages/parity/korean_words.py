"""What a Korean text states in words: 두 시간 반, 백여 곳, 사흘, 절반, 올해."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from languages.parity import numerals
from languages.parity.draft import (
    Draft,
    Place,
    add_half_of_a_month,
    add_part_of_year,
    add_relative,
    add_roman,
    plain,
)
from languages.parity.kinds import Qualifier
from languages.parity.korean_shares import among
from languages.parity.korean_units import AND_A_HALF, BEFORE_THAT, PARTICLE, by_then, grown, unit_behind
from languages.parity.numerals import ROMAN, ROMAN_SIGNS, times
from languages.parity.qualifiers import BOUNDS
from languages.parity.quantities import MEASURED
from languages.parity.ratios import add_share
from languages.parity.units import KOREAN, OPEN, Measure, longest

_FRACTION_WORDS = re.compile(r"(?P<of>삼|사|오|육|칠|팔|구|십|백)분의 ?(?P<part>일|이|삼|사|오|육|칠|팔|구)")
_AMONG_WORDS = re.compile(
    rf"(?<![가-힣0-9])(?P<of>{numerals.KOREAN_NATIVE})(?: ?(?:명|곳|가구|사람|집|대|개|건))?(?: ?(?:중(?:에서?)?|가운데(?:서)?) ?|에 )(?P<part>{numerals.KOREAN_NATIVE})(?: ?(?:명|곳|가구|사람|집|대|개|건))?"
)
_ROMAN_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9])(?P<n>{ROMAN})(?= ?(?:단계|상(?![가-힣]{{2}})|급|기|형|등급|유형|종|차|구역))"
)
_SINO_ONES: Final = dict(zip("일이삼사오육칠팔구십백", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100), strict=True))
# 두 시간 반, 한 달 보름
_AND_A_HALF_IN_WORDS = re.compile(AND_A_HALF.pattern + "|(?<=달) 보름")
_VAGUE = re.compile(
    r"(?<![가-힣])(?P<n>한두|두세|서너|두서너|너댓|네댓|네다섯|대여섯|예닐곱|일고여덟|여덟아홉)(?= ?[가-힣])"
)
_VAGUE_NUMBERS: Final = {
    "한두": (1, 2),
    "두세": (2, 3),
    "서너": (3, 4),
    "두서너": (2, 3, 4),
    "너댓": (4, 5),
    "네댓": (4, 5),
    "네다섯": (4, 5),
    "대여섯": (5, 6),
    "예닐곱": (6, 7),
    "일고여덟": (7, 8),
    "여덟아홉": (8, 9),
}
_NATIVE = re.compile(
    r"(?<![가-힣0-9])(?P<n>" + numerals.KOREAN_NATIVE + r")(?:"
    r"(?P<odd>여)? (?!(?<=세 )(?:들[어었]|든)|(?<=열 )받)(?P<next>[가-힣]+)"
    r"|(?P<glued>배|번째|번|가지|차례|곳|명|개|달|시간|살|해|축)(?![가-힣]{3}))"
)
_SINO = re.compile(
    r"(?<![가-힣0-9.,])(?!백일[해장홍]|천일염|만년필|십일조|백일몽|이십사절기)(?=[일이삼사오육칠팔구십백천만억조]+(?:여)? ?[가-힣%])(?P<start>[일이삼사오육칠팔구십백천만억])"
)
_LISTED = re.compile(r"(?<![가-힣])(?P<n>첫|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)째")
_DAYS_IN_WORDS: Final = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
_HALF_OF_A_MONTH: Final = 15
_SPANS: Final = {
    "반년": (6, "month"),
    "반세기": (600, "month"),
    "사반세기": (300, "month"),
    "격일": (2 * 86400, "second"),
    "격주": (14 * 86400, "second"),
    "격월": (2, "month"),
    "격년": (24, "month"),
}
_SPAN = re.compile("(?<![가-힣])(?:" + "|".join(_SPANS) + ")")
_DAY_WORDS = re.compile("(?<![가-힣])(" + "|".join(_DAYS_IN_WORDS) + ")")
_SOFT = re.compile(
    r"(?P<noon>정오)|(?P<midnight>자정)|(?P<whole>전량|전부|모두|전액|전원|전체|전면|모든|오로지)|(?P<second>(?<![가-힣])후반(?!기))|(?P<former>(?<![가-힣])전반(?!적|기|에 걸))|(?P<half>절반|반값|과반|반토막)"
    r"|(?P<two>양국|양측|양쪽|양자|양 기관|양 부처|쌍방|한중|한일|한미|한·중|한·일|한·미|여러|둘 다|모두 두|복수|갑절|곱절|배로|배 이상|배 가까|배 늘|배 증가|두배)"
    r"|(?P<first>첫|처음|최초|하나|단일|유일|으뜸|선두|초대|1인|홀로|독거|원톱)"
    r"|(?P<three>삼국|3국|삼자|삼각|삼면|트리플|삼성급|제삼|(?<![가-힣])셋(?=[은이을의만]))"
    r"|(?P<four>사방|사계절|사각|네댓)"
    r"|(?P<zero>전무|없[다는어었음이]|무료|무상|제로|영\b)"
    r"|(?P<dozen>여남은)"
)
_SOFT_NUMBERS: Final = {"two": 2, "first": 1, "three": 3, "four": 4, "zero": 0}
_PART_OF_YEAR = re.compile(
    r"(?<![가-힣])(?:(?P<late>연말(?!정산))|(?P<early>연초)|(?P<mid>연중반|한 해 중반))"
)
_RELATIVE = re.compile(
    r"(?P<year>올해|금년|지난해|작년|내년|내후년|재작년|전년|연내|이듬해|당해)|(?P<quarter>(?:전|직전|지난|앞선) ?분기)|(?P<month>이달|이번 ?달|지난 ?달|다음 ?달|내달|전월|금월|당월)"
    r"|(?P<day>오늘|어제|내일|이날|당일|전날|다음 ?날|모레)"
)


_SINO_POWERS: Final = tuple("십백천만억조")
_DAY_NEEDS: Final = tuple(_DAYS_IN_WORDS)
_RELATIVE_NEEDS: Final = (
    "분기", "올해", "금년", "지난", "작년", "내년", "내후년", "전년", "연내", "이듬해", "당해", "달", "전월", "금월", "당월",
    "오늘", "어제", "내일", "이날", "당일", "전날", "날", "모레",
)  # fmt: skip


def read_words(draft: Draft) -> None:
    """Adds every number and time that stands in words."""
    draft.read(
        _FRACTION_WORDS,
        lambda found: add_share(draft, found.span(), _SINO_ONES[found["part"]], _SINO_ONES[found["of"]]),
        ("분의",),
    )
    draft.read(_AMONG_WORDS, lambda found: among(draft, found), ("중", "가운데", "에 "))
    draft.read(_VAGUE, lambda found: _vague(draft, found), tuple(_VAGUE_NUMBERS))
    draft.read(_LISTED, lambda found: _listed(draft, found), ("째",))
    draft.read(_NATIVE, lambda found: _native(draft, found))
    draft.read(_SINO, lambda found: _sino(draft, found), _SINO_POWERS)
    draft.read(_ROMAN_NUMBER, lambda found: add_roman(draft, found), ROMAN_SIGNS)
    draft.read(_SPAN, lambda found: _span(draft, found), tuple(_SPANS))
    draft.read(_DAY_WORDS, lambda found: _day_word(draft, found), _DAY_NEEDS)
    draft.read(_RELATIVE, lambda found: add_relative(draft, found), _RELATIVE_NEEDS)
    draft.read(_PART_OF_YEAR, lambda found: add_part_of_year(draft, found), ("연말", "연초", "중반"))
    draft.read(_SOFT, lambda found: _soft(draft, found))


def _vague(draft: Draft, found: re.Match[str]) -> Place:
    """두세, 서너: nobody has counted."""
    for number in _VAGUE_NUMBERS[found["n"]]:
        draft.add("count", Decimal(number), found.span(), unit=OPEN, hard=False)
    return found.span()


def _listed(draft: Draft, found: re.Match[str]) -> Place:
    """첫째, 둘째, 셋째."""
    number = Decimal(1) if found["n"] == "첫" else numerals.korean_native(found["n"])
    draft.add("ordinal", number, found.span(), hard=number > 2)
    return found.span()


# 두 번째로 큰: the second of an order, and no second time
_SUPERLATIVE = re.compile(
    r"로 (?:[가-힣]{1,6} )?(?:큰|크|많|높|긴|길|넓|작은|작|적은|낮|빠른|빠르|비싼|깊|오래|붐비)"
)
_TAX = re.compile(r"부담|감면|혜택|수입|회피|인하|인상|개편|제|율|액|무|입|계|상|월|대")


def _native(draft: Draft, found: re.Match[str]) -> Place | None:
    number = numerals.korean_native(found["n"])
    behind = found["glued"] or found["next"]
    measure, length = longest(KOREAN, behind)
    hard = number > 2 or (number == 2 and measure is not None and measure.kind in MEASURED)
    if (
        measure is not None
        and found["glued"] is None
        and length == 1
        and len(behind) > 1
        and not PARTICLE.match(behind, 1)
    ):
        measure = None
    if measure is None:
        # 네 회사 counts, but 세 부담 is a tax and 열 관리 heat
        measure, length = Measure("count", OPEN), 0
        hard = hard and found["n"] not in ("열", "석", "넉") and not _TAX.match(behind)
    start = found.start("glued") if found["glued"] else found.start("next")
    if behind.startswith("시") and not behind.startswith("시간"):
        return None
    place = (found.start(), start + length)
    if measure.kind in ("duration", "multiple") and (
        half := _AND_A_HALF_IN_WORDS.match(draft.left, place[1])
    ):
        number, place, hard = number + Decimal("0.5"), (place[0], half.end()), True
    qualifier = draft.qualifier(place)
    if measure.kind == "duration" and BEFORE_THAT.match(draft.text, place[1]):
        qualifier = by_then(qualifier)
    hard = hard or (
        number == 2 and (qualifier in BOUNDS or _SUPERLATIVE.match(draft.text, place[1]) is not None)
    )
    measure = grown(draft, measure, place[1])
    draft.add(
        measure.kind,
        plain(times(number, measure.factor)),
        place,
        unit=measure.unit,
        factor=measure.factor,
        qualifier="odd" if found["odd"] else qualifier,
        hard=hard,
    )
    return place


def _sino(draft: Draft, found: re.Match[str]) -> Place | None:
    number = numerals.korean_words(draft.left, found.start())
    if number is None:
        return None
    measure, end, odd = unit_behind(draft.left, number.end)
    if measure is None or (measure.unit == OPEN and draft.left[number.end : number.end + 1] not in " 여"):
        return None
    if measure.unit == OPEN and end == number.end and not odd:
        return None
    if draft.left[end : end + 1] >= "가" and end - number.end <= 2 and not PARTICLE.match(draft.left, end):
        return None  # 백엔드
    place = (found.start(), end)
    qualifier = draft.qualifier(place)
    draft.add(
        measure.kind,
        plain(times(number.value, measure.factor)),
        place,
        unit=measure.unit,
        factor=measure.factor,
        qualifier="odd" if odd else qualifier,
        hard=not number.round or odd,
    )
    return place


def _span(draft: Draft, found: re.Match[str]) -> Place:
    """반년 is six months, 격주 every two weeks."""
    length, unit = _SPANS[found[0]]
    draft.add("duration", Decimal(length), found.span(), unit=unit, factor=Decimal(length), hard=False)
    return found.span()


def _day_word(draft: Draft, found: re.Match[str]) -> Place:
    days = _DAYS_IN_WORDS[found[1]]
    if days == _HALF_OF_A_MONTH:
        add_half_of_a_month(draft, found.span())
        return found.span()
    qualifier: Qualifier = "exact"
    if days > 1:
        qualifier = draft.qualifier(found.span())
        if BEFORE_THAT.match(draft.text, found.end()):
            qualifier = by_then(qualifier)
    draft.add(
        "duration",
        Decimal(86400 * days),
        found.span(),
        unit="second",
        factor=Decimal(86400 if days > 1 else 1),
        qualifier=qualifier,
        hard=days > 1,
    )
    return found.span()


def _soft(draft: Draft, found: re.Match[str]) -> Place:
    if found.lastgroup in ("noon", "midnight"):
        draft.add("time", "12:00" if found.lastgroup == "noon" else "00:00", found.span(), hard=False)
    elif found.lastgroup == "whole":
        draft.add("percentage", Decimal(100), found.span(), hard=False)
    elif found.lastgroup == "half":
        add_share(
            draft,
            found.span(),
            1,
            2,
            qualifier="at-least" if found[0] == "과반" else draft.qualifier(found.span()),
            hard=False,
        )
    elif found.lastgroup in ("former", "second"):
        draft.add("half", "--H1" if found.lastgroup == "former" else "--H2", found.span(), hard=False)
    elif found.lastgroup in _SOFT_NUMBERS:
        draft.add("count", Decimal(_SOFT_NUMBERS[found.lastgroup]), found.span(), unit=OPEN, hard=False)
    return found.span()
