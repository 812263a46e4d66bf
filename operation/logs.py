"""Log lines with the ids of request, run and file, and without personal data or briefing text.

The portal's own modules log an event and values: `logger.info("run begins", run=7)`. Libraries write
sentences of their own into the standard library's log. What they fill in may be an editor's text, an
address with a query or a visitor's name, so of a library's line only its template and its numbers are kept,
unless the library is known to speak of itself alone. An exception is logged by its type and where it was
raised, without local variables, and with its words only if its type never quotes what people wrote.
"""

from __future__ import annotations

import logging
import logging.config
import traceback
from collections.abc import Collection, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

import structlog

type Event = dict[str, Any]

PROJECT = str(Path(__file__).resolve().parent.parent) + "/"
WITHHELD = "…"

# libraries that speak of processes, queues and servers, never of what people wrote
_SPEAK_OF_THEMSELVES = ("celery.worker", "celery.beat", "celery.bootsteps", "celery.apps", "kombu", "amqp")
_GUNICORN_OF_ITSELF = ("Worker ", "Connection in use", "Can't connect", "Invalid address", "Shutting down")
# what Celery says of a task: which one, what became of it, how long it took; neither arguments nor results
_TASK_VALUES = frozenset(("name", "id", "description", "runtime"))
# what Celery says of a task at each step, when all goes well
_OF_TICKS = {
    "celery.beat": ("Scheduler: Sending due task",),
    "celery.worker.strategy": ("Task %(name)s[%(id)s] received",),
    "celery.app.trace": ("Task %(name)s[%(id)s] succeeded",),
}
# what HTTP calls its statuses: "Internal Server Error"
_PHRASES = frozenset(status.phrase for status in HTTPStatus)
_LONGEST_CHAIN = 5


class WithoutTicks(logging.Filter):
    """Leaves out that a task which beat asks for every few seconds was sent, received and done.

    These three lines, some fifty thousand a day, would hide the rest. What the task itself logs and that it failed
    is kept.
    """

    def __init__(self, tasks: Collection[str]) -> None:
        super().__init__()
        self._tasks = frozenset(tasks)

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is written."""
        if record.levelno > logging.INFO or not str(record.msg).startswith(_OF_TICKS.get(record.name, ())):
            return True
        args = record.args
        named = args.get("name") if isinstance(args, Mapping) else args[-1] if args else None
        return str(named) not in self._tasks


def settings(*, level: str, as_json: bool, ticks: Collection[str] = ()) -> dict[str, Any]:
    """The configuration for `logging.config.dictConfig`: one stream, standard error, for every logger.

    `ticks` names tasks that run every few seconds; that they ran is written at the level DEBUG alone.
    """
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"ticks": {"()": WithoutTicks, "tasks": () if level == "DEBUG" else ticks}},
        "formatters": {
            "line": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": [_of_a_library, *_EVERY_EVENT],
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else _as_line,
                ],
                "pass_foreign_args": True,
            }
        },
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["ticks"]}
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # one line for every entry of the reference index and for every page published would hide the rest
            "django_tasks": {"level": "WARNING"},
            "wagtail": {"level": "WARNING"},
            # nobody is mailed, and each line is written once
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            # a refusal or a wrong address is told by the request's own line
            "django.request": {"level": "ERROR"},
            # below this level they print queries and variables
            "django.db.backends": {"level": "INFO"},
            "django.template": {"level": "INFO"},
            "gunicorn.error": {"handlers": [], "level": "INFO", "propagate": True},
        },
    }


def configure(configuration: dict[str, Any]) -> None:
    """Django's `LOGGING_CONFIG`: the standard library's log and structlog's, in one form."""
    logging.config.dictConfig(configuration)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_EVERY_EVENT,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def words_of(error: BaseException) -> str:
    """What an exception says, if exceptions of its type never quote what people wrote; else nothing."""
    if not (isinstance(error, _types_that_quote_nothing()) or getattr(error, "quotes_nothing", False)):
        return ""
    said = str(error).strip()
    return said.splitlines()[0][:300] if said else ""


def _types_that_quote_nothing() -> tuple[type[BaseException], ...]:
    import kombu.exceptions
    import redis.exceptions
    from django.core.exceptions import ImproperlyConfigured
    from django.db import InterfaceError, OperationalError

    return (
        OSError,
        MemoryError,
        ImproperlyConfigured,
        InterfaceError,
        OperationalError,
        redis.exceptions.RedisError,
        kombu.exceptions.OperationalError,
    )


def _of_a_library(_logger: Any, _method: str, event: Event) -> Event:
    """A line of the standard library's log with only those values that are nobody's words."""
    record: logging.LogRecord = event["_record"]
    args = event.pop("positional_args", None)
    event["event"] = _sentence(record, args)
    return event


def _sentence(record: logging.LogRecord, args: Any) -> str:
    template = str(record.msg)
    if _speaks_of_itself(record, template):
        return _filled(template, args)
    if not args:
        # such as django.security.DisallowedHost, whose sentence quotes the visitor
        return template if _is_of_the_portal(record) else f"{record.name} ({record.funcName})"
    if isinstance(args, Mapping):
        kept: Any = {name: _kept(value, name in _TASK_VALUES) for name, value in args.items()}
    else:
        kept = tuple(_kept(value) for value in args)
    return _filled(template, kept)


def _speaks_of_itself(record: logging.LogRecord, template: str) -> bool:
    if record.name == "gunicorn.error":
        of_life = record.levelno in (logging.INFO, logging.CRITICAL)
        return not record.exc_info and (of_life or template.startswith(_GUNICORN_OF_ITSELF))
    return record.name.startswith(_SPEAK_OF_THEMSELVES) and not record.exc_info


def _is_of_the_portal(record: logging.LogRecord) -> bool:
    return record.pathname.startswith(PROJECT) and "/.venv/" not in record.pathname


def _kept(value: Any, known: bool = False) -> Any:
    if known or isinstance(value, int | float):
        return value
    if isinstance(value, str) and value in _PHRASES:
        return value
    if isinstance(value, BaseException):
        words = words_of(value)
        return f"{type(value).__name__}: {words}" if words else type(value).__name__
    return WITHHELD


def _filled(template: str, args: Any) -> str:
    try:
        return template % args if args else template
    except (TypeError, ValueError, KeyError):
        return template


def _with_exception(_logger: Any, _method: str, event: Event) -> Event:
    """`exc_info` as types and places, from what was caught to what began it."""
    info = event.pop("exc_info", None)
    event.pop("stack_info", None)
    if info is True:
        import sys

        info = sys.exc_info()
    if isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if info and info[1] is not None:
        event["exception"] = _chain(info[1])
    return event


def _chain(error: BaseException | None) -> list[dict[str, Any]]:
    chain: list[dict[str, Any]] = []
    while error is not None and len(chain) < _LONGEST_CHAIN:
        described: dict[str, Any] = {"type": type(error).__name__}
        if words := words_of(error):
            described["says"] = words
        frames = traceback.extract_tb(error.__traceback__, limit=-25)
        described["at"] = [
            f"{frame.filename.removeprefix(PROJECT)}:{frame.lineno} {frame.name}" for frame in frames
        ]
        chain.append(described)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return chain


def _as_line(_logger: Any, _method: str, event: Event) -> str:
    """For a person at a terminal: time, level, event, values; an exception below it."""
    exception = event.pop("exception", [])
    time, level = event.pop("timestamp"), event.pop("level")
    name, words = event.pop("logger", ""), event.pop("event")
    values = "".join(f" {key}={value}" for key, value in event.items())
    lines = [f"{time} {level.upper():<7} {name}: {words}{values}"]
    for described in exception:
        lines += [f"    at {place}" for place in described["at"]]
        lines.append("  " + ": ".join(filter(None, (described["type"], described.get("says")))))
    return "\n".join(lines)


_EVERY_EVENT: tuple[Any, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _with_exception,
)
