"""Chinese punctuation and small numbers as they are written in official text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from functools import cached_property

from languages.abbreviations import ABBREVIATION, LONGEST

_HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OPENERS = "（《〈「『【"
_SIGNS = "，。；：！？、…）》〉」』】" + _OPENERS
_HAS_HAN = re.compile(rf"[{_HAN}]")
_HAN_IN_A_ROW = re.compile(rf"[{_HAN}]+")
_HAN_OR_SIGN = re.compile(rf"[{_HAN}{_SIGNS}]")
_HAN_OR_OPENER = re.compile(rf"[{_HAN}{_OPENERS}]")
_NUMBER_COUNTED = re.compile(rf" +[0-9][0-9.,]* ?[{_HAN}]")
_LATIN = re.compile(r"[A-Za-z0-9%]")
_STANDS_CLOSE = re.compile(rf"[{_HAN}{_SIGNS}A-Za-z0-9%“”‘’]")
_HALF_WIDTH = re.compile(r'[,;:?!()"]|\.+| +')
_HAS_HALF_WIDTH = re.compile(r'[,;:?!()". ]')
# nothing inside an address is punctuation; what ends it is not part of it
_ADDRESS = re.compile(
    r"(?:\b[a-z][a-z+.-]{0,20}://|\bwww\.|\bmailto:)[!-~]+|[\w.+-]{1,64}@[\w.-]+\w", re.ASCII | re.IGNORECASE
)
# without one of these there is no address, and looking for one takes long
_SIGN_OF_ADDRESS = re.compile(r"@|://|www\.|mailto:", re.ASCII | re.IGNORECASE)
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_PAIRS = {
    "(": ")",
    "（": ")",
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "【": "】",
    "[": "]",
}
_PAIRED = re.compile("[" + re.escape("".join({*_PAIRS, *_PAIRS.values(), "）", '"'})) + "]")
_ENDS = frozenset(("", " ", '"', *_PAIRS.values()))
# the number of a point, which its line begins with
_POINT = re.compile(r" *[一二三四五六七八九十]{1,3}\.")
_SINGLE_LETTER = re.compile(r"(?:^|[^A-Za-z])[A-Za-z]$")
_NUMERALS = ("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


def full_width(text: str) -> str:
    """Chinese text with half-width punctuation made full width (R-11).

    Times, ratios, numbers and addresses stay (`10:30`, `3:1`, `1,735`, `https://…`), and so does what
    is wholly Latin, such as a title in brackets (`（Connect, Innovate）`). Text without Han stays as it is.
    """
    if not asks_for_full_width(text):
        return text
    return "".join(full_width_signs(text))


def asks_for_full_width(text: str) -> bool:
    """Whether there is anything in the text that full width may change."""
    return _HAS_HALF_WIDTH.search(text) is not None and _HAS_HAN.search(text) is not None


def full_width_signs(text: str) -> list[str]:
    """What is printed for each character of `text`: itself, a full-width sign, or nothing for a space.

    For a text that is put together of parts, so that a sign at the edge of one knows its neighbour.
    """
    signs: list[str] = []
    for line in text.splitlines(keepends=True):
        body = line.removesuffix("\n")
        settled = list(body)
        if asks_for_full_width(body):
            _Line(body, settled).settle()
        signs += settled + ["\n"] * (len(line) - len(body))
    return signs


class _Line:
    """One line while its signs are being settled; `signs` is changed in place."""

    def __init__(self, line: str, signs: list[str]) -> None:
        self.line = line
        self.signs = signs
        addresses = (
            [_bare(found) for found in _ADDRESS.finditer(line)] if _SIGN_OF_ADDRESS.search(line) else []
        )
        self.found = [
            found
            for found in _HALF_WIDTH.finditer(line)
            if not any(start <= found.start() < end for start, end in addresses)
        ]
        fixed = {at for start, end in addresses for at in range(start, end)}
        self.pairs = _pairs(line, fixed)
        self.has_curly_quotes = "“" in line or "”" in line

    def settle(self) -> None:
        for start, end in self.pairs:
            self._settle_pair(start, end)
        self._settle_marks([found for found in self.found if found[0][0] != " "])
        for found in self.found:
            if found[0][0] == " ":
                self._settle_space(found.start(), found.end())

    def _settle_marks(self, marks: list[re.Match[str]]) -> None:
        """Every mark, and again the ones beside a mark that has become full width."""
        waiting = deque(range(len(marks)))
        while waiting:
            index = waiting.popleft()
            start, end = marks[index].span()
            before = self.signs[start:end]
            self._settle_mark(marks[index])
            if self.signs[start:end] != before:
                waiting += [each for each in (index - 1, index + 1) if 0 <= each < len(marks)]

    def _settle_mark(self, found: re.Match[str]) -> None:
        if found[0] in _FULL_WIDTH:
            self._settle_sign(found.start(), found[0])
        elif found[0][0] == ".":
            self._settle_stop(found.start(), found.end())

    def _settle_pair(self, start: int, end: int) -> None:
        """Brackets and straight quotes, but for those inside Latin text."""
        if self.line[start] not in '("' and self.line[end] not in ')"':
            return
        if self.line[start] == '"' and self.has_curly_quotes:
            return  # two kinds of quotes: nobody can tell which belong together
        before, after = self._before(start), self._after(end)
        if not self._holds_han(start, end):
            latin = _LATIN.match(before) and _LATIN.match(after)
            if latin or not self._is_chinese(start):
                return
        quoted = self.line[start] == '"'
        self.signs[start] = "“" if quoted else "（"
        self.signs[end] = "”" if quoted else "）"

    def _settle_sign(self, at: int, mark: str) -> None:
        behind = self.line[at + 1 : at + 2]
        if self.line[at - 1 : at].isdigit() and behind.isdigit():
            return
        before, after = self._before(at), self._after(at)
        counted = behind == " " and _NUMBER_COUNTED.match(self.line, at + 1)
        if not (_HAN_OR_SIGN.match(before) or _HAN_OR_OPENER.match(after) or counted):
            # behind a Latin word, where nothing is joined to it: it ends a clause of the Chinese sentence
            joined = behind not in _ENDS or (before.isdigit() and after.isdigit())
            if mark == "," or joined or not before or not self._is_chinese(at):
                return
        self.signs[at] = _FULL_WIDTH[mark]

    def _settle_stop(self, start: int, end: int) -> None:
        before, after = self._before(start), self._after(end - 1)
        if end - start > 2:
            if _HAN_OR_SIGN.match(before) or _HAN_OR_OPENER.match(after):
                self.signs[start:end] = ["……", *[""] * (end - start - 1)]
        elif end - start == 1 and before and self._is_full_stop(start, before, after):
            self.signs[start] = "。"

    def _is_full_stop(self, at: int, before: str, after: str) -> bool:
        if _HAN_OR_SIGN.match(before):
            point = _POINT.match(self.line)
            if point is not None and point.end() == at + 1:
                return False
            return self.line[at + 1 : at + 2] in _ENDS or _HAN_OR_SIGN.match(after) is not None
        if not self._is_chinese(at) or not self._holds_han(0, at):
            return False
        if ABBREVIATION.search(self.line, max(0, at - LONGEST), at):
            return False
        # Chinese behind it: not the number of a point, such as 1. or A.
        numbered = before.isdigit() or _SINGLE_LETTER.search(self.line, max(0, at - 2), at) is not None
        return not after or (_HAN_OR_OPENER.match(after) is not None and not numbered)

    def _settle_space(self, start: int, end: int) -> None:
        before, after = self._before(start), self._after(end - 1)
        if not before or not after or not _HAN_OR_SIGN.search(before + after):
            return
        if _STANDS_CLOSE.match(before) and _STANDS_CLOSE.match(after):
            self.signs[start:end] = [""] * (end - start)

    def _before(self, at: int) -> str:
        """What stands before a place, spaces passed over; empty at the start."""
        for position in range(at - 1, -1, -1):
            if self.line[position] != " " and self.signs[position]:
                return self.signs[position][-1]
        return ""

    def _after(self, at: int) -> str:
        for position in range(at + 1, len(self.line)):
            if self.line[position] != " " and self.signs[position]:
                return self.signs[position][0]
        return ""

    def _is_chinese(self, at: int) -> bool:
        """Whether the brackets or quotes around a place, if any, hold Chinese."""
        around = self._around[at] if self.pairs else None
        return around is None or self._holds_han(*around)

    @cached_property
    def _around(self) -> list[tuple[int, int] | None]:
        return _innermost(len(self.line), self.pairs)

    def _holds_han(self, start: int, end: int) -> bool:
        begins, ends = self._han
        before = bisect_left(begins, end)
        return before > 0 and ends[before - 1] > start

    @cached_property
    def _han(self) -> tuple[list[int], list[int]]:
        """Where Han characters in a row begin, and where they end: asking for some between two places takes no search."""
        spans = [found.span() for found in _HAN_IN_A_ROW.finditer(self.line)]
        return [begin for begin, _end in spans], [end for _begin, end in spans]


def _bare(found: re.Match[str]) -> tuple[int, int]:
    """The span of an address without the signs of the sentence behind it."""
    address = found[0].rstrip(",.;:?!\"'")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(",.;:?!\"'")
    return found.start(), found.start() + len(address)


def _pairs(line: str, fixed: set[int]) -> list[tuple[int, int]]:
    """Where brackets and quotes open and close, each pair inside what is around it."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for found in _PAIRED.finditer(line):
        at, character = found.start(), found[0]
        if at in fixed:
            continue
        closer = ")" if character == "）" else character
        if waiting and closer == waiting[-1][0]:
            pairs.append((waiting.pop()[1], at))
        elif character in _PAIRS:
            waiting.append((_PAIRS[character], at))
        elif character == '"':
            waiting.append(('"', at))
    return sorted(pairs)


def _innermost(length: int, pairs: list[tuple[int, int]]) -> list[tuple[int, int] | None]:
    """The innermost of the pairs that stand around each place; the marks themselves are not inside theirs."""
    around: list[tuple[int, int] | None] = [None] * length
    starting = dict(pairs)
    waiting: list[tuple[int, int]] = []
    for at in range(length):
        if waiting and waiting[-1][1] == at:
            waiting.pop()
        around[at] = waiting[-1] if waiting else None
        if at in starting:
            waiting.append((at, starting[at]))
    return around


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
