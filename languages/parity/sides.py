"""The two sides of a comparison: what each text says, and which parts of them belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from languages.parity.alignment import Alignment, align
from languages.parity.atoms import atoms
from languages.parity.findings import Finding, Severity, Span, TextLanguage
from languages.parity.kinds import Fact
from languages.parity.reading import Reading
from languages.parity.units import OPEN


class Sides:
    """A text and the one that it is held against, both read."""

    def __init__(self, source: Reading, target: Reading) -> None:
        self.source = source
        self.target = target
        self.alignment: Alignment = align(source.segments, target.segments)
        self.atoms = (
            atoms((*source.facts, *_numbers_in_names(source))),
            atoms((*target.facts, *_numbers_in_names(target))),
        )

    def parts(self) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """The parts of both texts that belong together, as places of the composed texts."""
        bounds = [
            list(zip((0, *cuts), (*cuts, length), strict=True))
            for cuts, length in (
                (self.alignment.first, len(self.source.prepared.text)),
                (self.alignment.second, len(self.target.prepared.text)),
            )
        ]
        return zip(*bounds, strict=True)

    def finding(
        self, code: str, severity: Severity, first: Span | None, second: Span | None, details: dict[str, str]
    ) -> Finding:
        """What one of the texts says otherwise than the other, at its place in each of them that has one."""
        spans: dict[TextLanguage, tuple[Span, ...]] = {}
        if first is not None:
            spans[self.source.language] = (first,)
        if second is not None:
            spans[self.target.language] = (second,)
        return Finding(code, severity, self.target.language, spans, details)


_SHORT_NUMBER: Final = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")


def _numbers_in_names(reading: Reading) -> Iterator[Fact]:
    """G20 and 5G are translated too: 二十国集团 and 5세대 are answered by the number in the name."""
    for name in reading.names:
        for found in _SHORT_NUMBER.findall(name.name):
            span = Span(name.start, name.end)
            yield Fact("count", Decimal(found), span, name.name, unit=OPEN, hard=False)
