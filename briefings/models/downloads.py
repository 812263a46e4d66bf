"""The record of downloads, and of what was refused to somebody who signed in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency
from briefings.choices import DownloadOutcome
from briefings.models.editions import Rendition


class Download(models.Model):
    """Somebody asked for a file: what was asked, by whom, for which agency, and the answer."""

    at = models.DateTimeField(auto_now_add=True)
    path = models.CharField(max_length=300)
    outcome = models.CharField(max_length=7, choices=DownloadOutcome.choices)
    rendition = models.ForeignKey(Rendition, on_delete=models.PROTECT, null=True, related_name="downloads")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.SET_NULL, null=True, related_name="downloads")

    class Meta:
        verbose_name = _("download")
        ordering = ["-at"]
        indexes = [models.Index(fields=["rendition", "-at"])]
