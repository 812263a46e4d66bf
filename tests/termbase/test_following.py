"""A term changes: its texts are listed, and replaced in drafts that nobody has published."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import lxml.html
import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from briefings.records.newest_texts import load_texts
from briefings.termbase import following
from briefings.termbase.following import (
    Follower,
    Replaced,
    earlier_names,
    followers,
    followers_of,
    hindrances,
    replace_in_drafts,
)
from projects.models import Bureau, CooperationItem
from stakeholders.models import StakeholderGroup
from vocabulary.models import Pillar, Term, TermStatus

pytestmark = pytest.mark.django_db
OLD, NEW = "智慧城市", "智慧都市"


@pytest.fixture
def term() -> Term:
    """The smart city under a new Chinese name."""
    term = Term.objects.get(identifier="T-13")
    assert term.preferred_zh_hans == OLD
    term.preferred_zh_hans = NEW
    term.save()
    term.save_revision()
    return term


def test_every_text_that_uses_the_earlier_name_is_listed(term: Term) -> None:
    found = followers(OLD, NEW, "zh-hans")

    assert earlier_names(term, "zh-hans") == [OLD]
    assert len(found) > 50
    assert {each.loaded.kind for each in found} >= {"item", "perspective", "pillar", "briefing"}
    assert all(OLD in "".join(d.text for d in each.changes if d.change != "added") for each in found)


def test_the_name_is_replaced_in_drafts_and_what_is_public_stays(
    client: Client, term: Term, account: Callable[[str], Any]
) -> None:
    found = [each for each in followers(OLD, NEW, "zh-hans") if each.loaded.kind == "item"]
    first = found[0].loaded.record.pk
    chosen = [each.value for each in found if each.loaded.record.pk == first]
    page = client.get(reverse("term-follow", args=[term.pk])).content.decode()
    assert all(f'value="{value}"' in page for value in chosen)

    client.post(reverse("term-replace", args=[term.pk]), {"language": "zh-hans", "old": OLD, "text": chosen})

    item = CooperationItem.objects.get(pk=first).specific
    assert item.has_unpublished_changes
    assert not any(each.loaded.record.pk == first for each in followers(OLD, NEW, "zh-hans"))
    texts = str(item.get_latest_revision().content)
    assert OLD not in texts
    assert NEW in texts
    assert item.live_revision_id != item.latest_revision_id
    assert item.latest_revision.user == account("briefing-editor")


@pytest.mark.parametrize(
    ("language", "place"),
    [
        ("ko", "스마트시티 기여 · 문장"),
        ("zh-hans", "对“智慧城市”的贡献 · 句子"),
        ("en", "Contribution to “Smart city” · Sentence"),
    ],
)
def test_a_text_that_must_follow_is_named_as_its_form_names_it(
    client: Client, term: Term, account: Callable[[str], Any], language: str, place: str
) -> None:
    profile = UserProfile.get_for_user(account("briefing-editor"))
    profile.preferred_language = language
    profile.save()

    page = lxml.html.fromstring(client.get(reverse("term-follow", args=[term.pk])).content.decode())

    named = [
        " ".join(label.text_content().split()) for label in page.xpath("//ul[@class='text-followers']//label")
    ]
    assert not [name for name in named if re.search(r"[a-z]+[._][a-z0-9]", name)]
    assert any(name.endswith(place) for name in named)


@pytest.fixture
def clever(term: Term) -> Term:
    """The smart city under a new English name."""
    term.preferred_en = "clever city"
    term.save()
    term.save_revision()
    return term


def _page(client: Client, term: Term, query: str = "") -> Any:
    return lxml.html.fromstring(client.get(reverse("term-follow", args=[term.pk]) + query).content.decode())


def test_a_renamed_terms_form_and_the_list_of_terms_lead_to_the_texts_that_must_follow(
    client: Client, clever: Term
) -> None:
    def leads_to(address: str) -> list[str]:
        page = lxml.html.fromstring(client.get(address).content.decode())
        return page.xpath("//a[contains(normalize-space(), 'Texts that must follow')]/@href")

    as_ever = Term.objects.get(identifier="T-01")

    assert leads_to(_form_of(clever)) == [reverse("term-follow", args=[clever.pk])]
    assert leads_to(_form_of(as_ever)) == []
    assert leads_to(reverse("wagtailsnippets_vocabulary_term:list")) == [reverse("terms-renamed")]


def _form_of(term: Term) -> str:
    return reverse("wagtailsnippets_vocabulary_term:edit", args=[term.pk])


def test_terms_with_earlier_names_are_listed_with_the_number_of_texts_that_use_these(
    client: Client, clever: Term
) -> None:
    unused = Term.objects.get(identifier="T-01")
    for name in ("A name in no text", unused.preferred_en):
        unused.preferred_en = name
        unused.save()
        unused.save_revision()

    page = lxml.html.fromstring(client.get(reverse("terms-renamed")).content.decode())

    rows = {
        row.xpath("string(th)").split()[0]: row
        for row in page.xpath("//div[@class='report-table']//tbody/tr")
    }
    assert list(rows) == ["T-01", "T-13"]  # what was changed last comes first
    row = rows["T-13"]
    assert row.xpath("th/a/@href") == [reverse("term-follow", args=[clever.pk])]
    assert [each.text_content() for each in row.xpath("td[1]/div")] == [
        f"{OLD} → {NEW}",
        "smart city → clever city",
    ]
    found = [*followers(OLD, NEW, "zh-hans"), *followers("smart city", "clever city", "en")]
    plain = sum(not each.aside for each in found)
    assert row.xpath("td[position() > 1]/text()") == [str(plain), str(len(found) - plain)]
    assert rows["T-01"].xpath("td[position() > 1]/text()") == ["–", "–"]


def test_plural_and_hyphened_uses_follow_and_proper_names_and_titles_wait(
    client: Client, clever: Term
) -> None:
    page = _page(client, clever)

    plain, aside = page.xpath("//form[input[@value='smart city']]")
    shown = plain.xpath(".//ins")
    assert {"clever cities", "clever-city"} <= {ins.text_content().partition(": ")[2] for ins in shown}
    assert plain.xpath(".//input[@type='checkbox' and @checked]")
    assert not plain.xpath(".//input[@type='checkbox' and not(@checked)]")
    assert aside.xpath(".//input[@type='checkbox']")
    assert not aside.xpath(".//input[@type='checkbox' and @checked]")
    said = aside.text_content()
    assert "It is a part of the longer name “Korea Smart City Open Network (K-SCON)”." in said
    assert "This is what a source is called." in said


def test_one_sentence_keeps_its_proper_name_and_takes_the_new_name_beside_it(
    client: Client, clever: Term
) -> None:
    item = CooperationItem.objects.get(slug="k-scon")
    page = _page(client, clever)
    ticked = page.xpath("//form[input[@value='smart city']]//input[@checked]/@value")
    own = [value for value in ticked if f"|{item.pk}|" in value]
    assert own

    client.post(
        reverse("term-replace", args=[clever.pk]), {"language": "en", "old": "smart city", "text": own}
    )

    summary = CooperationItem.objects.get(pk=item.pk).specific.get_latest_revision_as_object().summary_en
    assert "Korea Smart City Open Network (K-SCON)" in summary
    assert "a clever-city master plan" in summary


@pytest.mark.parametrize(("tick", "aside"), [("all", True), ("none", False)])
def test_all_boxes_of_a_group_are_ticked_or_none_by_a_link(
    client: Client, clever: Term, tick: str, aside: bool
) -> None:
    form = _page(client, clever).xpath("//form[input[@value='smart city']]")[int(aside)]
    (link,) = (href for href in form.xpath(".//a/@href") if f"tick={tick}" in href)

    again = _page(client, clever, link).get_element_by_id(form.get("id"))

    boxes = again.xpath(".//input[@type='checkbox']")
    assert boxes
    assert all((box.get("checked") is not None) == (tick == "all") for box in boxes)


def test_what_there_was_no_time_for_stays_ticked_and_is_told(
    client: Client, clever: Term, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefings.termbase.views.SECONDS", 0)
    ticked = _page(client, clever).xpath("//form[input[@value='smart city']]//input[@checked]/@value")
    untouched = ticked.pop()

    answer = client.post(
        reverse("term-replace", args=[clever.pk]),
        {"language": "en", "old": "smart city", "text": ticked},
        follow=True,
    )

    page = lxml.html.fromstring(answer.content.decode())
    left = page.xpath("//form[input[@value='smart city']]//input[@checked]/@value")
    assert left
    assert set(left) < set(ticked)
    assert untouched not in left
    assert f"{len(left)} of the ticked texts are left" in answer.content.decode()


def test_following_texts_cost_the_same_queries_for_more_items(client: Client, clever: Term) -> None:
    address = reverse("term-follow", args=[clever.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as before:
        client.get(address)
    for item in list(CooperationItem.objects.filter(slug__in=["k-scon", "smart-city-korea"])):
        item.specific.copy(update_attrs={"slug": f"{item.slug}-copy"})

    with CaptureQueriesContext(connection) as after:
        client.get(address)

    assert len(after) == len(before)


def test_what_a_colleague_saves_meanwhile_is_kept(
    term: Term, account: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = next(each for each in followers(OLD, NEW, "zh-hans") if each.loaded.kind == "item")
    pk = found.loaded.record.pk

    def newest() -> Any:
        return CooperationItem.objects.get(pk=pk).specific.get_latest_revision_as_object()

    def meanwhile(by: Any, found: Any) -> Any:
        draft = newest()
        draft.headline_en = "What a colleague saved"
        draft.save_revision(clean=False)
        return hindrances(by, found)

    monkeypatch.setattr(following, "hindrances", meanwhile)

    done = replace_in_drafts([found.value], old=OLD, new=NEW, language="zh-hans", by=account("administrator"))

    assert done.changed == 1
    assert newest().headline_en == "What a colleague saved"
    assert not _earlier_name_stands_in(found)


def test_a_name_is_found_however_a_draft_holds_it_and_other_records_are_not_read(term: Term) -> None:
    item = CooperationItem.objects.get(slug="k-scon").specific
    item.message_ko = unicodedata.normalize("NFD", "별난이름을 쓴다")
    item.background_ko = "<p>별<b>난</b>이름을</p>"
    item.significance_ko = "<p>별&#45212;이름</p>"
    item.message_en = "ODD\u00a0NAMES"
    item.save_revision(clean=False)

    korean = {each.place for each in followers("별난이름", "이름", "ko")}
    english = {each.place for each in followers("odd name", "name", "en")}

    assert korean == {"message", "background", "significance"}
    assert english == {"message"}
    assert [each.slug for each in load_texts(["item"], holding="ODD")] == ["k-scon"]


def test_a_short_korean_point_follows_as_its_sentence_does(
    client: Client, term: Term, account: Callable[[str], Any]
) -> None:
    term.preferred_ko = "슬기도시"
    term.save()
    term.save_revision()
    item = CooperationItem.objects.get(slug="smart-city-korea").specific
    item.contributions = [*item.contributions.all()]
    item.contributions.filter(pillar__slug="smart-city")[0].point = "스마트시티 수출 기반 마련"
    item.save_revision(clean=False).publish()

    page = client.get(reverse("term-follow", args=[term.pk])).content.decode()
    found = [each for each in followers("스마트시티", "슬기도시", "ko") if each.loaded.record.pk == item.pk]
    point = next(each for each in found if each.place.endswith(".point"))
    sent = {"language": "ko", "old": "스마트시티", "text": [point.value]}
    client.post(reverse("term-replace", args=[term.pk]), sent)

    assert f'value="{point.value}"' in page
    draft = CooperationItem.objects.get(pk=item.pk).specific.get_latest_revision_as_object()
    points = {row.pillar.slug: row.point for row in draft.contributions.all()}
    assert points["smart-city"] == "슬기도시 수출 기반 마련"
    left = followers("스마트시티", "슬기도시", "ko")
    assert point.value not in [each.value for each in left]


def test_what_a_pillar_or_group_is_called_in_one_language_is_listed_too(term: Term) -> None:
    Pillar.objects.filter(slug="smart-city").update(point="별난이름 확산")
    StakeholderGroup.objects.filter(slug="us").update(in_sentence="the odd name")
    # a pillar is read from its newest version
    for record in (Pillar.objects.get(slug="smart-city"), StakeholderGroup.objects.get(slug="us")):
        record.save_revision()

    points = followers("별난이름", "이름", "ko")
    groups = followers("odd name", "name", "en")

    assert [(each.loaded.kind, each.place) for each in points] == [("pillar", "point")]
    assert [(each.loaded.kind, each.place) for each in groups] == [("group", "in_sentence")]


def test_a_record_without_drafts_is_left_to_its_editor(term: Term, account: Callable[[str], Any]) -> None:
    pillar = next(each for each in followers(OLD, NEW, "zh-hans") if each.loaded.kind == "pillar")

    done = replace_in_drafts(
        [pillar.value], old=OLD, new=NEW, language="zh-hans", by=account("administrator")
    )

    assert done == Replaced(changed=0, refused=1)


def test_where_every_text_is_changed_by_hand_no_button_is_offered(client: Client, term: Term) -> None:
    named = Term.objects.get(identifier="T-12")
    named.preferred_en = "odd name"
    named.save_revision()
    StakeholderGroup.objects.filter(slug="us").update(in_sentence="the odd name")
    StakeholderGroup.objects.get(slug="us").save_revision()
    named.preferred_en = "other name"
    named.save()
    named.save_revision()

    by_hand = _page(client, named).xpath("//form[input[@value='odd name']]")[0]
    in_drafts = _page(client, term).xpath(f"//form[input[@value='{OLD}']]")[0]

    assert "change it by hand" in by_hand.text_content()
    assert by_hand.xpath(".//button | .//a[contains(@href, 'tick=')]") == []
    assert in_drafts.xpath(".//button")
    ticked_or_not = [
        bool(each.xpath(".//input")) for each in in_drafts.xpath(".//ul[@class='text-followers']/li")
    ]
    assert ticked_or_not == sorted(ticked_or_not, reverse=True), "what can be ticked comes first"


def test_nobody_replaces_in_records_that_they_may_not_change(
    term: Term, account: Callable[[str], Any]
) -> None:
    item = next(each for each in followers(OLD, NEW, "zh-hans") if each.loaded.kind == "item")

    done = replace_in_drafts([item.value], old=OLD, new=NEW, language="zh-hans", by=account("approver"))

    assert done == Replaced(changed=0, refused=1)


def test_a_perspective_is_changed_by_those_who_may_change_perspectives(
    client: Client, term: Term, account: Callable[[str], Any]
) -> None:
    bureaus = set(Bureau.objects.values_list("pk", flat=True))  # a page that has the same number
    found = next(
        each
        for each in followers(OLD, NEW, "zh-hans")
        if each.loaded.kind == "perspective" and each.loaded.record.pk in bureaus
    )
    change = Permission.objects.get(codename="change_perspective")
    pages_only, perspectives_only = account("briefing-editor"), account("approver")
    for group in pages_only.groups.all():
        group.permissions.remove(change)
    perspectives_only.user_permissions.add(change)
    asked = {"language": "zh-hans", "old": OLD, "text": [found.value]}

    client.post(reverse("term-replace", args=[term.pk]), asked)
    kept = _earlier_name_stands_in(found)
    client.force_login(perspectives_only)
    offered = client.get(reverse("term-follow", args=[term.pk])).content.decode()
    client.post(reverse("term-replace", args=[term.pk]), asked)

    assert kept
    assert f'value="{found.value}"' in offered
    assert not _earlier_name_stands_in(found)


def _earlier_name_stands_in(found: Follower) -> bool:
    return any(each.value == found.value for each in followers(OLD, NEW, "zh-hans"))


@pytest.mark.parametrize("lock", ["by somebody else", "for its publication"])
def test_a_page_that_is_locked_is_not_changed_and_the_list_says_so(
    client: Client, term: Term, account: Callable[[str], Any], lock: str
) -> None:
    found = [each for each in followers(OLD, NEW, "zh-hans") if each.loaded.kind == "item"]
    page = found[0].loaded.record.specific
    if lock == "by somebody else":
        page.locked, page.locked_by = True, account("administrator")
        page.save()
    else:
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision().publish()
    newest = CooperationItem.objects.get(pk=page.pk).latest_revision_id
    values = [each.value for each in found if each.loaded.record.pk == page.pk]

    shown = _page(client, term)
    answer = client.post(
        reverse("term-replace", args=[term.pk]), {"language": "zh-hans", "old": OLD, "text": values}
    )

    offered = shown.xpath("//input[@name='text']/@value")
    assert offered
    assert not set(values) & set(offered)
    told = [row for row in shown.xpath("//ul[@class='text-followers']/li") if _leads_to(row, page.pk)]
    assert len(told) == len(values)
    assert all("the page is locked" in row.text_content() for row in told)
    assert CooperationItem.objects.get(pk=page.pk).latest_revision_id == newest
    left = client.get(answer["Location"]).content.decode()
    assert f"{len(values)} texts are left: their pages are locked" in left


def test_who_locked_a_page_changes_it(client: Client, term: Term, account: Callable[[str], Any]) -> None:
    found = next(each for each in followers(OLD, NEW, "zh-hans") if each.loaded.kind == "item")
    page = found.loaded.record.specific
    page.locked, page.locked_by = True, account("briefing-editor")
    page.save()

    client.post(
        reverse("term-replace", args=[term.pk]), {"language": "zh-hans", "old": OLD, "text": [found.value]}
    )

    assert not _earlier_name_stands_in(found)


def _leads_to(row: Any, page: int) -> bool:
    return any(f"/pages/{page}/edit/" in link for link in row.xpath(".//a/@href"))


def test_only_a_name_that_the_term_had_is_replaced(client: Client, term: Term) -> None:
    answer = client.post(
        reverse("term-replace", args=[term.pk]), {"language": "zh-hans", "old": "韩国", "text": ["x"]}
    )

    assert answer.status_code == 404


def test_who_ticked_a_text_that_a_colleague_has_changed_meanwhile_is_not_told_to_tick_one(
    client: Client, term: Term
) -> None:
    found = followers(OLD, NEW, "zh-hans")[0]
    asked = {"language": "zh-hans", "old": OLD, "text": [found.value]}

    def told(**asked: Any) -> str:
        page = client.post(reverse("term-replace", args=[term.pk]), asked, follow=True).content.decode()
        (said,) = lxml.html.fromstring(page).xpath("//*[@class='messages']//li[not(ancestor::template)]")
        return str(said.text_content())

    assert "The name was replaced in 1 text." in told(**asked)
    assert "no longer use the earlier name" in told(**asked)
    assert "Tick the texts that you mean." in told(**asked | {"text": []})


def test_saving_a_new_name_says_how_many_texts_still_use_the_old_one(client: Client) -> None:
    term = Term.objects.get(identifier="T-13")
    fields = {
        field.name: getattr(term, field.name) or ""
        for field in Term._meta.get_fields()
        if field.concrete and field.name.endswith(("_ko", "_zh_hans", "_en"))
    }
    fields |= {
        "identifier": "T-13",
        "subject": term.subject,
        "status": term.status,
        "traditional": "",
        "note": "",
    }

    answer = client.post(
        reverse(Term.snippet_viewset.get_url_name("edit"), args=[term.pk]),
        fields | {"preferred_zh_hans": NEW},
        follow=True,
    )

    assert "texts still use the earlier name" in answer.content.decode()


def test_who_agreed_and_when_is_noted_as_a_term_becomes_agreed(
    client: Client, account: Callable[[str], Any]
) -> None:
    term = Term.objects.get(identifier="T-13")
    Term.objects.filter(pk=term.pk).update(status=TermStatus.PROPOSED)
    fields = {
        field.name: getattr(term, field.name) or ""
        for field in Term._meta.get_fields()
        if field.concrete and field.name.endswith(("_ko", "_zh_hans", "_en"))
    }

    client.post(
        reverse(Term.snippet_viewset.get_url_name("edit"), args=[term.pk]),
        fields | {"identifier": "T-13", "subject": term.subject, "status": "agreed"},
    )

    term.refresh_from_db()
    assert term.status == TermStatus.AGREED
    assert term.agreed_by == "briefing-editor"
    assert term.agreed_on is not None


def test_a_dash_that_stood_for_a_name_is_looked_for_in_no_text(client: Client) -> None:
    term = Term.objects.get(identifier="T-13")
    for name in ("-", "smart city"):
        term.preferred_en = name
        term.save()
        term.save_revision()

    page = _page(client, term)

    assert not page.xpath("//input[@name='text']")


def test_after_a_save_that_gave_no_new_name_no_text_is_looked_through(
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    with django_assert_num_queries(0):
        assert followers_of([]) == {}


def test_what_a_term_means_follows_its_name_and_what_it_is_called_does_not() -> None:
    found = [
        each
        for each in followers("quality infrastructure", "good infrastructure", "en")
        if each.loaded.kind == "term"
    ]

    assert {each.text.place for each in found} == {"definition"}
    assert "T-19" in {each.loaded.record.identifier for each in found}
    assert not any(each.in_drafts for each in found)
