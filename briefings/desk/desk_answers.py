"""What a form of a briefing's desk is answered: back to the desk, at its place, with what was typed if it is refused."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from briefings import access
from briefings.desk.desk_forms import KeptForm
from briefings.desk.desk_lists import ListPlace
from briefings.editions import release
from briefings.models import Briefing

_BEGINNING = ListPlace()
_KEPT = "desk-kept"
"""In the session, for the next page of that desk: the form that was refused."""


def briefing_of(request: HttpRequest, pk: int) -> Briefing:
    """The briefing, for people who work on editions."""
    access.must(request.user, access.READ_UNRELEASED)
    return get_object_or_404(Briefing, pk=pk)


def kept_for(request: HttpRequest, briefing: Briefing) -> KeptForm | None:
    """The form of this desk that was just refused; once."""
    held = request.session.get(_KEPT)
    if held is None or held["briefing"] != briefing.pk:
        return None
    del request.session[_KEPT]
    return msgspec.convert(held, KeptForm)


def form_refused(
    request: HttpRequest,
    briefing: Briefing,
    form: forms.Form,
    refused: release.Refused | None = None,
    *,
    at: str = "",
) -> HttpResponse:
    """Back to the desk, where the form holds what was typed and says what is wrong with it.

    Args:
        at: the desk's place for a form that is not there any more.
    """
    if refused and not refused.field:
        return in_vain(request, briefing, str(refused), texts_of(form), at=at)
    said = [str(refused)] if refused else [str(each) for errors in form.errors.values() for each in errors]
    return to_write_on(request, briefing, " ".join(said), KeptForm.of(form, briefing.pk, refused))


def to_write_on(request: HttpRequest, briefing: Briefing, why: str, kept: KeptForm) -> HttpResponse:
    """Back to a form of the desk that holds what was typed. Its place has its prefix for a name."""
    if why:
        messages.error(request, why)
    request.session[_KEPT] = msgspec.to_builtins(kept)
    return to_desk(briefing, kept.name or ASSEMBLING, ListPlace.sent(request.POST))


def texts_of(form: forms.Form) -> list[str]:
    """What somebody wrote into a form in their own words, valid or not."""
    fields = form.fields.items()
    written = [form.add_prefix(name) for name, field in fields if isinstance(field, forms.CharField)]
    return [form.data.get(name, "").strip() for name in written]


def in_vain(
    request: HttpRequest, briefing: Briefing, why: str, texts: Iterable[str], *, at: str
) -> HttpResponse:
    """Nothing that is written would help now, and the desk has no such form any more: hand back what was written."""
    messages.error(request, why)
    for text in filter(None, texts):
        messages.warning(request, _("You had written: %(text)s") % {"text": text})
    return to_desk(briefing, at, ListPlace.sent(request.POST))


def to_desk(briefing: Briefing, at: str, place: ListPlace = _BEGINNING) -> HttpResponse:
    """The desk, at one of its places: where something was done there, its doer goes on.

    Args:
        place: the page of its lists that they had before them.
    """
    return redirect(reverse("briefing-desk", args=[briefing.pk], query=place.parameters, fragment=at))


ASSEMBLING, FINDINGS = "desk-assemble", "desk-findings"
"""Places of the desk. The others are its forms, by their prefixes, and:"""


def place_of_edition(edition: int) -> str:
    """Where an edition stands on the desk."""
    return f"edition-{edition}"


def place_of_finding(digest: str) -> str:
    """Where a finding that can be let stand is told on the desk."""
    return f"finding-{digest}"
