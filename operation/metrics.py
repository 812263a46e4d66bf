"""What Prometheus reads at `/metrics`.

Requests are counted where they are answered, by every web process, and added up over the processes of one
machine (`PROMETHEUS_MULTIPROC_DIR`, set by `config/gunicorn.py`). Everything else is asked of PostgreSQL when
Prometheus asks: it is right after a restart, for workers on any machine, and needs no port in a worker. Seven
queries, whatever the tables hold.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.models import Count
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, multiprocess
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from briefings.choices import DownloadOutcome, FileFormat, RenditionState, RunState
from briefings.models import Download
from operation import processes, readiness
from operation.asking import SECONDS, Question
from operation.manifest import portal_version

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_of_this_process = CollectorRegistry()
REQUESTS = Counter(
    "portal_requests",
    "Requests by view and status.",
    ["view", "method", "status"],
    registry=_of_this_process,
)
REQUEST_SECONDS = Histogram(
    "portal_request_seconds",
    "How long requests took, by view.",
    ["view"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
    registry=_of_this_process,
)
_STEP_BUCKETS = (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)
_RUN_BUCKETS = (1, 2.5, 5, 10, 30, 60, 120, 300, 900, 3600)


def exposition() -> bytes:
    """Every metric, as Prometheus's text. Without the database, those of this machine alone."""
    registry = CollectorRegistry()
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        multiprocess.MultiProcessCollector(registry)
        requests = generate_latest(registry)
    else:
        requests = generate_latest(_of_this_process)
    portal = CollectorRegistry()
    portal.register(_Portal())
    return requests + generate_latest(portal)


class _Portal(Collector):
    """The portal as a whole: each machine's `/metrics` says the same."""

    def describe(self) -> Iterable[Metric]:
        return ()

    def collect(self) -> Iterator[Metric]:
        version = GaugeMetricFamily("portal_info", "The version of the code.", labels=["version"])
        version.add_metric([portal_version()], 1)
        yield version
        yield from _room_for_files()
        answers = GaugeMetricFamily("portal_database_up", "Whether PostgreSQL answers within two seconds.")
        try:
            told = _in_the_database.begin().result(timeout=SECONDS)
        except Exception:
            answers.add_metric([], 0)
            yield answers
            return
        answers.add_metric([], 1)
        yield answers
        yield from told


def _room_for_files() -> Iterator[Metric]:
    """What is free where the files lie; a storage elsewhere is watched elsewhere."""
    storage: Any = default_storage
    if isinstance(getattr(storage, "_wrapped", storage), FileSystemStorage):
        free = GaugeMetricFamily("portal_media_free_bytes", "Free bytes where the editions' files lie.")
        try:
            free.add_metric([], shutil.disk_usage(settings.MEDIA_ROOT).free)
        except OSError:
            free.add_metric([], 0)
        yield free


def _told_by_the_database() -> list[Metric]:
    """Seven queries."""
    runs = _histogram_rows(_RUNS, _RUN_BUCKETS)
    renders = _histogram_rows(_RENDERS, _STEP_BUCKETS)
    return [
        *_runs(runs),
        *_steps_and_findings(),
        *_renditions(renders),
        _takeovers(run=sum(row[-1] for row in runs), rendition=sum(row[-1] for row in renders)),
        *_downloads(),
        *_waiting_and_processes(),
    ]


_in_the_database = Question("metrics", _told_by_the_database)


def _runs(rows: list[Sequence[Any]]) -> Iterator[Metric]:
    states = GaugeMetricFamily("portal_runs", "Runs by state; those that ended too.", labels=["state"])
    seconds = HistogramMetricFamily(
        "portal_run_seconds", "From the press of Assemble to the end, by outcome.", labels=["outcome"]
    )
    found = {row[0]: row for row in rows}
    for state in RunState.values:
        row = found.get(state)
        states.add_metric([state], row[1] if row else 0)
        if state in (RunState.DONE, RunState.BLOCKED, RunState.FAILED):
            _add_histogram(seconds, state, _RUN_BUCKETS, row)
    yield states
    yield seconds


def _steps_and_findings() -> Iterator[Metric]:
    steps = HistogramMetricFamily(
        "portal_run_step_seconds", "How long the steps of runs took.", labels=["step"]
    )
    for row in _histogram_rows(_STEPS, _STEP_BUCKETS):
        _add_histogram(steps, row[0], _STEP_BUCKETS, row)
    findings = CounterMetricFamily(
        "portal_findings", "Findings of runs, by code and severity.", labels=["code", "severity"]
    )
    with connection.cursor() as cursor:
        cursor.execute(_FINDINGS)
        for severity, code, count in cursor.fetchall():
            findings.add_metric([code, severity], count)
    yield steps
    yield findings


def _renditions(rows: list[Sequence[Any]]) -> Iterator[Metric]:
    states = GaugeMetricFamily("portal_renditions", "Files by format and state.", labels=["format", "state"])
    seconds = HistogramMetricFamily("portal_render_seconds", "How long files took.", labels=["format"])
    found = {(kind, state): row for (kind, state, *row) in rows}
    for kind in FileFormat.values:
        for state in RenditionState.values:
            states.add_metric([kind, state], found[kind, state][0] if (kind, state) in found else 0)
        made = found.get((kind, RenditionState.READY))
        _add_histogram(seconds, kind, _STEP_BUCKETS, [kind, *made] if made else None)
    yield states
    yield seconds


def _downloads() -> Iterator[Metric]:
    counted = dict(Download.objects.order_by().values_list("outcome").annotate(Count("pk")))
    downloads = CounterMetricFamily(
        "portal_downloads", "Files asked for: served or refused.", labels=["outcome"]
    )
    for outcome in DownloadOutcome.values:
        downloads.add_metric([outcome], counted.get(outcome, 0))
    yield downloads


def _waiting_and_processes() -> Iterator[Metric]:
    oldest = GaugeMetricFamily(
        "portal_oldest_waiting_run_seconds", "For how long the oldest waiting run has waited."
    )
    oldest.add_metric([], readiness.oldest_waiting_seconds())
    yield oldest
    alive = GaugeMetricFamily(
        "portal_processes_alive", "Workers and beats heard of in the last 20 seconds.", labels=["kind"]
    )
    for kind, count in processes.alive().items():
        alive.add_metric([kind], count)
    yield alive


def _takeovers(**counts: int) -> Metric:
    metric = CounterMetricFamily(
        "portal_lease_takeovers", "Work taken over from a worker that died or hung.", labels=["work"]
    )
    for work, count in counts.items():
        metric.add_metric([work], count)
    return metric


# each row: labels, number of all rows, number of measured ones, their sum, how many lie within each bucket
_RUNS = """
    SELECT state, count(*), count(seconds), coalesce(sum(seconds), 0) {buckets}, sum(takeovers)
    FROM (SELECT state, takeovers, extract(epoch FROM finished_at - requested_at)::float AS seconds
          FROM briefings_assemblyrun) runs
    GROUP BY state
"""
_STEPS = """
    SELECT step, count(*), count(*), sum(seconds) {buckets}
    FROM (SELECT key AS step, value::float AS seconds
          FROM briefings_assemblyrun, jsonb_each_text(measures -> 'seconds')) steps
    GROUP BY step ORDER BY step
"""
_RENDERS = """
    SELECT format, state, count(*), count(seconds), coalesce(sum(seconds), 0) {buckets}, sum(takeovers)
    FROM briefings_rendition GROUP BY format, state
"""
_FINDINGS = """
    SELECT severity.key, code.key, sum(code.value::int)::bigint
    FROM briefings_assemblyrun, jsonb_each(measures -> 'findings') severity, jsonb_each_text(severity.value) code
    GROUP BY 1, 2 ORDER BY 1, 2
"""


def _histogram_rows(question: str, buckets: Sequence[float]) -> list[Sequence[Any]]:
    counts = "".join(f", count(*) FILTER (WHERE seconds <= {bucket})" for bucket in buckets)
    with connection.cursor() as cursor:
        cursor.execute(question.format(buckets=counts))
        return cursor.fetchall()


def _add_histogram(
    metric: HistogramMetricFamily, label: str, buckets: Sequence[float], row: Sequence[Any] | None
) -> None:
    count, total, within = (
        (row[2], row[3], row[4 : 4 + len(buckets)]) if row else (0, 0.0, [0] * len(buckets))
    )
    bounds = [(str(float(bucket)), number) for bucket, number in zip(buckets, within, strict=True)]
    metric.add_metric([label], [*bounds, ("+Inf", count)], total)
