"""A figure changes: every text, edition and download that holds it is listed with the value it holds."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.users.models import UserProfile

from agencies.models import Agency
from briefings.checking.live_check import figures_of
from briefings.editions.sealing import content_of
from briefings.figures.figure_use import changed_since_sealing, earlier_values, placed, sealed, typed
from briefings.figures.stated_figures import bring_up_to_date, may_hold
from briefings.models import Download, Edition, FigureEntry
from briefings.records.newest_texts import load_texts
from briefings.records.text_versions import versions
from languages.trilingual import Trilingual
from projects.models import CooperationItem, PerspectiveLink, RelatedItem
from stakeholders.models import Perspective
from tests.briefings.editions import seal_sample
from tests.projects.test_odd_forms import form_of

pytestmark = pytest.mark.django_db
CODE = re.compile(r"[a-z]+[._][a-z0-9]")


@pytest.fixture
def deal() -> Any:
    return CooperationItem.objects.get(slug="korean-air-archer-evtol").specific


def _with_more_aircraft(deal: Any) -> Any:
    figures = list(deal.figures.all())
    next(figure for figure in figures if figure.key == "aircraft").value = 120
    deal.figures = figures
    deal.save_revision()
    return deal.get_latest_revision_as_object()


def test_an_edition_keeps_the_old_value_and_its_downloads_are_counted(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    edition = seal_sample("presidential", by=account("briefing-editor"))
    rendition = edition.renditions.first()
    Download.objects.create(path="/x", outcome="served", rendition=rendition)
    Download.objects.create(path="/x", outcome="refused", rendition=rendition)
    assert changed_since_sealing(deal) == []

    draft = _with_more_aircraft(deal)

    assert changed_since_sealing(draft) == ["aircraft"]
    assert [(each.printed.ko, each.downloads) for each in sealed(deal, "aircraft")] == [("최대 100대", 1)]
    user = account("item-editor")
    client.force_login(user)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    address = reverse("figure-use", args=[deal.pk, "aircraft"])
    page = client.get(address).content.decode()
    assert "In the draft, not published yet:" in page
    assert "up to 120 aircraft" in page
    assert "up to 100 aircraft" in page
    assert "as published" in page
    assert "old value" not in page
    draft.get_latest_revision().publish()
    assert "old value" in client.get(address).content.decode()


def test_of_an_item_that_was_taken_back_no_value_is_said_to_be_published(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    deal.unpublish()
    _with_more_aircraft(deal)
    user = account("item-editor")
    client.force_login(user)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})

    page = client.get(reverse("figure-use", args=[deal.pk, "aircraft"])).content.decode()

    assert "Now, in the newest version:" in page
    assert "As published:" not in page


def test_short_korean_points_are_listed_too_as_drafted_and_as_published(deal: Any) -> None:
    contribution = deal.contributions.first()
    contribution.point = "기체 [[aircraft]] 도입"
    deal.contributions = [contribution]
    deal.save_revision().publish()
    contribution.point = "기체 최대 100대 도입"
    deal.save_revision()

    (by_key,) = [each for each in placed(deal, "aircraft", versions()) if each.version.text.only]
    (by_hand,) = [
        each
        for each in typed(deal, [Trilingual("최대 100대", "", "")], None, versions())
        if each.version.text.only and each.version.loaded.record.pk == deal.pk
    ]

    assert (by_key.languages, by_key.version.newest) == (("ko",), False)
    assert by_hand.version.is_draft
    assert by_hand.typed == (("ko", "기체 최대 100대 도입"),)


def test_what_is_said_to_a_group_is_listed_too_as_drafted_and_as_published(deal: Any) -> None:
    perspective = Perspective.objects.first()
    message = perspective.messages.first()
    message.message_ko = "기체는 최대 100대입니다."
    perspective.messages = [message]
    perspective.save_revision().publish()
    message.message_ko = "기체는 최대 120대입니다."
    perspective.save_revision()
    values = [Trilingual("최대 120대", "", ""), Trilingual("최대 100대", "", "")]

    texts = versions(may_hold(deal, "aircraft", values))
    said = [
        each for each in typed(deal, values, values[0], texts) if each.version.loaded.kind == "perspective"
    ]

    assert [(each.old, each.version.is_draft, each.version.newest) for each in said] == [
        (False, True, True),
        (True, False, False),
    ]


def test_texts_of_the_item_and_of_others_that_place_it_are_listed(deal: Any) -> None:
    found = placed(deal, "aircraft", versions())

    own = [each for each in found if each.version.loaded.record.pk == deal.pk]
    assert own
    assert {each.languages for each in own if not each.version.text.only} == {("ko", "zh-hans", "en")}
    assert {each.languages for each in own if each.version.text.only} == {("ko",)}
    assert {each.version.loaded.kind for each in found} >= {"item", "briefing"}


@pytest.mark.parametrize(
    ("language", "record", "part"),
    [
        ("ko", "협력과제 “대한항공–아처", " · 도심항공교통(UAM) 기여 · 문장"),
        ("zh-hans", "合作事项“大韩航空与Archer", " · 对“城市空中交通（UAM）”的贡献 · 句子"),
        (
            "en",
            "cooperation item “Korean Air–Archer",
            " · Contribution to “Urban air mobility (UAM)” · Sentence",
        ),
    ],
)
def test_a_place_is_named_as_its_form_names_it_and_leads_there(
    language: str, record: str, part: str, deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    user = account("administrator")
    client.force_login(user)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})

    page = lxml.html.fromstring(
        client.get(reverse("figure-use", args=[deal.pk, "aircraft"])).content.decode()
    )

    links = {
        link.text_content(): link.get("href")
        for link in page.xpath("//ul//a[contains(., '·') or contains(@href, '/languages/')]")
    }
    assert not [name for name in links if CODE.search(name)]
    place = next(name for name in links if name.endswith(part))
    assert place.startswith(record)
    edit = reverse("wagtailadmin_pages:edit", args=[deal.pk])
    assert links[place].startswith(f"{edit}#inline_child_contributions-")
    target = links[place].partition("#")[2]
    form = lxml.html.fromstring(client.get(edit).content.decode())
    assert form.xpath(f"//*[@id='{target}' and @data-panel]//textarea[contains(@name, 'sentence')]")


def test_who_may_not_change_a_record_is_led_to_its_languages(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("approver"))

    page = lxml.html.fromstring(
        client.get(reverse("figure-use", args=[deal.pk, "aircraft"])).content.decode()
    )

    links = {
        link.get("href") for link in page.xpath("//ul//a[contains(., '·') or contains(@href, '/languages/')]")
    }
    assert links
    assert all("/languages/review/" in link for link in links)


def _with_typed(item: Any, words: dict[str, str]) -> Any:
    """The item with a summary that states the figure in words of its own, in a draft."""
    for suffix, text in words.items():
        setattr(item, f"summary_{suffix}", text)
    item.save_revision()
    return item


TYPED = {
    "ko": "기체를 최대 100대 도입한다.",
    "zh_hans": "将引进100架飞行器。",
    "en": "It brings in up to 100 aircraft.",
}


def test_a_text_that_states_the_value_in_words_of_its_own_is_told_as_one_that_does_not_follow(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    other = CooperationItem.objects.get(slug="k-uam-roadmap").specific
    _with_typed(other, TYPED)
    now = figure_printed(deal)

    (before,) = (
        each for each in typed(deal, [now], now, versions()) if each.version.loaded.record.pk == other.pk
    )
    draft = _with_more_aircraft(deal)
    (after,) = (
        each
        for each in typed(deal, earlier_values(deal, "aircraft"), figure_printed(draft), versions())
        if each.version.loaded.record.pk == other.pk
    )

    assert not before.old
    assert after.old
    said = dict(after.typed)
    assert "최대 100대" in said["ko"]
    assert "100架" in said["zh-hans"]
    assert "up to 100 aircraft" in said["en"]
    user = account("item-editor")
    client.force_login(user)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    page = client.get(reverse("figure-use", args=[deal.pk, "aircraft"])).content.decode()
    assert "These do not follow" in page
    assert "将引进100架飞行器" in page


def test_counts_that_are_everywhere_are_looked_for_in_their_own_item_alone(deal: Any) -> None:
    four = Trilingual("4개", "4个", "four")

    found = typed(deal, [four], four, versions())

    assert {each.version.loaded.record.pk for each in found} <= {deal.pk}


def test_a_rich_text_that_says_the_same_in_draft_and_published_is_listed_once(deal: Any) -> None:
    deal.background_ko = '<p data-block-key="abcde">[[aircraft]] 구매</p>'
    deal.save_revision().publish()
    deal.refresh_from_db()
    deal.background_ko = '<p data-block-key="fghij">[[aircraft]] 구매</p>'
    _with_more_aircraft(deal)

    found = [each for each in placed(deal, "aircraft", versions()) if each.version.text.place == "background"]

    assert [(each.version.published, each.version.newest) for each in found] == [(True, True)]


def test_a_published_text_that_still_places_the_key_is_listed_beside_its_draft(deal: Any) -> None:
    contribution = next(
        each for each in placed(deal, "aircraft", versions()) if "contributions" in each.version.text.place
    )
    assert contribution.version.loaded.record.pk == deal.pk
    rows = list(deal.contributions.all())
    for row in rows:
        for suffix in ("ko", "zh_hans", "en"):
            field = f"sentence_{suffix}"
            setattr(row, field, getattr(row, field).replace("[[aircraft]]", "기체"))
    deal.contributions = rows
    deal.save_revision()

    found = [
        each
        for each in placed(deal, "aircraft", versions())
        if each.version.text.place == contribution.version.text.place
    ]

    assert [(each.version.published, each.version.newest) for each in found] == [(True, False)]


def test_who_downloaded_the_old_value_is_named_with_time_and_file(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    edition = seal_sample("partner", by=account("briefing-editor"))
    rendition = edition.renditions.get(language="en", format="pdf")
    agency = Agency.objects.first()
    assert agency is not None
    Download.objects.create(path="/x", outcome="served", rendition=rendition, agency=agency)
    Download.objects.create(path="/x", outcome="served", rendition=rendition, user=account("official"))
    Download.objects.create(path="/x", outcome="refused", rendition=rendition, user=account("approver"))
    user = account("item-editor")
    client.force_login(user)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    address = reverse("figure-use", args=[deal.pk, "aircraft"])
    assert "Who holds a file" not in client.get(address).content.decode()

    _with_more_aircraft(deal)

    page = lxml.html.fromstring(client.get(address).content.decode())
    rows = page.xpath("//h2[contains(., 'Who holds a file')]/following-sibling::div[1]//tbody/tr")
    said = [" | ".join(cell.text_content() for cell in row) for row in rows]
    assert len(said) == 2
    assert said[0].startswith("official | ")
    assert said[1].startswith(f"{agency.name_en} | ")
    assert all("English · PDF" in line for line in said)


def test_the_page_is_reached_from_the_figures_row_and_from_the_items_menu(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    user = account("administrator")
    client.force_login(user)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})

    form = lxml.html.fromstring(
        client.get(reverse("wagtailadmin_pages:edit", args=[deal.pk])).content.decode()
    )

    (row,) = form.xpath(f"//a[@href='{reverse('figure-use', args=[deal.pk, 'aircraft'])}']")
    assert row.text_content().strip() == "Where it stands: aircraft"
    menu = reverse("figures-use", args=[deal.pk])
    assert form.xpath(f"//a[@href='{menu}']")
    listed = lxml.html.fromstring(client.get(menu).content.decode())
    assert listed.xpath(f"//a[@href='{reverse('figure-use', args=[deal.pk, 'aircraft'])}']")


def test_where_a_figure_stands_costs_the_same_queries_for_more_items(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("administrator"))
    _with_more_aircraft(deal)
    address = reverse("figure-use", args=[deal.pk, "aircraft"])
    client.get(address)
    with CaptureQueriesContext(connection) as before:
        client.get(address)
    for item in list(CooperationItem.objects.all()[:3]):
        copied = item.specific.copy(update_attrs={"slug": f"{item.slug}-copy"})
        copied.save_revision()
    bring_up_to_date()  # each new version is read once, by whoever asks first

    with CaptureQueriesContext(connection) as after:
        client.get(address)

    assert len(after) == len(before)


def figure_printed(item: Any) -> Trilingual:
    return next(figure.printed for figure in figures_of(item) if figure.key == "aircraft")


def test_the_figures_of_an_item_are_read_with_the_same_queries_for_more_rows(
    deal: Any, django_assert_max_num_queries: Any
) -> None:
    deal.related_items = [
        RelatedItem(related_id=pk)
        for pk in CooperationItem.objects.exclude(pk=deal.pk).values_list("pk", flat=True)[:12]
    ]
    deal.perspective_links = [
        PerspectiveLink(perspective_id=pk) for pk in Perspective.objects.values_list("pk", flat=True)
    ]

    with django_assert_max_num_queries(20):
        figures = figures_of(deal)

    assert "aircraft" in {figure.key for figure in figures}


def test_a_figure_that_never_was_does_not_exist(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    client.force_login(account("item-editor"))

    assert client.get(reverse("figure-use", args=[deal.pk, "nothing"])).status_code == 404
    client.force_login(account("official"))
    assert client.get(reverse("figure-use", args=[deal.pk, "aircraft"])).status_code == 302


# what is read of editions ----------------------------------------------------------------------------

OF_EDITIONS = re.compile(r'"briefings_edition"\."(content|manifest|item_slugs)"(?! @>)')


def test_nothing_of_an_edition_but_the_items_figures_is_read_after_a_save_and_on_the_figures_pages(
    deal: Any, client: Client, account: Callable[[str], Any]
) -> None:
    for audience in ("presidential", "partner"):
        seal_sample(audience, by=account("briefing-editor"))
    user = account("administrator")
    client.force_login(user)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    form = form_of(client, deal.slug)
    changed = {"figures-1-value": "130"}
    assert dict(form.fields)["figures-1-key"] == "aircraft"

    with CaptureQueriesContext(connection) as asked:
        form.send([(name, changed.get(name, value)) for name, value in form.fields])
        told = client.get(reverse("wagtailadmin_pages:edit", args=[deal.pk])).content.decode()
        listed = client.get(reverse("figures-use", args=[deal.pk])).content.decode()
        shown = client.get(reverse("figure-use", args=[deal.pk, "aircraft"])).content.decode()

    assert "1 figure differs from what an edition printed:" in told
    assert listed.count("up to 130 aircraft") == 1
    assert shown.count("up to 100 aircraft") >= 2
    assert [query["sql"] for query in asked if OF_EDITIONS.search(query["sql"])] == []


def _kept() -> set[tuple[Any, ...]]:
    columns = ("edition", "item", "key", "printed_ko", "printed_zh_hans", "printed_en")
    return set(FigureEntry.objects.values_list(*columns))


def _printed(edition: Edition) -> set[tuple[Any, ...]]:
    return {
        (edition.pk, each.item, each.key, each.printed.ko, each.printed.zh_hans, each.printed.en)
        for each in content_of(edition).document.figures
    }


def test_what_is_kept_of_a_figure_is_what_the_edition_printed_however_it_is_filled() -> None:
    editions = [seal_sample("presidential"), seal_sample("full")]
    printed = _printed(editions[0]) | _printed(editions[1])
    assert _kept() == printed != set()
    filling = importlib.import_module("briefings.migrations.0025_figures_of_sealed_editions")

    FigureEntry.objects.all().delete()
    call_command("index_editions", verbosity=0)
    made_again = _kept()
    FigureEntry.objects.all().delete()
    with connection.cursor() as cursor:
        for edition in editions:
            cursor.execute(filling.FIGURES_OF, [edition.pk])

    assert made_again == _kept() == printed


def test_records_that_may_hold_a_figure_are_few_and_all_that_hold_it(deal: Any) -> None:
    everything, read = versions(), 0

    for figure in figures_of(deal):
        some = may_hold(deal, figure.key, [figure.printed])
        read = max(read, sum(each.kind == "item" for each in some))
        texts = versions(some)
        assert _places(placed(deal, figure.key, texts)) == _places(placed(deal, figure.key, everything))
        by_hand = typed(deal, [figure.printed], figure.printed, everything)
        assert _places(typed(deal, [figure.printed], figure.printed, texts)) == _places(by_hand)

    assert 0 < read < sum(1 for _each in load_texts(["item"])) / 2


def test_a_published_text_may_hold_a_figure_until_the_draft_without_it_is_published(deal: Any) -> None:
    other = CooperationItem.objects.exclude(pk=deal.pk).order_by("pk")[0].specific
    other.summary_en = f"Then came [[{deal.slug}/aircraft]]."
    other.save_revision().publish()
    held = {each.slug for each in may_hold(deal, "aircraft", ())}

    other.summary_en = "Then nothing came."
    draft = other.save_revision()
    held_beside_a_draft = {each.slug for each in may_hold(deal, "aircraft", ())}
    draft.publish()

    assert other.slug in held & held_beside_a_draft
    assert other.slug not in {each.slug for each in may_hold(deal, "aircraft", ())}


def _places(found: Any) -> set[tuple[str, str, bool]]:
    return {(each.version.loaded.slug, each.version.text.place, each.version.newest) for each in found}
