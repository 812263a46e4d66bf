"""What a Korean text states: numbers with their units; shares, words and dates in modules of their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

import msgspec

from languages.parity import numerals
from languages.parity.currencies import currency_before
from languages.parity.draft import (
    Draft,
    Place,
    ends_of_spans,
    meant,
    plain,
)
from languages.parity.kinds import Fact, Qualifier
from languages.parity.korean_dates import read_dates
from languages.parity.korean_report_dates import read_report_dates
from languages.parity.korean_shares import read_shares
from languages.parity.korean_units import AND_A_HALF, BEFORE_THAT, by_then, grown, unit_behind
from languages.parity.korean_words import read_words
from languages.parity.numerals import Numeral, times
from languages.parity.qualifiers import BOUNDS
from languages.parity.quantities import Written, add_quantity
from languages.parity.units import FEWEST_OF_A_POPULATION, KOREAN, OFF, OPEN, Measure

_ANY_NUMBER = re.compile(r"[0-9](?:[0-9.,]*)")
_RANGE_SIGN = re.compile(r" ?~ ?|-| ?∼ ?|→")


def read(draft: Draft) -> None:
    """Adds every fact of a Korean text to its draft."""
    read_report_dates(draft)
    read_dates(draft)
    if draft.has_digits:
        read_shares(draft)
        draft.read(_ANY_NUMBER, lambda found: _quantity(draft, found.start()))
    read_words(draft)


_BEHIND_A_BOUND = re.compile(r"\s?(?:이상|초과)(?:부터)?\s?[~-]?\s?")
_EACH = re.compile(r"(?:를|을|이|가|에|에서)? ?각각 ?")
_EACH_OF = re.compile("각각 ?$")
_APART = 16
"""Characters at most between two figures of a list."""


def settled(found: Sequence[Fact], text: str) -> Iterator[Fact]:
    """6개월 이상 13세 이하 is a span, and 2036년 30%, 2050년 40%를 각각 웃돌 bounds each of a list, as does 각각 98%와 97%를 넘어."""
    found = list(_as_parts_of_a_sum(found, text))
    ends = ends_of_spans(found, text, _BEHIND_A_BOUND)
    for index, fact in enumerate(found):
        yield meant(fact, "loose" if index in ends else _as_each(found, index, text))


# 3,860만불(한국 2,100, 상대국 1,160, 세계은행 600)
_PARTS_OF_A_SUM = re.compile(r" ?[가-힣]{0,4}\((?P<parts>[^()]*)\)")
_WRITTEN = re.compile(
    r"(?P<number>[0-9][0-9,.]*)(?:백만|천만|십억|[만억조])?(?: ?(?:원|불|달러|유로|엔|위안))"
)
_FORMERLY = re.compile("(?:전년|작년|지난해|당초|기존|종전)(?: 대비)? ?[0-9,.]+$")
_FEWEST_PARTS = 2


def _as_parts_of_a_sum(found: Sequence[Fact], text: str) -> Iterator[Fact]:
    """Bare numbers in brackets behind an amount that they add up to are such amounts, as is what it was the year before."""
    amounts: dict[int, tuple[Decimal, str]] = {}
    for fact in found:
        written = _WRITTEN.fullmatch(fact.text) if fact.kind == "money" and fact.maximum is None else None
        brackets = _PARTS_OF_A_SUM.match(text, fact.span.end) if written else None
        if written is None or brackets is None:
            continue
        start, end = (
            bisect_left(found, place, key=lambda each: each.span.start) for place in brackets.span("parts")
        )
        parts = {
            index: Decimal(found[index].value)
            for index in range(start, end)
            if found[index].hard and found[index].kind == "count" and found[index].unit in ("", OPEN)
        }
        whole = Decimal(written["number"].replace(",", ""))
        formerly = len(parts) == 1 and _FORMERLY.match(brackets["parts"]) is not None
        if formerly or (len(parts) >= _FEWEST_PARTS and sum(parts.values()) == whole):
            scale = Decimal(fact.value) / whole
            amounts |= {index: (times(part, scale), fact.unit) for index, part in parts.items()}
    for index, fact in enumerate(found):
        if index in amounts:
            value, unit = amounts[index]
            yield msgspec.structs.replace(fact, kind="money", value=plain(value), unit=unit)
        else:
            yield fact


def _as_each(found: Sequence[Fact], index: int, text: str) -> Qualifier:
    """What bounds the last of a list bounds each."""
    fact = found[index]
    if fact.qualifier != "exact":
        return fact.qualifier
    each = _EACH_OF.search(text, max(0, fact.span.start - 4), fact.span.start) is not None
    for later in found[index + 1 : index + 4]:
        if later.span.start - fact.span.end > _APART:
            break
        if (later.kind, later.unit) == (fact.kind, fact.unit) and (each or _EACH.match(text, later.span.end)):
            return later.qualifier
    return fact.qualifier


# 1차 산업, 2차 전지: a kind of thing, which other languages name without a number
_KIND_NOT_ORDER = re.compile(
    r"(?<=[123]차) ?(?:측|산업|전지|방정식|함수|피해|가공|소비|감염|의료|병원|오염|창작|저작|자료|에너지)"
)
_PER = re.compile(r" ?(?:당|마다)(?![가-힣])| ?=(?= ?[0-9])|(?:에|으?로)(?= (?:약 |평균 )?[0-9])")


def _quantity(draft: Draft, at: int) -> Place | None:
    text = draft.left
    money = currency_before(text, at)
    if text[at - 1 : at].isascii() and text[at - 1 : at].isalpha() and money is None:
        return None
    first = numerals.korean(text, at)
    if first is None:
        return None
    measure, end, odd = unit_behind(text, first.end)
    if (
        measure is None
        and first.value >= FEWEST_OF_A_POPULATION
        and _POPULATION.search(text, max(0, at - 9), at)
    ):
        measure = KOREAN["명"]
    if measure == KOREAN["위"] and _REMAINS.search(text, max(0, at - 4), at):
        measure = Measure("count", OPEN)
    second: Numeral | None = None
    sign = _RANGE_SIGN.match(text, end) or _RANGE_SIGN.match(text, first.end)
    if sign and text[sign.end() : sign.end() + 1].isdigit():
        second = numerals.korean(text, sign.end())
        if second is not None:
            second_measure, second_end, second_odd = unit_behind(text, second.end)
            known = measure is not None and measure.unit != OPEN
            if known and second_measure != measure:
                second = None  # 3년~5%: two facts
            else:
                measure, end, odd = second_measure or measure, second_end, odd or second_odd
    if (
        measure is not None
        and measure.kind in ("duration", "multiple")
        and (half := AND_A_HALF.match(text, end))
    ):
        first = Numeral(first.value + Decimal("0.5"), first.end)
        end = half.end()
    start = at
    if money is not None:
        start, unit = money
        measure = Measure("money", unit)
    if measure is not None and measure.kind == "ordinal" and _KIND_NOT_ORDER.match(text, end):
        draft.add("ordinal", first.value, (start, end), hard=False)
        return start, end
    qualifier = draft.qualifier((start, end))
    if (odd or first.odd) and qualifier in ("exact", "within", "peak"):
        qualifier = "odd"
    elif qualifier in ("at-least", "under") and _BY_HOW_MUCH.match(draft.text, end):
        if compared := _OBJECT.search(draft.text[max(0, start - 5) : start]):
            qualifier = "about" if compared["about"] else "exact"
    elif measure is not None and measure.kind == "duration" and BEFORE_THAT.match(draft.text, end):
        qualifier = by_then(qualifier)
    elif qualifier == "up-to" and _TO_ANOTHER.match(draft.text, end):
        qualifier = "loose"  # 최대 1,100만 원에서 1,000만 원으로
    elif qualifier == "up-to" and _SHARE_OF_A_RANKING.search(draft.text[max(0, start - 4) : start]):
        qualifier = "loose"  # 하위 70% 이하 is the bottom 70%
    if first.value == 1 and second is None and measure is not None and _PER.match(text, end):
        # 1㎡당: other languages say per square meter
        draft.add(measure.kind, measure.factor, (start, end), unit=measure.unit, hard=False)
        return start, end
    if sign and "→" in sign[0] and qualifier in BOUNDS:
        qualifier = "loose"  # 9→4시간 이내: what bounds the one end
    upper = None if second is None or sign is None else Written(second, text[sign.end() : second.end])
    per = measure is not None and measure.kind == "area" and first.value == _PYEONG and _PER.match(text, end)
    if measure is not None:
        measure = grown(draft, measure, end)
        if measure.kind == "percentage" and _DISCOUNTED.match(text, end):
            measure = Measure("percentage", OFF)
        if measure.unit == "second" and text[end - 1] == "분" and _GUESTS.match(text, end):
            measure = KOREAN["명"]  # 50분을 추첨해
        if (
            measure.unit == OPEN
            and _DONG.match(text, first.end)
            and text[first.end - 1] in "만억조"
            and not _BUILDINGS.search(text, max(0, at - 6), at)
        ):
            measure = Measure("money", "VND")  # 1,713조 동; of buildings there are fewer
    band = measure is not None and measure.kind == "percentage" and _INTO_A_BAND.match(draft.text, end)
    if band:  # 1%대로 내려왔다: other languages say below two
        draft.add("percentage", first.value + 1, (start, end), hard=False)
    of_one = (
        measure is not None
        and measure.kind == "measure"
        and first.value == 1
        and _PRICE_OF_ONE.match(text, end) is not None
    )
    asked = not (per or band or of_one)  # 1kg의 생산 비용: per kilogram
    add_quantity(
        draft, (start, end), Written(first, text[at : first.end]), upper, measure, qualifier, asked=asked
    )
    return start, end


_INTO_A_BAND: Final = re.compile(
    r"대(?:로|까지|에|에서)? ?(?:[가-힣]{1,4} )?(?:내려|내린|내렸|떨어|하락|낮아|둔화|축소|줄)"
)
# 인구 350만의 도시, 인구가 350만을 넘다
_POPULATION: Final = re.compile(r"인구[^0-9.,·]{0,6}$")
# 유해 3위: the remains of three
_REMAINS: Final = re.compile("(?:유해|영현|위패|영정) ?$")
# 비수도권을 40만 명 웃돈다: by 400,000, and not more than that
_BY_HOW_MUCH: Final = re.compile(r" ?(?:더 )?(?:웃돌|웃도|웃돈|상회|넘어|초과|밑돌|밑도|밑돈|하회)")
_OBJECT: Final = re.compile(r"(?:[을를]|보다) ?(?P<about>약 ?)?$")
_TO_ANOTHER: Final = re.compile(r"에서 (?:최대 |약 )?[0-9][0-9,.만억천 ]{0,12}(?:[가-힣%]{1,4})?으?로 ")
_SHARE_OF_A_RANKING: Final = re.compile(r"[상하]위 ?$")
_DISCOUNTED: Final = re.compile(" ?할인")
_GUESTS: Final = re.compile("(?:을|를|께|의)? ?(?:모두 )?(?:추첨|모시|모십|모셔|초대|초청|선정|뽑|선착순|께)")
_PRICE_OF_ONE: Final = re.compile("의 (?:[가-힣]{1,6} )?(?:비용|가격|단가|원가|요금|운임|값)")
_BUILDINGS: Final = re.compile("(?:건물|건축물|주택|아파트|가옥|주동) ?$")
_DONG: Final = re.compile(r" ?동(?=이[다며]|[은이을의에으로]|[ ,.()]|$)")
_PYEONG: Final = Decimal("3.3")
"""Square meters in a pyeong: 3.3㎡당 is per pyeong."""
