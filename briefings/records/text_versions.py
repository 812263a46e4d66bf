"""Texts as they stand in a record's newest version and in the published one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from django.apps import apps
from wagtail.models import DraftStateMixin, Page, Revision

from briefings.records.newest_texts import Loaded, load_texts
from languages.states import words_of
from languages.trilingual import Trilingual
from reviews.texts import RecordText, RowNames, texts_in, texts_in_one_language


class Version(msgspec.Struct, frozen=True):
    """A text as it stands in a record's newest version, in the published one, or in both."""

    loaded: Loaded
    text: RecordText
    newest: bool
    published: bool

    @property
    def is_draft(self) -> bool:
        """Whether readers do not see it."""
        return self.newest and not self.published


def versions(records: Iterable[Loaded] | None = None) -> list[Version]:
    """Every text of these records, short Korean points too: as it will be published and, where it is another, as it is published now.

    At a number of queries that does not grow with the records.

    Args:
        records: of all, if there are none given.
    """
    loaded = list(load_texts() if records is None else records)
    published = _published(loaded)
    found = []
    for each in loaded:
        live = published.get((each.kind, each.record.pk))
        public = live is None and (not isinstance(each.record, DraftStateMixin) or each.record.live)
        now = {_said(text) for text in live or ()}
        found += [
            Version(each, text, newest=True, published=public or _said(text) in now)
            for text in each.all_texts
        ]
        newest = {_said(text) for text in each.all_texts} if live else set()
        found += [
            Version(each, text, newest=False, published=True)
            for text in live or ()
            if _said(text) not in newest
        ]
    return found


def _said(text: RecordText) -> tuple[str, Trilingual]:
    """What a text says and where: a form that is saved gives each paragraph of a rich text another mark."""
    return text.place, text.text.map(lambda _language, words: words_of(words, rich=text.rich))


def is_published_otherwise(record: Any) -> bool:
    """Whether another version of a record than its newest is published."""
    return isinstance(record, DraftStateMixin) and record.live and record.has_unpublished_changes


def _published(loaded: Iterable[Loaded]) -> dict[tuple[str, int], list[RecordText]]:
    """The published texts of records whose newest version is another, by their kinds and keys."""
    changed = [each for each in loaded if is_published_otherwise(each.record)]
    contents = dict(
        Revision.objects.filter(pk__in=[each.record.live_revision_id for each in changed]).values_list(
            "pk", "content"
        )
    )
    names = RowNames()
    found = {}
    for each in changed:
        model, content = apps.get_model(each.label), contents.get(each.record.live_revision_id)
        if content is None:
            record = each.record.specific if isinstance(each.record, Page) else each.record
            content = record.serializable_data()
        found[each.kind, each.record.pk] = [
            *texts_in(model, content, names),
            *texts_in_one_language(model, content, names),
        ]
    return found
