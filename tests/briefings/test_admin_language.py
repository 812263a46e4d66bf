"""The admin speaks the editor's language, also where Wagtail's and Django's own catalogs do not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import lxml.html
import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import CharField, TextField
from django.test import Client
from wagtail.log_actions import log, registry
from wagtail.models import Page
from wagtail.users.models import UserProfile

from briefings.models import Briefing, BriefingIndex
from projects.models import Bureau, CooperationItem
from stakeholders.models import Perspective
from tests.unchanged import page_at
from vocabulary.models import Unit

pytestmark = pytest.mark.django_db
ENGLISH = re.compile(
    r"[A-Za-z]{2,} [a-z]{2,}(?: [a-z]+)*|^(?:Saved|Checks|Minimap|Loading|Home|True|False|Actions)$"
)
NAMES = re.compile(r"Typst|eVTOL")


@pytest.fixture(params=["ko", "zh-hans"])
def editor(request: pytest.FixtureRequest, account: Any) -> Client:
    user = account("administrator")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = request.param
    profile.save()
    client = Client()
    client.force_login(user)
    return client


def addresses() -> Iterator[str]:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")
    bureau, briefing = Bureau.objects.first(), Briefing.objects.first()
    assert bureau is not None
    assert briefing is not None
    yield from ("/admin/", "/admin/cooperation-items/", "/admin/cooperation-items/?q=zzz", "/admin/account/")
    yield "/admin/cooperation-items/choose_parent/"
    yield from (f"/admin/pages/{page.pk}/edit/" for page in (item, briefing, bureau))
    yield from (f"/admin/pages/{page.pk}/" for page in (bureau, briefing.get_parent()))
    yield from (f"/admin/pages/{item.pk}/{what}/" for what in ("history", "move", "copy", "unpublish"))
    yield from (
        f"/admin/pages/{item.pk}/revisions/{item.latest_revision_id}/{what}/"
        for what in ("revert", "unschedule")
    )
    yield from (f"/admin/pages/{bureau.pk}/?{asked}" for asked in ("q=x", "ordering=ord"))
    yield from (f"/admin/pages/search/?q={asked}" for asked in ("", "zzz", "eVTOL"))
    yield f"/admin/pages/add/projects/cooperationitem/{bureau.pk}/"
    yield from ("/admin/snippets/stakeholders/perspective/", "/admin/snippets/vocabulary/term/?q=zzz")
    yield "/admin/snippets/vocabulary/term/add/"
    perspective = Perspective.objects.first()
    assert perspective is not None
    yield from (
        f"/admin/snippets/stakeholders/perspective/{what}/{perspective.pk}/"
        for what in ("history", "unpublish", "delete", "usage")
    )
    yield "/admin/reports/site-history/"


def english_in(page: str) -> set[str]:
    """English in what an editor sees or is told, beside texts that are marked as English and what is data."""
    root = lxml.html.fromstring(page)
    for hidden in root.xpath(
        "//script | //style | //textarea | //code | //option | //*[@lang] [not(self::html)]"
    ):
        hidden.drop_tree()
    said = [
        *root.itertext(),
        *root.xpath("//@aria-label"),
        *root.xpath("//@title"),
        *root.xpath("//@placeholder"),
    ]
    return {text.strip() for text in said if ENGLISH.search(text.strip()) and not NAMES.search(text)}


def test_no_page_that_an_editor_meets_holds_english(editor: Client) -> None:
    found = {address: english_in(page_at(editor, address)) for address in addresses()}

    assert {address: texts for address, texts in found.items() if texts} == {}


HANGUL = re.compile("[가-힣]")
QUOTED = ("대외비", "제9조제1항제5호", "2025년 11월호", "한국어")
"""Said in Korean on purpose: how a document is marked, a clause is cited, an issue is named, a language names itself."""
POOR = re.compile("오락가락|라이브|웨그테일|당신|에러|겁니다|중의|에 의해|테그|유저|What's new|새 기능")
"""Of Wagtail's own Korean."""


def everyday_addresses() -> Iterator[str]:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")
    briefing = Briefing.objects.first()
    assert briefing is not None
    yield from ("/admin/", "/admin/cooperation-items/", "/admin/account/", "/admin/nothing-here/")
    yield from (f"/admin/pages/{page.pk}/" for page in (item.get_parent(), briefing.get_parent()))
    yield from (f"/admin/pages/{item.pk}/{what}/" for what in ("edit", "history", "unpublish"))
    yield f"/admin/pages/{briefing.pk}/edit/"


def said_in(page: str) -> set[str]:
    """All that a page shows, names or tells, its menus included, beside what is marked as another language."""
    root = lxml.html.fromstring(page)
    menus = [json.loads(props) for props in root.xpath("//script[@id='wagtail-sidebar-props']/text()")]
    for hidden in root.xpath("//script | //style | //textarea | //code | //*[@lang] [not(self::html)]"):
        hidden.drop_tree()
    said = [
        *root.itertext(),
        *root.xpath("//@aria-label | //@title | //@placeholder"),
        *root.xpath("//input[@type='submit' or @type='button']/@value"),
        *(text for menu in menus for text in texts_in(menu)),
    ]
    return {" ".join(text.split()) for text in said} - {""}


def texts_in(props: Any) -> Iterator[str]:
    if isinstance(props, str):
        yield props
    elif isinstance(props, dict | list):
        for part in props.values() if isinstance(props, dict) else props:
            yield from texts_in(part)


def recorded() -> list[str]:
    """What stands in the records in Korean, longest first."""
    ours = {"projects", "briefings", "stakeholders", "vocabulary", "agencies", "accounts"}
    fields = [
        (model, field.name)
        for model in apps.get_models()
        if model._meta.app_label in ours or model is Page
        for field in model._meta.local_fields
        if isinstance(field, CharField | TextField)
    ]
    values = {
        str(value) for model, name in fields for value in model._base_manager.values_list(name, flat=True)
    }
    held = {" ".join(value.split()) for value in values if HANGUL.search(value)}
    return sorted(held | set(QUOTED), key=len, reverse=True)


def test_what_an_editor_meets_every_day_is_in_the_editors_language(
    request: pytest.FixtureRequest, editor: Client
) -> None:
    in_chinese = request.node.callspec.params["editor"] == "zh-hans"
    held = recorded() if in_chinese else []
    wrong = {}
    for address in everyday_addresses():
        said = said_in(page_at(editor, address))
        assert len(said) > 3
        for text in said:
            rest = text
            for content in held:
                rest = rest.replace(content, "") if HANGUL.search(rest) else rest
            if (HANGUL if in_chinese else POOR).search(rest):
                wrong.setdefault(address, set()).add(text)

    assert wrong == {}


def test_the_help_menu_offers_no_news_of_wagtail(request: pytest.FixtureRequest, editor: Client) -> None:
    chinese = request.node.callspec.params["editor"] == "zh-hans"

    said = said_in(editor.get("/admin/").content.decode())

    assert ("快捷键" if chinese else "단축키") in said
    assert not [text for text in said if "whats-new" in text]


@pytest.mark.parametrize(
    ("title", "shown"),
    [("브리핑", {"ko": "브리핑", "zh-hans": "简报"}), ("보고서", {})],
    ids=["named", "renamed"],
)
def test_the_shelf_is_called_in_the_editors_language_unless_it_was_renamed(
    request: pytest.FixtureRequest, editor: Client, title: str, shown: dict[str, str]
) -> None:
    language = request.node.callspec.params["editor"]
    shelf = BriefingIndex.objects.get()
    BriefingIndex.objects.update(title=title, draft_title=title)

    page = lxml.html.fromstring(editor.get(f"/admin/pages/{shelf.pk}/").content.decode())

    assert shown.get(language, title) in page.xpath("string(//title)")


# nobody can do these here
ABSENT = re.compile(r"apitoken|moderation|workflow|alias|copy_for_translation|view_restriction")
DONE: dict[str, Any] = {
    "title": {"old": "1", "new": "2"},
    "source": {"title": "1"},
    "destination": {"title": "2"},
    "comment": {"contentpath": "status", "text": "3"},
    "reply": {"text": "4"},
}
VERSION = {"id": 7, "created": "2025-11-01T00:00:00Z", "go_live_at": "2025-11-02T00:00:00Z"}


def test_a_history_tells_whatever_was_done_in_the_editors_language(
    request: pytest.FixtureRequest, editor: Client
) -> None:
    language = request.node.callspec.params["editor"]
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")
    actions = [name for name, _label in registry.get_choices() if not ABSENT.search(name)]
    for name in actions:
        log(item, name)
        for live in (True, False):
            log(item, name, data=DONE | {"revision": VERSION | {"has_live_version": live}})

    told = _told(editor, f"/admin/pages/{item.pk}/history/")

    assert len(told) > 3 * len(actions) > 60
    foreign = r"[A-Za-z]{2}" if language == "ko" else r"[A-Za-z]{2}|[가-힣]"
    assert {words for words in told if re.search(foreign, words)} == set()


def _told(editor: Client, address: str) -> list[str]:
    """What the pages of a history say was done, and what they offer to do with a version."""
    told = []
    for number in range(1, 20):
        page = lxml.html.fromstring(editor.get(f"{address}?p={number}").content.decode())
        told += [" ".join(cell.text_content().split()) for cell in page.xpath("//main//tbody/tr/td[1]")]
        if not page.xpath("//li[contains(@class, 'next')]//a"):
            break
    return told


def test_a_version_that_nobody_saved_is_told_to_be_the_systems(editor: Client) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    page = editor.get(f"/admin/pages/{item.pk}/revisions/{item.latest_revision_id}/revert/")

    (told,) = lxml.html.fromstring(page.content.decode()).xpath(
        "//div[@class='messages']//li[not(ancestor::template)]"
    )
    assert re.search(r"(저장한 사람: 시스템|保存人：\s?系统)$", " ".join(told.text_content().split()))


@pytest.mark.parametrize(
    ("language", "count"),
    [("ko", "일치하는 페이지 1건"), ("zh-hans", "找到1个页面"), ("en", "There is one matching page")],
)
def test_the_search_counts_what_it_found_and_leads_to_no_closed_page(
    account: Any, language: str, count: str
) -> None:
    user = account("administrator")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client = Client()
    client.force_login(user)

    page = lxml.html.fromstring(client.get("/admin/pages/search/?q=eVTOL独家").content.decode())

    said = " ".join(page.text_content().split())
    assert count in said
    assert "None" not in page.xpath("string(//main//thead)")
    others = page.xpath("//a[contains(@href, '/admin/') and contains(@href, '?q=')]/@href")
    assert not [address for address in others if "/images/" in address or "/documents/" in address]


@pytest.mark.parametrize(
    ("language", "users", "items"),
    [
        ("ko", "사용자: {}", "협력과제: {}"),
        ("zh-hans", "用户：{}", "合作事项：{}"),
        ("en", "{} users", "{} cooperation items"),
    ],
)
def test_a_list_counts_people_and_records_in_the_order_of_the_language(
    account: Any, language: str, users: str, items: str
) -> None:
    user = account("administrator")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client = Client()
    client.force_login(user)

    def counted(address: str) -> str:
        page = lxml.html.fromstring(client.get(address).content.decode())
        return str(page.xpath("normalize-space(//*[@class='pagination__end'])"))

    assert counted("/admin/users/") == users.format(get_user_model().objects.count())
    assert counted("/admin/cooperation-items/") == items.format(CooperationItem.objects.count()).capitalize()


def test_a_form_that_is_refused_says_so_in_the_editors_language(editor: Client) -> None:
    item = Page.objects.get(slug="korean-air-archer-evtol")

    page = editor.post(f"/admin/pages/{item.pk}/edit/", {"action-publish": "1"}).content.decode()

    assert not {text for text in english_in(page) if "validation" in text or "required" in text}


def test_what_wagtails_scripts_say_is_translated(editor: Client) -> None:
    catalog = editor.get("/admin/jsi18n/").content.decode()

    for text in ("Changes have been autosaved.", "(%(number)s new items in this menu)"):
        said = re.search(rf'"{re.escape(text)}": "([^"]+)"', catalog)
        assert said is not None
        assert said[1] != text


def test_what_our_own_scripts_say_is_translated(editor: Client) -> None:
    page = lxml.html.fromstring(editor.get("/admin/").content.decode())

    (script,) = page.xpath("//script[@data-check-url]")

    said = {name: text for name, text in script.attrib.items() if not name.endswith("-url") and name != "src"}
    assert {"data-signed-out", "data-figures-signed-out", "data-figures-not-reached"} <= said.keys()
    assert {name: text for name, text in said.items() if ENGLISH.search(text)} == {}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ko", "사용자 이름 또는 비밀번호가 올바르지 않습니다. 대소문자를 구분합니다."),
        ("zh-hans", "用户名或密码不正确。请注意区分大小写。"),
    ],
)
def test_a_wrong_password_is_told_without_a_doubtful_particle(language: str, sentence: str) -> None:
    page = Client().post(f"/{language}/sign-in/", {"username": "x", "password": "y"}).content.decode()

    assert sentence in page
    assert not re.search(r"[와과을를이가은는]\([과와를을가이는은]\)", page)


def test_no_korean_message_of_ours_leaves_the_particle_open() -> None:
    from django.conf import settings

    catalog = (settings.BASE_DIR / "locale" / "ko" / "LC_MESSAGES" / "django.po").read_text()

    assert not re.search(r"[와과을를이가은는]\([과와를을가이는은]\)", catalog)


def test_the_admin_leads_to_no_guide_to_wagtail(editor: Client) -> None:
    home = editor.get("/admin/").content.decode()

    assert "guide.wagtail.org" not in home
    assert "releases/latest" not in home
    assert "/admin/account/" in home
    menus = json.dumps(
        json.loads(lxml.html.fromstring(home).xpath("//script[@id='wagtail-sidebar-props']/text()")[0])
    )
    assert "keyboard-shortcuts-dialog" in menus


HALF_WIDTH = re.compile(
    "[一-鿿] ?[,:;!?(]|[,:;!?)] ?[一-鿿]|[一-鿿][.](?:\\s|$)|[一-鿿][\"']|[\"'][一-鿿]|[一-鿿][.]{3}|[一-鿿] [一-鿿]"
)
MEANT = re.compile("!表示|2 分钟前|[0-9] (?:个|分钟|小时|周|天|日)|-[0-9]+条|页面 [(].+[)]| [(][0-9]+[)]")
"""A mark of the register, Django's ages, and kinds and counts of pages that Wagtail itself puts in brackets."""


@pytest.mark.parametrize("editor", ["zh-hans"], indirect=True)
def test_chinese_has_signs_of_full_width(editor: Client) -> None:
    found: dict[str, set[str]] = {}
    for address in addresses():
        for text in said_in(page_at(editor, address)):
            if HALF_WIDTH.search(MEANT.sub("", text)):
                found.setdefault(address, set()).add(text)

    assert found == {}


def test_a_page_is_named_with_its_portal(request: pytest.FixtureRequest, editor: Client) -> None:
    chinese = request.node.callspec.params["editor"] == "zh-hans"
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    page = lxml.html.fromstring(editor.get(f"/admin/pages/{item.pk}/history/").content.decode())

    title = " ".join(page.xpath("string(//title)").split())
    assert title.startswith("历史记录：" if chinese else "이력: ")
    assert title.endswith("国土交通国际合作简报" if chinese else "국토교통 국제협력 브리핑")


def _speaking(account: Any, language: str) -> Client:
    UserProfile.objects.update_or_create(
        user=account("administrator"), defaults={"preferred_language": language}
    )
    client = Client()
    client.force_login(account("administrator"))
    return client


@pytest.mark.parametrize(
    ("language", "names"),
    [("ko", ["성", "이름"]), ("zh-hans", ["姓", "名"]), ("en", ["First Name", "Last Name"])],
)
def test_an_accounts_name_is_asked_for_as_it_is_said(account: Any, language: str, names: list[str]) -> None:
    client = _speaking(account, language)

    for address in ("/admin/account/", "/admin/users/new/", f"/admin/users/edit/{account('official').pk}/"):
        page = lxml.html.fromstring(client.get(address).content.decode())
        labels = [label.text_content().strip(" *\n") for label in page.xpath("//label")]
        assert [label for label in labels if label in names] == names, address


@pytest.mark.parametrize(("language", "roles"), [("ko", "그룹"), ("zh-hans", "组"), ("en", "Groups")])
def test_an_accounts_roles_are_not_called_what_perspectives_speak_to(
    account: Any, language: str, roles: str
) -> None:
    page = lxml.html.fromstring(_speaking(account, language).get("/admin/users/new/").content.decode())

    labels = [label.text_content().strip(" *\n") for label in page.xpath("//section[@id='tab-roles']//label")]
    assert roles in labels, labels


def test_the_sites_history_names_records_in_the_accounts_language(account: Any) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    item.save_revision(user=account("item-editor"), log_action=True)
    unit = Unit.objects.get(slug="aircraft")
    log(instance=unit, action="wagtail.edit", user=account("item-editor"))

    pages = {
        language: _speaking(account, language).get("/admin/reports/site-history/").content.decode()
        for language in ("en", "zh-hans")
    }

    assert item.headline_en in unescape(pages["en"])
    assert item.headline_zh_hans in pages["zh-hans"]
    assert item.headline_ko not in pages["en"] + pages["zh-hans"]
    assert "---------" not in pages["en"]
