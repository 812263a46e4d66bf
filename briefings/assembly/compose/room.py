"""How much room a text takes on the one page, about: what composes and what checks know no typesetter."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable

from briefings.assembly.document import Line, Passage
from languages.trilingual import LANGUAGES, Language

_WIDE: dict[Language, float] = {"ko": 0.87, "zh-hans": 1.0, "en": 0.87}
_NARROW: dict[Language, float] = {"ko": 0.57, "zh-hans": 0.6, "en": 0.49}
_SPACE = 0.25
"""What a Hangul or Han character takes, any other, and a space, in ems."""

COLUMN: dict[Language, float] = {"ko": 43.5, "zh-hans": 44.6, "en": 38.5}
"""Ems of text in a line of the one page where it is set closest: A4, in English beside the side headings."""


def width(text: str, language: Language) -> float:
    """The text's width in ems."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    spaces = text.count(" ")
    narrow = len(text) - wide - spaces
    return wide * _WIDE[language] + narrow * _NARROW[language] + spaces * _SPACE


def lines_of_text(text: str, language: Language, column: float) -> int:
    """How many lines a text takes in a column of so many ems."""
    return max(1, math.ceil(width(text, language) / column))


def lines_of(lines: Iterable[Line], language: Language, column: float) -> int:
    """How many lines of a column these lines take."""
    return sum(lines_of_text(line.text, language, column) for line in lines)


def most_lines(passage: Passage) -> int:
    """Lines of the one page in the language in which the passage takes most of them."""
    return max(lines_of(passage[language], language, COLUMN[language]) for language in LANGUAGES)
