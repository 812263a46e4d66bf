"""What differs between this material and the one that the last released edition was made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from briefings.assembly.material import Briefing, Item, Material
from briefings.assembly.texts import Texts
from languages.trilingual import Trilingual

type ChangedPart = Literal[
    "headline",
    "conclusion",
    "why-now-norm",
    "why-now-market",
    "why-now-technology",
    "chapter",
    "key-figures",
    "request",
    "caution",
    "conclusion-korea-view",
    "conclusion-national-interest",
    "groups",
    "strategy",
    "particulars",
]


class ChangedText(msgspec.Struct, frozen=True):
    """A text of the briefing itself that a reader finds otherwise."""

    part: ChangedPart
    which: str = ""
    """Slug of a chapter's pillar, or the number of a request or caution: its new one, if it has one."""
    how: Literal["reworded", "added", "dropped"] = "reworded"


class ChangedFigure(msgspec.Struct, frozen=True):
    """A figure of an item that stayed, printed otherwise than before."""

    item: str
    key: str
    before: Trilingual
    """As it stood alone in the edition compared with."""


class Comparison(msgspec.Struct, frozen=True):
    """Slugs of items that are new or changed, in the order of the material."""

    previous: str = ""
    """Name of the edition compared with, such as `2025-10 1.0`; empty when there is none."""
    new: tuple[str, ...] = ()
    gone: tuple[Trilingual, ...] = ()
    """Headlines of items that are no longer included: they are not part of the material."""
    figures_changed: tuple[str, ...] = ()
    text_changed: tuple[str, ...] = ()
    briefing_changed: tuple[ChangedText, ...] = ()
    """In the order of an edition. Empty after an edition of another period: there every text is another one."""
    figures: tuple[ChangedFigure, ...] = ()
    """Of the items in `figures_changed`, what may be printed in both editions. Not told by composers 1 to 6."""


def compare(material: Material, earlier: Material | None, name: str = "") -> Comparison:
    """What a reader of `earlier` finds different in `material`. `name` is the earlier edition's."""
    if earlier is None:
        return Comparison()
    before = {item.slug: item for item in earlier.items}
    now = {item.slug: item for item in material.items}
    texts, texts_now = Texts(earlier), Texts(material)
    stayed = [(before[slug], item) for slug, item in now.items() if slug in before]
    return Comparison(
        previous=name,
        new=tuple(slug for slug in now if slug not in before),
        gone=tuple(texts.plain(item.headline, item) for slug, item in before.items() if slug not in now),
        figures_changed=tuple(new.slug for old, new in stayed if old.figures != new.figures),
        text_changed=tuple(
            new.slug for old, new in stayed if old.figures == new.figures and _said(old) != _said(new)
        ),
        briefing_changed=tuple(_briefing_changed(earlier, material)),
        figures=tuple(
            changed
            for old, new in stayed
            if old.figures != new.figures
            for changed in _printed_otherwise(old, new, texts, texts_now)
        ),
    )


def _printed_otherwise(old: Item, new: Item, texts: Texts, texts_now: Texts) -> Iterator[ChangedFigure]:
    before = {figure.key: figure for figure in old.figures if figure.printable == "always"}
    for figure in new.figures:
        was = before.get(figure.key)
        if was is None or figure.printable != "always":
            continue
        printed = texts.printed_large(was)
        if printed != texts_now.printed_large(figure):
            yield ChangedFigure(new.slug, figure.key, printed)


def _said(item: Item) -> Item:
    """What a reader would notice of an item: all but how it entered."""
    return msgspec.structs.replace(item, entry="dated", related=())


_TEXTS: tuple[tuple[str, ChangedPart], ...] = (
    ("headline", "headline"),
    ("conclusion", "conclusion"),
    ("key_figures", "key-figures"),
    ("why_now_norm", "why-now-norm"),
    ("why_now_market", "why-now-market"),
    ("why_now_technology", "why-now-technology"),
    ("conclusion_korea_view", "conclusion-korea-view"),
    ("conclusion_national_interest", "conclusion-national-interest"),
)
_PARTICULARS = (
    "name",
    "classification",
    "legal_clause",
    "licence",
    "recipient",
    "bureau",
    "bureau_phone",
    "officer",
)


def _briefing_changed(earlier: Material, material: Material) -> Iterator[ChangedText]:
    old, new = earlier.briefing, material.briefing
    if old.slug != new.slug:
        return
    for field, part in _TEXTS:
        if getattr(old, field) != getattr(new, field):
            yield ChangedText(part)
    yield from _rows_changed("request", old.requests, new.requests)
    yield from _chapters_changed(old, new)
    yield from _rows_changed("caution", old.cautions, new.cautions)
    if (earlier.groups_shown, earlier.perspectives) != (material.groups_shown, material.perspectives):
        yield ChangedText("groups")
    if earlier.strategy != material.strategy:
        yield ChangedText("strategy")
    if any(getattr(old, field) != getattr(new, field) for field in _PARTICULARS):
        yield ChangedText("particulars")


def _chapters_changed(old: Briefing, new: Briefing) -> Iterator[ChangedText]:
    """Pillars whose chapter says something else; on which contributions it was written is no change."""
    before = {chapter.pillar: msgspec.structs.replace(chapter, basis="") for chapter in old.chapters}
    now = {chapter.pillar: msgspec.structs.replace(chapter, basis="") for chapter in new.chapters}
    for pillar, chapter in now.items():
        if pillar not in before:
            yield ChangedText("chapter", pillar, "added")
        elif chapter != before[pillar]:
            yield ChangedText("chapter", pillar)
    yield from (ChangedText("chapter", pillar, "dropped") for pillar in before if pillar not in now)


def _rows_changed[Row](part: ChangedPart, old: Sequence[Row], new: Sequence[Row]) -> Iterator[ChangedText]:
    """Rows reworded, added or dropped; one that only moved to another number is none of these."""
    for what, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        kept = min(last - first, end - begin)
        yield from _numbered(part, range(begin, begin + kept), "reworded")
        yield from _numbered(part, range(begin + kept, end), "added")
        yield from _numbered(part, range(first + kept, last), "dropped")


def _numbered(
    part: ChangedPart, rows: Iterable[int], how: Literal["reworded", "added", "dropped"]
) -> Iterator[ChangedText]:
    return (ChangedText(part, str(row + 1), how) for row in rows)
