"""Readers' pages: addresses, languages, queries."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from briefings.assembly.material import Audience
from briefings.editions import release
from briefings.models import Briefing, Edition, Rendition
from languages.trilingual import Trilingual
from projects.models import CooperationItem
from tests.briefings.editions import as_first_read, release_now, seal_sample

pytestmark = pytest.mark.django_db
PAGE = "/{}/editions/2025-11/presidential/1.0/"


@pytest.fixture(autouse=True)
def edition(released: int, db: None) -> Edition:
    return as_first_read(released)


@pytest.fixture
def official(edition: Edition, account: Any) -> Client:
    client = Client()
    client.force_login(account("official"))
    return client


@pytest.mark.parametrize(
    ("language", "pillars"),
    [
        ("ko", ["연결성", "스마트시티", "도심항공교통(UAM)", "지속가능 인프라"]),
        ("zh-hans", ["互联互通", "智慧城市", "城市空中交通（UAM）", "可持续基础设施"]),
        ("en", ["Connectivity", "Smart city", "Urban air mobility (UAM)", "Sustainable infrastructure"]),
    ],
)
def test_each_language_prints_the_figures_in_its_own_way_and_the_pillars_in_order(
    official: Client, language: str, pillars: list[str]
):
    said = official.get(PAGE.format(language)).content.decode()

    figure = {"ko": "최대 100대", "zh-hans": "至多100架", "en": "up to 100 aircraft"}[language]
    assert figure in said
    places = [
        said.index(f'id="pillar-{slug}"') for slug in ("connectivity", "smart-city", "uam", "sustainable")
    ]
    assert places == sorted(places)
    assert all(name in said for name in pillars)
    assert f'<html lang="{language}"' in said


def test_the_first_page_leads_to_the_latest_briefing_and_strangers_to_the_way_in(official: Client):
    assert official.get("/ko/").headers["Location"] == PAGE.format("ko")
    assert Client().get("/ko/").headers["Location"] == "/ko/sign-in/?next=/ko/"
    assert Client().get("/zh-cn/").headers["Location"] == "/zh-hans/"


@pytest.mark.parametrize("name", ["zh", "zh-cn", "zh-CN", "zh-sg", "zh-SG"])
def test_an_address_of_chinese_under_a_browsers_name_keeps_what_was_asked(client: Client, name: str):
    moved = client.get(f"/{name}/search/?q=%E6%97%A0%E4%BA%BA%E6%9C%BA&page=2")

    assert moved.headers["Location"] == "/zh-hans/search/?q=%E6%97%A0%E4%BA%BA%E6%9C%BA&page=2"
    percent = client.get(f"/{name}/editions/100%25/?digest=%25s")
    assert percent.headers["Location"] == "/zh-hans/editions/100%25/?digest=%25s"


def test_the_language_switch_stays_on_the_same_page(official: Client):
    said = official.get(PAGE.format("ko")).content.decode()

    for language in ("ko", "zh-hans", "en"):
        assert f'href="{PAGE.format(language)}"' in said


@pytest.mark.parametrize(
    "page",
    [
        PAGE.format("ko"),
        PAGE.format("en") + "items/korean-air-archer-evtol/",
        "/zh-hans/editions/",
        "/ko/verify/?digest={digest}",
        "/ko/search/?q=UAM",
    ],
)
def test_a_reading_page_asks_at_most_ten_queries_and_none_twice(official: Client, page: str):
    page = page.format(digest=Edition.objects.get().digest)
    for _time in ("the first reader", "every later one"):
        with CaptureQueriesContext(connection) as queries:
            assert official.get(page).status_code == 200

        asked = [query["sql"] for query in queries]
        assert 3 <= len(asked) <= 10, asked
        assert len(asked) == len(set(asked)), asked


def test_pages_of_a_replaced_edition_ask_at_most_ten_queries(official: Client, account: Any):
    release_now(seal_another(), approver=account("approver"))
    digest = Edition.objects.get(minor=0).digest
    for page in (PAGE.format("ko"), f"/en/verify/?digest={digest}", "/ko/search/?q=UAM"):
        for _time in ("the first reader", "every later one"):
            with CaptureQueriesContext(connection) as queries:
                assert official.get(page).status_code == 200

            assert len(queries) <= 10, [query["sql"] for query in queries]


def test_a_page_made_once_is_read_without_the_editions_content(official: Client):
    for page in (PAGE.format("ko"), PAGE.format("ko") + "items/korean-air-archer-evtol/"):
        first = official.get(page).content
        with CaptureQueriesContext(connection) as queries:
            again = official.get(page).content

        assert not any('"content"' in query["sql"] for query in queries)
        assert _without_token(again) == _without_token(first)


def _without_token(page: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", page)


def test_the_list_of_editions_costs_the_same_for_two_and_for_twelve(official: Client, account: Any):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            official.get("/ko/editions/")
        return len(asked)

    before = queries()
    for _number in range(3):
        release_now(seal_another(), approver=account("approver"))

    assert queries() == before


PAGERS = {
    "ko": ("브리핑 목록 쪽", "2 / 2쪽", "이전 쪽"),
    "zh-hans": ("简报列表分页", "第2页 / 共2页", "上一页"),
    "en": ("Pages of editions", "Page 2 of 2", "Previous page"),
}


def test_every_edition_is_found_in_the_list_however_many_briefings_there_are(official: Client, account: Any):
    for months in range(1, 14):
        _release_earlier_issue(months, account("approver"))

    for language, (label, second, back) in PAGERS.items():
        with CaptureQueriesContext(connection) as queries:
            first = official.get(f"/{language}/editions/").content.decode()
        last = official.get(f"/{language}/editions/?page=2").content.decode()

        assert len(queries) <= 10
        assert [*_editions_in(first), *_editions_in(last)] == [
            f"/{language}/editions/{slug}/presidential/1.0/"
            for slug in ("2025-11", *(f"before-{months}" for months in range(1, 14)))
        ]
        assert len(_editions_in(first)) == 12
        ids = lxml.html.fromstring(first).xpath("//@id")
        assert len(ids) == len(set(ids)), "no id stands there twice"
        (pager,) = lxml.html.fromstring(last).xpath("//main//nav")
        assert pager.get("aria-label") == label
        assert second in pager.text_content()
        (link,) = pager.xpath(".//a")
        assert (link.text, link.get("rel"), link.get("href")) == (back, "prev", "?page=1")
        assert f'href="/{language}/editions/?page=2"' in last, "the language switch stays on the page"
    assert official.get("/en/editions/?page=1' OR 1").status_code == 200


def _editions_in(page: str) -> list[str]:
    return [link.get("href") for link in lxml.html.fromstring(page).xpath("//main//h3/a")]


def _release_earlier_issue(months: int, approver: Any) -> None:
    """The sample's briefing once more, as of so many months before."""
    sample = Briefing.objects.get(slug="2025-11")
    before = timedelta(days=30 * months)
    period = {"period_start": sample.period_start - before, "period_end": sample.period_end - before}
    sample.copy(update_attrs={"slug": f"before-{months}", **period}, copy_revisions=False)
    release_now(seal_sample("presidential", slug=f"before-{months}"), approver=approver)


@pytest.mark.parametrize(
    ("language", "sealed", "renamed"),
    [
        ("ko", "2025년 11월호", "가을 특집호"),
        ("zh-hans", "2025年11月号", "秋季特刊"),
        ("en", "November 2025 issue", "Autumn special"),
    ],
)
def test_an_edition_is_named_everywhere_as_it_was_sealed_whatever_its_page_is_called_today(
    official: Client, account: Any, language: str, sealed: str, renamed: str
):
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.name_ko, briefing.name_zh_hans, briefing.name_en = "가을 특집호", "秋季特刊", "Autumn special"
    briefing.save_revision().publish()
    digest = Edition.objects.get().digest
    pages = (
        PAGE.format(language),
        PAGE.format(language) + "items/korean-air-archer-evtol/",
        f"/{language}/editions/",
        f"/{language}/search/?q=UAM",
        f"/{language}/verify/?digest={digest}",
    )

    for page in pages:
        said = official.get(page).content.decode()
        assert sealed in said, page
        assert renamed not in said, page
    release_now(seal_another(), approver=account("approver"))
    page = lxml.html.fromstring(official.get(f"/{language}/editions/").content.decode())
    assert [heading.text for heading in page.xpath("//main//h2")] == [renamed]
    named = [kicker.text_content() for kicker in page.xpath("//main//li//p[@class='kicker']")]
    assert [sealed in each for each in named] == [False, True]


def seal_another(audience: Audience = "presidential") -> Any:
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.conclusion_en += " More."
    briefing.save_revision().publish()
    return seal_sample(audience)


@pytest.mark.parametrize("number", ["1", "1.x", "99999.0", "1.0.0", "%00"])
def test_an_address_that_cannot_be_is_a_404(official: Client, number: str):
    assert official.get(f"/ko/editions/2025-11/presidential/{number}/").status_code == 404


@pytest.mark.parametrize("digest", ["", "short", "z" * 64, "0" * 64, "'; DROP TABLE--", "0" * 5000])
def test_the_verify_page_takes_anything_and_finds_only_what_is(official: Client, digest: str):
    answer = official.get("/en/verify/", {"digest": digest})

    assert answer.status_code == 200
    assert "/editions/2025-11/" not in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "name", "telephone", "edition"),
    [
        ("ko", "보고 개요", "대표전화", "제1.0판"),
        ("zh-hans", "呈报概要", "咨询电话", "第1.0版"),
        ("en", "About this report", "Telephone", "1.0, sealed on"),
    ],
)
def test_the_report_begins_with_its_box(
    official: Client, language: str, name: str, telephone: str, edition: str
):
    said = official.get(PAGE.format(language)).content.decode()

    box = said[said.index('<section id="box"') : said.index('<section id="one-page"')]
    assert name in box
    assert telephone in box
    assert edition in box
    assert box.count("<dt>") == 8


def test_the_list_says_what_became_of_a_file_that_is_not_there(official: Client):
    files = Rendition.objects.filter(format="pdf")
    files.filter(language="zh-hans").update(state="failed")
    files.filter(language="en").update(state="rendering")

    for page in ("/en/editions/", PAGE.format("en")):
        said = official.get(page).content.decode()
        assert 'hreflang="ko" type="application/pdf"' in said
        assert 'hreflang="zh-hans" type="application/pdf"' not in said
        assert "not available yet" in said
        assert "being made" in said


def test_a_corrected_edition_says_what_it_corrects_in_each_language(official: Client, account: Any):
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.change_note_ko = "도입 대수의 기준일을 바로잡음"
    briefing.change_note_zh_hans = "更正引进数量的截止日期。"
    briefing.change_note_en = "The date of the number of aircraft is put right."
    briefing.conclusion_en = f"{briefing.conclusion_en} It is the office's own."
    briefing.save_revision().publish()
    release_now(seal_sample("presidential"), approver=account("approver"))

    for language, title, note, changes in (
        ("ko", "제1.0판에 대한 정정 내용", briefing.change_note_ko, "직전 판 이후 달라진 점"),
        ("zh-hans", "对第1.0版的更正", briefing.change_note_zh_hans, "较上一版的变化"),
        ("en", "Corrections to edition 1.0", briefing.change_note_en, "What changed since the last edition"),
    ):
        said = official.get(PAGE.format(language).replace("1.0", "1.1")).content.decode()
        opening = said[: said.index('<section id="box"')]
        assert title in opening
        assert note in opening
        assert said.count(note) == 1
        assert changes in said
        assert f'href="{PAGE.format(language)}"' in opening
        assert "change-note" not in official.get(PAGE.format(language)).content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ko", "2019년 11월 26일 (공식 발표)"),
        ("zh-hans", "2019年11月26日（正式发布）"),
        ("en", "November 26, 2019 (announced)"),
    ],
)
def test_how_strong_a_source_is_stands_in_its_languages_brackets(official: Client, language: str, said: str):
    page = lxml.html.fromstring(official.get(PAGE.format(language)).content)

    sources = [" ".join(each.text_content().split()) for each in page.xpath("//*[@class='source']")]

    assert any(source.endswith(said) for source in sources), sources


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("ko", "대통령실 보고용, 제1.0판"),
        ("zh-hans", "总统府版，第1.0版"),
        ("en", "Presidential edition, Edition 1.0"),
    ],
)
def test_an_items_page_names_its_editions_with_its_languages_own_comma(
    official: Client, language: str, named: str
):
    page = official.get(PAGE.format(language) + "items/korean-air-archer-evtol/").content.decode()

    assert f'<span class="remark">{named}</span>' in page


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_an_items_page_and_its_preview_mark_its_labels_alike(official: Client, language: str):
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    page = official.get(PAGE.format(language) + "items/korean-air-archer-evtol/").content
    preview = item.make_preview_request(preview_mode=language).content

    labels, previewed = (
        [
            label.text_content().strip()
            for label in lxml.html.fromstring(each).xpath(
                "//*[@class='prose']/*[starts-with(@class, 'label')]"
            )
        ]
        for each in (page, preview)
    )
    # what an edition knows besides, such as who is watching, the preview of one item does not
    assert [label for label in labels if label in previewed] == previewed
    # a Korean report's first level; a pillar has a mark of its own
    background, pillar = {
        "ko": ("□ 배경", "연결성"),
        "zh-hans": ("背景", "互联互通"),
        "en": ("Background", "Connectivity"),
    }[language]
    assert previewed[0] == background
    assert pillar in previewed


def test_an_items_page_marks_the_editions_that_were_withdrawn(official: Client, account: Any):
    partner = seal_sample("partner")
    release_now(partner, approver=account("approver"), public=True)
    release.withdraw(edition=partner, by=account("approver"), reason=Trilingual(ko="오류"))

    for language, word in (("ko", "회수"), ("zh-hans", "已撤回"), ("en", "withdrawn")):
        page = official.get(PAGE.format(language) + "items/korean-air-archer-evtol/").content.decode()
        named = lxml.html.fromstring(page).xpath("//ul[@class='appears-in']/li")
        marked = {each.xpath("a/@href")[0]: word in each.text_content() for each in named}
        assert marked == {
            f"/{language}/editions/2025-11/presidential/1.0/items/korean-air-archer-evtol/": False,
            f"/{language}/editions/2025-11/partner/1.0/items/korean-air-archer-evtol/": True,
        }


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_a_term_is_explained_where_it_first_stands_and_at_the_end_with_a_way_back(
    official: Client, language: str
):
    page = lxml.html.fromstring(official.get(PAGE.format(language)).content.decode())

    ids = page.xpath("//@id")
    links = page.xpath("//dfn/a/@href")
    assert links
    assert len(ids) == len(set(ids))
    for link in links:
        key = link.removeprefix("#meaning-")
        (there,) = page.xpath(f"//*[@id='meaning-{key}']")
        (listed,) = page.xpath(f"//dl[@class='terms']/div[@id='term-{key}']")
        assert listed.xpath("string(dd/text())").strip() in there.text_content()
        assert there.xpath(f".//a[@href='#met-{key}']")
        assert listed.xpath(f".//a[@href='#met-{key}']")
        assert f"met-{key}" in ids
    assert page.xpath("//nav[contains(@class, 'contents')]//a[@href='#terms']")


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ko", ["도심항공교통", "스마트시티", "연결성"]),
        ("zh-hans", ["城市空中交通", "互联互通", "智慧城市"]),
        ("en", ["connectivity", "smart city", "urban air mobility"]),
    ],
)
def test_terms_stand_in_the_order_of_their_names(official: Client, language: str, names: list[str]):
    page = lxml.html.fromstring(official.get(PAGE.format(language)).content.decode())

    found = [name.text_content().strip().casefold() for name in page.xpath("//dl[@class='terms']//dt")]

    places = [next(at for at, each in enumerate(found) if each.startswith(name)) for name in names]
    assert places == sorted(places)
