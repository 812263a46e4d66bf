"""Currencies as they are written beside a number in every language: US$, KRW, ₩."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

CODES: Final[Mapping[str, str]] = {
    code: code
    for code in (
        "USD", "KRW", "CNY", "EUR", "JPY", "GBP", "VND", "SGD", "AUD", "NZD", "HKD", "TWD", "IDR", "INR", "THB", "CHF", "CAD",
        "AED", "MYR", "PHP", "KWD", "PLN", "BRL", "RUB", "TRY", "KZT", "MNT", "KHR", "BDT", "ILS", "HUF",
    )
} | {"RMB": "CNY", "SAR": "riyal", "QAR": "riyal", "CZK": "crown"}  # fmt: skip
"""Of letters alone, with the unit of the amount; several countries pay in crowns and riyals, and texts seldom say in whose."""
_ABBREVIATED: Final = {"Rp": "IDR", "RM": "MYR", "Dh": "AED", "Dhs": "AED"}
_DOLLARS: Final = {
    "US$": "USD", "U.S.$": "USD", "HK$": "HKD", "NT$": "TWD", "S$": "SGD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "NZ$": "NZD", "R$": "BRL",
}  # fmt: skip
_SIGNS: Final = {
    "$": "USD", "₩": "KRW", "€": "EUR", "£": "GBP", "₹": "INR", "₫": "VND", "฿": "THB", "₱": "PHP", "₽": "RUB", "₺": "TRY",
    # of yuan or of yen
    "¥": "", "￥": "",
}  # fmt: skip
_UNITS: Final = {**CODES, **_ABBREVIATED, **_DOLLARS, **_SIGNS}
_LONGEST: Final = max(map(len, _UNITS)) + 1

WRITTEN: Final = "|".join(sorted((*CODES, *_ABBREVIATED), key=len, reverse=True))
"""In a pattern: the letters of a currency."""
_BEFORE: Final = re.compile(
    rf"(?P<sign>(?<![A-Za-z])(?:{'|'.join(map(re.escape, _DOLLARS))}|{WRITTEN})|[{''.join(_SIGNS)}]) ?$"
)


def currency_before(text: str, at: int) -> tuple[int, str] | None:
    """Where the currency begins that stands before the number at `at`, and its unit; None if there is none."""
    found = _BEFORE.search(text, max(0, at - _LONGEST), at)
    return None if found is None else (found.start(), _UNITS[found["sign"]])
