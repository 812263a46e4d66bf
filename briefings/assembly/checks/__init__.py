"""What stops sealing and what only asks for a look. Pure: the day is an argument.

A new check is one function, one entry in a tuple below, and one test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from briefings.assembly.checks import figures, languages, order, strategy, wording
from briefings.assembly.document import Document
from briefings.assembly.findings import Finding
from briefings.assembly.material import Audience, Material
from languages.states import Reviews


class Subject(msgspec.Struct, frozen=True):
    """What is checked: an audience's material, the document made of it, and the day."""

    material: Material
    document: Document
    audience: Audience
    today: date
    reviews: Reviews = Reviews()
    """What people said about the material's texts."""


type MaterialCheck = Callable[[Material], Iterator[Finding]]
type DatedCheck = Callable[[Material, date], Iterator[Finding]]
type ReviewCheck = Callable[[Material, Reviews], Iterator[Finding]]
type DocumentCheck = Callable[[Document, Material], Iterator[Finding]]

MATERIAL_CHECKS: tuple[MaterialCheck, ...] = (
    languages.missing_languages,
    figures.unresolved_figures,
    figures.unprintable_figures,
    figures.figures_that_differ,
    figures.plans_stated_as_facts,
    strategy.items_without_contribution,
    strategy.thin_pillars,
    strategy.highlights_without_item,
    strategy.perspectives_without_item_or_message,
    strategy.groups_without_perspective,
    strategy.nothing_to_say,
    wording.labels_and_contacts,
    wording.relative_dates,
    wording.unchecked_quotations,
    wording.unbalanced_marks,
    wording.half_width_punctuation,
    wording.secret_marks,
    wording.long_points,
)
# asked once of the whole material: an audience that may read less does not make a chapter stale
WHOLE_CHECKS: tuple[MaterialCheck, ...] = (strategy.chapters_missing_or_stale,)
DATED_CHECKS: tuple[DatedCheck, ...] = (
    strategy.expired_perspectives,
    wording.forbidden_terms,
)
REVIEW_CHECKS: tuple[ReviewCheck, ...] = (languages.stale_translations,)
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (
    order.sections_in_order,
    order.four_terms_present,
    order.headings_are_pillars,
    order.watching_groups_shown,
)


def check(subject: Subject) -> tuple[Finding, ...]:
    """Every finding about the subject, blocking ones first."""
    material, document = subject.material, subject.document
    found: list[Finding] = []
    for examine in MATERIAL_CHECKS:
        found += examine(material)
    for examine_on in DATED_CHECKS:
        found += examine_on(material, subject.today)
    for examine_reviews in REVIEW_CHECKS:
        found += examine_reviews(material, subject.reviews)
    for examine_document in DOCUMENT_CHECKS:
        found += examine_document(document, material)
    return sorted_findings(found)


def check_whole(material: Material) -> tuple[Finding, ...]:
    """Findings about the material as a whole, whoever may read which part of it."""
    return tuple(finding for examine in WHOLE_CHECKS for finding in examine(material))


def sorted_findings(found: list[Finding]) -> tuple[Finding, ...]:
    """Blocking ones first, each place once."""
    order_of = {"blocking": 0, "warning": 1, "advice": 2}
    unique = list({msgspec.json.encode(finding): finding for finding in found}.values())
    unique.sort(key=lambda f: (order_of[f.severity], f.place.record, f.place.slug, f.place.field, f.code))
    return tuple(unique)
