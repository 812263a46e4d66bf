"""gunicorn's configuration: `gunicorn --config=python:config.gunicorn config.wsgi`."""

import os

from config import settings

bind = os.environ.get("WEB_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_WORKERS", "3"))
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_class = "gthread"
# the portal writes a line for each request itself: without addresses, queries and visitors' IPs
accesslog = None
logconfig_dict = settings.LOGGING
