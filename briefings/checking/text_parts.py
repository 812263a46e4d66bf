"""A long text cut where its languages stand at the same place, so that it can be checked part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from languages.parity.segments import segments
from languages.trilingual import LANGUAGES, Language, Trilingual

MOST = 6_000
"""Characters of a language in one part. The slowest part that is known takes half a second."""
_CUT_WITHIN = 200
_ENDS_OF_WORDS = " \n。！？；，"

type Ends = tuple[int, ...]


class Part(msgspec.Struct, frozen=True):
    """A stretch of a text in each language."""

    text: Trilingual
    starts: Mapping[Language, int]
    """Where the stretch begins, in characters of the language's whole text."""
    compared: bool = True
    """Whether all that is written is in this part; otherwise its language is read by itself."""


def parts(text: Trilingual) -> list[Part]:
    """The parts of a text, in their order; a text that is not long is one part.

    It is cut behind lines where all written languages have as many lines, and behind sentences where a
    line has as many in each. Where neither is so for longer than a part may be, the languages are cut
    each by itself, and those parts cannot be compared.
    """
    if max(len(each) for _language, each in text.items()) <= MOST:
        return [Part(text, dict.fromkeys(LANGUAGES, 0))]
    written = [language for language in LANGUAGES if text[language].strip()]
    if not written:
        return []
    found: list[Part] = []
    start = end = (0,) * len(written)
    for unit in _units([text[language] for language in written]):
        if end != start and _longest(start, unit) > MOST:
            found.append(_part(text, written, start, end))
            start = end
        end = unit
        if _longest(start, unit) > MOST:
            found += _each_by_itself(text, written, start, unit)
            start = unit
    if end != start:
        found.append(_part(text, written, start, end))
    return found


def _longest(start: Ends, end: Ends) -> int:
    return max(there - here for here, there in zip(start, end, strict=True))


def _units(texts: Sequence[str]) -> list[Ends]:
    """Where what belongs together ends in each text: a sentence, a line, or all of it."""
    # signs behind the last sentence belong to it
    return [*list(_common_ends(texts))[:-1], tuple(len(text) for text in texts)]


def _common_ends(texts: Sequence[str]) -> Iterator[Ends]:
    lines = [_ends_of_lines(text) for text in texts]
    if len({len(ends) for ends in lines}) > 1:
        return
    start = (0,) * len(texts)
    for end in zip(*lines, strict=True):
        sentences = [
            _ends_of_sentences(text[here:there]) for text, here, there in zip(texts, start, end, strict=True)
        ]
        if len({len(ends) for ends in sentences}) == 1:
            for inside in zip(*sentences, strict=True):
                yield tuple(here + there for here, there in zip(start, inside, strict=True))
        yield end
        start = end


def _ends_of_lines(text: str) -> list[int]:
    """Where lines end; one that holds only signs belongs to the one behind it."""
    ends = []
    at = 0
    for line in text.splitlines(keepends=True):
        at += len(line)
        if any(character.isalnum() for character in line):
            ends.append(at)
    return ends


def _ends_of_sentences(line: str) -> list[int]:
    """Where sentences inside a line end, but for its last."""
    return [end for sentences in segments(line).sentences for end in sentences][:-1]


def _part(text: Trilingual, written: Sequence[Language], start: Ends, end: Ends) -> Part:
    cut = {
        language: text[language][here:there]
        for language, here, there in zip(written, start, end, strict=True)
    }
    starts = dict(zip(written, start, strict=True))
    return Part(
        Trilingual(*(cut.get(language, "") for language in LANGUAGES)),
        {language: starts.get(language, 0) for language in LANGUAGES},
    )


def _each_by_itself(text: Trilingual, written: Sequence[Language], start: Ends, end: Ends) -> Iterator[Part]:
    for language, here, there in zip(written, start, end, strict=True):
        while here < there:
            stop = _end_of_word(text[language], here, there)
            piece = text[language][here:stop]
            yield Part(
                Trilingual(*(piece if each == language else "" for each in LANGUAGES)),
                {each: here if each == language else 0 for each in LANGUAGES},
                compared=len(written) == 1,
            )
            here = stop


def _end_of_word(text: str, start: int, end: int) -> int:
    """At most a part's length behind `start`, where possible not inside a word."""
    if end - start <= MOST:
        return end
    furthest = start + MOST
    behind = max(text.rfind(sign, furthest - _CUT_WITHIN, furthest) for sign in _ENDS_OF_WORDS)
    return behind + 1 if behind != -1 else furthest
