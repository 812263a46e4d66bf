"""A form that is refused names what is to be mended, on whichever tab and in whichever language, and leads to it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import lxml.html
import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from projects.models import CooperationItem, Figure, Source
from tests.projects.test_odd_forms import Form, address_of, form_of
from vocabulary.models import Term

pytestmark = pytest.mark.django_db
ITEM = "korean-air-archer-evtol"
TOO_LONG = "가" * 201


def sent(form: Form, changed: dict[str, str], *, typing: bool = False) -> Any:
    values: dict[str, list[str]] = {}
    for name, value in form.fields:
        values.setdefault(name, []).append(value)
    values |= {name: [value] for name, value in changed.items()}
    headers = {"accept": "application/json" if typing else "text/html"}
    return form.client.post(form.address, values, headers=headers)


def row_of(form: Form, key: str) -> str:
    return next(name for name, value in form.fields if name.endswith("-key") and value == key)[: -len("key")]


def error_of(page: Any, link: Any) -> str:
    """What is said below the field that a link leads to."""
    selector = re.fullmatch(
        r"\[data-field\]:has\(\[name='(.+)'\]\) \.error-message", link.get("data-w-focus-target-value")
    )
    assert selector
    (said,) = page.xpath(f"//*[@data-field][.//*[@name='{selector[1]}']]//*[@class='error-message']")
    return str(said.text_content())


@pytest.mark.parametrize(
    ("administrator", "labels"),
    [
        ("ko", ["제목 · 简体中文", "종료일", "수치 2 · 값"]),
        ("zh-hans", ["标题 · 简体中文", "结束日期", "数值 2 · 数值"]),
        ("en", ["Headline · 简体中文", "Until", "Figure 2 · Value"]),
    ],
    indirect=["administrator"],
)
def test_a_refused_form_names_each_field_and_leads_to_what_is_said_below_it(
    administrator: Client, labels: list[str]
) -> None:
    form = form_of(administrator, ITEM)
    assert row_of(form, "aircraft") == "figures-1-"
    wrong = {"headline_zh_hans": TOO_LONG, "event_end": "2020-01-01", "figures-1-value": "many"}

    answer = sent(form, wrong)

    page = lxml.html.fromstring(answer.content.decode())
    links = page.xpath("//*[@class='messages']//a[@data-w-focus-target-value]")
    assert [link.text_content().rstrip(":：") for link in links] == labels
    for link in links:
        assert error_of(page, link).strip() in link.getparent().text_content()


@pytest.mark.parametrize(
    ("administrator", "words"),
    [("ko", "수치 1 · 값"), ("zh-hans", "数值 1 · 数值"), ("en", "Figure 1 · Value")],
    indirect=["administrator"],
)
def test_a_form_that_cannot_save_itself_names_the_fields(administrator: Client, words: str) -> None:
    form = form_of(administrator, ITEM)
    first = row_of(form, "aircraft")
    moved = {f"{first}ORDER": "1", "figures-0-ORDER": "2"}  # the number is that of the place in the page

    answer = sent(form, {f"{first}value": "many", **moved}, typing=True)

    assert answer.status_code == 400
    assert words in answer.json()["error_message"]
    assert answer.json()["error_code"] == "validation_error"


def test_of_many_fields_the_first_are_named_and_the_others_counted(administrator: Client) -> None:
    form = form_of(administrator, ITEM)
    wrong = {f"headline_{language}": TOO_LONG for language in ("ko", "zh_hans", "en")}
    wrong |= {"event_date": "someday", "event_end": "some other day"}

    told = sent(form, wrong, typing=True).json()["error_message"]

    assert "제목 · English" in told
    assert "2개" in told


@pytest.mark.parametrize(("typed", "kept"), [("a", "A"), ("b+", "B+"), ("Ｃ！", "C!")])
def test_confidence_is_taken_as_it_was_meant(administrator: Client, typed: str, kept: str) -> None:
    form = form_of(administrator, ITEM)

    sent(form, {"confidence": typed})

    draft = CooperationItem.objects.get(slug=ITEM).specific.get_latest_revision_as_object()
    assert draft.confidence == kept


@pytest.mark.parametrize("letters", ["ZZ", "e", "+", "AB"])
def test_confidence_is_one_of_its_letters(administrator: Client, letters: str) -> None:
    page = sent(form_of(administrator, ITEM), {"confidence": letters}).content.decode()

    assert "A, B, C, D, N 가운데 하나를 쓰고" in page


TWICE = {
    "ko": "다른 행에서 이미 사용하고 있습니다. 다른 값을 쓰십시오.",
    "zh-hans": "已被另一行使用，请改用其他值。",
    "en": "Another row already has this. Choose a different one.",
}


@pytest.mark.parametrize(("administrator", "said"), TWICE.items(), indirect=["administrator"])
@pytest.mark.parametrize("rows", ["figures", "sources"])
def test_of_two_rows_with_one_key_the_second_is_refused_at_its_field(
    administrator: Client, said: str, rows: str
) -> None:
    form = form_of(administrator, ITEM)
    keys = {name: value for name, value in form.fields if name.startswith(rows) and name.endswith("-key")}
    first, second = list(keys)[:2]

    answer = sent(form, {second: keys[first], "action-publish": "action-publish"})

    page = lxml.html.fromstring(answer.content.decode())
    (link,) = page.xpath("//*[@class='messages']//a[@data-w-focus-target-value]")
    assert f"'{second}'" in link.get("data-w-focus-target-value")
    assert error_of(page, link).strip() == said
    assert page.xpath(f"//input[@name='{second}']/@value") == [keys[first]]


def test_a_key_that_a_colleague_has_taken_meanwhile_is_refused_at_its_field(administrator: Client) -> None:
    form = form_of(administrator, ITEM)
    _first, second = [name for name, _value in form.fields if re.fullmatch(r"sources-\d+-key", name)][:2]
    item = CooperationItem.objects.get(slug=ITEM).specific
    item.sources.add(Source(key="of-a-colleague", publisher_ko="국토교통부", title_ko="자료"))
    theirs = item.save_revision()
    theirs.publish()

    changed = {second: "of-a-colleague", "told_of_revision_id": str(theirs.pk)}
    answer = sent(form, changed | {"action-publish": "action-publish"})

    page = lxml.html.fromstring(answer.content.decode())
    (link,) = page.xpath("//*[@class='messages']//a[@data-w-focus-target-value]")
    assert f"'{second}'" in link.get("data-w-focus-target-value")
    assert error_of(page, link).strip() == TWICE["ko"]


def test_a_key_is_free_again_once_its_row_is_taken_out(administrator: Client) -> None:
    form = form_of(administrator, ITEM)
    row = row_of(form, "aircraft")
    other = next(
        name
        for name, _value in form.fields
        if name.startswith("figures") and name.endswith("-key") and name != f"{row}key"
    )

    answer = sent(form, {f"{row}DELETE": "on", other: "aircraft"}, typing=True)

    assert "다른 행" not in answer.content.decode()
    assert "수치" not in answer.json().get("error_message", "")


ONLY = {
    "ko": "영문 소문자(a~z), 숫자, 붙임표(-)만 쓰십시오. 예: korean-air-2025",
    "zh-hans": "只能使用小写拉丁字母（a–z）、数字和连字符，例如 korean-air-2025。",
    "en": "Write small letters from a to z, digits and hyphens only: korean-air-2025.",
}


@pytest.mark.parametrize(("administrator", "said"), ONLY.items(), indirect=["administrator"])
@pytest.mark.parametrize("name", ["slug", "figures-1-key", "sources-0-key"])
@pytest.mark.parametrize("typed", ["대한항공-아처", "Total-2025", "total_2025", "total 2025"])
def test_what_texts_and_addresses_name_is_written_as_they_can_write_it(
    administrator: Client, said: str, name: str, typed: str
) -> None:
    form = Form(administrator, address_of(ITEM))

    answer = sent(form, {name: typed, "action-publish": "action-publish"})

    page = lxml.html.fromstring(answer.content.decode())
    (told,) = page.xpath(f"//*[@data-field][.//*[@name='{name}']]//*[@class='error-message']")
    assert told.text_content().strip() == said
    assert page.xpath(f"//input[@name='{name}']/@value") == [typed]
    assert CooperationItem.objects.filter(slug=ITEM, live=True).exists()


@pytest.mark.parametrize("name", ["figures-0-source_key", "quantity"])
def test_what_names_a_key_is_written_as_a_key_and_stays_as_it_was_typed(
    administrator: Client, name: str
) -> None:
    answer = sent(form_of(administrator, ITEM), {name: "기체 수"})

    page = lxml.html.fromstring(answer.content.decode())
    (field,) = page.xpath(f"//input[@name='{name}']")
    (told,) = page.xpath(f"//*[@data-field][.//*[@name='{name}']]//*[@class='error-message']")
    assert told.text_content().strip() == ONLY["ko"]
    assert field.get("value") == "기체 수"
    assert not field.get("data-controller")  # no script writes it anew


@pytest.mark.parametrize("name", ["figures-0-key", "sources-0-key", "quantity"])
@pytest.mark.parametrize("typed", ["-", "-aircraft", "aircraft-"])
def test_a_key_has_no_hyphen_at_its_ends(administrator: Client, name: str, typed: str) -> None:
    page = lxml.html.fromstring(sent(form_of(administrator, ITEM), {name: typed}).content.decode())

    (told,) = page.xpath(f"//*[@data-field][.//*[@name='{name}']]//*[@class='error-message']")
    assert told.text_content().strip() == "키는 영문자나 숫자로 시작하고 끝나야 합니다. 예: aircraft-2025"


def test_keys_from_before_that_rule_are_saved_as_they_are(administrator: Client) -> None:
    item = CooperationItem.objects.get(slug=ITEM).specific
    item.figures, item.sources = [*item.figures.all()], [*item.sources.all()]
    item.figures.filter(key="aircraft")[0].key = "aircraft-"
    item.sources.all()[0].key = "Old_source"
    item.quantity = "aircraft-"
    item.save_revision(clean=False).publish()

    answer = sent(form_of(administrator, ITEM), {"action-publish": "action-publish"})

    assert answer.status_code == 302


def test_a_key_from_before_that_no_text_can_write_is_shown_and_put_right(administrator: Client) -> None:
    item = CooperationItem.objects.get(slug=ITEM).specific
    item.figures = [*item.figures.all()]
    item.figures.filter(key="aircraft")[0].key = "Aircraft_1"
    item.save_revision(clean=False).publish()
    form = form_of(administrator, ITEM)
    key = f"{row_of(form, 'Aircraft_1')}key"

    refused = sent(form, {"action-publish": "action-publish"})
    mended = sent(form, {key: "aircraft", "action-publish": "action-publish"})

    assert ONLY["ko"] in refused.content.decode()
    assert mended.status_code == 302


@pytest.mark.parametrize(
    ("kind", "value", "maximum", "field"),
    [
        ("rank", "2.5", None, "value"),
        ("ordinal", "0", None, "value"),
        ("rank", "27", "20.5", "maximum"),
        ("count", "100", "10", "maximum"),
        ("change", "5", "-3", "maximum"),
    ],
)
def test_a_figure_that_would_print_as_another_number_is_refused_at_its_field(
    kind: str, value: str, maximum: str | None, field: str
) -> None:
    figure = Figure(kind=kind, value=Decimal(value), maximum=maximum and Decimal(maximum))

    with pytest.raises(ValidationError) as refused:
        figure.clean()

    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize(
    ("kind", "value", "maximum"), [("rank", "27", "20"), ("change", "-5", "-3"), ("share", "10", "20")]
)
def test_a_rank_may_rise_and_a_range_may_fall(kind: str, value: str, maximum: str) -> None:
    Figure(kind=kind, value=Decimal(value), maximum=Decimal(maximum)).clean()


def test_a_term_does_not_forbid_its_own_name() -> None:
    term = Term.objects.filter(preferred_ko__gt="").first()
    term.forbidden_ko = f"다른 말\n {term.preferred_ko} "

    with pytest.raises(ValidationError) as raised:
        term.full_clean()

    assert list(raised.value.message_dict) == ["forbidden_ko"]


def test_what_is_wrong_in_a_row_that_is_taken_out_is_not_told(administrator: Client) -> None:
    form = form_of(administrator, ITEM)
    row = row_of(form, "aircraft")

    answer = sent(form, {f"{row}value": "many", f"{row}DELETE": "on", "headline_en": TOO_LONG}, typing=True)

    assert "제목 · English" in answer.json()["error_message"]
    assert "수치" not in answer.json()["error_message"]


def test_a_record_without_drafts_is_refused_in_the_same_words(administrator: Client) -> None:
    term = Term.objects.first()
    assert term is not None
    form = Form(administrator, reverse(Term.snippet_viewset.get_url_name("edit"), args=[term.pk]))

    answer = sent(form, {"valid_from": "someday"})

    page = lxml.html.fromstring(answer.content.decode())
    (link,) = page.xpath("//*[@class='messages']//a[@data-w-focus-target-value]")
    assert error_of(page, link)
