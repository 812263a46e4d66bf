"""`manage.py index_editions`: make the search index, and what was printed for figures, again from the sealed editions."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from briefings.assembly.seal import document_of
from briefings.editions import figure_entries, search_entries
from briefings.models import Edition


class Command(BaseCommand):
    help = "Makes the search index, and what was printed for figures, again from the sealed editions, one at a time."

    def handle(self, *args: Any, verbosity: int = 1, **options: Any) -> None:
        for edition in Edition.objects.select_related("briefing").iterator(chunk_size=1):
            with transaction.atomic():
                document = document_of(bytes(edition.content))
                search_entries.index(edition, document)
                figure_entries.index(edition, document)
            if verbosity:
                self.stdout.write(str(edition))
