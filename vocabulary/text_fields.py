"""How much a text field of an editor's form takes. What is more is refused in the form, which keeps what was typed.

Real texts are far below these bounds. Beyond them, rich text takes minutes to be made into what is stored.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import msgspec
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from draftjs_exporter.error import ExporterException
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.widgets import AdminAutoHeightTextInput

from languages.characters import LONGEST_TEXT

MOST_PIECES = 500
"""Lines, levels of lists, bold passages and links of a rich text together."""


class RichTextSize(msgspec.Struct, frozen=True):
    """Characters and pieces of a rich text, as its editor in the browser holds it."""

    characters: int = 0
    pieces: int = 0

    @property
    def fits(self) -> bool:
        return self.characters <= LONGEST_TEXT and self.pieces <= MOST_PIECES


def size_of(sent: str) -> RichTextSize:
    """Of the JSON that the rich text editor sends.

    Raises:
        ValueError: it is none, or a link of it names a page by another word than its number.
    """
    try:
        content = json.loads(sent) if sent else None
        links = content["entityMap"].values() if content is not None else ()
        if not all(_can_be_followed(link["data"].get("id")) for link in links):
            raise ValueError("a link names no page")
        blocks = content["blocks"] if content is not None else []  # an empty editor sends null
        characters = sum(len(block["text"]) + 1 for block in blocks) - bool(blocks)
        pieces = sum(
            1
            + block["text"].count("\n")
            + block.get("depth", 0)
            + len(block.get("inlineStyleRanges", ()))
            + len(block.get("entityRanges", ()))
            for block in blocks
        )
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"no rich text: {error}") from error
    return RichTextSize(characters, pieces)


def _can_be_followed(page: object) -> bool:
    """Whether a link leads to an address, or to a page by its number: at any other word fails all that reads the text."""
    return page is None or re.fullmatch("[0-9]{1,18}", str(page)) is not None


class Unsaved(str):
    """What a rich text editor sent and its form refuses: shown again as it is."""

    size: RichTextSize | None = None
    """None if it cannot be read."""


class RichTextArea(DraftailRichTextArea):
    """Wagtail's, but for texts that are too large to be made into what is stored."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> Any:
        sent = data.get(name)
        if not isinstance(sent, str):
            return super().value_from_datadict(data, files, name)
        refused = Unsaved(sent)
        try:
            refused.size = size_of(sent)
            if refused.size.fits:
                return super().value_from_datadict(data, files, name)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, ExporterException):
            # readable, but nothing can be made of it: passages inside passages without end, a link that is not there
            refused.size = None
        return refused

    def format_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, Unsaved) else super().format_value(value)


class TextField(forms.CharField):
    """The field of every long text in an editor's form, plain or rich."""

    def clean(self, value: Any) -> Any:
        if isinstance(value, Unsaved):
            raise ValidationError(self._refusal(value.size), code="too-large")
        # a rich text was measured without its tags
        if isinstance(value, str) and not isinstance(self.widget, RichTextArea) and len(value) > LONGEST_TEXT:
            raise ValidationError(self._refusal(RichTextSize(len(value))), code="too-large")
        return super().clean(value)

    def _refusal(self, size: RichTextSize | None) -> str:
        if size is None:
            return _("“%(field)s” cannot be read. Load the page again.") % {"field": self.label}
        if size.characters > LONGEST_TEXT:
            sentence = _(
                "“%(field)s” has %(length)s characters. A text can have at most %(most)s: shorten it."
            )
            return sentence % {"field": self.label, "length": size.characters, "most": LONGEST_TEXT}
        sentence = _(
            "“%(field)s” has %(count)s lines, bold passages and links together. A text can have at most"
            " %(most)s: shorten it."
        )
        return sentence % {"field": self.label, "count": size.pieces, "most": MOST_PIECES}


def register() -> None:
    """Makes it the field of every form that Wagtail makes of a model."""
    register_form_field_override(models.TextField, override={"form_class": TextField})
    # Wagtail's own entry for this very class goes before the one above
    override = {"form_class": TextField, "widget": AdminAutoHeightTextInput}
    register_form_field_override(models.TextField, override=override, exact_class=True)
