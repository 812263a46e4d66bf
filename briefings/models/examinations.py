"""What checks found in items, kept so that the next run need not look again."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


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
