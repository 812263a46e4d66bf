"""Whatever is sent to whatever address, the answer is a refusal or a page, and never a fault of the portal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client

from briefings.models import Briefing, Edition, Rendition
from tests.briefings.editions import make_files, seal_sample
from tests.leaks.addresses import Route, routes

pytestmark = pytest.mark.django_db

ODD = ("\x00", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "é\u202e🚀", "-1", "x" * 100_000)
ODD_QUERIES = (
    "%00",
    "digest=%00",
    "digest=" + "%00" * 64,
    "digest=" + "%ef%bc%91" * 64,
    "digest=" + "a" * 100_000,
    "q=%00",
    "q=" + quote("한" * 30_000),
    "q=%ed%a0%80%ff'%22%5c:*%26!|()",
    "q=" + "a " * 5_000,
    "page=%00",
    "page=-1",
    "page=" + "9" * 400,
    "next=%00",
    "next=//evil.example",
    "next=" + "a" * 100_000,
    "language=%00",
    "&".join(f"a{n}=1" for n in range(3_000)),
    "digest[]=1&digest=2&q[]=1",
    "%ff%fe=%ff",
)
READERS = [route for route in routes() if not route.in_admin]
# the longest address that gunicorn reads at all
LONGEST = 4_000


def ask(client: Client, method: str, address: str, **more: Any) -> Any:
    with transaction.atomic():
        return getattr(client, method)(address, **more)


def signed_in(account: Any, name: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(account(name))
    return client


def filled(route: Route, odd: str) -> Iterator[str]:
    """The route with one odd argument, the others as they should be."""
    usual = {
        "slug": "2025-11",
        "audience": "partner",
        "number": "1.0",
        "item": "korean-air-archer-evtol",
        "filename": "ko.pdf",
        "rest": "editions/",
    }
    for name in route.arguments:
        yield route.filled("en", **(usual | {name: quote(odd[:LONGEST], safe="")}))


@pytest.mark.parametrize("name", [None, "official", "administrator"])
def test_no_query_and_no_address_makes_a_readers_page_fail(account: Any, name: str | None) -> None:
    make_files(seal_sample("partner"), formats=("pdf",), languages=["ko"])
    client = signed_in(account, name) if name else Client(raise_request_exception=False)
    failed = []

    for route in READERS:
        usual = route.filled(
            "en",
            slug="2025-11",
            audience="partner",
            number="1.0",
            item="korean-air-archer-evtol",
            filename="ko.pdf",
            rest="editions/",
        )
        for query in ODD_QUERIES if not route.arguments else ODD_QUERIES[:3]:
            answer = ask(client, "get", f"{usual}?{query}")
            if answer.status_code >= 500:
                failed.append(f"GET {usual}?{query[:60]}: {answer.status_code}")
        for odd in ODD:
            for address in filled(route, odd):
                answer = ask(client, "get", address)
                if answer.status_code not in (400, 404) and route.name:
                    failed.append(f"GET {address[:200]}: {answer.status_code}")

    assert failed == []


def test_no_body_makes_a_readers_page_fail(account: Any) -> None:
    client = Client(raise_request_exception=False)
    failed = []

    for route in READERS:
        address = route.filled(
            "en", slug="2025-11", audience="full", number="1.0", item="x", filename="ko.pdf", rest="editions/"
        )
        for method in ("post", "put", "patch", "delete", "options", "trace"):
            for content_type in (
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/json",
            ):
                more = (
                    {} if method == "trace" else {"data": b"\x00\xff%00=" * 99, "content_type": content_type}
                )
                answer = ask(client, method, address, **more)
                if answer.status_code >= 500:
                    failed.append(f"{method} {address}: {answer.status_code}")

    assert failed == []


@pytest.mark.parametrize("username", ["\x00", "official\x00", "x" * 200_000, "‮🚀", ""])
@pytest.mark.parametrize("password", ["\x00", "비" * 200_000])
def test_signing_in_with_odd_names_is_refused_in_the_form(account: Any, username: str, password: str) -> None:
    client = Client(raise_request_exception=False)

    answer = ask(client, "post", "/en/sign-in/", data={"username": username, "password": password})

    assert answer.status_code == 200
    assert "sessionid" not in client.cookies


@pytest.mark.parametrize("name", ["\x00", "x" * 200_000])
def test_signing_in_to_the_admin_with_odd_names_is_refused_in_the_form(name: str, db: None) -> None:
    client = Client(raise_request_exception=False)

    answer = ask(client, "post", "/admin/login/", data={"username": name, "password": "x"})

    assert answer.status_code in (200, 302)
    assert "sessionid" not in client.cookies


def _desk_addresses(edition: Edition) -> dict[str, str]:
    briefing, rendition = edition.briefing_id, edition.renditions.first().pk
    return {
        "desk": f"/admin/briefings/{briefing}/desk/",
        "progress": f"/admin/briefings/{briefing}/desk/progress/",
        "assemble": f"/admin/briefings/{briefing}/desk/assemble/",
        "approve": f"/admin/briefings/editions/{edition.pk}/approve/",
        "refuse": f"/admin/briefings/editions/{edition.pk}/refuse/",
        "release": f"/admin/briefings/editions/{edition.pk}/release/",
        "withdraw": f"/admin/briefings/editions/{edition.pk}/withdraw/",
        "make-again": f"/admin/briefings/renditions/{rendition}/make-again/",
    }


@pytest.mark.parametrize(
    "odd", ["\x00", "", "-1", "9" * 40, "x" * 100_000, "9999-99-99 99:99", "nobody\udcff"]
)
def test_the_desk_answers_odd_fields_with_a_message(account: Any, odd: str) -> None:
    edition = seal_sample("partner")
    make_files(edition, formats=())
    odd = odd.encode("utf-8", "replace").decode()
    client = signed_in(account, "administrator")
    pk = edition.pk
    fields = {
        "audiences": [odd, "partner"],
        "number_step": odd,
        f"e{pk}-at": odd,
        f"e{pk}-agencies": [odd, "1"],
        f"e{pk}-public": odd,
        f"w{pk}-reason": odd if odd.strip("\x00") == "" else "",
        "note": odd,
    }
    failed = []

    for name, address in _desk_addresses(edition).items():
        for data in ({}, fields):
            answer = ask(client, "post", address, data=data)
            expected = (405,) if name in ("desk", "progress") else (302,)
            if answer.status_code not in expected:
                failed.append(f"POST {address}: {answer.status_code}")

    assert failed == []
    assert not hasattr(Edition.objects.get(pk=pk), "release")
    assert ask(client, "get", _desk_addresses(edition)["desk"]).status_code == 200


def test_a_wrong_method_or_a_number_of_nothing_is_refused_at_the_desk(account: Any) -> None:
    edition = seal_sample("partner")
    client = signed_in(account, "administrator")

    for name, address in _desk_addresses(edition).items():
        expected = 200 if name in ("desk", "progress") else 405
        assert ask(client, "get", address).status_code == expected, address
        for number in ("0", "99999999", "9" * 30):
            nothing = address.replace(f"/{edition.briefing_id}/", f"/{number}/")
            nothing = nothing.replace(f"/{edition.pk}/", f"/{number}/")
            nothing = nothing.replace(f"/{edition.renditions.first().pk}/", f"/{number}/")
            for method in ("get", "post"):
                assert ask(client, method, nothing).status_code in (404, 405), nothing
        for query in ODD_QUERIES:
            assert ask(client, "get", f"{address}?{query}").status_code == expected, query[:60]


def test_a_body_larger_than_the_portal_takes_is_refused(account: Any) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    client = signed_in(account, "administrator")

    answer = ask(
        client, "post", f"/admin/briefings/{briefing.pk}/desk/assemble/", data={"audiences": "x" * 3_000_000}
    )

    assert answer.status_code in (302, 400, 413)
    assert not Rendition.objects.exists()
