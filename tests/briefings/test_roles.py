"""What the roles may do, and that an administrator's word on them holds."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

import lxml.html
import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page
from wagtail.users.models import UserProfile

from briefings import roles, runs
from briefings.models import AssemblyRun, Briefing, BriefingIndex, HomePage
from projects.models import Bureau, CooperationItem
from reviews.panels import review_address
from stakeholders.models import Perspective
from tests.projects.test_odd_forms import Form
from vocabulary.models import Pillar, Term

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


def test_an_account_is_offered_the_portals_five_roles_and_no_other() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {
        roles.ITEM_EDITOR,
        roles.TRANSLATOR,
        roles.BRIEFING_EDITOR,
        roles.APPROVER,
        roles.OFFICIAL,
    }


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


@pytest.mark.parametrize(
    ("name", "publishes"), [("item-editor", False), ("translator", False), ("briefing-editor", True)]
)
def test_editors_and_translators_write_what_is_said_to_a_group_and_a_briefing_editor_publishes_it(
    account: Any, name: str, publishes: bool
) -> None:
    perspective = Perspective.objects.all()[0]
    client = Client()
    client.force_login(account(name))
    address = f"/admin/snippets/stakeholders/perspective/edit/{perspective.pk}/"
    offered = "action-publish" in client.get(address).content.decode()
    form = Form(client, address)

    answer = form.send([(key, "새 메모" if key == "note" else value) for key, value in form.fields])

    perspective.refresh_from_db()
    assert offered is publishes
    assert answer.status_code == 302
    assert perspective.get_latest_revision_as_object().note == "새 메모"
    assert (perspective.note == "새 메모") is publishes


def test_an_item_editor_finds_items_and_is_refused_a_briefing(account: Any) -> None:
    client = Client()
    client.force_login(account("item-editor"))
    item, briefing = CooperationItem.objects.first(), Briefing.objects.first()

    assert client.get(reverse("wagtailadmin_pages:edit", args=[item.pk])).status_code == 200
    assert client.get(reverse("wagtailadmin_pages:edit", args=[briefing.pk])).status_code == 302
    listed = client.get(reverse("wagtailadmin_explore", args=[item.get_parent().pk]))
    assert item.specific.get_admin_display_title() in listed.content.decode()


def test_no_link_of_an_approver_ends_at_a_refusal(account: Any) -> None:
    """Those of the menu, of the home, the desk and the reports, who may change no page."""
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town").specific
    item.summary_zh_hans += "国土交通省说明。"
    item.save_revision().publish()
    pillar = Pillar.objects.get(slug="uam")
    pillar.message_zh_hans = "國土"
    pillar.save_revision()
    briefing = Briefing.objects.get(slug="2025-11")
    run = AssemblyRun.objects.create(briefing=briefing, audiences=["presidential"])
    runs.work_on(run.pk)
    client = Client()
    client.force_login(account("approver"))
    reports = ("language-status", "open-findings", "terms-in-use", "waivers")
    pages = [
        reverse("wagtailadmin_home"),
        reverse("briefing-desk", args=[briefing.pk]),
        *(reverse(f"report-{report}") for report in reports),
        *(reverse(name) for name in ("termbase-files", "terms-renamed")),
        reverse("term-follow", args=[Term.objects.get(identifier="T-13").pk]),
        review_address(item),
        review_address(pillar),
        reverse("figures-use", args=[item.pk]),
    ]

    found = {page: _links(client.get(page).content.decode()) for page in pages}

    # one of each kind of address
    kinds = {re.sub(r"\d+", "", address): address for each in found.values() for address in each}
    refused = [address for address in kinds.values() if not _is_open(client, address)]
    assert refused == []


def test_a_role_that_changes_pages_and_terms_but_works_on_no_edition_is_led_to_no_desk(account: Any) -> None:
    """An administrator may make one; a button would end at a refusal."""
    person, home, briefing = account("official"), HomePage.objects.get(), Briefing.objects.get(slug="2025-11")
    group = Group.objects.create(name="Pages and terms")
    group.permissions.add(
        Permission.objects.get(codename="access_admin"), Permission.objects.get(codename="change_term")
    )
    change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=home, permission=change)
    person.groups.set([group])
    client = Client()
    client.force_login(person)
    pages = [
        reverse("wagtailadmin_explore", args=[briefing.get_parent().pk]),
        reverse("wagtailadmin_pages:edit", args=[briefing.pk]),
        reverse("wagtailsnippets_vocabulary_term:list"),
    ]

    found = {page: _links(client.get(page).content.decode()) for page in pages}

    assert all(found.values())
    assert [link for links in found.values() for link in links if re.search("/(desk|termbase)/", link)] == []


def _links(page: str) -> set[str]:
    """Where the links of a page of the admin lead, those of its menu too; but not out of the session."""
    menu = re.findall(r'"url": "(/admin/[^"?#]*)', page)
    links = [link.partition("#")[0] for link in lxml.html.fromstring(page).xpath("//main//a/@href")]
    within = {link for link in [*menu, *links] if link.startswith("/admin/")}
    return {link for link in within if "logout" not in link and "export=csv" not in link}


def _is_open(client: Client, address: str) -> bool:
    answer = client.get(address, follow=True)
    # Wagtail refuses by leading home, with a message in the account's language
    led_home = (reverse("wagtailadmin_home"), 302) in answer.redirect_chain
    return answer.status_code == 200 and not led_home


def _wagtails_own(person: str) -> list[str]:
    """Pages of Wagtail that somebody of this role may not open, with what they do when something is sent to them."""
    item, perspective, term = (
        CooperationItem.objects.all()[0],
        Perspective.objects.all()[0],
        Term.objects.all()[0],
    )
    version = item.latest_revision_id
    of_items = [
        f"/admin/pages/{item.pk}/{what}/" for what in ("unpublish", "delete", "move", "lock", "unlock")
    ]
    of_items += [
        f"/admin/pages/{item.pk}/revisions/{version}/unschedule/",
        "/admin/workflows/list/",
        "/admin/reports/locked/",
    ]
    of_snippets = [
        f"/admin/snippets/{model}/{what}/{record.pk}/"
        for model, record in (("stakeholders/perspective", perspective), ("vocabulary/term", term))
        for what in ("delete", *(("unpublish",) if record is perspective else ()))
    ]
    if person == "item-editor":
        return of_snippets
    if person == "translator":
        return [*of_items, *of_snippets]
    changing = [
        f"/admin/pages/{item.pk}/{what}/"
        for what in ("edit", "history", "copy", f"revisions/{version}/revert", f"revisions/{version}/view")
    ]
    return [
        *of_items,
        *of_snippets,
        *changing,
        *(address.replace("delete", "edit") for address in of_snippets),
    ]


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("ko", "이 화면을 열거나 이 작업을 할 권한이 없습니다."),
        ("zh-hans", "您没有权限打开此页面或执行此操作。"),
        ("en", "Sorry, you do not have permission to access this area."),
    ],
)
@pytest.mark.parametrize("name", ["item-editor", "translator", "approver"])
def test_what_a_role_may_not_do_in_wagtails_own_pages_is_answered_by_a_plain_word(
    account: Any, name: str, language: str, word: str
) -> None:
    UserProfile.objects.update_or_create(user=account(name), defaults={"preferred_language": language})
    client = Client()
    client.force_login(account(name))

    told = {}
    for address in _wagtails_own(name):
        for send in (client.get, client.post):
            answer = send(address, follow=True)
            told[send.__name__, address] = answer.status_code == 200 and word in answer.content.decode()

    # what is only ever sent is not there to be looked at
    silent = [at for at, said in told.items() if not said]
    assert [at for at in silent if at[0] == "post" or not at[1].endswith("lock/")] == []
    assert CooperationItem.objects.all()[0].live
    assert Perspective.objects.all()[0].live


def test_an_approver_reads_where_a_finding_is_without_a_link(account: Any) -> None:
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town").specific
    item.summary_zh_hans += "国土交通省说明。"
    item.save_revision()
    edit = reverse("wagtailadmin_pages:edit", args=[item.pk])
    pages = {}
    for name in ("approver", "item-editor"):
        client = Client()
        client.force_login(account(name))
        pages[name] = client.get(reverse("report-open-findings")).content.decode()

    assert "국토교통부" in pages["approver"] or "国土交通省" in pages["approver"]
    assert edit not in pages["approver"]
    assert edit in pages["item-editor"]


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


def test_an_upgrade_lets_briefing_editors_publish_perspectives(account: Any) -> None:
    group = Group.objects.get(name=roles.BRIEFING_EDITOR)
    group.permissions.remove(Permission.objects.get(codename="publish_perspective"))

    import_module("briefings.migrations.0017_briefing_editors_publish_perspectives").let_publish(apps, None)

    assert account("briefing-editor").has_perm("stakeholders.publish_perspective")
    assert not account("item-editor").has_perm("stakeholders.publish_perspective")


def test_an_upgrade_takes_item_editors_from_the_whole_tree_to_the_bureaus(account: Any) -> None:
    editors = Group.objects.get(name=roles.ITEM_EDITOR)
    rights = GroupPagePermission.objects.filter(group=editors)
    rights.exclude(page=Bureau.objects.first()).delete()
    rights.update(page=HomePage.objects.get())

    import_module("briefings.migrations.0014_item_editors_on_bureaus").move_to_bureaus(apps, None)

    person = account("item-editor")
    assert all(_may(person, bureau) == ALL for bureau in Bureau.objects.all())
    assert _may(person, Briefing.objects.first()) == NONE
