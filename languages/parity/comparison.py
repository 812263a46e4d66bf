"""Two texts in two languages held against each other: figures, qualifiers, steps, names, placeholders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from languages.parity.compared_figures import compare_figures
from languages.parity.compared_words import (
    FAINT,
    differing_choices,
    differing_hedges,
    differing_names,
    differing_places,
    differing_steps,
)
from languages.parity.findings import Finding, TextLanguage
from languages.parity.reading import Reading, as_given, read
from languages.parity.sides import Sides


def compare(
    source: str,
    target: str,
    source_language: TextLanguage,
    target_language: TextLanguage,
    *,
    only_figures: bool = False,
) -> tuple[Finding, ...]:
    """What `target` says otherwise than `source`, does not say, or says in addition.

    Codes: `figure-differs`, `figure-missing`, `figure-added`, `unit-differs`, `qualifier-differs`,
    `hedge-differs`, `conversion-one-sided`, `step-differs`, `name-differs`, `name-missing`,
    `name-added`, `placeholder-missing`, `placeholder-added`. Nothing is said of an empty text. With
    `only_figures` steps, names and words that have no figure are not read.
    """
    if not source.strip() or not target.strip():
        return ()
    readings = read(source, source_language), read(target, target_language)
    found = compare_figures(Sides(*readings)) if only_figures else compare_readings(*readings)
    return tuple(as_given(borne_out(found), readings))


def borne_out(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Without what only a third text could bear out."""
    return tuple(finding for finding in findings if finding.details.get("kind") != FAINT)


def compare_readings(source: Reading, target: Reading) -> tuple[Finding, ...]:
    """The same for texts that have been read, and what a third text may bear out: its kind is `FAINT`."""
    return tuple(_findings(Sides(source, target)))


def _findings(sides: Sides) -> Iterator[Finding]:
    told = [*compare_figures(sides), *differing_steps(sides)]
    yield from told
    yield from (finding for finding in differing_choices(sides) if not _told_before(finding, told))
    yield from differing_hedges(sides)
    yield from differing_names(sides)
    yield from differing_places(sides)


def _told_before(finding: Finding, told: list[Finding]) -> bool:
    """Whether the same words, or the figure beside them, were told to differ in the same way."""
    return any(
        other.code == finding.code
        and all(
            any(abs(span.start - one.start) <= _BESIDE for one in other.spans.get(language, ()))
            for language, spans in finding.spans.items()
            for span in spans
        )
        for other in told
    )


_BESIDE: Final = 16
"""Characters: 12% and 늘었다 are one statement."""
