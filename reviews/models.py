"""What a person said about a text in one language. Rows are only added; the last word counts."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Decision(models.TextChoices):
    REVIEWED = "reviewed", _("reviewed")
    MINOR = "minor", _("minor change of the Korean: still right")
    REOPENED = "reopened", _("taken back")


class Review(models.Model):
    """Somebody compared a text with its Korean, and what they said.

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
