"""Words of two texts held against each other: steps, choices, hedges, names, places and things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

import msgspec

from languages.parity import choices, modality, names, places_and_things, standing
from languages.parity.findings import Finding, Severity, Span
from languages.parity.hedges import unanswered
from languages.parity.sides import Sides

FAINT: Final = "faint"
"""Kind of a finding that holds only where two of three texts stand against the third."""


class _Said(Protocol):
    """Words at a place of a composed text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def differing_steps(sides: Sides) -> Iterator[Finding]:
    """The steps in which parts differ; where they do not, whether things are to come, done or denied."""
    source, target = sides.source, sides.target
    if not any((source.steps.said, target.steps.said, source.standings.said, target.standings.said)):
        return
    for first_part, second_part in sides.parts():
        found = False
        for step in modality.differences(source.steps, target.steps, first_part, second_part):
            if step.faint and (
                standing.denies(source.standings, first_part)
                or standing.denies(target.standings, second_part)
            ):
                continue
            found = not step.faint
            severity = Severity.BLOCKING if step.blocking and not step.faint else Severity.WARNING
            finding = _apart(
                sides,
                severity,
                (step.first, step.second),
                [None if said is None else said.step for said in (step.first, step.second)],
            )
            kind = FAINT if step.faint else "to_come" if step.by_tense else ""
            yield _of_kind(finding, kind) if kind else finding
        if found:
            continue
        for apart in standing.differences(source.standings, target.standings, first_part, second_part):
            finding = _apart(sides, Severity.WARNING, (apart.first, apart.second))
            yield _of_kind(finding, apart.kind)


def _apart(
    sides: Sides,
    severity: Severity,
    said: tuple[_Said | None, _Said | None],
    named: Sequence[str | None] = (None, None),
) -> Finding:
    """Steps that differ, by their names or by the words that say them."""
    spans: list[Span | None] = []
    details: dict[str, str] = {}
    for words, name, reading in zip(said, named, (sides.source, sides.target), strict=True):
        span = None if words is None else Span(words.start, words.end)
        spans.append(span)
        if span is not None:
            details[reading.language] = name or span.of(reading.prepared.composed)
    return sides.finding("step-differs", severity, spans[0], spans[1], details)


def differing_choices(sides: Sides) -> Iterator[Finding]:
    """Words of one topic of which each text has chosen another: Monday, jointly, above."""
    first, second = sides.source.choices, sides.target.choices
    if not first.said or not second.said:
        return
    for first_part, second_part in sides.parts():
        for found in choices.differences(first, second, first_part, second_part):
            code = found.topic.code
            severity = Severity.WARNING if code == "step-differs" else Severity.BLOCKING
            finding = _named_otherwise(sides, code, severity, (found.first, found.second), found.topic.kind)
            yield _of_kind(finding, FAINT) if found.faint else finding


def _named_otherwise(
    sides: Sides, code: str, severity: Severity, said: tuple[_Said, _Said], topic: str
) -> Finding:
    """Two words of one topic, each in its text."""
    spans = [
        Span(words.start, words.end)
        for words, reading in zip(said, (sides.source, sides.target), strict=True)
    ]
    details: dict[str, str] = {
        reading.language: span.of(reading.prepared.composed)
        for span, reading in zip(spans, (sides.source, sides.target), strict=True)
    }
    details["kind"] = details["topic"] = topic
    return sides.finding(code, severity, spans[0], spans[1], details)


def differing_hedges(sides: Sides) -> Iterator[Finding]:
    """What one text hedges and the other says for certain."""
    first, second = sides.source.hedges, sides.target.hedges
    if not first.said and not second.said:
        return
    for first_part, second_part in sides.parts():
        for claim, of_source in unanswered(first, second, first_part, second_part):
            reading = sides.source if of_source else sides.target
            span = Span(claim.start, claim.end)
            spans = (span, None) if of_source else (None, span)
            details: dict[str, str] = {
                reading.language: span.of(reading.prepared.composed),
                "hedge": claim.hedge,
            }
            yield sides.finding("hedge-differs", Severity.WARNING, spans[0], spans[1], details)


def _name_differences(sides: Sides) -> Iterator[names.NameDifference]:
    source, target = sides.source, sides.target
    said: set[str] = set()
    if source.names or target.names:
        first, second = (frozenset(str(atom.written) for atom in side) for side in sides.atoms)
        for difference in names.differences(
            source.names, target.names, source.prepared, target.prepared, (first, second)
        ):
            said.update(mask.name for mask in (difference.first, difference.second) if mask)
            yield difference
    for difference in names.misspellings(source.latin_names, target.latin_names):
        if not any(mask and mask.name in said for mask in (difference.first, difference.second)):
            yield difference


def differing_names(sides: Sides) -> Iterator[Finding]:
    """Names that must survive letter by letter, and do not."""
    for difference in _name_differences(sides):
        code = (
            "name-differs"
            if difference.first and difference.second
            else "name-missing"
            if difference.first
            else "name-added"
        )
        spans = [
            None if mask is None else Span(mask.start, mask.end)
            for mask, reading in ((difference.first, sides.source), (difference.second, sides.target))
        ]
        details: dict[str, str] = {
            reading.language: mask.name
            for mask, reading in ((difference.first, sides.source), (difference.second, sides.target))
            if mask is not None
        }
        severity = Severity.BLOCKING if code == "name-differs" else Severity.WARNING
        yield sides.finding(code, severity, spans[0], spans[1], details)


def differing_places(sides: Sides) -> Iterator[Finding]:
    """Places, organisations and things of which each text names another."""
    first, second = sides.source.namings, sides.target.namings
    if not first.said or not second.said:
        return
    for first_part, second_part in sides.parts():
        for found in places_and_things.differences(first, second, first_part, second_part):
            severity = (
                Severity.BLOCKING if found.group in places_and_things.PLACE_GROUPS else Severity.WARNING
            )
            finding = _named_otherwise(
                sides, "name-differs", severity, (found.first, found.second), found.group
            )
            yield _of_kind(finding, FAINT) if found.faint else finding


def _of_kind(finding: Finding, kind: str) -> Finding:
    return msgspec.structs.replace(finding, details={**finding.details, "kind": kind})
