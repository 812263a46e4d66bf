"""What the lists of groups and terms show: names and words, never identifiers and codes alone."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import DraftStateMixin
from wagtail.snippets.models import get_snippet_models
from wagtail.users.models import UserProfile

from agencies.models import Agency, Membership
from briefings.checking.places import Places
from projects.models import PerspectiveLink
from stakeholders.models import Perspective, StakeholderGroup
from vocabulary.models import Term, Unit

pytestmark = pytest.mark.django_db
PERSPECTIVES = "/admin/snippets/stakeholders/perspective/"


@pytest.fixture
def editor(account: Any) -> Client:
    client = Client()
    client.force_login(account("administrator"))
    return client


def rows_of(client: Client, address: str) -> list[list[str]]:
    page = lxml.html.fromstring(client.get(address).content.decode())
    return [[" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//tbody/tr")]


def test_perspectives_are_listed_by_the_groups_they_speak_to(editor: Client) -> None:
    rows = rows_of(editor, PERSPECTIVES)

    row = next(row for row in rows if "us" in row)
    assert row[row.index("us") - 1].startswith(StakeholderGroup.objects.get(slug="us").name_ko)


def test_a_mark_is_a_word_and_not_true_or_false(editor: Client) -> None:
    for address in (
        PERSPECTIVES,
        "/admin/snippets/stakeholders/stakeholdergroup/",
        "/admin/snippets/agencies/agency/",
    ):
        cells = {cell for row in rows_of(editor, address) for cell in row}
        assert not cells & {"True", "False"}, address
        assert "예" in cells, address


def test_a_perspective_is_chosen_by_its_groups(editor: Client) -> None:
    answer = editor.get("/admin/snippets/choose/stakeholders/perspective/")

    assert StakeholderGroup.objects.get(slug="us").name_ko in answer.json()["html"]


NAMED = [
    ("ko", "미국: 미국은"),
    ("zh-hans", "美国：美国"),
    ("en", "United States: The U"),
]


def _speaks(account: Any, language: str) -> None:
    UserProfile.objects.update_or_create(
        user=account("administrator"), defaults={"preferred_language": language}
    )


@pytest.mark.parametrize(("language", "name"), NAMED)
def test_a_perspective_is_told_by_its_groups_and_what_they_ask(
    editor: Client, account: Any, language: str, name: str
) -> None:
    _speaks(account, language)
    us = Perspective.objects.get(slug="us")
    item = PerspectiveLink.objects.filter(perspective=us).values_list("item", flat=True)[0]

    listed = editor.get("/admin/snippets/choose/stakeholders/perspective/").json()["html"]
    chosen = editor.get(f"/admin/snippets/choose/stakeholders/perspective/chosen/{us.pk}/").json()
    form = lxml.html.fromstring(editor.get(f"/admin/pages/{item}/edit/").content.decode())
    matrix = editor.get("/admin/reports/language-status/?kind=perspective").content.decode()
    with translation.override(language):
        place = Places([("perspective", "us")]).name("perspective", "us")

    assert name in listed
    assert chosen["result"]["string"].startswith(name)
    titles = [each.text_content().strip() for each in form.xpath("//*[@data-chooser-title]")]
    assert any(title.startswith(name) for title in titles)
    assert name in matrix
    assert name in place


@pytest.mark.parametrize(
    ("language", "in_order", "name"),
    [
        ("ko", ["국가", "대", "미국 달러", "원"], "대 (aircraft)"),
        ("zh-hans", ["国家", "韩元", "架", "美元"], "架（aircraft）"),
        ("en", ["aircraft", "Chinese yuan", "country", "US dollar", "won"], "aircraft (aircraft)"),
    ],
)
def test_every_unit_is_on_one_page_by_its_name_in_the_editors_language(
    editor: Client, account: Any, language: str, in_order: list[str], name: str
) -> None:
    _speaks(account, language)
    for number in range(60):
        Unit.objects.create(slug=f"unit-{number}", name_ko="단위")

    listed = lxml.html.fromstring(editor.get("/admin/snippets/choose/vocabulary/unit/").json()["html"])

    names = [each.text_content().strip() for each in listed.xpath("//*[@data-chooser-modal-choice]")]
    assert len(names) == Unit.objects.count()
    places = [next(at for at, each in enumerate(names) if each.startswith(word)) for word in in_order]
    assert places == sorted(places)
    aircraft = Unit.objects.get(slug="aircraft")
    chosen = editor.get(f"/admin/snippets/choose/vocabulary/unit/chosen/{aircraft.pk}/").json()
    assert chosen["result"]["string"] == name
    assert name in names


def test_a_perspective_has_its_name_in_each_language() -> None:
    us = Perspective.objects.get(slug="us")

    assert str(us) == "미국"
    for code, name in (("ko", "name_ko"), ("zh-hans", "name_zh_hans"), ("en", "name_en")):
        with translation.override(code):
            assert us.groups_named == ", ".join(getattr(each.group, name) for each in us.interests.all())


@pytest.mark.parametrize(
    ("kind", "asked", "slug"),
    [
        ("stakeholdergroup", "미국", "us"),
        ("stakeholdergroup", "美国", "us"),
        ("stakeholdergroup", "United St", "us"),
        ("perspective", "미국은 자국", "us"),
        ("perspective", "韩国型城市空中交通", "us"),
        ("perspective", "reference case", "us"),
    ],
)
def test_groups_and_perspectives_are_found_in_any_language(
    editor: Client, kind: str, asked: str, slug: str
) -> None:
    rows = rows_of(editor, f"/admin/snippets/stakeholders/{kind}/?q={asked}")
    name = StakeholderGroup.objects.get(slug=slug).name_ko

    assert [row for row in rows if any(cell.startswith(name) for cell in row)]
    assert len(rows) < len(rows_of(editor, f"/admin/snippets/stakeholders/{kind}/"))


def test_the_names_of_all_perspectives_are_asked_for_at_once(editor: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert len(rows_of(editor, PERSPECTIVES)) > 5

    assert sum('FROM "stakeholders_interest"' in query["sql"] for query in asked.captured_queries) == 1


# saved by hand ------------------------------------------------------------------------------------


def _form_at(client: Client, address: str) -> tuple[str, dict[str, Any]]:
    """Its controllers and its values, as a browser would send them."""
    page = lxml.html.fromstring(client.get(address).content.decode())
    form = next(form for form in page.forms if "w-unsaved" in form.get("data-controller", ""))
    values: dict[str, Any] = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value)
    return form.get("data-controller"), values


def _typing(client: Client, address: str, values: dict[str, Any]) -> Any:
    """What the browser sends by itself while somebody types."""
    return client.post(address, values, headers={"accept": "application/json"})


@pytest.mark.parametrize("model", get_snippet_models(), ids=lambda model: model.__name__)
def test_only_what_has_drafts_is_saved_while_somebody_types(editor: Client, model: Any) -> None:
    record = model.objects.first()
    forms = [model.snippet_viewset.get_url_name("add"), model.snippet_viewset.get_url_name("edit")]
    addresses = [reverse(forms[0]), reverse(forms[1], args=[record.pk])]
    if model.snippet_viewset.copy_view_enabled:
        addresses.append(reverse(model.snippet_viewset.get_url_name("copy"), args=[record.pk]))

    for address in addresses:
        controllers, _values = _form_at(editor, address)
        assert ("w-autosave" in controllers) == issubclass(model, DraftStateMixin), address


def test_half_a_forbidden_variant_forbids_nothing(editor: Client) -> None:
    term = Term.objects.get(identifier="T-01")
    address = reverse(Term.snippet_viewset.get_url_name("edit"), args=[term.pk])
    _controllers, values = _form_at(editor, address)
    before = term.revisions.count()

    typed = _typing(editor, address, values | {"forbidden_ko": ["국"]})
    after = Term.objects.get(pk=term.pk)

    assert typed.status_code == 400
    assert "Save" in typed.json()["error_message"] or "저장" in typed.json()["error_message"]
    assert (after.forbidden_ko, after.revisions.count()) == (term.forbidden_ko, before)
    assert editor.post(address, values | {"forbidden_ko": ["국토부\n국교부"]}).status_code == 302
    assert Term.objects.get(pk=term.pk).forbidden_ko.split() == ["국토부", "국교부"]


def test_an_agency_loses_its_files_by_save_alone(editor: Client) -> None:
    agency = Agency.objects.filter(active=True).first()
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[agency.pk])
    _controllers, values = _form_at(editor, address)
    values.pop("active")

    _typing(editor, address, values)

    assert Agency.objects.get(pk=agency.pk).active
    assert editor.post(address, values).status_code == 302
    assert not Agency.objects.get(pk=agency.pk).active


def test_a_new_unit_is_made_by_save_alone(editor: Client) -> None:
    address = reverse("wagtailsnippets_vocabulary_unit:add")
    _controllers, values = _form_at(editor, address)

    typed = _typing(editor, address, values | {"slug": ["ships"], "name_ko": ["배"]})

    assert typed.status_code == 400
    assert not Unit.objects.filter(slug="ships").exists()


TERMS = "/admin/snippets/vocabulary/term/"


@pytest.mark.parametrize(
    ("language", "name", "subject", "headings"),
    [
        ("ko", "T-13 스마트시티", "도시", ["권장 표기 · 한국어", "권장 표기 · English"]),
        ("zh-hans", "T-13 智慧城市", "城市", ["简体中文", "English"]),
        ("en", "T-13 smart city", "cities", ["preferred · 한국어", "preferred · English"]),
    ],
)
def test_a_term_is_shown_in_the_language_of_the_interface(
    editor: Client, account: Any, language: str, name: str, subject: str, headings: list[str]
) -> None:
    _speaks(account, language)
    term = Term.objects.get(identifier="T-13")

    listed = editor.get(f"{TERMS}?q=T-13").content.decode()
    form = lxml.html.fromstring(editor.get(f"{TERMS}edit/{term.pk}/").content.decode())
    (row,) = (row for row in rows_of(editor, f"{TERMS}?q=T-13") if any("T-13" in cell for cell in row))

    assert subject in row
    assert any("智能城市" in cell and "intelligent city" in cell for cell in row)
    table = lxml.html.fromstring(listed).xpath("//table[contains(@class, 'listing')]//thead")[0]
    heading = " ".join(table.text_content().split())
    assert all(each.lower() in heading.lower() for each in headings), heading
    assert "[ko]" not in listed
    assert name in form.text_content()
    (chosen,) = form.xpath("//select[@name='subject']/option[@selected]")
    assert chosen.text_content() == subject


def test_terms_are_filtered_by_subject(editor: Client, account: Any) -> None:
    _speaks(account, "en")

    rows = rows_of(editor, f"{TERMS}?subject=cities")

    shown = {cell.split()[0] for row in rows for cell in row if cell.startswith("T-")}
    assert shown == set(Term.objects.filter(subject="cities").values_list("identifier", flat=True))


def test_a_subject_that_a_file_brought_along_stays(editor: Client, account: Any) -> None:
    _speaks(account, "en")
    term = Term.objects.get(identifier="T-13")
    Term.objects.filter(pk=term.pk).update(subject="harbors")

    form = lxml.html.fromstring(editor.get(f"{TERMS}edit/{term.pk}/").content.decode())

    (chosen,) = form.xpath("//select[@name='subject']/option[@selected]")
    assert chosen.get("value") == "harbors"


def test_an_error_names_the_language_in_words(editor: Client, account: Any) -> None:
    _speaks(account, "ko")
    term = Term.objects.get(identifier="T-13")

    answer = editor.post(
        f"{TERMS}edit/{term.pk}/",
        {"identifier": "T-13", "subject": "cities", "status": "agreed", "definition_ko": "가" * 30_000},
    ).content.decode()

    assert "[ko]" not in answer
    assert "“정의 · 한국어”" in answer


def test_two_members_of_an_agency_change_places_in_its_form(editor: Client, account: Any) -> None:
    agency = Agency.objects.get(slug="demo-embassy")
    agency.memberships.add(Membership(user=account("official")))
    agency.save()
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[agency.pk])
    fields = _fields(editor, address)
    first, second = fields["memberships-0-user"], fields["memberships-1-user"]

    editor.post(address, fields | {"memberships-0-user": second, "memberships-1-user": first})

    after = _fields(editor, address)
    assert (after["memberships-0-user"], after["memberships-1-user"]) == (second, first)


def test_the_form_of_an_agency_asks_the_database_no_more_for_thirty_members(
    editor: Client, django_user_model: Any
) -> None:
    agency = Agency.objects.get(slug="demo-embassy")
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[agency.pk])
    editor.get(address)

    with CaptureQueriesContext(connection) as before:
        editor.get(address)
    people = django_user_model.objects.bulk_create(
        django_user_model(username=f"reader-{number}") for number in range(29)
    )
    Membership.objects.bulk_create(Membership(agency=agency, user=person) for person in people)
    with CaptureQueriesContext(connection) as after:
        page = lxml.html.fromstring(editor.get(address).content.decode())

    assert len(after) == len(before)
    rows = page.xpath("//select[starts-with(@name, 'memberships-') and not(contains(@name, '__prefix__'))]")
    assert len(rows) == 30
    assert {len(row.xpath("option")) for row in rows} == {django_user_model.objects.count() + 1}


def test_a_person_is_not_twice_a_member_of_an_agency(editor: Client, account: Any) -> None:
    agency = Agency.objects.get(slug="demo-embassy")
    agency.memberships.add(Membership(user=account("official")))
    agency.save()
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[agency.pk])
    fields = _fields(editor, address)

    answer = editor.post(address, fields | {"memberships-1-user": fields["memberships-0-user"]})

    assert answer.status_code == 200
    assert agency.memberships.filter(user=account("official")).exists()


def _fields(client: Client, address: str) -> dict[str, str]:
    """The form of a record as a browser would send it."""
    page = lxml.html.fromstring(client.get(address).content.decode())
    (form,) = (form for form in page.forms if "memberships-TOTAL_FORMS" in form.fields)
    return {name: value for name, value in form.form_values() if value is not None}


@pytest.mark.parametrize(
    ("written", "found"),
    [("aircr", "aircraft"), ("架", "aircraft"), ("KRW", "krw"), ("no such unit", None)],
)
def test_a_figures_unit_is_searched_for_by_its_names_and_counters_in_every_language(
    editor: Client, written: str, found: str | None
) -> None:
    window = lxml.html.fromstring(editor.get("/admin/snippets/choose/vocabulary/unit/").json()["html"])
    (field,) = window.xpath("//form//input[@name='q']")

    answer = editor.get("/admin/snippets/choose/vocabulary/unit/results/", {field.get("name"): written})

    listed = answer.content.decode()
    every = Unit.objects.count()
    shown = [unit.slug for unit in Unit.objects.all() if f"({unit.slug})" in listed]
    assert len(shown) < every
    assert not shown or f"단위: {len(shown)}" in listed
    assert shown == [] if found is None else found in shown
