"""The Celery application: `celery -A config worker`, `celery -A config beat`."""

import os

from celery import Celery

from config.embedded import hold_lock

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
hold_lock()

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
