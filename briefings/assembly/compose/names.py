"""Names as they print, made once for every place where they stand."""

from __future__ import annotations

from operator import is_

import msgspec

from briefings.assembly.material import Item, Material, Partner, Source
from briefings.assembly.texts import Texts


def with_printed_names(material: Material) -> Material:
    """The material with its names as they print, wherever they stand: in headings, links, lists, boxes."""
    texts = Texts(material)
    briefing, strategy = material.briefing, material.strategy
    return msgspec.structs.replace(
        material,
        briefing=msgspec.structs.replace(
            briefing,
            name=texts.plain(briefing.name),
            recipient=texts.plain(briefing.recipient),
            bureau=texts.plain(briefing.bureau),
            officer=texts.plain(briefing.officer),
        ),
        strategy=msgspec.structs.replace(
            strategy,
            phrase=texts.plain(strategy.phrase),
            pillars=tuple(
                msgspec.structs.replace(pillar, name=texts.plain(pillar.name)) for pillar in strategy.pillars
            ),
        ),
        items=tuple(_with_printed_names(item, texts) for item in material.items),
        groups=tuple(
            msgspec.structs.replace(group, name=texts.plain(group.name), members=texts.plain(group.members))
            for group in material.groups
        ),
    )


def _with_printed_names(item: Item, texts: Texts) -> Item:
    """The item itself where nothing is printed otherwise than it is written."""
    before = (item.headline, item.place, *item.partners, *item.sources)
    headline, place = texts.plain(item.headline, item), texts.plain(item.place, item)
    partners = tuple(_partner_printed(partner, item, texts) for partner in item.partners)
    sources = tuple(_source_printed(source, item, texts) for source in item.sources)
    if all(map(is_, (headline, place, *partners, *sources), before)):
        return item
    return msgspec.structs.replace(item, headline=headline, place=place, partners=partners, sources=sources)


def _partner_printed(partner: Partner, item: Item, texts: Texts) -> Partner:
    name = texts.plain(partner.name, item)
    return partner if name is partner.name else msgspec.structs.replace(partner, name=name)


def _source_printed(source: Source, item: Item, texts: Texts) -> Source:
    publisher, title = texts.plain(source.publisher, item), texts.plain(source.title, item)
    if publisher is source.publisher and title is source.title:
        return source
    return msgspec.structs.replace(source, publisher=publisher, title=title)
