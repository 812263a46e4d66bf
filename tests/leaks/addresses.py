"""Every address of the portal, out of the URL resolver: a new one is walked too, or asks to be described."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern, RoutePattern

from tests.leaks.canaries import CLOSED
from tests.leaks.world import LANGUAGES, Shelved

WHOLE = "LEAKS_WHOLE" in os.environ
"""Whether every reader asks for every edition in every language, as `make leaks` does, and none takes turns."""
_ARGUMENT = re.compile(r"<(?:(?P<converter>\w+):)?(?P<name>\w+)>")
_OF_AN_EDITION = frozenset(("slug", "audience", "number"))


@dataclass(frozen=True)
class Route:
    """An address with its arguments still open, such as `editions/<slug:slug>/…`."""

    text: str
    name: str
    localized: bool

    @property
    def arguments(self) -> frozenset[str]:
        return frozenset(found["name"] for found in _ARGUMENT.finditer(self.text))

    @property
    def in_admin(self) -> bool:
        return self.text.startswith(("admin/", "django-admin/"))

    @property
    def of_an_edition(self) -> bool:
        return self.arguments >= _OF_AN_EDITION

    def filled(self, language: str = "ko", **arguments: str) -> str:
        prefix = f"/{language}/" if self.localized else "/"
        return prefix + _ARGUMENT.sub(lambda found: arguments[found["name"]], self.text)


def routes() -> Iterator[Route]:
    """Every address that the portal answers."""
    yield from _below(get_resolver(), "", localized=False)


def _below(resolver: URLResolver, before: str, *, localized: bool) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        if isinstance(entry.pattern, LocalePrefixPattern):
            yield from _below(entry, before, localized=True)
            continue
        text = before + _as_route(entry.pattern)
        if isinstance(entry, URLPattern):
            yield Route(text, entry.name or "", localized)
        else:
            yield from _below(entry, text, localized=localized)


def _as_route(pattern: RoutePattern | RegexPattern) -> str:
    text = str(pattern)
    if isinstance(pattern, RoutePattern):
        return text
    text = re.sub(r"\(\?P<(\w+)>[^()]*(?:\([^()]*\)[^()]*)*\)", r"<\1>", text)
    text = re.sub(r"\(\?:[^()]*\)", "", text)
    return re.sub(r"[\^$\\?]", "", text)


def languages_of(turn: int) -> tuple[str, ...]:
    """The languages that are walked at this turn."""
    return LANGUAGES if WHOLE else (LANGUAGES[turn % len(LANGUAGES)],)


def of_edition(
    route: Route, shelved: Shelved, *, turn: int = 0, number: str = "", item: str = CLOSED
) -> Iterator[str]:
    """The address of an edition on a route, or of two of its files. Languages take turns, unless WHOLE is asked for."""
    arguments = {
        "slug": shelved.slug,
        "audience": shelved.audience,
        "number": number or shelved.edition.number,
        "item": item,
    }
    for language in languages_of(turn):
        if "filename" in route.arguments:
            for kind in ("pdf", "html"):
                yield route.filled("ko", **arguments, filename=f"{language}.{kind}")
        else:
            yield route.filled(language, **arguments)


KNOWN_ARGUMENTS = _OF_AN_EDITION | {"item", "filename", "rest"}
"""What the walk knows how to fill in outside the admin."""
