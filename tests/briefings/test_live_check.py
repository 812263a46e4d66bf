"""What an editor is told below a text while writing it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from briefings.live_check import LONGEST
from projects.models import CooperationItem

pytestmark = pytest.mark.django_db
SOUND = {
    "ko": "최대 100대를 공급하기로 합의하였다.",
    "zh-hans": "同意供应至多100台。",
    "en": "They agreed to supply up to 100 units.",
}


@pytest.fixture
def speaking(client: Client, account: Callable[[str], Any]) -> Callable[[str], Client]:
    """An item editor whose admin speaks a language."""

    def signed_in(language: str) -> Client:
        user = account("item-editor")
        client.force_login(user)
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.save()
        return client

    return signed_in


def _ask(client: Client, **asked: Any) -> Any:
    return client.post(reverse("text-check"), json.dumps(asked), content_type="application/json")


def test_texts_that_agree_are_told_nothing(speaking: Callable[[str], Client]) -> None:
    assert [text.strip() for text in _ask(speaking("en"), **SOUND).json().values()] == ["", "", ""]


@pytest.mark.parametrize(
    ("language", "severity", "sentence"),
    [
        ("en", "stops sealing", "The figure is hedged differently"),
        ("ko", "확정 불가", "수치의 한정 표현"),
        ("zh-hans", "阻止定稿", "数值的限定"),
    ],
)
def test_a_dropped_hedge_is_said_below_its_text_in_the_editors_language(
    speaking: Callable[[str], Client], language: str, severity: str, sentence: str
) -> None:
    texts = SOUND | {"zh-hans": "同意供应100台。"}

    found = _ask(speaking(language), **texts).json()

    assert sentence in found["zh-hans"]
    assert severity in found["zh-hans"]
    assert "<mark>100台</mark>" in found["zh-hans"]
    assert found["en"].strip() == ""


def test_a_forbidden_name_and_half_width_punctuation_come_with_their_fix(
    speaking: Callable[[str], Client],
) -> None:
    found = _ask(
        speaking("en"),
        ko="국토교통부가 발표하였다.",
        **{"zh-hans": "国土交通省发布,内容如下."},
        en="MOLIT said so.",
    ).json()["zh-hans"]

    assert 'data-fix="国土交通部发布,内容如下."' in found
    assert 'data-fix="国土交通省发布，内容如下。"' in found


def test_an_amount_that_the_register_holds_is_offered_as_its_key(speaking: Callable[[str], Client]) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    found = _ask(
        speaking("en"), ko="최대 100대를 들여온다.", **{"zh-hans": "", "en": ""}, page=item.pk
    ).json()["ko"]

    assert "[[aircraft]]" in found
    assert 'data-fix="[[aircraft]]를 들여온다."' in found


def test_the_register_is_shown_as_each_language_will_print_it(speaking: Callable[[str], Client]) -> None:
    item = CooperationItem.objects.get(slug="korean-air-archer-evtol")

    figures = speaking("en").get(reverse("item-figures", args=[item.pk])).json()["figures"]

    aircraft = next(figure for figure in figures if figure["key"] == "aircraft")
    assert [printed for _name, _code, printed in aircraft["printed"]] == [
        "최대 100대",
        "至多100架",
        "up to 100 aircraft",
    ]


@pytest.mark.parametrize("text", ["가" * 200_000, "1" * 200_000, "亿" * 200_000])
def test_a_text_that_is_no_field_is_refused_at_once_with_a_sentence(
    speaking: Callable[[str], Client], text: str
) -> None:
    client = speaking("en")
    begun = time.monotonic()

    answer = _ask(client, ko=text, **{"zh-hans": text, "en": text})

    assert answer.status_code == 413
    assert "too long" in answer.json()["error"]
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    "text",
    ["亿" * LONGEST, "1," * (LONGEST // 2), "일" * LONGEST, "(" * LONGEST, "one hundred " * 500, "A-" * 3000],
)
def test_the_longest_text_is_answered_within_two_seconds(
    speaking: Callable[[str], Client], text: str
) -> None:
    client = speaking("en")
    begun = time.monotonic()

    answer = _ask(client, ko=text, **{"zh-hans": text, "en": text})

    assert answer.status_code == 200
    assert time.monotonic() - begun < 2


def test_editors_text_is_shown_as_text(speaking: Callable[[str], Client]) -> None:
    found = _ask(
        speaking("en"),
        ko="<b>260만 명</b>이다.",
        **{"zh-hans": "<img src=x onerror=alert(1)>26万人。", "en": "x"},
    ).json()

    assert "<img" not in found["zh-hans"]
    assert "<b>" not in found["ko"]


@pytest.mark.parametrize("body", ["", "[]", "{", "null", '"x"', "\ud800".encode("utf-8", "surrogatepass")])
def test_a_broken_question_is_answered_with_a_sentence(speaking: Callable[[str], Client], body: Any) -> None:
    answer = speaking("en").post(reverse("text-check"), body, content_type="application/json")

    assert answer.status_code == 400
    assert "Load the page again" in answer.json()["error"]


def test_only_editors_with_their_forms_token_may_ask(client: Client, account: Callable[[str], Any]) -> None:
    client.force_login(account("official"))
    assert _ask(client, **SOUND).status_code == 302
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(account("item-editor"))
    assert _ask(strict, **SOUND).status_code == 403


def test_the_saved_form_says_the_same_without_scripts(speaking: Callable[[str], Client]) -> None:
    item = CooperationItem.objects.get(slug="bac-ninh-dong-nam-new-town").specific
    item.summary_ko, item.summary_zh_hans, item.summary_en = SOUND["ko"], "同意供应100台。", SOUND["en"]
    item.save_revision()

    page = speaking("en").get(reverse("wagtailadmin_pages:edit", args=[item.pk])).content.decode()

    assert "The figure is hedged differently" in page
    assert "<mark>100台</mark>" in page
