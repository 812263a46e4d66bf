"""Everything that is read from one text before it is held against another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import msgspec

from languages.parity import extraction
from languages.parity.choices import Choices, choices
from languages.parity.findings import Finding, Span, TextLanguage
from languages.parity.hedges import Hedges, hedges
from languages.parity.kinds import Fact
from languages.parity.masks import Mask, masks
from languages.parity.modality import Steps, steps
from languages.parity.names import latin_names
from languages.parity.places_and_things import Namings, places_and_things
from languages.parity.prepared import Composed, Prepared, compose, prepare
from languages.parity.segments import Segments, segments
from languages.parity.standing import Standings, standings

_PLACEHOLDER = re.compile(r"\[\[ *(?P<name>[A-Za-z0-9/_-]+) *\]\]")


class Placeholder(msgspec.Struct, frozen=True):
    """`[[key]]` or `[[item/key]]`: a registered figure, printed from one source in every language."""

    name: str
    span: Span


class Reading:
    """One text and what it says, each kind read when it is asked for first.

    All places are those of the composed text.
    """

    def __init__(self, text: str, language: TextLanguage) -> None:
        self.language: TextLanguage = language
        self.composed: Composed = compose(text, language)
        self.prepared: Prepared = prepare(self.composed.text, language)

    @cached_property
    def placeholders(self) -> tuple[Placeholder, ...]:
        return tuple(
            Placeholder(found["name"], Span(*found.span()))
            for found in _PLACEHOLDER.finditer(self.prepared.text)
        )

    @cached_property
    def _masks(self) -> list[Mask]:
        return masks(self.prepared.text)

    @cached_property
    def names(self) -> tuple[Mask, ...]:
        return tuple(mask for mask in self._masks if mask.name)

    @cached_property
    def latin_names(self) -> tuple[Mask, ...]:
        return latin_names(self.prepared.text)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return extraction.facts_of(self.prepared, self._masks, self.language)

    @cached_property
    def segments(self) -> Segments:
        return segments(self.composed.text)

    @cached_property
    def namings(self) -> Namings:
        return places_and_things(self.prepared.text, self.language)

    @cached_property
    def steps(self) -> Steps:
        return steps(self.prepared.text, self.language)

    @cached_property
    def choices(self) -> Choices:
        return choices(self.prepared.text, self.language)

    @cached_property
    def hedges(self) -> Hedges:
        return hedges(self.prepared.text, self.language)

    @cached_property
    def standings(self) -> Standings:
        return standings(self.prepared.text, self.language)


@lru_cache(maxsize=24)
def read(text: str, language: TextLanguage) -> Reading:
    """The reading of `text`, one for all its comparisons."""
    return Reading(text, language)


def facts_as_given(text: str, language: TextLanguage) -> tuple[Fact, ...]:
    """The facts of a text that is compared as well, at their places in it: read once for both."""
    reading = read(text, language)
    return extraction.as_given(reading.facts, reading.composed)


def as_given(findings: Iterable[Finding], readings: Sequence[Reading]) -> Iterator[Finding]:
    """The findings with their places in the texts as they were given; their words stay as they are read, without tags."""
    moved = {
        reading.language: reading.composed for reading in readings if reading.composed.places is not None
    }
    for finding in findings:
        if not moved.keys() & finding.spans.keys():
            yield finding
            continue
        spans = dict(finding.spans)
        for language in moved.keys() & spans.keys():
            spans[language] = tuple(moved[language].span(span) for span in spans[language])
        yield msgspec.structs.replace(finding, spans=spans)
