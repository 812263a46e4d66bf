"""What editors paste into the form of a page: kept, or refused in the form, and never a fault of the portal."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from itertools import cycle
from typing import Any
from urllib.parse import urlencode

import lxml.html
import msgspec
import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from briefings.models import Briefing
from briefings.rendering.files import rendered
from projects.models import CooperationItem
from tests.briefings.editions import findings_of, make_files, seal_sample
from tests.projects.odd_texts import ODD_TEXTS
from tests.rendering.extraction import pages_of_pdf
from tests.unchanged import is_unchanged, visitor

pytestmark = pytest.mark.django_db
ITEM = "korean-air-archer-evtol"


@pytest.fixture
def client(account: Any) -> Client:
    made = Client(raise_request_exception=False)
    made.force_login(account("administrator"))
    return made


class Read(msgspec.Struct, frozen=True):
    """What a browser finds in a page's form."""

    fields: list[tuple[str, str]]
    free: set[str]
    rich: set[str]


_read_before: dict[tuple[object, ...], Read] = {}


def _read(client: Client, address: str) -> Read:
    """The form at an address. To get one takes a second, so that of the sample is asked for once by each account."""
    asked = *visitor(client), address
    unchanged = is_unchanged()
    if unchanged and asked in _read_before:
        return _read_before[asked]
    answer = client.get(address)
    assert answer.status_code == 200
    read = _read_from(lxml.html.fromstring(answer.content.decode()))
    if unchanged:
        _read_before[asked] = read
    return read


def _read_from(page: Any) -> Read:
    form = next(
        form
        for form in page.forms
        if form.get("id") == "page-edit-form" or form.get("novalidate") is not None
    )
    fields = [(name, value) for name, value in form.form_values() if name and value is not None]
    # the keys of rows that the database does not hold yet
    fields += [(field.name, "") for field in form.xpath(".//input[@type='hidden'][@name][not(@value)]")]
    free = {
        field.get("name")
        for field in form.inputs
        if field.get("name")
        and (field.tag == "textarea" or field.get("type") in ("text", None, "url"))
        and not field.get("name").endswith(("_date", "-date", "go_live_at", "expire_at"))
    }
    return Read(fields, free, {name for name, value in fields if _is_rich(value)})


class Form:
    """A page's form as a browser would send it."""

    def __init__(self, client: Client, address: str) -> None:
        self.client, self.address = client, address
        read = _read(client, address)
        self.fields, self.free, self.rich = list(read.fields), set(read.free), set(read.rich)

    def typed(self, texts: list[str], *, only: str = "") -> list[tuple[str, str]]:
        """The fields with one of `texts` behind each free text, by turns; or only where the name holds `only`."""
        turns = cycle(texts)
        typed = []
        for name, value in self.fields:
            if only not in name:
                typed.append((name, value))
            elif name in self.rich:
                typed.append((name, _rich(next(turns))))
            elif only or (name in self.free and any(part in name for part in TEXTS)):
                typed.append((name, f"{value} {next(turns)}"))
            else:
                typed.append((name, value))
        return typed

    def note_saved(self, kept: dict[str, Any]) -> None:
        """What static/admin/saving.js notes in a form that has saved itself."""
        noted = {
            "loaded_revision_id": str(kept["revision_id"]),
            "loaded_revision_created_at": kept["revision_created_at"],
        }
        self.fields = [(name, noted.get(name, value)) for name, value in self.fields]

    def send(self, fields: list[tuple[str, str]]) -> Any:
        with transaction.atomic():
            return self.client.post(
                self.address,
                urlencode([*fields, ("action-publish", "action-publish")], errors="surrogatepass"),
                content_type="application/x-www-form-urlencoded",
            )


TEXTS = (
    "headline", "summary", "place", "message", "text", "sentence", "point", "actor", "action", "label", "literal",
    "note", "publisher", "title", "name", "aircraft", "exclusivity", "operator", "certification", "conclusion",
    "recipient", "officer", "why_now", "claim", "gap", "bridge", "interest", "reason",
)  # fmt: skip


def _is_rich(value: str) -> bool:
    return value.startswith("{") and '"blocks"' in value


def _rich(text: str) -> str:
    """A rich text of one paragraph as the editor's browser sends it: JSON, in which anything can be written."""
    block = {
        "key": "a", "type": "unstyled", "depth": 0, "text": text, "inlineStyleRanges": [], "entityRanges": [],
    }  # fmt: skip
    return json.dumps({"blocks": [block], "entityMap": {}})


def form_of(client: Client, slug: str) -> Form:
    return Form(client, address_of(slug))


def address_of(slug: str) -> str:
    page = CooperationItem.objects.filter(slug=slug).first() or Briefing.objects.get(slug=slug)
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_odd_text_in_every_field_of_the_forms_ends_in_an_edition_that_does_no_harm(client: Client) -> None:
    texts = list(ODD_TEXTS.values())
    for slug in (ITEM, "2025-11"):
        form = Form(client, address_of(slug))
        answer = form.send(form.typed(texts))
        assert answer.status_code == 302, errors_of(answer)
    item = CooperationItem.objects.get(slug=ITEM)
    assert any(text in item.summary_ko for text in texts)

    found = findings_of(Briefing.objects.get(slug="2025-11"), ("full",), date(2025, 11, 6))
    edition = seal_sample("full")
    make_files(edition)

    changes = {finding.code for finding in found if finding.place.slug in (ITEM, "2025-11")}
    assert changes >= {"characters-removed", "characters-replaced", "looks-like-code"}
    files = list(edition.renditions.all())
    assert [file.error for file in files if file.state != "ready"] == []
    address = f"/ko/editions/2025-11/full/{edition.number}/"
    pages = [client.get(address), client.get(f"{address}items/{ITEM}/")]
    pages += [client.get(address.replace("/ko/", "/en/"))]
    for page in (*(page.content.decode() for page in pages), *(_html(file) for file in files)):
        assert_harmless(page)
    for file in files:
        if file.format == "pdf":
            with file.file.open("rb") as stored:
                assert_harmless_pdf(stored.read())


def _html(file: Any) -> str:
    if file.format != "html":
        return "<p></p>"
    with file.file.open("rb") as stored:
        return str(stored.read().decode())


def assert_harmless(page: str) -> None:
    """No script but the portal's own, no handler, no address but those that a reader may follow."""
    tree = lxml.html.fromstring(page)
    assert [script.text for script in tree.iter("script") if script.text] == []
    for element in tree.iter():
        for name, value in element.items():
            assert not name.startswith("on"), f"{element.tag} {name}"
            if name in ("href", "src", "action") and element.tag != "link":
                assert not re.match(r"\s*(javascript|data|vbscript|file):", value), value
    assert not set(page) & set("\x00\x07\x1b\u202e\u200b\ufeff")
    assert "root:x:0:0" not in page
    assert "{{ settings.SECRET_KEY }}" in page or "{{" not in page


def assert_harmless_pdf(content: bytes) -> None:
    reader = PdfReader(io.BytesIO(content))
    links = [
        str(note.get_object().get("/A", {}).get("/URI", ""))
        for page in reader.pages
        for note in page.get("/Annots", [])
    ]
    assert [link for link in links if link and not link.startswith(("http://", "https://", "mailto:"))] == []
    assert "/JavaScript" not in str(reader.trailer["/Root"])
    assert "root:x:0:0" not in "".join(pages_of_pdf(content))


def errors_of(answer: Any) -> list[str]:
    tree = lxml.html.fromstring(answer.content.decode())
    return [element.text_content().strip() for element in tree.find_class("error-message")]


@pytest.mark.parametrize("slug", [ITEM, "2025-11"])
@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("가\x00나", ""),
        ("가\ud800나", ""),
        ("가\x00나", "background_ko"),
        ("가\ud800나", "background_ko"),
        ("\udfff", "slug"),
        ("x" * 300, "headline_ko"),
    ],
)
def test_what_the_database_cannot_hold_is_refused_in_the_form_or_replaced(
    client: Client, slug: str, text: str, field: str
) -> None:
    form = Form(client, address_of(slug))
    if field and not any(field in name for name, _value in form.fields):
        field = "headline_ko"

    answer = form.send(form.typed([text], only=field))

    assert answer.status_code in (200, 302)
    page = CooperationItem.objects.filter(slug=slug).first() or Briefing.objects.get(slug=slug)
    assert not {"\x00", "\ud800"} & set(page.headline_ko)
    if field == "background_ko":
        assert answer.status_code == 200
        assert errors_of(answer)


def test_a_paragraph_of_two_hundred_thousand_characters_is_printed_in_every_file(client: Client) -> None:
    long = "국토교통 국제협력 " * 20_000
    item = CooperationItem.objects.get(slug=ITEM)
    type(item).objects.filter(pk=item.pk).update(summary_ko=long.strip())

    edition = seal_sample("full")
    make_files(edition, formats=())
    for kind in ("html", "pdf"):
        made = rendered(edition, "ko", kind)
        assert len(made) > 200_000


@pytest.mark.parametrize(
    "rows",
    [
        {"period_start": "2025-11-30", "period_end": "2025-11-01"},
        {"period_start": "", "period_end": ""},
        {"period_start": "0000-00-00"},
        {"period_end": "9999-12-32"},
        {"strategy": ""},
        {"strategy": "999999999999999999999"},
        {"chapters-TOTAL_FORMS": "x"},
        {"key_figures-0-item": "9" * 30},
        {"licence": "\x00"},
        {"classification": "secret"},
    ],
    ids=str,
)
def test_a_briefing_with_impossible_fields_is_refused_in_the_form(
    client: Client, rows: dict[str, str]
) -> None:
    form = Form(client, address_of("2025-11"))
    fields = [(name, value) for name, value in form.fields if name not in rows]

    answer = form.send([*fields, *rows.items()])

    assert answer.status_code in (200, 400)
    assert Briefing.objects.get(slug="2025-11").latest_revision.content["period_end"] == "2025-11-05"


def test_a_weight_out_of_range_is_refused_beside_its_field(client: Client) -> None:
    form = Form(client, address_of(ITEM))
    fields = [(name, "500" if name == "contributions-0-weight" else value) for name, value in form.fields]

    answer = form.send(fields)

    errors = answer.context_data["form"].formsets["contributions"].errors[0]
    assert set(errors) == {"weight"}
    assert "contribution_weight" not in answer.content.decode()


def test_a_rich_text_that_is_left_empty_is_saved_as_its_editor_sends_it(client: Client) -> None:
    form = Form(client, address_of(ITEM))

    # Draftail sends this for an empty text
    answer = form.send([(name, "null" if name in form.rich else value) for name, value in form.fields])

    assert answer.status_code == 302, errors_of(answer)
    item = CooperationItem.objects.get(slug=ITEM)
    assert [item.background_ko, item.significance_zh_hans] == ["", ""]
