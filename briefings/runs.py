"""Assembling: a run is asked for, taken by a worker, collected, checked, composed and sealed.

Each step is visible while it runs. Whatever dies, the row says where it stood; the sweep hands it
to another worker, which begins again: nothing is written before sealing, and sealing is one commit.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import msgspec
from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, connection, transaction
from django.db.models.functions import Now
from structlog.contextvars import bound_contextvars, get_contextvars

from briefings import clock
from briefings.assembly import compose
from briefings.assembly.audiences import for_audience
from briefings.assembly.changes import compare
from briefings.assembly.checks import Subject, check, check_whole, sorted_findings
from briefings.assembly.checks.corrections import Corrected, change_note_left_out
from briefings.assembly.cleaning import cleaned
from briefings.assembly.collect import Collected, collect
from briefings.assembly.findings import Finding, blocking
from briefings.assembly.material import AUDIENCES, Audience, Material
from briefings.assembly.seal import encoded_sheets, material_digest
from briefings.assembly.waivers import known_to_waivers, let_stand
from briefings.checking.examinations import examiner_of, keep
from briefings.checking.material_reviews import reviews_of_material
from briefings.checking.waiving import standing_waivers
from briefings.choices import Fault, NumberStep, RunState, RunStep
from briefings.editions.sealing import Before, Composed, NamesChanged, released_before, seal_editions
from briefings.models import AssemblyRun, Briefing
from briefings.models.runs import ACTIVE_STATES, UNSEALED_STATES
from briefings.rendering.charset import printable_code_points
from briefings.work import leases
from briefings.work.faults import MOST_ATTEMPTS, details_of, fault_of, may_pass
from briefings.work.garbage import no_search_for_cycles
from briefings.work.hints import hint_run
from languages.trilingual import Trilingual

logger = logging.getLogger(__name__)


def request_run(
    *,
    briefing: Briefing,
    audiences: Sequence[str],
    by: AbstractBaseUser | None,
    number_step: str = NumberStep.MINOR,
    checks_only: bool = False,
) -> tuple[AssemblyRun, bool]:
    """The briefing's active run, and whether this call made it.

    Two people who press Assemble at once get one run; whether it is what the second asked for, `seals_for` says. The
    run is kept even while the broker is down; it begins when a worker finds it.

    Raises:
        ValueError: no audience, or one that does not exist.
        Briefing.DoesNotExist: somebody has just deleted it.
        IntegrityError: somebody has just deleted the account `by`.
    """
    chosen = [audience for audience in AUDIENCES if audience in audiences]
    if not chosen or len(chosen) != len(set(audiences)):
        raise ValueError(f"Not audiences of an edition: {', '.join(audiences) or 'none given'}.")
    asked = partial(
        AssemblyRun.objects.get_or_create,
        briefing=briefing,
        state__in=ACTIVE_STATES,
        defaults={
            "audiences": chosen,
            "requested_by": by,
            "requested_in": get_contextvars().get("request", ""),
            "number_step": number_step,
            "checks_only": checks_only,
        },
    )
    try:
        run, made = asked()
    except IntegrityError:
        Briefing.objects.only("pk").get(pk=briefing.pk)
        run, made = asked()  # the run that was in the way has just ended
    if made:
        transaction.on_commit(lambda: hint_run(run.pk))
    return run, made


def work_on(run_id: int) -> None:
    """Take the run and bring it to sealed editions or to its findings. Safe to call twice."""
    fence = leases.take(AssemblyRun, run_id, state__in=UNSEALED_STATES)
    if fence is None:
        return
    with bound_contextvars(**_for_the_log(run_id)), leases.renewing(AssemblyRun, run_id, fence):
        try:
            try:
                with no_search_for_cycles():
                    _Worker(run_id, fence).work()
            except leases.LeaseLost:
                raise
            except Exception as error:
                _must_be_there(run_id)
                logger.exception("Run %s failed", run_id)
                _fail(run_id, fence, error)
        except leases.LeaseLost as lost:
            logger.warning("%s", lost)


def _for_the_log(run_id: int) -> dict[str, Any]:
    """What each line about the run bears, also when a sweep found it and no request sent this worker."""
    request = AssemblyRun.objects.values_list("requested_in", flat=True).filter(pk=run_id).first()
    return {"run": run_id} | ({"request": request} if request else {})


def _must_be_there(run_id: int) -> None:
    """A run goes with its briefing, which somebody may delete at any moment.

    Raises:
        LeaseLost: it is gone, and nobody has to hear why it failed.
    """
    leases.drop_lost_connection()
    if not AssemblyRun.objects.filter(pk=run_id).exists():
        raise leases.LeaseLost(f"Run {run_id} was deleted with its briefing.")


def _fail(run_id: int, fence: int, error: Exception) -> None:
    """A run that cannot go on says why; a passing fault leaves it to the next worker."""
    leases.drop_lost_connection()
    attempts, state, newest = AssemblyRun.objects.values_list("attempts", "state", "fence").get(pk=run_id)
    if newest == fence and state not in UNSEALED_STATES:
        return  # it has sealed: what failed came after that commit, and the sweep finishes the run
    fault = fault_of(error)
    values: dict[str, Any] = {"fault": fault, "error": details_of(error)}
    if may_pass(fault, attempts):
        values |= leases.pause(attempts)
    else:
        values |= {"state": RunState.FAILED, "finished_at": Now(), **leases.free_again()}
    leases.write(AssemblyRun, run_id, fence, **values)


class _Worker:
    """One worker's way through one run; every write shows the fencing number."""

    def __init__(self, run_id: int, fence: int) -> None:
        self.run = AssemblyRun.objects.select_related("requested_by").get(pk=run_id)
        self.fence = fence
        self._seconds: dict[str, float] = {}
        self._step, self._begun = RunStep.WAITING, time.monotonic()

    def work(self) -> None:
        if self.run.attempts >= MOST_ATTEMPTS:
            self._write(state=RunState.FAILED, fault=Fault.WORKERS, finished_at=Now(), **leases.free_again())
            return
        self.run.attempts += 1
        self._write(state=RunState.RUNNING, attempts=self.run.attempts, fault="", error="")
        self._progress(RunStep.COLLECT, 5)
        collected, earlier, published = self._collect()
        self._progress(RunStep.CHECK, 35)
        findings, composed = check_and_compose(
            collected,
            earlier,
            clock.today(),
            published=published,
            begin=lambda position: self._progress(RunStep.COMPOSE, 40 + 15 * position // len(earlier)),
        )
        self._write(
            findings=[msgspec.to_builtins(finding) for finding in findings],
            selection=[msgspec.to_builtins(choice) for choice in collected.selection],
            measures=self._measures(findings),
        )
        if blocking(findings) or self.run.checks_only:
            self._end(RunState.BLOCKED if blocking(findings) else RunState.DONE)
            return
        self._progress(RunStep.SEAL, 60)
        try:
            seal_editions(run=self.run, fence=self.fence, composed=composed)
        except NamesChanged:  # what is there now is collected
            self.work()
            return
        self._write(measures=self._measures(findings))

    def _collect(self) -> tuple[Collected, dict[Audience, Before], bool]:
        """One consistent state of every page, what the last released editions held, and whether it is published."""
        with transaction.atomic():
            with connection.cursor() as cursor:
                # the first statement of the transaction, or PostgreSQL refuses it; a test's own
                # transaction has begun before
                if len(connection.savepoint_ids) == 0:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            briefing = Briefing.objects.select_related("strategy", "responsible_bureau").get(
                pk=self.run.briefing_id
            )
            published = briefing.live
            if not published:  # the checks are of use before; nothing of a draft is sealed
                briefing = briefing.get_latest_revision_as_object()
            collected = collect(briefing)
            earlier = {audience: released_before(briefing, audience) for audience in self._audiences}
        return collected, earlier, published

    @property
    def _audiences(self) -> tuple[Audience, ...]:
        return tuple(audience for audience in AUDIENCES if audience in self.run.audiences)

    def _progress(self, step: RunStep, per_cent: int) -> None:
        self._now_doing(step)
        self._write(step=step, per_cent=per_cent)

    def _now_doing(self, step: RunStep) -> None:
        now = time.monotonic()
        if self._step != RunStep.WAITING:
            self._seconds[self._step] = self._seconds.get(self._step, 0.0) + now - self._begun
        self._step, self._begun = step, now

    def _measures(self, findings: Sequence[Finding]) -> dict[str, Any]:
        """How long each step took so far, and how many findings there are of each severity and code."""
        self._now_doing(RunStep.WAITING)
        counted: dict[str, Counter[str]] = {}
        for finding in findings:
            counted.setdefault(finding.severity, Counter())[finding.code] += 1
        seconds = {step: round(each, 3) for step, each in self._seconds.items()}
        return {"seconds": seconds, "findings": counted}

    def _end(self, state: RunState) -> None:
        self._write(
            state=state, step=RunStep.FINISHED, per_cent=100, finished_at=Now(), **leases.free_again()
        )

    def _write(self, **values: Any) -> None:
        leases.write(AssemblyRun, self.run.pk, self.fence, **values)


def check_and_compose(
    collected: Collected,
    earlier: Mapping[Audience, Before],
    today: date,
    *,
    published: bool = True,
    begin: Callable[[int], None] | None = None,
) -> tuple[tuple[Finding, ...], list[Composed]]:
    """What there is to be said about the collected pages, and what would be sealed of them: for runs and previews alike.

    Args:
        collected: the pages as they stand.
        earlier: the audiences, each with what its readers have before.
        today: the day that counts as today in checks.
        published: as of `check_whole`.
        begin: told of each audience, as a number from 0 on, before its document is composed.
    """
    examiner = examiner_of(collected.material)
    material, found = cleaned(collected.material, printable_code_points(), examiner.clean)
    waivers, reviews = standing_waivers(), reviews_of_material(material, examiner)
    keep(examiner)  # at once: ten thousand new examinations would be held beside what is composed
    whole_found = check_whole(material, published=published)
    findings = [*known_to_waivers((*found, *whole_found), material, waivers)]
    whole = tuple(findings)
    composed: list[Composed] = []
    for position, (audience, before) in enumerate(earlier.items()):
        if begin is not None:
            begin(position)
        made = compose_for(material, audience, before, collected)
        subject = Subject(made.material, made.document, audience, today, reviews, before.corrected, material)
        of_audience = check(subject, examiner.check, examiner.check_beside)
        if made.note_left_out:
            of_audience = (*of_audience, change_note_left_out(made.material, audience))
        own = known_to_waivers(of_audience, material, waivers)
        findings += own
        composed.append(
            msgspec.structs.replace(made, waivers=let_stand((*whole, *own), made.material, audience))
        )
    keep(examiner)
    return sorted_findings(findings), composed


def compose_for(material: Material, audience: Audience, before: Before, collected: Collected) -> Composed:
    """The audience's part of the cleaned material, and the document made of it.

    A change note without a change is left out, and what is composed says so.
    """
    whole = for_audience(material, audience)
    own = _without_idle_note(whole, audience, before.corrected)
    if before.released is None:
        comparison = compare(own, None)
    else:
        edition, earlier = before.released
        comparison = compare(own, earlier, f"{edition.briefing.slug} {edition.number}")
    composing = compose.Composing(own, audience, comparison)
    sheets = encoded_sheets(composing.sheets())
    kept = {
        "item": {item.slug for item in own.items},
        "perspective": {perspective.slug for perspective in own.perspectives},
        "group": {group.slug for group in own.groups},
        "unit": {unit.slug for unit in own.units},
        "term": {term.identifier for term in own.terms},
    }
    records = tuple(
        record for record in collected.records if record.kind not in kept or record.slug in kept[record.kind]
    )
    return Composed(
        audience,
        own,
        comparison,
        composing.document(),
        sheets,
        records,
        corrects=before.corrects,
        note_left_out=own is not whole,
    )


def _without_idle_note(own: Material, audience: Audience, corrected: Corrected | None) -> Material:
    """The material without its change note, where nothing is corrected.

    A copied briefing brings a note to its first edition; and one that stood there before the first edition was
    sealed would, the next time, make a correction of nothing but itself.
    """
    if not own.briefing.change_note:
        return own
    briefing = msgspec.structs.replace(own.briefing, change_note=Trilingual())
    without = msgspec.structs.replace(own, briefing=briefing)
    if corrected is None or material_digest(without, audience) == corrected.material_digest:
        return without
    return own
