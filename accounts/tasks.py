"""Celery's entry point: what is forgotten every hour."""

from __future__ import annotations

from axes.models import AccessAttempt
from celery import shared_task
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from briefings.work.queueing import OnlyIntoAnEmptyQueue


@shared_task(base=OnlyIntoAnEmptyQueue)
def forget_attempts() -> None:
    """Names and addresses of failed attempts, once they hold nobody back; and sessions that have ended."""
    AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - settings.AXES_COOLOFF_TIME).delete()
    call_command("clearsessions")
