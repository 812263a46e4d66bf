"""All settings, read from the environment. What is not set is as safe as in production.

`PORTAL_MODE=demo` (set by the Makefile's commands) makes them fit for one machine: plain HTTP on
loopback and a secret key kept in `var/`.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy

from config import policies
from config.environment import Environment
from config.kept import kept
from operation import logs

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()

MODE = env.one_of("PORTAL_MODE", ("production", "demo"), "production")
DEMO = MODE == "demo"
DEBUG = env.bool("DEBUG", False)


KEY_LENGTH = 50  # characters; Django's own check warns of fewer, but nobody need run it


def _secret_key() -> str:
    if not DEMO:
        raise ImproperlyConfigured(
            "Set the SECRET_KEY environment variable: a long random text, kept secret. "
            ".env.example says how to make one."
        )
    return kept(BASE_DIR / "var" / "secret-key", lambda: secrets.token_urlsafe(50))


def _hard_to_guess(name: str, key: str) -> str:
    """The key as it is.

    Raises:
        ImproperlyConfigured: it is short, in production: it may stand in a manual or be found by trying, and who
            has it can forge whatever it signs.
    """
    if not DEMO and len(key) < KEY_LENGTH:
        raise ImproperlyConfigured(
            f"{name} is shorter than {KEY_LENGTH} characters. .env.example says how to make a key."
        )
    return key


SECRET_KEY = _hard_to_guess("SECRET_KEY", env.str("SECRET_KEY", "") or _secret_key())
DEMO_PASSWORD = (
    kept(BASE_DIR / "var" / "demo-password", lambda: f"demo-{secrets.token_hex(4)}") if DEMO else ""
)
"""Of the demonstration's accounts: never the same on two machines."""
SECRET_KEY_FALLBACKS = [
    _hard_to_guess("SECRET_KEY_FALLBACKS", key) for key in env.list("SECRET_KEY_FALLBACKS", default=[])
]
"""Former keys that still open what was signed with them, while a new one is brought in."""
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if DEMO else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
PORT = env.str("PORT", "") or "8000"
"""Of `make demo`, which checks it."""
WEB_BIND = env.listener("WEB_BIND", "127.0.0.1:8000")
WEB_WORKERS = env.int("WEB_WORKERS", 3)
WEB_THREADS = env.int("WEB_THREADS", 4)
"""Where gunicorn listens, its processes, and the threads of each."""
PORTAL_ADDRESS = env.address("PORTAL_ADDRESS", f"http://localhost:{PORT}" if DEMO else "https://localhost")
"""Where readers reach the portal: printed in editions' files as the address to verify them."""

INSTALLED_APPS = [
    "config",  # the demonstration's command
    "operation",
    "accounts",
    "briefings",
    "projects",
    "stakeholders",
    "agencies",
    "vocabulary",
    "reviews",
    "modeltranslation",
    "wagtail.contrib.settings",
    "wagtail.sites",
    "wagtail.users",
    "config.wagtail_apps.Snippets",
    # the admin names the addresses of these two; config.urls closes their pages
    "config.wagtail_apps.Documents",
    "config.wagtail_apps.Images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "operation.addresses.OperatorAddressesMiddleware",
    "operation.requests.RequestMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "config.security.AnswerMiddleware",
    "config.security.ShorterFormsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "config.security.PolicyMiddleware",  # inside the former, which reads what it sets
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "config.rows.RowsMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
    "axes.middleware.AxesMiddleware",
    "config.refused_values.RefusedValuesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# a server that has none would otherwise write into a database that nobody knows of
DATABASES = {"default": env.db_url("DATABASE_URL", "postgres:///portal" if DEMO else None)}
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
# a database that is switched off is known within seconds, not after the network's two minutes
DATABASES["default"]["OPTIONS"] = {"connect_timeout": 3} | DATABASES["default"].get("OPTIONS", {})
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.redis_url("REDIS_URL", "redis://localhost:6379/0" if DEMO else None)
# by this name portals on one Valkey keep their tasks and their cache apart
QUEUE = env.str("QUEUE", "") or "portal"
CACHES = {
    "default": {
        "BACKEND": "config.cache.LosableRedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": QUEUE,
        # a reader waits this long, once a request at most, for a server that does not answer
        "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
    },
    # what editions say, in the memory of each web process and nowhere else
    "editions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "editions",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 60},
    },
}

# Celery carries ids and hints; the rows in PostgreSQL say what is to be done (docs/architecture.md)
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://")
CELERY_TASK_DEFAULT_QUEUE = QUEUE
CELERY_TASK_IGNORE_RESULT = True
# a hint has done its work once somebody has read it: docs/decisions/0014-hints-are-acknowledged-at-once.md
CELERY_TASK_ACKS_LATE = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    # a task that takes longer is handed out once more; the run's row decides who owns the work
    "visibility_timeout": env.int("VISIBILITY_SECONDS", 600),
    # kombu gives a killed worker's tasks back only every 10 s times 10 otherwise
    "unacked_restore_interval": 1,
    "unacked_restore_limit": 100,
    "socket_timeout": 10,
    "socket_connect_timeout": 3,
}
LEASE_SECONDS = env.float("LEASE_SECONDS", 9.0)
"""How long a worker may be silent before its work goes to another one."""
WORK_SECONDS = env.int("WORK_SECONDS", 1800)
"""How long one assembly or one file may take before it counts as hanging: its worker is then ended."""
CELERY_TASK_TIME_LIMIT = WORK_SECONDS
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 20
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_TIMEZONE = "Asia/Seoul"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
SWEEP_SECONDS = env.float("SWEEP_SECONDS", 5.0)
EXAMINE_SECONDS = env.float("EXAMINE_SECONDS", 30.0)
"""How often texts are examined that were written, or whose checks have changed."""
PUBLISH_SECONDS = env.float("PUBLISH_SECONDS", 60.0)
"""How often pages are published, or taken back, whose editors have set a time for it."""
_USUAL_SCHEDULE = "0 6 20 * *"
MONTHLY_BRIEFING_SCHEDULE = env.str("MONTHLY_BRIEFING_SCHEDULE", _USUAL_SCHEDULE)
"""When beat creates the month's briefing: minute hour day month weekday, Seoul time. Empty: never."""
if MONTHLY_BRIEFING_SCHEDULE not in ("", _USUAL_SCHEDULE):
    # read only here: it brings Celery, for which every command would wait
    from config.schedules import months_briefing

    try:
        months_briefing(MONTHLY_BRIEFING_SCHEDULE)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"MONTHLY_BRIEFING_SCHEDULE is {MONTHLY_BRIEFING_SCHEDULE!r}; it is minute hour day month weekday, "
            f"such as {_USUAL_SCHEDULE}, or empty for never."
        ) from error

# beat keeps no file of when it last asked for what: everything is asked for again, every few seconds, each hour, on the
# next day of the month. By a file, work was due at a start because another beat of this checkout had asked long ago
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "briefings.tasks.sweep", "schedule": SWEEP_SECONDS},
    "examine-drafts": {"task": "briefings.tasks.examine_drafts", "schedule": EXAMINE_SECONDS},
    "publish-scheduled": {"task": "briefings.tasks.publish_scheduled", "schedule": PUBLISH_SECONDS},
    "forget-attempts": {"task": "accounts.tasks.forget_attempts", "schedule": 3600.0},
}

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", "한국어"), ("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
MODELTRANSLATION_DEFAULT_LANGUAGE = "ko"
MODELTRANSLATION_LANGUAGES = ("ko", "zh-hans", "en")
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": ("ko",)}


def _in_language(name: object, code: str) -> str:
    """What a form, a list and an error call a field in one language: 배경 · 한국어, not 배경 [ko]."""
    return f"{name} · {dict(LANGUAGES)[code]}"


MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = _in_language
MODELTRANSLATION_CUSTOM_FIELDS = ("RichTextField",)
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "vocabulary.text_fields.RichTextArea"}}
TIME_ZONE = "Asia/Seoul"
USE_TZ = True
# one for everybody: an approver's own would move embargoes and dates with it
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]

# editors are told of comments by mail where there is a server for it; none is needed
_mail = env.email_url("EMAIL_URL")
MAILERS = {
    "default": {
        "BACKEND": "config.mail.LosableEmailBackend",
        "OPTIONS": {
            "host": _mail["EMAIL_HOST"],
            "port": _mail["EMAIL_PORT"],
            "username": _mail["EMAIL_HOST_USER"],
            "password": _mail["EMAIL_HOST_PASSWORD"],
            "use_tls": _mail.get("EMAIL_USE_TLS", False),
            "use_ssl": _mail.get("EMAIL_USE_SSL", False),
            "timeout": 5,
        },
    }
    if _mail
    else {"BACKEND": "config.mail.NoEmailBackend"}
}
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", "") or "portal@localhost"

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", "") or BASE_DIR / "var" / "media")
STORAGES = {
    "default": {"BACKEND": "config.storage.WholeFileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEMO
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEMO  # nothing to collect before the first start
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no page elsewhere has a use for these files
# editions' files are never served by their media address: only through the view that asks who reads
ACCEL_REDIRECT = env.location("ACCEL_REDIRECT")
"""nginx's internal location for media, such as /protected/; empty: Django sends the file itself."""

LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    # an older password is hashed anew when its owner signs in
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # the first to say no
    "accounts.backends.AccountBackend",
]
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", not DEMO)
"""Whether everyone who may enter the admin needs an authenticator app."""
OTP_TOTP_ISSUER = "MOLIT Briefing"

AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "accounts.throttling.client_address"
AXES_USERNAME_CALLABLE = "accounts.throttling.attempted_name"
AXES_LOCKOUT_CALLABLE = "accounts.throttling.paused"
# of an attempt only name, address and browser are kept, and for no longer than they hold somebody back: these are the
# fields of the pages that ask for a password, which is masked where it is called just that
AXES_SENSITIVE_PARAMETERS = [
    "username",
    "next",
    "csrfmiddlewaretoken",
    "old_password",
    "new_password1",
    "new_password2",
]
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
"""Whether every request comes through one proxy of ours: its X-Forwarded-Proto and its hop of
X-Forwarded-For are then believed, and nobody else's."""
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", not DEMO)
SECURE_HSTS_SECONDS = 0 if DEMO else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEMO
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# the editors' preview shows a page inside the admin
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]

# browsers take a __Host- cookie only over HTTPS, for this host alone and for all of it
_cookie = "{}" if DEMO else "__Host-{}"
SESSION_COOKIE_NAME = _cookie.format("sessionid")
CSRF_COOKIE_NAME = _cookie.format("csrftoken")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
# not Strict: a link in a letter leads a signed-in official to the edition
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
"""Seconds until somebody who signed in must do so again: a working day."""

SECURE_CSP = policies.readers(https=not DEMO)
SECURE_CSP_ADMIN = policies.admin(https=not DEMO)

DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # an item's form has three languages of every row
FORM_ROWS_MOST = 1_000
"""Rows of all kinds in one form: sources, figures, chapters. The longest real one has a few dozen."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
"""Bytes of a form. nginx refuses a larger body before it arrives here: client_max_body_size."""
# no page takes a file but the termbase's (docs/security.md)
FILE_UPLOAD_HANDLERS = ["config.uploads.NoUploads"]
DATA_UPLOAD_MAX_NUMBER_FILES = 1
WAGTAIL_PASSWORD_RESET_ENABLED = False
# whoever may guess at the old password is slowed down on the account's own page alone
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False

WAGTAIL_SITE_NAME = "MOLIT International Cooperation"
WAGTAILADMIN_BASE_URL = PORTAL_ADDRESS
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
FILTERS_EMPTY_CHOICE_LABEL = gettext_lazy("Any")
WAGTAIL_DATE_FORMAT = "%Y-%m-%d"

LOG_FORMAT = env.one_of("LOG_FORMAT", ("lines", "json"), "lines" if DEMO else "json")
LOGGING_CONFIG = "operation.logs.configure"
LOGGING = logs.settings(
    level=env.one_of("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"), "INFO"),
    as_json=LOG_FORMAT == "json",
    ticks=[each["task"] for each in CELERY_BEAT_SCHEDULE.values() if each["schedule"] <= 300],
)

OPERATOR_TOKEN = env.str("OPERATOR_TOKEN", "")
"""Who sends it as a bearer token sees /metrics and the parts of /readyz; empty: nobody by token."""
try:
    OPERATOR_NETWORKS = [
        ip_network(each.strip(), strict=False)
        for each in env.list("OPERATOR_NETWORKS", default=["127.0.0.0/8", "::1/128"])
    ]
except ValueError as error:
    raise ImproperlyConfigured(
        f"OPERATOR_NETWORKS is no list of networks such as 10.0.0.0/8,::1/128: {error}."
    ) from error
"""Who asks directly from one of these, not through a proxy, sees them too."""
