"""Old editions keep their address, and their items too: what an edition names a page by is not changed."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import lxml.html
import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision
from wagtail.users.models import UserProfile

from briefings.models import Briefing, Edition
from projects.models import CooperationItem
from tests.briefings.editions import make_files, release_now, seal_sample
from tests.projects.test_odd_forms import Form

pytestmark = pytest.mark.django_db
ITEM = "korean-air-archer-evtol"
KOREAN_BRIEFING, KOREAN_ITEM = "2025년-11월", "대한항공-아처"


def briefing() -> Any:
    return Briefing.objects.get(slug="2025-11")


def item() -> Any:
    return CooperationItem.objects.get(slug=ITEM).specific


def enter(account: Any, language: str = "en") -> Client:
    UserProfile.objects.update_or_create(
        user=account("administrator"), defaults={"preferred_language": language}
    )
    client = Client()
    client.force_login(account("administrator"))
    return client


@pytest.mark.parametrize("named", [briefing, item])
def test_a_page_that_an_edition_names_refuses_another_slug(named: Any):
    page = named()
    kept = page.slug
    seal_sample("presidential")

    page.slug = "elsewhere"
    with pytest.raises(ValidationError, match=f"“{kept}”") as refused:
        page.save()

    assert list(refused.value.message_dict) == ["slug"]
    assert Page.objects.get(pk=page.pk).slug == kept


@pytest.mark.parametrize("named", [briefing, item])
def test_before_any_edition_names_it_a_page_takes_another_slug(named: Any):
    page = named()

    page.slug = "elsewhere"
    page.save_revision().publish()

    assert Page.objects.get(pk=page.pk).slug == "elsewhere"


@pytest.mark.parametrize("named", [briefing, item])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ko", "이 식별자로 페이지를 가리키는 확정본이 있어 바꿀 수 없습니다."),
        ("zh-hans", "已有定稿版本以此标识指向本页面，不可更改。"),
        ("en", "An edition names this page by it, so it stays."),
    ],
)
def test_the_form_shows_the_address_and_says_in_the_editors_language_why_it_stays(
    account: Any, named: Any, language: str, said: str
):
    seal_sample("presidential")

    answer = enter(account, language).get(reverse("wagtailadmin_pages:edit", args=[named().pk]))
    form = lxml.html.fromstring(answer.content.decode())

    (field,) = form.xpath("//input[@name='slug']")
    assert (field.get("value"), field.get("disabled") is not None) == (named().slug, True)
    assert said in form.text_content()


@pytest.mark.parametrize("named", [briefing, item])
def test_an_address_that_is_sent_all_the_same_moves_no_edition(account: Any, named: Any):
    edition = seal_sample("presidential")
    release_now(edition, approver=account("approver"))
    client = enter(account)
    form = Form(client, reverse("wagtailadmin_pages:edit", args=[named().pk]))
    fields = [(name, value) for name, value in form.fields if name != "slug"]

    form.send([*fields, ("slug", "elsewhere")])

    address = "/en/editions/2025-11/presidential/1.0/"
    assert client.get(address).status_code == 200
    assert client.get(f"{address}items/{ITEM}/").status_code == 200
    assert client.get(f"/en/items/{ITEM}/", follow=True).status_code == 200


@pytest.mark.parametrize("named", [briefing, item])
def test_a_draft_with_another_slug_from_before_the_edition_does_not_bring_it_back(account: Any, named: Any):
    page = named()
    kept = page.slug
    page.slug = "elsewhere"
    page.headline_en = "Said in the draft"
    draft = page.save_revision()
    seal_sample("presidential")

    Revision.objects.get(pk=draft.pk).publish()

    page = Page.objects.get(pk=page.pk).specific
    assert (page.slug, page.headline_en) == (kept, "Said in the draft")


@pytest.fixture
def sealed_in_korean() -> Edition:
    """An edition from before there was a rule for identifiers: its briefing and one of its items have Korean ones."""
    Page.objects.filter(slug="2025-11").update(slug=KOREAN_BRIEFING)
    Page.objects.filter(slug=ITEM).update(slug=KOREAN_ITEM)
    return seal_sample("presidential", slug=KOREAN_BRIEFING)


def test_what_was_sealed_under_a_korean_address_is_read_found_and_downloaded(
    account: Any, sealed_in_korean: Edition
):
    make_files(sealed_in_korean, formats=("html",), languages=("ko",))
    release_now(sealed_in_korean, approver=account("approver"))
    official = Client()
    official.force_login(account("official"))
    edition = f"/ko/editions/{KOREAN_BRIEFING}/presidential/1.0/"
    item = f"{edition}items/{KOREAN_ITEM}/"

    addresses = ("/ko/", "/ko/editions/", edition, item)
    pages = {address: official.get(address, follow=True) for address in addresses}
    found = official.get("/ko/search/", {"q": "대한항공"}).content.decode()
    newest = official.get(f"/ko/items/{KOREAN_ITEM}/", follow=True)

    assert {address: answer.status_code for address, answer in pages.items()} == dict.fromkeys(pages, 200)
    assert quote(edition) in pages["/ko/editions/"].content.decode()
    assert quote(item) in found
    assert newest.redirect_chain[-1][0] == quote(item)
    assert official.get(f"{edition}ko.html").status_code == 200


def test_a_page_that_an_edition_names_in_korean_is_still_edited_and_its_desk_opens(
    account: Any, sealed_in_korean: Edition
):
    release_now(sealed_in_korean, approver=account("approver"))
    client = enter(account)
    for page in (sealed_in_korean.briefing, CooperationItem.objects.get(slug=KOREAN_ITEM)):
        form = Form(client, reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert form.send(form.fields).status_code == 302

    desk = client.get(reverse("briefing-desk", args=[sealed_in_korean.briefing_id]))

    assert desk.status_code == 200
    assert Page.objects.filter(slug__in=(KOREAN_BRIEFING, KOREAN_ITEM), live=True).count() == 2


def test_a_copy_of_a_page_that_an_edition_names_has_an_address_of_its_own(account: Any):
    seal_sample("presidential")

    copied = briefing().copy(update_attrs={"slug": "2025-11-copy"}, copy_revisions=False)

    copied.slug = "another"
    copied.save()
    assert Page.objects.get(pk=copied.pk).slug == "another"
