"""A record's texts in their three languages, side by side, and the word of those who review them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_GET, require_POST
from wagtail.models import Page, RevisionMixin

from briefings import access
from briefings.assembly.richtext import plain
from briefings.checking.draft_findings import field_of, findings_about
from briefings.checking.findings import Described, described
from briefings.checking.parity_sentences import LANGUAGE_NAMES
from briefings.checking.places import Places, form_of
from briefings.records.record_kinds import MODELS, identifier_of, kind_of
from briefings.texts.printed_texts import PrintedTexts
from languages.states import TextState
from languages.trilingual import LANGUAGES
from projects.models import CooperationItem
from reviews.marks import WORDS, marked
from reviews.minor import Changed
from reviews.models import Decision
from reviews.panels import review_address
from reviews.reviewing import NotMinor, NotStale, record
from reviews.states import TextInLanguage, in_languages, reviews_of, states_by_language
from reviews.texts import texts_of, translated_fields

LIST = "list"
"""In the query: that of the list of all records that led here."""

_NAMES = dict(settings.LANGUAGES)


def _record(request: HttpRequest, label: str, pk: str) -> Any:
    """The record's newest version, for people who may work on it."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError) as error:
        raise Http404 from error
    # a perspective has texts in its rows alone
    if not issubclass(model, RevisionMixin) or not (
        translated_fields(model) or issubclass(model, (Page, *MODELS.values()))
    ):
        raise Http404
    found = model._default_manager.filter(pk=unquote(pk)).first() if unquote(pk).isdecimal() else None
    if found is None:
        raise Http404
    if isinstance(found, Page):
        found = found.specific
    access.must_see_texts(request.user)
    return found.get_latest_revision_as_object()


@require_GET
def review(request: HttpRequest, label: str, pk: str) -> HttpResponse:
    """The texts of a record with their states, and the buttons of those who may review."""
    return _page(request, _record(request, label, pk), request.GET)


def _page(
    request: HttpRequest,
    found: Any,
    query: QueryDict,
    *,
    ticked: Collection[str] = (),
    not_minor: Sequence[str] = (),
    note: str = "",
) -> HttpResponse:
    """The page of a record's texts, with what was ticked where a reason is asked for."""
    label, pk = found._meta.label_lower, str(found.pk)
    kind = kind_of(found)
    places = Places([(kind, identifier_of(found))] if kind else ())
    rows = _rows(found, places, query, ticked)
    matching = [each for row in rows for each in row["languages"] if each["matches"]]
    written = {each["state"].state for each in matching} - {TextState.MISSING}
    may_review = access.may(request.user, access.REVIEW)
    may_say_minor = access.may_say_minor(request.user, found)
    context = {
        "record": found,
        "header_title": places.title(kind, identifier_of(found)) if kind else str(found),
        "page_title": _("Languages"),
        "rows": [row for row in rows if any(each["matches"] for each in row["languages"])],
        "shown": len(matching),
        "may_review": may_review,
        "may_say_minor": may_say_minor,
        "can_be_minor": may_say_minor and TextState.STALE in written,
        "can_be_ticked": bool(written) and (may_review or (may_say_minor and TextState.STALE in written)),
        "states": [(state.value, WORDS[state]) for state in TextState],
        "languages": [(code, _NAMES[code]) for code in LANGUAGES],
        "wanted_state": query.get("state", ""),
        "wanted_language": query.get("language", ""),
        "edit_address": form_of(type(found), found.pk) if access.may_change(request.user, found) else "",
        "save_address": reverse("language-review-save", args=[label, pk]),
        "review_address": reverse("language-review", args=[label, pk]),
        "query": query.urlencode(),
        "list_query": query.get(LIST),
        "list_address": _list_address(query),
        "not_minor": not_minor,
        "note": note,
    }
    return render(request, "briefings/admin/language_review.html", context)


def _rows(found: Any, places: Places, query: QueryDict, ticked: Collection[str]) -> list[dict[str, Any]]:
    """The record's texts, each with its languages side by side and the figures that it prints."""
    kind, texts = kind_of(found), texts_of(found)
    printed, findings = PrintedTexts(found, texts), _findings(kind, found)
    rows: dict[str, dict[str, Any]] = {}
    for each in in_languages(texts, reviews_of(texts)):
        row = rows.setdefault(
            each.text.place,
            {
                "name": places.part(kind, each.text.place) if kind else capfirst(each.text.heading),
                "place": each.text.place,
                "languages": [],
                "figures": {},
            },
        )
        # a reader compares line by line what stands in lines
        words = plain(each.text.text[each.language]) if each.text.rich else each.words
        runs = printed.runs(words, each.language)
        for run in runs:
            if run.figure:
                key = run.figure.removeprefix(f"{identifier_of(found)}/")
                row["figures"].setdefault(f"[[{key}]]", {}).setdefault(each.language, run.text)
        row["languages"].append(
            {
                "language": each.language,
                "name": _NAMES[each.language],
                "named": LANGUAGE_NAMES[each.language],
                "runs": runs,
                "state": marked(each.state, each.changes),
                "review": each.review,
                "findings": findings.get(_place_of(each), []),
                "value": _value(each),
                "ticked": _value(each) in ticked,
                "matches": _matches(each, query),
            }
        )
    return list(rows.values())


def _matches(each: TextInLanguage, query: QueryDict) -> bool:
    """Whether somebody looks for such a text."""
    state, language = query.get("state"), query.get("language")
    return (not state or each.state == state) and (not language or each.language == language)


def _findings(kind: str, found: Any) -> dict[tuple[str, str], list[Described]]:
    """What the checks find in a record's texts as they stand now, by place and language."""
    by_place: dict[tuple[str, str], list[Described]] = {}
    raw = findings_about(kind, identifier_of(found)) if kind else []
    for finding, each in zip(raw, described(raw), strict=True):
        place = finding["place"]
        by_place.setdefault((place.get("field", ""), place.get("language") or "ko"), []).append(each)
    return by_place


def _place_of(each: TextInLanguage) -> tuple[str, str]:
    return field_of(each.text.place), each.language


def _list_address(query: QueryDict) -> str:
    """The list that somebody came from, as it was filtered."""
    if LIST not in query:
        return ""
    return f"{reverse('report-language-status')}?{QueryDict(query[LIST]).urlencode()}"


def _value(each: TextInLanguage) -> str:
    """Names a text together with what it says, so that nobody reviews what they have not seen."""
    return "|".join((each.text.place, *each.pair))


@require_POST
def save(request: HttpRequest, label: str, pk: str) -> HttpResponse:
    """Note what this person says about the texts they ticked."""
    found = _record(request, label, pk)
    decision = request.POST.get("decision", "")
    if decision not in Decision.values:
        raise Http404
    if not (
        access.may(request.user, access.REVIEW)
        or (decision == Decision.MINOR and access.may_say_minor(request.user, found))
    ):
        raise PermissionDenied
    ticked = request.POST.getlist("text")
    texts = texts_of(found)
    now = {_value(each): each for each in in_languages(texts, reviews_of(texts))}
    said = [now[value] for value in ticked if value in now]
    try:
        noted = record(
            said,
            decision=Decision(decision),
            by=request.user,
            where=f"{found._meta.verbose_name} {getattr(found, 'slug', found)}",
            note=request.POST.get("note", "")[:300],
        )
    except NotStale:
        messages.error(
            request, _("Only a stale text can be called a minor change. Nothing was noted: tick stale texts.")
        )
        return redirect(_back(request, label, pk))
    except NotMinor as refused:
        query = QueryDict(request.POST.get("query", ""))
        what = [_what_changed(text, changed) for text, changed in refused.changed]
        note = request.POST.get("note", "")
        return _page(request, found, query, ticked=ticked, not_minor=list(dict.fromkeys(what)), note=note)
    if noted:
        messages.success(request, _noted(Decision(decision), noted))
        _tell_what_still_stops(request, found, said)
    if len(said) < len(ticked):
        messages.warning(
            request, _("Some texts were changed while you read them. Read them again: they are not noted.")
        )
    if not ticked:
        messages.error(request, _("Tick the texts that you mean."))
    return redirect(_back(request, label, pk))


def _noted(decision: Decision, count: int) -> str:
    """What was recorded."""
    match decision:
        case Decision.MINOR:
            sentence = ngettext(
                "The change of the Korean is noted as minor for %(count)d text: it is still right.",
                "The change of the Korean is noted as minor for %(count)d texts: they are still right.",
                count,
            )
        case Decision.REOPENED:
            sentence = ngettext(
                "The review of %(count)d text is taken back.",
                "The reviews of %(count)d texts are taken back.",
                count,
            )
        case _:
            sentence = ngettext(
                "%(count)d text was marked as reviewed.", "%(count)d texts were marked as reviewed.", count
            )
    return sentence % {"count": count}


def _tell_what_still_stops(request: HttpRequest, found: Any, said: Sequence[TextInLanguage]) -> None:
    """A word about a text is no mending of it: how many of these still stop an edition from being sealed."""
    kind = kind_of(found)
    findings = _findings(kind, found)
    stopping = sum(
        any(each.severity == "blocking" and each.waiver is None for each in findings.get(_place_of(text), ()))
        for text in said
    )
    if stopping:
        sentence = ngettext(
            "%(count)d of these texts still has findings that stop sealing. They stand below it.",
            "%(count)d of these texts still have findings that stop sealing. They stand below each.",
            stopping,
        )
        messages.warning(request, sentence % {"count": stopping})


def _what_changed(text: TextInLanguage, changed: Changed) -> str:
    """One line: which text, and what its Korean says otherwise."""
    name = str(capfirst(text.text.heading))
    if changed.facts:
        between = pgettext("between what each language says", "; ")
        facts = between.join(_("“%(text)s”") % {"text": fact} for fact in changed.facts)
        return _("%(text)s: %(facts)s") % {"text": name, "facts": facts}
    counted = ngettext(
        "%(count)d word taken out or put in", "%(count)d words taken out or put in", changed.words
    )
    return _("%(text)s: %(facts)s") % {"text": name, "facts": counted % {"count": changed.words}}


def _back(request: HttpRequest, label: str, pk: str) -> str:
    address = reverse("language-review", args=[label, pk])
    query = request.POST.get("query", "")
    return f"{address}?{query}" if query else address


def tell_what_became_stale(request: HttpRequest, newest: Any) -> None:
    """After saving a form: how many reviewed translations the new Korean leaves behind, and where to look.

    Args:
        newest: the record as its newest revision holds it.
    """
    texts = texts_of(newest)
    states = states_by_language(texts, reviews_of(texts))
    stale = sum(of_language.count(TextState.STALE) for of_language in states.values())
    if stale:
        sentence = ngettext(
            "%(count)d reviewed translation is stale, because its Korean changed.",
            "%(count)d reviewed translations are stale, because their Korean changed.",
            stale,
        ) % {"count": stale}
        messages.warning(
            request,
            format_html(
                '{} <a href="{}?state=stale">{}</a>',
                sentence,
                review_address(newest),
                _("See what changed, or say that the change is minor"),
            ),
        )


def tell_what_stops_sealing(request: HttpRequest, item: CooperationItem) -> None:
    """After publishing an item: how many open findings now stop every edition that it enters, and where they stand."""
    findings = (each for of_text in _findings("item", item).values() for each in of_text)
    number = sum(each.severity == "blocking" and each.waiver is None for each in findings)
    if number:
        sentence = ngettext(
            "“%(title)s” is published with %(count)d finding that stops sealing every edition that it enters.",
            "“%(title)s” is published with %(count)d findings that stop sealing every edition that it enters.",
            number,
        ) % {"title": item.get_admin_display_title(), "count": number}
        messages.warning(
            request,
            format_html('{} <a href="{}">{}</a>', sentence, review_address(item), _("See the findings")),
        )


urlpatterns = [
    path("languages/review/<str:label>/<str:pk>/", review, name="language-review"),
    path("languages/review/<str:label>/<str:pk>/save/", save, name="language-review-save"),
]
