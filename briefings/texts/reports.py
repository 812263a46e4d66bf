"""The admin's reports on languages: states of everything, findings, waivers, terms in use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET
from wagtail.admin.menu import MenuItem

from briefings import access
from briefings.checking.draft_findings import draft_findings, uses_of_terms
from briefings.checking.finding_kinds import kind_of
from briefings.checking.findings import (
    SENTENCES,
    SEVERITIES,
    described,
    digest_to_waive,
    digests_let_stand,
    sentence_of,
)
from briefings.checking.parity_sentences import PARITY_SENTENCES
from briefings.checking.places import Places
from briefings.models import AssemblyRun
from briefings.records.language_status import Status, per_cent, statuses, total
from briefings.records.newest_texts import load_texts
from briefings.records.record_kinds import SEVERAL
from briefings.records.term_use import TermUse, UsingText, terms_in_use
from briefings.templatetags.findings import languages_together
from briefings.texts import language_review
from briefings.texts.text_places import TextPlaces
from briefings.work.newest_runs import checked_runs
from languages.spreadsheets import as_csv, csv_parts
from languages.states import TextState
from projects.models import Bureau
from reviews.marks import MARKS, WORDS
from reviews.models import Waiver
from vocabulary.interface import listed

PER_PAGE = 100
MOST_TEXTS = 20
"""That a page names of each term; a CSV file has all of them."""


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


def _chosen(request: HttpRequest, name: str, allowed: Any) -> str:
    value = request.GET.get(name, "")
    return value if value in allowed else ""


def _page(request: HttpRequest, rows: list[Any]) -> Any:
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))


def csv_response(name: str, header: Sequence[object], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A CSV file to be saved as `name`."""
    return _as_csv_file(HttpResponse(as_csv(header, rows)), name)


def _as_csv_file[Answer: HttpResponseBase](answer: Answer, name: str) -> Answer:
    answer["Content-Type"] = "text/csv; charset=utf-8"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _report(request: HttpRequest, template: str, title: str, context: dict[str, Any]) -> HttpResponse:
    query = request.GET.copy()
    query.pop("p", None)
    csv_query = query.copy()
    csv_query["export"] = "csv"
    common = {
        "page_title": title,
        "query": query.urlencode(),
        "csv_query": csv_query.urlencode(),
        "filtered": any(chosen for _label, _name, _choices, chosen in context["filters"]),
    }
    return render(request, f"briefings/admin/reports/{template}.html", common | context)


# states of everything -------------------------------------------------------------------------


@require_GET
def language_status(request: HttpRequest) -> HttpResponse:
    """A matrix: one row a record, one column a language, with per cent reviewed."""
    access.must_see_texts(request.user)
    languages = dict(settings.LANGUAGES)
    slugs = list(Bureau.objects.order_by("path").values_list("slug", flat=True))
    titles = Places(("bureau", slug) for slug in slugs)
    bureaus = {slug: titles.title("bureau", slug) for slug in slugs}
    chosen = {
        "kind": _chosen(request, "kind", SEVERAL),
        "bureau": _chosen(request, "bureau", bureaus),
        "language": _chosen(request, "language", languages),
        "state": _chosen(request, "state", list(TextState)),
    }
    kinds = [chosen["kind"]] if chosen["kind"] else list(SEVERAL)
    if chosen["bureau"]:
        kinds = ["item"]  # only items stand in a bureau
    found = statuses(kinds, bureau=chosen["bureau"], language=chosen["language"], state=chosen["state"])
    if request.GET.get("export") == "csv":
        return csv_response("language-status.csv", *_status_table(found, bureaus))
    page = _page(request, found)
    names = _names(page)
    context = {
        "rows": [_status_row(status, bureaus, names, _from_here(request, chosen)) for status in page],
        "page": page,
        "total": [
            _cell(code, counts) for code, counts in total(found, found[0].languages if found else ()).items()
        ],
        "languages": [languages[code] for code in (chosen["language"],) if code] or list(languages.values()),
        "filters": [
            (_("Kind"), "kind", SEVERAL.items(), chosen["kind"]),
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
    return Places((status.record.kind, status.record.slug) for status in found)


def _from_here(request: HttpRequest, chosen: Mapping[str, str]) -> str:
    """The query of a record's page that shows the texts that were looked for, and leads back here."""
    wanted = {name: chosen[name] for name in ("state", "language") if chosen[name]}
    return urlencode(wanted | {language_review.LIST: request.GET.urlencode()})


def _status_row(status: Status, bureaus: dict[str, str], names: Places, query: str) -> dict[str, Any]:
    record = status.record
    return {
        "kind": SEVERAL[record.kind],
        "name": names.title(record.kind, record.slug),
        "bureau": bureaus.get(record.bureau, ""),
        "url": f"{reverse('language-review', args=[record.label, record.pk])}?{query}",
        "cells": [_cell(language, counts) for language, counts in status.counts.items()],
    }


def _status_table(found: list[Status], bureaus: dict[str, str]) -> tuple[list[str], Iterator[list[object]]]:
    header = [_("Kind"), _("Record"), _("Bureau"), _("Language"), _("Reviewed, %")]
    header += [str(WORDS[state]) for state in TextState]
    names, languages = _names(found), dict(settings.LANGUAGES)

    def rows() -> Iterator[list[object]]:
        for status in found:
            record = status.record
            for language, counts in status.counts.items():
                yield [
                    SEVERAL[record.kind],
                    names.title(record.kind, record.slug),
                    bureaus.get(record.bureau, ""),
                    languages[language],
                    per_cent(counts),
                    *counts.values(),
                ]

    return header, rows()


# findings and waivers -------------------------------------------------------------------------


_FOUND_IN: dict[str, Promise] = {
    "draft": gettext_lazy("draft"),
    "run": gettext_lazy("newest run"),
}


@require_GET
def open_findings(request: HttpRequest) -> HttpResponse:
    """What the newest checked run of each briefing found, and what is found in the texts as they stand now.

    A finding that somebody let stand is none of them. One that both found is told once.
    """
    access.must_see_texts(request.user)
    languages = dict(settings.LANGUAGES)
    chosen = {
        "found": _chosen(request, "found", _FOUND_IN),
        "severity": _chosen(request, "severity", SEVERITIES),
        "language": _chosen(request, "language", languages),
        "code": _chosen(request, "code", (*SENTENCES, *PARITY_SENTENCES)),
    }
    drafts = draft_findings()
    found = _together(checked_runs(), drafts.findings)
    stand = digests_let_stand()
    wanted = [
        each for each in found if _is_wanted(each, chosen) and digest_to_waive(each.finding) not in stand
    ]
    if request.GET.get("export") == "csv":
        return csv_response("open-findings.csv", *_findings_table(_finding_rows(wanted)))
    kinds = sorted(((code, kind_of(code)) for code in {f.finding["code"] for f in found}), key=itemgetter(1))
    # of ten thousand records only what a page shows is put into words
    together = _languages_together(wanted)
    page = _page(request, together)
    context = {
        "page": page,
        "rows": _rows_of_several(page, request.user),
        "number": len(together),
        "left": drafts.left,
        "filters": [
            (_("Found in"), "found", _FOUND_IN.items(), chosen["found"]),
            (_("Weight"), "severity", SEVERITIES.items(), chosen["severity"]),
            (_("Language"), "language", languages.items(), chosen["language"]),
            (_("Kind"), "code", kinds, chosen["code"]),
        ],
    }
    return _report(request, "open_findings", _("Open findings"), context)


def _is_wanted(each: _Open, chosen: Mapping[str, str]) -> bool:
    finding = each.finding
    return (
        (not chosen["severity"] or finding["severity"] == chosen["severity"])
        and (not chosen["code"] or finding["code"] == chosen["code"])
        and (not chosen["language"] or finding["place"].get("language") == chosen["language"])
        and (not chosen["found"] or chosen["found"] in each.found_in)
    )


def _findings_table(rows: list[dict[str, Any]]) -> tuple[list[str], Iterator[list[object]]]:
    header = [_("Briefing"), _("Found in"), _("Weight"), _("Kind"), _("Where"), _("Language")]
    return [*header, _("What, and what to do")], (
        [
            listed(briefing["name"] for briefing in row["briefings"]),
            row["found_in"],
            row["finding"].severity_label,
            kind_of(row["finding"].code),
            row["finding"].where,
            row["finding"].language,
            row["finding"].sentence,
        ]
        for row in rows
    )


class _Open(NamedTuple):
    """A finding, and where it was met."""

    finding: dict[str, Any]
    found_in: set[str]
    runs: list[AssemblyRun]


def _languages_together(found: Iterable[_Open]) -> list[list[_Open]]:
    """The findings of each row: what is said of several languages of one place alike, met in the same runs and drafts.

    As `languages_together` joins them once they are put into words.
    """
    by_place: dict[object, dict[object, list[_Open]]] = {}
    for each in found:
        finding, place = each.finding, each.finding["place"]
        met = (*sorted(each.found_in), *(run.briefing_id for run in each.runs))
        said = (
            finding["code"],
            finding["severity"],
            sentence_of(finding["code"], finding.get("details", {})),
            digest_to_waive(finding),
            tuple(finding.get("around") or ()),
        )
        of_place = by_place.setdefault((place["record"], place["slug"], place.get("field"), met), {})
        of_place.setdefault(said, []).append(each)
    return [alike for of_place in by_place.values() for alike in of_place.values()]


def _rows_of_several(rows: Iterable[list[_Open]], reader: access.Reader) -> list[dict[str, Any]]:
    """Rows with what they say of several languages as one."""
    rows = list(rows)
    described_rows = iter(_finding_rows([each for alike in rows for each in alike], reader))
    shown = []
    for alike in rows:
        of_row = list(islice(described_rows, len(alike)))
        (finding,) = languages_together(row["finding"] for row in of_row)
        shown.append(of_row[0] | {"finding": finding})
    return shown


def _together(runs: Iterable[AssemblyRun], drafts: Iterable[dict[str, Any]]) -> list[_Open]:
    """Each finding once, those of runs first; an unchanged text has the same ones in its draft."""
    found: dict[str, _Open] = {}
    for run in runs:
        for finding in run.findings:
            each = found.setdefault(_what(finding), _Open(finding, set(), []))
            each.found_in.add("run")
            if run not in each.runs:
                each.runs.append(run)
    for finding in drafts:
        known = found.get(_what(finding), _Open(finding, set(), []))
        # a waiver holds for the texts as they stand now, or not at all
        found[_what(finding)] = known._replace(finding=finding, found_in=known.found_in | {"draft"})
    return list(found.values())


def _what(finding: Mapping[str, Any]) -> str:
    """What a finding says and where."""
    place, details = finding["place"], sorted(finding.get("details", {}).items())
    said = [finding["code"], place["record"], place["slug"], place.get("field"), place.get("language")]
    return json.dumps([*said, details])


def _finding_rows(found: Sequence[_Open], reader: access.Reader | None = None) -> list[dict[str, Any]]:
    """Findings as rows; with links to forms only for a reader who looks at a page, as a file has none."""
    names = Places(("briefing", run.briefing.slug) for each in found for run in each.runs)
    in_words = described((each.finding for each in found), reader)
    return [
        {
            "finding": finding,
            "found_in": listed(word for name, word in _FOUND_IN.items() if name in each.found_in),
            "briefings": [
                {"pk": run.briefing.pk, "name": names.title("briefing", run.briefing.slug)}
                for run in each.runs
            ],
        }
        for each, finding in zip(found, in_words, strict=True)
    ]


@require_GET
def waivers(request: HttpRequest) -> HttpResponse:
    """Every finding that somebody let stand: who, when, why, and whether it still holds."""
    access.must_see_texts(request.user)
    current = {finding.get("digest") for run in checked_runs() for finding in run.findings}
    found = list(Waiver.objects.select_related("by", "taken_back_by"))
    places = Places((waiver.record, waiver.slug) for waiver in found)
    rows = [_waiver_row(waiver, current, places) for waiver in found]
    if request.GET.get("export") == "csv":
        header = [_("When"), _("Approved by"), _("Reason"), _("Kind"), _("Where"), _("Language"), _("Now")]
        names = ("at", "by", "reason", "kind", "where", "language", "now")
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
        now = _("not met in the newest runs: mended, or what was judged has changed")
    return {
        "waiver": waiver,
        "at": timezone.localtime(waiver.at).strftime("%Y-%m-%d %H:%M"),
        "by": waiver.by.get_username(),
        "reason": waiver.reason,
        "kind": kind_of(waiver.code),
        "sentence": sentence_of(waiver.code, waiver.details),
        "where": places.name(waiver.record, waiver.slug, waiver.field),
        "language": dict(settings.LANGUAGES).get(waiver.language, ""),
        "now": now,
    }


# terms ----------------------------------------------------------------------------------------


@require_GET
def terms(request: HttpRequest) -> HttpResponseBase:
    """Each agreed term, how many texts use it in each language, and where."""
    access.must_see_texts(request.user)
    used = uses_of_terms()
    found, texts = terms_in_use(used.records)
    wanted = _chosen(request, "use", ("used", "unused"))
    if wanted:
        found = [use for use in found if bool(use) == (wanted == "used")]
    if request.GET.get("export") == "csv":
        header = [_("Term"), *dict(settings.LANGUAGES).values(), _("Record"), _("Field"), _("Language")]
        # ten thousand items have a million of them
        answer = StreamingHttpResponse(csv_parts(header, _term_rows(found, texts)))
        return _as_csv_file(answer, "terms-in-use.csv")
    page = _page(request, found)
    context = {
        "page": page,
        "left": used.left,
        "may_change_terms": access.may(request.user, access.CHANGE_TERMS),
        "rows": _term_uses(request, page, texts),
        "number": len(found),
        "filters": [(_("Use"), "use", [("used", _("used")), ("unused", _("not used"))], wanted)],
    }
    return _report(request, "terms_in_use", _("Terms in use"), context)


def _term_uses(
    request: HttpRequest, found: Iterable[TermUse], texts: Sequence[UsingText]
) -> list[dict[str, Any]]:
    """Each term with the first texts that use it. Of all records only those are read in which these stand."""
    shown = [(use, use.first_texts(MOST_TEXTS)) for use in found]
    slugs: dict[str, set[str]] = {}
    for number in {number for _use, first in shown for number, _languages in first}:
        slugs.setdefault(texts[number].kind, set()).add(texts[number].slug)
    loaded = [each for kind in slugs for each in load_texts((kind,), slugs=slugs[kind])]
    at_hand = {
        UsingText(each.kind, each.slug, text.place): (each, text)
        for each in loaded
        for text in each.all_texts
    }
    places, names = TextPlaces(request.user, loaded), dict(settings.LANGUAGES)
    return [
        {
            "use": use,
            "places": [
                {
                    "place": places.place(*at_hand[texts[number]], languages[0]),
                    "languages": [names[language] for language in languages],
                }
                for number, languages in first
                if texts[number] in at_hand  # it may just have been taken out
            ],
            "number": use.number_of_texts,
            "more": use.number_of_texts - len(first),
        }
        for use, first in shown
    ]


def _term_rows(found: Iterable[TermUse], texts: Sequence[UsingText]) -> Iterator[list[object]]:
    """Rows that ask nothing more: neither the database nor for the language, which has ended when they are sent."""
    places = Places({(text.kind, text.slug) for text in texts})
    part = cache(places.part)
    named = [(places.title(text.kind, text.slug), part(text.kind, text.place)) for text in texts]
    languages = dict(settings.LANGUAGES)

    def rows() -> Iterator[list[object]]:
        for use in found:
            names = [use.identifier, use.preferred.ko, use.preferred.zh_hans, use.preferred.en]
            if not use:
                yield [*names, "", "", ""]
            for number, language in use.places():
                yield [*names, *named[number], languages[language]]

    return rows()


urlpatterns = [
    path("reports/language-status/", language_status, name="report-language-status"),
    path("reports/open-findings/", open_findings, name="report-open-findings"),
    path("reports/waivers/", waivers, name="report-waivers"),
    path("reports/terms-in-use/", terms, name="report-terms-in-use"),
]
