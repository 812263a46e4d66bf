"""A fact: what a text states as a number, a date or a share, without the words around it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from languages.parity.findings import Span

type Kind = Literal[
    "money",
    "count",
    "percentage",
    "percentage-point",
    "date",
    "date-range",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "time",
    "ordinal",
    "rank",
    "multiple",
    "ratio",
    "area",
    "measure",
    "duration",
    "range",
]
type Qualifier = Literal[
    "exact",
    "about",
    "nearly",
    "up-to",
    "under",
    "at-least",
    "more-than",
    "early",
    "mid",
    "late",
]

type Value = Decimal | str
"""A number, exact; for dates and periods ISO 8601 with dashes for what is not said: `2025-10-20`,
`--10-20`, `2025-Q1`, `1960s`; for times `23:00`; for ratios the two terms: `1/4`, `3:1`."""


class Fact(msgspec.Struct, frozen=True):
    """One fact of a text."""

    kind: Kind
    value: Value
    span: Span
    text: str
    """What stands in the text, qualifier included."""
    unit: str = ""
    """ISO 4217 code, symbol of a base unit (m, m2, kg), or what is counted (person); empty if open."""
    maximum: Value | None = None
    """The other end of a range."""
    qualifier: Qualifier = "exact"
    hard: bool = True
    """A soft fact (both, dozens, first) may answer a fact of another language, but asks for no answer."""
