"""What a reader means who searches for a name by its short form: 국토부 is 국토교통부, MOLIT is the ministry.

Short forms come from the agreed terms: what stands in brackets behind a name, and a variant that no edition may use
but that does no more than leave characters of the name out. Any other variant says something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from languages import bigrams
from languages.columns import columns, trilingual_in
from languages.trilingual import Language
from vocabulary.models import Term, TermStatus

_IN_BRACKETS = re.compile(r"\s*[(（]([A-Za-z][A-Za-z-]+)[)）]$")
_HANGUL_OR_HAN = re.compile(r"[^\W\dA-Za-z_]+")


def names_meant(words: Iterable[str], language: Language) -> dict[str, str]:
    """The name in the language for each of these words that is a short form of it in any language."""
    asked = {word: _as_found(word) for word in words}
    known: dict[str, str] = {}
    for short, name in _short_forms(language) if asked else ():
        # a name that holds its short form is found by it anyway
        if name and _as_found(short) not in _as_found(name):
            known.setdefault(_as_found(short), name)
    return {word: known[short] for word, short in asked.items() if short in known}


def _short_forms(language: Language) -> Iterator[tuple[str, str]]:
    """Each short form with the name that it stands for in the language."""
    agreed = Term.objects.filter(status=TermStatus.AGREED).order_by("identifier")
    for row in agreed.values(*columns("preferred", "forbidden")):
        names, variants = trilingual_in(row, "preferred"), trilingual_in(row, "forbidden")
        name = _IN_BRACKETS.sub("", names[language])
        for code, preferred in names.items():
            if found := _IN_BRACKETS.search(preferred):
                yield found[1], name
            for variant in variants[code].splitlines():
                if _shortens(variant.strip(), preferred):
                    yield variant.strip(), name


def _shortens(variant: str, name: str) -> bool:
    """Whether the variant is the name with characters left out, the first one kept."""
    left = iter(name)
    return (
        1 < len(variant) < len(name)
        and variant[0] == name[0]
        and _HANGUL_OR_HAN.fullmatch(variant) is not None
        and all(character in left for character in variant)
    )


def _as_found(text: str) -> str:
    """Equal for whatever a search takes for the same."""
    return " ".join(bigrams.runs(text))
