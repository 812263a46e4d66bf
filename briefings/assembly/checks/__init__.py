"""What stops sealing and what only asks for a look. Pure: the day is an argument.

A new check is one function, one entry in a tuple below, and one test. A check of one text or of one item
reads nothing else, so that what it finds can be kept (`assembly/examination.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

import msgspec

from briefings.assembly.checks import figures, languages, one_page, order, parity, strategy, wording
from briefings.assembly.checks.corrections import Corrected, change_note_missing
from briefings.assembly.checks.figures import FigureElsewhere, figures_elsewhere
from briefings.assembly.checks.places import PlacedText, item_texts, texts_beside_items
from briefings.assembly.checks.rules import Rules, rules_of
from briefings.assembly.checks.withheld import withheld_items_named
from briefings.assembly.document import Document
from briefings.assembly.findings import Finding, Place, Severity
from briefings.assembly.material import Audience, Item, Material
from languages.states import Reviews
from languages.trilingual import LANGUAGES


class Subject(msgspec.Struct, frozen=True):
    """What is checked: an audience's material, the document made of it, and the day."""

    material: Material
    document: Document
    audience: Audience
    today: date
    reviews: Reviews | None = None
    """What people said about the material's texts; None where nobody was asked, as for a text that is typed."""
    corrected: Corrected | None = None
    """The released edition that this one would correct, if there is one."""
    whole: Material | None = None
    """What the audience's material was taken from; None where there is no more of it."""


class CheckedItem(msgspec.Struct, frozen=True):
    """What the checks say about one item, or the texts that belong to none, and what only the whole material can say."""

    findings: tuple[Finding, ...] = ()
    elsewhere: tuple[FigureElsewhere, ...] = ()


type CheckItems = Callable[[Sequence[Item]], Iterable[CheckedItem]]
type CheckTexts = Callable[[Sequence[PlacedText], Rules], CheckedItem]
type TextCheck = Callable[[PlacedText, Rules], Iterator[Finding]]
type ItemCheck = Callable[[Item], Iterator[Finding]]
type MaterialCheck = Callable[[Material], Iterator[Finding]]
type DatedCheck = Callable[[Material, date], Iterator[Finding]]
type ReviewCheck = Callable[[Material, Reviews, Material | None], Iterator[Finding]]
type DocumentCheck = Callable[[Document, Material], Iterator[Finding]]

TEXT_CHECKS: tuple[TextCheck, ...] = (
    languages.missing_languages,
    figures.own_figures,
    figures.malformed_references,
    figures.figures_that_differ,
    wording.labels_and_contacts,
    wording.relative_dates,
    wording.unchecked_quotations,
    wording.unbalanced_marks,
    wording.half_width_punctuation,
    wording.secret_marks,
    wording.long_points,
    wording.forbidden_terms,
    parity.disagreements,
)
ITEM_CHECKS: tuple[ItemCheck, ...] = (figures.figures_without_source, figures.figures_that_print_nothing)
MATERIAL_CHECKS: tuple[MaterialCheck, ...] = (
    figures.chosen_figures,
    strategy.items_without_contribution,
    strategy.thin_pillars,
    strategy.highlights_without_item,
    strategy.perspectives_without_item_or_message,
    strategy.groups_without_perspective,
    strategy.nothing_to_say,
)
# asked once of the whole material: an audience that may read less does not make a chapter stale
WHOLE_CHECKS: tuple[MaterialCheck, ...] = (strategy.chapters_missing_or_stale,)
DATED_CHECKS: tuple[DatedCheck, ...] = (strategy.expired_perspectives,)
REVIEW_CHECKS: tuple[ReviewCheck, ...] = (languages.texts_to_review,)
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (
    order.sections_in_order,
    order.four_terms_present,
    order.headings_are_pillars,
    order.watching_groups_shown,
    one_page.one_page_too_long,
)


def check(
    subject: Subject, checked: CheckItems | None = None, beside: CheckTexts | None = None
) -> tuple[Finding, ...]:
    """Every finding about the subject, blocking ones first.

    Args:
        subject: what is checked.
        checked: what is known about items; without it they are checked here.
        beside: what is known about the texts beside them; without it they are checked here.
    """
    material, document = subject.material, subject.document
    rules = rules_of(material)
    found: list[Finding] = []
    elsewhere: list[FigureElsewhere] = []
    texts = tuple(texts_beside_items(material))
    of_texts = check_texts(texts, rules) if beside is None else beside(texts, rules)
    of_items = (
        (check_item(item, rules) for item in material.items) if checked is None else checked(material.items)
    )
    for known in chain((of_texts,), of_items):
        found += known.findings
        elsewhere += known.elsewhere
    found += figures.figures_of_other_items(material, elsewhere)
    for examine in MATERIAL_CHECKS:
        found += examine(material)
    for examine_on in DATED_CHECKS:
        found += examine_on(material, subject.today)
    if subject.reviews is not None:
        for examine_reviewed in REVIEW_CHECKS:
            found += examine_reviewed(material, subject.reviews, subject.whole)
    found += change_note_missing(material, subject.audience, subject.corrected)
    if subject.whole is not None:
        found += withheld_items_named(material, subject.whole)
    for examine_document in DOCUMENT_CHECKS:
        found += examine_document(document, material)
    return sorted_findings(found)


def check_item(item: Item, rules: Rules) -> CheckedItem:
    """What is to be said about one item, whatever stands beside it."""
    of_texts = check_texts(tuple(item_texts(item)), rules)
    of_item = (finding for examine in ITEM_CHECKS for finding in examine(item))
    return CheckedItem((*of_texts.findings, *of_item), of_texts.elsewhere)


def check_texts(texts: Sequence[PlacedText], rules: Rules) -> CheckedItem:
    """What is to be said about each of some texts."""
    return CheckedItem(
        tuple(finding for placed in texts for finding in findings_of_text(placed, rules)),
        tuple(each for placed in texts for each in figures_elsewhere(placed)),
    )


def findings_of_text(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """What is to be said about one text."""
    if placed.text:
        for examine in TEXT_CHECKS:
            for finding in examine(placed, rules):
                yield with_words_around(finding, placed)


def with_words_around(finding: Finding, placed: PlacedText) -> Finding:
    """The finding with the words around its place, if it names something that stands once in the text.

    A check that knows the place has said what stands around it. The same words may stand elsewhere, where nothing is
    wrong.
    """
    said = finding.details.get("text") or finding.details.get("figure", "")
    language = next((code for code in LANGUAGES if code == finding.place.language), None)
    if finding.around or not said or language is None:
        return finding
    words = placed.words(language)
    if words.count(said) != 1:
        return finding
    at = words.index(said)
    return msgspec.structs.replace(finding, around=placed.around(language, at, at + len(said)))


def check_whole(material: Material, *, published: bool = True) -> tuple[Finding, ...]:
    """Findings about the material as a whole, whoever may read which part of it.

    Args:
        material: what is checked.
        published: False if the briefing is not published, or not any more, so that its draft is what is checked.
    """
    found = tuple(finding for examine in WHOLE_CHECKS for finding in examine(material))
    if published:
        return found
    place = Place("briefing", material.briefing.slug)
    return (Finding("briefing-not-published", Severity.BLOCKING, place), *found)


def sorted_findings(found: list[Finding]) -> tuple[Finding, ...]:
    """Blocking ones first, each place once."""
    order_of = {"blocking": 0, "warning": 1, "advice": 2}
    unique = list({msgspec.json.encode(finding): finding for finding in found}.values())
    unique.sort(key=lambda f: (order_of[f.severity], f.place.record, f.place.slug, f.place.field, f.code))
    return tuple(unique)
