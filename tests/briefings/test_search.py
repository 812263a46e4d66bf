"""Searching the editions: what is found, by whom, and that nothing a reader types does harm."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from importlib import import_module
from math import ceil
from types import SimpleNamespace
from typing import Any

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency
from briefings.editions import release
from briefings.models import Briefing, Edition, SearchEntry
from briefings.readers.search_excerpts import marked
from languages.columns import trilingual_of
from languages.trilingual import LANGUAGES, Trilingual
from tests.briefings.editions import as_first_read, release_now, seal_sample
from vocabulary.models import Term

pytestmark = pytest.mark.django_db
PRESIDENTIAL = "/editions/2025-11/presidential/1.0/"
PERIOD_END = date(2025, 11, 5)
ALSO = ("함께 찾은 이름", "同时查找", "Also looked for")
"""What a page says before a name that it looked for too."""


@pytest.fixture(autouse=True)
def edition(released: int, db: None) -> Edition:
    return as_first_read(released)


@pytest.fixture
def official(edition: Edition, account: Any) -> Client:
    client = Client()
    client.force_login(account("official"))
    return client


def said(client: Client, words: str, *, language: str = "ko", **more: str) -> str:
    answer = client.get(f"/{language}/search/", {"q": words, **more})
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def found(page: str) -> list[str]:
    """Addresses of the places found, in their order."""
    return re.findall(r'<h3><a href="([^"]+)"', page)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ko", "최대 100대"),
        ("ko", "도심항공"),
        ("zh-hans", "至多100架"),
        ("zh-hans", "城市空中交通"),
        ("en", "up to 100 aircraft"),
        ("en", "Korean Air"),
    ],
)
def test_a_word_of_each_language_leads_to_the_item_and_to_the_chapter(
    official: Client, language: str, words: str
):
    page = said(official, words, language=language)

    addresses = found(page)
    assert f"/{language}{PRESIDENTIAL}items/korean-air-archer-evtol/" in addresses
    assert f"/{language}{PRESIDENTIAL}#pillar-uam" in addresses
    assert "<mark>" in page


def test_every_place_found_exists(official: Client):
    addresses = found(said(official, "uam", language="en"))
    assert addresses
    for address in addresses:
        path, _sign, anchor = address.partition("#")
        answer = official.get(path)
        assert answer.status_code == 200, address
        assert not anchor or f'id="{anchor}"' in answer.content.decode(), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headline_of_an_edition_is_found(official: Client, language: str):
    briefing = Briefing.objects.get(slug="2025-11")
    headline = trilingual_of(briefing, "headline")[language]

    assert any(PRESIDENTIAL in place for place in found(said(official, headline, language=language)))


def test_no_word_of_a_long_search_is_passed_over(official: Client):
    nine = "MOLIT and the four pillars of the strategy"
    assert found(said(official, nine, language="en"))

    assert found(said(official, f"{nine} zeppelin", language="en")) == []


def test_only_places_that_hold_every_word_are_found(official: Client):
    both = found(said(official, "박닌 스마트시티"))

    assert both
    assert set(both) < set(found(said(official, "스마트시티")))
    assert found(said(official, "박닌 zeppelin")) == []


def test_an_edition_shows_no_place_twice(official: Client):
    addresses = found(said(official, "Archer", language="en"))

    assert addresses
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize(
    ("language", "words", "sentence"),
    [
        ("ko", "협력", r"(\d+)곳을 찾았습니다"),
        ("zh-hans", "合作", r"找到(\d+)处"),
        ("en", "cooperation", r"(\d+) places found"),
    ],
)
def test_as_many_places_are_named_as_all_pages_of_results_show(
    official: Client, edition: Edition, language: str, words: str, sentence: str
):
    _parts_of_a_long_section(edition, language, words)

    number = re.search(sentence, said(official, words, language=language))

    assert number is not None
    pages = range(1, ceil(int(number[1]) / 20) + 1)
    shown = [each for at in pages for each in found(said(official, words, language=language, page=str(at)))]
    assert len(pages) > 1
    assert len(shown) == len(set(shown)) == int(number[1])


def _parts_of_a_long_section(edition: Edition, language: str, words: str) -> None:
    """As sealing writes them: entries with one key, each with a part of the text."""
    part = SearchEntry.objects.filter(
        edition=edition, language=language, item=False, text__contains=words
    ).first()
    assert part is not None
    for number in range(2):
        part.pk = None
        part.text = f"{number}: {part.text}"
        part.save()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Archer noise"),
        ("ko", "아처 소음"),
        ("zh-hans", "Archer 噪声"),
        ("en", "vietnam aviation rail"),
    ],
)
def test_what_is_shown_of_a_place_shows_each_word_that_its_text_holds(
    official: Client, language: str, words: str
):
    page = said(official, words, language=language)

    places = re.findall(r"<li>\s*<h3>(.*?)</li>", page, re.DOTALL)
    assert places
    for place in places:
        hits = {hit.casefold() for hit in re.findall(r"<mark>(.*?)</mark>", place)}
        assert hits >= {word.casefold() for word in words.split()}, place


def test_a_page_finds_its_own_language_only(official: Client):
    assert found(said(official, "aircraft", language="en"))
    assert not found(said(official, "aircraft", language="zh-hans"))


def test_an_agency_finds_what_was_released_to_it_and_a_stranger_nothing(official: Client, account: Any):
    partner = seal_sample("partner")
    agency = Agency.objects.get(slug="demo-embassy")
    release_now(partner, approver=account("approver"), agencies=[agency])
    member, other = Client(), Client()
    member.force_login(account("member-demo-embassy"))
    other.force_login(account("member-demo-partner-city"))

    addresses = found(said(member, "UAM"))

    assert addresses
    assert all("/2025-11/partner/1.0/" in address for address in addresses)
    for client in (other, Client()):
        assert found(said(client, "UAM")) == []
    assert {"presidential", "partner"} == {
        address.split("/")[4] for page in "12" for address in found(said(official, "UAM", page=page))
    }


def test_the_newest_edition_comes_first_and_the_one_it_replaced_says_so(official: Client, account: Any):
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.conclusion_en += " More."
    briefing.save_revision().publish()
    release_now(seal_sample("presidential"), approver=account("approver"))

    page = said(official, "Archer", language="en")

    editions = [address.split("/")[5] for address in found(page)]
    assert editions == sorted(editions, reverse=True)
    assert set(editions) == {"1.1", "1.0"}
    assert page.count("replaced by a newer edition") == 1


def test_a_search_costs_the_same_for_one_edition_and_for_three(official: Client, account: Any):
    def queries() -> int:
        said(official, "UAM")
        with CaptureQueriesContext(connection) as asked:
            said(official, "UAM")
        return len(asked)

    before = queries()
    for number in range(2):
        briefing = Briefing.objects.get(slug="2025-11")
        briefing.conclusion_en += f" More {number}."
        briefing.save_revision().publish()
        release_now(seal_sample("presidential"), approver=account("approver"))

    assert queries() == before
    assert before <= 8


def test_the_index_is_looked_through_once_and_not_again_for_each_edition(official: Client):
    with CaptureQueriesContext(connection) as asked:
        said(official, "협력")
    searches = [query["sql"] for query in asked if " @@ " in query["sql"]]

    assert len(searches) == 2, "how many places there are, and those of the page"
    for search in searches:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {search}")
            plan = "\n".join(line for (line,) in cursor.fetchall())
        # which editions the reader may read is known before, not asked of each that holds the word
        assert "edition_id = ANY (" in plan


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "…",
        "'",
        "\\",
        "a' | 'b",
        "!!:*&|<->()",
        "\x00",
        "\ud55c\x00국",
        "대",
        "用",
        "a",
        "% _ %",
        "<script>alert(1)</script>",
        "가" * 10_000,
        "a b " * 2500,
        "\u202eabc",
        "\U0001f600",
        "9" * 400,
    ],
)
def test_whatever_is_typed_is_answered(official: Client, words: str):
    page = said(official, words)

    assert "<script>alert" not in official.get("/ko/search/", {"q": words}).content.decode()
    assert len(page) < 100_000


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999"])
def test_a_page_that_does_not_exist_shows_one_that_does(official: Client, page: str):
    assert found(said(official, "UAM", page=page))


@pytest.mark.parametrize(
    ("language", "words", "name", "told"),
    [
        ("ko", "국토부", "국토교통부", "함께 찾은 이름: 국토교통부"),
        ("ko", "molit", "국토교통부", "함께 찾은 이름: 국토교통부"),
        ("ko", "국토부를", "국토교통부", "함께 찾은 이름: 국토교통부"),
        ("ko", "아처를", "아처", "함께 찾은 이름: 아처"),
        ("zh-hans", "MOLIT", "国土交通部", "同时查找：国土交通部"),
        ("zh-hans", "亚投行", "亚洲基础设施投资银行", "同时查找：亚洲基础设施投资银行"),
        (
            "en",
            "UAM",
            "urban air mobility",
            "Also searched for: urban air mobility",
        ),
    ],
)
def test_a_name_is_found_by_its_short_form_and_the_page_says_so(
    official: Client, language: str, words: str, name: str, told: str
):
    page = said(official, words, language=language)

    assert told in page
    assert set(found(said(official, name, language=language))) & set(found(page))
    assert re.search(f"<mark>{name}</mark>", page, re.IGNORECASE)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ko", "국토교통성"),  # another country's ministry
        ("zh-hans", "国土交通省"),
        ("en", "MLIT"),
        ("ko", "국토교통부"),
        ("ko", "철도"),
        ("ko", "아처을"),  # no particle that its sound asks for
    ],
)
def test_nothing_else_is_looked_for_than_what_a_word_means(official: Client, language: str, words: str):
    page = said(official, words, language=language)

    assert not any(told in page for told in ALSO)


def _agree(name: str, **dates: date) -> None:
    """To a name with the short form KANA, the same in each language."""
    names = {f"preferred_{language}": f"{name}(KANA)" for language in ("ko", "zh_hans", "en")}
    Term.objects.create(identifier="T-99", subject="institutions", status="agreed", **names, **dates)


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_a_name_that_nothing_released_holds_is_told_to_nobody(official: Client, language: str):
    _agree("Gaon Basin Airport Compact")

    for client in (official, Client()):
        page = said(client, "KANA", language=language)
        assert "Gaon" not in page
        assert not any(told in page for told in ALSO)


def test_a_name_is_told_to_those_alone_who_may_read_an_edition_with_it(official: Client, account: Any):
    member = Client()
    member.force_login(account("member-demo-embassy"))

    assert "함께 찾은 이름: 국토교통부" in said(official, "국토부")
    for client in (member, Client()):
        page = said(client, "국토부")
        # the page's own frame names its publisher
        (found,) = lxml.html.fromstring(page).xpath("//main")
        assert "국토교통부" not in lxml.html.tostring(found, encoding="unicode")
        assert "함께 찾은 이름" not in page


def test_a_name_is_told_no_more_when_its_edition_is_withdrawn(
    official: Client, edition: Edition, account: Any
):
    release.withdraw(edition=edition, by=account("approver"), reason=Trilingual(ko="오류"))

    assert "함께 찾은 이름" not in said(official, "국토부")


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ({}, True),
        ({"valid_from": PERIOD_END, "valid_until": PERIOD_END}, True),
        ({"valid_from": PERIOD_END + timedelta(days=1)}, False),
        ({"valid_until": PERIOD_END - timedelta(days=1)}, False),
    ],
)
def test_a_name_is_meant_where_it_holds_in_the_period_of_an_edition_with_it(
    official: Client, dates: dict[str, date], told: bool
):
    _agree("smart city", **dates)

    assert ("Also searched for: smart city" in said(official, "KANA", language="en")) is told


def test_every_word_must_stand_in_a_place_in_one_form_or_another(official: Client):
    both = found(said(official, "국토부 아처"))

    assert both
    assert set(both) == set(found(said(official, "국토교통부 아처")))


def test_an_index_made_before_finds_names_without_their_marks_too(edition: Edition):
    entry = SearchEntry.objects.filter(edition=edition, language="en").first()
    assert entry is not None
    entry.words = "'bắc':1A 'ninh':2A 'đà':9 'nẵng':10 'ba':11 '建设':12"
    entry.save()

    migration = import_module("briefings.migrations.0020_words_without_marks")
    migration.forget_marks(None, SimpleNamespace(connection=connection))

    entry.refresh_from_db()
    assert entry.words == "'ba':11 'bac':1A 'da':9 'nang':10 'ninh':2A '建设':12"


def test_a_numeral_is_marked_where_it_is_found_and_not_within_another_one():
    pieces = marked("10 of 100 and 10대", ["10"])

    assert [piece.text for piece in pieces if piece.hit] == ["10", "10"]
    assert pieces[1].text == " of 100 and "


def test_one_character_is_found_inside_words(official: Client):
    assert found(said(official, "架", language="zh-hans"))


def test_the_index_can_be_made_again(edition: Edition):
    from django.core.management import call_command

    before = set(SearchEntry.objects.values_list("language", "key", "title", "text"))
    SearchEntry.objects.all().delete()

    call_command("index_editions", verbosity=0)

    assert before
    assert set(SearchEntry.objects.values_list("language", "key", "title", "text")) == before


@pytest.mark.parametrize("words", ["<>", "!?…", "· ·", "「」"])
def test_signs_alone_are_no_search(official: Client, words: str):
    page = said(official, words, language="en")

    assert "Enter at least one letter or numeral." in page
    assert found(page) == []


def test_signs_around_a_word_are_said_to_be_ignored(official: Client):
    page = said(official, "<aircraft> / Korean", language="en")

    assert "Punctuation and symbols are ignored. Searched for: aircraft Korean" in page
    assert found(page) == found(said(official, "aircraft Korean", language="en"))
    assert "Punctuation and symbols" not in said(official, "K-City aircraft", language="en")


def test_a_bracket_within_a_word_is_left_out_with_its_other_half(official: Client):
    page = said(official, "城市空中交通（UAM）", language="zh-hans")

    assert "实际搜索：城市空中交通 UAM<" in page.replace("\n", "").replace(" <", "<")
    assert found(page)


def test_an_excerpt_of_a_table_begins_and_ends_with_its_row(official: Client):
    page = said(official, "采购至多100架", language="zh-hans")

    rows = [excerpt for excerpt in re.findall(r"<p[^>]*>(.*?)</p>", page, re.DOTALL) if "时间未定" in excerpt]
    assert rows
    assert all(re.sub(r"<[^>]+>", "", row).strip().startswith("大韩航空 · ") for row in rows)
    assert not any("国土交通部" in row for row in rows)


def test_a_single_latin_letter_is_a_word_and_not_the_beginning_of_any(official: Client):
    assert found(said(official, "<b>", language="en")) == []
    marked = re.findall(r"<mark>(.*?)</mark>", said(official, "K", language="en"))
    assert set(marked) <= {"K", "k"}


def test_only_the_beginnings_of_latin_words_are_marked(official: Client):
    page = said(official, "air", language="en")

    assert re.search(r"<mark>[Aa]ir</mark>craft", page)
    assert not re.search(r"[A-Za-z]<mark>", page)


@pytest.mark.parametrize(
    ("language", "words", "line"),
    [
        ("ko", "국제기구", "누가 주목하는가: "),
        ("zh-hans", "国际组织", "："),
        ("en", "international organizations", ": "),
    ],
)
def test_a_hit_shows_its_label_before_its_value(
    official: Client, edition: Edition, language: str, words: str, line: str
):
    texts = SearchEntry.objects.filter(language=language, item=True).values_list("text", flat=True)
    labelled = [row for text in texts for row in text.splitlines() if line in row and words in row]

    assert labelled
    assert all(row.index(line) < row.index(words) for row in labelled)
