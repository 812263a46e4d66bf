"""The Celery application: `celery -A config worker`, `celery -A config beat`."""

import atexit
import gc
import os
import socket
import sys
from typing import Any

from celery import Celery, signals
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.log import configure_logging

from config.embedded import hold_lock
from config.schedules import months_briefing
from config.unreachable import settings_sentence
from operation import task_logs

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
hold_lock()
# as manage.py does, and for the same reason: what a start reads stays
gc.set_threshold(100_000)
# the checks are those of `migrate`, which every new version runs first; they read each of the admin's addresses, which
# took a worker, or beat, an eighth of its start
os.environ.setdefault("CELERY_SKIP_CHECKS", "true")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
task_logs.connect()

try:
    schedule = settings.MONTHLY_BRIEFING_SCHEDULE
except ImproperlyConfigured as error:
    sys.exit(settings_sentence(error))  # Celery would hide the sentence below the places it came from
if schedule:
    app.conf.beat_schedule["monthly-briefing"] = {
        "task": "briefings.tasks.begin_monthly_briefing",
        "schedule": months_briefing(schedule),
    }


@signals.setup_logging.connect
def _log_as_the_portal_does(**_: object) -> None:
    """Celery sets up no log of its own where somebody answers this signal."""
    configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)


@signals.worker_init.connect
def _worker_warms_up(**_: object) -> None:
    from briefings.work.warming import warm_worker  # read only now that the apps are ready

    warm_worker()


@signals.worker_ready.connect
def _worker_is_ready(sender: Any, **_: object) -> None:
    _heartbeat("worker", sender.hostname)


@signals.beat_init.connect
def _beat_is_ready(**_: object) -> None:
    _heartbeat("beat", f"beat@{socket.gethostname()}")
    atexit.register(_ends)  # Celery has no signal for the end of beat


def _heartbeat(kind: str, name: str) -> None:
    from operation import processes  # its rows' model can be read only now that the apps are ready

    processes.begin(kind, name)


@signals.worker_shutdown.connect
def _ends(**_: object) -> None:
    from operation import processes

    processes.end()
