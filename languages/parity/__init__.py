"""Do the Korean, Chinese and English of a text say the same? Plain Python, no Django, no database.

`facts` reads what a text states, `compare` holds two languages against each other, `differences` all
languages of a text at once, and `examine` adds the agreed terms and the checks that read a single text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from languages.parity.findings import Texts, written

if TYPE_CHECKING:
    from languages.parity.comparison import compare
    from languages.parity.extraction import facts
    from languages.parity.findings import Finding, Severity, Span, TextLanguage
    from languages.parity.kinds import Fact, Kind, Qualifier
    from languages.parity.terms import Term

# a module is imported with the first use of what it holds: most commands and every reader's page compare nothing, and
# would wait half a second for a thousand expressions
_MODULES = {
    "compare": "comparison",
    "facts": "extraction",
    "Finding": "findings",
    "Severity": "findings",
    "Span": "findings",
    "TextLanguage": "findings",
    "Fact": "kinds",
    "Kind": "kinds",
    "Qualifier": "kinds",
    "Term": "terms",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"languages.parity.{_MODULES[name]}"), name)
    return value


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
    "differences",
    "examine",
    "facts",
]


def differences(texts: Texts) -> tuple[Finding, ...]:
    """What the languages of one text do not say alike; each difference is said once.

    `language` of a finding is the one that stands alone against the others. A language that is not in
    `texts`, or whose text is empty, is not compared.
    """
    pairs = tuple(written(texts).items())
    short = sum(len(text) for _language, text in pairs) <= _LONGEST_KEPT
    return _kept_differences(pairs) if short else _differences(pairs)


type _Pairs = tuple[tuple[TextLanguage, str], ...]

_LONGEST_KEPT = 3_000
"""Characters of a text in all its languages, whose differences are kept."""


def _differences(pairs: _Pairs) -> tuple[Finding, ...]:
    from languages.parity.reading import read
    from languages.parity.together import compare_all

    return tuple(compare_all([read(text, language) for language, text in pairs]))


_kept_differences = lru_cache(maxsize=3_000)(_differences)
"""A form that is opened, refused and saved, and an edition made again, have mostly the texts of before."""


def examine(texts: Texts, terms: Sequence[Term] = (), *, house_rules: bool = False) -> tuple[Finding, ...]:
    """Everything to be said about one text in its languages.

    That is what the languages say differently, what is wrong with each text alone, and where the agreed
    terms are not used. With `house_rules` also what the editions of this portal leave out: contact data,
    credits, dates such as this year, and quotations that nobody has checked.
    """
    from languages.parity.checks import HOUSE_CHECKS, TERM_CHECKS, TEXT_CHECKS

    found = list(differences(texts))
    checks = (*TEXT_CHECKS, *HOUSE_CHECKS) if house_rules else TEXT_CHECKS
    for language, text in written(texts).items():
        for examine_text in checks:
            found += examine_text(text, language)
    for examine_terms in TERM_CHECKS:
        found += examine_terms(texts, terms)
    return tuple(found)
