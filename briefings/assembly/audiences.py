"""What may go into an edition for an audience: the one place that decides it."""

from __future__ import annotations

import msgspec

from briefings.assembly.chapters import rebased
from briefings.assembly.checks.places import texts_of
from briefings.assembly.definitions import stem
from briefings.assembly.material import Audience, Item, Material, Term
from languages.figures import Figure, Unit
from languages.placeholders import references
from languages.trilingual import LANGUAGES, Trilingual


class AudienceRules(msgspec.Struct, frozen=True):
    """What an audience may read."""

    only_public: bool
    """Only items classed 공개; officials' editions take partly public and closed ones too."""
    perspectives: bool
    """Whether what we say to each group is part of it. It never leaves to those groups."""
    waivers_explained: bool
    """Whether its manifest says who let a finding stand and why: our own deliberation."""


RULES: dict[Audience, AudienceRules] = {
    "presidential": AudienceRules(only_public=False, perspectives=True, waivers_explained=True),
    "partner": AudienceRules(only_public=True, perspectives=False, waivers_explained=False),
    "full": AudienceRules(only_public=False, perspectives=True, waivers_explained=True),
}


def for_audience(material: Material, audience: Audience) -> Material:
    """The material with everything taken out that the audience may not read.

    An edition is sealed from what is left, so that its JSON holds no more than its pages.
    """
    rules = RULES[audience]
    items = material.items
    if rules.only_public:
        items = tuple(item for item in items if item.classification == "public")
    kept = {item.slug for item in items}
    items = tuple(_only_known(item, kept, perspectives=rules.perspectives) for item in items)
    if rules.perspectives:
        return rebased(material, msgspec.structs.replace(material, items=items))
    briefing = msgspec.structs.replace(
        material.briefing,
        # the officials' texts: what we ask of them, what they should mind, what we lack, whom we watch
        requests=(),
        cautions=(),
        chapters=tuple(msgspec.structs.replace(c, gap=Trilingual()) for c in material.briefing.chapters),
        recipient=Trilingual(),
        officer=Trilingual(),
        conclusion_national_interest=Trilingual(),
        # parts of the full edition only
        theme_title=Trilingual(),
        highlights=(),
        key_figures=tuple(f for f in material.briefing.key_figures if f.item in kept),
        classification="public",
        legal_clause="",
    )
    own = msgspec.structs.replace(
        material,
        briefing=briefing,
        items=items,
        groups=(),
        perspectives=(),
    )
    own = _without_unused_figures(own)
    own = msgspec.structs.replace(own, terms=_terms_of(own), units=_units_of(own))
    return rebased(material, own)


def _units_of(own: Material) -> tuple[Unit, ...]:
    """The units in which the audience's own figures are printed: what is counted elsewhere is a matter of officials."""
    used = {figure.unit for item in own.items for figure in item.figures}
    return tuple(unit for unit in own.units if unit.slug in used)


def _terms_of(own: Material) -> tuple[Term, ...]:
    """The terms that check something, or explain a name that stands in the audience's own texts.

    An agreed name may be for officials only; what forbids nothing and is not met says nothing.
    """
    texts = [placed.text for placed in texts_of(own)]
    # one text of each language to look through: no name holds the character between two
    whole = {language: "\0".join(text[language] for text in texts) for language in LANGUAGES}
    kept = []
    for term in own.terms:
        names = {language: stem(term.preferred[language]) for language in LANGUAGES}
        met = any(name and name in whole[language] for language, name in names.items())
        if not (met and term.definition):
            term = msgspec.structs.replace(term, definition=Trilingual())
        if met or term.forbidden_ko or term.forbidden_zh_hans or term.forbidden_en:
            kept.append(term)
    return tuple(kept)


def _without_unused_figures(material: Material) -> Material:
    """Without figures that may not be printed as they are, unless a text prints them all the same."""
    used = {(figure.item, figure.figure) for figure in material.briefing.key_figures}
    for placed in texts_of(material):
        for language in LANGUAGES:
            for reference in references(placed.text[language]):
                used.add((reference.item or (placed.item.slug if placed.item else ""), reference.key))

    def kept(item: Item) -> tuple[Figure, ...]:
        return tuple(f for f in item.figures if f.printable == "always" or (item.slug, f.key) in used)

    items = tuple(
        item if (figures := kept(item)) == item.figures else msgspec.structs.replace(item, figures=figures)
        for item in material.items
    )
    return msgspec.structs.replace(material, items=items)


def _only_known(item: Item, kept: set[str], *, perspectives: bool) -> Item:
    """Without names of items or perspectives that are not part of the edition; itself where it has none."""
    only = {
        "related": tuple(slug for slug in item.related if slug in kept),
        "perspectives": item.perspectives if perspectives else (),
        # a message to be spoken is written for officials to say to a group
        "message": item.message if perspectives else Trilingual(),
        "contributions": tuple(
            msgspec.structs.replace(each, follows="") if each.follows and each.follows not in kept else each
            for each in item.contributions
        ),
    }
    changed = {name: value for name, value in only.items() if value != getattr(item, name)}
    return msgspec.structs.replace(item, **changed) if changed else item
