"""Every reader's view: parse the address, ask `access`, hand an edition's document to a template."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from briefings import access, succession
from briefings.choices import FileFormat
from briefings.editions.edition_names import (
    audience_name,
    briefing_name,
    edition_arguments,
    edition_name,
    edition_url,
)
from briefings.models import Briefing, Edition, SearchEntry
from briefings.readers import caching, downloads, reading, search_excerpts, searching, short_names
from briefings.rendering.files import verify_address
from vocabulary.interface import interface_language

_ISSUES_ON_A_PAGE = 12
_FOUND_ON_A_PAGE = 20
_LONGEST_ADDRESS = 2000
_HEXADECIMAL = frozenset("0123456789abcdef")
_DIGITS_OF_A_DIGEST = 64
_SHOWN_FOREIGN = 40
"""Of what was typed and no digest contains, with the spaces between."""


def page_context(request: HttpRequest, address: str = "") -> dict[str, Any]:
    """What every page needs: its language, and the same page in the others.

    Args:
        request: whose page it is.
        address: of the page, where it is not the one that was asked for.
    """
    current = interface_language()
    address = address or request.get_full_path()
    if len(address) > _LONGEST_ADDRESS:  # of somebody who plays: the links need not repeat it
        address = request.path
    return {
        "language": current,
        "languages": [
            {"code": code, "name": name, "url": translate_url(address, code), "current": code == current}
            for code, name in settings.LANGUAGES
        ],
    }


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The newest edition made for this reader, withdrawn or not; for somebody unknown without one, the way in."""
    latest = access.latest_edition(request.user)
    if latest is not None:
        return redirect(edition_url(latest))
    if not request.user.is_authenticated:
        return redirect(f"{reverse('sign-in')}?next={request.path}")
    return render(request, "briefings/empty.html", page_context(request))


@require_safe
def editions(request: HttpRequest) -> HttpResponse:
    """Every edition that exists for this reader, by briefing, the newest first; a year's issues on a page."""
    readable = access.readable_editions(request.user)
    briefings = Briefing.objects.filter(pk__in=readable.order_by().values("briefing"))
    issues = briefings.order_by("-period_end", "-pk").values_list("pk", flat=True)
    page = Paginator(issues, _ISSUES_ON_A_PAGE).get_page(request.GET.get("page"))
    # whole issues: what replaced an edition stands on its page
    shown = readable.filter(briefing__in=list(page)).prefetch_related("renditions")
    standings = succession.standings(access.as_released(each) for each in shown)
    groups: dict[int, dict[str, Any]] = {}
    for each in shown:
        name = briefing_name(each)
        group = groups.setdefault(each.briefing_id, {"name": name, "editions": []})
        state = standings[each.pk].state
        group["editions"].append(
            {
                "title": name,
                "audience_name": audience_name(each),
                "number": each.number,
                "released_at": each.release.at,
                "url": edition_url(each),
                "state": state,
                "files": [] if state == "withdrawn" else files_of(each),
            }
        )
    context = {"groups": [groups[pk] for pk in page if pk in groups], "issues": page}
    context |= page_context(request)
    return render(request, "briefings/editions.html", context)


@require_safe
def edition(request: HttpRequest, slug: str, audience: str, number: str) -> HttpResponse:
    """An edition as its readers see it, made of its sealed content alone."""
    found = _edition_or_404(request, slug, audience, number)
    if access.is_withdrawn(found):
        return _withdrawn(request, found)
    context = page_context(request) | {"edition": edition_facts(request, found)}
    context |= reading.edition_parts(found, context["language"])
    context["files"] = files_of(found)
    context["verify_address"] = verify_address(found, context["language"])
    context["correction"] = _correction(request, found, context["change_note"])
    return caching.mark(request, render(request, "briefings/edition.html", context), found)


def _withdrawn(request: HttpRequest, found: Edition) -> HttpResponse:
    """The answer at every address of a withdrawn edition: which one, why, and what holds instead."""
    withdrawal, language = found.release.withdrawal, interface_language()
    valid = access.valid_edition(request.user, found)
    # not the item's address: it names what the edition held
    context = page_context(request, edition_url(found)) | {
        "edition": edition_facts(request, found),
        "name": edition_name(found),
        "reason": withdrawal.reason[language],
        "korean_reason": withdrawal.reason.ko,
        "withdrawn_on": withdrawal.at,
        "valid": _valid_facts(valid, found) if valid else None,
    }
    return render(request, "briefings/withdrawn.html", context, status=410)


def _valid_facts(valid: Edition, withdrawn: Edition) -> dict[str, Any]:
    """What holds beside a withdrawn edition: for the same audience, or else for another one."""
    return {
        "number": valid.number,
        "name": edition_name(valid),
        "url": edition_url(valid),
        "same_audience": valid.audience == withdrawn.audience,
    }


@require_safe
def edition_item(request: HttpRequest, slug: str, audience: str, number: str, item: str) -> HttpResponse:
    """An item as an edition holds it."""
    found = _edition_or_404(request, slug, audience, number)
    if item not in found.item_slugs:
        raise Http404
    if access.is_withdrawn(found):
        return _withdrawn(request, found)
    context = page_context(request)
    parts = reading.item_parts(found, context["language"], item)
    if parts is None:
        raise Http404
    holding = access.readable_editions(request.user).filter(item_slugs__contains=[item])
    context |= parts | {
        "edition": edition_facts(request, found),
        "appears_in": [
            {
                "title": briefing_name(other),
                "audience_name": audience_name(other),
                "number": other.number,
                "url": reverse("edition-item", args=[*edition_arguments(other), item]),
                "current": other.pk == found.pk,
                "withdrawn": access.is_withdrawn(other),
            }
            for other in holding[:20]
        ],
    }
    return caching.mark(request, render(request, "briefings/item.html", context), found)


@require_safe
def newest_item(request: HttpRequest, item: str) -> HttpResponse:
    """An item as the newest edition that this reader may read holds it."""
    newest = (
        access.readable_editions(request.user)
        .filter(item_slugs__contains=[item], release__withdrawal__isnull=True)
        .first()
    )
    if newest is None:
        raise Http404
    return redirect("edition-item", *edition_arguments(newest), item)


@require_safe
def edition_file(request: HttpRequest, slug: str, audience: str, number: str, filename: str) -> HttpResponse:
    """A file of an edition: recorded whether it is served or refused."""
    language, _dot, kind = filename.partition(".")
    file = access.find_file(
        request.user, slug=slug, audience=audience, number=number, language=language, kind=kind
    )
    if file is None:
        downloads.refuse(request)
        found = access.find_edition(request.user, slug=slug, audience=audience, number=number)
        if found is not None and access.is_withdrawn(found) and access.is_a_file(language, kind):
            return _withdrawn(request, found)
        raise Http404
    return downloads.serve(request, file)


@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """Which edition a digest belongs to, if it exists for this reader."""
    digest = "".join(request.GET.get("digest", "").lower().split())
    foreign = [character for character in dict.fromkeys(digest) if character not in _HEXADECIMAL]
    complete = len(digest) == _DIGITS_OF_A_DIGEST and not foreign
    found = access.find_by_digest(request.user, digest) if complete else None
    context = page_context(request) | {
        "digest": digest[:_DIGITS_OF_A_DIGEST],
        "searched": bool(digest),
        "complete": complete,
        "length": len(digest),
        "foreign": " ".join(character for character in foreign if character.isprintable())[:_SHOWN_FOREIGN],
        "edition": edition_facts(request, found) if found else None,
    }
    return render(request, "briefings/verify.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Places in the editions that this reader may read, in the language of the page."""
    asked = " ".join(request.GET.get("q", "").replace("\0", "").split())[: searching.MOST_CHARACTERS]
    words = searching.words_of(asked)
    meant = short_names.names_meant(request.user, words, interface_language())
    of_reader = (request.user, asked, interface_language(), meant)
    paginator = Paginator(searching.search(*of_reader), _FOUND_ON_A_PAGE)
    paginator.count = searching.number_of_places(*of_reader)
    page = paginator.get_page(request.GET.get("page"))
    by_edition = list(searching.by_edition(page))
    standings = access.standings(request.user, [edition for edition, _entries in by_edition])
    groups = [
        {
            "title": briefing_name(edition),
            "audience_name": audience_name(edition),
            "number": edition.number,
            "url": edition_url(edition),
            "state": standings[edition.pk].state,
            "places": _places(edition, entries, [*words, *meant.values()]),
        }
        for edition, entries in by_edition
        if edition.pk in standings
    ]
    context = {
        "asked": asked,
        "understood": bool(words),
        "without_signs": searching.without_signs(asked),
        "meant": list(dict.fromkeys(meant.values())),
        "found": page,
        "groups": groups,
    }
    return render(request, "briefings/search.html", context | page_context(request))


def _places(edition: Edition, entries: list[SearchEntry], words: list[str]) -> list[dict[str, Any]]:
    return [
        {
            "title": search_excerpts.marked(entry.title, words),
            "snippet": search_excerpts.snippet(entry.text, words),
            "item": entry.item,
            "url": _place_url(edition, entry.key, item=entry.item),
        }
        for entry in entries
    ]


def _place_url(edition: Edition, key: str, *, item: bool) -> str:
    if item:
        return reverse("edition-item", args=[*edition_arguments(edition), key])
    return f"{edition_url(edition)}#{key}"


def _edition_or_404(request: HttpRequest, slug: str, audience: str, number: str) -> Edition:
    found = access.find_edition(request.user, slug=slug, audience=audience, number=number)
    if found is None:
        raise Http404
    return found


def edition_facts(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    """What pages say about an edition beside its content."""
    release = getattr(edition, "release", None)
    standing = access.standings(request.user, [edition]).get(edition.pk)
    state: str
    if access.is_withdrawn(edition):
        state = "withdrawn"
    elif standing is not None:
        state = standing.state
    else:
        state = "refused" if access.is_refused(edition) else "unreleased"
    later = access.corrections_of(request.user, edition) if state == "superseded" else []
    by = standing.by if standing and state == "replacement-withdrawn" else None
    replacement = access.readable_editions(request.user).filter(pk=by).first() if by else None
    return {
        "title": briefing_name(edition),
        "audience_name": audience_name(edition),
        "slug": edition.briefing.slug,
        "audience": edition.audience,
        "number": edition.number,
        "digest": edition.digest,
        "sealed_on": localdate(edition.sealed_at),
        "released_at": release.at if release else None,
        "state": state,
        "url": edition_url(edition),
        "newer": _newer_facts(later) if later else None,
        "replacement": _withdrawn_facts(replacement) if replacement else None,
        "refusal": _refusal_facts(edition) if state == "refused" else None,
    }


def _correction(request: HttpRequest, edition: Edition, note: str) -> dict[str, Any] | None:
    """What a corrected edition says of itself: what it corrects, and which edition that was."""
    if not note:
        return None
    corrected = access.corrected_edition(request.user, edition)
    return {
        "note": note,
        "number": corrected.number if corrected else "",
        "url": edition_url(corrected) if corrected else "",
    }


def _refusal_facts(edition: Edition) -> dict[str, Any]:
    """Why an edition was refused, and where those who work on it go on. Nobody else reads it."""
    return {
        "on": edition.refusal.at,
        "reason": edition.refusal.reason,
        "desk": reverse("briefing-desk", args=[edition.briefing_id]),
    }


def _withdrawn_facts(replacement: Edition) -> dict[str, Any]:
    """The withdrawn edition that had replaced another one."""
    return {
        "number": replacement.number,
        "url": edition_url(replacement),
        "withdrawn_on": replacement.release.withdrawal.at,
    }


def _newer_facts(later: list[Edition]) -> dict[str, Any]:
    """The edition that replaced an earlier one, and what it and those between corrected."""
    language = interface_language()
    newest = later[-1]
    notes = reading.change_notes(later, language)
    corrections = [
        {"number": each.number, "url": edition_url(each), "note": notes[each.pk]}
        for each in later
        if notes[each.pk]
    ]
    return {"number": newest.number, "url": edition_url(newest), "corrections": corrections}


def files_of(edition: Edition) -> list[dict[str, Any]]:
    """The edition's PDFs in each language, with what became of them."""
    names = dict(settings.LANGUAGES)
    order = [code for code, _name in settings.LANGUAGES]
    pdfs = [row for row in edition.renditions.all() if row.format == FileFormat.PDF]
    return [
        {
            "format": row.format,
            "language": row.language,
            "language_name": names[row.language],
            "url": reverse(
                "edition-file", args=[*edition_arguments(edition), f"{row.language}.{row.format}"]
            ),
            "size": row.size,
            "state": row.state,
        }
        for row in sorted(pdfs, key=lambda row: order.index(row.language))
    ]
