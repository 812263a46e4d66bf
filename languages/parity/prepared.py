"""A text made ready for reading: composed, with digits and signs in one width.

Composing may take characters away; whatever is found is told at its place in the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata

import msgspec

from languages.characters import continues_a_letter
from languages.parity.findings import Span, TextLanguage
from languages.parity.scripts import simplified

BLANK = "\x00"
"""Stands for each character that a rule has read, so that no later rule reads it again."""

# one character for one character, so that places stay
_SAME_SIGN = str.maketrans(
    {
        **{
            chr(0xFF01 + offset): chr(0x21 + offset)
            for offset in range(0x5E)
            if chr(0xFF01 + offset) not in "，"
        },
        **dict.fromkeys("∼〜～˜", "~"),
        **dict.fromkeys("–‐‑−‒", "-"),
        **dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u3000\t", " "),
        **dict.fromkeys("‘’′", "'"),
        "﹪": "%",
        "٪": "%",
        "⁄": "/",
        BLANK: " ",
    }
)
_OTHER_SIGN = re.compile("[" + re.escape("".join(map(chr, _SAME_SIGN))) + "]")
_COMPOSED = re.compile(r"[\x20-\x7e\n가-힣一-鿿\u3000-\u303f\uff00-\uffef“”‘’·…–—]*")


class Composed(msgspec.Struct, frozen=True):
    """A text as it was given, the same text as it is read, and where each of its characters came from."""

    given: str
    text: str
    places: tuple[int, ...] | None = None
    """Place in the given text of each character; None where they are the same."""
    ends: tuple[int, ...] = ()
    """Where each of them ends there: a character may be composed of several."""

    def span(self, span: Span) -> Span:
        """A place of the text in the text as it was given."""
        if self.places is None or span.end <= span.start:
            return span
        return Span(self.places[span.start], self.ends[span.end - 1])


class Prepared(msgspec.Struct, frozen=True):
    """A composed text, and the same text made ready, character for character."""

    composed: str
    text: str


_GROUPED = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_CHINESE = frozenset(("zh-hans", "zh-hant"))
# 3万人,同比增长: between figures alone it is no comma of the sentence
_HALF_WIDTH_COMMA = re.compile(r",(?![0-9])|(?<![0-9]),")
# bold figures are figures; what ends a line (p, li, br, td), strikes out or notes stays
_INLINE_TAGS = re.compile(
    r"(?:</?(?:abbr|b|bpt|bx|code|em|ept|ex|font|g|i|it|mark|mrk|ph|small|span|strong|u|x)"
    r"(?:\s+[\w:-]{1,40}=(?:\"[^\"]{0,300}\"|'[^']{0,300}'|[^\s<>\"']{1,300})){0,12}\s{0,4}/?>)+",
    re.IGNORECASE,
)
# a line that a program broke within a sentence goes on in small letters or with a figure
_WRAPPED = re.compile(r"(?<=[A-Za-z0-9,%)])\n(?=[a-z(])|(?<=[a-z,])\n(?=[0-9$€£₩](?![0-9]?[.)]))")
# many set a space between Chinese characters and numbers: 自 2021 年 10 月起, 超过 100 个; behind a numeral it parts two
_SET_APART = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![一二三四五六七八九十百千万亿萬億])[ \u00a0\u2009\u202f\u3000\t]{1,4}"
    r"(?=[0-9０-９$€£¥￥(]|(?:US|HK|NT|A|C|S)\$|(?:USD|EUR|KRW|CNY|RMB|JPY)\b)"
    r"|(?<=[0-9０-９%％)])[ \u00a0\u2009\u202f\u3000\t]{1,4}(?=[\u4e00-\u9fff])"
)


def compose(text: str, language: TextLanguage) -> Composed:
    """`text` composed (NFC), without tags and breaks inside a line, Chinese without the spaces that some set at numbers.

    Nothing is refused, lone surrogates included.
    """
    composed = _in_nfc(text)
    if language == "en" and "\n" in text:
        composed = msgspec.structs.replace(composed, text=_WRAPPED.sub(" ", composed.text))
    if "<" in text:
        composed = _without(_INLINE_TAGS, composed)
    return _without(_SET_APART, composed) if language in _CHINESE else composed


def _without(pattern: re.Pattern[str], composed: Composed) -> Composed:
    """The text without what the pattern finds; between two digits a space of it stays, so that they stay two numbers."""
    text = composed.text
    came_from = range(len(text)) if composed.places is None else composed.places
    ended = range(1, len(text) + 1) if composed.places is None else composed.ends
    kept: list[str] = []
    places: list[int] = []
    ends: list[int] = []
    at = 0
    for found in pattern.finditer(text):
        start, end = found.span()
        parts = text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
        stays = start + 1 if parts else start
        kept += (text[at:start], " " if parts else "")
        places += came_from[at:stays]
        ends += ended[at:stays]
        at = end
    if not at:
        return composed
    kept.append(text[at:])
    places += came_from[at:]
    ends += ended[at:]
    return Composed(composed.given, "".join(kept), tuple(places), tuple(ends))


def prepare(text: str, language: TextLanguage) -> Prepared:
    """A composed text with digits and signs in half width, Chinese in Simplified characters."""
    ready = text if _OTHER_SIGN.search(text) is None else _GROUPED.sub(",", text).translate(_SAME_SIGN)
    if language in _CHINESE:
        ready = _HALF_WIDTH_COMMA.sub("，", simplified(ready))
    return Prepared(text, ready)


def _in_nfc(text: str) -> Composed:
    if _COMPOSED.fullmatch(text) or unicodedata.is_normalized("NFC", text):
        return Composed(text, text)
    characters: list[str] = []
    places: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and continues_a_letter(text[end]):
            end += 1
        composed = unicodedata.normalize("NFC", text[at:end])
        characters.append(composed)
        places += [at] * len(composed)
        ends += [end] * len(composed)
        at = end
    return Composed(text, "".join(characters), tuple(places), tuple(ends))


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with every character of `spans` (in order, not overlapping) made BLANK."""
    if not spans:
        return text
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += (text[at:start], BLANK * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)


def lowered(text: str) -> str:
    """`text` in lower case, character for character, so that places stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one := character.lower()) == 1 else character for character in text)
