"""What people decide about an edition at the desk: approve, refuse, release, set a release otherwise, withdraw."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from briefings import access
from briefings.choices import Audience
from briefings.desk.desk_answers import (
    form_refused,
    in_vain,
    place_of_edition,
    texts_of,
    to_desk,
    to_write_on,
)
from briefings.desk.desk_forms import ChangeForm, KeptForm, RefuseForm, ReleaseForm, WithdrawForm
from briefings.editions import release
from briefings.editions.edition_names import audience_name, edition_name
from briefings.models import Edition, Release
from languages.trilingual import LANGUAGES, Trilingual
from vocabulary.interface import listed


def _edition(request: HttpRequest, pk: int) -> Edition:
    """An edition to decide about, for people who work on editions."""
    access.must(request.user, access.READ_UNRELEASED)
    return get_object_or_404(Edition.objects.select_related("briefing").without_content(), pk=pk)


type May = Callable[[Edition, AbstractBaseUser], bool]
"""Whether a person may take a decision about an edition now: then the desk has a form for it."""


def _decide(
    request: HttpRequest,
    edition: Edition,
    form: forms.Form,
    may: May,
    verb: Callable[[dict[str, Any]], str],
) -> HttpResponse:
    """Take a decision; `verb` is given what the form holds and returns the sentence that says what was done."""
    if not form.is_valid():
        return _form_refused(request, edition, form, may)
    try:
        done = verb(form.cleaned_data)
    except release.Refused as refused:
        return _form_refused(request, edition, form, may, refused)
    messages.success(request, done)
    return to_desk(edition.briefing, place_of_edition(edition.pk))


def _form_refused(
    request: HttpRequest,
    edition: Edition,
    form: forms.Form,
    may: May,
    refused: release.Refused | None = None,
) -> HttpResponse:
    if (refused is None or refused.field) and not may(edition, request.user):
        return _too_late(request, edition, form)
    return form_refused(request, edition.briefing, form, refused, at=place_of_edition(edition.pk))


def _too_late(request: HttpRequest, edition: Edition, form: forms.Form) -> HttpResponse:
    """The desk has no such form any more, so what was written is handed back."""
    why = _(
        "This can no longer be done: somebody has decided about the edition meanwhile, or its time has come."
    )
    return in_vain(request, edition.briefing, why, texts_of(form), at=place_of_edition(edition.pk))


@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve an edition."""
    edition = _edition(request, pk)

    def verb(_typed: dict[str, Any]) -> str:
        release.approve(edition=edition, by=request.user)
        return _("The edition is approved. It can be released now.")

    return _decide(request, edition, forms.Form(request.POST), release.may_approve, verb)


@require_POST
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Send an edition back, with a reason."""
    edition = _edition(request, pk)

    def verb(typed: dict[str, Any]) -> str:
        release.refuse(edition=edition, by=request.user, reason=typed["reason"])
        return _("The edition is refused. Its editor sees why.")

    form = RefuseForm(request.POST, prefix=f"r{pk}")
    return _decide(request, edition, form, release.may_refuse, verb)


@require_POST
def release_edition(request: HttpRequest, pk: int) -> HttpResponse:
    """Release an approved edition, at once or at a given minute."""
    edition = _edition(request, pk)

    def verb(typed: dict[str, Any]) -> str:
        made = release.release(
            edition=edition,
            by=request.user,
            at=_time_in(typed),
            agencies=typed.get("agencies") or (),
            public=bool(typed.get("public")),
        )
        return _set_for(made, typed)

    replaced = Edition.objects.without_content().filter(pk=edition.corrects_id).first()
    form = ReleaseForm(request.POST, audience=edition.audience, replaced=replaced, prefix=f"e{pk}")
    return _decide(request, edition, form, release.may_release, verb)


@require_POST
def change_release(request: HttpRequest, pk: int) -> HttpResponse:
    """Set another time or other readers before the minute has come, or release at once."""
    edition = _edition(request, pk)
    made = Release.objects.filter(edition=edition).first()

    def verb(typed: dict[str, Any]) -> str:
        release.change(
            edition=edition,
            by=request.user,
            at=_time_in(typed),
            agencies=typed.get("agencies") or (),
            public=bool(typed.get("public")),
        )
        return _set_for(Release.objects.get(edition=edition), typed)

    def may(edition: Edition, by: AbstractBaseUser) -> bool:
        return release.may_change(edition, by) and not access.is_released(edition)

    form = ChangeForm(request.POST, audience=edition.audience, made=made, prefix=f"c{pk}")
    return _decide(request, edition, form, may, verb)


def _time_in(typed: dict[str, Any]) -> datetime | None:
    """The minute that a form of a release names; None for at once."""
    return None if typed["at_once"] else typed["at"]


def _set_for(made: Release, typed: dict[str, Any]) -> str:
    """When and to whom a release is set, and who is left with an earlier edition."""
    readers = [str(agency.name) for agency in made.agencies.all()]
    if made.public:
        readers.append(_("anyone, without an account"))
    if made.edition.audience != Audience.PARTNER:
        readers = [_("the presidential office, officials of other ministries and this ministry's staff")]
    said = {"readers": listed(readers), "at": f"{timezone.localtime(made.at):%Y-%m-%d %H:%M}"}
    if _time_in(typed) is None:
        sentence = _("Released. It can be read now by: %(readers)s.") % said
    else:
        sentence = _("The release is set. From %(at)s, Seoul time, it can be read by: %(readers)s.") % said
    if left := access.agencies_left_behind(made):
        kept = _("These keep an earlier edition, because this one is not released to them: %(agencies)s.")
        sentence += " " + kept % {"agencies": listed(agency.name for agency in left)}
    return sentence


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a released edition back, once the person has read who loses it and confirmed."""
    edition = _edition(request, pk)
    form = WithdrawForm(request.POST, prefix=f"w{pk}")
    if "back" in request.POST:
        if not release.may_withdraw(edition, request.user):
            return _too_late(request, edition, form)
        return to_write_on(request, edition.briefing, "", KeptForm.of(form, edition.briefing_id, None))
    if not form.is_valid():
        return _form_refused(request, edition, form, release.may_withdraw)
    reason = Trilingual(*(form.cleaned_data[f"reason_{suffix}"] for suffix in ("ko", "zh_hans", "en")))
    try:
        if "confirmed" not in request.POST:
            made = release.withdrawable(edition=edition, by=request.user, reason=reason)
            return _asked_to_confirm(request, edition, made, form, reason)
        release.withdraw(edition=edition, by=request.user, reason=reason)
    except release.Refused as refused:
        return _form_refused(request, edition, form, release.may_withdraw, refused)
    messages.success(request, _("The edition is withdrawn. Its address says so."))
    return to_desk(edition.briefing, place_of_edition(pk))


def _asked_to_confirm(
    request: HttpRequest, edition: Edition, made: Release, form: WithdrawForm, reason: Trilingual
) -> HttpResponse:
    names = dict(settings.LANGUAGES)
    context = {
        "edition": edition,
        "name": edition_name(edition),
        "audience": audience_name(edition),
        "release": made,
        "readable": access.is_released(edition),
        "readers": access.readers_without(edition),
        "form": form,
        "reasons": [(code, names[code], reason[code].strip()) for code in LANGUAGES],
        "header_title": edition.briefing.get_admin_display_title(),
        "page_title": _("Withdraw this edition"),
    }
    return render(request, "briefings/admin/withdraw.html", context)


urlpatterns = [
    path("briefings/editions/<int:pk>/approve/", approve, name="edition-approve"),
    path("briefings/editions/<int:pk>/refuse/", refuse, name="edition-refuse"),
    path("briefings/editions/<int:pk>/release/", release_edition, name="edition-release"),
    path("briefings/editions/<int:pk>/change-release/", change_release, name="edition-change-release"),
    path("briefings/editions/<int:pk>/withdraw/", withdraw, name="edition-withdraw"),
]
