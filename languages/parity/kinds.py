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
    "odd",
    "within",
    "loose",
    "peak",
    "by",
    "after",
    "early",
    "mid",
    "late",
]

"""How a value is meant. `odd` is somewhat more than (60여, 60多), `within` a time in which something is
to happen, `loose` a word that may bound or not (6만 원대, 突破, over ten years), `peak` the most that a thing reaches (a top speed of); `by` and `after` stand with dates; `early`, `mid` and `late` tell a part of a month or year."""

type Value = Decimal | str
"""A number, exact and without a sign; for dates and periods ISO 8601 with dashes for what is not said:
`2025-10-20`, `--10-20`, `---20`, `2025-Q1`, `--H2`, `1960s`; for times `23:00`; for ratios the two
terms: `1/4`, `3:1`."""


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
    factor: Decimal = Decimal(1)
    """Base units in one of the units that are written: 12 for years, whose base is the month."""
    qualifier: Qualifier = "exact"
    hard: bool = True
    """A soft fact (both, dozens, first) may answer a fact of another language, but asks for no answer."""
