"""What is known of a whole edition's reviews says no more and no less than its texts one by one."""

from __future__ import annotations

import pytest

from briefings import demonstration
from briefings.assembly.audiences import for_audience
from briefings.assembly.checks.languages import texts_to_review
from briefings.assembly.collect import collect
from briefings.assembly.material import AUDIENCES, Audience
from briefings.checking.material_reviews import reviews_of_material
from briefings.models import Briefing
from languages.states import Reviews
from projects.models import CooperationItem

SLUG = "bac-ninh-dong-nam-new-town"


@pytest.mark.django_db
@pytest.mark.parametrize("audience", AUDIENCES)
def test_reviewed_items_are_passed_over_and_nothing_else(audience: Audience) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_ko = item.summary_ko.rstrip(".") + " 등."
    item.save_revision().publish()
    material = collect(Briefing.objects.get(slug=demonstration.SAMPLE)).material

    reviews = reviews_of_material(material)

    own = for_audience(material, audience)
    assert [*texts_to_review(own, reviews)] == [
        *texts_to_review(own, Reviews(reviews.standing, reviews.originals))
    ]
    assert reviews.settled_items == {each.slug for each in material.items} - {SLUG}
    assert {finding.place.slug for finding in texts_to_review(own, reviews)} == {SLUG}
