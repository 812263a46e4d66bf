"""The second factor: who must have it, what a password alone opens, and what happens when a phone is lost."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.core.management import call_command
from django.test import Client
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.accounts.codes import PAGE, code_of, enrol, forget_pauses, give_password, wrong_code_of
from tests.security.addresses import every_address

pytestmark = pytest.mark.django_db
CODE = "/en/sign-in/code/"


@pytest.fixture
def required(settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


def signed_in(account: Any, name: str) -> Client:
    client = Client()
    client.force_login(account(name))
    return client


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_in_the_demonstration_a_password_is_enough(account: Any):
    client = Client()

    give_password("briefing-editor", client)

    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("name", ["item-editor", "approver", "administrator"])
def test_where_it_is_required_no_page_of_the_admin_answers_to_a_password_alone(
    account: Any, required: None, name: str
):
    client = signed_in(account, name)
    # the way out is open, and has two entries: ours stands before Wagtail's
    addresses = [
        address
        for address in every_address({})
        if address.startswith("/admin/") and address != "/admin/logout/"
    ]

    answers = {address: client.get(address) for address in addresses}
    posted = {address: client.post(address).status_code for address in addresses[:40]}

    assert len(answers) > 100
    for address, answer in answers.items():
        if address.startswith(("/admin/images", "/admin/documents")) or answer.status_code == 404:
            continue
        assert answer.status_code in (301, 302), f"{address}: {answer.status_code}"
        if answer.status_code == 302:
            assert "/account/second-factor/" in answer["Location"], address
    assert set(posted.values()) <= {301, 403, 404, 405}


def test_nor_does_a_readers_page_or_a_file(account: Any, required: None):
    client = signed_in(account, "approver")

    for address in ("/ko/", "/en/editions/", "/ko/editions/2025-11/presidential/1.0/ko.pdf"):
        assert "/account/second-factor/" in client.get(address)["Location"]
    assert signed_in(account, "official").get("/en/editions/").status_code == 200
    assert signed_in(account, "member-demo-embassy").get("/en/editions/").status_code == 200


def test_setting_it_up_opens_the_admin_and_leads_back_to_the_page_that_was_wanted(
    account: Any, required: None
):
    client = signed_in(account, "briefing-editor")

    sent = client.get("/admin/pages/", follow=True)
    said = sent.content.decode()
    key = client.session["second-factor-key"]
    done = client.post(PAGE, {"code": code_of(key), "next": "/admin/pages/"})

    ways = lxml.html.fromstring(said).xpath("//ol[@class='steps']/li[.//*[local-name()='svg'] or code]")
    assert [len(step.xpath(".//*[local-name()='svg']|code")) for step in ways] == [
        2
    ]  # one step: the picture or the key
    assert "<svg" in said
    assert "data:" not in said
    assert said.count("<script") == 1  # the page's own file
    assert 'href="/admin/pages/"' in done.content.decode()
    assert done["Cache-Control"].count("no-store")
    assert client.get("/admin/").status_code == 200


def test_what_is_wrong_with_a_code_is_told_with_the_colon_of_the_language(account: Any):
    key, _codes = enrol(signed_in(account, "official"))
    client = Client()
    give_password("official", client)

    answer = client.post("/zh-hans/sign-in/code/", {"code": wrong_code_of(key)})

    said = lxml.html.fromstring(answer.content.decode()).xpath("string(//*[@role='alert'])").strip()
    assert said.startswith("验证码：验证码不正确。")


def test_after_the_password_nobody_is_signed_in_until_the_code_is_right(account: Any):
    key, _codes = enrol(signed_in(account, "official"))
    client = Client()

    password = give_password("official", client, next_page="/en/editions/")
    before = is_signed_in(client)
    wrong = client.post(CODE, {"code": wrong_code_of(key)})
    after_wrong = is_signed_in(client)
    forget_pauses()
    right = client.post(CODE, {"code": code_of(key, later=1), "next": "/en/editions/"})

    assert password["Location"] == "/en/sign-in/code/?next=%2Fen%2Feditions%2F"
    assert not before
    assert wrong.status_code == 400
    assert "This code is not right" in wrong.content.decode()
    assert not after_wrong
    assert right["Location"] == "/en/editions/"
    assert is_signed_in(client)


def test_a_code_is_good_once(account: Any):
    key, _codes = enrol(signed_in(account, "official"))
    code = code_of(key, later=1)
    first, second = Client(), Client()
    for client in (first, second):
        give_password("official", client)

    first.post(CODE, {"code": code})
    second.post(CODE, {"code": code})

    assert is_signed_in(first)
    assert not is_signed_in(second)


def test_codes_are_typed_as_people_type_them(account: Any):
    key, codes = enrol(signed_in(account, "official"))
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    with_app, with_backup = Client(), Client()
    for client in (with_app, with_backup):
        give_password("official", client)

    digits = code_of(key, later=1).translate(wide)
    with_app.post(CODE, {"code": f" {digits[:3]} {digits[3:]} "})
    with_backup.post(CODE, {"code": codes[0].upper().replace("-", " ")})

    assert is_signed_in(with_app)
    assert is_signed_in(with_backup)


def test_each_backup_code_works_once_and_the_database_does_not_know_them(account: Any):
    _key, codes = enrol(signed_in(account, "official"))
    kept = set(StaticToken.objects.values_list("token", flat=True))
    clients = [Client(), Client()]
    for client in clients:
        give_password("official", client)
        client.post(CODE, {"code": codes[3]})

    assert len(set(codes)) == 10
    assert not kept & {code.replace("-", "") for code in codes}
    assert [is_signed_in(client) for client in clients] == [True, False]
    assert StaticToken.objects.count() == 9


def test_a_backup_code_outlives_a_change_of_the_secret_key_while_the_former_one_is_kept(
    account: Any, settings: Any
):
    _key, codes = enrol(signed_in(account, "official"))
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "new" * 20

    def opens(code: str) -> bool:
        client = Client()
        give_password("official", client)
        client.post(CODE, {"code": code})
        return is_signed_in(client)

    known = [opens(codes[0]), opens(codes[0])]
    settings.SECRET_KEY_FALLBACKS = []
    forgotten = opens(codes[1])

    assert known == [True, False]
    assert not forgotten


def test_guessing_codes_is_slow_and_says_until_when(account: Any):
    key, _codes = enrol(signed_in(account, "official"))
    client = Client()
    give_password("official", client)
    wrong = wrong_code_of(key)
    for _time in range(2):
        client.post(CODE, {"code": wrong})

    answer = client.post(CODE, {"code": code_of(key, later=1)})

    assert answer.status_code == 400
    assert "Too many wrong codes. Try again after" in answer.content.decode()
    assert not is_signed_in(client)


def test_the_code_must_follow_the_password_within_ten_minutes_and_with_the_same_password(account: Any):
    key, _codes = enrol(signed_in(account, "official"))
    late, changed = Client(), Client()
    for client in (late, changed):
        give_password("official", client)
    session = late.session
    session["password-passed"] = session["password-passed"] | {"at": 0}
    session.save()
    user = account("official")
    user.set_password("ein anderes Passwort 4711")
    user.save()

    for client in (late, changed):
        assert client.post(CODE, {"code": code_of(key, later=1)})["Location"].startswith("/en/sign-in/")
        assert not is_signed_in(client)


def test_a_session_opened_by_password_before_owes_a_code_from_then_on(account: Any):
    older = signed_in(account, "official")
    enrol(signed_in(account, "official"))

    assert older.get("/en/editions/")["Location"].startswith("/en/sign-in/code/")


def test_turning_it_off_needs_a_code_and_a_stranger_at_the_desk_has_none(account: Any):
    client = signed_in(account, "official")
    key, _codes = enrol(client)

    refused = client.post(PAGE, {"code": wrong_code_of(key), "do": "end"})
    still = TOTPDevice.objects.filter(user=account("official")).exists()
    forget_pauses()
    client.post(PAGE, {"code": code_of(key, later=1), "do": "end"})

    assert refused.status_code == 400
    assert still
    assert not TOTPDevice.objects.filter(user=account("official")).exists()


def test_a_key_that_the_app_did_not_take_changes_nothing(account: Any):
    client = signed_in(account, "official")
    client.get(PAGE)

    answer = client.post(PAGE, {"code": wrong_code_of(client.session["second-factor-key"])})

    assert answer.status_code == 400
    assert "This is not the code that the app shows now" in answer.content.decode()
    assert not TOTPDevice.objects.exists()


def test_an_administrator_takes_a_lost_second_factor_away_and_it_is_on_record(account: Any):
    from wagtail.models import ModelLogEntry

    owner = signed_in(account, "approver")
    enrol(owner)
    address = f"/admin/second-factor/{account('approver').pk}/reset/"
    administrator = signed_in(account, "administrator")

    asked = administrator.get(address)
    administrator.post(address)

    assert "approver 계정은 인증 앱으로 로그인합니다" in asked.content.decode()
    assert not TOTPDevice.objects.exists()
    assert not StaticToken.objects.exists()
    assert ModelLogEntry.objects.filter(action="accounts.reset_second_factor").exists()
    assert give_password("approver")["Location"] != "/en/sign-in/code/"


def test_nobody_else_may_take_it_away(account: Any):
    enrol(signed_in(account, "administrator"))
    address = f"/admin/second-factor/{account('administrator').pk}/reset/"

    signed_in(account, "briefing-editor").post(address)
    signed_in(account, "official").post(address)

    assert TOTPDevice.objects.filter(user=account("administrator")).exists()


def test_an_operator_helps_the_last_administrator(account: Any, capsys: Any):
    enrol(signed_in(account, "administrator"))

    call_command("reset_second_factor", "administrator")

    assert not TOTPDevice.objects.exists()
    assert "administrator has no second factor now." in capsys.readouterr().out


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_elsewhere_after_signing_in(account: Any, address: str):
    key, _codes = enrol(signed_in(account, "official"))
    client = Client()
    give_password("official", client, next_page=address)

    answer = client.post(CODE, {"code": code_of(key, later=1), "next": address})

    assert answer["Location"] == "/en/" or answer["Location"] == "/ko/"
