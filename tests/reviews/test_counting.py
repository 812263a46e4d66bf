"""Texts are counted by state once, and again when the record or a review of them is written."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from briefings.records.language_status import statuses
from languages.states import TextState
from projects.models import CooperationItem
from reviews.models import CountedVersion, Decision
from reviews.reviewing import record
from reviews.states import in_languages, reviews_of
from reviews.texts import RowNames, newest_texts

SLUG = "korean-air-archer-evtol"


def _item() -> Any:
    return CooperationItem.objects.get(slug=SLUG).specific


def _counted(language: str, state: TextState) -> int:
    (status,) = (each for each in statuses(["item"]) if each.record.slug == SLUG)
    return status.counts[language][state]


@pytest.mark.django_db
def test_what_was_counted_is_told_without_reading_a_version_again() -> None:
    before = statuses()

    with CaptureQueriesContext(connection) as asked:
        again = statuses()

    assert again == before
    assert not any('"wagtailcore_revision"."content"' in query["sql"] for query in asked.captured_queries)


@pytest.mark.django_db
def test_what_the_browser_saves_again_under_one_version_is_counted_again() -> None:
    item = _item()
    item.headline_en = ""
    version = item.save_revision()
    missing = _counted("en", TextState.MISSING)

    item.summary_en = ""
    item.save_revision(overwrite_revision=version)

    assert _counted("en", TextState.MISSING) == missing + 1
    assert CountedVersion.objects.filter(revision__in=item.revisions.values("pk")).count() == 1


@pytest.mark.django_db
def test_a_version_that_nobody_counted_and_a_page_without_one_count_as_they_are() -> None:
    CooperationItem.objects.filter(slug=SLUG).update(latest_revision=None, headline_en="")

    assert _counted("en", TextState.MISSING) == 1


def test_a_review_that_is_written_while_texts_are_counted_is_counted(live_database: str) -> None:
    item = _item()
    item.headline_en = "Another headline"
    item.save_revision()

    with ThreadPoolExecutor(1) as people:
        with transaction.atomic():
            texts = newest_texts(item, RowNames())
            drafts = [
                each for each in in_languages(texts, reviews_of(texts)) if each.state == TextState.DRAFT
            ]
            by = get_user_model().objects.get(username="translator")
            record(drafts, decision=Decision.REVIEWED, by=by, where="항목")
            counted = people.submit(_counted_elsewhere)
            with pytest.raises(TimeoutError):
                counted.result(timeout=0.5)
        assert counted.result(timeout=60) == 0

    assert drafts
    assert _counted("en", TextState.DRAFT) == 0


def _counted_elsewhere() -> int:
    try:
        return _counted("en", TextState.DRAFT)
    finally:
        connection.close()
