"""What the desk says, in words that readers and editors use."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any

import lxml.html
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.users.models import UserProfile

from agencies.models import Agency
from briefings import access
from briefings.assembly.seal import LetStand
from briefings.editions import release, renditions
from briefings.models import AssemblyRun, Briefing, Edition, Release, Rendition
from languages.columns import trilingual_of
from languages.trilingual import Language, Trilingual
from projects.models import CooperationItem
from stakeholders.models import Perspective, StakeholderGroup
from tests.briefings.editions import make_files, release_now, seal_sample
from tests.briefings.test_renderers import EARLIER, of_an_earlier_version

pytestmark = pytest.mark.django_db
SLUG = "bac-ninh-dong-nam-new-town"
LET_STAND = LetStand(
    "point-long",
    "item",
    SLUG,
    "point",
    "ko",
    "0" * 64,
    date(2025, 11, 6),
    details={"length": "61", "most": "60"},
)


def _signed_in(account: Any, name: str = "approver", language: str = "en") -> Client:
    profile = UserProfile.get_for_user(account(name))
    profile.preferred_language = language
    profile.save()
    client = Client()
    client.force_login(account(name))
    return client


def _address(view: str = "briefing-desk") -> str:
    return reverse(view, args=[Briefing.objects.get(slug="2025-11").pk])


def _desk(account: Any, name: str = "approver", language: str = "en") -> str:
    return _signed_in(account, name, language).get(_address()).content.decode()


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ("Partner edition 1.0", "Presidential edition 1.0")),
        ("ko", ("대외 배포용 제1.0판", "대통령실 보고용 제1.0판")),
        ("zh-hans", ("对外版第1.0版", "总统府版第1.0版")),
    ],
)
def test_an_edition_has_the_name_that_its_readers_see(
    account: Any, language: str, names: tuple[str, ...]
) -> None:
    for audience in ("partner", "presidential"):
        seal_sample(audience)

    page = _desk(account, language=language)

    assert [name for name in names if name not in page] == []


@pytest.mark.parametrize(
    ("language", "name", "period"),
    [
        ("ko", "2025년 11월호", "2025년 10월"),
        ("zh-hans", "2025年11月号", "2025年10月"),
        ("en", "November 2025 issue", "October"),
    ],
)
def test_the_list_of_briefings_tells_issues_of_one_headline_apart(
    account: Any, language: str, name: str, period: str
) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    names = {"name_ko": "2025년 12월호", "name_zh_hans": "2025年12月号", "name_en": "Next issue"}
    briefing.copy(update_attrs={"slug": "2025-12", **names})
    client = _signed_in(account, "briefing-editor", language)
    address = reverse("wagtailadmin_explore", args=[briefing.get_parent().pk])

    page = lxml.html.fromstring(client.get(address).content.decode())

    rows = [
        " ".join(row.text_content().split())
        for row in page.xpath("//table[contains(@class, 'listing')]/tbody/tr")
    ]
    assert len(rows) == 2
    assert sum(name in row for row in rows) == 1
    assert all(period in row for row in rows)
    headline = (
        briefing.headline_ko
        if language == "ko"
        else getattr(briefing, f"headline_{language.replace('-', '_')}")
    )
    assert all(headline in row for row in rows)


def test_a_first_edition_is_offered_no_other_number_and_a_later_one_is(account: Any) -> None:
    first = _desk(account, "briefing-editor")
    seal_sample("partner")

    later = _desk(account, "briefing-editor")

    assert "1.0 becomes 1.1" not in first
    assert "1.0 becomes 1.1" in later


def test_labels_begin_with_a_capital(account: Any) -> None:
    page = _desk(account, "briefing-editor")

    assert "<legend>For whom</legend>" in page
    assert "Presidential office" in page


def test_a_run_that_has_ended_says_so_once(account: Any) -> None:
    AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"),
        audiences=["partner"],
        state="done",
        step="finished",
        per_cent=100,
    )

    page = _desk(account)

    line = page[page.index('<p class="run__line"') :]
    shown = line[: line.index("data-run-progress")]
    assert "done" in shown
    assert "data-run-progress hidden" in line
    assert '<span aria-hidden="true"> · <span data-run-per-cent>' in line, (
        "heard of the bar, and not each time"
    )


def test_the_desk_says_which_editions_were_sealed_and_for_whom_nothing_had_changed(account: Any) -> None:
    def told() -> str:
        page = _desk(account)
        return page[page.index('class="run__meta"') : page.index('id="desk-editions"')]

    seal_sample("partner")
    first = told()
    seal_sample("partner")
    again = told()

    assert "Sealed: Partner edition 1.0." in first
    assert "Unchanged" not in first
    assert "Sealed:" not in again
    assert "Unchanged, so not sealed again: Partner edition 1.0." in again


def test_a_files_failure_is_told_until_it_is_mended_and_another_ones_until_that_one_is(account: Any) -> None:
    edition = seal_sample("partner")
    edition.renditions.update(state="ready")
    failed = edition.renditions.filter(format="html", language__in=("ko", "en"))
    failed.update(state="failed", fault="typesetting", error="no such font")
    edition.runs.update(state="rendering")
    renditions.finish_runs(edition.pk)
    client = _signed_in(account, "briefing-editor")
    korean, english = failed.get(language="ko"), failed.get(language="en")

    told = [_failure(client)]
    for file in (korean, english):
        client.post(reverse("rendition-make-again", args=[file.pk]))
        renditions.make(file.pk)
        told.append(_failure(client))

    assert "The typesetter refused this text" in told[0]
    assert "ko html: no such font" in told[0]
    assert "The typesetter refused this text" in told[1]
    assert ("ko html" in told[1], "en html: no such font" in told[1]) == (False, True)
    assert told[2] == ""


def test_a_file_that_is_lost_after_its_run_has_ended_is_told_until_it_is_put_back(account: Any) -> None:
    edition = seal_sample("partner")
    make_files(edition, formats=("html",), languages=["ko"])
    client = _signed_in(account, "briefing-editor")
    file = edition.renditions.get(language="ko", format="html")
    ended = edition.runs.get()
    of_an_earlier_version(file)
    file.file.storage.delete(file.file.name)
    before = _failure(client)

    renditions.make_lost_again(file)
    renditions.make(file.pk)

    assert before == ""
    assert "ko html" in _failure(client)
    run = edition.runs.get()
    assert (run.state, run.finished_at) == ("done", ended.finished_at)

    default_storage.save(file.file.name, ContentFile(EARLIER))
    client.get("/ko/editions/2025-11/partner/1.0/ko.html")

    assert _failure(client) == ""


def _failure(client: Client) -> str:
    """What the desk says of the newest run's failure; empty if it says nothing."""
    (line,) = lxml.html.fromstring(client.get(_address()).content.decode()).xpath("//*[@data-run-error]")
    return "" if "hidden" in line.attrib else " ".join(line.text_content().split())


@pytest.mark.parametrize(
    ("state", "shown"), [("running", True), ("done", True), ("blocked", False), ("failed", False)]
)
def test_a_run_that_was_stopped_shows_no_full_bar(account: Any, state: str, shown: bool) -> None:
    AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["partner"], state=state, per_cent=100
    )

    bar = lxml.html.fromstring(_desk(account)).xpath("//progress")[0]

    assert ("hidden" not in bar.attrib) is shown


def test_the_desk_and_its_watcher_cost_the_same_for_two_editions_and_for_twenty_and_read_none_of_them(
    account: Any,
) -> None:
    _approved_editions(account, 2)
    two, watched = _queries(account, "briefing-desk"), _queries(account, "briefing-progress")

    _approved_editions(account, 18)

    twenty = _queries(account, "briefing-desk")
    assert Edition.objects.count() == 20
    assert len(twenty) == len(two)
    assert not [sql for sql in (*twenty, *watched) if '"briefings_edition"."content"' in sql]
    assert not [sql for sql in watched if '"findings"' in sql or '"selection"' in sql]
    assert len(_queries(account, "briefing-progress")) == len(watched)


def _approved_editions(account: Any, number: int) -> None:
    """Partner editions that wait for their release, each with a finding that somebody let stand."""
    for _each in range(number):
        item = CooperationItem.objects.get(slug=SLUG).specific
        item.summary_ko += " 등."
        item.save_revision().publish()
        edition = seal_sample("partner", waivers=(LET_STAND,))
        Rendition.objects.filter(edition=edition).update(state="ready")
        release.approve(edition=edition, by=account("approver"))


def _queries(account: Any, view: str) -> list[str]:
    """What a page of the desk asks of the database about briefings."""
    client, address = _signed_in(account), _address(view)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address).content.decode()
    if view == "briefing-desk":
        assert page.count("1 finding was let stand") == Edition.objects.count()
    return [query["sql"] for query in asked]


def test_a_release_at_once_is_said_to_be_one(account: Any) -> None:
    edition = seal_sample("presidential")
    Rendition.objects.filter(edition=edition).update(state="ready")
    client = _signed_in(account)
    client.post(reverse("edition-approve", args=[edition.pk]))

    address, at_once = reverse("edition-release", args=[edition.pk]), f"e{edition.pk}-at_once"
    unasked = client.post(address, follow=True).content.decode()
    released_unasked = access.is_released(edition)
    answer = client.post(address, {at_once: "on"}, follow=True).content.decode()

    assert "tick that it is released at once. Nothing was released." in unescape(unasked)
    assert not released_unasked
    assert "Released. It can be read now by: the presidential office" in answer
    assert "The release is set." not in answer


def test_a_release_says_from_when_for_whom_and_who_is_left_with_the_edition_before(account: Any) -> None:
    chosen, left, *_others = Agency.objects.filter(active=True)
    release_now(seal_sample("partner"), approver=account("approver"), agencies=[chosen, left])
    edition = _next_edition(account)
    typed = {f"e{edition.pk}-at": "2036-11-30 09:00", f"e{edition.pk}-agencies": [chosen.pk]}
    client = _signed_in(account)

    answer = client.post(reverse("edition-release", args=[edition.pk]), typed, follow=True)
    changed = client.post(
        reverse("edition-change-release", args=[edition.pk]),
        {f"c{edition.pk}-at_once": "on", f"c{edition.pk}-agencies": [chosen.pk, left.pk]},
        follow=True,
    )

    said = " ".join(unescape(answer.content.decode()).split())
    assert "From 2036-11-30 09:00, Seoul time, it can be read by: " + chosen.name_en in said
    assert f"because this one is not released to them: {left.name_en}." in said
    said = " ".join(unescape(changed.content.decode()).split())
    assert f"Released. It can be read now by: {chosen.name_en}, {left.name_en}." in said
    assert "keep an earlier edition" not in said


@pytest.mark.parametrize(
    ("language", "between", "name"), [("ko", ": ", "name_ko"), ("zh-hans", "：", "name_zh_hans")]
)
def test_agencies_of_a_release_are_named_in_the_language_of_the_desk(
    account: Any, language: str, between: str, name: str
) -> None:
    agencies = list(Agency.objects.all()[:2])
    release_now(seal_sample("partner"), approver=account("approver"), agencies=agencies)

    page = _desk(account, language=language)

    assert any(f"{between}{getattr(each, name)}" in page for each in agencies)
    assert all(getattr(each, name) in page for each in agencies)


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_agencies_to_choose_are_named_in_the_language_of_the_desk(account: Any, language: str) -> None:
    edition = _next_edition(account)

    form = _form(lxml.html.fromstring(_desk(account, language=language)), "edition-release", edition.pk)

    labels = [each.text_content().strip() for each in form.xpath(".//input[contains(@name, 'agencies')]/..")]
    name = f"name_{language.replace('-', '_')}"
    assert sorted(labels) == sorted(getattr(each, name) for each in Agency.objects.filter(active=True))


@pytest.mark.parametrize(
    ("language", "reason", "shown"),
    [
        ("ko", Trilingual("수치 오류", "数值有误", "Wrong figures"), "회수(approver): 수치 오류"),
        ("zh-hans", Trilingual("수치 오류", "数值有误", "Wrong figures"), "由approver撤回：数值有误"),
        ("en", Trilingual("수치 오류", "数值有误", "Wrong figures"), " by approver: Wrong figures"),
        ("zh-hans", Trilingual("수치 오류", "", "Wrong figures"), "由approver撤回：수치 오류"),
        ("en", Trilingual("수치 오류", "数值有误", ""), " by approver: 수치 오류"),
    ],
)
def test_a_withdrawn_edition_says_who_withdrew_it_and_why_in_the_language_of_the_desk(
    account: Any, language: str, reason: Trilingual, shown: str
) -> None:
    edition = seal_sample("presidential")
    release_now(edition, approver=account("approver"))
    release.withdraw(edition=edition, by=account("approver"), reason=reason)

    life = lxml.html.fromstring(_desk(account, language=language)).xpath("//*[@class='desk__life']")[0]

    assert shown in " ".join(life.text_content().split())


def _approved(account: Any) -> tuple[Client, Edition]:
    """The desk of an approver, and a presidential edition that is ready to be released."""
    edition = seal_sample("presidential")
    Rendition.objects.filter(edition=edition).update(state="ready")
    release.approve(edition=edition, by=account("approver"))
    return _signed_in(account), edition


def test_an_embargo_is_chosen_with_the_browsers_picker_that_leaves_no_time_out(account: Any) -> None:
    client, edition = _approved(account)

    page = lxml.html.fromstring(client.get(_address()).content.decode())
    (field,) = page.xpath(f"//input[@name='e{edition.pk}-at']")
    client.post(reverse("edition-release", args=[edition.pk]), {field.get("name"): "2036-11-30T09:00"})

    assert field.get("type") == "datetime-local"
    assert not page.xpath("//script[contains(@src, 'date-time-chooser')]"), "it rewrites what was typed"
    assert "Will be readable from 2036-11-30 09:00" in client.get(_address()).content.decode()


@pytest.mark.parametrize(
    "written",
    ["11/30/2036", "30.11.2036 09:00", "11/30/2036 09:00", "tomorrow", "20361130", "2036-11-30T09:00Z"],
)
def test_an_embargo_that_could_be_read_as_another_day_is_refused(account: Any, written: str) -> None:
    client, edition = _approved(account)
    address = reverse("edition-release", args=[edition.pk])

    page = client.post(address, {f"e{edition.pk}-at": written}, follow=True).content.decode()

    assert "not written as YYYY-MM-DD HH:MM" in page
    assert "Readable since" not in page
    client.post(address, {f"e{edition.pk}-at": "2036-11-30 09:00"})
    assert "Will be readable from 2036-11-30 09:00" in client.get(_address()).content.decode()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ko", "2036-11-30에 배포할 시각이 적혀 있지 않습니다."),
        ("zh-hans", "2036-11-30未写明时间。"),
        ("en", "The day 2036-11-30 has no time."),
    ],
)
def test_a_day_without_a_time_releases_nothing_and_what_to_write_is_said(
    account: Any, language: str, sentence: str
) -> None:
    client, edition = _approved(account)
    UserProfile.objects.update_or_create(user=account("approver"), defaults={"preferred_language": language})
    address = reverse("edition-release", args=[edition.pk])

    page = client.post(address, {f"e{edition.pk}-at": " 2036-11-30 "}, follow=True).content.decode()

    assert sentence in page
    assert "2036-11-30 00:00" in page
    assert not Release.objects.filter(edition=edition).exists()
    client.post(address, {f"e{edition.pk}-at": "2036-11-30 00:00"})
    assert "2036-11-30 00:00" in client.get(_address()).content.decode()
    assert Release.objects.get(edition=edition).at == datetime(2036, 11, 29, 15, tzinfo=UTC)


def _refused_at(client: Client, view: str, pk: int, typed: dict[str, Any]) -> lxml.html.HtmlElement:
    """The desk, after it refused a form."""
    answer = client.post(reverse(view, args=[pk]), typed, follow=True)
    return lxml.html.fromstring(answer.content.decode())


def _form(page: lxml.html.HtmlElement, view: str, pk: int) -> lxml.html.HtmlElement:
    (form,) = page.xpath(f"//form[@action='{reverse(view, args=[pk])}']")
    return form


def _said_of(form: lxml.html.HtmlElement, name: str) -> str:
    """What a screen reader says of a field or of its group, beside its name: help and errors."""
    (field,) = form.xpath(f"(.//*[@name='{name}']/ancestor-or-self::*[@aria-describedby])[last()]") or [None]
    if field is None:
        return ""
    told = [form.get_element_by_id(each) for each in field.get("aria-describedby").split()]
    return " ".join(each.text_content() for each in told)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("ko", "시각이 적혀 있지 않습니다."), ("zh-hans", "未写明时间。"), ("en", "has no time.")],
)
def test_a_release_that_is_refused_keeps_what_was_typed_and_says_at_its_field_why(
    account: Any, language: str, sentence: str
) -> None:
    _approved_editions(account, 2)
    edition, other = Edition.objects.all()
    chosen = str(Agency.objects.filter(active=True)[0].pk)
    client, at = _signed_in(account, language=language), f"e{edition.pk}-at"

    page = _refused_at(
        client, "edition-release", edition.pk, {at: "2036-11-30", f"e{edition.pk}-agencies": [chosen]}
    )

    form = _form(page, "edition-release", edition.pk)
    assert form.xpath(f"string(.//input[@name='{at}']/@value)") == "2036-11-30"
    assert form.xpath(".//input[@checked]/@value") == [chosen]
    assert sentence in _said_of(form, at)
    untouched = _form(page, "edition-release", other.pk)
    assert untouched.xpath(".//input[@type='text']/@value | .//input[@checked]") == []
    assert len(page.xpath("//main//form//*[contains(@class, 'error-message')]")) == 1
    later = _form(
        lxml.html.fromstring(client.get(_address()).content.decode()), "edition-release", edition.pk
    )
    assert later.xpath(".//input[@type='text']/@value | .//input[@checked]") == []


def test_a_release_to_nobody_or_in_the_past_says_so_at_the_field_that_can_change_it(account: Any) -> None:
    edition = _next_edition(account)
    client, at = _signed_in(account), f"e{edition.pk}-at"

    nobody = _refused_at(client, "edition-release", edition.pk, {at: "2036-11-30 09:00"})
    past = _refused_at(
        client, "edition-release", edition.pk, {at: "2025-01-01 09:00", f"e{edition.pk}-public": "on"}
    )

    form = _form(nobody, "edition-release", edition.pk)
    assert "Choose the agencies" in _said_of(form, f"e{edition.pk}-agencies")
    assert form.xpath(f"string(.//input[@name='{at}']/@value)") == "2036-11-30 09:00"
    form = _form(past, "edition-release", edition.pk)
    assert "This moment has passed." in _said_of(form, at)
    assert form.xpath(".//input[@checked]/@name") == [f"e{edition.pk}-public"]


def test_a_withdrawal_without_its_korean_reason_keeps_the_others(account: Any) -> None:
    edition = seal_sample("presidential")
    release_now(edition, approver=account("approver"))
    korean, chinese, english = (f"w{edition.pk}-reason_{suffix}" for suffix in ("ko", "zh_hans", "en"))

    page = _refused_at(
        _signed_in(account),
        "edition-withdraw",
        edition.pk,
        {korean: "  ", chinese: "数值待复核", english: "Figures"},
    )

    form = _form(page, "edition-withdraw", edition.pk)
    assert "Say in Korean why" in _said_of(form, korean)
    assert [form.xpath(f"string(.//*[@name='{name}'])").strip() for name in (korean, chinese, english)] == [
        "",
        "数值待复核",
        "Figures",
    ]
    assert form.xpath("ancestor::details/@open") == [""]


def test_an_empty_reason_for_a_refusal_is_told_in_its_form(account: Any) -> None:
    edition = seal_sample("presidential")

    page = _refused_at(_signed_in(account), "edition-refuse", edition.pk, {f"r{edition.pk}-reason": " "})

    form = _form(page, "edition-refuse", edition.pk)
    assert "Say why you refuse the edition" in _said_of(form, f"r{edition.pk}-reason")
    assert form.xpath("ancestor::details/@open") == [""]


def test_a_reason_that_came_too_late_is_handed_back(account: Any) -> None:
    client, edition = _approved(account)

    page = _refused_at(
        client, "edition-refuse", edition.pk, {f"r{edition.pk}-reason": "건의 1의 기한이 빠짐"}
    )

    told = page.xpath("string(//*[contains(@class, 'messages')])")
    assert "This edition is approved already." in told
    assert "You had written: 건의 1의 기한이 빠짐" in told


def test_an_assembly_for_nobody_keeps_how_the_number_was_to_rise(account: Any) -> None:
    briefing = seal_sample("partner").briefing_id

    page = _refused_at(
        _signed_in(account, "briefing-editor"), "briefing-assemble", briefing, {"number_step": "major"}
    )

    form = _form(page, "briefing-assemble", briefing)
    assert form.xpath(".//*[@selected or @checked]/@value") == ["major"]
    assert "Choose at least one audience." in _said_of(form, "audiences")


def test_a_correction_goes_to_whom_the_edition_before_it_went_unless_the_approver_says_otherwise(
    account: Any,
) -> None:
    chosen, *others = Agency.objects.filter(active=True)
    first = seal_sample("partner")
    release_now(first, approver=account("approver"), agencies=[chosen], public=True)
    second = _next_edition(account)

    page = lxml.html.fromstring(_desk(account))

    form = page.xpath(f"//form[@action='{reverse('edition-release', args=[second.pk])}']")[0]
    ticked = form.xpath(".//input[@checked]")
    assert [(box.get("name"), box.get("value")) for box in ticked] == [
        (f"e{second.pk}-agencies", str(chosen.pk)),
        (f"e{second.pk}-public", None),
    ]
    assert len(form.xpath(".//input[@type='checkbox'][contains(@name, 'agencies')]")) == len(others) + 1
    (agencies,) = form.xpath(".//fieldset[.//input[contains(@name, 'agencies')]]")
    heard = form.get_element_by_id(agencies.get("aria-describedby"))
    assert "Ticked as for edition 1.0, which this one replaces." in heard.text_content()


def test_an_agency_that_may_not_download_while_a_correction_is_released_has_it_once_it_may_again(
    account: Any,
) -> None:
    embassy = Agency.objects.get(slug="demo-embassy")
    release_now(seal_sample("partner"), approver=account("approver"), agencies=[embassy])
    Agency.objects.filter(pk=embassy.pk).update(active=False)
    second = _next_edition(account)
    client, address = _signed_in(account), reverse("edition-release", args=[second.pk])
    (form,) = lxml.html.fromstring(_desk(account)).xpath(f"//form[@action='{address}']")

    client.post(address, dict(form.form_values()) | {f"e{second.pk}-at_once": "on"})
    kept_out = access.readable_editions(account("member-demo-embassy")).count()
    Agency.objects.filter(pk=embassy.pk).update(active=True)

    (ticked,) = form.xpath(".//label[.//input[@checked]]")
    assert ticked.text_content().strip() == f"{embassy.name_en} (may not download at present)"
    assert kept_out == 0
    reader = account("member-demo-embassy")
    first = access.readable_editions(reader).get(minor=0)
    assert access.valid_edition(reader, first) == second


def test_a_first_edition_is_released_to_nobody_by_itself(account: Any) -> None:
    edition = _next_edition(account)

    form = lxml.html.fromstring(_desk(account)).xpath(
        f"//form[@action='{reverse('edition-release', args=[edition.pk])}']"
    )[0]

    assert form.xpath(".//input[@checked]") == []
    assert "Ticked as" not in form.text_content()


def _next_edition(account: Any) -> Edition:
    """A partner edition that waits for its release."""
    _approved_editions(account, 1)
    edition = Edition.objects.order_by("-major", "-minor").first()
    assert edition is not None
    return edition


@pytest.mark.parametrize(
    ("language", "title", "taken_in", "left_out", "of_later"),
    [
        (
            "ko",
            "대한항공–아처 에비에이션",
            "대상 기간에 해당하는 과제",
            "명칭만 확인된 과제",
            "대상 기간 이후부터 유효",
        ),
        ("zh-hans", "大韩航空", "日期在时段内", "仅确认名称", "本时段之后才生效"),
        (
            "en",
            "Korean Air–Archer Aviation",
            "its date lies in the period",
            "only its name is confirmed",
            "valid only after this period",
        ),
    ],
)
def test_the_desk_says_which_items_entered_and_why_in_the_editors_language(
    account: Any, language: Language, title: str, taken_in: str, left_out: str, of_later: str
):
    choices: list[dict[str, Any]] = [
        {"slug": "korean-air-archer-evtol", "entered": True, "reason": "dated", "note": ""},
        {"slug": "apec-ceo-summit-2025", "entered": False, "reason": "name-only", "note": ""},
        {"slug": "us", "entered": False, "reason": "not-yet-valid", "note": "", "record": "perspective"},
    ]
    briefing = Briefing.objects.get(slug="2025-11")
    AssemblyRun.objects.create(briefing=briefing, audiences=["partner"], state="done", selection=choices)

    page = lxml.html.fromstring(_desk(account, language=language))

    entered, not_entered, later = (each.text_content() for each in page.xpath("//details/ul/li")[:3])
    assert title in entered
    assert taken_in in entered
    assert left_out in not_entered
    assert of_later in later
    assert trilingual_of(StakeholderGroup.objects.get(slug="us"), "name")[language] in later


def test_the_desk_says_which_of_its_records_are_ahead_of_what_is_published(account: Any) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"),
        audiences=["partner"],
        state="blocked",
        selection=[{"slug": SLUG, "entered": True, "reason": "dated", "note": ""}],
    )
    before = _desk(account, "briefing-editor")
    item.save_revision(user=account("translator"))
    Perspective.objects.first().save_revision(user=account("translator"))

    editor, approver = (
        lxml.html.fromstring(_desk(account, name)) for name in ("briefing-editor", "approver")
    )

    assert "not published: an assembly reads" not in before
    (told,) = editor.find_class("desk__unpublished")
    assert "2 records of this briefing have changes that are not published" in told.text_content()
    assert reverse("wagtailadmin_pages:edit", args=[item.pk]) in told.xpath(".//a/@href")
    # who may not open the form reads which record it is
    (told,) = approver.find_class("desk__unpublished")
    assert len(told.xpath(".//li")) == 2
    assert told.xpath(".//a") == []
    assert run.briefing.live


def test_the_desk_names_what_would_enter_if_it_were_published_and_nothing_else(account: Any) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    bureau = CooperationItem.objects.get(slug=SLUG).get_parent()
    later = briefing.period_end + timedelta(days=1)
    for name, day in (("Of this month", briefing.period_start), ("Of the next month", later)):
        new = CooperationItem(
            kind="deal",
            status="agreed",
            headline_ko=name,
            event_date=day,
            date_precision="day",
            live=False,
            slug=name.lower().replace(" ", "-"),
        )
        bureau.add_child(instance=new).save_revision(clean=False)
    silent = Perspective.objects.first()
    silent.interests.all().delete()
    silent.save_revision(clean=False)

    (told,) = lxml.html.fromstring(_desk(account, "briefing-editor")).find_class("desk__unpublished")

    assert [each.text_content() for each in told.xpath(".//li/a")] == ["cooperation item “Of this month”"]


def test_a_finding_is_told_with_the_words_around_it_and_they_are_words_alone(account: Any) -> None:
    finding = {
        "code": "relative-date",
        "severity": "blocking",
        "place": {"record": "item", "slug": SLUG, "field": "summary", "language": "ko"},
        "details": {"text": "올해"},
        "digest": "1" * 64,
        "around": ["양측은 <b>", "올해", " 안에 만난다."],
    }
    older = {key: value for key, value in finding.items() if key != "around"} | {"digest": "2" * 64}
    AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"),
        audiences=["partner"],
        state="blocked",
        findings=[finding, older],
    )

    page = lxml.html.fromstring(_desk(account, "briefing-editor"))

    (quoted,) = page.find_class("text-finding__quote")
    assert quoted.text_content() == "양측은 <b>올해 안에 만난다."
    assert quoted.get("lang") == "ko"
    assert quoted.getparent().text_content().startswith("“올해”")
