"""What the desk says, in words that readers and editors use."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from briefings.models import AssemblyRun, Briefing, Rendition
from tests.briefings.editions import seal_sample

pytestmark = pytest.mark.django_db


def _desk(account: Any, name: str = "approver", language: str = "en") -> str:
    profile = UserProfile.get_for_user(account(name))
    profile.preferred_language = language
    profile.save()
    client = Client()
    client.force_login(account(name))
    return client.get(
        reverse("briefing-desk", args=[Briefing.objects.get(slug="2025-11").pk])
    ).content.decode()


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ("Partner edition 1.0", "Presidential edition 1.0")),
        ("ko", ("대외 배포용 제1.0판", "대통령실 보고용 제1.0판")),
        ("zh-hans", ("对外版第1.0版", "总统府版第1.0版")),
    ],
)
def test_an_edition_has_the_name_that_its_readers_see(
    account: Any, language: str, names: tuple[str, ...]
) -> None:
    for audience in ("partner", "presidential"):
        seal_sample(audience)

    page = _desk(account, language=language)

    assert [name for name in names if name not in page] == []


def test_a_first_edition_is_offered_no_other_number_and_a_later_one_is(account: Any) -> None:
    first = _desk(account, "briefing-editor")
    seal_sample("partner")

    later = _desk(account, "briefing-editor")

    assert "1.0 becomes 1.1" not in first
    assert "1.0 becomes 1.1" in later


def test_labels_begin_with_a_capital(account: Any) -> None:
    page = _desk(account, "briefing-editor")

    assert "<legend>For whom</legend>" in page
    assert "Presidential office" in page


def test_a_run_that_has_ended_says_so_once(account: Any) -> None:
    AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"),
        audiences=["partner"],
        state="done",
        step="finished",
        per_cent=100,
    )

    page = _desk(account)

    line = page[page.index('<p class="run__line"') :]
    shown = line[: line.index("data-run-progress")]
    assert "done" in shown
    assert "data-run-progress hidden" in line


def test_a_release_at_once_is_said_to_be_one(account: Any) -> None:
    edition = seal_sample("presidential")
    Rendition.objects.filter(edition=edition).update(state="ready")
    _desk(account)  # in English from here on
    client = Client()
    client.force_login(account("approver"))
    client.post(reverse("edition-approve", args=[edition.pk]))

    answer = client.post(reverse("edition-release", args=[edition.pk]), follow=True).content.decode()

    assert "Released." in answer
    assert "The release is set." not in answer
