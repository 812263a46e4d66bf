"""What a request brought and nothing can take is the request's fault (400), and no fault of the portal's (500);
docs/decisions/0030.

Wagtail's admin asks the database by what stands in an address or a form as it is. No kind of error is excused for itself:
each must be explained by something that this very request has sent, or has left out. What the portal's own code gives the
database stays an error, which operators are told of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from django.core.exceptions import ValidationError
from django.core.paginator import InvalidPage
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError

from config.problems import bad_request

_NOT_A_NUMBER = ("expected a number but got {!r}.", "invalid literal for int() with base 10: {!r}")
"""How a field of the database and Python refuse what is no number."""
_NO_ADDRESS = "with arguments '({!r},)' not found"
"""How Django says that no address can be made of something."""
_MOST = 2**31 - 1
"""The largest number that each column and each of Python's counters holds."""
_EDGE = re.compile(r"\s*(?:0001-01-01|9999-12-31)")
"""Days that are not in the calendar of every zone."""
_NUMBER = re.compile(r"\s*[+-]?[0-9]{10,}\s*", re.ASCII)


class RefusedValuesMiddleware:
    """Answers with 400 where a view has failed because of what it was sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return bad_request(request, exception) if is_explained(exception, request) else None


def is_explained(exception: Exception, request: HttpRequest) -> bool:
    """Whether a view could not but fail so: by what this request sent, or did not send."""
    match exception:
        case MultiValueDictKeyError():
            return True
        case ValidationError(params=dict(params)):
            # of a field of the database: a form would have said so itself
            return params.get("value") in list(_sent(request))
        case InvalidPage():
            return bool({"p", "page"} & set(request.GET))
        case ValueError():
            said = str(exception)
            return any(
                said.endswith(words.format(value)) for value in _telling(request) for words in _NOT_A_NUMBER
            )
        case NoReverseMatch():
            said = str(exception)
            return any(_NO_ADDRESS.format(value) in said for value in _telling(request) if value)
        case DataError() if "NUL" in str(exception):
            return any("\x00" in value for value in _sent(request))
        case DataError() if "out of range" in str(exception):
            return any(map(_is_too_large, _sent(request)))
        case OverflowError():
            return any(_is_too_large(value) or _EDGE.match(value) for value in _sent(request))
    return False


def _sent(request: HttpRequest) -> Iterator[str]:
    """Every value of the address and of the form."""
    if request.resolver_match:
        yield from map(str, request.resolver_match.kwargs.values())
    for fields in (request.GET, request.POST):
        for _name, values in fields.lists():
            yield from values


def _telling(request: HttpRequest) -> Iterator[str]:
    """Values that an error's words can be told by. An empty field, of which each form has dozens, explains nothing."""
    empty_in_address = any("" in values for _name, values in request.GET.lists())
    return (value for value in _sent(request) if value or empty_in_address)


def _is_too_large(value: str) -> bool:
    # what is too long is not read: Python refuses to
    return bool(_NUMBER.fullmatch(value)) and (len(value) > 30 or abs(int(value)) > _MOST)
