"""In what a text is written: another script than its language's, another language, Traditional characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from languages.chinese import asks_for_full_width, full_width_signs
from languages.parity.findings import Finding, Severity, Span, TextLanguage
from languages.parity.marks import Marks, marks
from languages.parity.scripts import traditional_characters

_HANGUL: Final = r"\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f"
_HAN: Final = r"\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff"
_KANA: Final = r"\u3041-\u3096\u30a1-\u30fa"
_FOREIGN: Final[dict[TextLanguage, re.Pattern[str]]] = {
    "ko": re.compile(rf"[{_HAN}{_KANA}]+(?:[ ·]?[{_HAN}{_KANA}]+)*"),
    "zh-hans": re.compile(rf"[{_HANGUL}{_KANA}]+(?:[ ·]?[{_HANGUL}{_KANA}]+)*"),
    "zh-hant": re.compile(rf"[{_HANGUL}{_KANA}]+(?:[ ·]?[{_HANGUL}{_KANA}]+)*"),
    "en": re.compile(rf"[{_HANGUL}{_HAN}{_KANA}]+(?:[ ·]?[{_HANGUL}{_HAN}{_KANA}]+)*"),
}
# Korean headlines write these with one character: 美 대통령, 韓·中, 新공항
_KOREAN_SIGNS: Final = frozenset(
    "美中日韓北英獨佛露伊印越泰濠加臺南亞西東· 故前現新舊非反親脫超無大小對與野父母子女男高低甲乙丙丁株展"
)
_JOINED: Final = re.compile(r"[A-Za-z0-9]-$")  # a name of both: KTX-이음
_LETTERS: Final = re.compile(
    rf"(?P<hangul>[{_HANGUL}])|(?P<han>[{_HAN}])|(?P<latin>[A-Za-z])|(?P<kana>[{_KANA}])"
)
_SENTENCE: Final = re.compile(r"(?:[^。！？!?.\n]|\.(?![ \n]|\Z))+")
_LATIN_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*")
# what no name is made of: a run of Latin words with some of these is a sentence
_FUNCTION_WORDS: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
        "must",
        "should",
        "that",
        "which",
        "who",
        "this",
        "these",
        "it",
        "its",
        "they",
        "their",
        "he",
        "she",
        "we",
        "you",
        "and",
        "or",
        "but",
        "if",
        "to",
        "from",
        "with",
        "by",
        "at",
        "as",
        "on",
        "in",
        "for",
        "not",
        "than",
    ]
)
_FEWEST_WORDS: Final = 5
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)[!-~]+|\[\[[^\[\]]*\]\]|<[^<>]{0,300}>|%\([a-z_]+\)[a-z]|\{[a-z_0-9.]*\}"
)


def wrong_script(text: str, language: TextLanguage) -> Iterator[Finding]:
    """Letters that the language does not write, but for glosses and citations in brackets or quotes."""
    text_only = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    if text_only.isascii() and language == "en":
        return
    around = marks(text_only)
    if (span := _other_language(text_only, language, around)) is not None:
        yield _finding("wrong-language", Severity.BLOCKING, language, (span,), text)
        return
    foreign = [
        Span(*found.span())
        for found in _FOREIGN[language].finditer(text_only)
        if not around.set_apart(found.start())
        and not (language == "ko" and set(found[0]) <= _KOREAN_SIGNS)
        and not _JOINED.search(text_only[max(0, found.start() - 2) : found.start()])
    ]
    if language != "en":
        foreign += _latin_sentences(text_only, around)
    if foreign:
        yield _finding("foreign-script", Severity.WARNING, language, tuple(sorted(foreign)), text)


def traditional(text: str, language: TextLanguage) -> Iterator[Finding]:
    """Traditional characters in a Simplified text, but for what stands in brackets beside it."""
    if language != "zh-hans" or not traditional_characters() & set(text):
        return
    around = marks(text)
    found = [
        at
        for at, character in enumerate(text)
        if character in traditional_characters()
        and not (around.set_apart(at) and _in_brackets(text, around, at))
    ]
    if found:
        yield _finding("traditional-characters", Severity.WARNING, language, _runs(found), text)


def half_width(text: str, language: TextLanguage) -> Iterator[Finding]:
    """Chinese signs in half width, where the portal prints them in full width."""
    if language not in ("zh-hans", "zh-hant") or not asks_for_full_width(text):
        return
    printed = full_width_signs(text)
    if len(printed) != len(text):
        return  # line ends of another system: the places would not be those of the text
    # a headline parts its phrases by spaces; that they are not printed is no matter of width
    found = [at for at, sign in enumerate(printed) if sign != text[at] and text[at] != " "]
    if found:
        yield _finding("half-width", Severity.ADVICE, language, _runs(found), text)


def _finding(
    code: str, severity: Severity, language: TextLanguage, spans: tuple[Span, ...], text: str
) -> Finding:
    said = spans[0].of(text)[:40]
    return Finding(code, severity, language, {language: spans}, {language: said, "value": said, "text": said})


def _other_language(text: str, language: TextLanguage, around: Marks) -> Span | None:
    """The whole text, if it is written in another language than its own."""
    counted = {"hangul": 0, "han": 0, "latin": 0, "kana": 0}
    for found in _LETTERS.finditer(text):
        if not around.set_apart(found.start()):
            counted[str(found.lastgroup)] += 1
    match language:
        case "ko":
            wrong = counted["hangul"] == 0 and (counted["han"] >= 4 or bool(_latin_sentences(text, around)))
            wrong = wrong or counted["han"] + counted["kana"] > 2 * counted["hangul"] + 4
        case "en":
            # a word of Latin letters takes as many as two or three characters
            wrong = 2 * (counted["hangul"] + counted["han"] + counted["kana"]) > max(2, counted["latin"])
        case _:
            wrong = counted["han"] == 0 and (counted["hangul"] >= 2 or bool(_latin_sentences(text, around)))
            wrong = wrong or max(counted["hangul"], counted["kana"]) > counted["han"]
    if not wrong:
        return None
    start = len(text) - len(text.lstrip())
    return Span(start, len(text.rstrip()))


def _latin_sentences(text: str, around: Marks) -> list[Span]:
    """Sentences of a Korean or Chinese text that were left in English."""
    found = []
    for sentence in _SENTENCE.finditer(text):
        words = [
            word
            for word in _LATIN_WORD.finditer(text, *sentence.span())
            if not around.set_apart(word.start())
        ]
        if len(words) < _FEWEST_WORDS:
            continue
        function_words = sum(word[0].lower() in _FUNCTION_WORDS for word in words)
        letters = sum(len(word[0]) for word in words)
        others = sum(
            1
            for letter in _LETTERS.finditer(text, *sentence.span())
            if letter.lastgroup != "latin" and not around.set_apart(letter.start())
        )
        # a title in Latin letters has capitals throughout, a sentence has not
        plain = sum(word[0][0].islower() for word in words)
        if function_words >= 2 and plain * 2 >= len(words) and letters > 4 * others:
            found.append(Span(words[0].start(), words[-1].end()))
    return found


def _in_brackets(text: str, around: Marks, at: int) -> bool:
    place = around.around(at)
    return place is not None and text[place[0]] in "(（[［"


def _runs(places: list[int]) -> tuple[Span, ...]:
    """Places that stand beside each other as one."""
    runs: list[Span] = []
    for at in places:
        if runs and runs[-1].end == at:
            runs[-1] = Span(runs[-1].start, at + 1)
        else:
            runs.append(Span(at, at + 1))
    return tuple(runs)
