"""Figures in texts: they exist, may be printed, are the same in each language, and stay what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefings.assembly.checks.places import PlacedText, texts_of
from briefings.assembly.findings import Finding, Place, Severity
from briefings.assembly.material import Material
from briefings.assembly.texts import WATCHING_GROUPS
from languages.figures import Figure
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


def _figures(material: Material) -> dict[tuple[str, str], Figure]:
    return {(item.slug, figure.key): figure for item in material.items for figure in item.figures}


def _resolved(
    material: Material,
) -> Iterator[tuple[PlacedText, Language, Reference, Figure | None]]:
    """Every reference to a figure with the figure that it names."""
    known = _figures(material)
    for placed in texts_of(material):
        for language in LANGUAGES:
            for reference in references(placed.text[language]):
                if reference.key == WATCHING_GROUPS and not reference.item and material.groups:
                    continue
                slug = reference.item or (placed.item.slug if placed.item else "")
                yield placed, language, reference, known.get((slug, reference.key))


def _name(reference: Reference) -> str:
    return f"{reference.item}/{reference.key}" if reference.item else reference.key


def _own_name(reference: Reference, placed: PlacedText) -> str:
    """An item's own figure has one name, whether or not a text says whose it is."""
    own = placed.item is not None and reference.item == placed.item.slug
    return reference.key if own else _name(reference)


def unresolved_figures(material: Material) -> Iterator[Finding]:
    """References that name no figure of the edition, and double brackets that are no reference."""
    for placed, language, reference, figure in _resolved(material):
        if figure is None:
            details = {"figure": _name(reference)}
            yield Finding("figure-unresolved", Severity.BLOCKING, placed.at(language), details)
    for placed in texts_of(material):
        for language, text in placed.text.items():
            for brackets in malformed(text):
                yield Finding(
                    "figure-unresolved", Severity.BLOCKING, placed.at(language), {"figure": brackets}
                )
    known = _figures(material)
    for number, chosen in enumerate(material.briefing.key_figures, start=1):
        if (chosen.item, chosen.figure) not in known:
            place = Place("briefing", material.briefing.slug, f"key_figures.{number}")
            details = {"figure": f"{chosen.item}/{chosen.figure}"}
            yield Finding("figure-unresolved", Severity.BLOCKING, place, details)
    for item in material.items:
        sources = {source.key for source in item.sources}
        for figure in item.figures:
            if not figure.source or figure.source not in sources:
                place = Place("item", item.slug, f"figures.{figure.key}.source_key")
                yield Finding("figure-without-source", Severity.WARNING, place)


def unprintable_figures(material: Material) -> Iterator[Finding]:
    """Texts that print a figure marked never, or one that must be checked first."""
    for placed, language, reference, figure in _resolved(material):
        if figure is not None and figure.printable != "always":
            yield _unprintable(figure, placed.at(language), _name(reference))
    known = _figures(material)
    for number, chosen in enumerate(material.briefing.key_figures, start=1):
        figure = known.get((chosen.item, chosen.figure))
        if figure is not None and figure.printable != "always":
            place = Place("briefing", material.briefing.slug, f"key_figures.{number}")
            yield _unprintable(figure, place, f"{chosen.item}/{chosen.figure}")


def _unprintable(figure: Figure, place: Place, name: str) -> Finding:
    if figure.printable == "never":
        return Finding("figure-never-printed", Severity.BLOCKING, place, {"figure": name})
    return Finding("figure-unchecked", Severity.WARNING, place, {"figure": name})


def figures_that_differ(material: Material) -> Iterator[Finding]:
    """R-06: each language of a text prints the same figures."""
    for placed in texts_of(material):
        counts = {
            language: Counter(_own_name(reference, placed) for reference in references(text))
            for language, text in placed.text.items()
            if text.strip()
        }
        korean = counts.get("ko", Counter())
        for language, counted in counts.items():
            if counted != korean:
                differing = sorted(((korean - counted) + (counted - korean)).elements())
                details = {"figures": ", ".join(dict.fromkeys(differing))}
                yield Finding("figures-differ", Severity.BLOCKING, placed.at(language), details)


def plans_stated_as_facts(material: Material) -> Iterator[Finding]:
    """R-12: where a plan, target or claim is printed, the sentence must say that it is one."""
    for placed, language, reference, figure in _resolved(material):
        if (
            figure is None
            or figure.status == "actual"
            or placed.place.field.startswith(("figures.", "key_figures."))
        ):
            continue
        if placed.place.field.startswith(("commitments.", "quantity")):
            continue  # printed with how firm it is
        if not _PLAN_WORDS[language].search(placed.words(language)):
            details = {"figure": _name(reference), "status": figure.status}
            yield Finding("plan-stated-as-fact", Severity.WARNING, placed.at(language), details)
