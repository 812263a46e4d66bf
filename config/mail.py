"""Mail may be lost at any moment: what somebody saved, and would have been told of, is saved without it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from smtplib import SMTPException
from typing import Any

import structlog
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.db import connection as database
from django.db import transaction

logger = structlog.stdlib.get_logger(__name__)


class NoEmailBackend(BaseEmailBackend):
    """Sends nothing: the installation has no mail server, and the portal needs none."""

    def send_messages(self, email_messages: Sequence[Any]) -> int:
        return 0


class LosableEmailBackend(EmailBackend):
    """Django's SMTP, once what a mail tells of is stored; where the server does not answer, nothing is sent and the log says so.

    Wagtail sends while a page is still being saved: whoever saves it next would wait for the mail server too, and somebody
    might be told of what is not there in the end.
    """

    def open(self) -> bool | None:
        if database.in_atomic_block:
            return None
        try:
            opened: bool | None = super().open()
        except (OSError, SMTPException) as error:
            logger.warning("the mail server does not answer", error=type(error).__name__)
            return None
        return opened

    def send_messages(self, email_messages: Sequence[Any]) -> int:
        """How many of these will be sent; a mail that is lost is none of the sender's business."""
        mails = list(email_messages)
        transaction.on_commit(partial(self._send_what_is_stored, mails))
        return len(mails)

    def _send_what_is_stored(self, mails: Sequence[Any]) -> None:
        try:
            super().send_messages(mails)
        except (OSError, SMTPException) as error:
            logger.warning("mails were not sent", mails=len(mails), error=type(error).__name__)
