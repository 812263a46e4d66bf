"""The checks that read one text, or hold texts against the agreed terms.

A new check is one function, one entry in a tuple below, and one test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from languages.parity.findings import Finding, TextLanguage
from languages.parity.terms import Term

type Texts = Mapping[TextLanguage, str]
"""One text in its languages. A language that is not there, or empty, is not written yet."""

type TextCheck = Callable[[str, TextLanguage], Iterable[Finding]]
"""Reads one text in one language: script, punctuation, brackets. Spans are places in that text."""

type SetCheck = Callable[[Texts], Iterable[Finding]]
"""Reads one text in all its languages at once."""

type TermCheck = Callable[[Texts, Sequence[Term]], Iterable[Finding]]
"""Holds one text in all its languages against the agreed terms."""

TEXT_CHECKS: tuple[TextCheck, ...] = ()
SET_CHECKS: tuple[SetCheck, ...] = ()
TERM_CHECKS: tuple[TermCheck, ...] = ()
