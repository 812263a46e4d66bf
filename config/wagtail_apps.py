"""Three of Wagtail's apps without their part in Wagtail's API, which the portal does not serve.

Each of them ends its `ready` with registering there. To read that API with all that it stands on (Ninja, Pydantic,
REST framework) took every process four tenths of its start and 30 MB. Wagtail has no setting to leave it out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from wagtail.documents.apps import WagtailDocsAppConfig
from wagtail.images.apps import WagtailImagesAppConfig
from wagtail.snippets.apps import WagtailSnippetsAppConfig


class _TakesAnything(ModuleType):
    """A module whose names can all be imported, called and forgotten."""

    def __getattr__(self, name: str) -> _TakesAnything:
        return self

    def __call__(self, *args: Any, **options: Any) -> None:
        """Registers nothing."""


@contextmanager
def _without_api(app: str) -> Iterator[None]:
    """While the block runs, the modules of the API that an app registers with do nothing."""
    names = ("wagtail.api.v3.api", f"{app}.api.v3", f"{app}.api.v3.registry", f"{app}.api.v3.router")
    sys.modules.update({name: _TakesAnything(name) for name in names})
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


class Documents(WagtailDocsAppConfig):
    def ready(self) -> None:
        with _without_api(self.name):
            super().ready()


class Images(WagtailImagesAppConfig):
    def ready(self) -> None:
        with _without_api(self.name):
            super().ready()


class Snippets(WagtailSnippetsAppConfig):
    def ready(self) -> None:
        with _without_api(self.name):
            super().ready()
