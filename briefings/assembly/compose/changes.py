"""Changed texts of the briefing itself, as sentences: the headline, a chapter, request 1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.assembly import wording
from briefings.assembly.changes import ChangedText
from briefings.assembly.material import Material
from briefings.assembly.texts import join_names
from languages.trilingual import LANGUAGES, Trilingual

_OTHERWISE = ("key-figures", "groups", "strategy", "particulars")
"""Parts of several texts and choices: they changed, which need not be their wording."""


def sentences_of_changes(material: Material, changed: Sequence[ChangedText]) -> Iterator[Trilingual]:
    """One sentence for each kind of change that there is."""
    reworded = [each for each in changed if each.how == "reworded" and each.part not in _OTHERWISE]
    for sentence, texts in (
        (wording.CHANGED_WORDING if len(reworded) == 1 else wording.CHANGED_WORDINGS, reworded),
        (wording.CHANGED_ADDED, [each for each in changed if each.how == "added"]),
        (wording.CHANGED_DROPPED, [each for each in changed if each.how == "dropped"]),
        (wording.CHANGED_OTHERWISE, [each for each in changed if each.part in _OTHERWISE]),
    ):
        if texts:
            yield _sentence(sentence, [_name(each, material) for each in texts])


def _sentence(sentence: Trilingual, names: Sequence[Trilingual]) -> Trilingual:
    filled = [
        sentence[code].format(names=join_names([name[code] for name in names], code)) for code in LANGUAGES
    ]
    return Trilingual(*(text[:1].upper() + text[1:] for text in filled))


def _name(changed: ChangedText, material: Material) -> Trilingual:
    name = wording.CHANGED_PART[changed.part]
    pillar = next((each for each in material.strategy.pillars if each.slug == changed.which), None)
    which = pillar.name if pillar and changed.part == "chapter" else Trilingual(*[changed.which] * 3)
    return Trilingual(*(name[code].format(which=which[code]) for code in LANGUAGES))
