"""Records, rows and windows of choosers are named in the editor's language."""

from __future__ import annotations

import re
from typing import Any

import lxml.html
import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.functional import Promise
from modelcluster.fields import ParentalKey
from wagtail.users.models import UserProfile

from briefings.models import Briefing
from projects.models import CooperationItem
from stakeholders.models import StakeholderGroup
from tests.unchanged import page_at
from vocabulary.models import Pillar

pytestmark = pytest.mark.django_db
KINDS = {
    "vocabulary/pillar": ("전략축 선택", "选择战略支柱", "Choose pillar"),
    "vocabulary/strategy": ("국가전략 선택", "选择国家战略", "Choose national strategy"),
    "vocabulary/unit": ("단위 선택", "选择单位", "Choose unit"),
    "vocabulary/term": ("용어 선택", "选择术语", "Choose term"),
    "stakeholders/stakeholdergroup": ("주요 상대 선택", "选择各方", "Choose stakeholder group"),
    "stakeholders/perspective": ("관심사항·메시지 선택", "选择关切与口径", "Choose perspective"),
    "agencies/agency": ("협력기관 선택", "选择合作机构", "Choose partner agency"),
}
LANGUAGES = ("ko", "zh-hans", "en")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def editor(language: str, account: Any) -> Client:
    user = account("administrator")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client = Client()
    client.force_login(user)
    return client


def page_of(editor: Client, address: str) -> Any:
    return lxml.html.fromstring(page_at(editor, address))


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("kind", KINDS)
def test_a_choosers_window_is_titled_in_the_editors_language(
    editor: Client, language: str, kind: str
) -> None:
    window = editor.get(f"/admin/snippets/choose/{kind}/").json()["html"]

    (title,) = lxml.html.fromstring(window).xpath("//h1")
    assert words(title) == KINDS[kind][LANGUAGES.index(language)]


@pytest.mark.parametrize("model", [Pillar, StakeholderGroup])
def test_what_is_chosen_is_named_in_the_editors_language(editor: Client, language: str, model: Any) -> None:
    record = model.objects.first()
    name = getattr(record, f"name_{language.replace('-', '_')}")
    choosing = f"/admin/snippets/choose/{model._meta.label_lower.replace('.', '/')}"

    listed = lxml.html.fromstring(editor.get(f"{choosing}/").json()["html"])
    chosen = editor.get(f"{choosing}/chosen/{record.pk}/").json()["result"]

    assert name in [words(link) for link in listed.xpath("//tbody//a")]
    assert chosen["string"] == name


def test_an_items_form_names_its_pillars_in_the_editors_language(editor: Client, language: str) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    named = {getattr(row.pillar, f"name_{language.replace('-', '_')}") for row in item.contributions.all()}

    form = page_of(editor, reverse("wagtailadmin_pages:edit", args=[item.pk]))

    shown = form.xpath(
        "//div[contains(@class, 'chooser')][.//input[contains(@name, '-pillar')]]//*[@data-chooser-title]"
    )
    assert named <= {words(title) for title in shown}


def test_where_a_record_is_used_is_told_in_the_editors_language(editor: Client, language: str) -> None:
    group = StakeholderGroup.objects.get(slug="us")
    address = reverse(StakeholderGroup.snippet_viewset.get_url_name("usage"), args=[group.pk])

    usage = page_of(editor, address)

    name = getattr(group, f"name_{language.replace('-', '_')}")
    assert name in words(usage.xpath("//title")[0])
    row = [words(cell) for cell in usage.xpath("//main//tbody/tr[1]/td")]
    assert name in row[0]
    assert row[2] == {"ko": "관심사항 → 상대", "zh-hans": "关切 → 一方", "en": "Interest → Group"}[language]


def test_where_an_item_is_used_names_the_row_and_the_field(editor: Client, language: str) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    item = briefing.key_figures.first().item

    usage = page_of(editor, reverse("wagtailadmin_pages:usage", args=[item.pk]))

    fields = {words(field) for field in usage.xpath("//tbody//td[3]//li")}
    assert {"ko": "주요 수치 → 과제", "zh-hans": "关键数值 → 事项", "en": "Key figure → Item"}[
        language
    ] in fields
    if language != "en":
        assert [field for field in fields if re.search("[A-Za-z]{3}", field)] == []


def test_every_kind_of_row_in_a_form_has_a_name_in_each_language() -> None:
    ours = {"projects", "briefings", "stakeholders", "vocabulary", "agencies"}
    rows = [
        model
        for model in apps.get_models()
        if model._meta.app_label in ours
        and any(isinstance(field, ParentalKey) for field in model._meta.fields)
    ]

    assert [row for row in rows if not isinstance(row._meta.verbose_name, Promise)] == []


def test_a_text_is_named_with_its_language_for_who_does_not_see_its_heading(
    editor: Client, language: str
) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    form = page_of(editor, reverse("wagtailadmin_pages:edit", args=[item.pk]))

    names = {
        field: form.xpath(f"//*[@name='{field}']/@aria-label")
        for field in ("headline_en", "background_zh_hans")
    }
    headline, background = {
        "ko": ("제목", "배경"),
        "zh-hans": ("标题", "背景"),
        "en": ("Headline", "Background"),
    }[language]
    assert names == {
        "headline_en": [f"{headline} · English"],
        "background_zh_hans": [f"{background} · 简体中文"],
    }


def test_the_family_name_is_asked_for_first_where_people_say_it_so(editor: Client, language: str) -> None:
    person = editor.session["_auth_user_id"]
    forms = (reverse("wagtailusers_users:add"), reverse("wagtailusers_users:edit", args=[person]))
    own = reverse("wagtailadmin_account")
    first = "first_name" if language == "en" else "last_name"

    for address in (*forms, own):
        asked = page_of(editor, address).xpath("//form//input[contains(@name, '_name')]/@name")
        names = [name.rpartition("-")[2] for name in asked]
        assert sorted(names) == ["first_name", "last_name"]
        assert names[0] == first, address


def test_what_uses_a_record_is_read_as_far_as_it_is_shown(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wagtail.admin.views.generic.usage.UsageView.paginate_by", 5)
    pillar = Pillar.objects.get(slug="connectivity")
    address = reverse(Pillar.snippet_viewset.get_url_name("usage"), args=[pillar.pk])

    # in this order: what was asked is forgotten when the next request begins
    second = {row["edit_url"] for row in editor.get(address, {"p": "2"}).context_data["table"].data}
    with CaptureQueriesContext(connection) as asked:
        first = {row["edit_url"] for row in editor.get(address).context_data["table"].data}

    assert len(first) == len(second) == 5
    assert not first & second
    assert 0 < len(asked) < 25
