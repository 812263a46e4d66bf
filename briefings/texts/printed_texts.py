"""A record's texts as they are printed: with figures in the place of their keys."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from briefings.assembly.collect import material_of_items
from briefings.assembly.document import Run
from briefings.assembly.texts import WATCHING_GROUPS, Texts
from briefings.records.item_rows import with_rows
from languages.placeholders import references
from languages.trilingual import Language, Trilingual, same
from projects.models import CooperationItem
from reviews.texts import RecordText


class _OfARecord(Texts):
    """The list of groups is an edition's: it stays as it is written."""

    @cached_property
    def watching_groups(self) -> Trilingual:
        return same(f"[[{WATCHING_GROUPS}]]")


class PrintedTexts:
    """Prints texts of one record with the figures of the newest versions of its own and other items."""

    def __init__(self, record: Any, texts: Iterable[RecordText]) -> None:
        named = {
            reference
            for each in texts
            for _code, words in each.text.items()
            for reference in references(words)
        }
        others = CooperationItem.objects.filter(slug__in={reference.item for reference in named} - {""})
        own = [record] if named and isinstance(record, CooperationItem) else []
        pages = own + [page.get_latest_revision_as_object() for page in with_rows(others)]
        self._texts = _OfARecord(material_of_items(pages)) if pages else None
        self._item = self._texts.material.items[0] if self._texts and own else None

    def runs(self, words: str, language: Language) -> list[Run]:
        """Words without markup in stretches. Those that a figure prints name its key; unknown keys stay."""
        if self._texts is None or not references(words):
            return [Run(words)]
        return self._texts.runs(words, language, self._item)
