"""Do the Korean, Chinese and English of a text say the same? Plain Python, no Django, no database.

`facts` reads what a text states, `compare` holds two languages against each other, `examine` all
languages of a text at once, with the checks that read a single text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from languages.parity.checks import SET_CHECKS, TERM_CHECKS, TEXT_CHECKS
from languages.parity.comparison import compare
from languages.parity.extraction import facts
from languages.parity.findings import Finding, Severity, Span, TextLanguage
from languages.parity.kinds import Fact, Kind, Qualifier
from languages.parity.reading import read
from languages.parity.terms import Term
from languages.parity.together import compare_all

__all__ = [
    "Fact",
    "Finding",
    "Kind",
    "Qualifier",
    "Severity",
    "Span",
    "Term",
    "TextLanguage",
    "compare",
    "examine",
    "facts",
]

TEXT_LANGUAGES: tuple[TextLanguage, ...] = ("ko", "zh-hans", "zh-hant", "en")
"""In the order in which they are compared: what stands first prevails."""


def examine(texts: Mapping[TextLanguage, str], terms: Sequence[Term] = ()) -> tuple[Finding, ...]:
    """Everything to be said about one text in its languages; each difference is said once.

    `language` of a finding is the one that stands alone against the others. A language that is not in
    `texts`, or whose text is empty, is not compared.
    """
    written = {language: texts[language] for language in TEXT_LANGUAGES if texts.get(language, "").strip()}
    readings = [read(text, language) for language, text in written.items()]
    found = list(compare_all(readings))
    for language, text in written.items():
        for examine_text in TEXT_CHECKS:
            found += examine_text(text, language)
    for examine_set in SET_CHECKS:
        found += examine_set(texts)
    for examine_terms in TERM_CHECKS:
        found += examine_terms(texts, terms)
    return tuple(found)
