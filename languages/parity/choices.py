"""What a text names out of a few, without a figure: Monday, gold, a day or a week, rose or fell, Celsius.

One text may leave such a word out, and another may name several. Where each names one that the other has no word
for, they differ. What there is to name stands in `topics`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

import msgspec

from languages.parity.findings import TextLanguage
from languages.parity.segments import Part, within
from languages.parity.topics import TOPICS, Topic
from languages.parity.topics.shape import Rows

_WRITTEN: Final[tuple[TextLanguage, ...]] = ("ko", "zh-hans", "en")


_WORD: Final = re.compile(r"[a-z]+|[%°℃℉㎡]")


class _Scan(msgspec.Struct, frozen=True):
    """One topic in one language."""

    topic: int
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    """What each group of the pattern says."""


def _alternatives(rows: Rows, language: int, *, ignore_case: bool) -> re.Pattern[str]:
    written = "|".join(f"({row[language]})" for row in rows.values())
    return re.compile(written, re.IGNORECASE if ignore_case else 0)


def _scans(language: int) -> tuple[_Scan, ...]:
    return tuple(
        _Scan(
            index,
            _alternatives(topic.claims, language, ignore_case=language == 2 and not topic.by_case),
            tuple(topic.claims),
        )
        for index, topic in enumerate(TOPICS)
    )


_SCANS: Final = {language: _scans(index) for index, language in enumerate(_WRITTEN)}


def _topics_by_needle(language: int) -> dict[str, tuple[int, ...]]:
    topics: dict[str, list[int]] = defaultdict(list)
    for index, topic in enumerate(TOPICS):
        for needle in topic.needles[language].replace("_", " ").split():
            topics[needle].append(index)
    return {needle: tuple(found) for needle, found in topics.items()}


_BY_NEEDLE: Final = {language: _topics_by_needle(index) for index, language in enumerate(_WRITTEN)}


def _by_first_character(needles: Iterable[str]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for needle in needles:
        index[needle[0]].append(needle)
    return dict(index)


_BY_CHARACTER: Final = {language: _by_first_character(_BY_NEEDLE[language]) for language in _WRITTEN}
"""The needles by their first characters: a text has some dozens of the hundreds."""


@cache
def _hints(language: TextLanguage, topic: int, name: str) -> re.Pattern[str]:
    """All that may stand for what is named. Most of the hundreds are never asked, and compiling them takes a while."""
    index, rows = _WRITTEN.index(language), TOPICS[topic]
    hints = rows.hints[name] if name in rows.hints else rows.claims[name]
    return re.compile(f"{rows.claims[name][index]}|{hints[index]}", re.IGNORECASE if language == "en" else 0)


class Choice(msgspec.Struct, frozen=True):
    """What a text names of a topic, and where."""

    topic: int
    name: str
    start: int
    end: int


class Choices(msgspec.Struct, frozen=True):
    """What a text names, in the order of the text, and the text itself to look for hints."""

    said: tuple[Choice, ...]
    text: str
    language: TextLanguage


class Difference(msgspec.Struct, frozen=True):
    """Two of one topic that exclude each other."""

    topic: Topic
    first: Choice
    second: Choice
    faint: bool
    """Whether a text has a word that may stand for what the other names: only a third text bears that out."""


def choices(text: str, language: TextLanguage) -> Choices:
    """What `text` (prepared) names of each topic."""
    # Traditional characters have been made Simplified ones before
    known: TextLanguage = "zh-hans" if language == "zh-hant" else language
    said: list[Choice] = []
    for topic in _worth_looking_for(text, known):
        scan = _SCANS[known][topic]
        for found in scan.pattern.finditer(text):
            assert found.lastindex is not None
            said.append(Choice(scan.topic, scan.names[found.lastindex - 1], found.start(), found.end()))
    said.sort(key=lambda choice: choice.start)
    return Choices(tuple(said), text, known)


def _worth_looking_for(text: str, language: TextLanguage) -> Iterable[int]:
    """The topics of which a text may name something: it has one of their needles."""
    by_needle = _BY_NEEDLE[language]
    found: set[int] = set()
    if language == "en":
        for word in by_needle.keys() & {*_WORD.findall(text.lower())}:
            found.update(by_needle[word])
        return sorted(found)
    by_character = _BY_CHARACTER[language]
    for first in by_character.keys() & {*text}:
        for needle in by_character[first]:
            if needle in text:
                found.update(by_needle[needle])
    return sorted(found)


def differences(first: Choices, second: Choices, first_part: Part, second_part: Part) -> Iterator[Difference]:
    """What a part of one text and a part of another name otherwise: one difference for each topic."""
    ones, others = within(first.said, first_part), within(second.said, second_part)
    if not ones or not others:
        return
    for topic in sorted({choice.topic for choice in ones} & {choice.topic for choice in others}):
        own = _only_here(ones, others, topic)
        theirs = _only_here(others, ones, topic) if own else []
        if not own or not theirs:
            continue
        one = _unanswered(own, second, second_part)
        other = _unanswered(theirs, first, first_part)
        faint = one is None or other is None
        both = one is other and TOPICS[topic].kind in _OFTEN_BOTH  # each has a word for what the other names
        if faint and (TOPICS[topic].may_be_both or both):
            continue
        yield Difference(TOPICS[topic], one or own[0], other or theirs[0], faint)


_OFTEN_BOTH: Final = frozenset(("direction", "size"))
"""Kinds of which one sentence often names two: what rose for some and fell for others."""


def _only_here(own: Sequence[Choice], others: Sequence[Choice], topic: int) -> list[Choice]:
    """The first of each name that the other text does not name."""
    named = {choice.name for choice in others if choice.topic == topic}
    found: dict[str, Choice] = {}
    for choice in own:
        if choice.topic == topic and choice.name not in named:
            found.setdefault(choice.name, choice)
    return list(found.values())


def _unanswered(own: Sequence[Choice], there: Choices, part: Part) -> Choice | None:
    """The first of `own` that the other text has no word for."""
    return next(
        (
            choice
            for choice in own
            if _hints(there.language, choice.topic, choice.name).search(there.text, *part) is None
        ),
        None,
    )
