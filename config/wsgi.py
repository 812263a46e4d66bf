"""The web application: `gunicorn config.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from config.embedded import hold_lock

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
hold_lock()
application = get_wsgi_application()
