"""Pages are saved by themselves while somebody types: a draft, told to nobody, and no word given for its writer."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from briefings.assembly.chapters import chapter_basis, form_chapters
from briefings.assembly.collect import collect, collect_proofs
from briefings.models import Briefing
from briefings.models.pages import Chapter
from projects.models import Bureau, CooperationItem
from tests.briefings.editions import seal_sample
from tests.projects.test_odd_forms import Form, form_of

pytestmark = pytest.mark.django_db
ITEM = "korean-air-archer-evtol"


@pytest.fixture
def client(account: Any) -> Client:
    made = Client()
    made.force_login(account("administrator"))
    return made


def send(form: Form, changed: dict[str, str], *, typing: bool) -> Any:
    """The form with some values changed, as the browser sends it while somebody types, or as Save sends it."""
    values: dict[str, list[str]] = {}
    for name, value in form.fields:
        values.setdefault(name, []).append(value)
    values |= {name: [value] for name, value in changed.items()}
    headers = {"accept": "application/json" if typing else "text/html"}
    answer = form.client.post(form.address, values, headers=headers)
    assert answer.status_code == (200 if typing else 302), answer.content[:2000]
    if typing:
        form.note_saved(answer.json())
    return answer


def warnings_on_next_page(client: Client) -> list[str]:
    page = lxml.html.fromstring(client.get(reverse("wagtailadmin_home")).content.decode())
    told = page.xpath("//*[@class='messages']//li[@class='warning'][not(ancestor::template)]")
    return [lxml.html.tostring(each, encoding="unicode") for each in told]


# what a save tells ---------------------------------------------------------------------------------


def test_what_a_new_value_leaves_behind_is_told_once_when_save_is_pressed(
    client: Client, account: Any
) -> None:
    seal_sample("presidential", by=account("briefing-editor"))
    form = form_of(client, ITEM)
    key = next(name for name, value in form.fields if name.endswith("-key") and value == "aircraft")
    value = key.replace("-key", "-value")
    summary = f"{dict(form.fields)['summary_ko'].strip()} 더 적는다."

    for number in ("110", "120"):
        send(form_of(client, ITEM), {value: number, "summary_ko": summary}, typing=True)
    told_while_typing = warnings_on_next_page(client)
    send(form_of(client, ITEM), {value: "130"}, typing=False)

    assert told_while_typing == []
    told = warnings_on_next_page(client)
    assert len(told) == 2
    assert any("/languages/review/" in each for each in told)
    assert any("/figures/" in each for each in told)
    draft = CooperationItem.objects.get(slug=ITEM).specific.get_latest_revision_as_object()
    assert draft.figures.get(key="aircraft").value == 130
    assert draft.summary_ko == summary


# what a chapter rests on ---------------------------------------------------------------------------


def bases() -> dict[str, str]:
    material = collect(Briefing.objects.get(slug="2025-11")).material
    return {formed.pillar: chapter_basis(formed) for formed in form_chapters(material)}


def draft_chapter(pillar: str) -> Any:
    draft = Briefing.objects.get(slug="2025-11").get_latest_revision_as_object()
    return next(chapter for chapter in draft.chapters.all() if chapter.pillar.slug == pillar)


@pytest.fixture
def stale_chapter() -> str:
    """The prefix of its fields; a contribution that the chapter on smart cities rests on has changed."""
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town").specific
    contribution = item.contributions.get(pillar__slug="smart-city")
    contribution.sentence_ko += " 협의가 이어지고 있다."
    item.contributions = [contribution, *item.contributions.exclude(pk=contribution.pk)]
    item.save_revision().publish()
    assert draft_chapter("smart-city").basis != bases()["smart-city"]
    chapters = list(Briefing.objects.get(slug="2025-11").chapters.all())
    return f"chapters-{[chapter.pillar.slug for chapter in chapters].index('smart-city')}-"


def test_chapters_are_formed_of_what_alone_they_rest_on() -> None:
    briefing = Briefing.objects.get(slug="2025-11")

    proofs = collect_proofs(briefing)

    assert {formed.pillar: chapter_basis(formed) for formed in form_chapters(proofs)} == bases()
    assert len(proofs.items) < len(collect(briefing).material.items)


def test_a_text_rests_on_the_contributions_it_was_written_on_however_it_is_saved(
    client: Client, stale_chapter: str
) -> None:
    send(form_of(client, "2025-11"), {f"{stale_chapter}gap_ko": "남은 일이 있다."}, typing=True)

    written = draft_chapter("smart-city")
    assert (written.gap_ko, written.basis) == ("남은 일이 있다.", bases()["smart-city"])
    send(form_of(client, "2025-11"), {}, typing=False)
    assert draft_chapter("smart-city").basis == bases()["smart-city"]


def test_a_tick_counts_when_save_is_pressed(client: Client, stale_chapter: str) -> None:
    send(form_of(client, "2025-11"), {f"{stale_chapter}still_right": "on"}, typing=True)

    assert draft_chapter("smart-city").basis != bases()["smart-city"]
    form = form_of(client, "2025-11")
    assert (f"{stale_chapter}still_right", "on") in form.fields
    send(form, {}, typing=False)
    confirmed = draft_chapter("smart-city")
    assert (confirmed.basis, confirmed.still_right) == (bases()["smart-city"], False)


def test_a_tick_counts_for_a_chapter_that_only_the_draft_has(client: Client, stale_chapter: str) -> None:
    draft = Briefing.objects.get(slug="2025-11").get_latest_revision_as_object()
    draft.chapters = list(draft.chapters.all())
    for chapter in draft.chapters.all():
        chapter.pk = None
    draft.save_revision()
    Chapter.objects.filter(briefing=draft.pk).delete()

    send(form_of(client, "2025-11"), {f"{stale_chapter}still_right": "on"}, typing=False)

    assert draft_chapter("smart-city").pk is None
    assert draft_chapter("smart-city").basis == bases()["smart-city"]


def test_a_tick_taken_back_before_save_counts_for_nothing(client: Client, stale_chapter: str) -> None:
    send(form_of(client, "2025-11"), {f"{stale_chapter}still_right": "on"}, typing=True)
    form = form_of(client, "2025-11")
    form.fields = [field for field in form.fields if field[0] != f"{stale_chapter}still_right"]

    send(form, {}, typing=False)

    assert draft_chapter("smart-city").basis != bases()["smart-city"]
    assert not draft_chapter("smart-city").still_right


def test_a_chapter_that_was_only_moved_is_not_taken_for_read(client: Client, stale_chapter: str) -> None:
    send(form_of(client, "2025-11"), {f"{stale_chapter}ORDER": "9"}, typing=False)

    assert draft_chapter("smart-city").basis != bases()["smart-city"]


# what publishing demands ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["item-editor", "administrator"])
def test_a_new_item_is_saved_from_its_first_text_on_and_publishing_asks_for_the_clause(
    client: Client, account: Any, name: str
) -> None:
    client.force_login(account(name))
    bureau = Bureau.objects.first()
    form = Form(client, reverse("wagtailadmin_pages:add", args=["projects", "cooperationitem", bureau.pk]))
    assert dict(form.fields)["classification"] == "partial"

    made = send(form, {"headline_ko": "새 과제"}, typing=True).json()

    item = CooperationItem.objects.get(pk=made["pk"])
    assert (item.live, item.classification, item.legal_clause) == (False, "partial", "")
    form = Form(client, reverse("wagtailadmin_pages:edit", args=[item.pk]))
    filled = {"kind": "deal", "status": "agreed", "headline_ko": "새 과제", "summary_ko": "새로 시작한다."}
    send(form, {"summary_ko": "새로"}, typing=True)
    answer = form.send([*((n, v) for n, v in form.fields if n not in filled), *filled.items()])
    assert answer.status_code == 200
    item.refresh_from_db()
    assert not item.live
    assert dict(answer.context_data["form"].errors).keys() == {"legal_clause"}
    assert "비공개 근거 조항" in str(answer.context_data["form"].errors["legal_clause"])


def test_a_live_page_is_changed_as_a_draft_without_a_clause_that_can_be_printed_and_not_published(
    client: Client,
) -> None:
    for slug, model, clause in (
        (ITEM, CooperationItem, ""),
        ("2025-11", Briefing, ""),
        ("2025-11", Briefing, "별표 2"),
    ):
        live = model.objects.get(slug=slug)
        was = live.legal_clause
        assert (live.classification == "public") or was

        send(form_of(client, slug), {"classification": "closed", "legal_clause": clause}, typing=True)

        draft = model.objects.get(slug=slug).get_latest_revision_as_object()
        assert (draft.classification, draft.legal_clause) == ("closed", clause)
        with pytest.raises(
            ValidationError, match=f"legal_clause.*{'제9조제1항제2호·제5호' if clause else ''}"
        ):
            draft.latest_revision.publish()
        assert model.objects.get(slug=slug).legal_clause == was


def test_a_date_that_would_not_print_waits_in_a_draft_and_is_not_published(client: Client) -> None:
    form = form_of(client, ITEM)
    assert dict(form.fields)["event_date"]

    draft = send(form, {"date_precision": "none"}, typing=True)
    fields = [(name, "none" if name == "date_precision" else value) for name, value in form.fields]
    answer = form.send(fields)
    spanning = {"event_date": "2026-01-01", "event_end": "2026-12-31", "date_precision": "day"}
    endless = form.send([*(field for field in form.fields if field[0] not in spanning), *spanning.items()])
    beginless = form.send(
        [(n, "" if n == "event_date" else value) for n, value in fields] + [("event_end", "2026-12-31")]
    )
    undated = form.send([(name, "" if name == "event_date" else value) for name, value in fields])

    assert draft.status_code == 200
    errors = answer.context_data["form"].errors
    assert list(errors) == ["date_precision"]
    assert "필수" not in str(errors["date_precision"])
    assert undated.status_code == 302
    assert list(beginless.context_data["form"].errors) == ["event_date"]
    assert list(endless.context_data["form"].errors) == ["date_precision"]
    assert "종료일이 인쇄되지 않습니다" in str(endless.context_data["form"].errors)


def test_a_commitments_date_that_would_not_print_is_refused_beside_it(client: Client) -> None:
    form = form_of(client, ITEM)
    row = {"commitments-0-date": "2026-03-01", "commitments-0-date_precision": "none"}
    assert send(form, row, typing=True).status_code == 200  # but not while it is a draft
    assert "commitments-0-date_precision" in dict(form.fields)

    answer = form.send([*(field for field in form.fields if field[0] not in row), *row.items()])

    errors = answer.context_data["form"].formsets["commitments"].errors[0]
    assert set(errors) == {"date_precision"}


@pytest.mark.parametrize(
    ("end", "precision"), [("", "none"), ("2026-12-31", "day"), ("2026-12-31", "decade")]
)
def test_a_figures_date_or_end_that_would_not_print_is_refused_beside_it(
    client: Client, end: str, precision: str
) -> None:
    form = form_of(client, ITEM)
    place = next(n for n, value in form.fields if n.endswith("-key") and value == "agreement-date")[:-3]
    row = {f"{place}date": "2026-01-01", f"{place}date_end": end, f"{place}date_precision": precision}
    assert send(form, row, typing=True).status_code == 200  # but not while it is a draft

    answer = form.send([*(field for field in form.fields if field[0] not in row), *row.items()])

    errors = answer.context_data["form"].formsets["figures"].errors
    assert [set(each) for each in errors if each] == [{"date_precision"}]


def test_a_clause_that_is_too_long_is_refused_in_a_draft_too(client: Client) -> None:
    form = form_of(client, ITEM)
    values = dict(form.fields) | {"classification": "partial", "legal_clause": "가" * 61}

    answer = client.post(form.address, values, headers={"accept": "application/json"})

    assert answer.status_code == 400
