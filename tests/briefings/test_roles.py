"""What the roles may do, and that an administrator's word on them holds."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from briefings import roles
from briefings.models import Briefing, BriefingIndex, HomePage
from projects.models import Bureau, CooperationItem

pytestmark = pytest.mark.django_db


def _may(account: Any, page: Page) -> dict[str, bool]:
    tester = page.permissions_for_user(account)
    return {
        "add": tester.can_add_subpage(),
        "change": tester.can_edit(),
        "publish": tester.can_publish(),
    }


ALL = {"add": True, "change": True, "publish": True}
NONE = dict.fromkeys(ALL, False)


@pytest.mark.parametrize(
    ("name", "on_items", "on_briefings"),
    [
        ("item-editor", ALL, NONE),
        ("translator", NONE | {"change": True}, NONE | {"change": True}),
        ("briefing-editor", ALL, ALL),
        ("approver", NONE, NONE),
    ],
)
def test_a_role_writes_what_its_work_is(
    account: Any, name: str, on_items: dict[str, bool], on_briefings: dict[str, bool]
) -> None:
    person = account(name)

    for bureau in Bureau.objects.all():
        assert _may(person, bureau) == on_items
    assert _may(person, CooperationItem.objects.first()) == on_items | {"add": False}
    assert _may(person, BriefingIndex.objects.get()) == on_briefings
    assert _may(person, Briefing.objects.first()) == on_briefings | {"add": False}


def test_an_item_editor_finds_items_and_is_refused_a_briefing(account: Any) -> None:
    client = Client()
    client.force_login(account("item-editor"))
    item, briefing = CooperationItem.objects.first(), Briefing.objects.first()

    assert client.get(reverse("wagtailadmin_pages:edit", args=[item.pk])).status_code == 200
    assert client.get(reverse("wagtailadmin_pages:edit", args=[briefing.pk])).status_code == 302
    listed = client.get(reverse("wagtailadmin_explore", args=[item.get_parent().pk]))
    assert item.specific.get_admin_display_title() in listed.content.decode()


def test_a_new_bureau_is_open_to_item_editors(account: Any) -> None:
    bureau = HomePage.objects.get().add_child(
        instance=Bureau(
            name_ko="공항정책관", name_zh_hans="机场政策局", name_en="Airport Policy", slug="airports"
        )
    )

    assert _may(account("item-editor"), bureau) == ALL


def test_what_an_administrator_took_from_a_role_stays_away_after_an_upgrade(account: Any) -> None:
    editors = Group.objects.get(name=roles.ITEM_EDITOR)
    own, other = Bureau.objects.all()[:2]
    GroupPagePermission.objects.filter(group=editors).exclude(page=own).delete()
    translators = Group.objects.get(name=roles.TRANSLATOR)
    translators.permissions.remove(Permission.objects.get(codename="waive_findings"))

    call_command("migrate", verbosity=0)

    person = account("item-editor")
    assert _may(person, own) == ALL
    assert _may(person, other) == _may(person, Briefing.objects.first()) == NONE
    assert not account("translator").has_perm("reviews.waive_findings")


def test_an_upgrade_takes_item_editors_from_the_whole_tree_to_the_bureaus(account: Any) -> None:
    editors = Group.objects.get(name=roles.ITEM_EDITOR)
    rights = GroupPagePermission.objects.filter(group=editors)
    rights.exclude(page=Bureau.objects.first()).delete()
    rights.update(page=HomePage.objects.get())

    import_module("briefings.migrations.0014_item_editors_on_bureaus").move_to_bureaus(apps, None)

    person = account("item-editor")
    assert all(_may(person, bureau) == ALL for bureau in Bureau.objects.all())
    assert _may(person, Briefing.objects.first()) == NONE
