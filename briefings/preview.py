"""The editors' preview of a briefing: any audience in any language, of the page as it is being written."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone, translation

from briefings.assembly.checks import Subject, check, check_whole
from briefings.assembly.cleaning import cleaned
from briefings.assembly.collect import collect
from briefings.assembly.findings import blocking
from briefings.assembly.material import AUDIENCES, Audience
from briefings.models import Briefing
from briefings.rendering.one_language import in_language
from briefings.rendering.charset import printable_code_points
from briefings.runs import compose_for
from briefings.sealing import last_released
from languages.trilingual import LANGUAGES, Language


def preview(request: HttpRequest, *, briefing: Briefing, audience: str, language: str) -> HttpResponse:
    """The briefing composed as it would be sealed now, with the number of findings in its banner."""
    reader: Audience = next((each for each in AUDIENCES if each == audience), "presidential")
    code: Language = next((each for each in LANGUAGES if each == language), "ko")
    if not briefing.period_start or not briefing.period_end or not briefing.strategy_id:
        with translation.override(code):
            return TemplateResponse(request, "briefings/preview_empty.html", {"language": code}).render()
    collected = collect(briefing)
    material, _findings = cleaned(collected.material, printable_code_points())
    composed = compose_for(material, reader, last_released(briefing, reader), collected)
    subject = Subject(composed.material, composed.document, reader, timezone.localdate())
    found = (*check_whole(material), *check(subject))
    with translation.override(code):
        context = {
            "document": in_language(composed.document, code),
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
