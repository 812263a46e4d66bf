"""Editor's panels that show a text's three languages beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel, ObjectList, Panel

from languages.columns import SUFFIX, column
from reviews.panels import LanguagePanel


class Tab(ObjectList):
    """A form's tab with a fixed identifier. Wagtail makes one of the heading, in the first reader's language;
    a finding's link to `#tab-strategy` has to open the tab in every language.
    """

    def __init__(
        self, children: Sequence[Panel] = (), *args: Any, identifier: str = "", **kwargs: Any
    ) -> None:
        super().__init__(children, *args, **kwargs)
        self.identifier = identifier

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "identifier": self.identifier}

    @property
    def clean_name(self) -> str:
        return self.identifier


def trilingual(field: str, heading: str | Promise = "") -> Panel:
    """The panel for a translated field: one row with a column for each language.

    Columns carry a class by language, so that an editor can hide one (static/admin/portal.js). The
    field's help stands under the Korean column alone: it is the same for all three.
    """
    names = dict(settings.LANGUAGES)
    panels = [
        LanguagePanel(
            column(field, language),
            classname=f"language language--{suffix}",
            heading=names[language],
            help_text="" if language == "ko" else " ",
        )
        for language, suffix in SUFFIX.items()
    ]
    return MultiFieldPanel([FieldRowPanel(panels)], heading=heading, classname="trilingual")
