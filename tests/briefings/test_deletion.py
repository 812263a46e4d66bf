"""What has a history, or is named by a draft, stays: who deletes it is told what to do instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from agencies.models import Agency, Membership
from briefings import runs
from briefings.deletion import why_no_agencies
from briefings.editions import release
from briefings.models import Briefing, Edition, Highlight, KeyFigure, Pick, Rendition
from projects.models import Bureau, CooperationItem, Figure, PerspectiveLink
from reviews.models import Review, Waiver
from stakeholders.models import Interest, Perspective, StakeholderGroup
from tests.briefings.editions import release_now, seal_sample
from vocabulary.models import Term, Unit

pytestmark = pytest.mark.django_db
User = get_user_model()


@pytest.fixture
def client(enter: Callable[[str], Client]) -> Client:
    return enter("administrator")


@pytest.fixture
def person() -> Any:
    return User.objects.create_user("kim", password=None)


def _reviewed(person: Any) -> None:
    Review.objects.create(by=person, language="en", decision="reviewed", place="item x · headline")


def _let_a_finding_stand(person: Any) -> None:
    Waiver.objects.create(by=person, code="point-long", reason="a name")


def _opened_a_finding_again(person: Any) -> None:
    Waiver.objects.create(by=User.objects.get(username="translator"), reason="a name", taken_back_by=person)


def _asked_for_a_run(person: Any) -> None:
    runs.request_run(briefing=Briefing.objects.get(slug="2025-11"), audiences=["partner"], by=person)


def _assembled(person: Any) -> None:
    seal_sample("partner", by=person)


def _approved(person: Any) -> None:
    edition = _finished()
    person.user_permissions.add(*_permissions())
    release.approve(edition=edition, by=User.objects.get(pk=person.pk))


def _refused(person: Any) -> None:
    edition = _finished()
    person.user_permissions.add(*_permissions())
    release.refuse(edition=edition, by=User.objects.get(pk=person.pk), reason="A date is wrong.")


def _released(person: Any) -> None:
    person.user_permissions.add(*_permissions())
    release_now(_finished(), approver=User.objects.get(pk=person.pk), public=True)


def _finished() -> Edition:
    edition = seal_sample("partner")
    Rendition.objects.filter(edition=edition).update(state="ready")
    return edition


def _permissions() -> Any:
    approver = User.objects.get(username="approver")
    return [permission for group in approver.groups.all() for permission in group.permissions.all()]


DONE = {
    "reviewed": _reviewed,
    "let stand": _let_a_finding_stand,
    "opened again": _opened_a_finding_again,
    "asked for a run": _asked_for_a_run,
    "assembled": _assembled,
    "approved": _approved,
    "refused": _refused,
    "released": _released,
}


def _all(client: Client, model: Any, records: list[Any], listed: str = "") -> Any:
    """The answer to deleting several records that are ticked in their list, which has this address."""
    address = reverse("wagtail_bulk_action", args=[model._meta.app_label, model._meta.model_name, "delete"])
    query = urlencode({"id": [each.pk for each in records], "next": listed}, doseq=True)
    return client.post(f"{address}?{query}", follow=True)


@pytest.mark.parametrize("done", DONE)
def test_an_account_that_has_done_something_is_not_deleted_but_told_to_be_deactivated(
    client: Client, person: Any, done: str
) -> None:
    DONE[done](person)
    address = reverse("wagtailusers_users:delete", args=[person.pk])

    asked = client.get(address, follow=True)
    answer = client.post(address, follow=True)

    for each in (asked, answer):
        assert each.redirect_chain == [(reverse("wagtailusers_users:edit", args=[person.pk]), 302)]
    assert "“kim” stays: what the account has done is on record." in unescape(answer.content.decode())
    assert 'name="is_active"' in answer.content.decode()
    assert User.objects.filter(pk=person.pk).exists()


def test_of_several_accounts_none_is_deleted_if_one_has_a_history(client: Client, person: Any) -> None:
    _reviewed(person)
    other = User.objects.create_user("lee", password=None)

    listed = reverse("wagtailusers_users:index") + "?p=2"

    answer = _all(client, User, [person, other], listed)

    assert answer.redirect_chain == [(listed, 302)]
    assert "“kim” stays: what the account has done is on record." in unescape(answer.content.decode())
    assert User.objects.filter(pk__in=[person.pk, other.pk]).count() == 2


@pytest.fixture
def agency(account: Callable[[str], Any]) -> Agency:
    """An agency that an edition was released to."""
    agency = Agency.objects.get(slug="demo-embassy")
    release_now(seal_sample("partner"), approver=account("approver"), agencies=[agency])
    return agency


def test_an_agency_that_was_given_an_edition_is_not_deleted_but_told_how_to_shut_it_out(
    client: Client, agency: Agency
) -> None:
    address = reverse(Agency.snippet_viewset.get_url_name("delete"), args=[agency.pk])

    asked = client.get(address, follow=True)
    answer = client.post(address, follow=True)

    form = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[agency.pk])
    for each in (asked, answer):
        assert each.redirect_chain == [(form, 302)]
    said = unescape(answer.content.decode())
    assert f"“{agency.name_en}” stays: an edition was released to it." in said
    assert "Take the mark “may download” away instead" in said
    assert Agency.objects.filter(pk=agency.pk).exists()
    assert agency.memberships.exists()


def test_of_several_agencies_none_is_deleted_if_one_was_given_an_edition(
    client: Client, agency: Agency
) -> None:
    other = Agency.objects.create(slug="new", name_ko="새 기관", kind="city", language="en")

    answer = _all(client, Agency, [agency, other])

    assert answer.status_code == 200
    assert f"“{agency.name_en}” stays: an edition was released to it." in unescape(answer.content.decode())
    assert Agency.objects.filter(pk__in=[agency.pk, other.pk]).count() == 2


def test_agencies_that_stay_are_named_as_the_language_lists_and_calls_them(
    account: Callable[[str], Any],
) -> None:
    agencies = list(Agency.objects.order_by("slug")[:2])
    release_now(seal_sample("partner"), approver=account("approver"), agencies=agencies)

    with translation.override("zh-hans"):
        said = why_no_agencies(agencies)

    assert f"{agencies[0].name_zh_hans}、{agencies[1].name_zh_hans}" in said


@pytest.mark.parametrize("several", [False, True])
def test_accounts_and_agencies_without_a_history_are_deleted(
    client: Client, person: Any, several: bool
) -> None:
    agency = Agency.objects.create(slug="new", name_ko="새 기관", kind="city", language="en")
    Membership.objects.create(agency=agency, user=person)

    if several:
        _all(client, Agency, [agency])
        _all(client, User, [person])
    else:
        client.post(reverse(Agency.snippet_viewset.get_url_name("delete"), args=[agency.pk]))
        client.post(reverse("wagtailusers_users:delete", args=[person.pk]))

    assert not Agency.objects.filter(pk=agency.pk).exists()
    assert not User.objects.filter(pk=person.pk).exists()


# what drafts name ---------------------------------------------------------------------------------


def _unit() -> Unit:
    return Unit.objects.create(slug="probe", name_ko="탐침", name_en="probe")


def _item() -> CooperationItem:
    item = CooperationItem(
        slug="soon-gone",
        kind="deal",
        status="agreed",
        classification="public",
        headline_ko="곧",
        headline_en="Soon gone",
        summary_ko="요약",
    )
    Bureau.objects.get(slug="unassigned").add_child(instance=item)
    return item


def _draft_of_an_item(unit: Unit, *, later: bool = False) -> CooperationItem:
    item: Any = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    item.figures.add(Figure(key="probe-x", kind="count", label_ko="x", value=3, unit=unit))
    if later:
        item.save_revision(clean=False, approved_go_live_at=timezone.now() + timedelta(days=1))
        item = CooperationItem.objects.get(pk=item.pk).specific
    item.save_revision(clean=False)
    return item


def _draft_of_the_briefing(row: Any) -> Briefing:
    briefing = Briefing.objects.get(slug="2025-11")
    getattr(briefing, row._meta.get_field("briefing").remote_field.related_name).add(row)
    briefing.save_revision(clean=False)
    return briefing


def _delete_page(client: Client, page: Any) -> Any:
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)


def _delete_pages(client: Client, page: Any) -> Any:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return client.post(f"{address}?id={page.pk}", follow=True)


def _delete_record(client: Client, record: Any) -> Any:
    address = type(record).snippet_viewset.get_url_name("delete")
    return client.post(reverse(address, args=[record.pk]), follow=True)


def _delete_records(client: Client, record: Any) -> Any:
    return _all(client, type(record), [record])


@pytest.mark.parametrize("delete", [_delete_record, _delete_records])
@pytest.mark.parametrize("later", [False, True])
def test_a_unit_that_only_a_draft_or_a_version_set_for_later_names_stays(
    client: Client, delete: Callable[[Client, Any], Any], later: bool
) -> None:
    unit = _unit()
    _draft_of_an_item(unit, later=later)

    answer = delete(client, unit)

    said = unescape(answer.content.decode())
    assert "A draft of “Korean Air–Archer" in said
    assert "names “probe (probe)” (figure). Take it out there first." in said
    assert Unit.objects.filter(pk=unit.pk).exists()


def test_a_record_is_deleted_by_its_form_alone_which_keeps_who_did_it(client: Client) -> None:
    unit = _unit()

    answer = client.delete(f"/admin/snippets/vocabulary/unit/delete/{unit.pk}/")

    assert answer.status_code == 405
    assert Unit.objects.filter(pk=unit.pk).exists()


def test_groups_and_perspectives_that_only_a_draft_names_stay(client: Client) -> None:
    group = StakeholderGroup.objects.create(
        slug="probe", order=99, kind="state", name_en="Probe", name_ko="탐침"
    )
    perspective = Perspective.objects.first()
    assert perspective is not None
    perspective.interests.add(Interest(group=group, kind="topic", interest_ko="x"))
    perspective.save_revision(clean=False)
    asked = Perspective.objects.create(slug="asked", valid_from="2025-01-01")
    item: Any = CooperationItem.objects.get(slug="korean-air-archer-evtol").specific
    item.perspective_links.add(PerspectiveLink(perspective=asked))
    item.save_revision(clean=False)

    answers = [_delete_record(client, each) for each in (group, asked)]

    for answer in answers:
        assert "Take it out there first." in unescape(answer.content.decode())
    assert StakeholderGroup.objects.filter(pk=group.pk).exists()
    assert Perspective.objects.filter(pk=asked.pk).exists()


@pytest.mark.parametrize("delete", [_delete_page, _delete_pages])
@pytest.mark.parametrize(
    ("row", "place"), [(KeyFigure, "key figure"), (Highlight, "highlight"), (Pick, "item")]
)
def test_an_item_that_only_a_briefings_draft_names_stays(
    client: Client, delete: Callable[[Client, Any], Any], row: Any, place: str
) -> None:
    item = _item()
    _draft_of_the_briefing(row(item=item))

    answer = delete(client, item)

    said = unescape(answer.content.decode())
    assert f"names “Soon gone” ({place}). Take it out there first." in said
    assert CooperationItem.objects.filter(pk=item.pk).exists()


def test_a_bureau_that_only_a_briefings_draft_names_stays(client: Client) -> None:
    bureau = Bureau(slug="probe", name_ko="탐침", name_en="Probe")
    Bureau.objects.get(slug="unassigned").get_parent().add_child(instance=bureau)
    briefing = Briefing.objects.get(slug="2025-11")
    briefing.responsible_bureau = bureau
    briefing.save_revision(clean=False)

    answer = _delete_page(client, bureau)

    assert "names “Probe” (responsible bureau)." in unescape(answer.content.decode())
    assert Bureau.objects.filter(pk=bureau.pk).exists()


def test_what_a_draft_named_is_deleted_once_it_is_taken_out_there_or_the_draft_goes_too(
    client: Client,
) -> None:
    unit, other = _unit(), Unit.objects.create(slug="other", name_ko="다른")
    item = _draft_of_an_item(unit)
    live: Any = CooperationItem.objects.get(pk=item.pk).specific
    live.save_revision(clean=False)
    page: Any = _item()
    page.figures.add(Figure(key="x", kind="count", label_ko="x", value=3, unit=other))
    page.save_revision(clean=False)

    _delete_record(client, unit)
    _delete_page(client, page)
    _delete_record(client, other)

    assert not Unit.objects.filter(slug__in=["probe", "other"]).exists()


# who may delete a draft -----------------------------------------------------------------------------


def _written_by(writer: Any) -> CooperationItem:
    item = _item()
    CooperationItem.objects.filter(pk=item.pk).update(owner=writer, live=False)
    return item


def _of(person: Any) -> Client:
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": "en"})
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize(
    ("delete", "told"),
    [
        (_delete_page, "You may change “Soon gone”, but not delete it. Ask somebody who may publish it."),
        (_delete_pages, "“Delete” did nothing: your account may not do it with what you ticked (Soon gone)."),
    ],
)
def test_a_translator_does_not_delete_a_draft_of_somebody_else(
    account: Callable[[str], Any], delete: Callable[[Client, Any], Any], told: str
) -> None:
    draft = _written_by(account("item-editor"))

    answer = delete(_of(account("translator")), draft)

    assert told in unescape(answer.content.decode())
    assert CooperationItem.objects.filter(pk=draft.pk).exists()


def test_nor_is_it_offered_to_be_deleted_or_moved(account: Callable[[str], Any]) -> None:
    draft = _written_by(account("item-editor"))
    page, listed = (reverse("wagtailadmin_pages:edit", args=[draft.pk]), "/admin/cooperation-items/")
    offers = [reverse(f"wagtailadmin_pages:{name}", args=[draft.pk]) for name in ("delete", "move")]

    to_translator, to_editor = (
        "".join(_of(account(name)).get(address).content.decode() for address in (page, listed))
        for name in ("translator", "item-editor")
    )

    assert not [address for address in offers if address in to_translator]
    assert [address for address in offers if address in to_editor] == offers


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
@pytest.mark.parametrize("ask", ["get", "post"])
def test_where_nothing_that_is_ticked_may_be_changed_it_is_named_and_nothing_is_counted(
    account: Callable[[str], Any], action: str, ask: str
) -> None:
    item = _item()
    client = _of(account("translator"))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    answer = getattr(client, ask)(f"{address}?id={item.pk}&next=/admin/cooperation-items/", follow=True)

    said = unescape(answer.content.decode())
    assert answer.redirect_chain == [("/admin/cooperation-items/", 302)]
    assert "did nothing: your account may not do it with what you ticked (Soon gone)" in said
    assert "0 page" not in said


def test_a_term_that_an_account_may_not_delete_is_named(account: Callable[[str], Any]) -> None:
    term = Term.objects.order_by("pk")[0]

    said = unescape(_all(_of(account("translator")), Term, [term]).content.decode())

    assert "“Delete” did nothing" in said
    assert "deleted." not in said


def test_what_is_not_published_cannot_be_unpublished_and_the_sentence_blames_no_account(
    account: Callable[[str], Any],
) -> None:
    draft = _written_by(account("item-editor"))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    answer = _of(account("item-editor")).post(f"{address}?id={draft.pk}", follow=True)

    said = unescape(answer.content.decode())
    assert "Nothing is unpublished: what you ticked is not published (Soon gone)." in said


@pytest.mark.parametrize("delete", [_delete_page, _delete_pages])
@pytest.mark.parametrize("editor", ["item-editor", "briefing-editor"])
def test_editors_who_may_publish_an_item_delete_the_draft_of_a_colleague(
    account: Callable[[str], Any], editor: str, delete: Callable[[Client, Any], Any]
) -> None:
    draft = _written_by(account("administrator"))

    delete(_of(account(editor)), draft)

    assert not CooperationItem.objects.filter(pk=draft.pk).exists()


def test_wagtails_api_deletes_nothing_past_what_is_asked_here(client: Client) -> None:
    item = _item()

    answer = client.post(f"/admin/api/main/pages/{item.pk}/action/delete/")

    assert answer.status_code == 404
    assert CooperationItem.objects.filter(pk=item.pk).exists()
