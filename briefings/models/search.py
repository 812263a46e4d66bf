"""What a search of editions looks through: their sealed text, place by place in each language."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from briefings.models.editions import Edition


class SearchEntry(models.Model):
    """A section or an item of an edition in one language. Made of the edition, and can be made again."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="search_entries")
    language = models.CharField(max_length=7, choices=settings.LANGUAGES)
    item = models.BooleanField(default=False)
    """Whether the place is an item's page; else it is a section of the edition's."""
    key = models.CharField(max_length=255)
    """The section's key or the item's slug."""
    title = models.TextField()
    text = models.TextField()
    words = SearchVectorField()
    """Pairs and words of `languages.bigrams` with their places; the title's have weight A."""

    class Meta:
        indexes = [GinIndex(fields=["words"], name="search_entry_words")]

    def __str__(self) -> str:
        return f"{self.edition} {self.language} {self.key}"
