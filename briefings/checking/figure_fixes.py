"""Buttons that put `[[key]]` into a text: for the same figure where it was typed, otherwise beside what stands there."""

from __future__ import annotations

import unicodedata

import msgspec
from django.utils.translation import gettext as _

from languages import parity
from languages.parity.units import OPEN
from languages.trilingual import LANGUAGES, Language, Trilingual
from projects.choices import Printable
from reviews.checking import Change, Fix

_COUNTED = frozenset(("", OPEN))
"""Units of which no more is known than that something is counted, if that: 100, 100대, 100架."""


class PrintedFigure(msgspec.Struct, frozen=True):
    """A figure of an item's register, as each language prints it."""

    key: str
    label: str
    printed: Trilingual
    printable: str = Printable.ALWAYS


def replacing(text: str, figure: PrintedFigure, place: parity.Span) -> Fix:
    """`[[key]]` for what stands at `place`."""
    reference = f"[[{figure.key}]]"
    label = _("Replace “%(typed)s” by %(figure)s") % {
        "typed": text[place.start : place.end],
        "figure": reference,
    }
    return Fix(label, (Change(place.start, place.end, reference),))


def inserting(text: str, language: Language, reference: str) -> Fix:
    """`[[key]]` in addition: where somebody writes, otherwise behind the text."""
    end = len(text.rstrip())
    behind = f"{_space_behind(text[:end], language)}{reference}"
    return Fix(
        _("Insert %(figure)s at the end") % {"figure": reference},
        (Change(end, end, behind),),
        insert=reference,
        label_at_cursor=_("Insert %(figure)s at the cursor") % {"figure": reference},
    )


def _space_behind(text: str, language: Language) -> str:
    """What parts a text from a figure behind it: nothing behind a full-width sign, or in Chinese, which has no spaces."""
    if not text:
        return ""
    last = text[-1]
    if language == "zh-hans":
        return " " if last.isascii() and last.isalnum() else ""  # Latin letters and digits would run together
    full_width = unicodedata.category(last).startswith("P") and unicodedata.east_asian_width(last) in "WF"
    return "" if full_width else " "


def typed_instead(words: Trilingual, language: Language, figure: PrintedFigure) -> parity.Span | None:
    """Where a text states the figure that other languages place by its key, so that the key can stand there.

    None where it does not, and where a language that places the key types the same figure too: then
    nobody can tell which of the two is meant.
    """
    key = f"[[{figure.key}]]"
    placing = [other for other in LANGUAGES if words[other].count(key) > words[language].count(key)]
    if any(_stated(words[other], other, figure) for other in placing):
        return None
    text, printed = words[language], figure.printed[language]
    places = (replaceable(text, fact, printed) for fact in _stated(text, language, figure))
    return next((place for place in places if place), None)


def typed_as_registered(text: str, language: Language, figure: PrintedFigure) -> parity.Fact | None:
    """Where a text states a figure as it is registered, with unit and hedge."""
    alike = _stated(text, language, figure)
    for printed in parity.facts(figure.printed[language], language) if alike else ():
        exactly = (printed.unit, printed.qualifier)
        return next((fact for fact in alike if (fact.unit, fact.qualifier) == exactly), None)
    return None


def replaceable(text: str, fact: parity.Fact, printed: str) -> parity.Span | None:
    """What may give way to a key that prints `printed`, the same figure as `fact`.

    Number and hedge together if they stand as they are printed: 최대 100대. A bare number, too, as the
    key brings its hedge along. Beside a hedge in other words nothing: it would be left over.
    """
    at = text.find(printed, max(0, fact.span.start - len(printed)))
    if at != -1 and at <= fact.span.start and fact.span.end <= at + len(printed):
        return parity.Span(at, at + len(printed))
    return fact.span if fact.qualifier == "exact" else None


def _stated(text: str, language: Language, figure: PrintedFigure) -> list[parity.Fact]:
    """What a text states that is the figure in kind and value, however it is hedged."""
    from languages.parity.reading import facts_as_given  # takes a while, and most processes check no text

    typed = [fact for fact in facts_as_given(text, language) if fact.hard]
    printed = parity.facts(figure.printed[language], language) if typed else ()
    return [fact for fact in typed if meaning(fact) == meaning(printed[0])] if len(printed) == 1 else []


def meaning(fact: parity.Fact) -> tuple[object, ...]:
    """What a fact states, however it is hedged: alike for 최대 100대, 100架 and 100 aircraft."""
    return fact.kind, fact.value, fact.maximum, "" if fact.unit in _COUNTED else fact.unit
