"""A briefing's desk in the admin: assemble, watch, clear findings, and all that is decided about its editions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from agencies.models import Agency
from briefings import access, succession
from briefings.checking import waiving
from briefings.checking.findings import described, described_let_stand
from briefings.checking.places import Places
from briefings.choices import Audience, EntryReason, FileFormat, NumberStep, RunState, RunStep
from briefings.desk.desk_answers import (
    ASSEMBLING,
    FINDINGS,
    briefing_of,
    form_refused,
    in_vain,
    kept_for,
    place_of_edition,
    place_of_finding,
    to_desk,
    to_write_on,
)
from briefings.desk.desk_forms import (
    AssembleForm,
    ChangeForm,
    KeptForm,
    RefuseForm,
    ReleaseForm,
    WithdrawForm,
    agencies_to_choose,
    filled,
)
from briefings.desk.desk_lists import ListPlace, findings_listed, items_listed
from briefings.desk.drafts import unpublished_of
from briefings.desk.namesakes import namesakes
from briefings.editions import release, renditions
from briefings.editions.edition_names import edition_name, edition_url
from briefings.editions.sealing import with_waivers
from briefings.models import AssemblyRun, Briefing, Edition, Rendition, Withdrawal
from briefings.runs import request_run
from briefings.work.newest_runs import checked_run
from reviews.models import Waiver
from vocabulary.interface import interface_language, listed


@require_GET
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """The briefing's desk."""
    briefing = briefing_of(request, pk)
    run, checked = watched_run(briefing.pk), checked_run(briefing)
    editions, kept = _editions(briefing), kept_for(request, briefing)
    alike = namesakes(briefing, editions)
    place = ListPlace.of(request.GET)
    found, items = (
        (findings_listed(checked, place), items_listed(checked, place)) if checked else (None, None)
    )
    context = {
        "briefing": briefing,
        "namesakes": alike,
        "run": run,
        "run_facts": run_facts(run) if run else None,
        "outcome": _outcome(run),
        "checked": checked,
        "place": place,
        "found": found,
        "findings": described(found.page, request.user) if found else [],
        "items": items,
        "selection": _selection(items.page) if items else [],
        "unpublished": unpublished_of(briefing, request.user),
        "assemble_form": filled(AssembleForm, kept, newest=_newest(editions), initial=_asked(run)),
        "may_edit": access.may_change(request.user, briefing),
        "may_assemble": access.may(request.user, access.ASSEMBLE),
        "fewest_characters": waiving.FEWEST_CHARACTERS,
        "kept": kept,
        "may_waive": access.may(request.user, access.WAIVE),
        "editions": _with_replacements(_shown(request, editions, kept, alike)),
        "header_title": briefing.get_admin_display_title(),
        "page_title": _("Desk"),
    }
    return render(request, "briefings/admin/desk.html", context)


def _outcome(run: AssemblyRun | None) -> dict[str, str]:
    """Which editions a run has sealed, and for which nothing has changed since they were; both as a list in a text."""
    editions = list(run.outcome()) if run and run.state == RunState.DONE else []
    return {
        what: listed(edition_name(each) for each in editions if each.existed is existed)
        for what, existed in (("sealed", False), ("unchanged", True))
    }


def _selection(choices: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What entered and what did not, and why, in the active language; the editor's note as it was written."""
    choices = [{"record": "item"} | choice for choice in choices]
    places = Places((choice["record"], choice["slug"]) for choice in choices)
    reasons = dict(EntryReason.choices)
    return [
        choice
        | {
            "title": places.title("item", choice["slug"])
            if choice["record"] == "item"
            else places.name(choice["record"], choice["slug"]),
            "reason": reasons.get(choice["reason"], choice["reason"]),
        }
        for choice in choices
    ]


def _newest(editions: Iterable[Edition]) -> dict[str, tuple[int, int]]:
    """The highest number of each audience."""
    numbers: dict[str, tuple[int, int]] = {}
    for each in editions:
        numbers[each.audience] = max(numbers.get(each.audience, (0, 0)), each.order)
    return numbers


def _asked(run: AssemblyRun | None) -> dict[str, Any]:
    """What a person last chose in the form: whom, and a number as long as none came of it."""
    if run is None or run.checks_only:
        return {}
    return {"audiences": run.audiences} | ({} if run.editions.exists() else {"number_step": run.number_step})


def watched_run(briefing: int) -> AssemblyRun | None:
    """The briefing's latest run without what it found: it is asked for again and again while it is under way."""
    columns = ("state", "step", "per_cent", "fault", "error", "requested_at", "requested_by__username")
    columns += ("audiences", "number_step", "checks_only")
    runs = AssemblyRun.objects.filter(briefing=briefing)
    return runs.select_related("requested_by").only(*columns).first()


def _editions(briefing: Briefing) -> list[Edition]:
    """The briefing's editions with what people decided about them, without what they hold."""
    editions = (
        briefing.editions.select_related(
            "approval__by", "refusal__by", "release__by", "release__withdrawal__by", "assembled_by"
        )
        .prefetch_related(
            "renditions", "release__agencies", "release__changes__by", "release__changes__was_agencies"
        )
        .without_content()
    )
    return list(with_waivers(access.with_released(editions)))


def _shown(
    request: HttpRequest, editions: list[Edition], kept: KeptForm | None, alike: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    let_stand, agencies = described_let_stand(editions), list(agencies_to_choose())
    by_key = {edition.pk: edition for edition in editions}
    return [
        _edition_context(request, edition, editions)
        | _edition_forms(edition, agencies, by_key.get(edition.corrects_id), kept)
        | {"let_stand": let_stand[edition.pk]}
        | {"namesakes": [each for each in alike if each["audience"] == edition.audience]}
        for edition in editions
    ]


def _edition_context(request: HttpRequest, edition: Any, editions: Iterable[Edition]) -> dict[str, Any]:
    """An edition of the briefing's with what this person may decide about it now."""
    by, made = request.user, getattr(edition, "release", None)
    waiting = made is not None and not edition.readable_now
    withdrawal = getattr(made, "withdrawal", None)
    may_release = release.may_release(edition, by)
    series = (each for each in editions if each.audience == edition.audience)
    why_not = release.why_not_after(edition, series) if may_release else ""
    return {
        "edition": edition,
        "name": edition_name(edition),
        "url": edition_url(edition),
        "files": sorted(edition.renditions.all(), key=_file_order),
        "approval": getattr(edition, "approval", None),
        "refusal": getattr(edition, "refusal", None),
        "release": made,
        "waiting": waiting,
        "withdrawal": withdrawal,
        "withdrawn_because": _reason_shown(withdrawal) if withdrawal else "",
        "own": edition.assembled_by_id == by.pk,
        "may_approve": release.may_approve(edition, by),
        "may_refuse": release.may_refuse(edition, by),
        "may_release": may_release and not why_not,
        "not_released_because": why_not,
        "may_change": waiting and release.may_change(edition, by),
        "may_withdraw": release.may_withdraw(edition, by),
    }


def _reason_shown(withdrawal: Withdrawal) -> str:
    """Why, in the language of the desk; in Korean, which is always there, if none was given in it."""
    return withdrawal.reason[interface_language()] or withdrawal.reason.ko


def _edition_forms(
    edition: Edition, agencies: list[Agency], replaced: Edition | None, kept: KeptForm | None
) -> dict[str, forms.Form]:
    to_whom = {"audience": edition.audience, "agencies": agencies}
    made = getattr(edition, "release", None)
    return {
        "release_form": filled(ReleaseForm, kept, prefix=f"e{edition.pk}", replaced=replaced, **to_whom),
        "change_form": filled(ChangeForm, kept, prefix=f"c{edition.pk}", made=made, **to_whom),
        "refuse_form": filled(RefuseForm, kept, prefix=f"r{edition.pk}"),
        "withdraw_form": filled(WithdrawForm, kept, prefix=f"w{edition.pk}"),
    }


def _with_replacements(shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The editions, a released one with the newest that replaced it, or that had until it was withdrawn."""
    numbers = {each["edition"].pk: each["edition"].number for each in shown}
    released = (each["edition"] for each in shown if each["release"] and not each["waiting"])
    standings = succession.standings(map(access.as_released, released))
    for each in shown:
        standing = standings.get(each["edition"].pk)
        number = numbers[standing.by] if standing and standing.by else ""
        each["replaced_by"] = number if standing and standing.state == "superseded" else ""
        each["replaced_until_withdrawn"] = "" if each["replaced_by"] else number
    return shown


def _file_order(file: Rendition) -> tuple[int, int]:
    """PDF before HTML, each in the order of the languages everywhere else."""
    formats, languages = [FileFormat.PDF, FileFormat.HTML], [code for code, _name in settings.LANGUAGES]
    return formats.index(FileFormat(file.format)), languages.index(file.language)


@require_GET
def progress(request: HttpRequest, pk: int) -> JsonResponse:
    """How far the latest run is, for the page that watches it."""
    access.must(request.user, access.READ_UNRELEASED)
    run = watched_run(pk)
    if run is None:
        get_object_or_404(Briefing, pk=pk)
    return JsonResponse(run_facts(run) if run else {"active": False})


def run_facts(run: AssemblyRun) -> dict[str, Any]:
    """What a person watching a run sees."""
    return {
        "id": run.pk,
        "active": run.active,
        "state": run.state,
        "state_label": str(RunState(run.state).label),
        "doing": str(RunStep(run.step).label),
        "per_cent": run.per_cent,
        # what findings or a fault have stopped came to no end, however far it got
        "stopped": not run.active and run.state != RunState.DONE,
        "fault": run.get_fault_display(),
        "error": run.error,
    }


@require_POST
def assemble(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a run."""
    briefing = briefing_of(request, pk)
    access.must(request.user, access.ASSEMBLE)
    form = AssembleForm(request.POST, newest=_newest(briefing.editions.only("audience", "major", "minor")))
    if not form.is_valid():
        return form_refused(request, briefing, form)
    audiences = form.cleaned_data["audiences"]
    number_step = form.cleaned_data.get("number_step") or NumberStep.MINOR
    try:
        run, made = request_run(
            briefing=briefing, audiences=audiences, by=request.user, number_step=number_step
        )
    except Briefing.DoesNotExist as error:
        raise Http404 from error
    if made:
        messages.success(request, _("The assembly is asked for. It begins as soon as a worker is free."))
    elif run.seals_for(audiences, number_step):
        messages.info(request, _("This briefing is being assembled already; this is that run."))
    else:
        # neither widened, for whoever asked for it would have assembled what they did not ask for, and could not approve
        # it; nor kept for later, when the texts may be others: a run is short, and the form waits as it was filled in
        return to_write_on(
            request, briefing, _under_way(run, number_step), KeptForm.of(form, briefing.pk, None)
        )
    return to_desk(briefing, ASSEMBLING)


def _under_way(run: AssemblyRun, number_step: str) -> str:
    """Why another run cannot begin now."""
    if run.checks_only:
        return _(
            "This briefing is being checked just now, which seals nothing. Your choice is kept below: press Assemble"
            " again when that has ended."
        )
    chosen = [str(Audience(each).label) for each in run.audiences]
    if run.number_step != number_step:
        chosen.append(str(NumberStep(run.number_step).label))
    return _(
        "This briefing is being assembled just now, with another choice than yours: %(chosen)s. Yours is kept below:"
        " press Assemble again when that has ended."
    ) % {"chosen": listed(chosen)}


@require_POST
def make_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a failed file be made once more."""
    rendition = get_object_or_404(
        Rendition.objects.select_related("edition").defer("edition__content", "edition__manifest"), pk=pk
    )
    briefing = briefing_of(request, rendition.edition.briefing_id)
    access.must(request.user, access.ASSEMBLE)
    renditions.make_again(rendition)
    messages.success(request, _("The file will be made again."))
    return to_desk(briefing, place_of_edition(rendition.edition_id))


@require_POST
def waive(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a finding of the newest checked run stand, with a reason."""
    briefing = briefing_of(request, pk)
    access.must(request.user, access.WAIVE)
    run, digest = checked_run(briefing), request.POST.get("finding", "")
    finding = next((f for f in run.findings if digest and f.get("digest") == digest), None) if run else None
    reason = request.POST.get("reason", "").strip()
    if finding is None:
        why = _("The latest run has no such finding. Assemble again.")
        return in_vain(request, briefing, why, [reason], at=FINDINGS)
    try:
        waiving.waive(finding=finding, reason=reason, by=request.user)
    except waiving.TooShort as refused:
        why = str(refused)
        kept = KeptForm(briefing.pk, digest, {"reason": [reason]}, field="reason", why=why)
        return to_write_on(request, briefing, why, kept)
    except waiving.Refused as refused:
        return in_vain(request, briefing, str(refused), [reason], at=place_of_finding(digest))
    messages.success(request, _("The finding stands, until one of its texts changes. Assemble again."))
    place = ListPlace.sent(request.POST)
    # of those of one weight it is none any more
    return to_desk(briefing, FINDINGS if place.weight else place_of_finding(digest), place)


@require_POST
def take_waiver_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a finding again that somebody let stand."""
    access.must(request.user, access.WAIVE)
    waiving.take_back(waiver=get_object_or_404(Waiver, pk=pk), by=request.user)
    messages.success(request, _("The finding is open again."))
    back = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if allowed else reverse("wagtailadmin_home"))


urlpatterns = [
    path("briefings/<int:pk>/desk/", desk, name="briefing-desk"),
    path("briefings/<int:pk>/desk/progress/", progress, name="briefing-progress"),
    path("briefings/<int:pk>/desk/assemble/", assemble, name="briefing-assemble"),
    path("briefings/<int:pk>/desk/waive/", waive, name="finding-waive"),
    path("findings/waivers/<int:pk>/take-back/", take_waiver_back, name="waiver-take-back"),
    path("briefings/renditions/<int:pk>/make-again/", make_again, name="rendition-make-again"),
]
