"""Copies of pages: no item counts twice, and no bureau takes its items along."""

from __future__ import annotations

from datetime import date
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse

from briefings.models import Briefing
from briefings.schedule import monthly
from projects.models import Bureau, CooperationItem
from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(account: Any) -> Client:
    client = Client()
    client.force_login(account("briefing-editor"))
    return client


def _copied(editor: Client, page: Any, parent: Any, slug: str, **ticked: str) -> Any:
    values = {"new_title": "Copy", "new_slug": slug, "new_parent_page": parent.pk, **ticked}
    return editor.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), values)


@pytest.mark.parametrize("ticked", [{}, {"publish_copies": "on"}, {"alias": "on"}])
def test_an_item_cannot_be_copied_under_its_own_address_into_another_bureau(
    editor: Client, ticked: dict[str, str]
) -> None:
    item = CooperationItem.objects.live().first()
    other = Bureau.objects.exclude(pk=item.get_parent().pk).first()
    before = CooperationItem.objects.count()

    answer = _copied(editor, item, other, item.slug, **ticked)

    assert answer.status_code == 200
    assert "다른 협력과제가 이 식별자를 사용하고 있습니다" in answer.content.decode()
    assert CooperationItem.objects.count() == before


@pytest.mark.parametrize("parent", ["", "999999", None])
def test_a_copy_whose_parent_was_not_chosen_is_asked_for_one(editor: Client, parent: str | None) -> None:
    item = CooperationItem.objects.live().first()
    values = {"new_title": "Copy", "new_slug": f"{item.slug}-2"}
    values |= {} if parent is None else {"new_parent_page": parent}
    before = CooperationItem.objects.count()

    answer = editor.post(reverse("wagtailadmin_pages:copy", args=[item.pk]), values)

    form = lxml.html.fromstring(answer.content.decode())
    told = form.xpath("//*[@data-field][.//input[@name='new_parent_page']]//*[@class='error-message']")
    assert answer.status_code == 200
    assert len(told) == len(form.xpath("//*[@class='error-message']")) == 1
    assert form.xpath("//input[@name='new_slug']/@value") == [f"{item.slug}-2"]
    assert CooperationItem.objects.count() == before


def test_a_copy_is_proposed_a_free_address_and_becomes_no_alias(editor: Client) -> None:
    item = CooperationItem.objects.live().first()
    form = editor.get(reverse("wagtailadmin_pages:copy", args=[item.pk])).content.decode()

    answer = _copied(editor, item, item.get_parent(), f"{item.slug}-2", alias="on", publish_copies="on")

    assert f'value="{item.slug}-2"' in form
    assert 'name="alias"' not in form
    assert answer.status_code == 302
    copy = CooperationItem.objects.get(slug=f"{item.slug}-2")
    assert copy.live
    assert copy.alias_of is None
    assert copy.title == item.title  # whatever a browser sends


@pytest.mark.parametrize("slug", ["2026년-1월", "January_2026", "Jan 2026"])
def test_a_copy_has_an_address_that_is_typed_as_it_is_printed(editor: Client, slug: str) -> None:
    briefing = Briefing.objects.get(slug="2025-11")

    answer = _copied(editor, briefing, briefing.get_parent(), slug, publish_copies="on")

    assert answer.status_code == 200
    assert "영문 소문자(a~z), 숫자, 붙임표(-)만 쓰십시오" in answer.content.decode()
    assert Briefing.objects.count() == 1


@pytest.mark.parametrize(("before", "proposed"), [("2026년-1월", "2026-1"), ("대한항공", "page")])
def test_a_copy_of_a_page_with_another_address_is_proposed_such_a_one(
    editor: Client, before: str, proposed: str
) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    Briefing.objects.filter(pk=briefing.pk).update(slug=before)

    form = editor.get(reverse("wagtailadmin_pages:copy", args=[briefing.pk])).content.decode()

    assert f'value="{proposed}"' in form


def test_a_bureau_is_copied_without_its_items(editor: Client) -> None:
    item = CooperationItem.objects.live().first()
    bureau = item.get_parent()
    before = CooperationItem.objects.count()

    answer = _copied(editor, bureau, bureau.get_parent(), "another", copy_subpages="on", publish_copies="on")

    assert answer.status_code == 302
    assert Bureau.objects.filter(slug="another").exists()
    assert CooperationItem.objects.count() == before


def test_two_drafts_without_a_headline_in_two_bureaus_have_addresses_of_their_own() -> None:
    one, other = Bureau.objects.all()[:2]

    drafts = [
        bureau.add_child(instance=CooperationItem(headline_ko=headline, live=False))
        for bureau, headline in ((one, "제목 하나"), (other, "제목 둘"))
    ]

    assert [draft.slug for draft in drafts] == ["page", "page-2"]


def test_a_copied_briefing_corrects_nothing(editor: Client) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.change_note_ko, briefing.change_note_en = (
        "판매 대수 정정",
        "The number of aircraft is corrected.",
    )
    briefing.save_revision().publish()

    form = editor.get(reverse("wagtailadmin_pages:copy", args=[briefing.pk])).content.decode()
    answer = _copied(editor, briefing, briefing.get_parent(), "2025-12", publish_copies="on")

    assert 'value="2025-12"' in form
    assert "제목에서 만들어집니다" in form
    assert answer.status_code == 302
    copy = Briefing.objects.get(slug="2025-12")
    newest = copy.get_latest_revision_as_object()
    assert [copy.change_note_ko, copy.change_note_en, newest.change_note_ko] == ["", "", ""]
    assert Briefing.objects.get(slug="2025-11").change_note_ko == "판매 대수 정정"


def test_a_briefing_that_lacks_its_texts_is_copied_as_a_draft(editor: Client) -> None:
    run = monthly.begin(date(2026, 12, 20))
    briefing = Briefing.objects.get(pk=run.briefing_id)

    answer = _copied(editor, briefing, briefing.get_parent(), "2027-06")

    assert answer.status_code == 302
    copy = Briefing.objects.get(slug="2027-06")
    assert not copy.live
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[copy.pk])).status_code == 200


def test_a_copy_of_what_lacks_something_today_is_not_published_but_said_to_lack_it(editor: Client) -> None:
    item = CooperationItem.objects.live().first()
    CooperationItem.objects.filter(pk=item.pk).update(confidence="?")
    before = CooperationItem.objects.count()

    refused = _copied(editor, item, item.get_parent(), f"{item.slug}-2", publish_copies="on")

    assert refused.status_code == 200
    assert "초안으로만 복사할 수 있습니다: 신뢰도" in refused.content.decode()
    assert CooperationItem.objects.count() == before
    assert _copied(editor, item, item.get_parent(), f"{item.slug}-2").status_code == 302


def test_a_copy_that_fails_behind_its_page_leaves_none(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = CooperationItem.objects.live().first()
    before = CooperationItem.objects.count()
    monkeypatch.setattr(CooperationItem, "save_revision", lambda self, **options: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        _copied(editor, item, item.get_parent(), f"{item.slug}-2")

    assert CooperationItem.objects.count() == before


def test_a_first_edition_prints_no_correction(editor: Client) -> None:
    note = "The number of aircraft is corrected."
    Briefing.objects.filter(slug="2025-11").update(
        change_note_ko="판매 대수 정정", change_note_zh_hans="更正数量。", change_note_en=note
    )

    edition = seal_sample("partner")

    assert note not in bytes(edition.content).decode()


def test_a_change_note_alone_is_no_correction(account: Any) -> None:
    Briefing.objects.filter(slug="2025-11").update(change_note_en="The number of aircraft is corrected.")
    first = seal_sample("partner")
    release_now(first, approver=account("approver"), public=True)

    again = seal_sample("partner")

    assert again == first


@pytest.mark.parametrize("ticked", [{}, {"publish_copies": "on"}])
def test_a_copy_was_not_published_when_its_original_was(editor: Client, ticked: dict[str, str]) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    item.save_revision().publish()
    first = CooperationItem.objects.get(pk=item.pk).first_published_at

    _copied(editor, item, item.get_parent(), "copied-item", **ticked)

    copy = CooperationItem.objects.get(slug="copied-item").specific
    draft = copy.get_latest_revision_as_object()
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[copy.pk])).content.decode()
    assert draft.first_published_at == copy.first_published_at != first
    assert (copy.first_published_at is not None) == copy.live == bool(ticked)
    assert ("최초 게시" in form) == copy.live
