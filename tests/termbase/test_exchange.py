"""The admin's page of term files: uploaded, previewed, taken over, or answered with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefings.termbase import files
from vocabulary.models import Term

pytestmark = pytest.mark.django_db


def _upload(client: Client, content: bytes, name: str = "terms.csv") -> str:
    answer = client.post(reverse("termbase-files"), {"file": SimpleUploadedFile(name, content)})
    return answer.content.decode()


def test_a_file_is_previewed_then_taken_over(client: Client) -> None:
    content = files.written(Term.objects.order_by("identifier"), "csv")
    changed = content.replace(b",smart city,", b",clever city,")

    page = _upload(client, changed)
    assert "clever city" in page
    assert not Term.objects.filter(preferred_en="clever city").exists()
    token, plan = (page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("token", "plan"))
    answer = client.post(reverse("termbase-take-over"), {"token": token, "plan": plan}, follow=True)

    assert Term.objects.get(identifier="T-13").preferred_en == "clever city"
    assert "still use the earlier name" in answer.content.decode()


def test_a_file_that_renames_many_terms_tells_it_once_and_leads_to_all_of_them(client: Client) -> None:
    terms = list(Term.objects.exclude(preferred_en="").order_by("identifier")[:25])
    rows = "".join(f"{term.identifier},Another name {at}\n" for at, term in enumerate(terms))
    page = _upload(client, f"id,en\n{rows}".encode())
    token, plan = (page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("token", "plan"))
    answer = client.post(reverse("termbase-take-over"), {"token": token, "plan": plan}, follow=True)

    shown = lxml.html.fromstring(answer.content.decode())
    (told,) = shown.xpath("//main//li[@class='warning' and a]")
    (address,) = told.xpath(".//a/@href")
    listed, asked = [], []
    client.get(address)  # what a process asks for once
    for number in (1, 2):
        with CaptureQueriesContext(connection) as queries:
            listed.append(client.get(address, {"p": number}).content.decode())
        asked.append(len(queries))

    assert "25 terms have a new name." in told.text_content()
    assert [page.count("→ <ins>Another name") for page in listed] == [20, 5]
    assert asked[0] == asked[1], "twenty terms cost the same queries as five"


def test_a_preview_shows_the_first_of_many_changes_and_says_how_many_there_are_more(client: Client) -> None:
    rows = "".join(f"X-{at},people,agreed,새 말 {at}\n" for at in range(203))

    page = lxml.html.fromstring(_upload(client, f"id,subject,status,ko\n{rows}".encode()))

    assert len(page.xpath("//section//th[@scope='row']")) == 200
    assert "203 new, 0 changed" in page.text_content()
    assert "3 more terms would change, or be new." in page.text_content()


def test_a_preview_that_the_termbase_has_outrun_is_not_taken_over(client: Client) -> None:
    content = files.written(Term.objects.order_by("identifier"), "csv")
    page = _upload(client, content.replace(b",smart city,", b",clever city,"))
    token, plan = (page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("token", "plan"))
    Term.objects.filter(identifier="T-13").update(preferred_en="wise city")

    answer = client.post(reverse("termbase-take-over"), {"token": token, "plan": plan}, follow=True)

    assert "has changed since the preview" in answer.content.decode()
    assert Term.objects.get(identifier="T-13").preferred_en == "wise city"


def test_a_file_that_has_become_wrong_since_its_preview_is_not_said_to_be_taken_over(client: Client) -> None:
    other = Term.objects.exclude(identifier="T-13").first()
    page = _upload(client, f"id,en\nT-13,clever city\n{other.identifier},{other.preferred_en}\n".encode())
    token, plan = (page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("token", "plan"))
    other.delete()  # its row would now add a term with an English name alone

    answer = client.post(reverse("termbase-take-over"), {"token": token, "plan": plan}, follow=True)

    assert "The terms were taken over" not in answer.content.decode()
    assert "Nothing was changed: upload the file again" in answer.content.decode()
    assert not Term.objects.filter(preferred_en="clever city").exists()


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"x" * 6_000_000, "terms.csv", "larger than 5 MB"),
        (b"id,ko\nX-1,\n", "terms.csv", "Row 2, column ko"),
        (b"%PDF-1.7", "terms.pdf", "neither a CSV nor a TBX"),
    ],
)
def test_a_wrong_file_is_answered_with_a_sentence(
    client: Client, content: bytes, name: str, says: str
) -> None:
    assert says in _upload(client, content, name)


def test_terms_are_changed_only_by_those_who_may(client: Client, account: Callable[[str], Any]) -> None:
    client.force_login(account("approver"))

    assert client.get(reverse("termbase-files")).status_code == 200
    assert client.post(reverse("termbase-files"), {}).status_code == 302
    assert client.post(reverse("termbase-take-over"), {"token": "0" * 64}).status_code == 302
    client.force_login(account("official"))
    assert client.get(reverse("termbase-export", args=["csv"])).status_code == 302


def test_a_file_without_its_forms_token_is_refused(account: Callable[[str], Any]) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(account("briefing-editor"))

    answer = strict.post(reverse("termbase-files"), {"file": SimpleUploadedFile("terms.csv", b"id,ko\n")})

    assert answer.status_code == 403
