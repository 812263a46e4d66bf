"""Saving an item: what refers to what is kept right, at a cost that does not grow with the rows."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import Any

import lxml.html
import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from briefings.models import Briefing, BriefingIndex, HomePage
from projects.models import Bureau, CooperationItem, RelatedItem
from stakeholders.models import Perspective
from tests.projects.test_odd_forms import Form, form_of
from vocabulary.models import Strategy

pytestmark = pytest.mark.django_db
SLUG = "korean-air-archer-evtol"


@pytest.fixture
def client(account: Any) -> Client:
    made = Client()
    made.force_login(account("administrator"))
    return made


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("translator", ["협력과제 편집자 · Item editor", "브리핑 편집자 · Briefing editor"]),
        ("item-editor", []),
    ],
)
def test_who_may_not_publish_a_saved_draft_is_told_who_does(
    account: Any, name: str, roles: list[str]
) -> None:
    client = Client()
    client.force_login(account(name))
    UserProfile.objects.update_or_create(user=account(name), defaults={"preferred_language": "en"})
    form = form_of(client, SLUG)

    answer = client.post(
        form.address, dict(form.fields) | {"summary_en": "More."}, follow=True
    ).content.decode()

    assert ("your account may not publish it" in answer) == bool(roles)
    assert [role for role in roles if role not in answer] == []
    assert "승인자 · Approver" not in answer


def test_who_saves_a_perspective_that_others_publish_is_told_who_they_are(account: Any) -> None:
    client = Client()
    client.force_login(account("item-editor"))
    UserProfile.objects.update_or_create(user=account("item-editor"), defaults={"preferred_language": "en"})
    perspective = Perspective.objects.first()
    address = reverse("wagtailsnippets_stakeholders_perspective:edit", args=[perspective.pk])
    form = Form(client, address)

    answer = client.post(address, dict(form.fields) | {"note": "Ask again."}, follow=True).content.decode()

    assert "It waits under “Yours to do” for: 브리핑 편집자 · Briefing editor." in answer


def test_who_publishes_what_stops_every_edition_is_told_so(account: Any) -> None:
    client = Client()
    client.force_login(account("item-editor"))
    UserProfile.objects.update_or_create(user=account("item-editor"), defaults={"preferred_language": "en"})

    def told(behind: str) -> bool:
        form = form_of(client, SLUG)
        form.send(
            [
                (name, f"{value}{behind}" if name == "summary_zh_hans" else value)
                for name, value in form.fields
            ]
        )
        page = client.get(form.address).content.decode()
        return "finding that stops sealing every edition that it enters" in page

    assert (told(""), told("国土交通省说明。")) == (False, True)


def _used_in(client: Client, item: CooperationItem) -> set[str]:
    """Addresses of the records that the item's usage page names."""
    page = client.get(reverse("wagtailadmin_pages:usage", args=[item.pk])).content.decode()
    return {link.split("#")[0] for link in lxml.html.fromstring(page).xpath("//table//a/@href")}


def test_where_an_item_is_used_follows_the_rows_of_other_items(client: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    other = CooperationItem.objects.exclude(related_items__related=item).exclude(pk=item.pk).first().specific
    address = reverse("wagtailadmin_pages:edit", args=[other.pk])
    assert address not in _used_in(client, item)

    other.related_items = [*other.related_items.all(), RelatedItem(related=item)]
    other.save_revision().publish()
    assert address in _used_in(client, item)

    other.related_items = [row for row in other.related_items.all() if row.related_id != item.pk]
    other.save_revision().publish()
    assert address not in _used_in(client, item)


def test_a_save_reads_what_the_item_refers_to_once_however_many_rows_it_has(client: Client) -> None:
    form = form_of(client, SLUG)
    form.send(form.fields)
    form = form_of(client, SLUG)

    with CaptureQueriesContext(connection) as asked:
        assert form.send(form.fields).status_code == 302

    rows = sum(name.endswith("-id") and bool(value) for name, value in form.fields)
    reads = [query for query in asked if 'FROM "wagtailcore_referenceindex"' in query["sql"]]
    assert rows > 10
    assert len(reads) == 1


@pytest.mark.parametrize("action", ["lock", "unlock"])
def test_a_page_whose_fields_would_be_refused_today_is_locked_and_unlocked(
    client: Client, action: str
) -> None:
    items = CooperationItem.objects.filter(slug=SLUG)
    items.update(confidence="?", locked=action == "unlock")

    answer = client.post(reverse(f"wagtailadmin_pages:{action}", args=[items.get().pk]))

    assert answer.status_code == 302
    assert (items.get().locked, items.get().confidence) == (action == "lock", "?")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("a", "A"), ("b ", "B"), (" n", "N"), ("c+", "C+"), ("Ａ！", "A!"), ("E", "E"), ("?", "?")],
)
def test_confidence_from_before_there_was_a_rule_is_read_as_it_was_meant(written: str, meant: str) -> None:
    migration = import_module("projects.migrations.0008_letters_of_confidence_in_rows")
    items = CooperationItem.objects.filter(slug=SLUG)
    item = items.get().specific
    item.confidence, item.go_live_at = written, timezone.now() + timedelta(hours=1)
    revision = item.save_revision(clean=False, approved_go_live_at=item.go_live_at)
    items.update(confidence=written)

    migration.mend(apps, None)

    revision.refresh_from_db()
    assert (items.get().confidence, revision.content["confidence"]) == (meant, meant)


@pytest.mark.parametrize("slug", ["page", "page-2"])
def test_a_draft_without_a_name_gets_its_address_with_its_name(slug: str) -> None:
    CooperationItem.objects.filter(slug=SLUG).update(headline_en="", latest_revision=None)
    draft = CooperationItem.objects.get(slug=SLUG)
    draft.slug, draft.first_published_at, draft.headline_en = slug, None, "A second project"

    draft.set_working_title()

    assert draft.slug == "a-second-project"


@pytest.mark.parametrize(
    ("headline", "slug"), [("K_UAM: Phase 2", "k-uam-phase-2"), ("한국형 도심항공교통", "page")]
)
def test_an_address_that_is_made_of_a_name_can_be_written_in_a_text(headline: str, slug: str) -> None:
    item = CooperationItem(kind="deal", status="agreed", live=False, headline_en=headline)

    Bureau.objects.first().add_child(instance=item)

    assert item.slug == slug


@pytest.mark.parametrize(
    ("kind", "named", "slugs"),
    [
        ("bureau", {"name_ko": "국"}, ["page", "page-2"]),
        (
            "bureau",
            {"name_ko": "국", "name_en": "Bureau of Cities"},
            ["bureau-of-cities", "bureau-of-cities-2"],
        ),
        ("briefing", {"headline_ko": "제목", "name_ko": "12월호"}, ["page", "page-2"]),
    ],
)
def test_of_two_new_pages_with_one_name_the_second_gets_an_address_of_its_own(
    client: Client, kind: str, named: dict[str, str], slugs: list[str]
) -> None:
    parent, model = {"bureau": (HomePage, Bureau), "briefing": (BriefingIndex, Briefing)}[kind]
    address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, kind, parent.objects.get().pk])
    before = list(model.objects.values_list("pk", flat=True))
    period = {
        "strategy": str(Strategy.objects.get().pk),
        "period_start": "2026-12-01",
        "period_end": "2026-12-31",
    }

    for _time in slugs:
        form = Form(client, address)
        assert client.post(address, dict(form.fields) | period | named).status_code == 302

    made = model.objects.exclude(pk__in=before).order_by("pk")
    assert list(made.values_list("slug", flat=True)) == slugs


@pytest.mark.parametrize("slug", ["page", "page-of-honor", "home-page"])
def test_an_address_that_readers_know_or_somebody_chose_stays(slug: str) -> None:
    item = CooperationItem.objects.get(slug=SLUG)
    item.slug, item.headline_en = slug, "A second project"
    item.first_published_at = timezone.now() if slug == "page" else None

    item.set_working_title()

    assert item.slug == slug


def test_an_address_that_was_typed_stays_also_if_it_is_the_word_for_what_has_no_name(client: Client) -> None:
    bureau = Bureau.objects.first()
    item = CooperationItem(kind="deal", status="agreed", live=False, headline_en="A second project")
    bureau.add_child(instance=item)
    item.save_revision(clean=False)
    assert item.slug == "a-second-project"

    for changes in ({"slug": "page"}, {"headline_ko": "둘째 과제"}):
        form = Form(client, reverse("wagtailadmin_pages:edit", args=[item.pk]))
        client.post(form.address, dict(form.fields) | changes)

    assert CooperationItem.objects.get(pk=item.pk).get_latest_revision_as_object().slug == "page"
