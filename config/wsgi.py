"""The web application: `gunicorn config.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

import config.celery  # noqa: F401  tasks sent from a request go to the portal's broker
from config.embedded import hold_lock

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
hold_lock()
application = get_wsgi_application()
