"""A form opened before somebody else saved replaces nothing until its writer was told what it would replace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse

from briefings.models import Briefing
from projects.models import CooperationItem
from stakeholders.models import Perspective
from tests.projects.test_odd_forms import Form, address_of
from vocabulary.models import Term

pytestmark = pytest.mark.django_db


def _item() -> Any:
    return CooperationItem.objects.get(slug="korean-air-archer-evtol").specific


def _briefing() -> Any:
    return Briefing.objects.get(slug="2025-11")


def _perspective() -> Any:
    return Perspective.objects.first()


def _term() -> Any:
    return Term.objects.first()


RECORDS: list[tuple[Callable[[], Any], str]] = [
    (_item, "summary_en"),
    (_briefing, "headline_en"),
    (_perspective, "note"),
    (_term, "note"),
]


def _address(record: Any) -> str:
    if hasattr(record, "slug") and hasattr(record, "depth"):
        return address_of(record.slug)
    return reverse(
        f"wagtailsnippets_{record._meta.app_label}_{record._meta.model_name}:edit", args=[record.pk]
    )


def _saved(record: Any, field: str) -> str:
    return str(getattr(record.__class__.objects.get(pk=record.pk).get_latest_revision_as_object(), field))


def _send(form: Form, field: str, text: str, **more: str) -> Any:
    return form.client.post(form.address, dict(form.fields) | {field: text} | more)


def _typing(form: Form, note: str, **more: str) -> Any:
    """What the server answers to a form that saves itself."""
    fields = dict(form.fields) | {"note": note} | more
    return form.client.post(form.address, fields, headers={"accept": "application/json"}).json()


def _shown_again(answer: Any) -> dict[str, str]:
    """The fields of the form that was not saved, to be sent once more."""
    assert answer.status_code == 200
    page = lxml.html.fromstring(answer.content.decode())
    form = next(
        form for form in page.forms if form.get("id") == "page-edit-form" or "novalidate" in form.attrib
    )
    # the keys of rows that the database does not hold
    keys = {field.name: "" for field in form.xpath(".//input[@type='hidden'][@name][not(@value)]")}
    return keys | {name: value for name, value in form.form_values() if name}


def _told(answer: Any) -> lxml.html.HtmlElement:
    page = lxml.html.fromstring(answer.content.decode())
    return page.xpath("//*[@class='messages']//li[@class='error'][not(ancestor::template)]")[0]


@pytest.fixture
def colleague(account: Any) -> Client:
    made = Client()
    made.force_login(account("briefing-editor"))
    return made


@pytest.mark.parametrize("administrator", ["en"], indirect=True)
@pytest.mark.parametrize(("made", "field"), RECORDS, ids=["item", "briefing", "perspective", "term"])
def test_who_would_replace_a_colleagues_save_is_told_first_and_may_then(
    made: Callable[[], Any], field: str, administrator: Client, colleague: Client
) -> None:
    record = made()
    mine = Form(administrator, _address(record))
    assert _send(Form(colleague, _address(record)), field, "Theirs").status_code == 302

    answer = _send(mine, field, "Mine")

    assert answer.status_code == 200
    assert _saved(record, field) == "Theirs"
    told = _told(answer)
    assert "briefing-editor" in told.text_content()
    links = {link.text_content().strip(): link.get("href") for link in told.iter("a")}
    assert links["View latest version"] == mine.address
    assert administrator.get(links["See what was changed"]).status_code == 200
    sent = _shown_again(answer)
    assert sent[field].strip() == "Mine"

    by_itself = administrator.post(mine.address, sent, headers={"accept": "application/json"}).json()
    assert by_itself["success"] is False
    assert _saved(record, field) == "Theirs"
    assert administrator.post(mine.address, sent).status_code == 302
    assert _saved(record, field) == "Mine"


@pytest.mark.parametrize("administrator", ["en"], indirect=True)
def test_a_version_that_nobody_saved_by_hand_is_told_of_without_a_name(administrator: Client) -> None:
    term = _term()
    mine = Form(administrator, _address(term))
    term.save_revision()

    answer = _send(mine, "note", "Mine")

    assert "Not saved yet: a newer version was saved at" in _told(answer).text_content()


def test_what_a_colleague_goes_on_to_write_in_the_version_told_of_is_asked_about_too(
    administrator: Client, colleague: Client
) -> None:
    perspective = _perspective()
    mine, theirs = (Form(each, _address(perspective)) for each in (administrator, colleague))
    kept = _typing(theirs, "Theirs")
    again = _shown_again(_send(mine, "note", "Mine"))
    _typing(theirs, "Theirs, and more", overwrite_revision_id=str(kept["revision_id"]))

    assert administrator.post(mine.address, again).status_code == 200

    assert _saved(perspective, "note") == "Theirs, and more"


def test_a_row_that_a_colleague_took_out_of_a_draft_stays_in_the_form_that_still_has_it(
    administrator: Client, colleague: Client
) -> None:
    perspective = Perspective.objects.filter(interests__isnull=False).first()
    perspective.unpublish()
    mine, theirs = (Form(each, _address(perspective)) for each in (administrator, colleague))
    rows = perspective.interests.count()
    assert _send(theirs, "interests-0-DELETE", "on").status_code == 302
    assert perspective.interests.count() == rows - 1

    again = _shown_again(_send(mine, "note", "Mine"))

    assert administrator.post(mine.address, again).status_code == 302
    assert perspective.interests.count() == rows


def test_a_record_that_was_deleted_while_its_form_was_sent_is_not_there(
    administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    term = _term()
    mine = Form(administrator, _address(term))
    monkeypatch.setattr("config.newer_versions.wait_for_savers", lambda record: None)

    assert _send(mine, "note", "Mine").status_code == 404


def test_who_was_told_by_the_browser_is_not_asked_twice(administrator: Client, colleague: Client) -> None:
    term = _term()
    mine = Form(administrator, _address(term))
    _send(Form(colleague, mine.address), "note", "Theirs")
    theirs = str(_term().latest_revision_id)

    assert _send(mine, "note", "Mine", told_of_revision_id=theirs).status_code == 302

    assert _saved(term, "note") == "Mine"


def test_who_was_told_of_a_version_is_asked_again_about_the_one_after_it(
    administrator: Client, colleague: Client
) -> None:
    term = _term()
    mine = Form(administrator, _address(term))
    _send(Form(colleague, mine.address), "note", "Theirs")
    theirs = str(_term().latest_revision_id)
    _send(Form(colleague, mine.address), "note", "Theirs again")

    assert _send(mine, "note", "Mine", told_of_revision_id=theirs).status_code == 200

    assert _saved(term, "note") == "Theirs again"


@pytest.mark.parametrize("administrator", ["en"], indirect=True)
def test_a_form_left_open_in_another_window_is_asked_about_too(administrator: Client) -> None:
    term = _term()
    older = Form(administrator, _address(term))
    assert _send(Form(administrator, older.address), "note", "Newer").status_code == 302

    answer = _send(older, "note", "Older")

    assert "you saved a newer version yourself" in _told(answer).text_content()
    assert _saved(term, "note") == "Newer"


def test_a_form_that_saves_itself_is_not_asked_about_what_it_saved(administrator: Client) -> None:
    item = _item()
    form = Form(administrator, _address(item))
    fields = dict(form.fields) | {"summary_en": "While typing"}
    kept = administrator.post(form.address, fields, headers={"accept": "application/json"}).json()

    form.note_saved(kept)
    assert _send(form, "summary_en", "Saved").status_code == 302

    assert _saved(item, "summary_en") == "Saved"


@pytest.mark.parametrize("loaded", ["x", "9" * 30, "-1"])
def test_a_version_that_never_was_is_asked_about_without_a_comparison(
    loaded: str, administrator: Client
) -> None:
    term = _term()
    form = Form(administrator, _address(term))
    _send(Form(administrator, form.address), "note", "Newer")

    answer = _send(form, "note", "Older", loaded_revision_id=loaded)

    assert answer.status_code == 200
    assert _saved(term, "note") == "Newer"
