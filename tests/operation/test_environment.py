"""A variable that cannot be read is named, with what it may be; nothing is guessed, least of all that a guard is off."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import Environment
from tests.operation.test_commands import LONG_KEYS, PROJECT, run


@pytest.fixture
def env() -> Environment:
    return Environment()


@pytest.mark.parametrize(
    ("written", "meant"), [("true", True), ("On", True), ("0", False), ("no ", False), ("", True)]
)
def test_a_switch_is_what_is_written_and_the_default_where_nothing_is(
    env: Environment, monkeypatch: pytest.MonkeyPatch, written: str, meant: bool
):
    monkeypatch.setenv("SWITCH", written)

    assert env.bool("SWITCH", True) is meant


@pytest.mark.parametrize("written", ["ture", "enabled", "true  # staff", "2"])
def test_a_slip_of_the_pen_turns_no_guard_off(
    env: Environment, monkeypatch: pytest.MonkeyPatch, written: str
):
    monkeypatch.setenv("SWITCH", written)

    with pytest.raises(ImproperlyConfigured, match=r"SWITCH is .* either true or false"):
        env.bool("SWITCH", True)


@pytest.mark.parametrize("written", ["0", "-1", "abc", "1,5", "nan", "inf"])
def test_what_is_no_number_above_0_is_refused(
    env: Environment, monkeypatch: pytest.MonkeyPatch, written: str
):
    monkeypatch.setenv("SECONDS", written)

    for read in (env.int, env.float):
        with pytest.raises(ImproperlyConfigured, match=r"SECONDS is .* number above 0"):
            read("SECONDS", 5)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("a.example, b.example", ["a.example", "b.example"]), ("a.example,", ["a.example"]), (" , ", ["usual"])],
)
def test_a_list_may_have_spaces_and_an_empty_one_is_the_default(
    env: Environment, monkeypatch: pytest.MonkeyPatch, written: str, meant: list[str]
):
    monkeypatch.setenv("NAMES", written)

    assert env.list("NAMES", ["usual"]) == meant


def test_a_secret_may_begin_with_any_sign(env: Environment, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TOKEN", "$4cret")

    assert env.str("TOKEN", "") == "$4cret"


def test_an_empty_number_is_the_default(env: Environment, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SECONDS", "")

    assert (env.int("SECONDS", 5), env.float("SECONDS", 2.5)) == (5, 2.5)


@pytest.mark.parametrize(
    "written",
    [
        "briefing.example.org",
        "ftp://example.org",
        "https://",
        "https://a b.org",
        "https://a.org:x",
        "https://a.org/ko",
        "https://name@a.org",
        "https://:secret@a.org",
        "https://a.org?",
        "https://a.org#",
        "https://a.org:",
    ],
)
def test_an_address_that_is_not_a_scheme_and_a_host_is_refused(
    env: Environment, monkeypatch: pytest.MonkeyPatch, written: str
):
    monkeypatch.setenv("ADDRESS", written)

    with pytest.raises(ImproperlyConfigured, match=r"ADDRESS is .* an address such as https://"):
        env.address("ADDRESS", "https://localhost")


def test_a_word_may_be_written_in_capitals_or_not(env: Environment, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LEVEL", "info")

    assert env.one_of("LEVEL", ("DEBUG", "INFO"), "DEBUG") == "INFO"


def test_an_address_ends_without_a_slash(env: Environment, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ADDRESS", "https://briefing.example.org/")

    assert env.address("ADDRESS", "https://localhost") == "https://briefing.example.org"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECOND_FACTOR_REQUIRED", "ture"),
        ("BEHIND_PROXY", "true # nginx"),
        ("LEASE_SECONDS", "abc"),
        ("LOG_LEVEL", "verbose"),
        ("OPERATOR_NETWORKS", "10.0.0.0/33"),
        ("PORTAL_ADDRESS", "briefing.example.org"),
        ("DATABASE_URL", "postgres://u:secret@h:xx/d"),
        ("DATABASE_URL", "mysql://u:secret@h/d"),
        ("REDIS_URL", "secret@localhost"),
        ("WEB_BIND", "8544"),
        ("WEB_WORKERS", "0"),
        ("ACCEL_REDIRECT", "protected"),
    ],
)
def test_a_command_says_in_one_line_which_setting_cannot_be_read(name: str, value: str):
    refused = run("check", PORTAL_MODE="production", **LONG_KEYS, **{name: value})

    assert refused.returncode != 0
    assert len(refused.stderr.strip().splitlines()) == 1
    assert f"settings are not complete: {name} is " in refused.stderr
    assert "secret" not in refused.stderr


@pytest.mark.parametrize("name", ["DATABASE_URL", "REDIS_URL"])
def test_a_server_has_no_data_in_a_place_that_nobody_named(name: str, tmp_path: Path):
    """The servers that a demonstration brings along are none in production."""
    refused = run(
        "migrate", PORTAL_MODE="production", **LONG_KEYS, **{name: ""}, PORTAL_SERVERS=str(tmp_path)
    )

    assert refused.returncode != 0
    assert len(refused.stderr.strip().splitlines()) == 1
    assert f"Set the {name} environment variable" in refused.stderr
    assert not list(tmp_path.iterdir())


def test_a_worker_says_in_one_line_which_setting_is_missing():
    said = subprocess.run(
        [sys.executable, "-m", "celery", "--app=config", "beat", "--pidfile="],
        cwd=PROJECT,
        env=os.environ | LONG_KEYS | {"PORTAL_MODE": "production", "DATABASE_URL": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert said.returncode != 0
    assert "Set the DATABASE_URL environment variable" in said.stderr
    assert len(said.stderr.strip().splitlines()) == 1


SAFE = LONG_KEYS | {
    "PORTAL_MODE": "production",
    "PORTAL_ADDRESS": "https://a.example",
    "ALLOWED_HOSTS": "a.example",
    "BEHIND_PROXY": "true",
    "MEDIA_ROOT": "/tmp",
}


def test_what_is_safe_is_told_nothing():
    done = run("check", "--deploy", "--fail-level=WARNING", **SAFE)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORTAL_ADDRESS", "", "PORTAL_ADDRESS is https://localhost"),
        ("ALLOWED_HOSTS", "b.example", "ALLOWED_HOSTS lacks a.example"),
        ("BEHIND_PROXY", "false", "BEHIND_PROXY is false"),
        ("SECOND_FACTOR_REQUIRED", "false", "SECOND_FACTOR_REQUIRED is false"),
        ("MEDIA_ROOT", "/nonexistent", "MEDIA_ROOT is /nonexistent"),
    ],
)
def test_what_readers_or_guards_would_miss_is_told_before_the_first_start(name: str, value: str, said: str):
    done = run("check", "--deploy", "--fail-level=WARNING", **SAFE | {name: value})

    assert done.returncode != 0
    assert said in done.stderr
