"""Mail may be lost at any moment: what somebody saved, and would have been told of, is saved without it."""

from __future__ import annotations

from collections.abc import Sequence
from smtplib import SMTPException
from typing import Any

import structlog
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend

logger = structlog.stdlib.get_logger(__name__)


class NoEmailBackend(BaseEmailBackend):
    """Sends nothing: the installation has no mail server, and the portal needs none."""

    def send_messages(self, email_messages: Sequence[Any]) -> int:
        return 0


class LosableEmailBackend(EmailBackend):
    """Django's SMTP; where the server does not answer, nothing is sent and the log says so.

    Wagtail opens the connection after a save is stored and before its page is answered: an error there would take the
    answer away.
    """

    def open(self) -> bool | None:
        try:
            opened: bool | None = super().open()
        except (OSError, SMTPException) as error:
            logger.warning("the mail server does not answer", error=type(error).__name__)
            return None
        return opened

    def send_messages(self, email_messages: Sequence[Any]) -> int:
        try:
            return int(super().send_messages(email_messages) or 0)
        except (OSError, SMTPException) as error:
            logger.warning("mails were not sent", mails=len(email_messages), error=type(error).__name__)
            return 0
