"""A document for an audience: its cover, its sections, a sheet for each item, notes and figures."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from briefings.assembly import wording
from briefings.assembly.changes import Comparison
from briefings.assembly.compose import full, partner, presidential
from briefings.assembly.compose.items import item_sheet
from briefings.assembly.compose.names import with_printed_names
from briefings.assembly.compose.parts import cover_facts, strategy_line
from briefings.assembly.definitions import definitions
from briefings.assembly.document import Document, Section
from briefings.assembly.material import Audience, Material
from briefings.assembly.texts import Texts

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
    composing = Composing(material, audience, comparison)
    return composing.document(tuple(composing.sheets()))


class Composing:
    """A document on its way: its sections at once, then sheet after sheet, and in the end what frames them.

    So that who seals ten thousand sheets can encode each as it comes, and need not hold them.
    """

    def __init__(self, material: Material, audience: Audience, comparison: Comparison) -> None:
        """Takes what `document` takes."""
        self._material = _background_last(with_printed_names(material))
        self._audience: Audience = audience
        self._texts = Texts(self._material)
        self._sections: tuple[Section, ...] = _SECTIONS[audience](self._material, self._texts, comparison)
        self._texts.keep_no_more()

    def sheets(self) -> Iterator[Section]:
        """A sheet for each item."""
        for item in self._material.items:
            yield item_sheet(item, self._material, self._texts)

    def document(self, sheets: tuple[Section, ...] = ()) -> Document:
        """The document. Call it once every sheet was made: it counts their figures and sources.

        Args:
            sheets: those that it shall hold.
        """
        briefing = self._material.briefing
        return Document(
            audience=self._audience,
            audience_name=wording.AUDIENCE[self._audience],
            portal=wording.PORTAL,
            title=self._texts.plain(briefing.headline),
            short_title=briefing.name,
            strategy=strategy_line(self._material),
            cover=cover_facts(self._material, self._audience),
            sections=self._sections,
            items=sheets,
            notes=self._texts.notes,
            figures=self._texts.printed_figures,
            definitions=definitions(self._material),
        )


def _background_last(material: Material) -> Material:
    """Items of background stand behind those of the period wherever items are listed."""
    items = tuple(sorted(material.items, key=lambda item: item.entry == "background"))
    return msgspec.structs.replace(material, items=items)
