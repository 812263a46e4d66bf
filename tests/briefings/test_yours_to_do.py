"""The admin's home begins with what waits for the person who looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile

from briefings import runs, tasks
from briefings.checking import waiving
from briefings.checking.draft_findings import draft_findings
from briefings.editions import release
from briefings.models import AssemblyRun, Briefing, Rendition, StoredExamination
from briefings.records.language_status import statuses
from briefings.schedule.scheduling import publish_due
from briefings.work.faults import MOST_ATTEMPTS
from projects.models import CooperationItem
from reviews.models import Waiver
from stakeholders.models import Perspective
from tests.briefings.editions import make_files, release_now, seal_sample

pytestmark = pytest.mark.django_db
SLUG = "bac-ninh-dong-nam-new-town"
ELSEWHERE = "korean-air-archer-evtol"
DRAFT = "item saved as a draft and not published"
UNCHECKED = "items that have changed and are not checked yet"
LINE = re.compile(r'<li class="waiting__line"><a href="([^"]+)"><strong[^>]*>(\d+)</strong> <span>([^<]+)')


@pytest.fixture(autouse=True)
def _examined(db: None) -> None:
    """As in a portal where somebody has looked before, also if the checks have changed since the sample was loaded."""
    draft_findings(seconds=60)


@pytest.fixture
def home(client: Client, account: Callable[[str], Any]) -> Callable[..., str]:
    """The home page of the admin as one of the demonstration's accounts sees it."""

    def read(name: str, language: str = "en") -> str:
        user = account(name)
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.save()
        client.force_login(user)
        return client.get("/admin/").content.decode()

    return read


def _lines(page: str) -> dict[str, tuple[int, str]]:
    """What waits, with its number and its link."""
    return {what.strip(): (int(number), unescape(url)) for url, number, what in LINE.findall(page)}


def _change_korean() -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_ko = item.summary_ko.rstrip(".") + " 등."
    item.save_revision().publish()


def _run() -> AssemblyRun:
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["presidential"]
    )
    runs.work_on(run.pk)
    run.refresh_from_db()
    return run


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        ("ko", "내가 할 일", "지금 처리할 일이 없습니다."),
        ("zh-hans", "我的待办", "目前没有待办事项。"),
        ("en", "Yours to do", "Nothing waits for you."),
    ],
)
def test_where_nothing_waits_the_home_says_so_in_each_language(
    home: Callable[..., str], language: str, title: str, sentence: str
) -> None:
    page = home("item-editor", language)

    assert title in page
    assert sentence in page
    assert _lines(page) == {}


def test_a_translator_is_sent_to_the_texts_that_became_stale_and_that_are_missing(
    home: Callable[..., str], client: Client
) -> None:
    _change_korean()
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.headline_en = ""
    item.save_revision()

    lines = _lines(home("translator"))

    assert {what: number for what, (number, _url) in lines.items()} == {
        "Chinese text whose Korean has changed": 1,
        "English text whose Korean has changed": 1,
        "English text to write": 1,
    }
    shown = CooperationItem.objects.get(slug=SLUG).headline_en  # what is live: the draft has none
    assert shown in client.get(lines["English text to write"][1]).content.decode()


def _only_bureau(group: Any, bureau: Any) -> None:
    """As an administrator leaves a role one bureau of all."""
    rights = GroupPagePermission.objects.filter(group=group).values_list("permission", flat=True).distinct()
    for permission in list(rights):
        GroupPagePermission.objects.get_or_create(group=group, page=bureau, permission_id=permission)
    GroupPagePermission.objects.filter(group=group).exclude(page=bureau).delete()


def test_an_editor_sees_the_items_of_the_own_bureau_alone(
    home: Callable[..., str], account: Callable[[str], Any], client: Client
) -> None:
    _change_korean()
    elsewhere = CooperationItem.objects.get(slug="korean-air-archer-evtol").get_parent()
    group = account("item-editor").groups.get()
    before = _lines(home("item-editor"))

    _only_bureau(group, elsewhere)

    assert before["item whose Chinese is stale"][0] == 1
    assert SLUG not in _lines(home("item-editor"))
    assert _lines(home("item-editor")) == {}
    own = CooperationItem.objects.get(slug=SLUG).get_parent()
    _only_bureau(group, own)
    assert f"bureau={own.slug}" in _lines(home("item-editor"))["item whose Chinese is stale"][1]


def test_findings_that_stop_sealing_wait_for_the_items_editor_and_for_the_briefings(
    home: Callable[..., str], client: Client, account: Callable[[str], Any]
) -> None:
    _change_korean()
    run = _run()
    blocking = [finding for finding in run.findings if finding["severity"] == "blocking"]

    editor, briefing_editor = _lines(home("item-editor")), _lines(home("briefing-editor"))

    assert editor["item with findings that stop sealing"][0] == 1
    assert briefing_editor["findings that stop sealing"][0] == len(blocking) == 2
    for finding in blocking:
        client.post(
            f"/admin/briefings/{run.briefing_id}/desk/waive/",
            {"finding": finding["digest"], "reason": "뜻은 같음"},
        )
    assert "findings that stop sealing" not in home("briefing-editor")


def _forbidden_name_in_draft() -> Any:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_zh_hans = item.summary_zh_hans.replace("国土交通部", "国土交通省") + "国土交通省说明。"
    item.save_revision()
    return item


def test_a_saved_draft_that_would_stop_sealing_waits_for_its_editor_before_any_run(
    home: Callable[..., str], client: Client, account: Callable[[str], Any]
) -> None:
    _forbidden_name_in_draft()

    number, url = _lines(home("item-editor"))["item with findings that stop sealing"]

    assert number == 1
    listed = client.get(url).content.decode()
    assert "国土交通省" in listed
    elsewhere = CooperationItem.objects.get(slug="korean-air-archer-evtol").get_parent()
    _only_bureau(account("item-editor").groups.get(), elsewhere)
    assert "item with findings that stop sealing" not in _lines(home("item-editor"))


def test_a_mended_draft_waits_no_longer_and_one_that_somebody_let_stand_does_not_wait(
    home: Callable[..., str], account: Callable[[str], Any]
) -> None:
    before = CooperationItem.objects.get(slug=SLUG).summary_zh_hans
    item = _forbidden_name_in_draft()
    for finding in draft_findings().findings:
        if finding["severity"] == "blocking":
            waiving.waive(finding=finding, reason="뜻은 같음", by=account("translator"))
    let_stand = _lines(home("item-editor"))
    Waiver.objects.all().delete()
    waits = _lines(home("item-editor"))

    item.summary_zh_hans = before
    item.save_revision()

    assert "item with findings that stop sealing" not in let_stand
    assert "item with findings that stop sealing" in waits
    assert "item with findings that stop sealing" not in _lines(home("item-editor"))


def _forbidden_name_in_perspective() -> Perspective:
    perspective = Perspective.objects.first().get_latest_revision_as_object()
    message = perspective.messages.first()
    message.message_zh_hans += "国土交通省说明。"
    perspective.messages = [message, *list(perspective.messages.all())[1:]]
    perspective.save_revision()
    return perspective


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("ko", "확정을 막는 점검사항이 있는 기록", "관심사항·메시지"),
        ("zh-hans", "条记录存在阻止定稿的核查问题", "关切与口径"),
        ("en", "record with findings that stop sealing", "perspectives"),
    ],
)
def test_a_draft_of_a_perspective_that_would_stop_sealing_waits_for_those_who_may_change_it(
    home: Callable[..., str], client: Client, language: str, line: str, kind: str
) -> None:
    _forbidden_name_in_perspective()

    lines = _lines(home("item-editor", language))

    number, url = lines[line]
    assert number == 1
    assert f'<span class="waiting__about">{kind}</span>' in home("item-editor", language)
    assert "国土交通省" in client.get(url).content.decode()
    assert line not in _lines(home("approver", language))


def test_a_briefings_draft_waits_for_those_who_write_briefings_and_not_for_an_item_editor(
    home: Callable[..., str],
) -> None:
    briefing = Briefing.objects.get(slug="2025-11").get_latest_revision_as_object()
    briefing.conclusion_zh_hans += "国土交通省说明。"
    briefing.save_revision()

    waits = _lines(home("briefing-editor"))

    assert waits["record with findings that stop sealing"][0] == 1
    assert "record with findings that stop sealing" not in _lines(home("item-editor"))


def test_a_draft_waits_for_who_may_publish_it_and_leads_to_its_place(
    home: Callable[..., str], account: Callable[[str], Any], client: Client
) -> None:
    editor = account("briefing-editor")
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.editor_note = "Ask again."
    revision = item.save_revision(user=editor)
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.legal_clause = "제9조제1항제2호"
    briefing.save_revision(user=editor)

    waits = _lines(home("briefing-editor"))
    number, items = waits[DRAFT]
    draft = waits["draft that is not published"]

    assert number == 1
    listed = client.get(items).content.decode()
    assert f"/admin/pages/{item.pk}/edit/" in listed
    assert f"/admin/pages/{CooperationItem.objects.exclude(pk=item.pk).first().pk}/edit/" not in listed
    assert draft == (1, f"/admin/pages/{briefing.pk}/edit/")
    assert _lines(home("item-editor")).keys() == {DRAFT}
    revision.publish()
    assert _lines(home("briefing-editor")).keys() == {"draft that is not published"}


def test_a_draft_still_waits_for_its_editor_when_the_translator_has_saved_it_last(
    home: Callable[..., str], account: Callable[[str], Any], client: Client
) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.editor_note = "Ask again."
    item.save_revision(user=account("item-editor"))
    item = item.get_latest_revision_as_object()
    item.summary_en += " More."
    item.save_revision(user=account("translator"))

    number, items = _lines(home("item-editor"))[DRAFT]

    assert number == 1
    assert f"/admin/pages/{item.pk}/edit/" in client.get(items).content.decode()
    assert DRAFT not in _lines(home("translator"))


def test_drafts_of_other_bureaus_wait_for_none_who_may_not_publish_there(
    home: Callable[..., str], account: Callable[[str], Any], client: Client
) -> None:
    own, other = CooperationItem.objects.get(slug=SLUG), CooperationItem.objects.get(slug=ELSEWHERE)
    _only_bureau(account("item-editor").groups.get(), own.get_parent())
    # somebody of two roles sees all items, and publishes the own bureau's
    account("item-editor").groups.add(account("translator").groups.get())
    other.specific.save_revision(user=account("translator"))

    without = _lines(home("item-editor"))
    own.specific.save_revision(user=account("translator"))
    number, items = _lines(home("item-editor"))[DRAFT]

    assert DRAFT not in without
    assert number == 1
    listed = client.get(items).content.decode()
    assert f"/admin/pages/{own.pk}/edit/" in listed
    assert f"/admin/pages/{other.pk}/edit/" not in listed


def test_no_draft_waits_for_somebody_who_may_not_publish_it(
    home: Callable[..., str], account: Callable[[str], Any]
) -> None:
    for record in (CooperationItem.objects.get(slug=SLUG).specific, Perspective.objects.first()):
        record.save_revision(user=account("translator"))

    assert _lines(home("translator")) == {}


def test_a_perspectives_draft_waits_for_who_may_publish_it(
    home: Callable[..., str], account: Callable[[str], Any], client: Client
) -> None:
    perspective, other = Perspective.objects.all()[:2]
    perspective.save_revision(user=account("translator"))

    number, url = _lines(home("briefing-editor"))["perspective saved as a draft and not published"]

    assert number == 1
    listed = client.get(url).content.decode()
    assert f"/perspective/edit/{perspective.pk}/" in listed
    assert f"/perspective/edit/{other.pk}/" not in listed
    assert "perspective saved as a draft and not published" not in _lines(home("item-editor"))


def test_what_was_taken_off_or_is_set_to_appear_waits_for_nobody(
    home: Callable[..., str], account: Callable[[str], Any]
) -> None:
    editor = account("item-editor")
    taken_off, to_appear = CooperationItem.objects.all()[:2]
    taken_off.specific.save_revision(user=editor).publish()
    taken_off.refresh_from_db()
    taken_off.specific.unpublish()
    draft = to_appear.specific
    draft.go_live_at = timezone.now() + timedelta(days=1)
    draft.save_revision(user=editor).publish()

    assert DRAFT not in _lines(home("item-editor"))


def test_items_that_are_not_checked_yet_are_not_called_up_to_date(
    home: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.clear()
    StoredExamination.objects.all().delete()
    monkeypatch.setattr("briefings.home.found_in_all._EXAMINING", 0)

    first = _lines(home("item-editor"))[UNCHECKED]
    second = _lines(home("item-editor"))[UNCHECKED]

    assert first[0] > second[0] > 1
    assert first[1].startswith("/admin/reports/open-findings/")


def test_a_worker_checks_what_was_written_so_that_no_page_has_to(
    home: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.clear()
    StoredExamination.objects.all().delete()
    monkeypatch.setattr("briefings.home.found_in_all._EXAMINING", 0)

    # beat asks again and again, since each time is bounded
    waits, left = {UNCHECKED: (0, "")}, CooperationItem.objects.count()
    while UNCHECKED in waits and left:
        tasks.examine_drafts()
        waits, left = _lines(home("item-editor")), left - 1
    with CaptureQueriesContext(connection) as asked:
        tasks.examine_drafts()

    assert UNCHECKED not in waits
    # that nothing was written since is asked of four tables
    assert len(asked) == 4


def test_a_failed_run_and_a_failed_file_wait_for_the_briefing_editor(
    home: Callable[..., str], account: Callable[[str], Any]
) -> None:
    edition = seal_sample("presidential", by=account("briefing-editor"))
    run = _run()
    AssemblyRun.objects.filter(pk=run.pk).update(state="failed")
    Rendition.objects.filter(edition=edition).update(state="ready")
    Rendition.objects.filter(edition=edition, format="pdf").update(state="failed")

    lines = _lines(home("briefing-editor"))

    desk = f"/admin/briefings/{edition.briefing_id}/desk/"
    assert lines == {
        "assembly failed: ask for it again": (1, desk),
        "files failed: make them again": (3, f"{desk}#edition-{edition.pk}"),
    }


def test_a_run_that_fails_before_its_checks_hides_no_finding_of_the_one_before(
    home: Callable[..., str],
) -> None:
    _change_korean()
    run = _run()
    failed = AssemblyRun.objects.create(
        briefing=run.briefing, audiences=["presidential"], step="collect", attempts=MOST_ATTEMPTS
    )
    runs.work_on(failed.pk)

    editor, briefing_editor = _lines(home("item-editor")), _lines(home("briefing-editor"))

    assert editor["item with findings that stop sealing"][0] == 1
    assert briefing_editor["findings that stop sealing"][0] == 2
    assert briefing_editor["assembly failed: ask for it again"][0] == 1


def test_a_failed_run_that_was_asked_for_again_is_no_longer_waited_for(home: Callable[..., str]) -> None:
    failed = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["presidential"], attempts=MOST_ATTEMPTS
    )
    runs.work_on(failed.pk)
    before = _lines(home("briefing-editor"))

    AssemblyRun.objects.create(briefing=failed.briefing, audiences=["presidential"])

    assert before.keys() == {"assembly failed: ask for it again"}
    assert _lines(home("briefing-editor")) == {}


def test_an_edition_waits_for_approval_then_release_and_never_for_who_assembled_it(
    home: Callable[..., str], account: Callable[[str], Any]
) -> None:
    edition = seal_sample("presidential", by=account("briefing-editor"))
    before_files = _lines(home("approver"))
    make_files(edition, formats=())

    approver, assembler = _lines(home("approver")), _lines(home("briefing-editor"))

    assert before_files == {}
    assert approver.keys() == {"edition to read and approve"}
    assert assembler.keys() == {"edition that somebody else has to read and approve"}
    release_now(edition, approver=account("approver"))
    assert _lines(home("approver")) == _lines(home("briefing-editor")) == {}


def test_an_older_edition_no_longer_waits_once_a_newer_one_is_sealed(
    home: Callable[..., str], account: Callable[[str], Any]
) -> None:
    make_files(seal_sample("presidential", by=account("briefing-editor")), formats=())
    _change_korean()
    make_files(seal_sample("presidential", by=account("briefing-editor")), formats=())

    page = home("approver")

    assert len(LINE.findall(page)) == 1
    assert "1.1" in page


def test_an_approver_comes_to_the_desk_of_what_is_released_and_waits_for_nobody(
    home: Callable[..., str], account: Callable[[str], Any]
) -> None:
    edition = seal_sample("presidential")
    make_files(edition, formats=(), languages=())
    release_now(edition, approver=account("approver"))

    desk = f"/admin/briefings/{edition.briefing_id}/desk/"
    assert desk in home("approver", "ko")
    assert desk not in home("item-editor")


def test_the_home_costs_the_same_queries_for_more_items_and_editions(
    home: Callable[..., str], account: Callable[[str], Any]
) -> None:
    names = ("item-editor", "translator", "briefing-editor", "approver", "administrator")

    def queries(name: str) -> int:
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            home(name)
        return len(asked)

    _change_korean()
    edition = seal_sample("presidential", by=account("briefing-editor"))
    Rendition.objects.filter(edition=edition).update(state="failed")
    for name in names:
        home(name)
    before = {name: queries(name) for name in names}
    for item in list(CooperationItem.objects.all()[:3]):
        item.specific.copy(update_attrs={"slug": f"{item.slug}-copy"})
    draft_findings(seconds=60)  # each new text is examined and counted once, by whoever asks first
    statuses()
    other = seal_sample("partner", by=account("briefing-editor"))
    Rendition.objects.filter(edition=other).update(state="failed")

    assert {name: queries(name) for name in names} == before


def test_a_refused_edition_waits_for_its_editor_with_the_reason_and_for_no_approver(
    home: Callable[..., str], account: Callable[[str], Any]
) -> None:
    edition = seal_sample("presidential", by=account("briefing-editor"))
    make_files(edition, formats=())

    release.refuse(edition=edition, by=account("approver"), reason="건의 1의 기한이 빠짐")

    desk = f"/admin/briefings/{edition.briefing_id}/desk/#edition-{edition.pk}"
    assert _lines(home("approver")) == {}
    assert _lines(home("briefing-editor")) == {"edition was refused: 건의 1의 기한이 빠짐": (1, desk)}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "draft that could not be published at its time"),
        ("ko", "예약한 시각에 게시하지 못한 초안"),
        ("zh-hans", "未能在预定时间发布的草稿"),
    ],
)
def test_a_draft_that_could_not_be_published_at_its_time_waits_for_those_who_may_publish_it(
    home: Callable[..., str], language: str, said: str
) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.confidence, item.go_live_at = "?", timezone.now() - timedelta(minutes=10)
    item.save_revision(clean=False, approved_go_live_at=item.go_live_at)

    publish_due()

    number, address = _lines(home("administrator", language))[said]
    assert (number, address) == (1, reverse("wagtailadmin_pages:edit", args=[item.pk]))
    assert said not in _lines(home("approver", language))
