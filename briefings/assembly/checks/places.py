"""Every text of a material with its place: enough to link an editor to the field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import msgspec

from briefings.assembly.findings import Place
from briefings.assembly.material import Item, Material
from briefings.assembly.richtext import plain
from languages.trilingual import Language, Trilingual

_MADE_FACTS = ("quantity", "solution_fields")
"""Facts that no editor writes: collect puts them together."""


AROUND = 24
"""Characters shown before and behind what a finding is about."""


class PlacedText(msgspec.Struct, frozen=True, dict=True):
    """A text, where it stands, and the item whose figures it may name by their key alone."""

    place: Place
    text: Trilingual
    item: Item | None = None
    rich: bool = False
    """Whether the text is HTML."""
    required: bool = True
    """Whether every language must be written once one is."""
    reviewed: bool = True
    """Whether people review it: not a note in Korean alone, nor a fact put together of figures or chosen names."""

    def at(self, language: Language) -> Place:
        """The place of one language's text."""
        return Place(self.place.record, self.place.slug, self.place.field, language)

    @property
    def may_be_reviewed(self) -> bool:
        """Whether reviews may say anything of it: not of one that is empty, nor of a note in Korean alone."""
        return bool(self.text if self.reviewed else self.text.zh_hans or self.text.en)

    def words(self, language: Language) -> str:
        """The text without mark-up."""
        return self._plain[language] if self.rich else self.text[language]

    def around(self, language: Language, start: int, end: int) -> tuple[str, str, str]:
        """What stands at a place of the words, with some words before and behind."""
        words = self.words(language)
        before = ("…" if start > AROUND else "") + words[max(0, start - AROUND) : start]
        behind = words[end : end + AROUND] + ("…" if end + AROUND < len(words) else "")
        return before, words[start:end], behind

    @cached_property
    def _plain(self) -> Trilingual:
        return self.text.map(lambda _language, html: plain(html))


def texts_of(material: Material) -> Iterator[PlacedText]:
    """Every text that an edition may print."""
    yield from texts_beside_items(material)
    for item in material.items:
        yield from item_texts(item)


def texts_beside_items(material: Material) -> Iterator[PlacedText]:
    """The texts that belong to no item."""
    yield from _briefing_texts(material)
    yield from _strategy_texts(material)
    for group in material.groups_shown:
        yield PlacedText(Place("group", group.slug, "name"), group.name)
        yield PlacedText(Place("group", group.slug, "members"), group.members)
    for perspective in material.perspectives:
        for interest in perspective.interests:
            place = Place("perspective", perspective.slug, f"interests.{interest.group}")
            yield PlacedText(place, interest.text)
        for number, message in enumerate(perspective.messages, start=1):
            yield PlacedText(Place("perspective", perspective.slug, f"messages.{number}"), message)


def _briefing_texts(material: Material) -> Iterator[PlacedText]:
    briefing = material.briefing

    def placed(field: str, text: Trilingual) -> PlacedText:
        return PlacedText(Place("briefing", briefing.slug, field), text)

    for field in (
        "name",
        "headline",
        "conclusion",
        "recipient",
        "bureau",
        "officer",
        "why_now_norm",
        "why_now_market",
        "why_now_technology",
        "theme_title",
        "conclusion_korea_view",
        "conclusion_national_interest",
        "change_note",
    ):
        yield placed(field, getattr(briefing, field))
    for chapter in briefing.chapters:
        for field in ("claim", "why_now", "gap", "bridge"):
            yield placed(f"chapters.{chapter.pillar}.{field}", getattr(chapter, field))
    for number, figure in enumerate(briefing.key_figures, start=1):
        yield placed(f"key_figures.{number}", figure.label)
    for number, request in enumerate(briefing.requests, start=1):
        yield placed(f"requests.{number}", request)
    for number, caution in enumerate(briefing.cautions, start=1):
        yield placed(f"cautions.{number}", caution.text)
    for number, highlight in enumerate(briefing.highlights, start=1):
        yield placed(f"highlights.{number}", highlight.text)


def _strategy_texts(material: Material) -> Iterator[PlacedText]:
    strategy = material.strategy
    for field in ("name", "phrase", "phrase_in_sentence", "linking_sentence"):
        yield PlacedText(Place("strategy", strategy.slug, field), getattr(strategy, field))
    for pillar in strategy.pillars:
        for field in ("name", "message"):
            yield PlacedText(Place("pillar", pillar.slug, field), getattr(pillar, field))


def item_texts(item: Item) -> Iterator[PlacedText]:
    """Every text of an item."""

    def placed(field: str, text: Trilingual, *, rich: bool = False) -> PlacedText:
        return PlacedText(Place("item", item.slug, field), text, item, rich)

    for field in ("headline", "summary", "place", "message"):
        yield placed(field, getattr(item, field))
    yield placed("background", item.background, rich=True)
    yield placed("significance", item.significance, rich=True)
    for number, view in enumerate(item.views, start=1):
        yield placed(f"ministry_views.{number}", view)
    for contribution in item.contributions:
        yield placed(f"contributions.{contribution.pillar}.sentence", contribution.sentence)
        point = Trilingual(ko=contribution.point)
        where = Place("item", item.slug, f"contributions.{contribution.pillar}.point")
        yield PlacedText(where, point, item, required=False, reviewed=False)
    for number, commitment in enumerate(item.commitments, start=1):
        yield placed(f"commitments.{number}.actor", commitment.actor)
        yield placed(f"commitments.{number}.action", commitment.action)
    for figure in item.figures:
        yield placed(f"figures.{figure.key}.label", figure.label)
    for source in item.sources:
        yield placed(f"sources.{source.key}.publisher", source.publisher)
        yield placed(f"sources.{source.key}.title", source.title)
    for number, partner in enumerate(item.partners, start=1):
        yield placed(f"partners.{number}.name", partner.name)
    for fact in item.facts:
        made = fact.name in _MADE_FACTS
        yield PlacedText(Place("item", item.slug, fact.name), fact.text, item, reviewed=not made)
