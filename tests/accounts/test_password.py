"""One's own password: who changes it, what is asked for it, and whose sessions end with the old one."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.test import Client

from tests.accounts.codes import PAGE, enrol, give_password

pytestmark = pytest.mark.django_db
CHANGE = "/en/account/password/"
NEW = "riverbank-lantern-47"


def signed_in(name: str) -> Client:
    client = Client()
    give_password(name, client)
    return client


def change(client: Client, *, old: str = "", new: str = NEW, again: str = "", address: str = CHANGE) -> Any:
    typed = {
        "old_password": old or settings.DEMO_PASSWORD,
        "new_password1": new,
        "new_password2": again or new,
    }
    return client.post(address, typed, follow=True)


def opens(name: str, password: str) -> bool:
    client = Client(REMOTE_ADDR="198.51.100.9")
    client.post("/en/sign-in/", {"username": name, "password": password})
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("name", ["official", "member-demo-embassy", "item-editor"])
def test_who_has_an_account_finds_the_way_from_the_own_name_and_changes_the_password(
    account: Any, name: str
) -> None:
    reader = signed_in(name)
    page = lxml.html.fromstring(reader.get("/en/editions/").content)
    page = lxml.html.fromstring(reader.get(page.xpath("//a[@class='reader']/@href")[0]).content)

    answer = change(reader, address=page.xpath("//a[.='Change your password']/@href")[0])

    said = lxml.html.fromstring(answer.content).xpath("//*[@role='status']")
    assert [each.text_content() for each in said] == [
        "Your password has been changed. You have been signed out everywhere else."
    ]
    assert opens(name, NEW)
    assert not opens(name, settings.DEMO_PASSWORD)


def test_other_sessions_end_and_this_one_stays_with_its_second_factor(account: Any) -> None:
    here, elsewhere = signed_in("official"), signed_in("official")
    enrol(here)

    change(here)

    assert here.get(CHANGE).status_code == 200
    assert elsewhere.get(CHANGE)["Location"].startswith("/en/sign-in/")


@pytest.mark.parametrize(
    ("language", "typed", "field", "said"),
    [
        ("ko", {"old": "guess"}, "old_password", "기존 비밀번호가 일치하지 않습니다. 다시 입력하십시오."),
        ("zh-hans", {"old": "guess"}, "old_password", "原密码不正确，请重新输入。"),
        ("zh-hans", {"new": "x7-q"}, "new_password2", "密码过短，至少须有8个字符。"),
        ("en", {"new": "20262026"}, "new_password2", "This password is entirely numeric."),
        ("en", {"again": "something else"}, "new_password2", "The two password fields didn’t match."),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_changes(
    account: Any, language: str, typed: dict[str, str], field: str, said: str
) -> None:
    reader = signed_in("official")

    answer = change(reader, **typed, address=f"/{language}/account/password/")

    page = lxml.html.fromstring(answer.content)
    (control,) = page.xpath(f"//input[@name='{field}']")
    told = [page.get_element_by_id(each).text_content() for each in control.get("aria-describedby").split()]
    assert answer.status_code == 400
    assert control.get("aria-invalid") == "true"
    assert said in " ".join(told)
    assert said in page.xpath("//*[@role='alert']")[0].text_content()
    assert not page.xpath("//input[@type='password']/@value")
    assert opens("official", settings.DEMO_PASSWORD)


def test_the_old_password_is_guessed_no_faster_than_at_sign_in(account: Any) -> None:
    reader = signed_in("official")

    guessed = [change(reader, old=f"guess-{time}").status_code for time in range(5)]
    right = change(reader)
    (attempt,) = AccessAttempt.objects.all()

    assert guessed == [400, 400, 400, 400, 429]
    assert right.status_code == 429
    assert lxml.html.fromstring(right.content).xpath("string(//h1)") == "Changing your password is paused"
    assert 0 < int(right["Retry-After"]) <= 15 * 60
    # neither a password that was nearly right nor the next one
    assert "guess-0" not in attempt.post_data
    assert NEW not in attempt.post_data
    assert opens("official", settings.DEMO_PASSWORD)


def test_who_has_changed_the_password_has_guessed_nothing_wrong(account: Any) -> None:
    reader = signed_in("official")
    for _slip in range(settings.AXES_FAILURE_LIMIT - 1):
        change(reader, old="wrong")
    change(reader)

    slip = change(reader, old="wrong")

    assert slip.status_code == 400  # and is no pause


def test_who_has_not_signed_in_or_owes_a_code_changes_no_password(account: Any, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    staff = Client()
    staff.force_login(account("approver"))

    unknown, owing, sent = Client().get(CHANGE), staff.get(CHANGE), staff.post(CHANGE)

    assert unknown["Location"] == "/en/sign-in/?next=/en/account/password/"
    assert owing["Location"].startswith(PAGE)
    assert "Change your password" not in staff.get(owing["Location"]).content.decode()
    assert sent.status_code == 403


def test_the_admins_page_of_the_account_leads_there(account: Any) -> None:
    editor = signed_in("item-editor")

    page = lxml.html.fromstring(editor.get("/admin/account/").content)

    assert page.xpath("//a[contains(@href, '/account/password/')]")
    assert not page.xpath("//input[@type='password']")
