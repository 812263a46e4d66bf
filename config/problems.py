"""Pages for requests that could not be answered: in three languages at once, and without need of a database, so
that they always come.
"""

from __future__ import annotations

import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import loader
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from briefings.readers.problems import unavailable
from config.rows import TooManyRows
from config.uploads import UploadRefused


def server_error(request: HttpRequest) -> HttpResponse:
    """500; or 503 with the time to try again, where the database does not answer."""
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return unavailable()
    return HttpResponse(loader.get_template("500.html").render(), status=500)


_LONGEST_ADDRESS = 2000


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, for an address that does not exist and for one that is not for this reader alike.

    Whoever has not signed in is offered the way to do so and back here. The offer is a link to the same address
    with `?sign-in=` and a language, answered here too: so the page repeats nothing of what was asked, and is the
    same to the byte for every address.
    """
    if _is_signed_in(request):
        return HttpResponse(loader.get_template("404.html").render(), status=404)
    language = request.GET.get("sign-in", "")
    if language in dict(settings.LANGUAGES):
        with translation.override(language):
            address = reverse("sign-in")
        back = urlencode({"next": request.path}) if len(request.path) <= _LONGEST_ADDRESS else ""
        return redirect(f"{address}?{back}")
    return HttpResponse(loader.get_template("404.html").render({"may_sign_in": True}), status=404)


def _is_signed_in(request: HttpRequest) -> bool:
    try:
        user = getattr(request, "user", None)  # a request may fail before anybody has looked who sent it
        return bool(user and user.is_authenticated)
    except (OperationalError, InterfaceError):
        return False


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; 413 for a form that is too large; and a word of its own for a file or for rows that are not taken."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return HttpResponse(loader.get_template("413.html").render(), status=413)
    if isinstance(exception, UploadRefused | TooManyFilesSent):
        return HttpResponse(loader.get_template("400_upload.html").render(), status=400)
    if isinstance(exception, TooManyRows):
        return HttpResponse(loader.get_template("400_rows.html").render(), status=400)
    return HttpResponse(loader.get_template("400.html").render(), status=400)
