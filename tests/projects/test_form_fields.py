"""An item's form: what each field holds and how it says its language."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import lxml.html
import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from pytest_django.plugin import DjangoDbBlocker

from languages.figures import STATUS_WORDS, Figure, print_figure
from languages.trilingual import LANGUAGES, Language
from projects.choices import FigureStatus, Qualifier
from projects.models import CooperationItem, PerspectiveLink, RelatedItem
from projects.models import Figure as ItemFigure
from stakeholders.models import Perspective

pytestmark = pytest.mark.django_db
ITEM = "korean-air-archer-evtol"


@pytest.fixture(scope="module")
def opened(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> tuple[lxml.html.HtmlElement, list[str]]:
    """The form and what the database was asked for it. Asked for and read once: nothing here changes it."""
    with django_db_blocker.unblock(), transaction.atomic():
        client = Client()
        client.force_login(get_user_model().objects.get(username="item-editor"))
        page, asked = _opened(client, CooperationItem.objects.get(slug=ITEM))
        transaction.set_rollback(True)
    return lxml.html.fromstring(page), asked


@pytest.fixture
def form(opened: tuple[lxml.html.HtmlElement, list[str]]) -> lxml.html.HtmlElement:
    return opened[0]


def _opened(client: Client, item: CooperationItem) -> tuple[str, list[str]]:
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/admin/pages/{item.pk}/edit/").content.decode()
        return page, [query["sql"] for query in asked.captured_queries]


def test_a_form_reads_each_kind_of_row_and_what_the_rows_name_once(
    opened: tuple[lxml.html.HtmlElement, list[str]],
) -> None:
    form, asked = opened

    assert len(form.xpath("//*[@data-inline-panel-child]")) > 20  # with the empty row of each kind
    for table in ("figure", "source", "contribution", "relateditem", "perspectivelink"):
        assert sum(f'FROM "projects_{table}"' in query for query in asked) == 1, table
    assert len(asked) <= 60


def test_the_form_of_a_draft_asks_the_database_no_more_for_thirty_rows(client: Client) -> None:
    client.force_login(get_user_model().objects.get(username="item-editor"))
    item = CooperationItem.objects.get(slug=ITEM).specific
    (unit,) = {figure.unit for figure in item.figures.all() if figure.unit}
    others = CooperationItem.objects.exclude(pk=item.pk)[:12]
    item.figures = [
        ItemFigure(key=f"figure-{n}", kind="count", label_ko="수", value=n, unit=unit) for n in range(12)
    ]
    item.related_items = [RelatedItem(related=other) for other in others]
    item.perspective_links = [PerspectiveLink(perspective=each) for each in Perspective.objects.all()]
    item.save_revision(clean=False)

    page, asked = _opened(client, item)

    assert all(
        f'name="related_items-{n}-related" value="{other.pk}"' in page for n, other in enumerate(others)
    )
    assert page.count("data-inline-panel-child ") > 30
    assert len(asked) <= 65


@pytest.mark.parametrize(("suffix", "tag"), [("ko", "ko"), ("zh_hans", "zh-Hans"), ("en", "en")])
def test_every_text_field_says_its_language(form: lxml.html.HtmlElement, suffix: str, tag: str) -> None:
    fields = form.xpath(
        f"//*[self::input or self::textarea][substring(@name, string-length(@name) - "
        f"{len(suffix)}) = '_{suffix}']"
    )

    assert {"headline", "summary", "background", "contributions-0-sentence"} <= {
        field.get("name").removesuffix(f"_{suffix}") for field in fields
    }
    assert {field.get("lang") for field in fields} == {tag}


@pytest.mark.parametrize(("suffix", "tag"), [("ko", "ko"), ("zh_hans", "zh-Hans"), ("en", "en")])
def test_a_rich_text_stands_inside_its_language(form: lxml.html.HtmlElement, suffix: str, tag: str) -> None:
    field = form.get_element_by_id(f"id_background_{suffix}")

    assert field.getparent().get("lang") == tag


def test_a_value_is_shown_without_the_zeros_of_its_column(form: lxml.html.HtmlElement) -> None:
    shown = {field.get("value") for field in form.xpath("//input[contains(@name, '-value')]")}

    assert "100" in shown
    assert not {value for value in shown if value and value.endswith(".000000")}


@pytest.mark.parametrize("page", ["edit", "add"])
def test_no_panel_of_dashes_stands_beside_the_form_and_the_preview_stays(
    form: lxml.html.HtmlElement, page: str, client: Client
) -> None:
    if page == "add":
        client.force_login(get_user_model().objects.get(username="item-editor"))
        bureau = CooperationItem.objects.get(slug=ITEM).get_parent()
        answer = client.get(f"/admin/pages/add/projects/cooperationitem/{bureau.pk}/")
        form = lxml.html.fromstring(answer.content.decode())

    panels = form.xpath("//@data-side-panel")

    assert form.xpath("//@data-side-panel-toggle") == panels
    assert {"status", "preview"} <= set(panels)
    assert "checks" not in panels
    assert not form.xpath("//*[@data-side-panel]//p[normalize-space() = '-']")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("bound", ["up-to", "under", "at-least", "more-than"])
def test_a_bound_is_chosen_by_the_word_that_is_printed(bound: Any, language: Language) -> None:
    figure = Figure("buses", "count", value=Decimal(120), qualifier=bound)

    with override(language):
        chosen = str(Qualifier(bound).label)

    assert chosen in print_figure(figure, None)[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", FigureStatus)
def test_a_status_is_chosen_by_the_word_that_is_printed(status: FigureStatus, language: Language) -> None:
    with override(language):
        chosen = str(status.label)

    assert chosen == STATUS_WORDS[status.value][language]
