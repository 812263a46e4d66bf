"""Pages that are ticked in a list and published together are asked for what their forms ask for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from projects.models import CooperationItem, Figure
from vocabulary.models import Unit

pytestmark = pytest.mark.django_db
SOUND, LACKING = "bac-ninh-dong-nam-new-town", "korean-air-archer-evtol"
NEW = "새로 쓴 문장입니다."


def enter(account: Any, language: str = "en") -> Client:
    UserProfile.objects.update_or_create(
        user=account("administrator"), defaults={"preferred_language": language}
    )
    client = Client()
    client.force_login(account("administrator"))
    return client


def page(slug: str) -> Any:
    return CooperationItem.objects.get(slug=slug).specific


def drafted(slug: str, change: Callable[[Any], None]) -> Any:
    item = page(slug)
    item.message_ko = NEW
    change(item)
    item.save_revision(clean=False)
    return item


def publish(client: Client, *items: Any, below: str = "") -> Any:
    ticked = "&".join(f"id={item.pk}" for item in items)
    listed = reverse("wagtailadmin_explore", args=[items[0].get_parent().pk])
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{address}?{ticked}&next={listed}", {"include_descendants": below}, follow=True)


def told(answer: Any) -> str:
    (message,) = lxml.html.fromstring(answer.content.decode()).xpath("//*[@class='messages']//li[.//ul]")
    return " ".join(message.text_content().split())


def without_summary(item: Any) -> None:
    item.summary_ko = ""


def without_sentence(item: Any) -> None:
    item.contributions = [*item.contributions.all()]
    item.contributions.all()[0].sentence_ko = ""


def with_a_line_break(item: Any) -> None:
    item.place_en = "Seoul\nBusan"


def with_an_undated_date(item: Any) -> None:
    item.commitments = [*item.commitments.all()]
    first = item.commitments.all()[0]
    first.date, first.date_precision = date(2026, 3, 1), "none"


def with_a_pillar_twice(item: Any) -> None:
    first = item.contributions.all()[0]
    again = type(first)(
        pillar=first.pillar, role=first.role, point=first.point, sentence_ko=first.sentence_ko
    )
    item.contributions = [first, again]


@pytest.mark.parametrize(
    ("change", "language", "field"),
    [
        (without_summary, "en", "Summary · 한국어:"),
        (without_summary, "ko", "요약 · 한국어:"),
        (without_sentence, "en", "Contribution 1 · Sentence · 한국어:"),
        (without_sentence, "zh-hans", "战略贡献 1 · 句子 · 한국어："),
        (with_an_undated_date, "en", "Commitment 1 · How exact:"),
        (with_a_line_break, "en", "Place · English: This is one line:"),
        (with_a_line_break, "zh-hans", "地点 · English：此处只能写一行"),
        (with_a_pillar_twice, "en", "Contribution 2 · Pillar:"),
    ],
)
def test_nothing_is_published_where_one_lacks_something_and_it_is_named(
    account: Any, change: Callable[[Any], None], language: str, field: str
) -> None:
    sound, lacking = drafted(SOUND, lambda item: None), drafted(LACKING, change)
    client = enter(account, language)

    answer = publish(client, sound, lacking)

    said = told(answer)
    assert lacking.headline_ko in said or lacking.headline_en in said or lacking.headline_zh_hans in said
    assert said.count(field) == 1
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[lacking.pk])}"' in answer.content.decode()
    assert NEW not in (page(SOUND).message_ko, page(LACKING).message_ko)


def test_a_draft_that_names_what_was_deleted_since_is_not_published_without_a_word(account: Any) -> None:
    """As its form tells whoever opens it."""
    unit = Unit.objects.create(slug="probe", name_ko="탐침", name_en="probe")
    figure = Figure(key="probe-x", kind="count", label_ko="x", value=3, unit=unit, sort_order=99)
    lacking = drafted(LACKING, lambda item: item.figures.add(figure))
    unit.delete()

    answer = publish(enter(account), lacking)

    assert " · Unit: What was chosen here has been deleted since." in told(answer)
    assert page(LACKING).message_ko != NEW


def test_whole_drafts_are_published_together(account: Any) -> None:
    items = [drafted(slug, lambda item: None) for slug in (SOUND, LACKING)]

    publish(enter(account), *items)

    assert [page(slug).message_ko for slug in (SOUND, LACKING)] == [NEW, NEW]


def test_a_draft_below_a_bureau_is_asked_too(account: Any) -> None:
    bureau = page(LACKING).get_parent()
    draft = bureau.add_child(
        instance=CooperationItem(headline_ko="초안", kind="deal", status="agreed", live=False)
    )
    draft.save_revision(clean=False)

    answer = publish(enter(account), bureau, below="on")

    assert "초안" in told(answer)
    assert not CooperationItem.objects.get(pk=draft.pk).live


def test_of_many_pages_the_first_are_named_and_the_others_counted(account: Any) -> None:
    bureau = page(LACKING).get_parent()
    drafts = [
        bureau.add_child(
            instance=CooperationItem(headline_ko=f"초안 {n}", kind="deal", status="agreed", live=False)
        )
        for n in range(12)
    ]

    said = told(publish(enter(account), *drafts))

    assert said.count("초안") == 10
    assert "and 2 more pages" in said
