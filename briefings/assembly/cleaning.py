"""Editors' text is data: what no reader may be shown is taken out before anything is composed.

Characters that no font has, controls and bidirectional marks; links that are not safe. The edition
is made of the cleaned text, so page and PDF say the same, and a finding says what was changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from briefings.assembly import richtext
from briefings.assembly.chapters import rebased
from briefings.assembly.checks.places import PlacedText, item_texts, texts_beside_items
from briefings.assembly.findings import Finding, Place, Severity
from briefings.assembly.material import Item, Material
from languages.characters import clean
from languages.trilingual import LANGUAGES, Language

# what looks like code or mark-up in a field of plain text; it is printed as text, and somebody should know
_CODE = re.compile(
    r"</?(script|iframe|style|img|svg|object|a|b|i|p|div|span)\b[^>]*>|javascript:|#(read|include|import|eval)\s*\(|\{\{|\{%",
    re.IGNORECASE,
)

_ACTIVE_TAG = re.compile(r"<(script|iframe|style|img|svg|object|template)\b[^>]*>?", re.IGNORECASE)


type CleanItems = Callable[[Sequence[Item]], Iterable[tuple[Item, tuple[Finding, ...]]]]


def cleaned(
    material: Material, printable: frozenset[int], items: CleanItems | None = None
) -> tuple[Material, tuple[Finding, ...]]:
    """The material fit to print, and what was found and changed in it.

    Args:
        material: as collected.
        printable: code points that the portal's fonts can show.
        items: what is known about items; without it they are cleaned here.
    """
    known = (cleaned_item(i, printable) for i in material.items) if items is None else items(material.items)
    findings = list(_findings_beside_items(material, printable))
    fit: list[Item] = []
    for item, found in known:
        fit.append(item)
        findings += found
    beside = cleaned_value(msgspec.structs.replace(material, items=()), printable)
    if all(new is old for new, old in zip(fit, material.items, strict=True)):
        fit = list(material.items)
    after = msgspec.structs.replace(beside, items=tuple(fit))
    return rebased(material, after), tuple(findings)


def cleaned_item(item: Item, printable: frozenset[int]) -> tuple[Item, tuple[Finding, ...]]:
    """One item fit to print, itself where nothing is changed; and what was found in it."""
    return cleaned_value(item, printable), tuple(_item_findings(item, printable))


def cleaned_value[T](value: T, printable: frozenset[int]) -> T:
    """A value of the material with every string cleaned."""
    fit: T = _mapped(value, printable)
    return fit


def _mapped(value: Any, printable: frozenset[int]) -> Any:
    """`value` with every string cleaned; unchanged parts are kept as they are."""
    if isinstance(value, str):
        return clean(value, printable).text
    if value is None or value is msgspec.UNSET or isinstance(value, (bool, int, Decimal, date)):
        return value
    if isinstance(value, tuple):
        return tuple(_mapped(each, printable) for each in value)
    changes: dict[str, Any] = {}
    for name in value.__struct_fields__:
        old = getattr(value, name)
        new = _mapped(old, printable)
        if new != old:
            changes[name] = new
    return msgspec.structs.replace(value, **changes) if changes else value


def _findings_beside_items(material: Material, printable: frozenset[int]) -> Iterator[Finding]:
    for placed in texts_beside_items(material):
        yield from _placed_findings(placed, printable)
    for place, text in _small_texts(material):
        yield from character_findings(place, text, printable)


def _item_findings(item: Item, printable: frozenset[int]) -> Iterator[Finding]:
    for placed in item_texts(item):
        yield from _placed_findings(placed, printable)
    for place, text in _small_texts_of_item(item):
        yield from character_findings(place, text, printable)
    for source in item.sources:
        if source.url and not richtext.is_safe_link(source.url):
            place = Place("item", item.slug, f"sources.{source.key}.url")
            details = {"text": clean(source.url, printable).text[:80]}
            yield Finding("link-unsafe", Severity.WARNING, place, details)


def _placed_findings(placed: PlacedText, printable: frozenset[int]) -> Iterator[Finding]:
    for language in LANGUAGES:
        if placed.text[language]:
            yield from _text_findings(placed, language, printable)


def _small_texts_of_item(item: Item) -> Iterator[tuple[Place, str]]:
    yield Place("item", item.slug, "legal_clause"), item.legal_clause
    for figure in item.figures:
        yield Place("item", item.slug, f"figures.{figure.key}.literal"), figure.literal
    for source in item.sources:
        yield Place("item", item.slug, f"sources.{source.key}.url"), source.url


def _small_texts(material: Material) -> Iterator[tuple[Place, str]]:
    """What is printed beside the texts of `texts_beside_items`: numbers, clauses, counters, agreed names."""
    briefing = material.briefing
    for field in ("bureau_phone", "legal_clause"):
        yield Place("briefing", briefing.slug, field), getattr(briefing, field)
    for pillar in material.strategy.pillars:
        yield Place("pillar", pillar.slug, "point"), pillar.point
    for group in material.groups_shown:
        yield Place("group", group.slug, "in_sentence"), group.in_sentence
    for unit in material.units:
        for language in LANGUAGES:
            yield Place("unit", unit.slug, "name", language), unit.name[language]
            yield Place("unit", unit.slug, "counter", language), unit.counter[language]
        yield Place("unit", unit.slug, "singular"), unit.singular
        yield Place("unit", unit.slug, "symbol"), unit.symbol
    for term in material.terms:
        for language in LANGUAGES:
            yield Place("term", term.identifier, "preferred", language), term.preferred[language]
            yield Place("term", term.identifier, "definition", language), term.definition[language]
        for variant in (*term.forbidden_ko, *term.forbidden_zh_hans, *term.forbidden_en):
            yield Place("term", term.identifier, "forbidden"), variant


def character_findings(place: Place, text: str, printable: frozenset[int]) -> Iterator[Finding]:
    """Which characters of a text are taken out, and which are printed as something else."""
    result = clean(text, printable)
    for code, points in (("characters-removed", result.removed), ("characters-replaced", result.replaced)):
        if points:
            yield Finding(code, Severity.WARNING, place, {"characters": ", ".join(points[:8])})


def _text_findings(placed: PlacedText, language: Language, printable: frozenset[int]) -> Iterator[Finding]:
    text = placed.text[language]
    place = placed.at(language)
    yield from character_findings(place, text, printable)
    if placed.rich:
        _lines, unsafe = richtext.parse(text)
        for address in unsafe:
            details = {"text": clean(address, printable).text[:80]}
            yield Finding("link-unsafe", Severity.WARNING, place, details)
    found = _CODE.search(placed.words(language))
    if placed.rich and not found:  # its tags are its own, but for those that run or load something
        found = _ACTIVE_TAG.search(text)
    if found:
        details = {"text": clean(found[0], printable).text[:80]}
        yield Finding("looks-like-code", Severity.WARNING, place, details)
