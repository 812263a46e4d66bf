"""What is known of a whole edition's reviews says no more and no less than its texts one by one."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model

from briefings import demonstration
from briefings.assembly.audiences import for_audience
from briefings.assembly.checks.languages import ReviewsOfMaterial, texts_to_review
from briefings.assembly.collect import collect
from briefings.assembly.material import AUDIENCES, Audience, Material
from briefings.checking.examinations import examiner_of, keep
from briefings.checking.material_reviews import reviews_of_material
from briefings.models import Briefing, StoredExamination
from languages.states import Reviews, pair_of
from languages.trilingual import LANGUAGES
from projects.models import CooperationItem
from reviews.models import Decision, Review

SLUG = "bac-ninh-dong-nam-new-town"


pytestmark = pytest.mark.django_db


def change_the_summary() -> Material:
    """What is collected once a reviewed text is another in Korean."""
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_ko = item.summary_ko.rstrip(".") + " 등."
    item.save_revision().publish()
    return collect(Briefing.objects.get(slug=demonstration.SAMPLE)).material


def reviews_now(material: Material) -> ReviewsOfMaterial:
    """As a run asks for them, which keeps what it has found."""
    examiner = examiner_of(material)
    reviews = reviews_of_material(material, examiner)
    keep(examiner)
    return reviews


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("known", [False, True])
def test_reviewed_items_are_passed_over_and_nothing_else(audience: Audience, known: bool) -> None:
    material = change_the_summary()
    StoredExamination.objects.all().delete()
    if known:
        reviews_now(material)

    reviews = reviews_now(material)

    own = for_audience(material, audience)
    assert [*texts_to_review(own, reviews)] == [
        *texts_to_review(own, Reviews(reviews.standing, reviews.originals))
    ]
    assert reviews.settled_items == {each.slug for each in material.items} - {SLUG}
    assert {finding.place.slug for finding in texts_to_review(own, reviews)} == {SLUG}


def test_an_item_that_was_read_before_is_settled_by_the_reviews_of_now() -> None:
    reviewer = get_user_model().objects.get(username="approver")
    material = change_the_summary()
    assert SLUG not in reviews_now(material).settled_items
    text = next(item.summary for item in material.items if item.slug == SLUG)

    for language in LANGUAGES:
        of_language, korean_digest, text_digest = pair_of(text, language)
        Review.objects.create(
            language=of_language,
            korean_digest=korean_digest,
            text_digest=text_digest,
            decision=Decision.REVIEWED,
            korean=text.ko,
            place=SLUG,
            by=reviewer,
        )
    assert SLUG in reviews_now(material).settled_items

    Review.objects.filter(language="en", text_digest=pair_of(text, "en")[2]).delete()
    assert SLUG not in reviews_now(material).settled_items
