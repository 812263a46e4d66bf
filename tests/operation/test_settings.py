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
        assert ("healthcheck" in service) is (name not in ("migrate", "backup")), name
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
        assert "manage.py backup --nightly /srv/backups" in service["ExecStart"]
        assert COMPOSE["services"]["backup"]["command"][1:4] == ["manage.py", "backup", "--nightly"]
        assert parser["Unit"]["OnFailure"] == "portal-backup-failed.service"
    if kind.startswith("backup"):
        return
    assert service["Restart"] == "always"
    assert parser["Unit"]["StartLimitIntervalSec"] == "0", "systemd gives up after five starts within 10 s"
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


def test_a_command_given_by_hand_runs_as_the_units_do():
    command = (PROJECT / "deploy" / "systemd" / "manage").read_text()
    backup = (PROJECT / "deploy" / "systemd" / "portal-backup.service").read_text()

    for option, said in (
        ("--uid=", "User="),
        ("--working-directory=", "WorkingDirectory="),
        ("--property=EnvironmentFile=", "EnvironmentFile="),
        ("--property=UMask=", "UMask="),
    ):
        there = re.search(rf"(?m)^{said}(\S+)$", backup)
        assert there, said
        assert f"{option}{there[1]} " in command
    assert '/opt/portal/.venv/bin/python manage.py "$@"' in command
    # systemd 257 would write control characters for the terminal's title before what a command says
    assert "export SYSTEMD_ADJUST_TERMINAL_TITLE=0 SYSTEMD_TINT_BACKGROUND=0\nexec systemd-run" in command
    assert "install deploy/systemd/manage /usr/local/sbin/manage.py" in MANUAL


def test_every_unit_that_the_manual_enables_can_be_enabled():
    """`systemctl enable` refuses a unit without [Install]."""
    enabled = {
        word
        for line in re.findall(r"(?m)^systemctl enable (?:--now )?(.*)", MANUAL)
        for word in line.partition("#")[0].replace("&&", "").split()
    }
    started = set()
    for name in enabled:
        text = (PROJECT / "deploy" / "systemd" / name).read_text()
        assert "\n[Install]\nWantedBy=" in text, name
        started |= {name, *re.findall(r"[\w-]+\.service", "".join(re.findall("(?m)^Wants=.*", text)))}

    services = {unit.name for unit in UNITS} - {"portal-backup.service", "portal-backup-failed.service"}
    assert started == {"portal.target", "portal-backup.timer"} | services


def test_compose_takes_an_empty_schedule_for_never():
    for name, value in COMPOSE["x-portal"]["environment"].items():
        default = re.fullmatch(r"\$\{\w+(:?-)(.*)\}", str(value))
        if default and default[1] == ":-":
            assert name == "SECOND_FACTOR_REQUIRED", (
                f"{name} may be empty, which is another thing than not set"
            )
    assert COMPOSE["x-portal"]["environment"]["MONTHLY_BRIEFING_SCHEDULE"].startswith(
        "${MONTHLY_BRIEFING_SCHEDULE-"
    )


def test_what_compose_starts_is_started_when_it_can_begin_and_ends_when_it_is_done():
    services = COMPOSE["services"]

    # the temporary server of a new database answers on the Unix socket alone
    assert "--host=127.0.0.1" in services["postgres"]["healthcheck"]["test"]
    assert services["migrate"]["restart"].startswith("on-failure")
    # a restore must not be migrated first, and needs no broker
    assert set(services["backup"]["depends_on"]) == {"postgres"}
    assert services["backup"]["profiles"] == ["backup"]
    systemd = {unit.stem: unit.read_text() for unit in UNITS}
    for kind in ("web", "worker"):
        seconds = services[kind]["stop_grace_period"].removesuffix("s")
        assert f"TimeoutStopSec={seconds}\n" in systemd[f"portal-{kind}"]


@pytest.mark.parametrize("secret", [".env", "deploy/nginx/tls", "*.pem"])
def test_no_secret_gets_into_the_repository_or_the_image(secret: str):
    for name in (".gitignore", ".dockerignore"):
        lines = {line.rstrip("/").removeprefix("**/") for line in (PROJECT / name).read_text().splitlines()}
        assert secret in lines, name


def test_the_example_has_nothing_to_be_filled_in_that_no_server_may_set():
    example = (PROJECT / ".env.example").read_text()
    never = example.partition("never on a server")[2]

    assert set(re.findall(r"(?m)^#?([A-Z_]+)=", never)) == OF_A_DEMONSTRATION | {"PORTAL_MODE"}
    assert not re.findall(r"(?m)^[A-Z_]+=", never)


def test_no_secret_of_the_example_is_one_that_everybody_knows():
    example = (PROJECT / ".env.example").read_text()

    secrets = dict(re.findall(r"(?m)^#?([A-Z_]*(?:SECRET|PASSWORD|TOKEN)[A-Z_]*)=(.*)$", example))

    assert {"SECRET_KEY", "POSTGRES_PASSWORD", "OPERATOR_TOKEN"} <= set(secrets)
    assert set(secrets.values()) == {""}


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
