"""What nobody means is refused in the admin as what it is, and what is wrong with the portal stays an error."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import DataError, transaction
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse
from django.utils.datastructures import MultiValueDictKeyError

from config.refused_values import is_explained
from projects.models import CooperationItem
from tests.leaks.addresses import routes
from tests.projects.test_odd_forms import ITEM, Form, address_of, errors_of

pytestmark = pytest.mark.django_db

HUGE = "9" * 30
API = "/admin/api/main/pages/"
TERMS = "/admin/snippets/choose/vocabulary/term/"


@pytest.fixture
def client(account: Any) -> Client:
    made = Client(raise_request_exception=False)
    made.force_login(account("administrator"))
    return made


def ask(client: Client, method: str, address: str, **more: Any) -> Any:
    with transaction.atomic():
        return getattr(client, method)(address, **more)


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("get", f"{API}?locale=%00"),
        ("get", f"{API}?search=%00"),
        ("get", f"{API}?search=a&search_operator=x"),
        ("get", f"{API}find/?id=x"),
        ("get", "/admin/choose-page/?target_pages[]=x"),
        ("get", "/admin/choose-page/chosen-multiple/?id=%00"),
        ("get", "/admin/choose-page/chosen-multiple/?id="),
        ("get", "/admin/choose-external-link/?parent_page_id=x"),
        ("get", f"{TERMS}chosen-multiple/?id=%00"),
        ("get", f"{TERMS}chosen-multiple/?id=x"),
        ("get", f"{TERMS}chosen/%00/"),
        ("get", "/admin/tag-autocomplete/?term=%00"),
        ("get", "/admin/bulk/wagtailcore/page/delete/?id=²"),
        ("post", "/admin/editing-sessions/ping/projects/cooperationitem/x/1/"),
        ("patch", "/admin/dismissibles/"),
        ("post", "/admin/languages/check/"),
    ],
)
def test_nonsense_is_refused_in_three_languages_or_by_a_script_s_answer(
    client: Client, method: str, address: str
) -> None:
    answer = ask(client, method, address)

    assert answer.status_code == 400
    if answer["Content-Type"].startswith("text/html"):
        for language in ("ko", "zh-hans", "en"):
            assert f'<p lang="{language}">' in answer.content.decode()


@pytest.mark.parametrize("body", [b"[]", b'"x"', b"\xff", b'{"\\u0000": true}', b'{"a":' * 9_999])
def test_hints_are_dismissed_by_an_object_that_can_be_kept(client: Client, body: bytes) -> None:
    dismiss = {"data": body, "content_type": "application/json"}
    assert ask(client, "patch", "/admin/dismissibles/", **dismiss).status_code == 400

    dismiss["data"] = b'{"help": true}'
    assert ask(client, "patch", "/admin/dismissibles/", **dismiss).json() == {"help": True}


@pytest.mark.parametrize("address", ["failwhale/", "test404/", "snippets/choose/vocabulary/term/create/"])
def test_what_wagtail_has_and_the_portal_has_not_is_not_found(client: Client, address: str) -> None:
    for method in ("get", "post"):
        assert ask(client, method, f"/admin/{address}").status_code == 404


def test_a_link_without_an_address_is_refused_in_its_form(client: Client) -> None:
    answer = ask(client, "post", "/admin/choose-external-link/")

    assert answer.status_code == 200
    assert "error-message" in answer.json()["html"]


def test_a_page_is_taken_back_also_where_the_next_one_is_no_address(client: Client) -> None:
    page = CooperationItem.objects.get(slug=ITEM)

    answer = ask(client, "post", reverse("wagtailadmin_pages:unpublish", args=[page.pk]), data={"next": "x"})

    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/")


# forms ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("time", ["0001-01-01", "0001-01-01 08:00"])
def test_a_time_before_the_calendar_begins_is_refused_at_its_field(client: Client, time: str) -> None:
    form = Form(client, address_of(ITEM))
    fields = [(name, value) for name, value in form.fields if name != "go_live_at"]

    answer = form.send([*fields, ("go_live_at", time)])

    assert answer.status_code == 200
    assert len(errors_of(answer)) == 1


@pytest.mark.parametrize("page", ["1", "99999"], ids=["the root", "none"])
def test_a_page_that_stands_beside_no_other_is_put_in_no_order(client: Client, page: str) -> None:
    assert client.post(f"/admin/pages/{page}/set_position/").status_code == 404


def test_a_page_may_stay_until_the_calendar_ends(client: Client) -> None:
    form = Form(client, address_of(ITEM))
    fields = [(name, value) for name, value in form.fields if name != "expire_at"]

    answer = form.send([*fields, ("expire_at", "9999-12-31 23:59")])

    assert answer.status_code == 302
    address = reverse("wagtailadmin_explore", args=[CooperationItem.objects.get(slug=ITEM).get_parent().pk])
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "key", ["x", "\x00", HUGE, "9" * 5000, "²", "OTHER"], ids=lambda key: ascii(key)[:20]
)
def test_a_row_that_is_not_the_pages_is_refused(client: Client, key: str) -> None:
    form = Form(client, address_of(ITEM))
    other = CooperationItem.objects.exclude(slug=ITEM).filter(sources__isnull=False).first()
    before = list(other.sources.values("pk", "publisher_ko", "item"))
    key = str(before[0]["pk"]) if key == "OTHER" else key

    answer = form.send([(name, key if name == "sources-0-id" else value) for name, value in form.fields])

    assert answer.status_code in (200, 400)
    assert list(other.sources.values("pk", "publisher_ko", "item")) == before


# all addresses ----------------------------------------------------------------------------------------


def test_no_word_in_an_address_of_the_admin_makes_it_fail(client: Client) -> None:
    failed = []
    of_a_kind = re.compile(r"snippets/(?:choose/)?(?!vocabulary/term/)")

    for route in routes():
        words = re.findall(r"<(?:str:|slug:)?(\w+)>", route.text)
        if not route.in_admin or of_a_kind.search(route.text):
            continue
        for word in words:
            for odd in ("x", "%00"):
                usual = dict.fromkeys(route.arguments, "1")
                usual |= {"app_label": "vocabulary", "model_name": "term", "label": "vocabulary.term"}
                address = route.filled("en", **(usual | {word: odd}))
                for method in ("get", "post")[: 1 + (odd == "x")]:
                    status = ask(client, method, address).status_code
                    if status >= 500:
                        failed.append(f"{method} {address}: {status}")

    assert failed == []


# faults of our own ------------------------------------------------------------------------------------


def failing(error: Exception, asked: str = "a=x&b=1") -> bool:
    return is_explained(error, RequestFactory().get(f"/?{asked}"))


@pytest.mark.parametrize(
    "error",
    [
        ValueError("Field 'id' expected a number but got 'y'."),
        ValueError("Field 'id' expected a number but got None."),
        ValueError("invalid literal for int() with base 10: 'xx'"),
        ValueError("x"),
        OverflowError("date value out of range"),
        KeyError("a"),
        ZeroDivisionError(),
    ],
    ids=str,
)
def test_what_was_not_sent_is_a_fault_of_the_portal(error: Exception) -> None:
    assert not failing(error)


def test_an_empty_field_of_a_form_explains_no_fault_of_the_portals() -> None:
    no_number = ValueError("invalid literal for int() with base 10: ''")
    no_address = NoReverseMatch("Reverse for 'x' with arguments '('',)' not found.")
    form = RequestFactory().post("/", {"headline_en": ""})

    assert not is_explained(no_number, form)
    assert not is_explained(no_address, form)
    assert failing(no_number, "id=")
    assert not failing(no_address, "id=")


def test_a_number_that_no_column_holds_explains_what_the_database_refuses() -> None:
    with pytest.raises(DataError) as refused, transaction.atomic():
        list(CooperationItem.objects.all()[int(HUGE) :])

    assert failing(refused.value, f"offset={HUGE}")
    assert not failing(refused.value)


def test_what_was_sent_explains_what_it_leads_to() -> None:
    assert failing(ValueError("Field 'id' expected a number but got 'x'."))
    assert failing(ValueError("invalid literal for int() with base 10: 'x'"))
    assert failing(OverflowError("Python int too large"), f"a={HUGE}")
    with pytest.raises(MultiValueDictKeyError) as missing:
        QueryDict("a=1")["c"]
    assert failing(missing.value)
