"""A country is written and read by its name, in the language of whoever edits, and stored by its code."""

from __future__ import annotations

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse

from projects.countries import country_code
from projects.models import CooperationItem
from tests.projects.test_odd_forms import form_of
from tests.projects.test_refused_forms import sent

pytestmark = pytest.mark.django_db
ITEM = "korean-air-archer-evtol"


def codes() -> list[str]:
    return list(CooperationItem.objects.get(slug=ITEM).countries.values_list("code", flat=True))


@pytest.mark.parametrize(
    ("administrator", "names", "offered"),
    [
        ("ko", ["대한민국", "미국"], "튀르키예"),
        ("zh-hans", ["韩国", "美国"], "越南"),
        ("en", ["South Korea", "United States"], "Côte d’Ivoire"),
    ],
    indirect=["administrator"],
)
def test_a_form_shows_countries_by_name_and_offers_all_of_them(
    administrator: Client, names: list[str], offered: str
) -> None:
    page = lxml.html.fromstring(administrator.get(form_of(administrator, ITEM).address).content.decode())

    fields = [page.xpath(f"//input[@name='countries-{row}-code']")[0] for row in (0, 1)]
    assert [field.get("value") for field in fields] == names
    (names_offered,) = page.xpath(f"//datalist[@id='{fields[0].get('list')}']")
    assert offered in names_offered.xpath("option/@value")


@pytest.mark.parametrize("written", ["베트남", " vietnam ", "越南", "vn", "ＶＮ", "VIETNAM"])
def test_a_country_is_known_by_its_name_in_any_language_and_by_its_code(written: str) -> None:
    assert country_code(written) == "VN"


@pytest.mark.parametrize("written", ["", "미쿡", "EU", "XX", "V", "VNM", "\ud800", "台北"])
def test_what_is_no_country_is_not_taken_for_one(written: str) -> None:
    assert country_code(written) is None


def test_names_in_several_languages_are_saved_as_codes(administrator: Client) -> None:
    written = {"countries-0-code": "越南", "countries-1-code": "United States"}

    answer = sent(form_of(administrator, ITEM), written | {"action-publish": "action-publish"})

    assert answer.status_code == 302
    assert codes() == ["VN", "US"]


def test_what_is_no_country_is_refused_and_stays_in_the_form(administrator: Client) -> None:
    answer = sent(
        form_of(administrator, ITEM), {"countries-1-code": "미쿡", "action-publish": "action-publish"}
    )

    page = lxml.html.fromstring(answer.content.decode())
    (field,) = page.xpath("//input[@name='countries-1-code']")
    assert field.get("value") == "미쿡"
    assert "“미쿡”" in page.xpath("string(//*[@class='error-message'])")
    assert codes() == ["KR", "US"]


def test_versions_are_compared_by_the_names_of_their_countries(administrator: Client) -> None:
    sent(form_of(administrator, ITEM), {"countries-1-code": "베트남"})
    item = CooperationItem.objects.get(slug=ITEM)

    page = administrator.get(
        reverse("wagtailadmin_pages:revisions_compare", args=[item.pk, "live", "latest"])
    )

    changed = lxml.html.fromstring(page.content.decode())
    assert changed.xpath("//*[@class='deletion']/text()") == ["미국"]
    assert changed.xpath("//*[@class='addition']/text()") == ["베트남"]


def test_items_are_filtered_by_the_countries_that_they_have(administrator: Client) -> None:
    address = reverse("cooperation-items:index")
    (filtered,) = lxml.html.fromstring(administrator.get(address).content.decode()).xpath(
        "//select[@name='country']"
    )
    countries = {option.text: option.get("value") for option in filtered.xpath("option")}
    assert "미국" in countries
    assert "튀르키예" not in countries

    listed = lxml.html.fromstring(administrator.get(address, {"country": countries["미국"]}).content.decode())

    found = {int(box) for box in listed.xpath("//tbody//@data-object-id")}
    of_usa = CooperationItem.objects.filter(countries__code="US").values_list("pk", flat=True)
    assert found
    assert found == set(of_usa)
