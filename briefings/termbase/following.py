"""Texts that must follow when a preferred name changes; and replacing it in drafts, never in public."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.models import DraftStateMixin

from briefings import access
from briefings.language_status import Loaded, load_texts
from languages.columns import column
from languages.differences import Difference, differences
from languages.renaming import renamed, stands_in
from languages.states import words_of
from languages.trilingual import Language
from reviews.texts import RecordText, holder_of
from vocabulary.models import Term


class Follower(msgspec.Struct, frozen=True):
    """A text that uses a name which is agreed no longer."""

    loaded: Loaded
    text: RecordText
    changes: tuple[Difference, ...]
    """The text as it is, and as it would be."""

    @property
    def place(self) -> str:
        """The text's place in its record, as `holder_of` takes it."""
        return self.text.place

    @property
    def value(self) -> str:
        """Names the text in a form."""
        return f"{self.loaded.label}|{self.loaded.record.pk}|{self.place}"

    @property
    def in_drafts(self) -> bool:
        """Whether the record has drafts; one without would be public at once, so it is changed by hand."""
        return isinstance(self.loaded.record, DraftStateMixin)


def earlier_names(term: Term, language: Language) -> list[str]:
    """What the term was called before, the newest first, by its revisions."""
    field = column("preferred", language)
    now = getattr(term, field) or ""
    contents = term.revisions.order_by("-created_at", "-pk").values_list(f"content__{field}", flat=True)
    return [name for name in dict.fromkeys(contents) if name and name != now]


def followers(old: str, new: str, language: Language) -> list[Follower]:
    """Every text, in its newest version, that uses the old name. Terms themselves are not among them."""
    found = []
    for loaded in load_texts():
        if loaded.kind == "term":
            continue
        for text in loaded.texts:
            words = words_of(text.text[language], rich=text.rich)
            if old in words or (language == "en" and old.casefold() in words.casefold()):
                after = renamed(words, old, new, language)
                if stands_in(old, words, language=language) and after != words:
                    found.append(Follower(loaded, text, differences(words, after, language)))
    return found


@transaction.atomic
def replace_in_drafts(
    chosen: Collection[str], *, old: str, new: str, language: Language, by: AbstractBaseUser
) -> tuple[int, int]:
    """Replace the name in the chosen texts. Each record gets one new draft; what is public stays.

    Args:
        chosen: values of followers.

    Returns:
        How many texts were changed, and how many were left because `by` may not change their record
        or because it has no drafts.
    """
    by_record: dict[tuple[str, int], list[Follower]] = {}
    for follower in followers(old, new, language):
        if follower.value in chosen:
            key = (follower.loaded.label, follower.loaded.record.pk)
            by_record.setdefault(key, []).append(follower)
    changed = left = 0
    for of_record in by_record.values():
        record = of_record[0].loaded.record
        if not of_record[0].in_drafts or not access.may_change(by, record):
            left += len(of_record)
            continue
        draft = getattr(record, "specific", record).get_latest_revision_as_object()
        for follower in of_record:
            _rename(draft, follower.place, old, new, language)
        # other texts of the draft may still be incomplete: they are as they were
        draft.save_revision(user=by, log_action="wagtail.edit", clean=False)
        changed += len(of_record)
    return changed, left


def _rename(draft: Any, place: str, old: str, new: str, language: Language) -> None:
    """Replace in one text: a field of the record, or of a row of it."""
    found = holder_of(draft, place)
    field = column(found.field, language)
    text = getattr(found.holder, field) or ""
    setattr(found.holder, field, renamed(text, old, new, language, rich=found.rich))
