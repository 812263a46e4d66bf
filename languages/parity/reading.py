"""Everything that is read from one text before it is held against another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

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


class Reading(msgspec.Struct, frozen=True):
    """One text: its facts, names, places and things, placeholders, steps of action, choices, hedges and segments.

    All places are those of the composed text.
    """

    language: TextLanguage
    composed: Composed
    prepared: Prepared
    facts: tuple[Fact, ...]
    names: tuple[Mask, ...]
    latin_names: tuple[Mask, ...]
    namings: Namings
    placeholders: tuple[Placeholder, ...]
    steps: Steps
    choices: Choices
    hedges: Hedges
    standings: Standings
    segments: Segments


@lru_cache(maxsize=64)
def read(text: str, language: TextLanguage) -> Reading:
    """Reads `text` once for all its comparisons."""
    composed = compose(text, language)
    prepared = prepare(composed.text, language)
    placeholders = tuple(
        Placeholder(found["name"], Span(*found.span())) for found in _PLACEHOLDER.finditer(prepared.text)
    )
    masked = masks(prepared.text)
    names = tuple(mask for mask in masked if mask.name)
    return Reading(
        language,
        composed,
        prepared,
        extraction.facts_of(prepared, masked, language),
        names,
        latin_names(prepared.text),
        places_and_things(prepared.text, language),
        placeholders,
        steps(prepared.text, language),
        choices(prepared.text, language),
        hedges(prepared.text, language),
        standings(prepared.text, language),
        segments(composed.text),
    )


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
