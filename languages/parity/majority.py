"""Two languages against the third: how open a sentence leaves a matter.

Between two languages, a word that one lacks proves little: each says in its own way what may be and what is planned.
Where two of three say the same and the third has no word that could stand for it, the third says something else. The
words are those of `traits`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from languages.parity.alignment import parts_of_all
from languages.parity.findings import Finding, Severity, Span, TextLanguage
from languages.parity.hedges import asks_how
from languages.parity.reading import Reading
from languages.parity.segments import Part
from languages.parity.traits import DONE, DONE_BESIDES, MAY_COME, RULE, TO_COME, TRAITS, Trait, Words

_FLAGS: Final[dict[TextLanguage, int]] = {"ko": 0, "zh-hans": 0, "en": re.IGNORECASE}


def _compiled(words: Words) -> dict[TextLanguage, re.Pattern[str]]:
    return {language: re.compile(pattern, _FLAGS[language]) for language, pattern in words.items()}


_PLANNED: Final = next(trait for trait in TRAITS if trait.name == "planned")
_SAYS: Final = {trait.name: _compiled(trait.says) for trait in TRAITS}
_MAY_SAY: Final = {trait.name: _compiled(trait.may_say) for trait in TRAITS}
_ALONE: Final = {trait.name: _compiled(trait.alone) for trait in TRAITS}
_INSTEAD: Final = {trait.name: _compiled(trait.instead) for trait in TRAITS}
_MIRRORED: Final = {trait.name: _compiled(trait.mirrored) for trait in TRAITS}
_SAYS_DONE: Final = _compiled(DONE)
_SAYS_TO_COME: Final = _compiled(TO_COME)
_MAY_SAY_TO_COME: Final = _compiled(MAY_COME)
_SAYS_DONE_BESIDES: Final = _compiled(DONE_BESIDES)


def outvoted(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Of three readings, what one alone leaves out; one finding a sentence at most.

    `language` is the one that stands alone, `kind` in the details what the others say.
    """
    often: list[dict[str, int]] = [{} for _reading in readings]
    for parts in parts_of_all([reading.segments for reading in readings]):
        sentences = [_Sentence(*each) for each in zip(readings, parts, often, strict=True)]
        found = next(_in_part(sentences), None)
        if found is not None:
            yield found


class _Sentence:
    """A part of one text."""

    def __init__(self, reading: Reading, part: Part, often: dict[str, int]) -> None:
        self.reading = reading
        self.part = part
        self.language: TextLanguage = "zh-hans" if reading.language == "zh-hant" else reading.language
        self._often = often  # by trait, for all sentences of the text

    def said(self, trait: Trait) -> list[re.Match[str]]:
        return list(_SAYS[trait.name][self.language].finditer(self.reading.prepared.text, *self.part))

    def said_alone(self, trait: Trait) -> list[re.Match[str]]:
        text = self.reading.prepared.text
        return [
            found
            for found in _ALONE[trait.name][self.language].finditer(text, *self.part)
            if not asks_how(text, found)
        ]

    def hints_less(self, trait: Trait, often: int) -> bool:
        """Whether fewer words than `often` may stand for a trait."""
        hints = _MAY_SAY[trait.name][self.language].finditer(self.reading.prepared.text, *self.part)
        return len(list(islice(hints, often))) < often

    def says_in_all(self, trait: Trait) -> int:
        """How often the whole text says it."""
        if trait.name not in self._often:
            said = _SAYS[trait.name][self.language].findall(self.reading.prepared.text)
            self._often[trait.name] = len(said)
        return self._often[trait.name]

    def is_done(self) -> bool:
        return _SAYS_DONE[self.language].search(self.reading.prepared.text, *self.part) is not None

    def says_instead(self, trait: Trait) -> bool:
        return _INSTEAD[trait.name][self.language].search(self.reading.prepared.text, *self.part) is not None

    def says_mirrored(self, trait: Trait) -> bool:
        return _MIRRORED[trait.name][self.language].search(self.reading.prepared.text, *self.part) is not None

    def is_surely_done(self) -> bool:
        besides = _SAYS_DONE_BESIDES[self.language].search(self.reading.prepared.text, *self.part)
        return besides is not None or self.is_done()

    def said_to_come(self) -> re.Match[str] | None:
        """The words that put it off; None where something is done before them in the sentence."""
        text, (start, _end) = self.reading.prepared.text, self.part
        found = _SAYS_TO_COME[self.language].search(text, *self.part)
        if (
            found is None
            or RULE.search(text, start, found.start())
            or _SAYS_DONE[self.language].search(text, start, found.start())
        ):
            return None
        return found

    def may_be_to_come(self) -> bool:
        return _MAY_SAY_TO_COME[self.language].search(self.reading.prepared.text, *self.part) is not None


def _in_part(sentences: list[_Sentence]) -> Iterator[Finding]:
    yield from _left_out(sentences)
    yield from _said_where_settled(sentences)
    yield from _said_by_one(sentences)
    yield from _put_off(sentences)


def _left_out(sentences: list[_Sentence]) -> Iterator[Finding]:
    """What two say and the third has no word for."""
    for trait in TRAITS:
        said: list[list[re.Match[str]]] = []
        for sentence in sentences:
            said.append(sentence.said(trait))
            if sum(1 for places in said if not places) > 1:
                break  # with two that do not say it, no third is needed
        else:
            yield from _left_out_by_one(trait, sentences, said)


def _left_out_by_one(
    trait: Trait, sentences: list[_Sentence], said: list[list[re.Match[str]]]
) -> Iterator[Finding]:
    """A trait that at least two say, at these places."""
    for alone, sentence in enumerate(sentences):
        often = min(len(places) for index, places in enumerate(said) if index != alone)
        if not often or not sentence.hints_less(trait, often):
            continue
        if trait.instead and not (
            sentence.says_instead(trait)
            and not any(other.says_instead(trait) for other in _others(sentences, alone))
        ):
            continue
        if _said_elsewhere(sentences, alone, trait):
            continue
        places = [found[0] if index != alone else None for index, found in enumerate(said)]
        yield _finding(trait, sentences, alone, places)


def _said_where_settled(sentences: list[_Sentence]) -> Iterator[Finding]:
    """What one says where both others say what stands instead."""
    for trait in TRAITS:
        if not trait.mirrored:
            continue
        for alone, sentence in enumerate(sentences):
            said = sentence.said(trait)
            if said and all(
                other.says_mirrored(trait) and other.hints_less(trait, 1)
                for other in _others(sentences, alone)
            ):
                yield _finding(trait, sentences, alone, _at(alone, said[0]))


def _said_by_one(sentences: list[_Sentence]) -> Iterator[Finding]:
    """What one says and neither of the others has a word for."""
    for trait in TRAITS:
        if not trait.alone:
            continue
        for alone, sentence in enumerate(sentences):
            said = sentence.said_alone(trait)
            if (
                said
                and all(other.hints_less(trait, 1) for other in _others(sentences, alone))
                and not _said_elsewhere(sentences, alone, trait)
            ):
                yield _finding(trait, sentences, alone, _at(alone, said[0]))


def _put_off(sentences: list[_Sentence]) -> Iterator[Finding]:
    """What one says is to come and both others have done."""
    for alone, sentence in enumerate(sentences):
        to_come = sentence.said_to_come()
        if to_come and all(
            other.is_surely_done() and not other.may_be_to_come() for other in _others(sentences, alone)
        ):
            yield _finding(_PLANNED, sentences, alone, _at(alone, to_come))


def _said_elsewhere(sentences: list[_Sentence], alone: int, trait: Trait) -> bool:
    """Whether the whole texts say it equally often: then their sentences stand in another order."""
    often = [sentence.says_in_all(trait) for sentence in sentences]
    return often[alone] > 0 and len({*often}) == 1


def _others(sentences: list[_Sentence], alone: int) -> list[_Sentence]:
    return [each for index, each in enumerate(sentences) if index != alone]


def _at(alone: int, place: re.Match[str]) -> list[re.Match[str] | None]:
    """The place in the one text that has it."""
    return [place if index == alone else None for index in range(3)]


def _finding(
    trait: Trait, sentences: list[_Sentence], alone: int, places: Sequence[re.Match[str] | None]
) -> Finding:
    spans: dict[TextLanguage, tuple[Span, ...]] = {}
    details = {"kind": trait.name}
    for sentence, place in zip(sentences, places, strict=True):
        if place is not None:
            reading = sentence.reading
            span = Span(*place.span())
            spans[reading.language] = (span,)
            details[reading.language] = span.of(reading.prepared.composed)
    return Finding(trait.code, Severity.WARNING, sentences[alone].reading.language, spans, details)
