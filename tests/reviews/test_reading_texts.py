"""The page of a record's languages shows texts as they print, and leads back to the list that it was chosen from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefings.models import Briefing
from projects.models import CooperationItem, Figure
from reviews.panels import review_address

pytestmark = pytest.mark.django_db
SLUG = "korean-air-archer-evtol"
REPORT = reverse("report-language-status")


@pytest.fixture
def reader(client: Client, account: Callable[[str], Any]) -> Client:
    client.force_login(account("translator"))
    return client


def _page(reader: Client, address: str, **query: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(reader.get(address, query).content.decode())


def _words(page: lxml.html.HtmlElement, language: str) -> str:
    return " ".join(
        each.text_content() for each in page.xpath(f"//*[@class='text-row__words'][@lang='{language}']")
    )


def test_a_figure_reads_as_it_prints_in_each_language(reader: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    own, other = "[[aircraft]]", "[[apec-gyeongju-declaration/pillars]]"
    item.summary_ko = f"기체는 {own}(으)로 정하고 축은 {other}이다."
    item.summary_zh_hans, item.summary_en = f"机体{own}，支柱{other}。", f"It counts {own} and {other}."
    item.save_revision()

    page = _page(reader, review_address(item))

    for language, printed in (
        ("ko", "기체는 최대 100대로 정하고 축은 3개 축이다."),
        ("zh-hans", "机体至多100架，支柱"),
        ("en", "It counts up to 100 aircraft and three pillars."),
    ):
        assert printed in _words(page, language)
        assert "[[" not in _words(page, language)
    named = page.xpath("//*[@class='text-row__figure']/@title")
    assert f"{SLUG}/aircraft" in named
    assert "apec-gyeongju-declaration/pillars" in named


def test_which_figure_prints_a_number_is_told_where_there_is_no_mouse(reader: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    own, other = "[[aircraft]]", "[[apec-gyeongju-declaration/pillars]]"
    item.summary_ko = f"기체는 {own}(으)로 정하고 축은 {other}이며, 기체는 다시 {own}이다."
    item.summary_zh_hans, item.summary_en = f"机体{own}，支柱{other}。", f"It counts {own} and {other}."
    item.save_revision()

    page = _page(reader, review_address(item))

    (row,) = page.xpath("//section[contains(string(.), '기체는 최대 100대로')]")
    (told,) = row.xpath(".//*[contains(@class, 'text-row__keys')]")
    assert [" ".join(each.text_content().split()) for each in told] == [
        "[[aircraft]] 최대 100대 · 至多100架 · up to 100 aircraft",
        "[[apec-gyeongju-declaration/pillars]] 3개 축 · 三大支柱 · three pillars",
    ]
    assert told.xpath("li[1]/span/@lang") == ["ko", "zh-hans", "en"]


def test_a_text_without_figures_lists_none(reader: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_ko = item.summary_zh_hans = item.summary_en = "UAM 2030"
    item.save_revision()

    page = _page(reader, review_address(item))

    (row,) = page.xpath("//section[contains(string(.), 'UAM 2030')]")
    assert row.xpath(".//*[contains(@class, 'text-row__keys')]") == []


def test_a_key_that_names_no_figure_and_the_list_of_groups_stay_as_they_are_written(reader: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_ko += " [[no-such-figure]]"
    item.save_revision()
    briefing = Briefing.objects.get(slug="2025-11")

    assert "[[no-such-figure]]" in _words(_page(reader, review_address(item)), "ko")
    assert "[[watching-groups]]" in _words(_page(reader, review_address(briefing)), "ko")


def test_a_briefings_texts_cost_the_same_queries_however_many_items_their_figures_are_of(
    reader: Client,
) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    figures = Figure.objects.order_by("item", "key").distinct("item").select_related("item")
    named = [f"[[{figure.item.slug}/{figure.key}]]" for figure in figures]
    of_each_type = {figure.item.content_type_id: name for figure, name in zip(figures, named, strict=True)}

    def asked(references: list[str]) -> int:
        briefing.why_now_norm_ko = f"수치는 {' '.join(references)}이다."
        briefing.save_revision()
        reader.get(review_address(briefing))  # what a process asks for once
        with CaptureQueriesContext(connection) as queries:
            page = _page(reader, review_address(briefing))
        (row,) = page.xpath("//section[contains(string(.), '수치는')]")
        assert len(row.xpath(".//*[contains(@class, 'text-row__keys')]/li")) >= len(references)
        return len(queries)

    few, many = asked(list(of_each_type.values())), asked(named)

    assert len(named) > 2 * len(of_each_type)
    assert few == many


def test_from_a_filtered_list_into_a_record_and_back_nothing_is_filtered_anew(reader: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_ko += " 협의가 이어지고 있다."
    item.save_revision()
    filters = {"kind": "item", "bureau": "", "language": "en", "state": "stale"}
    report = _page(reader, reverse("report-language-status"), **filters)
    (address,) = report.xpath(f"//a[contains(@href, '{review_address(item)}')]/@href")

    page = _page(reader, address)

    (filtering,) = page.xpath("//form[@class='text-filter']")
    assert (filtering.fields["state"], filtering.fields["language"]) == ("stale", "en")
    again = _page(reader, filtering.action, **dict(filtering.form_values()) | {"state": ""})
    ticked = page.xpath("//input[@name='text']/@value")[:1]
    saving = page.xpath("//form[.//input[@name='query']]")[0]
    saved = reader.post(
        saving.action, {"query": saving.fields["query"], "text": ticked, "decision": "reviewed"}
    )
    for each in (page, again, _page(reader, saved.url)):
        (back,) = each.xpath(f"//a[starts-with(@href, '{REPORT}')]/@href")
        query = parse_qs(urlsplit(back).query, keep_blank_values=True)
        assert query == {name: [value] for name, value in filters.items()}


def test_who_came_from_elsewhere_is_led_back_to_no_list(reader: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG)

    page = _page(reader, review_address(item))

    assert page.xpath(f"//main//a[starts-with(@href, '{REPORT}')]") == []
