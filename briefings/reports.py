"""The admin's reports on languages: states of everything, findings, waivers, terms in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET
from wagtail.admin.menu import MenuItem

from briefings import access
from briefings.findings import SENTENCES, SEVERITIES, checked_runs, described, sentence_of
from briefings.language_status import KINDS, Status, load_texts, per_cent, statuses, total
from briefings.parity_sentences import PARITY_SENTENCES
from briefings.places import Places
from briefings.term_use import TermUse, terms_in_use
from briefings.text_places import TextPlaces
from languages.spreadsheets import as_csv
from languages.states import TextState
from projects.models import Bureau
from reviews.marks import MARKS, WORDS
from reviews.models import Waiver

PER_PAGE = 100


class ReportMenuItem(MenuItem):
    """Shown to those who may see every record's texts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return access.may_see_texts(request.user)


def menu_items() -> Iterator[MenuItem]:
    """The reports' entries under "Reports"."""
    entries: tuple[tuple[str, str | Promise, str], ...] = (
        ("language-status", gettext_lazy("Language status"), "globe"),
        ("open-findings", gettext_lazy("Open findings"), "warning"),
        ("waivers", gettext_lazy("Waivers"), "check"),
        ("terms-in-use", gettext_lazy("Terms in use"), "openquote"),
    )
    for order, (name, label, icon) in enumerate(entries, start=10):
        yield ReportMenuItem(label, reverse(f"report-{name}"), name=name, icon_name=icon, order=order)


def _only_staff(request: HttpRequest) -> None:
    if not access.may_see_texts(request.user):
        raise PermissionDenied


def _chosen(request: HttpRequest, name: str, allowed: Any) -> str:
    value = request.GET.get(name, "")
    return value if value in allowed else ""


def _page(request: HttpRequest, rows: list[Any]) -> Any:
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))


def csv_response(name: str, header: Sequence[object], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A CSV file to be saved as `name`."""
    response = HttpResponse(as_csv(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _report(request: HttpRequest, template: str, title: str, context: dict[str, Any]) -> HttpResponse:
    query = request.GET.copy()
    query.pop("p", None)
    csv_query = query.copy()
    csv_query["export"] = "csv"
    common = {"page_title": title, "query": query.urlencode(), "csv_query": csv_query.urlencode()}
    return render(request, f"briefings/admin/reports/{template}.html", common | context)


# states of everything -------------------------------------------------------------------------


@require_GET
def language_status(request: HttpRequest) -> HttpResponse:
    """A matrix: one row a record, one column a language, with per cent reviewed."""
    _only_staff(request)
    languages = dict(settings.LANGUAGES)
    bureaus = {bureau.slug: bureau.title for bureau in Bureau.objects.order_by("path")}
    chosen = {
        "kind": _chosen(request, "kind", KINDS),
        "bureau": _chosen(request, "bureau", bureaus),
        "language": _chosen(request, "language", languages),
        "state": _chosen(request, "state", list(TextState)),
    }
    kinds = [chosen["kind"]] if chosen["kind"] else list(KINDS)
    if chosen["bureau"]:
        kinds = ["item"]  # only items stand in a bureau
    found = statuses(kinds, bureau=chosen["bureau"], language=chosen["language"], state=chosen["state"])
    if request.GET.get("export") == "csv":
        return csv_response("language-status.csv", *_status_table(found, bureaus))
    page = _page(request, found)
    names = _names(page)
    context = {
        "rows": [_status_row(status, bureaus, names) for status in page],
        "page": page,
        "total": [_cell(language, counts) for language, counts in total(found).items()],
        "languages": [languages[code] for code in (chosen["language"],) if code] or list(languages.values()),
        "filters": [
            (_("Kind"), "kind", KINDS.items(), chosen["kind"]),
            (_("Bureau"), "bureau", bureaus.items(), chosen["bureau"]),
            (_("Language"), "language", languages.items(), chosen["language"]),
            (_("State"), "state", [(s.value, WORDS[s]) for s in TextState], chosen["state"]),
        ],
        "number": len(found),
    }
    return _report(request, "language_status", _("Language status"), context)


def _cell(language: str, counts: dict[TextState, int]) -> dict[str, Any]:
    return {
        "language": language,
        "per_cent": per_cent(counts),
        "total": sum(counts.values()),
        "left": [
            {"state": state.value, "mark": MARKS[state], "word": WORDS[state], "number": number}
            for state, number in counts.items()
            if number and state is not TextState.REVIEWED
        ],
    }


def _names(found: Iterable[Status]) -> Places:
    return Places((status.loaded.kind, status.loaded.slug) for status in found)


def _status_row(status: Status, bureaus: dict[str, str], names: Places) -> dict[str, Any]:
    loaded = status.loaded
    return {
        "kind": KINDS[loaded.kind],
        "name": names.title(loaded.kind, loaded.slug),
        "bureau": bureaus.get(loaded.bureau, ""),
        "url": reverse("language-review", args=[loaded.label, loaded.record.pk]),
        "cells": [_cell(language, counts) for language, counts in status.counts.items()],
    }


def _status_table(found: list[Status], bureaus: dict[str, str]) -> tuple[list[str], Iterator[list[object]]]:
    header = [_("Kind"), _("Record"), _("Bureau"), _("Language"), _("Reviewed, %")]
    header += [str(WORDS[state]) for state in TextState]
    names = _names(found)

    def rows() -> Iterator[list[object]]:
        for status in found:
            loaded = status.loaded
            for language, counts in status.counts.items():
                yield [
                    KINDS[loaded.kind],
                    names.title(loaded.kind, loaded.slug),
                    bureaus.get(loaded.bureau, ""),
                    language,
                    per_cent(counts),
                    *counts.values(),
                ]

    return header, rows()


# findings and waivers -------------------------------------------------------------------------


@require_GET
def open_findings(request: HttpRequest) -> HttpResponse:
    """What the newest checked run of each briefing found and nobody has let stand."""
    _only_staff(request)
    languages = dict(settings.LANGUAGES)
    chosen = {
        "severity": _chosen(request, "severity", SEVERITIES),
        "language": _chosen(request, "language", languages),
        "code": _chosen(request, "code", (*SENTENCES, *PARITY_SENTENCES)),
    }
    rows, runs = [], checked_runs()
    for run in runs:
        raw = [
            finding
            for finding in run.findings
            if (not chosen["severity"] or finding["severity"] == chosen["severity"])
            and (not chosen["code"] or finding["code"] == chosen["code"])
            and (not chosen["language"] or finding["place"].get("language") == chosen["language"])
        ]
        rows += [
            {"run": run, "briefing": run.briefing, "finding": each}
            for each in described(raw)
            if each.waiver is None
        ]
    if request.GET.get("export") == "csv":
        header = [_("Briefing"), _("Weight"), _("Kind"), _("Where"), _("Language"), _("What, and what to do")]
        return csv_response(
            "open-findings.csv",
            header,
            (
                [
                    row["briefing"].slug,
                    row["finding"].severity_label,
                    row["finding"].code,
                    row["finding"].where,
                    row["finding"].language,
                    row["finding"].sentence,
                ]
                for row in rows
            ),
        )
    codes = sorted({finding["code"] for run in runs for finding in run.findings})
    context = {
        "page": _page(request, rows),
        "number": len(rows),
        "filters": [
            (_("Weight"), "severity", SEVERITIES.items(), chosen["severity"]),
            (_("Language"), "language", languages.items(), chosen["language"]),
            (_("Kind"), "code", [(code, code) for code in codes], chosen["code"]),
        ],
    }
    return _report(request, "open_findings", _("Open findings"), context)


@require_GET
def waivers(request: HttpRequest) -> HttpResponse:
    """Every finding that somebody let stand: who, when, why, and whether it still holds."""
    _only_staff(request)
    current = {finding.get("digest") for run in checked_runs() for finding in run.findings}
    found = list(Waiver.objects.select_related("by", "taken_back_by"))
    places = Places((waiver.record, waiver.slug) for waiver in found)
    rows = [_waiver_row(waiver, current, places) for waiver in found]
    if request.GET.get("export") == "csv":
        header = [_("When"), _("Who"), _("Reason"), _("Kind"), _("Where"), _("Language"), _("Now")]
        names = ("at", "by", "reason", "code", "where", "language", "now")
        return csv_response("waivers.csv", header, ([row[name] for name in names] for row in rows))
    context = {
        "page": _page(request, rows),
        "number": len(rows),
        "filters": [],
        "may_waive": access.may(request.user, access.WAIVE),
    }
    return _report(request, "waivers", _("Waivers"), context)


def _waiver_row(waiver: Waiver, current: set[str | None], places: Places) -> dict[str, Any]:
    if waiver.taken_back_at is not None:
        now = _("opened again by %(by)s") % {"by": waiver.taken_back_by}
    elif waiver.digest in current:
        now = _("in force")
    else:
        now = _("not met in the newest runs: mended, or a text has changed")
    return {
        "waiver": waiver,
        "at": timezone.localtime(waiver.at).strftime("%Y-%m-%d %H:%M"),
        "by": waiver.by.get_username(),
        "reason": waiver.reason,
        "code": waiver.code,
        "sentence": sentence_of(waiver.code, waiver.details),
        "where": places.name(waiver.record, waiver.slug, waiver.field),
        "language": dict(settings.LANGUAGES).get(waiver.language, ""),
        "now": now,
    }


# terms ----------------------------------------------------------------------------------------


@require_GET
def terms(request: HttpRequest) -> HttpResponse:
    """Each agreed term, how many texts use it in each language, and where."""
    _only_staff(request)
    found = terms_in_use(load_texts())
    wanted = _chosen(request, "use", ("used", "unused"))
    if wanted:
        found = [use for use in found if bool(use.places) == (wanted == "used")]
    if request.GET.get("export") == "csv":
        header = [_("Term"), *dict(settings.LANGUAGES).values(), _("Record"), _("Field"), _("Language")]
        return csv_response("terms-in-use.csv", header, _term_rows(found, _places_of(request, found)))
    page = _page(request, found)
    places = _places_of(request, page)
    context = {
        "page": page,
        "rows": [{"use": use, "places": _by_text(use, places)} for use in page],
        "number": len(found),
        "filters": [(_("Use"), "use", [("used", _("used")), ("unused", _("not used"))], wanted)],
    }
    return _report(request, "terms_in_use", _("Terms in use"), context)


def _places_of(request: HttpRequest, found: Iterable[TermUse]) -> TextPlaces:
    return TextPlaces(request.user, (place.loaded for use in found for place in use.places))


def _by_text(use: TermUse, places: TextPlaces) -> list[dict[str, Any]]:
    """Each text once, with the languages in which it uses the term."""
    names = dict(settings.LANGUAGES)
    found: dict[tuple[str, int, str], dict[str, Any]] = {}
    for each in use.places:
        key = (each.loaded.label, each.loaded.record.pk, each.text.place)
        if key not in found:
            found[key] = {"place": places.place(each.loaded, each.text, each.language), "languages": []}
        found[key]["languages"].append(names[each.language])
    return list(found.values())


def _term_rows(found: list[TermUse], places: TextPlaces) -> Iterator[list[object]]:
    for use in found:
        names = [use.identifier, use.preferred.ko, use.preferred.zh_hans, use.preferred.en]
        if not use.places:
            yield [*names, "", "", ""]
        for place in use.places:
            named = places.place(place.loaded, place.text, place.language)
            yield [*names, named.record, named.part, place.language]


urlpatterns = [
    path("reports/language-status/", language_status, name="report-language-status"),
    path("reports/open-findings/", open_findings, name="report-open-findings"),
    path("reports/waivers/", waivers, name="report-waivers"),
    path("reports/terms-in-use/", terms, name="report-terms-in-use"),
]
