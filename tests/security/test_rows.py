"""A form is taken at the rows that it sent, not at those it claims to have."""

from __future__ import annotations

from typing import Any

import pytest
from django.forms import IntegerField
from django.test import Client

from config.rows import TooManyRows, check_rows
from projects.models import CooperationItem
from tests.projects.test_odd_forms import ITEM, Form, address_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(account: Any) -> Form:
    client = Client(raise_request_exception=False)
    client.force_login(account("item-editor"))
    return Form(client, address_of(ITEM))


def _claiming(form: Form, prefix: str, rows: str) -> list[tuple[str, str]]:
    return [(name, rows if name == f"{prefix}-TOTAL_FORMS" else value) for name, value in form.fields]


@pytest.mark.parametrize("rows", ["2000", "1001", "12", "9" * 400])
def test_a_form_that_claims_rows_it_did_not_send_is_refused_with_a_page_that_says_so(
    form: Form, rows: str
) -> None:
    revision = CooperationItem.objects.get(slug=ITEM).latest_revision_id

    answer = form.send(_claiming(form, "figures", rows))

    assert answer.status_code == 400
    for heading in ("행이 너무 많거나", "表单行数过多", "The form has too many rows"):
        assert heading in answer.content.decode()
    assert CooperationItem.objects.get(slug=ITEM).latest_revision_id == revision


def test_a_form_as_the_browser_sends_it_is_saved(form: Form) -> None:
    assert form.send(form.fields).status_code == 302


def test_a_number_of_rows_that_is_no_number_is_left_to_the_form(form: Form) -> None:
    answer = form.send(_claiming(form, "figures", "many"))

    assert answer.status_code == 200


def test_as_many_rows_as_a_form_may_have_are_taken_and_not_one_more() -> None:
    rows = [(f"figures-{number}-key", "x") for number in range(1_001)]

    check_rows([("figures-TOTAL_FORMS", "1000"), *rows], most=1_000)
    with pytest.raises(TooManyRows):
        check_rows([("figures-TOTAL_FORMS", "1001"), *rows], most=1_000)


@pytest.mark.parametrize("rows", ["1_001", "+1001", " 1001.0 ", "0000000001001", "１００１"])
def test_a_number_counts_however_django_takes_it(rows: str) -> None:
    assert IntegerField().clean(rows) == 1_001

    with pytest.raises(TooManyRows):
        check_rows([("figures-TOTAL_FORMS", rows)], most=1_000)


def test_fewer_than_no_rows_of_one_kind_make_no_room_for_another() -> None:
    rows = [(f"figures-{number}-key", "x") for number in range(1_001)]

    with pytest.raises(TooManyRows):
        check_rows([("figures-TOTAL_FORMS", "1001"), ("sources-TOTAL_FORMS", "-1"), *rows], most=1_000)


def test_rows_of_all_kinds_count_together_and_rows_inside_rows_too() -> None:
    rows = [("a-0-text", "x"), ("a-0-b-0-text", "x"), ("a-0-b-1-text", "x")]
    claims = [("a-TOTAL_FORMS", "1"), ("a-0-b-TOTAL_FORMS", "2")]

    check_rows([*claims, *rows], most=3)
    with pytest.raises(TooManyRows):
        check_rows([*claims, *rows], most=2)
