"""Looking up a digest: what is wrong with one that cannot be right."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.test import Client

from briefings.assembly.wording import AUDIENCE
from briefings.models import Briefing
from languages.trilingual import LANGUAGES, Language
from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db


def said(digest: str) -> str:
    return unescape(Client().get("/en/verify/", {"digest": digest}).content.decode())


@pytest.mark.parametrize(
    ("digest", "sentence"),
    [
        ("79ebcb01", "You entered 8 of 64 characters."),
        ("79ebcb01 79ebcb01", "You entered 16 of 64 characters."),
        ("a" * 65, "You entered 65 characters; a digest has 64."),
        ("xyz", "You entered 3 of 64 characters."),
        ("xyz", "A digest never contains these: x y z."),
        ("a" * 62 + "ㅁg", "A digest never contains these: ㅁ g."),
    ],
)
def test_what_cannot_be_a_digest_is_told_what_is_wrong(digest: str, sentence: str):
    page = said(digest)

    assert sentence in page
    assert "No edition that you can read" not in page


def test_a_whole_digest_that_is_not_known_is_said_to_be_so():
    page = said("0" * 64)

    assert "No edition that you can read has this digest." in page
    assert "You entered" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_learns_from_the_page_which_audiences_there_are(language: Language):
    page = unescape(Client().get(f"/{language}/verify/").content.decode())

    assert [name for name in (AUDIENCE["presidential"], AUDIENCE["full"]) if name[language] in page] == []


def test_only_who_has_not_signed_in_is_asked_to(account: Any):
    reader = Client()
    reader.force_login(account("official"))

    page = unescape(reader.get("/en/verify/", {"digest": "0" * 64}).content.decode())

    assert "If you have an account, sign in" in said("0" * 64)
    assert "No edition that you can read has this digest." in page
    assert "If you have an account, sign in" not in page


def test_an_edition_is_said_to_be_the_newest_until_another_replaces_it(account: Any):
    approver = account("approver")
    reader = Client()
    reader.force_login(account("official"))
    newest = "No newer edition that you can read has replaced it."
    first = seal_sample("presidential")
    release_now(first, approver=approver)

    before = unescape(reader.get("/en/verify/", {"digest": first.digest}).content.decode())
    columns = ("officer_ko", "officer_zh_hans", "officer_en")
    Briefing.objects.filter(slug="2025-11").update(**dict.fromkeys(columns, "MOLIT"))
    release_now(seal_sample("presidential"), approver=approver)
    after = unescape(reader.get("/en/verify/", {"digest": first.digest}).content.decode())

    assert newest in before
    assert newest not in after
    assert "A newer edition has replaced this one." in after


def test_what_was_typed_is_shown_as_text_and_in_part():
    page = (
        Client()
        .get("/en/verify/", {"digest": "<script>alert(1)</script>" + "한글漢字" * 5000})
        .content.decode()
    )

    assert "<script>alert" not in page
    assert len(page) < 20_000
