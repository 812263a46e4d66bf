"""What editions printed for the figures of items: asked for one item, after each of its saves."""

from __future__ import annotations

from django.db import models

from briefings.models.editions import Edition
from languages.trilingual import Trilingual


class FigureEntry(models.Model):
    """A figure as an edition printed it. Made of the edition, and can be made again."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="figure_entries")
    item = models.CharField(max_length=255)
    """The item's slug."""
    key = models.CharField(max_length=60)
    printed_ko = models.TextField()
    printed_zh_hans = models.TextField()
    printed_en = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["item", "edition"], name="figure_entry_of_item")]

    def __str__(self) -> str:
        return f"{self.edition} {self.item}/{self.key}"

    @property
    def printed(self) -> Trilingual:
        return Trilingual(self.printed_ko, self.printed_zh_hans, self.printed_en)
