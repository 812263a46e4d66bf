"""What stands behind a Korean number: its unit, and what makes it more, half as much again, or an end in time."""

from __future__ import annotations

import re
from typing import Final

from languages.parity.draft import Draft
from languages.parity.kinds import Qualifier
from languages.parity.qualifiers import BOUNDS
from languages.parity.units import BY, KOREAN, OPEN, Measure, longest, unit_at

AND_A_HALF = re.compile(
    r" ?반(?![가-힣])| ?반(?=의 |을 |이(?:[ 면나다고라]|었)|에 |은 |과 |도 |동안|만에|간 |에서|으로|까지|가량|정도|쯤|이상|남짓|가까|마다|넘)"
)


def unit_behind(text: str, at: int) -> tuple[Measure | None, int, bool]:
    """What stands behind a number that ends at `at`: its measure, where that ends, whether 여 stands between."""
    odd = False
    if text[at : at + 1] == "여" and (
        text[at + 1 : at + 2] == " " or longest(KOREAN, text[at + 1 : at + 8])[0]
    ):
        odd, at = True, at + 1
    start = at + 1 if text[at : at + 1] == " " else at
    words = text[start : start + 8]
    measure, length = unit_at(KOREAN, words)
    if (
        measure is not None
        and start > at
        and length == 1
        and words[0] != "원"
        and "가" <= words[0] <= "힣"
        and "가" <= words[length : length + 1] <= "힣"
        and not PARTICLE.match(words, length)
    ):
        measure = None  # 3 대책: a word that only begins like a unit
    if measure is None:
        behind = text[start : start + 1]
        return (Measure("count", OPEN) if behind.isalpha() and behind not in _PARTICLES else None), at, odd
    if (
        words[:length] == "개 사"
        and words[length : length + 1].isalpha()
        and not PARTICLE.match(words, length)
    ):
        return Measure("count", OPEN), start + 1, odd  # 58개 사업 are no companies
    if words.startswith("프로") and "가" <= words[2:3] <= "힣" and not PARTICLE.match(words, 2):
        return Measure("count", OPEN), at, odd  # 2025 프로야구
    if words[:length] == "원" and _NO_WON.match(words, length):
        return Measure("count", OPEN), at, odd
    return measure, start + length, odd


PARTICLE = re.compile(
    r"(?:을|를|이|가|은|는|의|에|로|과|와|도|만|까지|부터|당|씩|급|이상|이하|미만|여|짜리|으로|마다|간|째|대|쯤|정도|가량|뿐|나|보다|밖에)"
)
_PARTICLES = "을를이가은는의에로과와도까부으보"
_NO_WON = re.compile(r"칙|색|소|체계")


BEFORE_THAT: Final = re.compile(r" ?전(?:에|까지|부터|까지는)?(?![가-힣])")


def by_then(qualifier: Qualifier) -> Qualifier:
    """72시간 전까지, at least 72 hours before: each language bounds another side of what lies before."""
    return "loose" if qualifier in (*BOUNDS, "within") else qualifier


_GROWS: Final = re.compile(
    r"(?: ?(?:가까이|이상|가량|넘게|정도|남짓|안팎))? ?(?:더 )?(?:늘[어었려린고며]|늘[어려]?났|증가|급증|증대|성장|뛰[어었]|뛴|상승|올[랐라]|불[어었]|확대)"
)


def grown(draft: Draft, measure: Measure, end: int) -> Measure:
    """3배 늘다 says that something is three times as much, or that as much as thrice was added."""
    if measure.kind == "multiple" and _GROWS.match(draft.text, end):
        return Measure("multiple", BY)
    return measure
