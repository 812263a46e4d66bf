"""What Prometheus reads: who may, and whether the numbers are right, also after restarts and takeovers."""

from __future__ import annotations

import re
import urllib.request
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from django.db import connection
from django.db.models.functions import Now
from django.test import Client
from django.test.utils import CaptureQueriesContext
from prometheus_client.parser import text_string_to_metric_families

from briefings.choices import DownloadOutcome
from briefings.editions.renditions import make
from briefings.models import AssemblyRun, Briefing, Download, Edition
from briefings.runs import request_run
from briefings.work import leases
from config.processes import Processes, wait_until_alive
from operation import metrics
from tests.briefings.editions import seal_sample
from tests.briefings.test_whole_way import ended, wait_for
from tests.serving import free_port

type Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


def parsed(text: str) -> Samples:
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def scraped(port: int) -> Samples:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        return parsed(answer.read().decode())


def value(samples: Samples, name: str, **labels: str) -> float | None:
    return samples.get((name, frozenset(labels.items())))


def counted_requests(samples: Samples) -> float:
    return sum(number for (name, _labels), number in samples.items() if name == "portal_requests_total")


def test_a_run_from_the_press_to_its_files_is_counted_and_timed(portal: Processes):
    port = free_port()
    portal.start_web(port)
    portal.start_worker()
    portal.start_beat()
    wait_until_alive(port, portal)
    run, _made = request_run(briefing=Briefing.objects.get(slug="2025-11"), audiences=["partner"], by=None)
    wait_for(lambda: ended(run))

    samples = scraped(port)

    assert value(samples, "portal_runs", state="done") == 1
    assert value(samples, "portal_runs", state="waiting") == 0
    assert value(samples, "portal_run_seconds_count", outcome="done") == 1
    for step in ("collect", "check", "compose", "seal"):
        assert value(samples, "portal_run_step_seconds_count", step=step) == 1, step
    assert value(samples, "portal_renditions", format="pdf", state="ready") == 3
    assert value(samples, "portal_render_seconds_count", format="pdf") == 3
    assert value(samples, "portal_render_seconds_sum", format="pdf") > 0
    counted = sum(number for (name, _labels), number in samples.items() if name == "portal_findings_total")
    assert counted == len(run.findings)
    assert value(samples, "portal_processes_alive", kind="worker") == 1
    assert value(samples, "portal_lease_takeovers_total", work="run") == 0
    assert value(samples, "portal_database_up") == 1


def test_no_metric_is_described_twice(live_database: str):
    text = Client(REMOTE_ADDR="127.0.0.1").get("/metrics").content.decode()

    described = [line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")]
    assert len(described) == len(set(described)) > 10


def test_requests_of_all_web_processes_are_added_up_by_view_and_never_by_address(portal: Processes):
    port = free_port()
    portal.start_web(port)
    wait_until_alive(port, portal)

    for number in range(40):
        client = urllib.request.Request(f"http://localhost:{port}/ko/verify/?digest=canary{number}")
        with urllib.request.urlopen(client, timeout=10) as answer:
            assert answer.status == 200
    samples = scraped(port)

    assert value(samples, "portal_requests_total", view="verify", method="GET", status="200") == 40
    assert value(samples, "portal_request_seconds_count", view="verify") == 40
    assert "canary" not in str(samples)


def test_probes_are_not_counted_as_visitors(portal: Processes):
    port = free_port()
    portal.start_web(port)
    wait_until_alive(port, portal)

    for address in ("healthz", "readyz?part=database", "metrics") * 5:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}", timeout=10) as answer:
            assert answer.status == 200
    probed = counted_requests(scraped(port))
    with urllib.request.urlopen(f"http://localhost:{port}/ko/verify/", timeout=10) as answer:
        assert answer.status == 200

    assert probed == 0
    assert counted_requests(scraped(port)) == 1


def test_a_scrape_asks_few_questions_whatever_the_tables_hold(db: None):
    def questions() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            list(metrics._told_by_the_database())
        return len(captured)

    empty = questions()
    seal_sample("partner")
    Download.objects.bulk_create(
        Download(path="/ko/", outcome=outcome) for outcome in DownloadOutcome.values * 100
    )

    assert questions() == empty
    assert empty <= 9


def test_downloads_and_refusals_are_counted(live_database: str):
    Download.objects.create(path="/ko/", outcome=DownloadOutcome.REFUSED)

    samples = parsed(Client(REMOTE_ADDR="127.0.0.1").get("/metrics").content.decode())

    assert value(samples, "portal_downloads_total", outcome="refused") == 1
    assert value(samples, "portal_downloads_total", outcome="served") == 0


def test_work_taken_from_a_dead_worker_is_counted_and_work_taken_up_in_good_order_is_not(db: None):
    rendition = seal_sample("partner").renditions.get(format="html", language="ko")
    make(rendition.pk)
    rendition.refresh_from_db()
    assert rendition.takeovers == 0
    type(rendition).objects.filter(pk=rendition.pk).update(state="waiting")

    assert leases.take(type(rendition), rendition.pk)
    type(rendition).objects.filter(pk=rendition.pk).update(lease_until=Now() - timedelta(seconds=1))
    make(rendition.pk)

    rendition.refresh_from_db()
    assert rendition.takeovers == 1
    assert rendition.state == "ready"


def test_without_the_database_a_scrape_still_answers_and_says_so(live_database: str):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE briefings_download RENAME TO elsewhere")

    answer = Client(REMOTE_ADDR="127.0.0.1").get("/metrics")

    samples = parsed(answer.content.decode())
    assert answer.status_code == 200
    assert value(samples, "portal_database_up") == 0
    assert value(samples, "portal_downloads_total", outcome="served") is None


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"REMOTE_ADDR": "127.0.0.1"}, 200),
        ({"REMOTE_ADDR": "203.0.113.9"}, 404),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"}, 404),
        ({"REMOTE_ADDR": "203.0.113.9", "HTTP_AUTHORIZATION": "Bearer right-token"}, 200),
        ({"REMOTE_ADDR": "203.0.113.9", "HTTP_AUTHORIZATION": "Bearer wrong-token"}, 404),
    ],
)
def test_metrics_are_for_operators_only(live_database: str, settings, asked: dict[str, str], status: int):
    settings.OPERATOR_TOKEN = "right-token"

    assert Client(**asked).get("/metrics").status_code == status


def test_the_oldest_waiting_run_and_its_state_are_told(live_database: str):
    run = AssemblyRun.objects.create(
        briefing=Briefing.objects.get(slug="2025-11"), audiences=["partner"], requested_by=None
    )
    AssemblyRun.objects.filter(pk=run.pk).update(requested_at=Now() - timedelta(minutes=2))

    samples = parsed(Client(REMOTE_ADDR="127.0.0.1").get("/metrics").content.decode())

    assert 119 < (value(samples, "portal_oldest_waiting_run_seconds") or 0) < 180
    assert value(samples, "portal_runs", state="waiting") == 1
    assert Edition.objects.count() == 0


ALERTS = Path(__file__).parents[2] / "deploy" / "prometheus" / "alerts.yaml"
ASKED = re.compile(r"(portal_\w+)(?:\{(\w+)=\"([\w-]+)\"\})?")
"""A metric, and the label that it is asked for: of those that name a pattern, the metric alone."""


def test_every_alert_asks_for_what_the_portal_tells(live_database: str):
    Client().get("/en/sign-in/")
    samples = parsed(Client(REMOTE_ADDR="127.0.0.1").get("/metrics").content.decode())
    told = {name for name, _labels in samples} | {
        (name, *label) for name, labels in samples for label in labels
    }
    rules = yaml.safe_load(ALERTS.read_text())["groups"][0]["rules"]

    asked = [found for rule in rules for found in ASKED.findall(rule["expr"])]

    assert len(asked) == len(rules) - 1, (
        "all but one, of whether the portal can be reached, ask for one metric"
    )
    assert not [each for each in asked if (each if each[1] else each[0]) not in told]
