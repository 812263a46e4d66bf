"""The editors' preview of a briefing: any audience in any language, of the page as it is being written."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation

from briefings import clock
from briefings.assembly.cleaning import cleaned
from briefings.assembly.collect import collect, material_of_item
from briefings.assembly.compose.items import item_sheet
from briefings.assembly.compose.parts import strategy_line
from briefings.assembly.findings import blocking
from briefings.assembly.material import AUDIENCES, Audience
from briefings.assembly.texts import Texts
from briefings.editions.sealing import released_before
from briefings.models import Briefing
from briefings.rendering.charset import printable_code_points
from briefings.rendering.explaining import explain
from briefings.rendering.one_language import in_language
from briefings.runs import check_and_compose
from briefings.schedule.strategies import strategy_in_force
from languages.trilingual import language_named


def preview_item(request: HttpRequest, *, item: Any, language: str) -> HttpResponse:
    """An item's sheet as an edition would print it now, below the strategy that is in force."""
    code = language_named(language)
    strategy = strategy_in_force(clock.today())
    with translation.override(code):
        if strategy is None:
            context = {"language": code, "of_item": True}
            return TemplateResponse(request, "briefings/preview_empty.html", context).render()
        material, _findings = cleaned(material_of_item(item, strategy), printable_code_points())
        sheet = item_sheet(material.items[0], material, Texts(material))
        context = {
            "sheet": in_language(sheet, code),
            "document": {"items": [], "notes": [], "strategy": in_language(strategy_line(material), code)},
            "edition": {"state": "preview", "slug": "preview", "audience": "preview", "number": "0.0"},
            "language": code,
            "languages": [],
        }
        return TemplateResponse(request, "projects/preview.html", context).render()


def preview(request: HttpRequest, *, briefing: Briefing, audience: str, language: str) -> HttpResponse:
    """The briefing composed as it would be sealed now, with the number of findings in its banner."""
    reader: Audience = next((each for each in AUDIENCES if each == audience), "presidential")
    code = language_named(language)
    if not briefing.period_start or not briefing.period_end or not briefing.strategy_id:
        with translation.override(code):
            return TemplateResponse(request, "briefings/preview_empty.html", {"language": code}).render()
    found, (composed,) = check_and_compose(
        collect(briefing), {reader: released_before(briefing, reader)}, clock.today()
    )
    document = in_language(composed.document, code)
    explain(document, code, document["sections"])
    with translation.override(code):
        context = {
            "document": document,
            "language": code,
            "languages": [],
            "files": [],
            "edition": {
                "slug": briefing.slug,
                "audience": reader,
                "number": "0.0",
                "state": "preview",
                "findings": len(blocking(found)),
            },
        }
        return TemplateResponse(request, "briefings/edition.html", context).render()
