"""Two texts in two languages held against each other: figures, qualifiers, steps, names, placeholders."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final, Protocol

import msgspec

from languages.parity import choices, modality, names, places_and_things, standing
from languages.parity.alignment import Alignment, align
from languages.parity.atoms import Atom, atoms
from languages.parity.exchanged import exchanged
from languages.parity.findings import Finding, Severity, Span, TextLanguage
from languages.parity.hedges import unanswered
from languages.parity.kinds import Fact
from languages.parity.left_over import (
    by_key,
    ends_of_amounts,
    is_conversion,
    is_said_before,
    listed,
    lost_ones,
)
from languages.parity.matching import Match, alike_with, match, qualified_alike
from languages.parity.movements import MOVING, counted_otherwise, turned_round, way_of
from languages.parity.qualifiers import BOUNDS, bounds_freely
from languages.parity.reading import Placeholder, Reading, as_given, read
from languages.parity.shared_bounds import shares
from languages.parity.units import OPEN

FAINT: Final = "faint"
"""Kind of a finding that holds only where two of three texts stand against the third."""


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
    found = _Comparison(*readings).figures() if only_figures else compare_readings(*readings)
    return tuple(as_given(borne_out(found), readings))


def borne_out(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Without what only a third text could bear out."""
    return tuple(finding for finding in findings if finding.details.get("kind") != FAINT)


def compare_readings(source: Reading, target: Reading) -> tuple[Finding, ...]:
    """The same for texts that have been read, and what a third text may bear out: its kind is `FAINT`."""
    comparison = _Comparison(source, target)
    return tuple(comparison.findings())


class _Said(Protocol):
    """Words at a place of a composed text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class _Comparison:
    def __init__(self, source: Reading, target: Reading) -> None:
        self.source = source
        self.target = target
        self.alignment: Alignment = align(source.segments, target.segments)
        self.atoms = (
            atoms((*source.facts, *_numbers_in_names(source))),
            atoms((*target.facts, *_numbers_in_names(target))),
        )

    def findings(self) -> Iterator[Finding]:
        told = [*self.figures(), *self._steps()]
        yield from told
        yield from (finding for finding in self._choices() if not _told_before(finding, told))
        yield from self._hedges()
        yield from self._names()
        yield from self._places()

    # --- figures -----------------------------------------------------------------------------------

    def _first_segment(self, atom: Atom) -> int:
        return self.alignment.of_first(atom.fact.span.start)

    def _second_segment(self, atom: Atom) -> int:
        return self.alignment.of_second(atom.fact.span.start)

    def figures(self) -> Iterator[Finding]:
        """Figures, how they are meant, and placeholders."""
        first, second = self.atoms
        matching = match(first, second, self._first_segment, self._second_segment)
        left, right = list(matching.first), list(matching.second)
        yield from self._qualifiers(matching.matches)
        yield from self._movements(matching.matches)
        yield from self._turned_round(matching.matches)
        left, right = self._pairs_of_numbers(left, right)
        yield from self._placeholders(left, right)
        pairs, left, right = self._differing(left, right)
        for one, other in pairs:
            if not (
                _leaves_the_unit_out(one, other, self.source) or _leaves_the_unit_out(other, one, self.target)
            ):
                yield self._differs(one, other)
        yield from self._alone(left, first, second, source=True)
        yield from self._alone(right, second, first, source=False)

    def _qualifiers(self, matches: list[Match]) -> Iterator[Finding]:
        said: set[tuple[Span, Span]] = set()
        for pair in matches:
            places = (pair.first.fact.span, pair.second.fact.span)
            if places in said or qualified_alike(pair.first, pair.second):
                continue
            said.add(places)
            if self._bounds_a_list(pair):
                continue
            bound = {pair.first.fact.qualifier, pair.second.fact.qualifier} & BOUNDS
            details: dict[str, str] = {
                **self._texts(pair.first, pair.second),
                f"qualifier-{self.source.language}": pair.first.fact.qualifier,
                f"qualifier-{self.target.language}": pair.second.fact.qualifier,
            }
            if freely := self._bounded_freely(pair):
                details["freely"] = freely
            severity = Severity.BLOCKING if bound else Severity.WARNING
            yield self._finding("qualifier-differs", severity, places[0], places[1], details)

    def _bounds_a_list(self, pair: Match) -> bool:
        """Whether the one text says for several figures at once what the other says of this one."""
        return any(
            plain.qualifier == "exact" and shares(reading, plain, alike_with(meant.qualifier))
            for plain, meant, reading in (
                (pair.first.fact, pair.second.fact, self.source),
                (pair.second.fact, pair.first.fact, self.target),
            )
        )

    def _movements(self, matches: list[Match]) -> Iterator[Finding]:
        """Figures that both texts have, and that rise in one and fall in the other."""
        said: set[tuple[Span, Span]] = set()
        for pair in matches:
            spans = (pair.first.fact.span, pair.second.fact.span)
            if spans in said or pair.first.kind not in MOVING or pair.second.kind not in MOVING:
                continue
            said.add(spans)
            ways = [
                way_of(reading.prepared.composed, span.start, span.end, reading.language)
                for span, reading in zip(spans, (self.source, self.target), strict=True)
            ]
            if None not in ways and ways[0] != ways[1]:
                details = {**self._texts(pair.first, pair.second), "kind": "direction", "topic": "direction"}
                yield self._finding("figure-differs", Severity.BLOCKING, *spans, details)

    def _turned_round(self, matches: list[Match]) -> Iterator[Finding]:
        """Two figures that both texts have, and that changed places: from the one to the other, or what each counts."""
        changed = (
            *turned_round(matches, self.source, self.target, self._first_segment),
            *counted_otherwise(matches, self._first_segment),
            *exchanged(matches, self.source, self.target, self.alignment.of_first),
        )
        for one, other in changed:
            first = _around(one.first.fact.span, other.first.fact.span)
            second = _around(one.second.fact.span, other.second.fact.span)
            details: dict[str, str] = {
                self.source.language: first.of(self.source.prepared.composed),
                self.target.language: second.of(self.target.prepared.composed),
                "kind": "turned-round",
                "topic": "turned-round",
            }
            yield self._finding("figure-differs", Severity.BLOCKING, first, second, details)

    def _bounded_freely(self, pair: Match) -> str:
        """Which text bounds a number by a word that may as well compare it with another."""
        sides = (("source", pair.first.fact, self.source), ("target", pair.second.fact, self.target))
        bounding = [
            (side, fact, reading) for side, fact, reading in sides if fact.qualifier in {*BOUNDS, "about"}
        ]
        freely = [
            side
            for side, fact, reading in bounding
            if bounds_freely(
                reading.prepared.composed, fact.span, reading.language, by_noun=len(bounding) == 2
            )
        ]
        return freely[0] if len(freely) == 1 else ""

    def _pairs_of_numbers(self, left: list[Atom], right: list[Atom]) -> tuple[list[Atom], list[Atom]]:
        """A score or odds may be two numbers elsewhere: 1대 3, 1-3; 15대 1, 15 for each place."""
        left, right = _without_pairs(left, right)
        right, left = _without_pairs(right, left)
        return left, right

    def _differing(
        self, left: list[Atom], right: list[Atom]
    ) -> tuple[list[tuple[Atom, Atom]], list[Atom], list[Atom]]:
        """What is left on both sides, paired: same segment and kind first; and what stays without a partner."""
        pairs: list[tuple[Atom, Atom]] = []
        for criterion in ("number", "segment-kind", "kind", "segment"):
            waiting: dict[object, list[int]] = defaultdict(list)
            for index in range(len(right) - 1, -1, -1):
                waiting[self._criterion(right[index], criterion, second=True)].append(index)
            taken: set[int] = set()
            alone: list[Atom] = []
            for atom in left:
                others = waiting.get(self._criterion(atom, criterion, second=False))
                if others:
                    taken.add(others[-1])
                    pairs.append((atom, right[others.pop()]))
                else:
                    alone.append(atom)
            left, right = alone, [atom for index, atom in enumerate(right) if index not in taken]
        return sorted(pairs, key=lambda pair: pair[0].fact.span.start), left, right

    def _criterion(self, atom: Atom, criterion: str, *, second: bool) -> object:
        segment = self._second_segment(atom) if second else self._first_segment(atom)
        match criterion:
            case "number":  # the same number with another unit
                return (segment, atom.written) if atom.number else (segment, atom.kind, atom.text)
            case "segment-kind":
                return (segment, _family(atom))
            case "kind":
                return _family(atom)
            case _:
                return segment

    def _differs(self, one: Atom, other: Atom) -> Finding:
        code = "unit-differs" if one.written and one.written == other.written else "figure-differs"
        if one.kind == "ratio" or other.kind == "ratio":
            code = "figure-differs"
        details = {**self._texts(one, other), "kind": one.kind}
        return self._finding(code, Severity.BLOCKING, one.fact.span, other.fact.span, details)

    def _alone(
        self, alone: list[Atom], own: list[Atom], others: list[Atom], *, source: bool
    ) -> Iterator[Finding]:
        if not alone:
            return
        language = self.source.language if source else self.target.language
        text = (self.source if source else self.target).prepared.composed
        ends = ends_of_amounts(own)
        said_there = by_key(others)
        ones = lost_ones(own, others)
        said: set[Span] = set()
        for atom in alone:
            span = atom.fact.span
            if span in said:
                continue
            said.add(span)
            details: dict[str, str] = {
                language: atom.fact.text,
                "kind": atom.kind,
                "value": atom.text or str(atom.number),
            }
            first, second = (span, None) if source else (None, span)
            if is_conversion(atom, ends, text):
                yield self._finding("conversion-one-sided", Severity.WARNING, first, second, details)
            elif is_said_before(atom, said_there):
                # how often a text says a figure is its own affair, unless a one stands in its place
                if ones and atom.kind == ones[-1].kind:
                    one = ones.pop()
                    yield self._differs(atom, one) if source else self._differs(one, atom)
            elif not self._counts_a_list(atom, source=source):
                code = "figure-missing" if source else "figure-added"
                yield self._finding(code, Severity.BLOCKING, first, second, details)

    def _counts_a_list(self, atom: Atom, *, source: bool) -> bool:
        """Whether a small number says how many figures of one kind its sentence lists: 910, 1,600 and 7,300, the three."""
        if atom.kind != "count" or not _FEWEST_LISTED <= atom.number <= _MOST_LISTED:
            return False
        listed, segment = (
            (self._listed_in_first, self._first_segment)
            if source
            else (self._listed_in_second, self._second_segment)
        )
        return (segment(atom), int(atom.number)) in listed and atom.number == int(atom.number)

    @cached_property
    def _listed_in_first(self) -> frozenset[tuple[int, int]]:
        return listed(self.source, self.alignment.of_first)

    @cached_property
    def _listed_in_second(self) -> frozenset[tuple[int, int]]:
        return listed(self.target, self.alignment.of_second)

    def _texts(self, one: Atom, other: Atom) -> dict[str, str]:
        return {self.source.language: one.fact.text, self.target.language: other.fact.text}

    # --- placeholders ------------------------------------------------------------------------------

    def _placeholders(self, left: list[Atom], right: list[Atom]) -> Iterator[Finding]:
        """Registered figures that only one text places; a figure typed instead is said with it."""
        if not self.source.placeholders and not self.target.placeholders:
            return
        first = Counter(placeholder.name for placeholder in self.source.placeholders)
        second = Counter(placeholder.name for placeholder in self.target.placeholders)
        for placeholder in _last(self.source.placeholders, first - second):
            yield self._placeholder(placeholder, left, right, source=True)
        for placeholder in _last(self.target.placeholders, second - first):
            yield self._placeholder(placeholder, right, left, source=False)

    def _placeholder(
        self, placeholder: Placeholder, beside: list[Atom], typed: list[Atom], *, source: bool
    ) -> Finding:
        """A placeholder without its counterpart. It takes the figure that is typed instead out of `typed`."""
        own, there = self._first_segment, self._second_segment
        if not source:
            own, there = there, own
        segment = (self.alignment.of_first if source else self.alignment.of_second)(placeholder.span.start)
        details = {"key": placeholder.name}
        span = None
        instead = _typed_instead(
            [atom for atom in typed if there(atom) == segment],
            [atom for atom in beside if own(atom) == segment],
            placeholder,
        )
        if instead is not None:
            typed.remove(instead)
            span = instead.fact.span
            details[self.target.language if source else self.source.language] = instead.fact.text
        code = "placeholder-missing" if source else "placeholder-added"
        first, second = (placeholder.span, span) if source else (span, placeholder.span)
        return self._finding(code, Severity.BLOCKING, first, second, details)

    # --- steps and names ---------------------------------------------------------------------------

    def _steps(self) -> Iterator[Finding]:
        """The steps in which parts differ; where they do not, whether things are to come, done or denied."""
        source, target = self.source, self.target
        if not any((source.steps.said, target.steps.said, source.standings.said, target.standings.said)):
            return
        for first_part, second_part in self._parts():
            found = False
            for step in modality.differences(source.steps, target.steps, first_part, second_part):
                if step.faint and (
                    standing.denies(source.standings, first_part)
                    or standing.denies(target.standings, second_part)
                ):
                    continue
                found = not step.faint
                severity = Severity.BLOCKING if step.blocking and not step.faint else Severity.WARNING
                finding = self._apart(
                    severity,
                    (step.first, step.second),
                    [None if said is None else said.step for said in (step.first, step.second)],
                )
                kind = FAINT if step.faint else "to_come" if step.by_tense else ""
                yield _of_kind(finding, kind) if kind else finding
            if found:
                continue
            for apart in standing.differences(source.standings, target.standings, first_part, second_part):
                finding = self._apart(Severity.WARNING, (apart.first, apart.second))
                yield _of_kind(finding, apart.kind)

    def _apart(
        self,
        severity: Severity,
        said: tuple[_Said | None, _Said | None],
        named: Sequence[str | None] = (None, None),
    ) -> Finding:
        """Steps that differ, by their names or by the words that say them."""
        spans: list[Span | None] = []
        details: dict[str, str] = {}
        for words, name, reading in zip(said, named, (self.source, self.target), strict=True):
            span = None if words is None else Span(words.start, words.end)
            spans.append(span)
            if span is not None:
                details[reading.language] = name or span.of(reading.prepared.composed)
        return self._finding("step-differs", severity, spans[0], spans[1], details)

    def _choices(self) -> Iterator[Finding]:
        first, second = self.source.choices, self.target.choices
        if not first.said or not second.said:
            return
        for first_part, second_part in self._parts():
            for found in choices.differences(first, second, first_part, second_part):
                code = found.topic.code
                severity = Severity.WARNING if code == "step-differs" else Severity.BLOCKING
                finding = self._named_otherwise(code, severity, (found.first, found.second), found.topic.kind)
                yield _of_kind(finding, FAINT) if found.faint else finding

    def _named_otherwise(
        self, code: str, severity: Severity, said: tuple[_Said, _Said], topic: str
    ) -> Finding:
        """Two words of one topic, each in its text."""
        spans = [
            Span(words.start, words.end)
            for words, reading in zip(said, (self.source, self.target), strict=True)
        ]
        details: dict[str, str] = {
            reading.language: span.of(reading.prepared.composed)
            for span, reading in zip(spans, (self.source, self.target), strict=True)
        }
        details["kind"] = details["topic"] = topic
        return self._finding(code, severity, spans[0], spans[1], details)

    def _hedges(self) -> Iterator[Finding]:
        first, second = self.source.hedges, self.target.hedges
        if not first.said and not second.said:
            return
        for first_part, second_part in self._parts():
            for claim, of_source in unanswered(first, second, first_part, second_part):
                reading = self.source if of_source else self.target
                span = Span(claim.start, claim.end)
                spans = (span, None) if of_source else (None, span)
                details: dict[str, str] = {
                    reading.language: span.of(reading.prepared.composed),
                    "hedge": claim.hedge,
                }
                yield self._finding("hedge-differs", Severity.WARNING, spans[0], spans[1], details)

    def _parts(self) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """The parts of both texts that belong together, as places of the composed texts."""
        bounds = [
            list(zip((0, *cuts), (*cuts, length), strict=True))
            for cuts, length in (
                (self.alignment.first, len(self.source.prepared.text)),
                (self.alignment.second, len(self.target.prepared.text)),
            )
        ]
        return zip(*bounds, strict=True)

    def _name_differences(self) -> Iterator[names.NameDifference]:
        source, target = self.source, self.target
        said: set[str] = set()
        if source.names or target.names:
            first, second = (frozenset(str(atom.written) for atom in side) for side in self.atoms)
            for difference in names.differences(
                source.names, target.names, source.prepared, target.prepared, (first, second)
            ):
                said.update(mask.name for mask in (difference.first, difference.second) if mask)
                yield difference
        for difference in names.misspellings(source.latin_names, target.latin_names):
            if not any(mask and mask.name in said for mask in (difference.first, difference.second)):
                yield difference

    def _names(self) -> Iterator[Finding]:
        for difference in self._name_differences():
            code = (
                "name-differs"
                if difference.first and difference.second
                else "name-missing"
                if difference.first
                else "name-added"
            )
            spans = [
                None if mask is None else Span(mask.start, mask.end)
                for mask, reading in ((difference.first, self.source), (difference.second, self.target))
            ]
            details: dict[str, str] = {
                reading.language: mask.name
                for mask, reading in ((difference.first, self.source), (difference.second, self.target))
                if mask is not None
            }
            severity = Severity.BLOCKING if code == "name-differs" else Severity.WARNING
            yield self._finding(code, severity, spans[0], spans[1], details)

    def _places(self) -> Iterator[Finding]:
        first, second = self.source.namings, self.target.namings
        if not first.said or not second.said:
            return
        for first_part, second_part in self._parts():
            for found in places_and_things.differences(first, second, first_part, second_part):
                severity = (
                    Severity.BLOCKING if found.group in places_and_things.PLACE_GROUPS else Severity.WARNING
                )
                finding = self._named_otherwise(
                    "name-differs", severity, (found.first, found.second), found.group
                )
                yield _of_kind(finding, FAINT) if found.faint else finding

    def _finding(
        self, code: str, severity: Severity, first: Span | None, second: Span | None, details: dict[str, str]
    ) -> Finding:
        spans: dict[TextLanguage, tuple[Span, ...]] = {}
        if first is not None:
            spans[self.source.language] = (first,)
        if second is not None:
            spans[self.target.language] = (second,)
        return Finding(code, severity, self.target.language, spans, details)


def _leaves_the_unit_out(bare: Atom, whole: Atom, reading: Reading) -> bool:
    """More than 60 percent, and now 48; 1.3万亿韩元中5200亿: the unit of several numbers is said once."""
    return (
        bare.kind == "count"
        and (not bare.fact.unit if reading.language == "en" else bare.fact.text.endswith("亿"))
        and bare.written == whole.written
        and any((fact.kind, fact.unit) == (whole.kind, whole.fact.unit) for fact in reading.facts)
    )


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


def _of_kind(finding: Finding, kind: str) -> Finding:
    return msgspec.structs.replace(finding, details={**finding.details, "kind": kind})


def _around(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _numbers_in_names(reading: Reading) -> Iterator[Fact]:
    """G20 and 5G are translated too: 二十国集团 and 5세대 are answered by the number in the name."""
    for name in reading.names:
        for found in _SHORT_NUMBER.findall(name.name):
            span = Span(name.start, name.end)
            yield Fact("count", Decimal(found), span, name.name, unit=OPEN, hard=False)


_FEWEST_LISTED: Final = 3
_MOST_LISTED: Final = 6
_WHOLE: Final = re.compile(r"[0-9]+")
_SHORT_NUMBER: Final = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_FAMILIES: Final = {
    "percentage-point": "percentage",
    "rank": "ordinal",
    "date-range": "date",
    "decade": "year",
}


def _family(atom: Atom) -> str:
    return _FAMILIES.get(atom.kind, atom.kind)


def _typed_instead(typed: list[Atom], beside: list[Atom], placeholder: Placeholder) -> Atom | None:
    """The figure that may be typed for a placeholder: one more of its kind than the figures beside it ask for.

    Of several, one in another unit than theirs (an amount in won beside one in dollars), or in the same order.
    """
    asked = Counter(map(_family, beside))
    offered = Counter(map(_family, typed))
    free = [atom for atom in typed if offered[_family(atom)] > asked[_family(atom)]]
    if not free:
        return None
    units = {(_family(atom), atom.fact.unit) for atom in beside}
    others = [atom for atom in free if (_family(atom), atom.fact.unit) not in units]
    if others:
        return others[0]
    before = sum(atom.fact.span.start < placeholder.span.start for atom in beside)
    return free[min(before, len(free) - 1)]


_OFTEN_SOFT: Final = frozenset(("1", "2"))
"""One and two, which are words that ask for no answer: only two of the 181."""


def _without_pairs(side: list[Atom], other: list[Atom]) -> tuple[list[Atom], list[Atom]]:
    """Both lists without the ratios of `side` whose two numbers stand in `other`, and without those."""
    if not any(atom.kind == "ratio" for atom in side):
        return side, other
    numbers: dict[str, list[int]] = defaultdict(list)
    for index, atom in enumerate(other):
        if atom.kind in ("count", "ordinal", "percentage"):
            numbers[str(atom.written)].append(index)
    kept: list[Atom] = []
    taken: set[int] = set()
    for atom in side:
        # of a share, the numbers as they are written: 7名中有5名, five of the seven
        terms = (
            [] if atom.kind != "ratio" else _WHOLE.findall(atom.fact.text) or str(atom.fact.value).split("/")
        )
        terms = atom.text.split(":") if atom.kind == "ratio" and ":" in atom.text else terms
        if len(terms) == 2 and all(numbers.get(term) for term in set(terms) - _OFTEN_SOFT):
            taken.update(numbers[term].pop() for term in terms if numbers.get(term))
        else:
            kept.append(atom)
    return kept, [atom for index, atom in enumerate(other) if index not in taken]


def _last(placeholders: tuple[Placeholder, ...], surplus: Counter[str]) -> Iterator[Placeholder]:
    """The last places of those that one text has more often than the other."""
    left = Counter(surplus)
    for placeholder in reversed(placeholders):
        if left[placeholder.name] > 0:
            left[placeholder.name] -= 1
            yield placeholder
