"""Whoever reads the settings, the manual or the units finds the same in each."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

from operation import metrics
from tests.operation.test_commands import PROJECT, run

MANUAL = (PROJECT / "docs" / "operations.md").read_text()
COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
UNITS = sorted((PROJECT / "deploy" / "systemd").glob("*.service"))

# one machine's own, which no server sets
OF_A_DEMONSTRATION = {"PORTAL_SERVERS", "PORT", "DEBUG"}


def read_from_the_environment() -> set[str]:
    """Every variable that the code reads, but for those by which processes tell each other something."""
    names: set[str] = set()
    for file in sorted((PROJECT / "config").rglob("*.py")):
        code = file.read_text()
        names |= set(re.findall(r"\benv(?:\.\w+)?\(\s*\"([A-Z_]+)\"", code))
        names |= set(re.findall(r"environ\.get\(\s*\"([A-Z_]+)\"", code))
    return names


def test_every_setting_is_in_the_manual_and_in_the_example():
    table = MANUAL.split("## Settings", 1)[1].split("\n## ", 1)[0]
    described = {
        name
        for row in table.splitlines()
        if row.startswith("| `")
        for name in re.findall(r"`([A-Z_]+)`", row.split("|")[1])
    }
    shown = set(re.findall(r"^#?([A-Z_]+)=", (PROJECT / ".env.example").read_text(), re.MULTILINE))

    names = read_from_the_environment()

    assert {"SECRET_KEY", "DATABASE_URL", "WEB_BIND", "PORT"} <= names
    assert names - described == set()
    assert described - names == set(), "described, but nothing reads it"
    assert names - shown == set()


def test_compose_hands_every_setting_to_the_portal():
    handed = set(COMPOSE["x-portal"]["environment"])

    # the image says where gunicorn listens; HTTPS is the proxy's and stays on
    assert read_from_the_environment() - handed == OF_A_DEMONSTRATION | {"WEB_BIND", "SECURE_SSL_REDIRECT"}


def test_each_container_is_asked_about_itself():
    for name, service in COMPOSE["services"].items():
        assert ("healthcheck" in service) is (name != "migrate"), name
    assert "/healthz" in str(COMPOSE["services"]["web"]["healthcheck"])
    for kind in ("worker", "beat"):
        assert COMPOSE["services"][kind]["healthcheck"]["test"] == [
            "CMD",
            "python",
            "-m",
            "operation.heard",
            kind,
        ]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_systemd_unit_starts_what_the_compose_file_starts_without_rights(unit: Path):
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read(unit)
    service = parser["Service"]

    assert service["User"] == "portal"
    assert service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == "yes"
    assert service["CapabilityBoundingSet"] == ""
    kind = unit.stem.removeprefix("portal-")
    if kind == "backup":
        assert service["ExecStart"].count("manage.py backup") == 2
        return
    assert service["Restart"] == "always"
    started = COMPOSE["services"][kind].get("command") or [
        "gunicorn",
        "--config=python:config.gunicorn",
        "config.wsgi",
    ]
    program, *arguments = service["ExecStart"].split()
    assert Path(program).name == started[0]
    assert {a for a in arguments if not a.startswith("--schedule")} == {
        a for a in started[1:] if not a.startswith(("--schedule", "--loglevel"))
    }


def test_every_command_and_metric_that_the_manual_names_exists():
    commands = set(re.findall(r"manage\.py ([a-z_]+)", MANUAL)) - {"createsuperuser"}
    named = set(re.findall(r"\bportal_[a-z_]+", MANUAL))

    assert commands <= set(get_commands())
    assert {"backup", "restore", "verify", "migrate"} <= commands
    source = Path(metrics.__file__).read_text()
    for name in named - {"portal_drill"}:
        family = re.sub(r"_(total|bucket|sum|count)$", "", name)
        assert f'"{family}"' in source, name


def test_a_process_is_told_whether_it_was_heard_of(live_database: str):
    import socket
    import subprocess
    import sys

    from operation import processes

    def heard(kind: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "operation.heard", kind],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=False,
        )

    assert "was not heard of" in heard("worker").stderr
    processes.seen("worker", f"celery@{socket.gethostname()}")

    assert heard("worker").returncode == 0
    assert heard("beat").returncode == 1
    assert "worker or beat" in heard("web").stderr


def test_a_former_secret_key_still_opens_what_it_signed():
    sign = "from django.core import signing; print(signing.dumps('session'))"
    signed = run("shell", "--no-imports", "-c", sign, SECRET_KEY="old" * 20).stdout.strip().splitlines()[-1]
    read = f"from django.core import signing; print(signing.loads({signed!r}))"

    opened = run("shell", "--no-imports", "-c", read, SECRET_KEY="new" * 20, SECRET_KEY_FALLBACKS="old" * 20)
    refused = run("shell", "--no-imports", "-c", read, SECRET_KEY="new" * 20)

    assert "session" in opened.stdout
    assert refused.returncode != 0
