"""What differs between this material and the one that the last released edition was made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from briefings.assembly.material import Briefing, Item, Material
from briefings.assembly.texts import Texts
from languages.figures import Figure
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
    """Items of which a figure was added or dropped, or prints otherwise."""
    text_changed: tuple[str, ...] = ()
    """Items of which anything else changed. Up to composer 12 none whose figures had changed too."""
    briefing_changed: tuple[ChangedText, ...] = ()
    """In the order of an edition. Empty after an edition of another period: there every text is another one."""
    figures: tuple[ChangedFigure, ...] = ()
    """Of the items in `figures_changed`, what may be printed in both editions. Not told by composers 1 to 6."""
    figures_beside: tuple[str, ...] = ()
    """Items in `figures` of which another figure was added or dropped, or is said otherwise. Not told by composers 1
    to 13."""


def compare(material: Material, earlier: Material | None, name: str = "") -> Comparison:
    """What a reader of `earlier` finds different in `material`. `name` is the earlier edition's."""
    if earlier is None:
        return Comparison()
    before = {item.slug: item for item in earlier.items}
    now = {item.slug: item for item in material.items}
    texts = Texts(earlier)
    told = _Figures(earlier, material)
    stayed = [(before[slug], item) for slug, item in now.items() if slug in before]
    otherwise = {new.slug: told.otherwise(old, new) for old, new in stayed}
    figures = tuple(
        changed for old, new in stayed if otherwise[new.slug] for changed in told.with_other_values(old, new)
    )
    with_values: dict[str, set[str]] = {}
    for each in figures:
        with_values.setdefault(each.item, set()).add(each.key)
    return Comparison(
        previous=name,
        new=tuple(slug for slug in now if slug not in before),
        gone=tuple(texts.plain(item.headline, item) for slug, item in before.items() if slug not in now),
        figures_changed=tuple(slug for slug, keys in otherwise.items() if keys),
        text_changed=tuple(new.slug for old, new in stayed if _differs_beside(old, new, otherwise[new.slug])),
        briefing_changed=tuple(_briefing_changed(earlier, material)),
        figures=figures,
        figures_beside=tuple(slug for slug, keys in with_values.items() if otherwise[slug] - keys),
    )


class _Figures:
    """How the figures of two editions print, each with the units of its own."""

    def __init__(self, earlier: Material, material: Material) -> None:
        self._before, self._now = Texts(earlier), Texts(material)
        units_before = {unit.slug: unit for unit in earlier.units}
        units_now = {unit.slug: unit for unit in material.units}
        self._corrected_units = {
            slug for slug in units_before.keys() | units_now if units_before.get(slug) != units_now.get(slug)
        }

    def otherwise(self, old: Item, new: Item) -> frozenset[str]:
        """Keys of the figures that were added, dropped, or print otherwise: their value or what is said beside it."""
        if old.figures == new.figures and not self._corrected_units:
            return frozenset()
        before = {figure.key: figure for figure in old.figures}
        now = {figure.key: figure for figure in new.figures}
        return frozenset(before.keys() ^ now) | {
            key for key, was in before.items() if key in now and self._prints_otherwise(new, was, now[key])
        }

    def _prints_otherwise(self, item: Item, was: Figure, figure: Figure) -> bool:
        if was == figure and figure.unit not in self._corrected_units:
            return False
        printed = self._before.printed(item.slug, was), self._before.printed_large(was)
        if printed != (self._now.printed(item.slug, figure), self._now.printed_large(figure)):
            return True
        return self._before.figure_remark(was) != self._now.figure_remark(figure)

    def with_other_values(self, old: Item, new: Item) -> Iterator[ChangedFigure]:
        """What may be printed in both editions, and has another value where it stands alone."""
        before = {figure.key: figure for figure in old.figures if figure.printable == "always"}
        for figure in new.figures:
            was = before.get(figure.key)
            if was is None or figure.printable != "always":
                continue
            printed = self._before.printed_large(was)
            if printed != self._now.printed_large(figure):
                yield ChangedFigure(new.slug, figure.key, printed)


def _differs_beside(old: Item, new: Item, told: frozenset[str]) -> bool:
    """Whether a reader would notice anything of an item beside the figures that are told."""
    shared = {figure.key for figure in old.figures} & {figure.key for figure in new.figures}
    return _beside(old, told, shared) != _beside(new, told, shared)


def _beside(item: Item, told: frozenset[str], shared: Set[str]) -> Item:
    """The item but for how it entered; of a figure that is told what it is called and its source, if it stayed."""
    figures = tuple(
        Figure(each.key, "count", each.label, source=each.source) if each.key in told else each
        for each in item.figures
        if each.key in shared
    )
    return msgspec.structs.replace(item, entry="dated", related=(), figures=figures)


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
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            yield ChangedText(
                part, how="reworded" if part == "key-figures" or (was and now) else _came_or_went(now)
            )
    yield from _rows_changed("request", old.requests, new.requests)
    yield from _chapters_changed(old, new)
    yield from _rows_changed("caution", old.cautions, new.cautions)
    if (earlier.groups_shown, earlier.perspectives) != (material.groups_shown, material.perspectives):
        yield ChangedText("groups")
    if earlier.strategy != material.strategy:
        yield ChangedText("strategy")
    if any(getattr(old, field) != getattr(new, field) for field in _PARTICULARS):
        yield ChangedText("particulars")


def _came_or_went(now: object) -> Literal["added", "dropped"]:
    return "added" if now else "dropped"


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
