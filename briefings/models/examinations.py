"""What checks found in items, kept so that the next run need not look again."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Now

from reviews.models import ReadVersion


class StoredExamination(models.Model):
    """Findings of one state of one record, under the digest of everything that they depend on.

    A cache: rows may be lost or deleted at any time.
    """

    key = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    """`assembly.examination.Examination` or `draft_findings.Kept` as JSON."""
    used_at = models.DateTimeField(db_default=Now(), db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.key[:12]


class ExaminedVersion(ReadVersion):
    """Under what key a record's newest version was examined: to find it anew, the whole version has to be read."""

    slug = models.CharField(max_length=255)
    examination = models.CharField(max_length=64)
    """The key of a `StoredExamination`, as long as that is kept."""
    may_stop = models.BooleanField()
    """Whether it stops sealing, or names a figure of another record, which may be gone by now."""

    def __str__(self) -> str:
        return self.slug


class StatedVersion(ReadVersion):
    """What a record's newest version, and the published one beside it, state and place (`briefings.figures.stated_figures`)."""

    published = models.BigIntegerField()
    """The key of the published version beside the newest; 0 if there is none."""
    facts = ArrayField(models.BigIntegerField())
    placed = ArrayField(models.CharField(max_length=320))

    class Meta(ReadVersion.Meta):
        indexes: ClassVar = [
            GinIndex(fields=["facts"], name="version_with_fact"),
            GinIndex(fields=["placed"], name="version_with_figure"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
