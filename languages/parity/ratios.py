"""Shares, ratios, scores and times of day: what is made of two numbers in every language."""

from __future__ import annotations

import re
from decimal import Decimal
from math import gcd
from typing import Final

from languages.parity.draft import Draft, Place, plain
from languages.parity.kinds import Qualifier
from languages.parity.units import OFF, OPEN


def add_share(
    draft: Draft,
    place: Place,
    part: int,
    of: int,
    *,
    qualifier: Qualifier = "exact",
    hard: bool = True,
    taken_away: bool = False,
) -> Place | None:
    """`part` of `of`, in lowest terms: 4명 중 1명 is 1/4, as is a quarter.

    Of a share that is `taken_away`, other languages may say what is left.
    """
    if of <= 0 or part < 0:
        return None
    common = gcd(part, of) or 1
    draft.add(
        "ratio",
        f"{part // common}/{of // common}",
        place,
        unit=OFF if taken_away and 0 < part < of else "",
        qualifier=qualifier,
        hard=hard,
    )
    return place


def add_pair(draft: Draft, place: Place, first: str, second: str) -> Place:
    """Two numbers held against each other: a score, odds, `3:1`. Who lost is told first by some and last by others."""
    qualifier = draft.qualifier(place)
    if first == second == "50":  # 50 대 50: half each
        return add_share(draft, place, 1, 2, qualifier=qualifier, hard=False) or place
    if _is_lost(draft, place):
        first, second = sorted((first, second), key=Decimal)
    draft.add(
        "ratio",
        f"{plain(Decimal(first))}:{plain(Decimal(second))}",
        place,
        # 최고 87대 1, 最高达87比1: at its height, which English puts into the verb
        qualifier="peak" if qualifier == "up-to" else qualifier,
    )
    return place


# 1-3으로 져, 1比3不敌, lost 3-1 to
_LOST_BEHIND: Final = re.compile(
    r"(?:으?로)? ?[가-힣 ]{0,6}(?:[져졌]|지고|진 |패)|(?:的比分)?[^，。；]{0,6}(?:不敌|负于|告负|输|落败|惜败)"
)
_LOST_BEFORE: Final = re.compile(
    r"(?:\b(?:lost|loses?|losing|fell|beaten|defeated by)\b[^.;]{0,32}|(?:不敌|负于|输给|败给)[^，。；]{0,14})$",
    re.IGNORECASE,
)


def _is_lost(draft: Draft, place: Place) -> bool:
    start, end = place
    return (
        _LOST_BEHIND.match(draft.text, end) is not None
        or _LOST_BEFORE.search(draft.text, max(0, start - 48), start) is not None
    )


def add_shares_of_ten(draft: Draft, place: Place, first: int, second: int) -> Place:
    """六比四: six tenths and four, which other languages say as 60 percent and the rest."""
    draft.add("ratio", f"{first}:{second}", place, hard=False)
    for part in (first, second):
        draft.add("percentage", Decimal(10 * part), place, hard=False)
    return place


def add_power(draft: Draft, place: Place, base: int, exponent: int) -> Place | None:
    """10의 15제곱, 1000的5次方: a quadrillion."""
    if base > 1000 or exponent > 100:
        return None
    draft.add("count", Decimal(base**exponent), place, unit=OPEN)
    return place


def add_clock(draft: Draft, place: Place, hour: int, minute: int, half: str, *, colon: bool) -> bool:
    """A time of day. `half` is am, pm or empty: then an hour up to 12 may be either. False if it is none."""
    if hour > 24 or minute > 59 or (half and hour > 12 and half == "am"):
        return False
    open_half = not half and hour <= 12 and not (colon and place[1] - place[0] == 5)
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    draft.add("time", f"{hour % 24:02d}:{minute:02d}", place, unit="12h" if open_half else "")
    return True
