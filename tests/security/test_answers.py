"""What every answer says to browsers and to caches on the way."""

from __future__ import annotations

import gzip
from typing import Any
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page

from briefings.editions import release
from briefings.models import Briefing, Edition
from languages.trilingual import Trilingual
from tests.briefings.editions import make_files, release_now, seal_sample
from tests.security.addresses import every_address

pytestmark = pytest.mark.django_db

# icons and texts of the interface, the same for everybody
_OF_THE_INTERFACE = ("/admin/sprite/", "/admin/jsi18n/")


def reader(account: Any, name: str | None) -> Client:
    client = Client(raise_request_exception=False)
    if name:
        client.force_login(account(name))
    return client


def page(edition: Edition, language: str = "en") -> str:
    return f"/{language}/editions/{edition.briefing.slug}/{edition.audience}/{edition.number}/"


def policy(answer: HttpResponse) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";"))
    return {name: values for name, _space, values in parts}


@pytest.mark.parametrize("name", [None, "member-demo-embassy", "official", "briefing-editor"])
def test_no_answer_may_be_kept_by_a_shared_cache_whoever_asks(account: Any, name: str | None):
    edition = seal_sample("presidential")
    release_now(edition, approver=account("approver"))
    values = {
        "slug": "2025-11",
        "audience": "presidential",
        "number": "1.0",
        "filename": "ko.pdf",
        "item": "korean-air-archer-evtol",
        "page_id": str(Briefing.objects.get(slug="2025-11").pk),
        "app_label": "vocabulary",
        "model_name": "term",
    }
    addresses = list(every_address(values))
    client = reader(account, name)

    answers = {address: client.get(address) for address in addresses}

    assert len(answers) > 150
    for address, answer in answers.items():
        caching = answer.get("Cache-Control", "")
        if address in _OF_THE_INTERFACE:
            continue
        assert "private" in caching or "no-store" in caching, f"{address}: {caching!r}"
        assert "public" not in caching, address
        assert answer["X-Content-Type-Options"] == "nosniff", address
        assert answer["Referrer-Policy"] == "same-origin", address
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin", address
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin", address
        assert "camera=()" in answer["Permissions-Policy"], address
        if not address.startswith("/admin/"):
            assert "unsafe" not in answer["Content-Security-Policy"], address
    if name is None:
        assert not [address for address, answer in answers.items() if "2025-11" in answer.content.decode()]


def test_a_public_edition_may_be_kept_if_the_cache_asks_each_time(account: Any):
    edition = seal_sample("partner")
    make_files(edition, formats=("pdf",), languages=["en"])
    release_now(edition, approver=account("approver"), public=True)

    anyone = Client()
    addresses = [page(edition), page(edition) + "items/korean-air-archer-evtol/", page(edition) + "en.pdf"]
    first = [anyone.get(address) for address in addresses]
    again = [
        anyone.get(address, headers={"If-None-Match": answer["ETag"]})
        for address, answer in zip(addresses, first, strict=True)
    ]

    assert [answer.status_code for answer in first] == [200, 200, 200]
    assert {answer["Cache-Control"] for answer in first} == {"public, no-cache"}
    assert all("Cookie" in answer["Vary"] for answer in first)
    assert [answer.status_code for answer in again] == [304, 304, 304]


def test_a_public_edition_shown_to_somebody_who_signed_in_is_theirs_alone(account: Any):
    edition = seal_sample("partner")
    make_files(edition, formats=("pdf",), languages=["en"])
    release_now(edition, approver=account("approver"), public=True)
    client = reader(account, "official")

    assert client.get(page(edition))["Cache-Control"] == "private, no-store"
    assert client.get(page(edition) + "en.pdf")["Cache-Control"] == "private, no-cache"


def test_a_withdrawn_public_edition_is_not_confirmed_to_a_cache_that_kept_it(account: Any):
    edition = seal_sample("partner")
    make_files(edition, formats=("pdf",), languages=["ko"])
    release_now(edition, approver=account("approver"), public=True)
    kept = {address: Client().get(address)["ETag"] for address in (page(edition), page(edition) + "ko.pdf")}
    release.withdraw(edition=edition, by=account("approver"), reason=Trilingual(ko="수치 재확인"))

    answers = [
        Client().get(address, headers={"If-None-Match": etag}).status_code for address, etag in kept.items()
    ]

    assert answers == [410, 410]


def test_readers_pages_run_no_text_as_code_and_admin_pages_load_nothing_from_elsewhere(account: Any):
    reading = policy(Client().get("/en/sign-in/"))
    editing = policy(reader(account, "briefing-editor").get("/admin/"))

    assert reading["require-trusted-types-for"] == "'script'"
    assert reading["trusted-types"] == "'none'"
    assert reading["default-src"] == "'none'"
    assert "unsafe" not in " ".join(reading.values())
    for directive in editing.values():
        assert "http" not in directive
        assert "*" not in directive
    assert editing["object-src"] == "'none'"


def test_no_other_site_may_read_even_a_style_sheet():
    answer = Client().get("/static/css/portal.css")

    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_admins_pages_come_compressed_and_readers_pages_do_not(account: Any):
    client = reader(account, "briefing-editor")
    takes = {"headers": {"accept-encoding": "gzip, deflate, br"}}
    plain = client.get("/admin/account/").content

    answer = client.get("/admin/account/", **takes)

    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    assert len(answer.content) * 4 < len(plain)
    assert answer.content[3] & 8  # gzip's flag for a file's name: here bytes that are other ones each time
    assert b"</html>" in gzip.decompress(answer.content)
    assert "Content-Encoding" not in client.get("/en/", follow=True, **takes)


def test_a_file_opened_in_the_browser_can_run_nothing(account: Any):
    edition = seal_sample("presidential")
    make_files(edition, languages=["en"])
    release_now(edition, approver=account("approver"))
    client = reader(account, "official")

    html = client.get(page(edition) + "en.html")

    assert html["Content-Disposition"].startswith("attachment")
    assert policy(html)["default-src"] == "'none'"
    assert "sandbox" in policy(html)
    assert client.get(page(edition) + "en.pdf")["X-Content-Type-Options"] == "nosniff"


def test_a_file_says_its_own_name_and_language_whatever_they_are(account: Any):
    Page.objects.filter(slug="2025-11").update(slug="제11호")
    edition = seal_sample("presidential", slug="제11호")
    make_files(edition, languages=["ko"])
    release_now(edition, approver=account("approver"))
    client = reader(account, "official")
    named = quote("molit-제11호-presidential-1.0-ko")

    for kind, disposition in (("pdf", "inline"), ("html", "attachment")):
        answer = client.get(page(edition) + f"ko.{kind}")
        assert answer["Content-Disposition"] == f"{disposition}; filename*=utf-8''{named}.{kind}"
        assert answer["Content-Language"] == "ko"


@pytest.mark.parametrize(
    ("status", "ask"),
    [
        (400, lambda: Client(headers={"host": "elsewhere.example"}).get("/en/")),
        (403, lambda: Client(enforce_csrf_checks=True).post("/en/sign-in/", {"username": "a"})),
        (404, lambda: Client().get("/en/nowhere/")),
        (413, lambda: Client().post("/en/sign-in/", {"username": "a" * (11 * 1024 * 1024)})),
    ],
)
def test_a_refusal_says_what_to_do_in_three_languages(status: int, ask: Any):
    answer = ask()

    said = answer.content.decode()
    assert answer.status_code == status
    for language in ("ko", "zh-hans", "en"):
        assert f'<p lang="{language}">' in said
    assert "Traceback" not in said
    assert "<script" not in said
    assert answer["Cache-Control"] == "private, no-store"
    assert "'unsafe-inline'" not in answer["Content-Security-Policy"]


def test_a_fault_of_the_portal_says_so_in_three_languages(account: Any, monkeypatch: pytest.MonkeyPatch):
    from briefings.readers import views

    monkeypatch.setattr(views.access, "readable_editions", lambda *_args, **_more: 1 / 0)

    answer = reader(account, "official").get("/en/editions/")

    assert answer.status_code == 500
    assert "잠시 후" in answer.content.decode()
    assert "请稍后" in answer.content.decode()
    assert "ZeroDivisionError" not in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
