"""Decisions in transactions of their own: two at once, and one after the other."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import lxml.html
import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from agencies.models import Agency
from briefings.checking import examinations
from briefings.content.files import read_content
from briefings.content.loading import load
from briefings.editions import release
from briefings.models import Briefing, Edition, HomePage, Refusal, Release, Rendition, StoredExamination
from briefings.runs import request_run, work_on
from briefings.termbase import importing
from projects.addresses import wait_for_others
from projects.models import Bureau, CooperationItem
from reviews.locks import Lock, wait_for_turn
from tests.briefings.editions import release_now, seal_sample
from tests.projects.test_odd_forms import Form
from vocabulary.models import Term
from vocabulary.versions import wait_for_savers

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
NAMED_BY_NO_BRIEFING = "korea-infrastructure-solution"
FORM = "application/x-www-form-urlencoded"


def _release_on_the_desk(edition: Edition) -> str:
    """Press Release as another person would; the desk as it stands then."""
    client = Client()
    client.force_login(get_user_model().objects.get(username="approver"))
    try:
        answer = client.post(
            reverse("edition-release", args=[edition.pk]), {f"e{edition.pk}-at_once": "on"}, follow=True
        )
        assert answer.status_code == 200
        return answer.content.decode()
    finally:
        connection.close()


def _waiting_for_a_lock() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # a transaction would see what it saw first
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        (number,) = cursor.fetchone()
    return int(number)


def test_two_who_press_release_at_once_release_it_once_and_the_second_is_told(live_database: str):
    edition = seal_sample("presidential")
    Rendition.objects.filter(edition=edition).update(state="ready")
    release.approve(edition=edition, by=get_user_model().objects.get(username="approver"))

    with ThreadPoolExecutor(2) as people:
        # nobody gets further than writing the row until both have begun
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE briefings_release IN SHARE MODE")
            pressed = [people.submit(_release_on_the_desk, edition) for _ in range(2)]
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 2 and time.monotonic() < patience:
                time.sleep(0.05)
        desks = [each.result() for each in pressed]

    assert Release.objects.filter(edition=edition).count() == 1
    assert sum("배포했습니다." in desk for desk in desks) == 1
    assert sum("이미 배포된 확정본입니다." in desk for desk in desks) == 1


def test_no_agency_is_added_to_a_release_that_was_decided(live_database: str):
    edition = seal_sample("partner")
    approver = get_user_model().objects.get(username="approver")
    release_now(edition, approver=approver, agencies=Agency.objects.filter(slug="demo-embassy"))
    decided = Release.objects.get(edition=edition)

    with pytest.raises(IntegrityError, match="chosen with it"):
        decided.agencies.add(Agency.objects.get(slug="demo-development-bank"))

    assert list(decided.agencies.values_list("slug", flat=True)) == ["demo-embassy"]


def _rename(item: CooperationItem, slug: str) -> str:
    """Publish an item's form with another identifier; the page that is shown then."""
    client = Client()
    client.force_login(get_user_model().objects.get(username="administrator"))
    try:
        form = Form(client, reverse("wagtailadmin_pages:edit", args=[item.pk]))
        fields = [(name, slug if name == "slug" else value) for name, value in form.fields]
        answer = client.post(form.address, urlencode([*fields, ("action-publish", "action-publish")]), FORM)
        return "saved" if answer.status_code == 302 else answer.content.decode()
    finally:
        connection.close()


def test_of_two_who_give_two_items_one_identifier_at_once_the_second_is_told_in_the_form(live_database: str):
    items = CooperationItem.objects.order_by("pk")[:2]

    with ThreadPoolExecutor(2) as people:
        # nobody gets further than the question whether it is taken until both ask it
        with transaction.atomic():
            wait_for_others()
            sent = [people.submit(_rename, item, "the-same") for item in items]
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 2 and time.monotonic() < patience:
                time.sleep(0.05)
        shown = [each.result() for each in sent]

    assert CooperationItem.objects.filter(slug="the-same").count() == 1
    assert sum(page == "saved" for page in shown) == 1
    assert sum("다른 협력과제가 이 식별자를 사용하고 있습니다." in page for page in shown) == 1


@pytest.mark.parametrize("model", [Bureau, Briefing])
def test_of_two_who_give_two_siblings_one_address_at_once_the_second_is_told_in_the_form(
    live_database: str, model: Any
):
    first = model.objects.order_by("pk")[0]
    if model is Briefing:
        first.copy(update_attrs={"slug": "a-copy"}, copy_revisions=False)
    siblings = first.get_siblings().type(model).order_by("pk")[:2]

    with ThreadPoolExecutor(2) as people:
        # nobody gets further than the question whether it is taken until both ask it
        with transaction.atomic():
            wait_for_savers(first.get_parent())
            sent = [people.submit(_rename, each, "the-same") for each in siblings]
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 2 and not sent[0].done() and time.monotonic() < patience:
                time.sleep(0.05)
        shown = [each.result() for each in sent]

    assert first.get_siblings().filter(slug="the-same").count() == 1
    assert sum(page == "saved" for page in shown) == 1
    assert sum("식별자 “the-same”" in " ".join(_errors(page)) for page in shown if page != "saved") == 1


def _send(address: str, typed: dict[str, str]) -> tuple[int, str]:
    """Send a form as another person would; what is answered."""
    client = Client()
    client.force_login(get_user_model().objects.get(username="administrator"))
    try:
        answer = client.post(address, dict(Form(client, address).fields) | typed)
        return answer.status_code, answer.content.decode()
    finally:
        connection.close()


TERM = {"subject": "aviation", "preferred_ko": "가", "preferred_zh_hans": "甲", "preferred_en": "a"}
ACCOUNT = {"first_name": "길동", "last_name": "홍", "email": "hong@example.org", "password1": "eenwaw-9981"}


@pytest.mark.parametrize(
    ("table", "name", "kind", "typed", "refused"),
    [
        (
            "vocabulary_term",
            "wagtailsnippets_vocabulary_term:add",
            [],
            TERM | {"identifier": "T-9999"},
            "식별자 값이 같은 용어 항목이 이미 있습니다.",
        ),
        (
            "auth_user",
            "wagtailusers_users:add",
            [],
            ACCOUNT | {"username": "hong", "password2": ACCOUNT["password1"]},
            "이 사용자명은 이미 사용되고 있습니다.",
        ),
        (
            "wagtailcore_page",
            "wagtailadmin_pages:add",
            ["projects", "bureau"],
            {"name_ko": "국", "slug": "bureau"},
            "식별자 “bureau”: 같은 상위 페이지에서 이미 쓰고 있습니다.",
        ),
    ],
)
def test_of_two_who_make_a_record_of_one_name_at_once_the_second_is_told_in_the_form(
    live_database: str, table: str, name: str, kind: list[str], typed: dict[str, str], refused: str
):
    address = reverse(name, args=[*kind, HomePage.objects.get().pk] if kind else [])

    with ThreadPoolExecutor(2) as people:
        # nobody gets further than the write until both have been told that the name is free
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {table} IN SHARE MODE")
            sent = [people.submit(_send, address, typed) for _ in range(2)]
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 2 and time.monotonic() < patience:
                time.sleep(0.05)
        answers = sorted(each.result() for each in sent)

    assert [status for status, _page in answers] == [200, 302]
    assert refused in " ".join(_errors(answers[0][1]))


def _errors(page: str) -> list[str]:
    found = lxml.html.fromstring(page).xpath("//*[contains(@class, 'error-message')]")
    return [" ".join(each.text_content().split()) for each in found]


def _import(english: str) -> str:
    file = f"id,subject,status,ko,zh-hans,en\nT-9999,aviation,proposed,가,甲,{english}\n"
    try:
        return importing.summary(importing.apply(file.encode(), "terms.csv", by=None))
    finally:
        connection.close()


def test_of_two_files_that_bring_one_term_at_once_the_second_changes_it(live_database: str):
    Term.objects.all().delete()  # there is no row that the second could wait for
    with ThreadPoolExecutor(2) as people:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE vocabulary_term IN SHARE MODE")
            read = [people.submit(_import, english) for english in ("one", "two")]
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 2 and time.monotonic() < patience:
                time.sleep(0.05)
        said = sorted(each.result().partition(",")[0] for each in read)

    assert said == ["신규 0건", "신규 1건"]


def _publish(form: Form) -> int:
    try:
        fields = [*form.fields, ("action-publish", "action-publish")]
        return form.client.post(form.address, urlencode(fields), FORM).status_code
    finally:
        connection.close()


def test_a_page_that_is_moved_and_locked_while_it_is_published_stays_so(live_database: str):
    item = CooperationItem.objects.get(slug="apec-ceo-summit-2025")
    other = Bureau.objects.exclude(pk=item.get_parent().pk).order_by("pk")[0]
    client = Client()
    client.force_login(get_user_model().objects.get(username="administrator"))
    form = Form(client, reverse("wagtailadmin_pages:edit", args=[item.pk]))

    with ThreadPoolExecutor(1) as people:
        with transaction.atomic():
            wait_for_savers(item).move(other, pos="last-child")
            Page.objects.filter(pk=item.pk).update(locked=True)
            sent = people.submit(_publish, form)
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 1 and not sent.done() and time.monotonic() < patience:
                time.sleep(0.05)
        assert sent.result() == 302

    published = CooperationItem.objects.get(pk=item.pk)
    assert (published.get_parent().pk, published.locked) == (other.pk, True)
    assert not any(Page.find_problems())


def test_two_who_move_a_page_at_once_leave_the_tree_whole(live_database: str):
    item = CooperationItem.objects.get(slug="apec-ceo-summit-2025")
    first, second = Bureau.objects.exclude(pk=item.get_parent().pk).order_by("pk")[:2]

    with ThreadPoolExecutor(1) as people:
        with transaction.atomic():
            wait_for_savers(item).move(first, pos="last-child")
            address = reverse("wagtailadmin_pages:move_confirm", args=[item.pk, second.pk])
            sent = people.submit(_press, address)
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 1 and not sent.done() and time.monotonic() < patience:
                time.sleep(0.05)
        assert sent.result() == 302

    assert CooperationItem.objects.get(pk=item.pk).get_parent().pk == second.pk
    assert not any(Page.find_problems())


@pytest.mark.parametrize("position", [0, 2])
def test_two_who_put_pages_in_order_at_once_leave_the_tree_whole(live_database: str, position: int):
    bureau = Bureau.objects.order_by("-numchild")[0]
    children = list(bureau.get_children())

    with ThreadPoolExecutor(1) as people:
        with transaction.atomic():
            wait_for_savers(children[1]).move(children[0], pos="left")
            address = reverse("wagtailadmin_pages:set_page_position", args=[children[0].pk])
            sent = people.submit(_press, f"{address}?position={position}")
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 1 and not sent.done() and time.monotonic() < patience:
                time.sleep(0.05)
        assert sent.result() == 200

    assert {each.pk for each in bureau.get_children()} == {each.pk for each in children}
    assert not any(Page.find_problems())


def _press_with(address: str, sent: dict[str, Any]) -> int:
    client = Client()
    client.force_login(get_user_model().objects.get(username="administrator"))
    try:
        return client.post(address, sent).status_code
    finally:
        connection.close()


def test_two_who_move_ticked_pages_into_one_bureau_at_once_both_do(live_database: str):
    into = Bureau.objects.order_by("numchild")[0]
    items = CooperationItem.objects.exclude(path__startswith=into.path).order_by("pk")[:2]
    move = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])

    with ThreadPoolExecutor(2) as people:
        # nobody gets further than the first write until both have begun
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE wagtailcore_page IN SHARE MODE")
            sent = [
                people.submit(
                    _press_with,
                    f"{move}?id={item.pk}&next=/admin/",
                    {"chooser": into.pk, "move_applied": "on"},
                )
                for item in items
            ]
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 2 and time.monotonic() < patience:
                time.sleep(0.05)
        assert [each.result() for each in sent] == [302, 302]

    moved = CooperationItem.objects.filter(pk__in=[item.pk for item in items])
    assert {item.get_parent().pk for item in moved} == {into.pk}
    assert not any(Page.find_problems())


def test_who_publishes_many_pages_and_is_broken_off_by_postgresql_begins_again(live_database: str):
    """Of two who wait for each other PostgreSQL breaks off the one that has waited for longer."""
    first, second = CooperationItem.objects.order_by("pk")[:2]
    publish = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    with ThreadPoolExecutor(1) as people:
        with transaction.atomic():
            wait_for_savers(second)
            address = f"{publish}?id={first.pk}&id={second.pk}&next=/admin/"
            sent = people.submit(_press, address)
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 1 and not sent.done() and time.monotonic() < patience:
                time.sleep(0.05)
            wait_for_savers(first)
        assert sent.result() == 302


def test_an_assembly_of_a_briefing_that_was_just_deleted_is_refused(live_database: str):
    briefing = Briefing.objects.get(slug="2025-11")
    Briefing.objects.get(pk=briefing.pk).delete()

    with pytest.raises(Briefing.DoesNotExist):
        request_run(briefing=briefing, audiences=["presidential"], by=None)


def test_an_assembly_by_an_account_that_was_just_deleted_is_refused_and_not_tried_for_ever(
    live_database: str,
):
    gone = get_user_model().objects.create_user("kim", password=None)
    get_user_model().objects.filter(pk=gone.pk).delete()

    with pytest.raises(IntegrityError, match="requested_by"):
        request_run(briefing=Briefing.objects.get(slug="2025-11"), audiences=["partner"], by=gone)


def _until_somebody_waits() -> None:
    patience = time.monotonic() + 60
    while _waiting_for_a_lock() < 1 and time.monotonic() < patience:
        time.sleep(0.05)


def _work_on(run: int) -> None:
    try:
        work_on(run)
    finally:
        connection.close()


def _delete(item: CooperationItem) -> str:
    client = Client()
    client.force_login(get_user_model().objects.get(username="administrator"))
    try:
        return client.post(reverse("wagtailadmin_pages:delete", args=[item.pk]), follow=True).content.decode()
    finally:
        connection.close()


@pytest.mark.parametrize("change", ["deleted", "renamed"])
def test_no_edition_is_sealed_of_an_item_that_is_deleted_or_renamed_once_it_was_collected(
    live_database: str, change: str
):
    item = CooperationItem.objects.get(slug=NAMED_BY_NO_BRIEFING)
    briefing = Briefing.objects.get(slug="2025-11")
    run, _made = request_run(briefing=briefing, audiences=["partner"], by=None)

    with ThreadPoolExecutor(1) as worker:
        with transaction.atomic():
            wait_for_turn(Lock.SEALING, briefing.pk)
            worked = worker.submit(_work_on, run.pk)
            _until_somebody_waits()
            with ThreadPoolExecutor(1) as editor:
                said = editor.submit(
                    *((_delete, item) if change == "deleted" else (_rename, item, "renamed"))
                )
                said.result()
        worked.result()

    run.refresh_from_db()
    blocking = [finding["code"] for finding in run.findings if finding["severity"] == "blocking"]
    # collected again: its chapter was written for an item that is there no more by this name
    assert (run.state, blocking) == ("blocked", ["chapter-stale"])
    assert not Edition.objects.exists()


@pytest.mark.parametrize("change", ["deleted", "renamed"])
def test_an_item_whose_edition_is_just_being_sealed_stays_and_keeps_its_identifier(
    live_database: str, change: str
):
    item = CooperationItem.objects.get(slug=NAMED_BY_NO_BRIEFING)

    with ThreadPoolExecutor(1) as editor:
        with transaction.atomic():
            seal_sample("partner")
            said = editor.submit(*((_delete, item) if change == "deleted" else (_rename, item, "renamed")))
            _until_somebody_waits()
        page = said.result()

    assert CooperationItem.objects.get(pk=item.pk).slug == NAMED_BY_NO_BRIEFING
    kept = {"deleted": "확정본이 “", "renamed": "가리키는 확정본이 있습니다"}[change]
    assert kept in page


def _load(folder: Path) -> str:
    try:
        return f"{load(read_content(folder))['items']} written"
    finally:
        connection.close()


def test_files_are_loaded_while_an_item_they_name_gets_another_identifier(live_database: str, tmp_path: Path):
    """The form holds the item and waits to give its slug; the files bring an item that needs one too."""
    folder = Path(shutil.copytree(FIXTURES, tmp_path / "content"))
    item = CooperationItem.objects.get(slug="apec-ceo-summit-2025")
    file = folder / "items" / f"{item.slug}.yaml"
    text = file.read_text()
    (folder / "items" / "new-item.yaml").write_text(text.replace(f"slug: {item.slug}", "slug: new-item", 1))
    file.write_text(text.replace("confidence: N", "confidence: B", 1))

    with ThreadPoolExecutor(2) as people:
        with transaction.atomic():
            wait_for_others()
            patience = time.monotonic() + 60
            loaded = people.submit(_load, folder)
            while _waiting_for_a_lock() < 1 and time.monotonic() < patience:
                time.sleep(0.05)
            sent = people.submit(_rename, item, "renamed")
            while _waiting_for_a_lock() < 2 and time.monotonic() < patience:
                time.sleep(0.05)
        assert loaded.result() == "2 written"

    assert "더 새로운 버전이 저장되었습니다." in sent.result()


def _press(address: str) -> int:
    client = Client()
    client.force_login(get_user_model().objects.get(username="administrator"))
    try:
        return client.post(address).status_code
    finally:
        connection.close()


def _saved_while(address: str, item: CooperationItem) -> Any:
    """Press a button while a colleague saves a draft of the item; the item's form as it stands then."""
    with ThreadPoolExecutor(1) as people:
        with transaction.atomic():
            draft = wait_for_savers(item).specific.get_latest_revision_as_object()
            draft.headline_en = "Written meanwhile"
            draft.save_revision()
            pressed = people.submit(_press, address)
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 1 and not pressed.done() and time.monotonic() < patience:
                time.sleep(0.05)
        assert pressed.result() == 302
    return CooperationItem.objects.get(pk=item.pk).specific


def test_who_unpublishes_a_page_while_it_is_saved_loses_no_draft_of_it(live_database: str):
    item = CooperationItem.objects.order_by("pk")[0]

    after = _saved_while(reverse("wagtailadmin_pages:unpublish", args=[item.pk]), item)

    assert not after.live
    assert after.get_latest_revision_as_object().headline_en == "Written meanwhile"


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_who_acts_on_ticked_pages_while_one_is_saved_acts_on_what_was_saved(live_database: str, action: str):
    item = CooperationItem.objects.order_by("pk")[0]
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    after = _saved_while(f"{address}?id={item.pk}&next=/admin/", item)

    assert after.live is (action == "publish")
    assert after.get_latest_revision_as_object().headline_en == "Written meanwhile"


def _keep(used: list[str]) -> bool:
    try:
        examinations.keep_all({}, used)
    finally:
        connection.close()
    return True


def test_two_runs_that_note_the_same_examinations_do_not_wait_for_each_other(live_database: str):
    keys = ["a" * 64, "b" * 64]
    long_ago = timezone.now() - timedelta(days=8)
    StoredExamination.objects.all().delete()
    StoredExamination.objects.bulk_create(StoredExamination(key=key, content=b"{}") for key in keys)
    StoredExamination.objects.update(used_at=long_ago)

    with ThreadPoolExecutor(1) as other, transaction.atomic():
        examinations.keep_all({}, keys[:1])
        assert other.submit(_keep, keys).result(timeout=30)

    assert not StoredExamination.objects.filter(used_at=long_ago).exists()


def _decided(decide: Callable[..., Any], **given: Any) -> str:
    """What whoever decides is told against it; empty where it is done."""
    try:
        decide(by=get_user_model().objects.get(username="approver"), **given)
    except release.Refused as refused:
        return str(refused)
    finally:
        connection.close()
    return ""


def test_a_refusal_that_comes_while_an_edition_is_approved_is_told_so(live_database: str):
    edition = seal_sample("presidential")
    Rendition.objects.filter(edition=edition).update(state="ready")

    with ThreadPoolExecutor(2) as people:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE briefings_approval IN SHARE MODE")
            approved = people.submit(_decided, release.approve, edition=edition)
            patience = time.monotonic() + 60
            while _waiting_for_a_lock() < 1 and time.monotonic() < patience:
                time.sleep(0.05)
            refused = people.submit(_decided, release.refuse, edition=edition, reason="수치 확인 필요")
            while _waiting_for_a_lock() < 2 and not refused.done() and time.monotonic() < patience:
                time.sleep(0.05)
        told = [approved.result(), refused.result()]

    assert told == ["", "이미 승인된 확정본입니다."]
    assert not Refusal.objects.filter(edition=edition).exists()
