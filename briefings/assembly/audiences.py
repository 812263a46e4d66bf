"""What may go into an edition for an audience: the one place that decides it."""

from __future__ import annotations

import msgspec

from briefings.assembly.material import Audience, Item, Material


class AudienceRules(msgspec.Struct, frozen=True):
    """What an audience may read."""

    only_public: bool
    """Only items classed 공개; officials' editions take partly public and closed ones too."""
    perspectives: bool
    """Whether what we say to each group is part of it. It never leaves to those groups."""


RULES: dict[Audience, AudienceRules] = {
    "presidential": AudienceRules(only_public=False, perspectives=True),
    "partner": AudienceRules(only_public=True, perspectives=False),
    "full": AudienceRules(only_public=False, perspectives=True),
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
        return msgspec.structs.replace(material, items=items)
    briefing = msgspec.structs.replace(
        material.briefing,
        # the officials' texts: what we ask of them, what they should mind, whom we watch
        requests=(),
        cautions=(),
        recipient=type(material.briefing.recipient)(),
        conclusion_national_interest=type(material.briefing.recipient)(),
        highlights=tuple(h for h in material.briefing.highlights if h.item in kept),
        key_figures=tuple(f for f in material.briefing.key_figures if f.item in kept),
        classification="public",
        legal_clause="",
    )
    return msgspec.structs.replace(material, briefing=briefing, items=items, groups=(), perspectives=())


def _only_known(item: Item, kept: set[str], *, perspectives: bool) -> Item:
    """Without names of items or perspectives that are not part of the edition."""
    return msgspec.structs.replace(
        item,
        related=tuple(slug for slug in item.related if slug in kept),
        perspectives=item.perspectives if perspectives else (),
        # a message to be spoken is written for officials to say to a group
        message=item.message if perspectives else type(item.message)(),
        contributions=tuple(
            msgspec.structs.replace(c, follows=c.follows if c.follows in kept else "")
            for c in item.contributions
        ),
    )
