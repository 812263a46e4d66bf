"""Figures in texts: they exist, may be printed, are the same in each language, and stay what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from briefings.assembly.checks.places import PlacedText
from briefings.assembly.checks.rules import Rules
from briefings.assembly.findings import Finding, Place, Severity, basis_of
from briefings.assembly.material import Item, Material
from briefings.assembly.texts import WATCHING_GROUPS
from languages.figures import Figure, prints_nothing
from languages.placeholders import Reference, malformed, references
from languages.trilingual import LANGUAGES, Language

# words by which a reader knows that something is planned, aimed at or claimed
_PLAN_WORDS: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(
        r"(?<!도시)계획|예정|목표|구상|검토|추진|방침|잠정|제안|할 수 있|로 하|마련|기대|자체 발표|밝혔|알려"
    ),
    "zh-hans": re.compile(
        r"计划|拟|目标|预计|(?<!城市)规划|意向|设想|将|提议|可(?!持续)|期待|预期|单方说法|称"
    ),
    "en": re.compile(
        r"\b(plan|plans|planned|(?<!urban )planning|target|targets|intend|intends|propos\w*|potential|aim\w*|would|"
        r"to be|will|could|may|can|prepare|expect\w*|claims?|says?|set up)\b",
        re.IGNORECASE,
    ),
}


class FigureElsewhere(msgspec.Struct, frozen=True, gc=False):
    """A text prints a figure that is not of its own item: only the whole material knows it."""

    place: Place
    language: Language
    reference: Reference
    own: str
    """Slug of the text's own item, if it has one."""
    may_plan: bool
    """Whether the text may print a plan: it says that it is one, or stands where its status is printed."""


def figures_elsewhere(placed: PlacedText) -> Iterator[FigureElsewhere]:
    """The references of a text that only the whole material resolves."""
    slug = placed.item.slug if placed.item else ""
    for language in LANGUAGES:
        for reference in references(placed.text[language]):
            if not _is_own(reference, placed):
                may_plan = _may_plan(placed, language)
                yield FigureElsewhere(placed.at(language), language, reference, slug, may_plan)


def own_figures(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """References to figures of the text's own item."""
    if placed.item is None:
        return
    for language in LANGUAGES:
        for reference in references(placed.text[language]):
            if _is_own(reference, placed):
                figure = next((f for f in placed.item.figures if f.key == reference.key), None)
                may_plan = _may_plan(placed, language)
                yield from _judged(placed.at(language), reference, figure, may_plan=may_plan)


def figures_of_other_items(material: Material, elsewhere: Iterable[FigureElsewhere]) -> Iterator[Finding]:
    """References to figures of other items, and to the list of the groups shown."""
    for found in elsewhere:
        reference = found.reference
        if reference.key == WATCHING_GROUPS and not reference.item and material.groups_shown:
            continue
        figure = _figure(material, reference.item or found.own, reference.key)
        yield from _judged(found.place, reference, figure, may_plan=found.may_plan)


def _is_own(reference: Reference, placed: PlacedText) -> bool:
    if placed.item is None or (reference.key == WATCHING_GROUPS and not reference.item):
        return False
    return reference.item in ("", placed.item.slug)


def _figure(material: Material, slug: str, key: str) -> Figure | None:
    item = material.item(slug)
    return next((figure for figure in item.figures if figure.key == key), None) if item else None


def _judged(
    place: Place, reference: Reference, figure: Figure | None, *, may_plan: bool
) -> Iterator[Finding]:
    """What is to be said about a text that prints a figure: it exists, may be printed, is said to be a plan."""
    name = _name(reference)
    if figure is None:
        yield Finding("figure-unresolved", Severity.BLOCKING, place, {"figure": name})
        return
    if figure.printable != "always":
        yield _unprintable(figure, place, name)
    if figure.status != "actual" and not may_plan:
        # where a plan, target or claim is printed, the sentence must say that it is one
        details = {"figure": name, "status": figure.status}
        yield Finding("plan-stated-as-fact", Severity.WARNING, place, details, basis=basis_of(figure))


def _may_plan(placed: PlacedText, language: Language) -> bool:
    field = placed.place.field
    # a label; and what is printed with how firm it is
    if field.startswith(("figures.", "key_figures.", "commitments.", "quantity")):
        return True
    return _PLAN_WORDS[language].search(placed.words(language)) is not None


def _name(reference: Reference) -> str:
    return f"{reference.item}/{reference.key}" if reference.item else reference.key


def _own_name(reference: Reference, placed: PlacedText) -> str:
    """An item's own figure has one name, whether or not a text says whose it is."""
    own = placed.item is not None and reference.item == placed.item.slug
    return reference.key if own else _name(reference)


def malformed_references(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """Double brackets that are no reference."""
    for language, text in placed.text.items():
        for brackets in malformed(text):
            yield Finding("figure-unresolved", Severity.BLOCKING, placed.at(language), {"figure": brackets})


def chosen_figures(material: Material) -> Iterator[Finding]:
    """The figures chosen for the first page exist and may be printed."""
    for number, chosen in enumerate(material.briefing.key_figures, start=1):
        place = Place("briefing", material.briefing.slug, f"key_figures.{number}")
        name = f"{chosen.item}/{chosen.figure}"
        figure = _figure(material, chosen.item, chosen.figure)
        if figure is None:
            yield Finding("figure-unresolved", Severity.BLOCKING, place, {"figure": name})
        elif figure.printable != "always":
            yield _unprintable(figure, place, name)


def figures_without_source(item: Item) -> Iterator[Finding]:
    """Figures that name no source of their item."""
    sources = {source.key for source in item.sources}
    for figure in item.figures:
        if not figure.source or figure.source not in sources:
            place = Place("item", item.slug, f"figures.{figure.key}.source_key")
            yield Finding("figure-without-source", Severity.WARNING, place, basis=basis_of(figure))


def figures_that_print_nothing(item: Item) -> Iterator[Finding]:
    """Figures that leave a hole: they name no value, no name, or a date that is not to be printed."""
    for figure in item.figures:
        if figure.printable != "never" and prints_nothing(figure):
            field = {"date": "date_precision" if figure.day else "date", "name": "literal"}.get(
                figure.kind, "value"
            )
            place = Place("item", item.slug, f"figures.{figure.key}.{field}")
            yield Finding("figure-prints-nothing", Severity.BLOCKING, place)


def _unprintable(figure: Figure, place: Place, name: str) -> Finding:
    if figure.printable == "never":
        return Finding("figure-never-printed", Severity.BLOCKING, place, {"figure": name})
    return Finding("figure-unchecked", Severity.WARNING, place, {"figure": name}, basis=basis_of(figure))


def figures_that_differ(placed: PlacedText, rules: Rules) -> Iterator[Finding]:
    """R-06: each language of a text prints the same figures. Said as the form says it, of each figure."""
    counts = {
        language: Counter(_own_name(reference, placed) for reference in references(text))
        for language, text in placed.text.items()
        if text.strip()
    }
    korean = counts.get("ko", Counter())
    for language, counted in counts.items():
        for code, differing in (
            ("placeholder-missing", korean - counted),
            ("placeholder-added", counted - korean),
        ):
            for key in sorted(differing):
                yield Finding(code, Severity.BLOCKING, placed.at(language), {"key": key})
