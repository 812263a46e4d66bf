"""The id of a request goes with the tasks that it sends; a task's lines bear it, and the task's own id."""

from __future__ import annotations

from typing import Any

from celery import signals
from structlog.contextvars import bind_contextvars, clear_contextvars, get_contextvars

_HEADER = "portal_request"


def connect() -> None:
    """Let Celery carry the id."""
    signals.before_task_publish.connect(_send, dispatch_uid="operation.task_logs")
    signals.task_prerun.connect(_begin, dispatch_uid="operation.task_logs")
    signals.task_postrun.connect(_end, dispatch_uid="operation.task_logs")


def _send(headers: dict[str, Any], **_: Any) -> None:
    request_id = get_contextvars().get("request")
    if request_id:
        headers[_HEADER] = request_id


def _begin(task_id: str, task: Any, **_: Any) -> None:
    clear_contextvars()
    request_id = task.request.get(_HEADER) or (task.request.headers or {}).get(_HEADER)
    bind_contextvars(task=task.name, task_id=task_id, **({"request": request_id} if request_id else {}))


def _end(**_: Any) -> None:
    clear_contextvars()
