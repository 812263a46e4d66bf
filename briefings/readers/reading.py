"""What an edition says to a reader of one language, kept by each web process: an edition never changes.

Kept are texts of the edition alone. Who may read it is asked before, every time (`briefings.access`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from briefings.assembly import wording
from briefings.assembly.document import Line, Prose, Section
from briefings.assembly.seal import (
    around_sheets_of,
    document_of,
    named_sheets,
    opened_sheet,
    section_of,
)
from briefings.models import Edition
from briefings.rendering.explaining import explain
from briefings.rendering.one_language import in_language
from languages.trilingual import Language

LARGEST = 2_000_000
"""Characters of HTML up to which a page is kept; an edition of thousands of items is made each time."""

_AROUND = ("title", "short_title", "audience", "audience_name", "strategy", "cover")


def edition_parts(edition: Edition, language: Language) -> dict[str, Any]:
    """The edition's page without what depends on the reader or the hour.

    `document`: what stands around the text (title, contents …); `body`: sections and sources as HTML;
    `change_note`: what the edition corrects, empty if nothing.
    """
    return _kept(edition, language, "", lambda: _edition_parts(edition, language))


def item_parts(edition: Edition, language: Language, slug: str) -> dict[str, Any] | None:
    """An item as the edition holds it: `document`, `sheet` (key and title) and `body`; None if it does not."""
    return _kept(edition, language, slug, lambda: _item_parts(edition, language, slug))


def change_notes(editions: Iterable[Edition], language: Language) -> dict[int, str]:
    """What each of these editions corrects, by its key, empty if nothing: without making its page."""
    cache = caches["editions"]
    of_edition = {_key(edition, language, "/change-note"): edition.pk for edition in editions}
    notes: dict[str, str] = cache.get_many(of_edition)
    unknown = {pk: key for key, pk in of_edition.items() if key not in notes}
    contents = Edition.objects.filter(pk__in=list(unknown)).values_list("pk", "content") if unknown else ()
    made = {unknown[pk]: _only_change_note(bytes(content), language) for pk, content in contents}
    cache.set_many(made)
    return {of_edition[key]: note for key, note in (notes | made).items()}


def _only_change_note(content: bytes, language: Language) -> str:
    section = section_of(content, _OPENINGS)
    return change_note_in(section, language) if section else ""


_OPENINGS = ("one-page", "overview")
"""The section in which an edition says what it corrects: of officials' and partners' editions, of full ones."""


def change_note_in(section: Section, language: Language) -> str:
    """The editor's note on what a new edition corrects, as it was sealed; empty if it corrects nothing.

    Files of the same edition hold these words, so they are not composed again of the material by the code of today.
    """
    lines: list[Line] = []
    for block in section.blocks:
        if not isinstance(block, Prose):
            continue
        if block.label == wording.CHANGE_NOTE:
            lines += block.passage[language]
        elif block.label == wording.CORRECTED:  # of presidential editions from composer 10 on
            lines += (
                line
                for line in block.passage[language]
                if not _tells_changes(line.style, line.text, language)
            )
    return "\n".join(line.text for line in lines)


def _tells_changes(style: str, text: str, language: Language) -> bool:
    """Whether a line below the note of a correction is of what changed: they are a list, and the note's own are none.

    Up to composer 13 what says that nothing did was none in Chinese and English.
    """
    return style in ("dash", "bullet") or text in (
        wording.NO_CHANGE[language],
        wording.FIRST_EDITION[language],
    )


def _kept[Parts: dict[str, Any] | None](
    edition: Edition, language: Language, slug: str, make: Callable[[], Parts]
) -> Parts:
    cache = caches["editions"]
    key = _key(edition, language, slug)
    found: Parts = cache.get(key)
    if found is None:
        found = make()
        if found is not None and len(found["body"]) <= LARGEST:
            cache.set(key, found)
    return found


def _key(edition: Edition, language: Language, slug: str) -> str:
    return f"{edition.pk}/{edition.digest}/{edition.number}/{language}/{slug}"


def _edition_parts(edition: Edition, language: Language) -> dict[str, Any]:
    sealed = document_of(bytes(edition.content))
    notes = (change_note_in(section, language) for section in sealed.sections if section.key in _OPENINGS)
    document = _without_change_note(in_language(sealed, language), language)
    explain(document, language, document["sections"])
    contents = [
        {name: section[name] for name in ("key", "title", "number", "pillar")}
        | {
            "sections": [
                {name: part[name] for name in ("key", "title", "number")} for part in section["sections"]
            ]
        }
        for section in document["sections"]
    ]
    return {
        "document": {name: document[name] for name in _AROUND}
        | {
            "sections": contents,
            "notes": bool(document["notes"]),
            "definitions": bool(document["definitions"]),
        },
        "body": render_to_string(
            "briefings/body.html",
            {
                "document": document,
                "edition": _facts(edition),
                "language": language,
            },
        ),
        "change_note": next(notes, ""),
    }


def _without_change_note(document: dict[str, Any], language: Language) -> dict[str, Any]:
    """The document without what it says of corrections: the page's opening says it, and a file has no such box."""
    sections = [
        section
        | {
            "blocks": [
                shown
                for block in section["blocks"]
                if block.get("label") != wording.CHANGE_NOTE[language]
                and (shown := _only_changes(block, language))
            ]
        }
        for section in document["sections"]
    ]
    return document | {"sections": sections}


def _only_changes(block: dict[str, Any], language: Language) -> dict[str, Any] | None:
    """The block of a correction and what changed without the correction, if anything is left; any other as it is."""
    if block.get("label") != wording.CORRECTED[language]:
        return block
    lines = [
        line | {"style": "circle" if line["style"] == "dash" else "bullet"}
        for line in block["passage"]
        if _tells_changes(line["style"], "".join(run["text"] for run in line["runs"]), language)
    ]
    return block | {"label": wording.CHANGES[language], "passage": lines} if lines else None


def _item_parts(edition: Edition, language: Language, slug: str) -> dict[str, Any] | None:
    around = around_sheets_of(bytes(edition.content))
    sheets = [*named_sheets(around.items)]
    of_item = next((encoded for name, encoded in sheets if name.key == slug), None)
    if of_item is None:
        return None
    sheet = in_language(opened_sheet(of_item), language)
    document = in_language(msgspec.structs.replace(around, items=()), language)
    document["items"] = [in_language(name, language) for name, _encoded in sheets]
    explain(document, language, sheet)
    context = {"document": document, "edition": _facts(edition), "sheet": sheet, "language": language}
    return {
        "document": {name: document[name] for name in _AROUND} | {"items": document["items"]},
        "sheet": {"key": sheet["key"], "title": sheet["title"]},
        "body": render_to_string("briefings/sheet.html", context),
    }


def _facts(edition: Edition) -> dict[str, Any]:
    """What links and the box of a released edition need."""
    return {
        "slug": edition.briefing.slug,
        "audience": edition.audience,
        "number": edition.number,
        "sealed_on": localdate(edition.sealed_at),
        "state": "released",
    }
