"""More than a text field takes: refused in the form with a sentence, and nothing that was typed is lost."""

from __future__ import annotations

import json
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from briefings.models import Briefing
from languages.characters import LONGEST_TEXT
from projects.models import CooperationItem
from stakeholders.models import Perspective
from tests.projects.test_odd_forms import Form, errors_of
from vocabulary.models import Term
from vocabulary.text_fields import MOST_PIECES

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(60)]
ITEM = "korean-air-archer-evtol"


@pytest.fixture
def client(account: Any) -> Client:
    return _speaking(account, "en")


def _speaking(account: Any, language: str) -> Client:
    user = account("administrator")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    made = Client(raise_request_exception=False)
    made.force_login(user)
    return made


def _address_of(record: Any) -> str:
    if isinstance(record, (CooperationItem, Briefing)):
        return reverse("wagtailadmin_pages:edit", args=[record.pk])
    app, model = record._meta.app_label, record._meta.model_name
    return reverse(f"wagtailsnippets_{app}_{model}:edit", args=[record.pk])


def _with(form: Form, name: str, text: str) -> list[tuple[str, str]]:
    assert name in dict(form.fields)
    return [(field, text if field == name else value) for field, value in form.fields]


def _shown(answer: Any, name: str) -> str:
    """What stands in a field of the form that came back."""
    (field,) = lxml.html.fromstring(answer.content.decode()).xpath(f"//*[@name='{name}']")
    return str(field.value).removeprefix("\n")


def _rich(*blocks: dict[str, Any]) -> str:
    empty = {
        "key": "a",
        "type": "unstyled",
        "depth": 0,
        "text": "",
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    return json.dumps({"blocks": [empty | block for block in blocks], "entityMap": {}})


def _item() -> Any:
    return CooperationItem.objects.get(slug=ITEM).specific


RECORDS = {
    "item": (_item, "summary_ko"),
    "row of an item": (_item, "contributions-0-sentence_en"),
    "note of an item": (_item, "editor_note"),
    "briefing": (lambda: Briefing.objects.get(slug="2025-11"), "conclusion_zh_hans"),
    "perspective": (lambda: Perspective.objects.order_by("pk").first(), "messages-0-message_ko"),
    "term": (lambda: Term.objects.order_by("pk").first(), "definition_en"),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_a_text_of_two_hundred_thousand_characters_is_refused_by_name_and_kept_in_the_form(
    client: Client, kind: str
) -> None:
    record, name = RECORDS[kind]
    form = Form(client, _address_of(record()))
    text = "국토교통부 " * 33_333

    answer = form.send(_with(form, name, text))

    assert answer.status_code == 200
    (error,) = errors_of(answer)
    assert f"has {len(text)} characters. A text can have at most {LONGEST_TEXT}" in error
    assert _shown(answer, name) == text
    assert dict(Form(client, _address_of(record())).fields)[name] == dict(form.fields)[name]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (_rich({"text": "가" * 200_000}), f"has 200000 characters. A text can have at most {LONGEST_TEXT}"),
        (_rich(*[{"text": "가"}] * 20_000), "has 39999 characters"),
        (_rich({"text": "\n" * 19_999}), f"has 20000 lines, bold passages and links together. A text can have at most {MOST_PIECES}"),
        (
            _rich({"text": "가" * 9_000, "inlineStyleRanges": [{"offset": n, "length": 1, "style": "BOLD"} for n in range(0, 9_000, 2)]}),
            "has 4501 lines",
        ),
        (_rich({"text": "가", "type": "unordered-list-item", "depth": 10_000}), "has 10001 lines"),
        # bold in bold in bold: more than can be followed
        (_rich({"text": "가" * 999, "inlineStyleRanges": [{"offset": n, "length": 999 - n, "style": "BOLD"} for n in range(499)]}), "cannot be read"),
        ('{"blocks": 3}', "cannot be read"),
        # a link that is not there, one that leads nowhere, and one to a page by a word: it was stored, and nobody could open the item
        (_rich({"text": "가", "entityRanges": [{"offset": 0, "length": 1, "key": 7}]}), "cannot be read"),
        (
            '{"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "가", "inlineStyleRanges": [], "entityRanges": [{"offset": 0, "length": 1, "key": 0}]}], "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {}}}}',
            "cannot be read",
        ),
        (
            '{"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "가", "inlineStyleRanges": [], "entityRanges": [{"offset": 0, "length": 1, "key": 0}]}], "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": "x"}}}}',
            "cannot be read",
        ),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)  # fmt: skip
def test_rich_text_of_more_than_can_be_stored_is_refused_by_name_and_kept_in_the_form(
    client: Client, sent: str, said: str
) -> None:
    form = Form(client, _address_of(_item()))
    before = _item().latest_revision

    answer = form.send(_with(form, "background_ko", sent))

    assert answer.status_code == 200
    (error,) = errors_of(answer)
    assert said in error
    assert _shown(answer, "background_ko") == sent
    assert _item().latest_revision == before


@pytest.mark.parametrize(
    ("language", "said"),
    [("ko", "글자 수는 200000자입니다"), ("zh-hans", "共有200000个字符")],
)
def test_the_refusal_is_in_the_editors_language(account: Any, language: str, said: str) -> None:
    form = Form(_speaking(account, language), _address_of(_item()))

    answer = form.send(_with(form, "summary_ko", "가" * 200_000))

    (error,) = errors_of(answer)
    assert said in error
    assert str(LONGEST_TEXT) in error


def test_texts_as_long_as_they_may_be_are_saved(client: Client) -> None:
    form = Form(client, _address_of(_item()))
    plain = "가" * LONGEST_TEXT
    rich = _rich({"text": "\n".join(["가"] * MOST_PIECES)})
    typed = _with(form, "summary_ko", plain)

    answer = form.send([(name, rich if name == "background_ko" else value) for name, value in typed])

    assert answer.status_code == 302
    item = _item()
    assert item.summary_ko == plain
    assert item.background_ko.count("<br/>") == MOST_PIECES - 1
