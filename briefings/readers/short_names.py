"""What a reader means who searches for a name by its short form, or with a particle: 국토부 is 국토교통부, MOLIT is the
ministry, 아처를 is 아처.

Short forms come from the agreed terms: what stands in brackets behind a name, and a variant that no edition may use
but that does no more than leave characters of the name out. Any other variant says something else. Of organisations
that the parity check knows, too, a name that leaves characters of the first one out is its short form (亚投行).

Terms are agreed before anything with their names is released: a reader is told no name that nothing of theirs holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from briefings import access
from briefings.readers import searching
from languages import bigrams
from languages.columns import columns, one_a_line, trilingual_in
from languages.korean import without_particle
from languages.trilingual import Language
from vocabulary.models import Term, TermStatus

_IN_BRACKETS = re.compile(r"\s*[(（]([A-Za-z][A-Za-z-]+)[)）]$")
_HANGUL_OR_HAN = re.compile(r"[^\W\dA-Za-z_]+")


class _Name(NamedTuple):
    """An agreed name, and the days between which it holds."""

    text: str
    since: date | None
    until: date | None


def names_meant(reader: access.Reader, words: Iterable[str], language: Language) -> dict[str, str]:
    """The name in the language for each of these words that is a short form of it in any language.

    Names alone that the reader finds: in an edition of a period in which the name holds. A Korean word that nothing
    holds may stand with a particle: then what is before it counts.
    """

    def holds(word: str) -> bool:
        return searching.is_found(reader, word, None, None, language)

    bare = {word: without_particle(word) for word in words}
    bare = {word: word if stem != word and holds(word) else stem for word, stem in bare.items()}
    meant = _names_meant(reader, bare.values(), language)
    stems = {word: stem for word, stem in bare.items() if stem != word and stem not in meant and holds(stem)}
    return stems | {word: meant[stem] for word, stem in bare.items() if stem in meant}


def _names_meant(reader: access.Reader, words: Iterable[str], language: Language) -> dict[str, str]:
    asked = {word: _as_found(word) for word in words}
    known: dict[str, str] = {}
    found: dict[_Name, bool] = {}
    for short, name in _short_forms(language) if asked else ():
        form, whole = _as_found(short), _as_found(name.text)
        if form in known or form not in asked.values():
            continue
        # a name that holds its short form is found by it anyway
        if not whole or form in whole:
            continue
        if name not in found:
            found[name] = searching.is_found(reader, *name, language)
        if found[name]:
            known[form] = name.text
    return {word: known[form] for word, form in asked.items() if form in known}


def _short_forms(language: Language) -> Iterator[tuple[str, _Name]]:
    """Each short form with the name that it stands for in the language."""
    agreed = Term.objects.filter(status=TermStatus.AGREED).order_by("identifier")
    for row in agreed.values("valid_from", "valid_until", *columns("preferred", "forbidden")):
        names, variants = trilingual_in(row, "preferred"), trilingual_in(row, "forbidden")
        name = _Name(_IN_BRACKETS.sub("", names[language]), row["valid_from"], row["valid_until"])
        for code, preferred in names.items():
            if found := _IN_BRACKETS.search(preferred):
                yield found[1], name
            for variant in one_a_line(variants[code]):
                if _shortens(variant, preferred):
                    yield variant, name

    yield from _short_forms_of_organisations(language)


def _short_forms_of_organisations(language: Language) -> Iterator[tuple[str, _Name]]:
    # of the parity check's tables, which not every process has read
    from languages.parity.places_and_things import NAMED

    for row in NAMED:
        if row.group == "organisation" and (own := row.names[language]):
            for first, *others in filter(None, row.names.values()):
                for short in others:
                    if _shortens(short, first):
                        yield short, _Name(own[0], None, None)


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
