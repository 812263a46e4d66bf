"""Every address that the portal can answer, one for each pattern of its resolver."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib.admindocs.views import simplify_regex
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import LocalePrefixPattern

_VARIABLE = re.compile(r"<(?:[^<>:]+:)?([^<>:]+)>")


def every_address(values: Mapping[str, str], *, language: str = "ko") -> Iterator[str]:
    """An address for each pattern. `values` fills variables by name; others become 1."""
    for route in _routes(get_resolver().url_patterns, "/", language):
        yield _VARIABLE.sub(lambda match: values.get(match[1], "1"), route)


def _routes(patterns: list[Any], before: str, language: str) -> Iterator[str]:
    for each in patterns:
        if isinstance(each.pattern, LocalePrefixPattern):
            route = before + language + "/"
        else:
            own = str(each.pattern)
            regex = own.startswith("^") or own.endswith(("$", r"\Z"))
            route = before + (simplify_regex(own).lstrip("/") if regex else own)
        if isinstance(each, URLPattern):
            yield route
        else:
            yield from _routes(each.url_patterns, route, language)
