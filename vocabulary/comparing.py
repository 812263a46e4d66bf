"""What Wagtail lists when two versions of a page are compared: what an editor changed, and nothing else."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from bs4 import BeautifulSoup
from django.db import models
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import compare
from wagtail.fields import RichTextField
from wagtail.utils.text import text_from_html


def _in_words(value: Any) -> str:
    """A value as an editor reads it, in the active language."""
    match value:
        case None | "":
            return _("(empty)")
        case bool():
            return _("yes") if value else _("no")
        case Decimal():
            return f"{value.normalize():f}"
        case datetime():
            return date_format(localtime(value), "Y-m-d H:i")
        case _:
            return str(value)


class ValueComparison(compare.FieldComparison):
    """Numbers, days, ticks."""

    def htmldiff(self) -> str:
        if not self.has_changed():
            return escape(_in_words(self.val_a))
        both = (("deletion", self.val_a), ("addition", self.val_b))
        return compare.TextDiff(
            [(how, _in_words(value)) for how, value in both if value is not None]
        ).to_html()


class ChoiceComparison(compare.ChoiceFieldComparison):
    def htmldiff(self) -> str:
        return super().htmldiff() if self.val_a or self.val_b else _in_words(None)


class LinkComparison(compare.ForeignObjectComparison):
    def htmldiff(self) -> str:
        return super().htmldiff() if self.val_a or self.val_b else _in_words(None)


class TextComparison(compare.TextFieldComparison):
    """A form saves an empty text where none was stored, and a browser's ends of lines."""

    def __init__(self, field: Any, obj_a: Any, obj_b: Any) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = (
            (value or "").replace("\r\n", "\n").strip() for value in (self.val_a, self.val_b)
        )

    def htmldiff(self) -> str:
        return super().htmldiff() or _in_words("")


class RichTextComparison(compare.RichTextFieldComparison):
    """The editor names every paragraph by chance when it first saves it, and writes entities in its own way."""

    def __init__(self, field: Any, obj_a: Any, obj_b: Any) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = _unnamed(self.val_a), _unnamed(self.val_b)

    def htmldiff(self) -> str:
        words: str = super().htmldiff() or _in_words("")
        if self.has_changed() and text_from_html(self.val_a) == text_from_html(self.val_b):
            # only words are shown, so that nothing would be marked
            return format_html(
                "{} <p><em>{}</em></p>", words, _("Only its formatting or a link has changed.")
            )
        return words


def _unnamed(html: str | None) -> str:
    tree = BeautifulSoup(html or "", "html.parser")
    for paragraph in tree.find_all(attrs={"data-block-key": True}):
        del paragraph["data-block-key"]
    # an empty editor saves an empty paragraph
    return str(tree) if tree.get_text().strip() else ""


class RowsComparison(compare.ChildRelationComparison):
    """The rows that were written, added, deleted or moved. Wagtail shows all of them when one has changed."""

    def get_child_comparisons(self) -> list[Any]:
        rows = super().get_child_comparisons()
        stayed = [row for row in rows if row.obj_a and row.obj_b]
        before = list(self.val_a.all())
        as_before = sorted(stayed, key=lambda row: before.index(row.obj_a))
        moved = [row for row, other in zip(stayed, as_before, strict=True) if row is not other]
        return [row for row in rows if row not in stayed or row in moved or row.has_changed()]

    def has_changed(self) -> bool:
        return bool(self.get_child_comparisons())


def register() -> None:
    """Makes these the comparisons of every page and snippet."""
    compare.register_comparison_class(models.CharField, comparison_class=TextComparison)
    compare.register_comparison_class(models.TextField, comparison_class=TextComparison)
    compare.register_comparison_class(RichTextField, comparison_class=RichTextComparison)
    # Wagtail's panels name these classes themselves
    compare.FieldComparison = ValueComparison
    compare.ChoiceFieldComparison = ChoiceComparison
    compare.ForeignObjectComparison = LinkComparison
    compare.ChildRelationComparison = RowsComparison
