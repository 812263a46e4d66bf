"""The form by which a briefing is assembled: it names the numbers that come, and keeps what was chosen."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from briefings.models import AssemblyRun, Briefing
from projects.models import CooperationItem
from tests.briefings.editions import seal_sample

pytestmark = pytest.mark.django_db
SLUG = "bac-ninh-dong-nam-new-town"


def _form(account: Any, language: str = "en") -> lxml.html.HtmlElement:
    editor = account("briefing-editor")
    UserProfile.objects.update_or_create(user=editor, defaults={"preferred_language": language})
    client = Client()
    client.force_login(editor)
    briefing = Briefing.objects.get(slug="2025-11").pk
    page = lxml.html.fromstring(client.get(reverse("briefing-desk", args=[briefing])).content.decode())
    (form,) = page.xpath(f"//form[@action='{reverse('briefing-assemble', args=[briefing])}']")
    return form


def _numbers(account: Any, language: str = "en") -> list[str]:
    return [each.text_content() for each in _form(account, language).xpath(".//select/option")]


def _change_an_item() -> None:
    item = CooperationItem.objects.get(slug=SLUG).specific
    item.summary_ko += " 등."
    item.save_revision().publish()


def test_the_numbers_offered_are_those_that_the_next_edition_gets(account: Any) -> None:
    seal_sample("partner")
    offered = [_numbers(account)]

    for step in ("minor", "major", "minor"):
        _change_an_item()
        seal_sample("partner", number_step=step)
        offered.append(_numbers(account))

    assert offered == [
        ["A correction: 1.0 becomes 1.1", "A revised edition: 1.0 becomes 2.0"],
        ["A correction: 1.1 becomes 1.2", "A revised edition: 1.1 becomes 2.0"],
        ["A correction: 2.0 becomes 2.1", "A revised edition: 2.0 becomes 3.0"],
        ["A correction: 2.1 becomes 2.2", "A revised edition: 2.1 becomes 3.0"],
    ]


@pytest.mark.parametrize(
    ("language", "correction", "others"),
    [
        (
            "ko",
            "정정판: 1.1 → 1.2(대통령실 보고용), 1.0 → 1.1(대외 배포용)",
            "확정본이 없는 대상은 1.0부터 시작합니다.",
        ),
        ("zh-hans", "更正：1.1变为1.2（总统府版）、1.0变为1.1（对外版）", "尚无定稿版本的对象从1.0开始。"),
        (
            "en",
            "A correction: 1.1 becomes 1.2 (presidential office), 1.0 becomes 1.1 (partner agencies)",
            "An audience without an edition gets 1.0.",
        ),
    ],
)
def test_audiences_whose_numbers_differ_are_told_apart(
    account: Any, language: str, correction: str, others: str
) -> None:
    for audience in ("partner", "presidential"):
        seal_sample(audience)
    _change_an_item()
    seal_sample("presidential")

    form = _form(account, language)

    assert form.xpath("string(.//select/option[1])") == correction
    assert others in form.text_content()


@pytest.mark.parametrize("state", ["running", "blocked", "done"])
def test_whom_it_was_assembled_for_stays_ticked(account: Any, state: str) -> None:
    AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["presidential", "full"], state=state
    )

    ticked = _form(account).xpath(".//input[@checked]/@value")

    assert ticked == ["presidential", "full"]


def test_what_the_monthly_check_looked_at_is_nobodys_choice(account: Any) -> None:
    AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["full"], state="done", checks_only=True
    )

    assert _form(account).xpath(".//input[@checked]/@value") == ["presidential", "partner"]


def test_a_revision_stays_chosen_until_it_is_sealed(account: Any) -> None:
    briefing = seal_sample("partner").briefing
    AssemblyRun.objects.create(briefing=briefing, audiences=["partner"], number_step="major", state="blocked")
    stopped = _form(account).xpath(".//option[@selected]/@value")

    _change_an_item()
    seal_sample("partner", number_step="major")

    assert stopped == ["major"]
    assert _form(account).xpath(".//option[@selected]/@value") == ["minor"]


@pytest.mark.parametrize(
    ("under_way", "said"),
    [
        ({"audiences": ["presidential"], "checks_only": True}, "seals nothing"),
        (
            {"audiences": ["presidential"]},
            "with another choice than yours: presidential office, a correction.",
        ),
        ({"audiences": ["partner", "full"], "state": "running"}, "record, a correction."),
    ],
)
def test_a_press_for_what_does_not_come_of_the_run_under_way_is_told_so_and_keeps_the_form(
    account: Any, under_way: dict[str, Any], said: str
) -> None:
    briefing = seal_sample("partner").briefing
    AssemblyRun.objects.create(briefing=briefing, **under_way)

    page = _pressed(account, briefing, audiences=["partner", "full"], number_step="major")

    assert said in page.text_content()
    (form,) = page.xpath(f"//form[@action='{reverse('briefing-assemble', args=[briefing.pk])}']")
    assert form.xpath(".//input[@checked]/@value") == ["partner", "full"]
    assert form.xpath(".//option[@selected]/@value") == ["major"]


def test_a_press_for_what_comes_of_the_run_under_way_leads_to_that_run(account: Any) -> None:
    briefing = Briefing.objects.get(slug="2025-11")
    AssemblyRun.objects.create(briefing=briefing, audiences=["presidential", "partner"])

    page = _pressed(account, briefing, audiences=["partner"])

    assert "this is that run" in page.text_content()
    assert AssemblyRun.objects.count() == 1


def _pressed(account: Any, briefing: Briefing, **chosen: Any) -> lxml.html.HtmlElement:
    editor = account("briefing-editor")
    UserProfile.objects.update_or_create(user=editor, defaults={"preferred_language": "en"})
    client = Client()
    client.force_login(editor)
    answer = client.post(reverse("briefing-assemble", args=[briefing.pk]), chosen, follow=True)
    return lxml.html.fromstring(answer.content.decode())
