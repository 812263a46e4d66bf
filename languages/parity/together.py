"""Three languages at once: what differs is said once, of the language that stands alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from languages.parity.compared_words import FAINT
from languages.parity.comparison import borne_out, compare_readings
from languages.parity.findings import Finding, Span, TextLanguage
from languages.parity.majority import outvoted
from languages.parity.reading import Reading, as_given

_OF_TWO: Final = frozenset(("to_come", "denied", FAINT))
"""Kinds in which a language is held to differ where both others say so: tenses are used too freely by each."""

type Pair = tuple[TextLanguage, TextLanguage]

_MIRRORED: Final = {
    "figure-missing": "figure-added",
    "figure-added": "figure-missing",
    "name-missing": "name-added",
    "name-added": "name-missing",
    "placeholder-missing": "placeholder-added",
    "placeholder-added": "placeholder-missing",
}


def compare_all(readings: Sequence[Reading]) -> Iterator[Finding]:
    """Every pair of `readings` compared; the first of them prevails.

    Where one language differs from two others in the same way, one finding says so with the places in
    all three. Where all differ from one another, the first is held against each of the others.
    """
    return as_given(_compared(readings), readings)


def _compared(readings: Sequence[Reading]) -> Iterator[Finding]:
    pairs: dict[Pair, tuple[Finding, ...]] = {}
    for source, target in combinations(readings, 2):
        pairs[source.language, target.language] = compare_readings(source, target)
    if len(pairs) < 3:
        for findings in pairs.values():
            yield from borne_out(findings)
        return
    found: list[Finding] = []
    for group in _groups([(pair, finding) for pair, findings in pairs.items() for finding in findings]):
        found += _said_once(group)
    yield from found
    if len(readings) == 3:
        told = {(finding.language, _family(finding.code)) for finding in found}
        yield from (
            finding
            for finding in outvoted(readings)
            if not {(finding.language, family) for family in ("hedge", "step")} & told
        )


def _groups(found: list[tuple[Pair, Finding]]) -> list[list[tuple[Pair, Finding]]]:
    """Findings that share a place in a text, or miss the same value in the same text."""
    group_of = list(range(len(found)))

    def root(index: int) -> int:
        while group_of[index] != index:
            group_of[index] = group_of[group_of[index]]
            index = group_of[index]
        return index

    first_with: dict[object, int] = {}
    for index, (pair, finding) in enumerate(found):
        for trait in _traits(pair, finding):
            other = first_with.setdefault(trait, index)
            group_of[root(index)] = root(other)
    groups: dict[int, list[tuple[Pair, Finding]]] = defaultdict(list)
    for index, entry in enumerate(found):
        groups[root(index)].append(entry)
    return list(groups.values())


def _family(code: str) -> str:
    return code.split("-")[0] if code != "unit-differs" else "figure"


def _traits(pair: Pair, finding: Finding) -> Iterator[object]:
    family = _family(finding.code)
    for language, spans in finding.spans.items():
        for span in spans:
            yield (family, language, span)
    missing = [language for language in pair if language not in finding.spans]
    for language in missing:
        value = finding.details.get("value") or finding.details.get("key")
        value = value or ("any" if finding.details.get("kind") in _OF_TWO or family == "hedge" else "")
        if value:
            yield (family, language, finding.details.get("kind"), value)


def _said_once(group: list[tuple[Pair, Finding]]) -> Iterator[Finding]:
    of_pair: dict[Pair, list[Finding]] = defaultdict(list)
    for pair, finding in group:
        of_pair[pair].append(finding)
    if len(of_pair) == 1:
        # what one language expects and another says will be is also said as it is: forecasts, timetables
        yield from (
            finding
            for _pair, finding in group
            if not {"hedge", "freely"} & finding.details.keys() and finding.details.get("kind") not in _OF_TWO
        )
        return
    if len(of_pair) == 2:
        first, second = of_pair
        (alone,) = set(first) & set(second)
        if all(_is_placed_in(alone, finding) for _pair, finding in group):
            yield from (_not_placed(finding, *set(pair) - {alone}) for pair, finding in group)
            return
        longer = first if len(of_pair[first]) >= len(of_pair[second]) else second
        shorter = second if longer == first else first
        for index, finding in enumerate(of_pair[longer]):
            if finding.details.get("freely") == ("source" if longer[0] == alone else "target"):
                continue  # it alone, and by a word that may as well compare: above the 1.13 percent of before
            partner = of_pair[shorter][index] if index < len(of_pair[shorter]) else None
            if partner is not None and {"freely"} <= finding.details.keys() & partner.details.keys():
                continue  # both others compare, each in its way
            yield _alone(finding, partner, alone)
        return
    prevailing = group[0][0][0]
    yield from (finding for pair, finding in group if prevailing in pair)


def _is_placed_in(alone: TextLanguage, finding: Finding) -> bool:
    return finding.code == ("placeholder-added" if finding.language == alone else "placeholder-missing")


def _not_placed(finding: Finding, language: TextLanguage) -> Finding:
    """A registered figure that one language alone has is right there, and missing in each that writes it out."""
    return Finding("placeholder-missing", finding.severity, language, finding.spans, finding.details)


def _alone(finding: Finding, other: Finding | None, alone: TextLanguage) -> Finding:
    """One finding for two that concern `alone`."""
    spans: dict[TextLanguage, tuple[Span, ...]] = dict(finding.spans)
    details = dict(finding.details)
    code, severity = finding.code, finding.severity
    if finding.language != alone:
        code = _MIRRORED.get(code, code)
    if other is not None:
        for language, places in other.spans.items():
            spans[language] = tuple(dict.fromkeys((*spans.get(language, ()), *places)))
        details = {**other.details, **details}
        severity = min(severity, other.severity, key=_ORDER.index)
        if code.endswith(("-missing", "-added")) and other.code.endswith("-differs"):
            code = other.code
    return Finding(code, severity, alone, spans, details)


_ORDER: Final = ("blocking", "warning", "advice")
