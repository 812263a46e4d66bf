"""The termbase in the admin: files in and out with a preview, and the texts that follow a changed name."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from briefings import access
from briefings.termbase import files, importing
from briefings.termbase.following import (
    SECONDS,
    Follower,
    Hindrance,
    earlier_names,
    followers_of,
    hindrances,
    renamed_terms,
    renames_of,
    replace_in_drafts,
)
from briefings.termbase.receiving import TermFileHandler
from briefings.texts.text_places import TextPlaces
from languages.columns import trilingual_of
from languages.trilingual import LANGUAGES, Language
from vocabulary.models import Term

KEPT_SECONDS = 3600
"""How long an uploaded file waits for its preview to be confirmed."""
MOST_SHOWN = 200
"""Texts of one group on a page, or changed terms of a file. When texts are replaced, the next ones stand there."""
MOST_TOLD = 5
"""Renamed terms that are told of by a message each."""
TERMS_ON_A_PAGE = 20
"""Of those with earlier names, which are looked for in every text."""


# files --------------------------------------------------------------------------------------------


# what refuses every file elsewhere is replaced before the request's body is read, and so before the
# middleware's own check: the inner view is checked in its place
@csrf_exempt
@require_http_methods(["GET", "POST"])
def exchange(request: HttpRequest) -> HttpResponse:
    """Export the termbase; or upload a file and see what it would change."""
    if access.may(request.user, access.CHANGE_TERMS):
        request.upload_handlers = [TermFileHandler(request)]
    return _exchange(request)


@csrf_protect
def _exchange(request: HttpRequest) -> HttpResponse:
    access.must_see_texts(request.user)
    context: dict[str, Any] = {
        "page_title": _("Termbase files"),
        "may_import": access.may(request.user, access.CHANGE_TERMS),
    }
    if request.method == "POST":
        access.must(request.user, access.CHANGE_TERMS)
        context |= _planned(request)
    return render(request, "briefings/admin/termbase/exchange.html", context)


def _planned(request: HttpRequest) -> dict[str, Any]:
    uploaded = request.FILES.get("file")
    if uploaded is None:
        return {"refused": _("Choose a CSV or TBX file.")}
    if uploaded.size is None or uploaded.size > files.LARGEST:
        return {"refused": files.too_large()}
    content = uploaded.read()
    name = uploaded.name or ""
    try:
        made = importing.plan(content, name)
    except files.Unreadable as unreadable:
        return {"refused": str(unreadable)}
    context: dict[str, Any] = {
        "plan": made,
        "changes": made.changes[:MOST_SHOWN],
        "more_changes": max(0, len(made.changes) - MOST_SHOWN),
        "problems": made.problems[: importing.MOST_PROBLEMS],
        "more_problems": max(0, len(made.problems) - importing.MOST_PROBLEMS),
        "summary": importing.summary(made),
        "file_name": name,
    }
    if not made.problems and made.changes:
        token = hashlib.sha256(content).hexdigest()
        cache.set(_cache_key(request, token), (base64.b64encode(content).decode(), name), KEPT_SECONDS)
        context["token"] = token
    return context


def _cache_key(request: HttpRequest, token: str) -> str:
    return f"term-file:{request.user.pk}:{token}"


@require_POST
def take_over(request: HttpRequest) -> HttpResponse:
    """Apply the file whose preview was shown."""
    access.must(request.user, access.CHANGE_TERMS)
    token = request.POST.get("token", "")
    kept = cache.get(_cache_key(request, token)) if len(token) == 64 else None
    if kept is None:
        messages.error(
            request, _("The uploaded file is no longer at hand. Nothing was changed: upload it again.")
        )
        return redirect("termbase-files")
    content, name = base64.b64decode(kept[0]), kept[1]
    made: importing.Plan | None = None
    with suppress(importing.Changed, files.Unreadable):
        made = importing.apply(content, name, by=request.user, expected=request.POST.get("plan", ""))
    if made is None or made.problems:  # the plan that was shown had none
        messages.error(
            request,
            _("The termbase has changed since the preview. Nothing was changed: upload the file again."),
        )
        return redirect("termbase-files")
    cache.delete(_cache_key(request, token))
    messages.success(
        request, _("The terms were taken over: %(summary)s") % {"summary": importing.summary(made)}
    )
    renamed = [change.identifier for change in made.changes if any(_is_name(cell) for cell in change.cells)]
    if len(renamed) > MOST_TOLD:
        _tell_how_many_were_renamed(request, len(renamed))
    else:
        tell_what_must_follow(request, Term.objects.filter(identifier__in=renamed))
    return redirect("termbase-files")


def _is_name(cell: importing.CellChange) -> bool:
    return cell.column in LANGUAGES and bool(cell.old)


@require_GET
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The whole termbase as a CSV or TBX file."""
    access.must_see_texts(request.user)
    types = {"csv": "text/csv; charset=utf-8", "tbx": "application/xml"}
    if kind not in types:
        raise Http404
    content = files.written(Term.objects.order_by("identifier"), "tbx" if kind == "tbx" else "csv")
    response = HttpResponse(content, content_type=types[kind])
    name = f"terms-{timezone.localdate().isoformat()}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


# texts that follow ------------------------------------------------------------------------------


@require_GET
def renamed(request: HttpRequest) -> HttpResponse:
    """Terms with earlier names, and how many texts still use these."""
    access.must_see_texts(request.user)
    terms = Paginator(renamed_terms(), TERMS_ON_A_PAGE).get_page(request.GET.get("p"))
    renames = renames_of(terms.object_list)
    found = followers_of({rename for of_term in renames.values() for rename in of_term})
    context = {
        "page_title": _("Texts that must follow"),
        "terms": terms,
        "rows": [
            {
                "term": term,
                "renames": of_term,
                "plain": sum(not each.aside for rename in of_term for each in found[rename]),
                "aside": sum(each.aside for rename in of_term for each in found[rename]),
            }
            for term, of_term in renames.items()
        ],
    }
    return render(request, "briefings/admin/termbase/renamed.html", context)


@require_GET
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Texts that use an earlier name of a term, with what they would become."""
    access.must_see_texts(request.user)
    term = get_object_or_404(Term, pk=pk)
    renames = renames_of([term])[term]
    found = [(rename, of_name) for rename, of_name in followers_of(renames).items() if of_name]
    shown = [each for _rename, of_name in found for each in of_name]
    places = TextPlaces(request.user, {id(each.loaded): each.loaded for each in shown}.values())
    hindered = hindrances(request.user, shown)
    unfinished = request.session.pop(_left_key(term), None) or {}
    sections = [
        {
            "language": language,
            "language_name": dict(settings.LANGUAGES)[language],
            "old": old,
            "new": new,
            "groups": [
                _group(
                    request,
                    f"{language}-{number}",
                    of_name,
                    places,
                    hindered,
                    language,
                    unfinished.get("texts") if unfinished.get("name") == [language, old] else None,
                    aside=aside,
                )
                for aside in (False, True)
                if any(each.aside is aside for each in of_name)
            ],
        }
        for number, ((old, new, language), of_name) in enumerate(found)
    ]
    context = {
        "term": term,
        "may_change_terms": access.may(request.user, access.CHANGE_TERMS),
        "sections": sections,
        "page_title": _("Texts that must follow"),
    }
    return render(request, "briefings/admin/termbase/follow.html", context)


def _group(
    request: HttpRequest,
    name: str,
    found: list[Follower],
    places: TextPlaces,
    hindered: dict[str, Hindrance],
    language: Language,
    left: list[str] | None,
    *,
    aside: bool,
) -> dict[str, Any]:
    """Texts with a box each, then those that are changed by hand. Ticked is what plainly follows, or what was left."""
    name = f"{name}-{'aside' if aside else 'plain'}"
    asked = request.GET.get("tick") if request.GET.get("group") == name else None
    of_group = sorted(
        (each for each in found if each.aside is aside), key=lambda each: each.value in hindered
    )
    return {
        "name": name,
        "aside": aside,
        "can_be_ticked": of_group[0].value not in hindered,
        "more": max(0, len(of_group) - MOST_SHOWN),
        "followers": [
            {
                "follower": each,
                "place": places.place(each.loaded, each.text, language),
                "hindrance": hindered.get(each.value, ""),
                "ticked": asked == "all"
                or (asked is None and (each.value in left if left is not None else not aside)),
                "reasons": _reasons(each),
            }
            for each in of_group[:MOST_SHOWN]
        ],
    }


def _reasons(follower: Follower) -> list[str]:
    """Why a text may have to stay as it is."""
    if follower.names_source:
        return [_("This is what a source is called.")]
    said = {
        "name": _("It is a part of the longer name “%(name)s”."),
        "quoted": _("It stands in a title or a quotation."),
        "short": _("The short form stands alone, and the new name has none."),
    }
    return list(
        dict.fromkeys(said[use.why] % {"name": use.within} for use in follower.uses if use.why in said)
    )


def _left_key(term: Term) -> str:
    return f"term-left-{term.pk}"


@require_POST
def replace(request: HttpRequest, pk: int) -> HttpResponse:
    """Replace an earlier name in the chosen texts' drafts."""
    access.must_see_texts(request.user)
    term = get_object_or_404(Term, pk=pk)
    language = next((code for code in LANGUAGES if code == request.POST.get("language")), None)
    old = request.POST.get("old", "")
    if language is None or old not in earlier_names(term, language):
        raise Http404
    chosen = request.POST.getlist("text")
    done = replace_in_drafts(
        chosen,
        old=old,
        new=trilingual_of(term, "preferred")[language],
        language=language,
        by=request.user,
        seconds=SECONDS,
    )
    if done.changed:
        messages.success(
            request,
            ngettext(
                "The name was replaced in %(count)d text. It stands in a draft: read it and publish it.",
                "The name was replaced in %(count)d texts. They stand in drafts: read and publish them.",
                done.changed,
            )
            % {"count": done.changed},
        )
    if done.left:
        request.session[_left_key(term)] = {"name": [language, old], "texts": list(done.left)}
        messages.warning(
            request,
            ngettext(
                "%(count)d of the ticked texts is left. It is ticked below: press the button once more.",
                "%(count)d of the ticked texts are left. They are ticked below: press the button once more.",
                len(done.left),
            )
            % {"count": len(done.left)},
        )
    if done.refused:
        messages.warning(
            request,
            ngettext(
                "%(count)d text is left: its page is locked, your account may not change it, or it has no drafts.",
                "%(count)d texts are left: their pages are locked, your account may not change them, or they have"
                " no drafts.",
                done.refused,
            )
            % {"count": done.refused},
        )
    if not (done.changed or done.refused):
        messages.error(
            request,
            _(
                "Nothing was replaced. The texts that you ticked have been changed meanwhile and no longer use the"
                " earlier name; what is left stands below."
            )
            if chosen
            else _("Tick the texts that you mean."),
        )
    return redirect("term-follow", pk=term.pk)


def tell_what_must_follow(request: HttpRequest, terms: Iterable[Term]) -> None:
    """After terms were saved: how many texts still use the earlier name of each, and where to see them."""
    newest = {
        term: list({each.language: each for each in reversed(of_term)}.values())
        for term, of_term in renames_of(list(terms)).items()
    }
    found = followers_of({rename for of_term in newest.values() for rename in of_term})
    for term, of_term in newest.items():
        number = sum(not each.aside for rename in of_term for each in found[rename])
        if number:
            _tell_how_many_follow(request, term, number)


def _tell_how_many_follow(request: HttpRequest, term: Term, number: int) -> None:
    sentence = ngettext(
        "%(count)d text still uses the earlier name.",
        "%(count)d texts still use the earlier name.",
        number,
    ) % {"count": number}
    link = format_html(
        '{} <a href="{}">{}</a>',
        _("%(term)s: %(sentence)s") % {"term": term, "sentence": sentence},
        reverse("term-follow", args=[term.pk]),
        _("See them, and replace it in drafts"),
    )
    messages.warning(request, link)


def _tell_how_many_were_renamed(request: HttpRequest, number: int) -> None:
    """To look for the earlier names of thousands of terms takes longer than a web server lets a request take."""
    link = format_html(
        '{} <a href="{}">{}</a>',
        _("%(count)d terms have a new name. Texts may still use the earlier one.") % {"count": number},
        reverse("terms-renamed"),
        _("See which texts do"),
    )
    messages.warning(request, link)


urlpatterns = [
    path("termbase/", exchange, name="termbase-files"),
    path("termbase/take-over/", take_over, name="termbase-take-over"),
    path("termbase/export.<str:kind>", export, name="termbase-export"),
    path("termbase/follow/", renamed, name="terms-renamed"),
    path("termbase/<int:pk>/follow/", follow, name="term-follow"),
    path("termbase/<int:pk>/replace/", replace, name="term-replace"),
]
