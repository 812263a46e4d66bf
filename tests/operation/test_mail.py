"""A mail server that does not answer keeps nobody from saving."""

from __future__ import annotations

import logging
import os
import smtplib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ClassVar

import pytest
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage, mailers
from django.db import connection
from django.test import Client, override_settings
from wagtail.models import Comment, CommentReply
from wagtail.users.models import UserProfile

from projects.models import CooperationItem
from tests.projects.test_odd_forms import form_of
from tests.serving import free_port


@pytest.fixture
def nobody_answers() -> Any:
    options = {"host": "127.0.0.1", "port": free_port(), "timeout": 5}
    with override_settings(
        MAILERS={"default": {"BACKEND": "config.mail.LosableEmailBackend", "OPTIONS": options}}
    ):
        yield


def test_a_mail_that_cannot_be_sent_is_lost_with_a_line_in_the_log(
    nobody_answers: None, live_database: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)

    mailers.default.send_messages([EmailMessage("Subject", "Words", "a@example.org", ["b@example.org"])])

    assert "mail server does not answer" in caplog.text
    assert "Words" not in caplog.text


class MailServer(smtplib.SMTP):
    """Takes every mail, and notes what a colleague could read of its page at that moment."""

    pages: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__()

    def sendmail(self, *args: Any, **kwargs: Any) -> Any:
        with ThreadPoolExecutor(1) as colleague:
            self.pages.append(colleague.submit(_newest_reply).result())
        return {}

    def quit(self) -> Any:
        return None


def _newest_reply() -> str:
    try:
        reply = CommentReply.objects.order_by("-pk").first()
        return reply.text if reply else ""
    finally:
        connection.close()


def _reply(text: str) -> Any:
    """Send an item's form with a reply to a colleague's comment; the answer."""
    accounts = get_user_model().objects
    asker, answerer = accounts.get(username="briefing-editor"), accounts.get(username="item-editor")
    asker.email = "editor@example.org"
    asker.save()
    UserProfile.get_for_user(asker)
    item = CooperationItem.objects.live().first()
    comment = Comment.objects.create(page=item, user=asker, text="Which year?", contentpath="headline_ko")
    client = Client()
    client.force_login(answerer)
    form = form_of(client, item.slug)
    # what the browser's script adds to the form
    reply = {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "1",
        "comments-0-id": str(comment.pk),
        "comments-0-text": comment.text,
        "comments-0-contentpath": comment.contentpath,
        "comments-0-replies-TOTAL_FORMS": "1",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-0-text": text,
        "comments-0-replies-0-id": "",
        "comments-0-replies-0-DELETE": "",
    }
    return form.send([*form.fields, *reply.items()])


def test_a_reply_to_a_comment_is_saved_though_nobody_can_be_told(
    nobody_answers: None, live_database: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert _reply("2024.").status_code == 302

    assert CommentReply.objects.get().text == "2024."
    assert "mail server does not answer" in caplog.text


def test_nobody_is_told_of_a_reply_before_it_is_there(
    nobody_answers: None, live_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtplib, "SMTP", MailServer)

    _reply("2024.")

    assert MailServer.pages == ["2024."]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "ok"),
        ("ftp://secret@mail.example.org", "EMAIL_URL is no address"),
        ("smtp+tls://user:secret@:587", "EMAIL_URL is no address"),
    ],
)
def test_an_address_of_no_mail_server_is_said_in_a_sentence_without_its_password(
    address: str, said: str
) -> None:
    asked = subprocess.run(
        [sys.executable, "-c", "from django.conf import settings; settings.MAILERS; print('ok')"],
        env=os.environ
        | {"DJANGO_SETTINGS_MODULE": "config.settings", "PORTAL_MODE": "demo", "EMAIL_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )

    last = (asked.stdout + asked.stderr).strip().splitlines()[-1]
    assert said in last
    assert "secret" not in last
