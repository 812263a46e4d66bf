"""Where pages lead: from a refusal to sign in and back, to another account, to one's own, to the admin."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import lxml.html
import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from briefings.models import Edition
from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db
EDITION = "/ko/editions/2025-11/presidential/1.0/"


@pytest.fixture
def edition(account: Any) -> Edition:
    sealed = seal_sample("presidential")
    release_now(sealed, approver=account("approver"))
    return sealed


def test_who_follows_a_link_without_having_signed_in_signs_in_and_reads(edition: Edition) -> None:
    reader = Client()
    refused = reader.get(EDITION)
    link = re.search(r'<a href="(\?sign-in=ko)">', refused.content.decode())
    assert refused.status_code == 404
    assert link is not None

    form = reader.get(EDITION + link[1], follow=True)
    wanted = re.search(r'name="next" value="([^"]+)"', form.content.decode())
    assert wanted is not None
    signed_in = reader.post(
        "/ko/sign-in/",
        {"username": "official", "password": settings.DEMO_PASSWORD, "next": wanted[1]},
        follow=True,
    )

    assert form.redirect_chain[0][0].startswith("/ko/sign-in/")
    assert signed_in.status_code == 200
    assert signed_in.request["PATH_INFO"] == EDITION


def test_the_tab_of_a_page_that_is_not_found_says_what_its_heading_says() -> None:
    page = lxml.html.fromstring(Client().get("/ko/nowhere/").content.decode())

    assert page.findtext(".//title").split(" | ") == page.xpath("//h1/span/text()")


def test_the_offer_is_the_same_for_an_address_that_does_not_exist(edition: Edition) -> None:
    answers = [
        Client().get(address + query)
        for query in ("", "?sign-in=en")
        for address in (EDITION, EDITION.replace("1.0", "9.9"))
    ]

    there, absent, way, no_way = answers
    assert there.content == absent.content
    assert way.status_code == no_way.status_code == 302
    assert way["Location"].replace("1.0", "9.9") == no_way["Location"]


def test_who_has_signed_in_is_not_told_to_sign_in(account: Any) -> None:
    reader = Client()
    reader.force_login(account("official"))

    for query in ("", "?sign-in=ko"):
        answer = reader.get(EDITION + query)
        assert answer.status_code == 404
        assert "sign-in" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/%2Felsewhere.example/x", "/ko/nowhere/" + "x" * 3000, "/nowhere"])
@pytest.mark.parametrize("language", ["ko", "xx", "//elsewhere.example", ""])
def test_no_address_leads_elsewhere(address: str, language: str, db: None) -> None:
    answer = Client().get(f"{address}?sign-in={language}", follow=True)

    assert all(step.startswith("/ko/sign-in/") for step, _status in answer.redirect_chain)
    assert 'name="next" value="//' not in answer.content.decode()


def test_who_has_signed_in_is_not_led_to_the_page_for_signing_in(account: Any) -> None:
    reader = Client(raise_request_exception=False)
    reader.force_login(account("official"))

    answer = reader.get("/ko/sign-in/?next=/ko/sign-in/")

    assert answer["Location"] == "/ko/"


def test_who_may_not_enter_signs_out_and_in_with_another_account(account: Any) -> None:
    reader = Client(enforce_csrf_checks=True)
    reader.force_login(account("official"))
    refused = reader.get("/admin/login/")
    page = refused.content.decode()
    form = re.search(r'<form id="sign-out-en" action="([^"]+)" method="post">(.*?)</form>', page, re.DOTALL)
    assert refused.status_code == 403
    assert form is not None
    assert 'form="sign-out-en">sign in with another account</button>' in page

    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form[2])
    assert token is not None
    answer = reader.post(form[1], {"csrfmiddlewaretoken": token[1]}, follow=True)

    assert answer.request["PATH_INFO"] == "/en/sign-in/"
    assert "_auth_user_id" not in reader.session


@pytest.mark.parametrize(
    ("language", "said"),
    [("ko", "로그아웃했습니다."), ("zh-hans", "您已退出登录。"), ("en", "You are signed out.")],
)
@pytest.mark.parametrize("way", ["/{}/sign-out/", "/admin/logout/"])
def test_who_signs_out_is_told_so_once_on_the_page_that_follows(
    account: Any, way: str, language: str, said: str
) -> None:
    reader = Client(headers={"accept-language": language})
    reader.force_login(account("approver"))

    follows = reader.post(way.format(language), follow=True)

    assert follows.request["PATH_INFO"] == f"/{language}/sign-in/"
    page = lxml.html.fromstring(follows.content)
    assert [message.text_content() for message in page.xpath("//*[@role='status']")] == [said]
    assert said not in reader.get(f"/{language}/sign-in/").content.decode()


@pytest.mark.parametrize(("name", "may"), [("item-editor", True), ("approver", True), ("official", False)])
def test_a_readers_page_leads_those_who_work_in_the_admin_to_it(account: Any, name: str, may: bool) -> None:
    reader = Client()
    reader.force_login(account(name))

    page = reader.get("/en/editions/").content.decode()

    assert ('<a href="/admin/">Editing</a>' in page) == may


def test_the_name_in_the_masthead_leads_to_the_account(account: Any) -> None:
    reader = Client()
    reader.force_login(account("official"))
    link = re.search(r'<a class="reader" href="([^"]+)"', reader.get("/en/editions/").content.decode())
    assert link is not None

    page = reader.get(link[1]).content.decode()

    assert "<h1>Your account</h1>" in page
    assert "You are signed in as official." in page


@pytest.mark.parametrize(
    ("browser", "chosen", "begins"),
    [
        ("en", "", "/zh-hans/"),
        ("de", "", "/zh-hans/"),
        ("en", "ko", "/ko/"),
    ],
)
def test_a_member_begins_in_the_agencys_language_or_in_the_one_chosen_on_the_page(
    browser: str, chosen: str, begins: str, db: None
) -> None:
    reader = Client(headers={"accept-language": browser})
    page = reader.get("/", follow=True)
    form = lxml.html.fromstring(page.content.decode())
    if chosen:
        link = form.xpath(f"//a[@hreflang='{chosen}']/@href")[0]
        page = reader.get(link)
        form = lxml.html.fromstring(page.content.decode())
    wanted = form.xpath("//input[@name='next']/@value")[0]
    password = {"username": "member-demo-embassy", "password": settings.DEMO_PASSWORD, "next": wanted}

    signed_in = reader.post(page.request["PATH_INFO"], password, follow=True)

    assert signed_in.redirect_chain == [(begins, 302)]
    assert reader.get("/", follow=True).redirect_chain == [("/zh-hans/", 302)]


def test_a_link_keeps_its_language_whoever_signs_in(db: None) -> None:
    password = {"username": "member-demo-embassy", "password": settings.DEMO_PASSWORD}

    signed_in = Client().post("/ko/sign-in/", password | {"next": "/ko/editions/"}, follow=True)

    assert signed_in.redirect_chain == [("/ko/editions/", 302)]


@pytest.mark.parametrize(("browser", "begins"), [("zh-CN", "/zh-hans/"), ("en-GB", "/en/"), ("de", "/ko/")])
def test_who_reads_for_no_agency_begins_in_the_browsers_language(
    browser: str, begins: str, account: Any
) -> None:
    reader = Client(headers={"accept-language": browser})

    anybody = reader.get("/")
    reader.force_login(account("official"))

    assert anybody["Location"] == reader.get("/")["Location"] == begins
    assert "Accept-Language" in anybody["Vary"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("ko", "로그아웃"), ("zh-hans", "退出"), ("en", "You are signed out.")],
)
def test_who_signs_out_of_the_admin_stays_in_the_accounts_language(
    account: Any, language: str, said: str
) -> None:
    user = account("item-editor")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client = Client(headers={"accept-language": "en" if language != "en" else "ko"})
    client.force_login(user)

    page = client.post("/admin/logout/", follow=True)

    assert page.redirect_chain[-1][0] == f"/{language}/sign-in/"
    assert said in page.content.decode()
    assert client.get("/admin/").status_code == 302


def test_a_session_ends_a_working_day_after_its_owner_signed_in_whatever_they_do() -> None:
    reader = Client()
    reader.post("/ko/sign-in/", {"username": "official", "password": settings.DEMO_PASSWORD})
    row = Session.objects.get(pk=reader.session.session_key)
    before = dict(reader.session)

    page = reader.get("/ko/account/second-factor/")  # keeps a new key for the code in the session

    assert page.status_code == 200
    assert dict(reader.session) != before
    assert Session.objects.get(pk=row.pk).expire_date == row.expire_date
    assert timedelta(hours=11) < row.expire_date - timezone.now() <= timedelta(hours=12)


@pytest.mark.parametrize(
    ("given", "family", "said"), [("길동", "홍", "홍길동"), ("明", "李", "李明"), ("Jane", "Doe", "Jane Doe")]
)
def test_the_masthead_says_a_name_as_its_owner_does(account: Any, given: str, family: str, said: str) -> None:
    reader, owner = Client(), account("official")
    owner.first_name, owner.last_name = given, family
    owner.save()
    reader.force_login(owner)

    page = lxml.html.fromstring(reader.get("/ko/editions/").content.decode())

    assert page.xpath("//a[@class='reader']/text()") == [said]
