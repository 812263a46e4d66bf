"""Guessing passwords: what an attacker gets, and what somebody who mistyped gets."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from accounts.tasks import forget_attempts

pytestmark = pytest.mark.django_db


def sign_in(
    name: str, password: str, *, address: str = "192.0.2.1", language: str = "en", **headers: str
) -> Any:
    return Client(REMOTE_ADDR=address, headers=headers).post(
        f"/{language}/sign-in/", {"username": name, "password": password}
    )


def guess(times: int, name: str = "official", **more: Any) -> list[int]:
    return [sign_in(name, f"guess-{time}", **more).status_code for time in range(times)]


def test_after_five_wrong_passwords_even_the_right_one_waits(account: Any):
    guessed = guess(5)

    answer = sign_in("official", settings.DEMO_PASSWORD)

    assert guessed == [200, 200, 200, 200, 429]
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 15 * 60
    assert "_auth_user_id" not in answer.client.session


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ko", r"15분 뒤, \d\d:\d\d\(한국 시간\)부터 다시 시도"),
        ("zh-hans", r"请在15分钟后（首尔时间\d\d:\d\d起）重试"),
        ("en", r"Try again in 15 minutes, from \d\d:\d\d Seoul time"),
    ],
)
def test_the_page_says_when_to_try_again(account: Any, language: str, said: str):
    guess(4)

    answer = sign_in("official", "wrong", language=language)

    assert re.search(said, answer.content.decode())
    assert f'<html lang="{language}"' in answer.content.decode()


def test_a_name_that_no_account_has_is_answered_alike(account: Any):
    """Neither the form's sentence nor the pause tells whether the account exists."""

    def said(answer: Any, name: str) -> str:
        return re.sub(r'csrfmiddlewaretoken" value="\w+"|\d\d:\d\d', "", answer.content.decode()).replace(
            name, "…"
        )

    real = [said(sign_in("approver", "wrong"), "approver") for _time in range(6)]
    made_up = [said(sign_in("nobody-here", "wrong"), "nobody-here") for _time in range(6)]

    assert real == made_up


def test_the_pause_ends_after_a_quarter_of_an_hour_and_asking_meanwhile_does_not_prolong_it(account: Any):
    guess(5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14, seconds=50))
    during = sign_in("official", settings.DEMO_PASSWORD).status_code
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))

    after = sign_in("official", settings.DEMO_PASSWORD)

    assert during == 429
    assert after.status_code == 302
    assert after.client.session["_auth_user_id"] == str(account("official").pk)


def test_somebody_elsewhere_with_the_same_name_may_still_sign_in(account: Any):
    """Nobody can shut an account by guessing at it from far away."""
    guess(6, address="192.0.2.1")

    assert sign_in("official", settings.DEMO_PASSWORD, address="198.51.100.7").status_code == 302


def test_a_made_up_hop_neither_helps_a_guesser_nor_blames_another(account: Any, settings: Any):
    settings.BEHIND_PROXY = False
    direct = [
        sign_in("official", "wrong", **{"x-forwarded-for": f"203.0.113.{time}"}).status_code
        for time in range(5)
    ]
    settings.BEHIND_PROXY = True
    proxied = [
        sign_in(
            "approver", "wrong", address="127.0.0.1", **{"x-forwarded-for": f"203.0.113.{time}, 192.0.2.9"}
        ).status_code
        for time in range(5)
    ]

    assert direct[-1] == proxied[-1] == 429
    assert set(AccessAttempt.objects.values_list("ip_address", flat=True)) == {"192.0.2.1", "192.0.2.9"}


def test_the_addresses_of_one_ipv6_network_are_one_visitor(account: Any):
    answers = [
        sign_in("official", "wrong", address=f"2001:db8:1:2::{time}").status_code for time in range(1, 6)
    ]

    assert answers[-1] == 429


def test_the_admins_own_way_in_is_the_same_one(account: Any):
    client = Client()

    asked = client.get("/admin/login/?next=/admin/pages/")
    posted = client.post("/admin/login/", {"username": "administrator", "password": settings.DEMO_PASSWORD})

    assert re.fullmatch(r"/(ko|zh-hans|en)/sign-in/\?next=%2Fadmin%2Fpages%2F", asked["Location"])
    assert "/sign-in/" in posted["Location"]
    assert "_auth_user_id" not in client.session
    assert client.get("/admin/password_reset/").status_code == 404


def test_who_may_not_enter_the_admin_is_told_so_and_not_sent_in_circles(account: Any):
    client = Client()
    client.force_login(account("official"))

    answer = client.get("/admin/", follow=True)

    assert answer.status_code == 403
    assert "다른 계정으로 로그인" in answer.content.decode()


def test_of_an_attempt_nothing_typed_is_kept_and_all_of_it_is_soon_forgotten(account: Any):
    """People type their password into the wrong field."""
    sign_in("official", "my-secret-password", accept="text/html")
    sign_in("official", settings.DEMO_PASSWORD, address="198.51.100.7")
    (attempt,) = AccessAttempt.objects.all()
    kept = attempt.post_data + attempt.get_data
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))

    forget_attempts()

    assert "my-secret-password" not in kept
    assert "official" not in kept
    assert not AccessAttempt.objects.exists()
    assert not AccessLog.objects.exists()
    assert get_user_model().objects.filter(username="official").exists()
