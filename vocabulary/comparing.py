"""What Wagtail lists when two versions of a page are compared: what an editor changed, and nothing else."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.db import models
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import compare
from wagtail.fields import RichTextField
from wagtail.utils.text import text_from_html


class TextComparison(compare.TextFieldComparison):
    """A form saves an empty text where none was stored, and a browser's ends of lines."""

    def __init__(self, field: Any, obj_a: Any, obj_b: Any) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = (
            (value or "").replace("\r\n", "\n").strip() for value in (self.val_a, self.val_b)
        )


class RichTextComparison(compare.RichTextFieldComparison):
    """The editor names every paragraph by chance when it first saves it, and writes entities in its own way."""

    def __init__(self, field: Any, obj_a: Any, obj_b: Any) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = _unnamed(self.val_a), _unnamed(self.val_b)

    def htmldiff(self) -> str:
        words: str = super().htmldiff()
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
    # Wagtail's panel of rows names this class itself
    compare.ChildRelationComparison = RowsComparison
