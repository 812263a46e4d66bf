"""A mail server that does not answer keeps nobody from saving."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from typing import Any

import pytest
from django.core.mail import EmailMessage, mailers
from django.test import Client, override_settings
from wagtail.models import Comment
from wagtail.users.models import UserProfile

from projects.models import CooperationItem
from tests.projects.test_odd_forms import form_of
from tests.proxy.server import free_port

pytestmark = pytest.mark.django_db


@pytest.fixture
def nobody_answers() -> Any:
    options = {"host": "127.0.0.1", "port": free_port(), "timeout": 5}
    with override_settings(
        MAILERS={"default": {"BACKEND": "config.mail.LosableEmailBackend", "OPTIONS": options}}
    ):
        yield


def test_a_mail_that_cannot_be_sent_is_lost_with_a_line_in_the_log(
    nobody_answers: None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)

    sent = mailers.default.send_messages(
        [EmailMessage("Subject", "Words", "a@example.org", ["b@example.org"])]
    )

    assert not sent
    assert "mail server does not answer" in caplog.text
    assert "Words" not in caplog.text


def test_a_reply_to_a_comment_is_saved_though_nobody_can_be_told(
    nobody_answers: None, account: Any, caplog: pytest.LogCaptureFixture
) -> None:
    asker, answerer = account("briefing-editor"), account("item-editor")
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
        "comments-0-replies-0-text": "2024.",
        "comments-0-replies-0-id": "",
        "comments-0-replies-0-DELETE": "",
    }

    answer = form.send([*form.fields, *reply.items()])

    assert answer.status_code == 302
    assert comment.replies.get().text == "2024."
    assert "mail server does not answer" in caplog.text


@pytest.mark.parametrize(
    ("address", "said"), [("", "ok"), ("ftp://secret@mail.example.org", "EMAIL_URL is no address")]
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
