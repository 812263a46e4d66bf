"""Views that begin once more where a colleague was in their way.

Between a form's question whether an address, an identifier or a name is free, and the save, a colleague may take it. The
database refuses it then, or Wagtail does as it saves, and the form would be lost with an error page. Asked once more, the
form finds it taken and says so at its field.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse
from psycopg.errors import DeadlockDetected


def asking_again(answer: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Makes a view's `post` or `dispatch` begin once more where its save was refused. All of it is saved or nothing."""

    @wraps(answer)
    def asked(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return answer(view, request, *args, **kwargs)
        except (IntegrityError, ValidationError):
            with transaction.atomic():
                return answer(view, request, *args, **kwargs)

    return asked


def beginning_again(answer: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Makes a view's `dispatch` or `post`, all of which is one transaction, begin once more where PostgreSQL broke it off.

    Of two who wait for each other's rows it breaks off one, as when many pages are published while one of them gets
    another address. The other goes on then, and the rows are free soon.
    """

    @wraps(answer)
    def again(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        before = dict(vars(view))
        try:
            return answer(view, request, *args, **kwargs)
        except OperationalError as error:
            if not isinstance(error.__cause__, DeadlockDetected) or connection.in_atomic_block:
                raise
            vars(view).clear()  # what it has found and changed meanwhile is gone
            vars(view).update(before)
            return answer(view, request, *args, **kwargs)

    return again
