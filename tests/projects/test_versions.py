"""The versions of a page: what comparing two of them lists, and what their history lets an editor do."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from briefings.models import Briefing, BriefingIndex, HomePage
from projects.models import Bureau, CooperationItem
from stakeholders.models import Perspective
from tests.content.test_files import FIXTURES, change
from tests.projects.test_odd_forms import Form, form_of
from vocabulary.models import Term

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
