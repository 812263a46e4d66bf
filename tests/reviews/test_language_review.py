"""The page on which somebody compares a record's languages, and the marks on the form."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from projects.models import CooperationItem
from reviews.models import Review
from reviews.panels import review_address
from vocabulary.models import Term

pytestmark = pytest.mark.django_db


@pytest.fixture
def stale_item() -> Any:
    """An item whose newest draft says more in Korean than its reviewed translations do."""
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    item.summary_ko += " 협의가 이어지고 있다."
    item.save_revision()
    return item


def _ticked(page: str, place: str, language: str) -> str:
    start = page.index(f'value="{place}|{language}|')
    return page[start + 7 : page.index('"', start + 7)]


def test_the_form_says_each_languages_state_in_a_word_and_what_changed(
    enter: Callable[[str], Client], stale_item: Any
) -> None:
    page = enter("item-editor").get(reverse("wagtailadmin_pages:edit", args=[stale_item.pk])).content.decode()

    assert "text-state--stale" in page
    assert "text-state--reviewed" in page
    assert "협의가 이어지고 있다.</ins>" in page


def test_the_forms_states_cost_the_same_queries_whatever_its_rows(
    enter: Callable[[str], Client], stale_item: Any, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    client = enter("item-editor")
    with django_assert_max_num_queries(400) as counted:
        client.get(reverse("wagtailadmin_pages:edit", args=[stale_item.pk]))

    asked = [query["sql"] for query in counted.captured_queries if "reviews_review" in query["sql"]]
    assert len(asked) == 1


def test_a_translator_marks_a_stale_text_as_reviewed(enter: Callable[[str], Client], stale_item: Any) -> None:
    client = enter("translator")
    page = client.get(review_address(stale_item) + "?state=stale").content.decode()

    answer = client.post(
        review_address(stale_item) + "save/",
        {"decision": "reviewed", "text": [_ticked(page, "summary", "en")], "query": "state=stale"},
        follow=True,
    )

    assert "1 text was marked as reviewed." in answer.content.decode()
    page = client.get(review_address(stale_item) + "?state=stale").content.decode()
    assert 'value="summary|zh-hans|' in page
    assert 'value="summary|en|' not in page


def test_an_open_finding_stands_below_its_text_and_is_told_after_a_review(
    enter: Callable[[str], Client],
) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    item.summary_zh_hans += "国土交通省说明。"
    item.save_revision()
    client = enter("translator")

    page = client.get(review_address(item)).content.decode()
    tick = {place: [_ticked(page, *place)] for place in (("summary", "zh-hans"), ("headline", "zh-hans"))}
    answers = {
        place: client.post(
            review_address(item) + "save/", {"decision": "reviewed", "text": text}, follow=True
        ).content.decode()
        for place, text in tick.items()
    }

    (below,) = lxml.html.fromstring(page).xpath(
        "//*[@class='text-row__language'][.//li[contains(@class, 'text-finding--blocking')]]"
        "[.//mark[text()='国土交通省']]"
    )
    assert below.xpath("string(.//*[contains(@class, 'text-row__words')]/@lang)") == "zh-hans"
    still = "1 of these texts still has findings that stop sealing."
    assert still in answers["summary", "zh-hans"]
    assert still not in answers["headline", "zh-hans"]


def test_a_list_is_read_line_by_line(enter: Callable[[str], Client]) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    item.background_ko = "<ul><li>하나</li><li>둘째 단계</li></ul>"
    item.save_revision()

    page = enter("translator").get(review_address(item)).content.decode()

    assert "하나\n둘째 단계" in page


def test_what_can_be_ticked_nowhere_is_offered_no_button(enter: Callable[[str], Client]) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    item.message_en = ""
    item.message_ko = "말씀드립니다."
    item.save_revision()

    def buttons(name: str, query: str) -> list[str]:
        page = lxml.html.fromstring(enter(name).get(review_address(item) + query).content.decode())
        assert page.find_class("text-row")
        return page.xpath("//button[@name='decision']/@value")

    missing, reviewed = "?state=missing", "?state=reviewed"
    assert buttons("translator", missing) == []
    assert buttons("translator", reviewed) == ["reviewed", "reopened"]
    assert buttons("item-editor", reviewed) == []


def test_an_item_editor_may_say_that_a_change_is_minor_but_not_review(
    enter: Callable[[str], Client], stale_item: Any
) -> None:
    client = enter("item-editor")
    page = client.get(review_address(stale_item)).content.decode()
    ticked = _ticked(page, "summary", "en")
    before = Review.objects.count()

    refused = client.post(review_address(stale_item) + "save/", {"decision": "reviewed", "text": [ticked]})
    asked = client.post(
        review_address(stale_item) + "save/", {"decision": "minor", "text": [ticked]}
    ).content.decode()
    minor = client.post(
        review_address(stale_item) + "save/",
        {"decision": "minor", "text": [ticked], "note": "The English says so already."},
        follow=True,
    )

    assert refused.status_code in (302, 403)
    assert "say why in the note" in asked
    assert "3 words taken out or put in" in asked
    assert f'value="{ticked}" checked' in asked
    assert "The English says so already." in minor.content.decode()
    assert Review.objects.count() == before + 1
    assert "minor change of the Korean: still right · item-editor" in minor.content.decode()


def test_enter_in_the_note_says_minor_where_its_reason_is_asked_for_and_reviewed_elsewhere(
    enter: Callable[[str], Client], stale_item: Any
) -> None:
    client = enter("translator")
    address = review_address(stale_item)
    page = client.get(address).content.decode()

    asked = client.post(address + "save/", {"decision": "minor", "text": [_ticked(page, "summary", "en")]})

    def pressed_by_enter(page: str) -> str:
        """A browser presses the first button of the form."""
        form = lxml.html.fromstring(page).xpath("//form[.//input[@name='note']]")[0]
        return str(form.xpath(".//button[@type='submit']/@value")[0])

    assert pressed_by_enter(page) == "reviewed"
    assert pressed_by_enter(asked.content.decode()) == "minor"


def test_what_changed_while_it_was_read_is_not_noted(enter: Callable[[str], Client], stale_item: Any) -> None:
    client = enter("translator")
    page = client.get(review_address(stale_item)).content.decode()
    stale_item.summary_en += " More."
    stale_item.save_revision()
    before = Review.objects.count()

    answer = client.post(
        review_address(stale_item) + "save/",
        {"decision": "reviewed", "text": [_ticked(page, "summary", "en")]},
        follow=True,
    )

    assert Review.objects.count() == before
    assert "Read them again" in answer.content.decode()


def test_saving_new_korean_says_how_many_translations_it_leaves_behind(
    enter: Callable[[str], Client], account: Callable[[str], Any]
) -> None:
    term = (
        Term.objects.get(identifier="T001")
        if Term.objects.filter(identifier="T001")
        else Term.objects.first()
    )
    assert term is not None
    client = enter("item-editor")
    address = reverse(Term.snippet_viewset.get_url_name("edit"), args=[term.pk])
    fields = {
        name: (getattr(term, name) or "")
        for name in (
            "identifier",
            "subject",
            "status",
            "traditional",
            "note",
            *(f"{f}_{s}" for f in ("preferred", "forbidden", "definition") for s in ("ko", "zh_hans", "en")),
        )
    }

    answer = client.post(address, fields | {"preferred_ko": f"{term.preferred_ko}들"}, follow=True)

    assert "reviewed translations are stale" in answer.content.decode()


def test_who_does_not_work_on_editions_sees_no_texts(
    client: Client, account: Callable[[str], Any], stale_item: Any
) -> None:
    client.force_login(account("official"))

    answer = client.get(review_address(stale_item))

    assert answer.status_code == 302
    assert client.get("/admin/languages/review/auth.user/1/").status_code == 302


def test_an_address_that_names_no_record_does_not_exist(enter: Callable[[str], Client]) -> None:
    client = enter("translator")

    for address in ("auth.user/1", "nothing/1", "projects.cooperationitem/x", "vocabulary.term/999999"):
        assert client.get(f"/admin/languages/review/{address}/").status_code == 404


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ko", "도심항공교통(UAM) 기여 · 문장"),
        ("zh-hans", "对“城市空中交通（UAM）”的贡献 · 句子"),
        ("en", "Contribution to “Urban air mobility (UAM)” · Sentence"),
    ],
)
def test_each_text_is_named_as_its_form_names_it(
    client: Client, account: Callable[[str], Any], language: str, name: str
) -> None:
    user = account("translator")
    client.force_login(user)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific

    page = lxml.html.fromstring(client.get(review_address(item)).content.decode())

    headings = [" ".join(each.text_content().split()) for each in page.xpath("//section/h2")]
    assert name in headings
    assert not [heading for heading in headings if re.search(r"[a-z]+[._][a-z0-9]|\buam\b", heading)]
