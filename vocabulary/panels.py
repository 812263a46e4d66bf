"""Editor's panels that show a text's three languages beside each other."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

SUFFIXES = ("ko", "zh_hans", "en")
_LANGUAGE_NAMES = {"ko": "한국어", "zh_hans": "简体中文", "en": "English"}


def trilingual(field: str, heading: str | Promise = "", help_text: str | Promise = "") -> Panel:
    """The panel for a translated field: one row with a column for each language.

    Columns carry a class by language, so that an editor can hide one (static/admin/languages.js).
    """
    columns = [
        FieldPanel(f"{field}_{suffix}", classname=f"language language--{suffix}", heading=_LANGUAGE_NAMES[suffix])
        for suffix in SUFFIXES
    ]
    return MultiFieldPanel([FieldRowPanel(columns, help_text=help_text)], heading=heading, classname="trilingual")


LANGUAGE_HELP = _("Korean is the original. What is left empty in Chinese or English is reported as missing.")
