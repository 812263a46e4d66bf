"""Findings below the texts of a form: when it is shown, and while somebody writes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from typing import Any

import msgspec
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from briefings import access, clock
from briefings.assembly.collect import material_of_item
from briefings.assembly.richtext import plain
from briefings.assembly.texts import Texts
from briefings.checking.figure_fixes import PrintedFigure
from briefings.checking.text_check import LONGEST, SECONDS, Against, Names, check_text, unfinished
from languages.trilingual import LANGUAGES, Language, Trilingual
from projects.choices import Printable
from projects.models import CooperationItem
from reviews.checking import TextFinding
from vocabulary.interface import interface_language
from vocabulary.models import Term, TermStatus

_MOST_BYTES = LONGEST * len(LANGUAGES) * 6 + 1_000
"""Of a question: JSON writes a character of Korean or Chinese in six bytes at most."""

_CAUTIONS = {
    Printable.AFTER_CHECK: gettext_lazy("not printable until checked"),
    Printable.NEVER: gettext_lazy("must not be printed"),
}

# what a text is held against ----------------------------------------------------------------------


def terms_of_today() -> list[Term]:
    """Agreed and proposed terms that hold today."""
    day = clock.today()
    holding = Term.objects.exclude(status=TermStatus.REJECTED).filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=day),
        Q(valid_until__isnull=True) | Q(valid_until__gte=day),
    )
    return list(holding.order_by("identifier"))


def figures_of(item: Any) -> list[PrintedFigure]:
    """The register of an item, printed. Empty for anything else, and for an item that was never saved."""
    return list(against_of(item, Names()).figures)


def against_of(item: Any, terms: Names) -> Against:
    """What the texts of a record are held against; for an item also the item itself, with its register."""
    if not isinstance(item, CooperationItem) or item.pk is None:
        return Against(terms)
    language = interface_language()
    material = material_of_item(item)
    texts = Texts(material)
    figures = [
        PrintedFigure(
            figure.key,
            figure.label[language] or figure.label.ko,
            texts.printed(item.slug, figure),
            figure.printable,
        )
        for figure in material.items[0].figures
        if figure.key
    ]
    return Against(terms, figures, material.items[0])


def check_for_form(
    request: Any, record: Any, field: str, text: Trilingual, *, rich: bool, only: Language | None = None
) -> list[TextFinding]:
    """For the form's panels, each of which shows one language of a text."""
    if not hasattr(request, "_form_checks"):
        request._form_checks = _FormChecks()
    checks: _FormChecks = request._form_checks
    return checks.findings(record, field, text, rich=rich, only=only)


_SHORT = 1_000
"""Characters of a text that is checked however long the others of its page took: some thousandths of a second."""


class _FormChecks:
    """The findings of one page. What its texts are held against is read once.

    All texts share the time of one question, so that a page of long texts comes too. What is not checked
    then says so, and the browser asks for it (static/admin/text_check.js).
    """

    def __init__(self) -> None:
        self.terms = Names(terms_of_today())
        self.seconds = SECONDS
        self._against: dict[Any, Against] = {}
        self._found: dict[Any, list[TextFinding]] = {}

    def findings(
        self, record: Any, field: str, text: Trilingual, *, rich: bool, only: Language | None
    ) -> list[TextFinding]:
        of_record = (type(record), getattr(record, "pk", None))
        if of_record not in self._against:
            self._against[of_record] = against_of(record, self.terms)
        key = (of_record, field, text)
        if key not in self._found:
            against = msgspec.structs.replace(self._against[of_record], field=field, only=only)
            self._found[key] = self._check(text, against, rich=rich)
        return self._found[key]

    def _check(self, text: Trilingual, against: Against, *, rich: bool) -> list[TextFinding]:
        if self.seconds <= 0 and max(len(each) for _code, each in text.items()) > _SHORT:
            return [unfinished()]
        begun = time.monotonic()
        words = text.map(lambda _language, html: plain(html)) if rich else text
        checked = check_text(words, against, seconds=self.seconds)
        self.seconds -= time.monotonic() - begun
        found = [*checked.findings, *([] if checked.rest is None else [unfinished()])]
        if not rich:
            return found
        # a fix names places of these words, not of the form's editor: the browser asks with its own
        return [msgspec.structs.replace(finding, fix=None) for finding in found]


# while typing -------------------------------------------------------------------------------------


@require_POST
def check(request: HttpRequest) -> JsonResponse:
    """Findings about the three texts of one field, as lists ready to be shown below each.

    A long text is answered in pieces: `rest`, if it is there, is asked for with the same texts.
    """
    access.must_see_texts(request.user)
    if request.content_type != "application/json":
        return _unreadable()
    if len(request.body) > _MOST_BYTES:
        return _too_long()
    try:
        asked = json.loads(request.body)
        text = Trilingual(*(str(asked.get(language, "")) for language in LANGUAGES))
        page, begin = asked.get("page"), asked.get("rest") or 0
        field, keys = str(asked.get("field", "")), frozenset(map(str, asked.get("keys") or ()))
        only = next((language for language in LANGUAGES if language == asked.get("only")), None)
    except (ValueError, AttributeError, TypeError, RecursionError):
        return _unreadable()
    if not isinstance(begin, int) or begin < 0:
        return _unreadable()
    against = msgspec.structs.replace(
        against_of(_item(request, page), Names(terms_of_today())),
        field=field.replace("-", "."),
        only=only,
        new_keys=keys,
    )
    checked = check_text(text, against, begin=begin)
    return JsonResponse({"found": _shown(checked.findings), "rest": checked.rest})


@require_GET
def token(request: HttpRequest) -> JsonResponse:
    """The token of whoever is signed in now, for a form that was opened in a session before it.

    For every form of the admin, whose addresses ask whether the account may be there at all (static/admin/saving.js).
    """
    return JsonResponse({"token": get_token(request)})


def _shown(findings: Iterable[TextFinding]) -> dict[str, str]:
    found = list(findings)
    return {
        language: render_to_string(
            "reviews/text_findings.html", {"findings": [f for f in found if f.language == language]}
        ).strip()
        for language in LANGUAGES
    }


def _unreadable() -> JsonResponse:
    return JsonResponse({"error": _("The request cannot be read. Load the page again.")}, status=400)


def _too_long() -> JsonResponse:
    sentence = _("This text is too long to be checked while you type: at most %(most)s characters.")
    return JsonResponse({"error": sentence % {"most": f"{LONGEST:,}"}}, status=413)


def _item(request: HttpRequest, page: object) -> Any:
    key = str(page or "")
    # Python reads no number of thousands of digits
    if not key.isdecimal() or len(key) > 18:
        return None
    item = CooperationItem.objects.filter(pk=int(key)).first()
    return item.specific.get_latest_revision_as_object() if item is not None else None


@require_GET
def figures(request: HttpRequest, pk: int) -> JsonResponse:
    """The register of an item's newest version, printed in each language: for the chooser."""
    access.must_see_texts(request.user)
    item = _item(request, pk)
    names = dict(settings.LANGUAGES)
    return JsonResponse(
        {
            "figures": [
                {
                    "key": figure.key,
                    "label": figure.label,
                    "caution": str(_CAUTIONS.get(figure.printable, "")),
                    "printed": [[names[code], code, figure.printed[code]] for code in LANGUAGES],
                }
                for figure in figures_of(item)
            ]
        }
    )


urlpatterns = [
    path("languages/check/", check, name="text-check"),
    path("languages/check/token/", token, name="text-check-token"),
    path("languages/figures/<int:pk>/", figures, name="item-figures"),
]
