"""After something is done on the desk, its doer is where it was done."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefings.editions import release
from briefings.models import AssemblyRun, Briefing
from reviews.models import Waiver
from tests.briefings.editions import release_now, seal_sample

pytestmark = pytest.mark.django_db
FINDING = {
    "code": "point-long",
    "severity": "warning",
    "place": {"record": "item", "slug": "bac-ninh-dong-nam-new-town", "field": "point", "language": "ko"},
    "digest": "0" * 64,
    "details": {"length": "61", "most": "60"},
}


def _client(account: Any, name: str = "approver") -> Client:
    client = Client()
    client.force_login(account(name))
    return client


def _focused(client: Client, address: str, typed: dict[str, str] | None = None) -> lxml.html.HtmlElement:
    """What the browser shows and gives the focus to, after a button was pressed."""
    answer = client.post(address, typed or {})
    page, _sharp, place = answer.url.partition("#")
    found = lxml.html.fromstring(client.get(page).content.decode()).get_element_by_id(place)
    assert found.get("tabindex") == "-1", "a browser focuses nothing else"
    return found


def test_who_decides_about_an_edition_stays_at_it(account: Any) -> None:
    edition = seal_sample("presidential")
    edition.renditions.update(state="ready")
    client, name = _client(account), f"edition-{edition.pk}"

    for verb, typed in (
        ("refuse", {f"r{edition.pk}-reason": "기한이 빠짐"}),
        ("approve", {}),
        ("release", {f"e{edition.pk}-at_once": "on"}),
        ("withdraw", {f"w{edition.pk}-reason_ko": "오류", "confirmed": "1"}),
        ("approve", {}),  # too late
    ):
        assert _focused(client, reverse(f"edition-{verb}", args=[edition.pk]), typed).get("id") == name


def test_who_makes_a_file_again_stays_at_its_edition(account: Any) -> None:
    edition = seal_sample("presidential")
    file = edition.renditions.all()[0]
    edition.renditions.filter(pk=file.pk).update(state="failed")

    place = _focused(_client(account, "briefing-editor"), reverse("rendition-make-again", args=[file.pk]))

    assert place.get("id") == f"edition-{edition.pk}"


def test_who_asks_for_an_assembly_watches_it(account: Any) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    address = reverse("briefing-assemble", args=[briefing.pk])
    client = _client(account, "briefing-editor")

    refused = _focused(client, address, {})
    asked = _focused(client, address, {"audiences": "partner"})

    assert [refused.get("id"), asked.get("id")] == ["desk-assemble", "desk-assemble"]


def test_who_lets_a_finding_stand_or_opens_it_again_stays_at_it(account: Any) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    AssemblyRun.objects.create(
        briefing=briefing, audiences=["partner"], state="blocked", step="check", findings=[FINDING]
    )
    client, waive = _client(account, "briefing-editor"), reverse("finding-waive", args=[briefing.pk])
    typed = {"finding": FINDING["digest"], "reason": "짧게 줄일 수 없음"}

    short = _focused(client, waive, typed | {"reason": "짧음"})
    stands = _focused(client, waive, typed)
    taken_back = stands.xpath(".//form")[0]
    opened = _focused(client, taken_back.action, dict(taken_back.form_values()))

    assert short.xpath("string(.//textarea)").strip() == "짧음"
    assert "짧게 줄일 수 없음" in stands.text_content()
    assert opened.get("id") == stands.get("id")
    assert Waiver.objects.get().taken_back_at is not None


def _run_with_many(warnings: int) -> AssemblyRun:
    """A run that found one thing which stops sealing, and many that do not."""
    stops = FINDING | {"code": "relative-date", "severity": "blocking", "digest": "b" * 64}
    found = [FINDING | {"digest": f"{number:064}"} for number in range(warnings)]
    choices = [
        {"slug": f"item-{number}", "entered": number > 0, "reason": "dated", "note": ""}
        for number in range(150)
    ]
    return AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"),
        audiences=["partner"],
        state="blocked",
        step="check",
        findings=[stops, *found],
        selection=choices,
    )


def test_of_many_findings_a_page_is_shown_with_how_many_stop_sealing(account: Any) -> None:
    run = _run_with_many(warnings=349)
    client = _client(account, "briefing-editor")
    address = reverse("briefing-desk", args=[run.briefing_id])

    def shown(query: str = "") -> tuple[lxml.html.HtmlElement, list[str]]:
        page = lxml.html.fromstring(client.get(address + query).content.decode())
        return page, [row.get("id") for row in page.xpath("//tr[contains(@class, 'finding--')]")]

    first, of_first = shown()
    of_every_page = [each for number in range(1, 5) for each in shown(f"?p={number}")[1]]
    items, _ids = shown("?items=2")

    weights = first.xpath("//nav[.//a[contains(@href, 'weight')]]")[0]
    assert [link.text for link in weights.findall("a")] == ["전체 (350)", "확정 불가 (1)", "확인 필요 (349)"]
    assert shown(weights.findall("a")[1].get("href").partition("#")[0])[1] == of_first[:1]
    assert of_first[0] == f"finding-{'b' * 64}", "what stops sealing comes first"
    assert len(of_first) == 100
    assert of_every_page == [f"finding-{finding['digest']}" for finding in run.findings]
    assert [len(page.xpath("//*[@id='desk-items']/ul/li")) for page in (first, items)] == [100, 50]
    assert items.xpath("//*[@id='desk-items']/@open")


def test_the_desk_asks_as_often_for_many_findings_as_for_few(account: Any) -> None:
    client = _client(account, "briefing-editor")
    asked = []

    for number in (99, 2_000):
        run = _run_with_many(number)
        address = reverse("briefing-desk", args=[run.briefing_id])
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        asked.append(len(queries))

    assert asked[0] == asked[1]


def test_who_lets_a_finding_of_a_later_page_stand_stays_on_that_page(account: Any) -> None:
    run = _run_with_many(warnings=349)
    client = _client(account, "briefing-editor")
    desk, waive = (reverse(name, args=[run.briefing_id]) for name in ("briefing-desk", "finding-waive"))
    page = lxml.html.fromstring(client.get(f"{desk}?weight=warning&p=3").content.decode())
    (form,) = page.xpath(f"//form[@id='{run.findings[220]['digest']}']")
    typed = dict(form.form_values()) | {"reason": "짧게 줄일 수 없음"}

    short = _focused(client, waive, typed | {"reason": "짧음"})
    after = client.post(waive, typed)
    of_all = _focused(client, waive, typed | {"finding": run.findings[221]["digest"], "list": "p=3"})
    odd = client.post(
        waive, typed | {"finding": run.findings[222]["digest"], "list": "p=x&weight=//a.example"}
    )

    assert short.xpath("string(.//textarea)").strip() == "짧음"
    assert after.url == f"{desk}?weight=warning&p=3#desk-findings"
    assert of_all.get("id") == f"finding-{run.findings[221]['digest']}"
    assert odd.url == f"{desk}#finding-{run.findings[222]['digest']}"
    assert Waiver.objects.count() == 3


def test_a_release_that_is_there_no_more_leads_to_its_edition(account: Any) -> None:
    edition = seal_sample("presidential")
    release_now(edition, approver=account("approver"))

    with pytest.raises(release.Refused):
        release.release(edition=edition, by=account("approver"))
    place = _focused(_client(account), reverse("edition-release", args=[edition.pk]))

    assert place.get("id") == f"edition-{edition.pk}"
