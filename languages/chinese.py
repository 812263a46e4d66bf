"""Chinese punctuation and small numbers as they are written in official text."""

from __future__ import annotations

import re

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff，。；：！？、“”‘’（）《》〈〉"
_FULL_WIDTH = str.maketrans({",": "，", ";": "；", ":": "：", "?": "？", "!": "！"})
_AFTER_HAN = re.compile(rf"(?<=[{_HAN}]) ?([,;:?!]) ?|(?<=[A-Za-z0-9%]) ?([,;:?!]) ?(?=[{_HAN}])")
_STOP = re.compile(rf"(?<=[{_HAN}])\.(?=\s|$)")
_OPEN = re.compile(rf"(?<=[{_HAN}A-Za-z0-9]) ?\(|\((?=[{_HAN}])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_HAS_HAN = re.compile(rf"[{_HAN}]")
_SPACE = re.compile(rf"(?<=[{_HAN}]) +(?=[{_HAN}A-Za-z0-9])|(?<=[A-Za-z0-9%]) +(?=[{_HAN}])")
_NUMERALS = ("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


def full_width(text: str) -> str:
    """Chinese text with half-width punctuation beside Han characters made full width (R-11).

    Punctuation inside Latin words and numbers (`3.5`, `1,735`, `Connect, Innovate`) stays.
    """
    if not _HAS_HAN.search(text):
        return text
    text = _AFTER_HAN.sub(lambda found: (found[1] or found[2]).translate(_FULL_WIDTH), text)
    text = _STOP.sub("。", text)
    text = _BRACKETS.sub(r"（\1）", text)
    return _SPACE.sub("", text)


def numeral(number: int, *, before_counter: bool = False) -> str:
    """A number from 0 to 10 in Chinese characters; 2 before a counter is 两.

    Raises:
        IndexError: the number is larger than 10.
    """
    if number == 2 and before_counter:
        return "两"
    return _NUMERALS[number]


def ordinal_list(position: int, total: int) -> str:
    """`一是`, `二是` … for the points of an enumeration; a single point needs none."""
    return f"{numeral(position)}是" if total > 1 else ""
