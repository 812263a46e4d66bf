"""A document for an audience: its cover, its sections, a sheet for each item, notes and figures."""

from __future__ import annotations

import msgspec

from briefings.assembly import wording
from briefings.assembly.changes import Comparison
from briefings.assembly.compose import full, partner, presidential
from briefings.assembly.compose.items import item_sheet
from briefings.assembly.compose.parts import cover_facts, strategy_line
from briefings.assembly.definitions import with_definitions
from briefings.assembly.document import Document, Section
from briefings.assembly.material import Audience, Material
from briefings.assembly.texts import Texts, with_printed_names

_SECTIONS = {
    "presidential": presidential.sections,
    "partner": partner.sections,
    "full": full.sections,
}


def document(material: Material, audience: Audience, comparison: Comparison) -> Document:
    """The document for `audience`, of material that holds no more than it may read.

    Args:
        material: what `for_audience` left of the collected material.
        audience: who reads it.
        comparison: what differs from the last released edition.
    """
    material = _background_last(with_printed_names(material))
    return with_definitions(_composed(material, audience, comparison), material)


def _background_last(material: Material) -> Material:
    """Items of background stand behind those of the period wherever items are listed."""
    items = tuple(sorted(material.items, key=lambda item: item.entry == "background"))
    return msgspec.structs.replace(material, items=items)


def _composed(material: Material, audience: Audience, comparison: Comparison) -> Document:
    texts = Texts(material)
    sections: tuple[Section, ...] = _SECTIONS[audience](material, texts, comparison)
    sheets = tuple(item_sheet(item, material, texts) for item in material.items)
    briefing = material.briefing
    return Document(
        audience=audience,
        audience_name=wording.AUDIENCE[audience],
        portal=wording.PORTAL,
        title=texts.plain(briefing.headline),
        short_title=briefing.name,
        strategy=strategy_line(material),
        cover=cover_facts(material, audience),
        sections=sections,
        items=sheets,
        notes=texts.notes,
        figures=texts.printed_figures,
    )
