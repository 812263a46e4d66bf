"""The versions of a page: what comparing two of them lists, and what their history lets an editor do."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import RevisionMixin
from wagtail.users.models import UserProfile

from briefings import runs
from briefings.models import AssemblyRun, Briefing, BriefingIndex, Highlight, HomePage
from projects.models import Bureau, Contribution, CooperationItem, Figure, RelatedItem
from stakeholders.models import Interest, Perspective, StakeholderGroup
from tests.content.test_files import FIXTURES, change
from tests.projects.test_odd_forms import Form, form_of
from vocabulary.models import Pillar, Strategy, Term, Unit
from vocabulary.versions import OpenableVersions, protecting

pytestmark = pytest.mark.django_db
SLUG = "korean-air-archer-evtol"
# without a text that its form has: empty in the database, an empty paragraph once it is saved
WITHOUT_SIGNIFICANCE = "new-southern-policy"


@pytest.fixture
def client(account: Any) -> Client:
    made = Client()
    made.force_login(account("administrator"))
    return made


def _saved(client: Client, slug: str, changed: dict[str, str]) -> CooperationItem:
    """The item, after somebody changed these fields in its form and published it."""
    form = form_of(client, slug)
    assert changed.keys() <= dict(form.fields).keys()
    assert form.send([(name, changed.get(name, value)) for name, value in form.fields]).status_code == 302
    return CooperationItem.objects.get(slug=slug).specific


def _listed(client: Client, item: CooperationItem, first: int) -> dict[str, Any]:
    """What the page lists as changed since a version, by its label."""
    address = reverse("wagtailadmin_pages:revisions_compare", args=[item.pk, first, "latest"])
    (table,) = lxml.html.fromstring(client.get(address).content.decode()).xpath(
        "//table[contains(@class, 'listing')]"
    )
    rows = [row.xpath("./td") for row in table.xpath("./tbody/tr")]
    return {cells[0].text_content().strip(): cells[-1] for cells in rows if len(cells) > 1}


# comparing ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", [SLUG, WITHOUT_SIGNIFICANCE])
def test_a_save_that_changed_nothing_lists_nothing(client: Client, slug: str) -> None:
    first = CooperationItem.objects.get(slug=slug).latest_revision_id

    item = _saved(client, slug, {})

    assert item.latest_revision_id != first
    assert _listed(client, item, first) == {}


def test_only_the_rich_text_that_was_written_is_listed_and_its_new_words_are_marked(client: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.significance_en = f"{item.significance_en}<p>More is to come.</p>"
    first = item.latest_revision_id
    item.save_revision()

    item = _saved(client, SLUG, {})

    ((label, cell),) = _listed(client, item, first).items()
    assert "English" in label
    (added,) = cell.xpath(".//*[@class='addition']")
    assert added.text_content() == "More is to come."
    assert cell.xpath(".//*[@class='deletion']") == []


def test_words_that_became_bold_are_listed_and_it_is_said_that_the_words_are_the_same(client: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    first = item.latest_revision_id
    assert "MOLIT hopes" in item.significance_en
    item.significance_en = item.significance_en.replace("MOLIT hopes", "<b>MOLIT</b> hopes")
    item.save_revision()

    (cell,) = _listed(client, item, first).values()

    assert "서식이나 링크만 변경되었습니다." in cell.text_content()


def test_lines_that_a_browser_ends_in_its_own_way_are_the_same_lines(client: Client) -> None:
    _saved(client, SLUG, {"editor_note": "One.\nTwo."})
    first = CooperationItem.objects.get(slug=SLUG).latest_revision_id

    item = _saved(client, SLUG, {"editor_note": "One.\r\nTwo."})

    assert _listed(client, item, first) == {}


def test_of_the_rows_only_the_one_that_was_written_is_shown(client: Client) -> None:
    first = CooperationItem.objects.get(slug=SLUG).latest_revision_id

    item = _saved(client, SLUG, {"figures-1-value": "130"})

    (cell,) = _listed(client, item, first).values()
    (row,) = cell.xpath("./div")
    assert "aircraft" in row.text_content()
    assert [added.text_content() for added in row.xpath(".//*[@class='addition']")] == ["130"]


@pytest.mark.parametrize(
    ("language", "empty", "yes", "no"),
    [
        ("ko", "(비어 있음)", "예", "아니요"),
        ("zh-hans", "（空）", "是", "否"),
        ("en", "(empty)", "yes", "no"),
    ],
)
def test_what_is_empty_and_what_is_ticked_is_told_in_words(
    client: Client, account: Any, language: str, empty: str, yes: str, no: str
) -> None:
    UserProfile.objects.update_or_create(
        user=account("administrator"), defaults={"preferred_language": language}
    )
    first = CooperationItem.objects.get(slug=SLUG).latest_revision_id

    item = _saved(client, SLUG, {"figures-1-value": "130", "sources-0-shown": "", "year_inferred": ""})

    listed = _listed(client, item, first).values()
    words = {part.strip() for cell in listed for part in cell.itertext()}
    assert {empty, yes, no} <= words
    assert not {"None", "True", "False"} & words
    assert [cell for cell in listed for row in cell.xpath(".//dd") if not row.text_content().strip()] == []


def test_a_number_is_compared_as_it_is_written(client: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    first = item.save_revision().pk

    item = _saved(client, SLUG, {"figures-1-value": "130"})

    (cell,) = _listed(client, item, first).values()
    assert [old.text_content() for old in cell.xpath(".//*[@class='deletion']")] == ["100"]


def test_rows_that_changed_places_are_listed(client: Client) -> None:
    first = CooperationItem.objects.get(slug=SLUG).latest_revision_id

    item = _saved(client, SLUG, {"sources-0-ORDER": "2", "sources-1-ORDER": "1"})

    (cell,) = _listed(client, item, first).values()
    moves = [
        " ".join(move.text_content().split()) for move in cell.xpath(".//*[contains(@class, 'help-info')]")
    ]
    assert moves == ["1칸 위로 옮겼습니다.", "1칸 아래로 옮겼습니다."]


# history of what was loaded from content files -----------------------------------------------------


def _offered(client: Client, address: str) -> list[list[str]]:
    """What a history offers, by its entries: the addresses behind each of them."""
    page = lxml.html.fromstring(client.get(address).content.decode())
    entries = page.xpath("//table[contains(@class, 'listing')]/tbody/tr")
    return [entry.xpath(".//a/@href") for entry in entries]


@pytest.fixture
def loaded_anew(tmp_path: Path) -> CooperationItem:
    """An item that was loaded from its file, and again when somebody had changed the file."""
    folder = Path(shutil.copytree(FIXTURES, tmp_path / "content"))
    change(folder / "items" / f"{SLUG}.yaml", "confidence: ", "confidence: C # ")
    call_command("load_content", folder, verbosity=0)
    return CooperationItem.objects.get(slug=SLUG).specific


def test_a_version_that_was_loaded_is_opened_and_compared(
    client: Client, loaded_anew: CooperationItem
) -> None:
    item = loaded_anew
    first, last = item.revisions.order_by("pk")

    links = [link for entry in _history(client, item) for link in entry]

    own = f"/admin/pages/{item.pk}/"
    assert f"{own}revisions/{last.pk}/view/" in links
    compared = f"{own}revisions/compare/{first.pk}...{last.pk}/"
    assert compared in links
    ((label, cell),) = _listed(client, item, first.pk).items()
    assert (label, cell.text_content().strip()) == ("신뢰도:", "C!")
    assert cell.xpath("string(.//*[@class='deletion'])") == "!"
    for link in links:
        assert client.get(link).status_code == 200


def test_what_was_loaded_is_taken_back_to_an_earlier_version(
    client: Client, loaded_anew: CooperationItem
) -> None:
    first = loaded_anew.revisions.order_by("pk")[0]
    revert = f"/admin/pages/{loaded_anew.pk}/revisions/{first.pk}/revert/"
    assert loaded_anew.confidence == "C"
    assert any(revert in entry for entry in _history(client, loaded_anew))

    form = Form(client, revert)
    answer = form.send(form.fields)

    assert answer.status_code == 302

    assert CooperationItem.objects.get(pk=loaded_anew.pk).confidence == first.content["confidence"] != "C"


@pytest.mark.parametrize("model", [Bureau, Briefing, CooperationItem])
def test_every_page_that_was_loaded_has_one_version_that_its_history_opens(
    client: Client, model: Any
) -> None:
    page = model.objects.first()

    offering = [entry for entry in _history(client, page) if entry]

    assert page.revisions.count() == len(offering) == 1


@pytest.mark.parametrize("model", [Bureau, BriefingIndex, HomePage])
def test_a_page_that_no_reader_opens_is_offered_without_a_preview(client: Client, model: Any) -> None:
    page = model.objects.first()
    version = page.save_revision()
    preview = reverse("wagtailadmin_pages:revisions_view", args=[page.pk, version.pk])

    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert not [entry for entry in _history(client, page) if preview in entry]
    assert "/edit/preview/" not in form
    assert client.get(preview).status_code == 302


@pytest.mark.parametrize("model", [Term, Perspective])
def test_a_record_that_was_loaded_has_a_history_that_offers_its_version(client: Client, model: Any) -> None:
    record = model.objects.first()
    views = f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}"

    entries = _offered(client, reverse(f"{views}:history", args=[record.pk]))

    edit = reverse(f"{views}:edit", args=[record.pk])
    assert sum(edit in entry for entry in entries) == 1


def _history(client: Client, page: Any) -> list[list[str]]:
    return _offered(client, reverse("wagtailadmin_pages:history", args=[page.pk]))


# versions that name what was deleted since ---------------------------------------------------------


@pytest.fixture
def english(client: Client, account: Any) -> Client:
    UserProfile.objects.update_or_create(user=account("administrator"), defaults={"preferred_language": "en"})
    return client


def _naming_a_gone_unit() -> tuple[Any, int]:
    """An item, and a version of it with a figure whose unit is deleted."""
    unit = Unit.objects.create(slug="probe", name_ko="탐침", name_en="probe")
    item: Any = CooperationItem.objects.get(slug=SLUG).specific
    item.figures.add(Figure(key="probe-x", kind="count", label_ko="x", value=3, unit=unit, sort_order=99))
    version = item.save_revision(clean=False).pk
    unit.delete()
    return CooperationItem.objects.get(pk=item.pk).specific, version


def _told(page: str) -> str:
    return " ".join(lxml.html.fromstring(page).xpath("string(//*[contains(@class, 'messages')])").split())


def test_a_draft_whose_figure_lost_its_unit_is_opened_told_of_and_saved(english: Client) -> None:
    item, _version = _naming_a_gone_unit()
    number = item.figures.count() + 1

    told = _told(english.get(reverse("wagtailadmin_pages:edit", args=[item.pk])).content.decode())

    assert "This version names what has been deleted since." in told
    assert f"Missing here: Figure {number} · unit." in told
    form = form_of(english, SLUG)
    assert dict(form.fields)[f"figures-{number - 1}-key"] == "probe-x"
    assert dict(form.fields)[f"figures-{number - 1}-unit"] == ""
    assert form.send(form.fields).status_code == 302
    edit = reverse("wagtailadmin_pages:edit", args=[item.pk])
    assert "deleted since" not in _told(english.get(edit).content.decode())


def test_whatever_shows_a_draft_or_an_old_version_shows_it_without_what_is_gone(english: Client) -> None:
    item, version = _naming_a_gone_unit()
    CooperationItem.objects.get(pk=item.pk).specific.save_revision(clean=False)
    own = f"/admin/pages/{item.pk}"
    addresses = (
        f"{own}/revisions/{version}/revert/",
        f"{own}/revisions/{version}/view/",
        f"{own}/revisions/compare/{version}...latest/",
        reverse("figure-use", args=[item.pk, "aircraft"]),
        reverse("figures-use", args=[item.pk]),
        reverse("language-review", args=[item._meta.label_lower, item.pk]),
    )

    answers = {address: english.get(address) for address in addresses}

    assert {address: answer.status_code for address, answer in answers.items()} == dict.fromkeys(
        addresses, 200
    )
    assert "deleted since" in _told(answers[addresses[0]].content.decode())


def test_a_briefings_draft_that_names_a_gone_item_and_strategy_is_opened_and_run(english: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG)
    briefing: Any = Briefing.objects.get(slug="2025-11")
    strategy = briefing.strategy
    briefing.strategy = Strategy.objects.create(slug="probe", valid_from="2030-01-01")
    briefing.highlights.add(Highlight(item=item, text_ko="x", sort_order=99))
    version = briefing.save_revision(clean=False)
    version.content["highlights"][-1]["item"] = 10**9
    version.save()
    briefing.strategy.delete()
    Briefing.objects.filter(pk=briefing.pk).update(live=False)

    form = english.get(reverse("wagtailadmin_pages:edit", args=[briefing.pk]))
    run, _made = runs.request_run(briefing=briefing, audiences=["presidential"], by=None)
    runs.work_on(run.pk)

    number = len(version.content["highlights"])
    assert f"Missing here: National strategy, Highlight {number} · item." in _told(form.content.decode())
    opened = Briefing.objects.get(pk=briefing.pk).get_latest_revision_as_object()
    assert opened.strategy == strategy
    assert opened.highlights.count() == number - 1
    assert AssemblyRun.objects.get(pk=run.pk).fault == ""


def test_a_perspectives_draft_that_names_a_gone_group_is_opened_and_told_of(english: Client) -> None:
    group = StakeholderGroup.objects.create(slug="probe", order=99, kind="state", name_ko="탐침")
    perspective = Perspective.objects.first()
    assert perspective is not None
    perspective.interests.add(Interest(group=group, kind="topic", interest_ko="x", sort_order=99))
    perspective.save_revision(clean=False)
    group.delete()

    form = english.get(reverse("wagtailsnippets_stakeholders_perspective:edit", args=[perspective.pk]))

    number = len(perspective.interests.all())
    assert f"Missing here: Interest {number} · group." in _told(form.content.decode())


def test_a_version_is_opened_with_as_many_questions_however_many_rows_it_has(
    django_assert_max_num_queries: Any,
) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    deleted, *others = CooperationItem.objects.exclude(pk=item.pk)[:12]
    item.figures = [Figure(key=f"figure-{n}", kind="count", label_ko="수", value=n) for n in range(12)]
    item.related_items = [RelatedItem(related=other) for other in (deleted, *others)]
    item.contributions = [Contribution(pillar=each, follows=deleted) for each in Pillar.objects.all()]
    version = item.save_revision(clean=False)
    RelatedItem.objects.filter(related=deleted).delete()
    CooperationItem.objects.filter(pk=deleted.pk).delete()

    with django_assert_max_num_queries(25):
        opened = version.as_object()

    assert [row.key for row in opened.figures.all()] == [row.key for row in item.figures.all()]
    assert [row.related_id for row in opened.related_items.all()] == [other.pk for other in others]
    assert {row.follows_id for row in opened.contributions.all()} == {None}


def test_every_record_with_versions_opens_one_that_names_what_is_gone() -> None:
    own = ("vocabulary", "stakeholders", "agencies", "projects", "briefings")
    models = [
        model
        for model in apps.get_models()
        if model._meta.app_label in own
        and issubclass(model, RevisionMixin)
        and any(each.field.model._meta.app_label in own for each in protecting(model))
    ]

    assert len(models) > 5
    assert [model for model in models if not issubclass(model, OpenableVersions)] == []
