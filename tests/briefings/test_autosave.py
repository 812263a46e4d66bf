"""Pages are saved by themselves while somebody types: a draft, told to nobody, and no word given for its writer."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse

from briefings.assembly.chapters import chapter_basis, form_chapters
from briefings.assembly.collect import collect, collect_proofs
from briefings.models import Briefing
from projects.models import CooperationItem
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
