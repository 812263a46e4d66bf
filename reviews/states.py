"""The states of a record's texts, with the reviews that they follow from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from django.db.models import Max
from django.db.models.expressions import RawSQL

from languages.differences import Difference, differences
from languages.states import (
    Pair,
    Reviews,
    TextState,
    digest_of,
    pair_of,
    reviewed_korean,
    states_of,
    words_of,
)
from languages.trilingual import LANGUAGES, Language
from reviews.models import Decision, Review
from reviews.texts import RecordText


class TextInLanguage(msgspec.Struct, frozen=True):
    """One language of a text, with its state and what is known about it."""

    text: RecordText
    language: Language
    state: TextState
    review: Review | None = None
    """The last word on this pair of texts."""
    changes: tuple[Difference, ...] = ()
    """For a stale text: the Korean it was reviewed with, against the Korean of now."""

    @property
    def pair(self) -> Pair:
        return pair_of(self.text.text, self.language, rich=self.text.rich)

    @property
    def words(self) -> str:
        return words_of(self.text.text[self.language], rich=self.text.rich)


def reviews_of(texts: Iterable[RecordText]) -> Reviews:
    """What people said about these texts, in one query."""
    digests = {
        digest
        for each in texts
        for _language, text in each.text.items()
        if (digest := digest_of(text, rich=each.rich))
    }
    return reviews_of_digests(digests)


def reviews_of_digests(digests: Iterable[str]) -> Reviews:
    """What people said about texts with these digests, the last word on each pair."""
    rows = _rows(digests, "language", "korean_digest", "text_digest", "decision", "korean")
    said: dict[tuple[Language, str], dict[str, str]] = {}
    for language, korean_digest, text_digest, decision, korean in rows:
        of_text = said.setdefault((language, text_digest), {})
        of_text.pop(korean_digest, None)
        if decision != Decision.REOPENED:
            of_text[korean_digest] = korean  # the newest stands last
    standing = {(language, korean, text) for (language, text), each in said.items() for korean in each}
    originals = {key: list(each.values())[-1] for key, each in said.items() if each}
    return Reviews(frozenset(standing), originals)


def _rows(digests: Iterable[str], *columns: str) -> Iterable[Any]:
    # one parameter, written here: an edition has hundreds of thousands of texts, and psycopg would adapt each
    these = RawSQL("SELECT unnest(%s::text[])", ["{" + ",".join(digests) + "}"])
    return Review.objects.filter(text_digest__in=these).order_by("pk").values_list(*columns)


def in_languages(texts: list[RecordText], reviews: Reviews) -> list[TextInLanguage]:
    """Every text in each language, Korean first, with who reviewed it. One query more than `reviews_of`."""
    said = _last_words(texts, reviews)
    found = []
    for each in texts:
        for language, state in states_of(each.text, reviews, rich=each.rich).items():
            pair = pair_of(each.text, language, rich=each.rich)
            found.append(
                TextInLanguage(each, language, state, said.get(pair), korean_changes(each, language, reviews))
            )
    return found


def korean_changes(text: RecordText, language: Language, reviews: Reviews) -> tuple[Difference, ...]:
    """What changed in the Korean since this translation was reviewed; nothing unless it is stale."""
    if states_of(text.text, reviews, rich=text.rich).get(language) != TextState.STALE:
        return ()
    old = reviewed_korean(text.text, language, reviews, rich=text.rich)
    return differences(old, words_of(text.text.ko, rich=text.rich), "ko")


def _last_words(texts: list[RecordText], reviews: Reviews) -> dict[Pair, Review]:
    digests = {digest for _language, _korean, digest in reviews.standing}
    newest = (
        Review.objects.filter(text_digest__in=digests)
        .values("language", "korean_digest", "text_digest")
        .annotate(last=Max("pk"))
        .values("last")
    )
    rows = Review.objects.filter(pk__in=newest).select_related("by")
    return {(row.language, row.korean_digest, row.text_digest): row for row in rows}


def states_by_language(texts: list[RecordText], reviews: Reviews) -> dict[Language, list[TextState]]:
    """The states of a record's texts in each language, in the texts' order."""
    found: dict[Language, list[TextState]] = {language: [] for language in LANGUAGES}
    for each in texts:
        for language, state in states_of(each.text, reviews, rich=each.rich).items():
            found[language].append(state)
    return found
