"""What people said about texts: reviews of a text in one language, and findings that they let stand."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision


class Decision(models.TextChoices):
    REVIEWED = "reviewed", _("reviewed")
    MINOR = "minor", _("minor change of the Korean: still right")
    REOPENED = "reopened", _("taken back")


class Review(models.Model):
    """Somebody compared a text with its Korean, and what they said. Rows are only added; the last word counts.

    The pair is known by the digests of both texts (`languages.states`), not by where it stands: the
    state follows the texts through revisions, copies, reverts and reordered rows.
    """

    language = models.CharField(_("language"), max_length=7, choices=settings.LANGUAGES)
    korean_digest = models.CharField(max_length=64)
    text_digest = models.CharField(max_length=64)
    decision = models.CharField(_("decision"), max_length=8, choices=Decision.choices)
    korean = models.TextField(_("the Korean text as reviewed"))
    """Kept so that a later change can be shown beside it."""
    place = models.CharField(_("where"), max_length=300)
    """Record and field where it was said, for people: a review holds wherever its two texts stand."""
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("who")
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("review of a text")
        verbose_name_plural = _("reviews of texts")
        ordering = ["-at", "-pk"]
        permissions = [("review_texts", "Can mark texts as reviewed")]
        default_permissions = ()
        indexes = [models.Index(fields=["text_digest", "language"], name="review_of_text")]

    def __str__(self) -> str:
        return f"{self.place} {self.language}: {self.decision}"


class Waiver(models.Model):
    """A named person lets a finding stand, and says why. It holds for exactly what its digest is of."""

    digest = models.CharField(max_length=64)
    code = models.CharField(_("kind"), max_length=60)
    severity = models.CharField(max_length=10)
    record = models.CharField(max_length=20)
    slug = models.CharField(max_length=255)
    field = models.CharField(max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=7, blank=True)
    details = models.JSONField(default=dict)
    """What the finding's sentence needs, so that it can be read after the texts have changed."""
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("who")
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        ordering = ["-at", "-pk"]
        permissions = [("waive_findings", "Can let a finding stand")]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["digest"], condition=models.Q(taken_back_at__isnull=True), name="waiver_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.record} {self.slug}"


class ReadVersion(models.Model):
    """What was read in the newest version of a record, so that nobody has to read ten thousand versions again.

    A cache: rows may be lost or deleted at any time. One holds as long as its version says what it said, and is read by
    the same rules.
    """

    revision = models.OneToOneField(
        Revision, on_delete=models.CASCADE, primary_key=True, db_constraint=False, related_name="%(class)s"
    )
    written_at = models.DateTimeField()
    """When the version was written: the browser's own saves write it again under the same key."""
    basis = models.CharField(max_length=64)
    """Digest of what else it was read by."""

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
        default_permissions = ()


class CountedVersion(ReadVersion):
    """How many texts of a version are in each state (`reviews.counting`)."""

    digests = ArrayField(models.CharField(max_length=64))
    """Of its texts in every language: a review names one of them."""
    counts = models.JSONField(null=True)
    """By language and state; None once somebody has said something about one of the texts."""

    class Meta(ReadVersion.Meta):
        indexes: ClassVar = [GinIndex(fields=["digests"], name="version_with_text")]

    def __str__(self) -> str:
        return str(self.pk)
