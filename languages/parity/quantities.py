"""A number, or a range of two, with what stands behind it: the same in every language."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

import msgspec

from languages.parity.draft import Draft, Place, plain
from languages.parity.kinds import Qualifier
from languages.parity.numerals import ENGLISH_SCALES, Numeral, myriad, times
from languages.parity.qualifiers import BOUNDS
from languages.parity.ratios import add_pair
from languages.parity.units import OPEN, Measure

_SMALL_KINDS = frozenset(("count", "ordinal", "rank", "multiple", "duration"))
MEASURED = frozenset(("money", "percentage", "percentage-point", "area", "measure", "duration"))
"""Kinds in which even two is said as a number in every language, and never as both."""
_MYRIADS = re.compile(r"[십백천만억조경十百千万萬亿億兆]+$")
_WORD_BEHIND = re.compile(r"[A-Za-z]+$")


class Written(msgspec.Struct, frozen=True):
    """A numeral as it stands in the text."""

    number: Numeral
    text: str

    @property
    def value(self) -> Decimal:
        return self.number.value


def scale_of(text: str) -> Decimal:
    """What the digits of a numeral are multiplied with: 10^8 for 20억, 10^6 for 20 million; else 1."""
    word = _WORD_BEHIND.search(text)
    if word:
        return Decimal(ENGLISH_SCALES.get(word[0].lower(), 1))
    found = _MYRIADS.search(text)
    return Decimal(1) if found is None or found.start() == 0 else myriad("1" + found[0]) or Decimal(1)


def add_quantity(
    draft: Draft,
    place: Place,
    first: Written,
    second: Written | None,
    measure: Measure | None,
    qualifier: Qualifier,
    *,
    asked: bool = True,
) -> None:
    """A fact for a number with its measure; two numbers that fall are a score or odds.

    What is not `asked` for may answer, and asks for no answer.
    """
    low = first.value
    if second is not None and _is_a_decade_of_life(draft, place, low, second.value):
        second = None
    if second is not None:
        if scale_of(first.text) == 1 and (inherited := times(low, scale_of(second.text))) <= second.value:
            low = inherited  # 10~20억, 10 to 20 million
        if low >= second.value:
            if measure is None or measure.unit == OPEN:
                add_pair(draft, place, str(first.value), str(second.value))
            else:  # from 300 to 200 percent
                end_of_first = draft.text.index(first.text, place[0]) + len(first.text)
                start_of_second = draft.text.rindex(second.text, end_of_first, place[1])
                for number, part in (
                    (low, (place[0], end_of_first)),
                    (second.value, (start_of_second, place[1])),
                ):
                    draft.add(
                        measure.kind,
                        plain(times(number, measure.factor)),
                        part,
                        unit=measure.unit,
                        factor=measure.factor,
                        qualifier=qualifier,
                    )
            return
    if measure is None:
        measure = Measure("year" if second is None and is_year(first.text) else "count")
    if measure.kind == "year":
        draft.add("year", first.text, place, qualifier=qualifier)
        return
    if low == 0 and second is not None and measure.kind == "duration":
        # 0~14세: those aged 14 and under
        draft.add(
            "duration",
            plain(times(second.value, measure.factor)),
            place,
            unit=measure.unit,
            factor=measure.factor,
            qualifier="loose",
        )
        return
    value = plain(times(low, measure.factor))
    maximum = None if second is None else plain(times(second.value, measure.factor))
    # one is often an article, and none a word: they may answer, but ask for no answer
    hard = second is not None or low > 1 or low not in (0, 1) or measure.kind not in _SMALL_KINDS
    if first.number.spelled and second is None:
        said_plainly = low > 2 or low != int(low) or (low == 2 and measure.kind in MEASURED)
        bounded = qualifier in BOUNDS and (low > 1 or (low == 1 and measure.kind in _LAID_OUT))
        hard = hard and not first.number.round and (said_plainly or bounded)
    words = draft.text[place[0] : place[1]]
    if words.endswith(("국", "国", "國")) and "개" not in words and low <= 4:
        hard = False  # 한중일 3국: the names beside it say as much
    if low % 10 == 9 and qualifier == "up-to" and words.endswith(("岁", "歲", "세")):
        draft.add("count", low - 9, place, unit=OPEN, qualifier=qualifier, hard=False)  # 20대 이하
        hard = False
    hard = hard and asked
    if low == 0 and first.number.spelled and measure.kind == "count":
        draft.add("percentage", Decimal(0), place, hard=False)  # cut from 4% to zero
    draft.add(
        measure.kind,
        value,
        place,
        unit=measure.unit,
        factor=measure.factor,
        maximum=maximum,
        qualifier=qualifier,
        hard=hard,
    )


def _is_a_decade_of_life(draft: Draft, place: Place, low: Decimal, high: Decimal) -> bool:
    """60至69岁, aged 60 to 69: what other languages call the sixties, 60대."""
    if low % 10 or high != low + 9 or not 10 <= low <= 90:
        return False
    return (
        any(draft.text[place[0] : end].endswith(("岁", "歲", "세")) for end in (place[1], place[1] + 1))
        or _AGED.search(draft.text, max(0, place[0] - 12), place[0]) is not None
    )


_AGED: Final = re.compile(r"\bage[ds]?(?: between)? $")
_LAID_OUT: Final = frozenset(("area", "measure"))
"""Kinds of which even one is no article once it bounds: less than one hectare."""


def is_year(text: str) -> bool:
    """Four digits that are a year wherever nothing is counted: 서울비전 2030."""
    return len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2100
