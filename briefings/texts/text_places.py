"""Where texts stand, as editors know it, and the way there: the form, or for others the page of its languages."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from wagtail.models import Page

from briefings import access
from briefings.checking.places import Places, form_address
from briefings.records.newest_texts import Loaded
from languages.trilingual import Language
from reviews.panels import review_address
from reviews.texts import RecordText


class TextPlace(msgspec.Struct, frozen=True):
    """A text in the active language: `cooperation item “…” · Contribution to “…” · Sentence`."""

    name: str
    record: str
    """Title of the record alone."""
    part: str
    """The place in it alone."""
    url: str


class TextPlaces:
    """Places of texts for one reader, at a number of queries that does not grow with them."""

    def __init__(self, reader: access.Reader, records: Iterable[Loaded]) -> None:
        loaded = list(records)
        pages = [each.record for each in loaded if isinstance(each.record, Page)]
        self._reader = reader
        self._places = Places((each.kind, each.slug) for each in loaded)
        self._pages = access.pages_to_change(reader, pages)

    def place(self, loaded: Loaded, text: RecordText, language: Language = "ko") -> TextPlace:
        """Where a text stands. The way there leads to the form, for those who may change the record."""
        return TextPlace(
            self._places.name(loaded.kind, loaded.slug, text.place),
            self._places.title(loaded.kind, loaded.slug),
            self._places.part(loaded.kind, text.place),
            self._address(loaded, text, language),
        )

    def _address(self, loaded: Loaded, text: RecordText, language: Language) -> str:
        record = loaded.record
        may = (
            record.pk in self._pages if isinstance(record, Page) else access.may_change(self._reader, record)
        )
        if may:
            of = "" if text.only else language
            return form_address(loaded.kind, record.pk, text.place, language=of, position=text.position)
        return review_address(record)
