"""The checks that read one text, or hold texts against the agreed terms. Those of the house are asked for.

A new check is one function, one entry in a tuple below, and one test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from languages.parity.findings import Finding, TextLanguage, Texts
from languages.parity.forbidden import forbidden_terms
from languages.parity.house_rules import contact_data, relative_dates, source_labels, unchecked_quotations
from languages.parity.marks import unbalanced
from languages.parity.terms import Term, missing_terms
from languages.parity.writing import half_width, traditional, wrong_script

type TextCheck = Callable[[str, TextLanguage], Iterable[Finding]]
"""Reads one text in one language: script, punctuation, brackets. Spans are places in that text."""

type TermCheck = Callable[[Texts, Sequence[Term]], Iterable[Finding]]
"""Holds one text in all its languages against the agreed terms."""

TEXT_CHECKS: tuple[TextCheck, ...] = (
    wrong_script,
    traditional,
    half_width,
    unbalanced,
)
HOUSE_CHECKS: tuple[TextCheck, ...] = (
    contact_data,
    source_labels,
    relative_dates,
    unchecked_quotations,
)
"""What the editions of this portal leave out, and other texts may well hold: R-07 to R-10."""
TERM_CHECKS: tuple[TermCheck, ...] = (forbidden_terms, missing_terms)
