"""What differs between this material and the one that the last released edition was made of."""

from __future__ import annotations

import msgspec

from briefings.assembly.material import Item, Material
from briefings.assembly.texts import Texts
from languages.trilingual import Trilingual


class Comparison(msgspec.Struct, frozen=True):
    """Slugs of items that are new or changed, in the order of the material."""

    previous: str = ""
    """Name of the edition compared with, such as `2025-10 1.0`; empty when there is none."""
    new: tuple[str, ...] = ()
    gone: tuple[Trilingual, ...] = ()
    """Headlines of items that are no longer included: they are not part of the material."""
    figures_changed: tuple[str, ...] = ()
    text_changed: tuple[str, ...] = ()


def compare(material: Material, earlier: Material | None, name: str = "") -> Comparison:
    """What a reader of `earlier` finds different in `material`. `name` is the earlier edition's."""
    if earlier is None:
        return Comparison()
    before = {item.slug: item for item in earlier.items}
    now = {item.slug: item for item in material.items}
    texts = Texts(earlier)
    stayed = [(before[slug], item) for slug, item in now.items() if slug in before]
    return Comparison(
        previous=name,
        new=tuple(slug for slug in now if slug not in before),
        gone=tuple(texts.plain(item.headline, item) for slug, item in before.items() if slug not in now),
        figures_changed=tuple(new.slug for old, new in stayed if old.figures != new.figures),
        text_changed=tuple(
            new.slug for old, new in stayed if old.figures == new.figures and _said(old) != _said(new)
        ),
    )


def _said(item: Item) -> Item:
    """What a reader would notice of an item: all but how it entered."""
    return msgspec.structs.replace(item, entry="dated", related=())
