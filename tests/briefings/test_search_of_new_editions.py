"""What is found of an edition that comes, goes, or says something new."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from briefings.editions import release
from briefings.models import Briefing
from languages.trilingual import Trilingual
from tests.briefings.editions import release_now, seal_sample
from tests.briefings.test_search import PRESIDENTIAL, found, said

pytestmark = pytest.mark.django_db


def test_nothing_of_an_edition_is_found_before_its_release_or_after_its_withdrawal(account: Any):
    sealed = seal_sample("presidential")
    client = Client()
    client.force_login(account("official"))
    approver = Client()
    approver.force_login(account("approver"))
    assert [found(said(each, "UAM")) for each in (client, approver)] == [[], []]

    release_now(sealed, approver=account("approver"))
    assert found(said(client, "UAM"))

    release.withdraw(edition=sealed, by=account("approver"), reason=Trilingual(ko="오류"))
    assert found(said(client, "UAM")) == []


@pytest.mark.parametrize(("language", "text"), [("ko", "베트남 Bắc Ninh 성"), ("en", "Bắc Ninh and Đà Nẵng")])
@pytest.mark.parametrize("words", ["Bac Ninh", "Bắc Ninh", "BẮC NINH"])
def test_a_name_is_found_and_marked_with_or_without_the_marks_of_its_letters(
    account: Any, language: str, text: str, words: str
):
    briefing = Briefing.objects.get(slug="2025-11")
    setattr(briefing, f"conclusion_{language}", f"{getattr(briefing, f'conclusion_{language}')} {text}.")
    briefing.save_revision().publish()
    release_now(seal_sample("presidential"), approver=account("approver"))
    reader = Client()
    reader.force_login(account("official"))

    page = said(reader, words, language=language)

    assert f"/{language}{PRESIDENTIAL}#one-page" in found(page)
    assert "<mark>Bắc</mark> <mark>Ninh</mark>" in page
