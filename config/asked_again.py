"""What a colleague takes between a form's question whether it is free and the save: an address, an identifier, a name.

The database refuses it then, or Wagtail does as it saves, and the form would be lost with an error page. Asked once more, the
form finds it taken and says so at its field.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse


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
