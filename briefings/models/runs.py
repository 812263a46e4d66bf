"""A run: who asked for an assembly, how far it is, what it found, and who holds it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from briefings.choices import Audience, Fault, NumberStep, RunState, RunStep
from briefings.models.pages import Briefing

UNSEALED_STATES = (RunState.WAITING, RunState.RUNNING)
"""A worker takes the run up, from its beginning."""
ACTIVE_STATES = (*UNSEALED_STATES, RunState.RENDERING)


class Lease(models.Model):
    """Who works on a row, until when on PostgreSQL's clock, and the fencing number that its writes must show."""

    holder = models.CharField(max_length=120, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    fence = models.PositiveIntegerField(default=0)
    takeovers = models.PositiveIntegerField(default=0)
    """How often the row was taken from a worker that died or hung."""

    class Meta:
        abstract = True


class AssemblyRun(Lease):
    """One press of Assemble. PostgreSQL owns the work; the queue only hints at it."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="runs")
    """Its editions keep a briefing that was sealed; what was only checked may go, with its runs."""
    audiences = ArrayField(models.CharField(max_length=12, choices=Audience.choices))
    number_step = models.CharField(max_length=5, choices=NumberStep.choices, default=NumberStep.MINOR)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    requested_at = models.DateTimeField(db_default=Now(), editable=False)
    requested_in = models.CharField(max_length=64, blank=True)
    """The id of the web request that asked for it, for the logs: whoever takes the run up may not have been told."""
    checks_only = models.BooleanField(default=False)
    """Set by the monthly schedule: the run stops after its checks and seals nothing."""

    state = models.CharField(max_length=9, choices=RunState.choices, default=RunState.WAITING)
    step = models.CharField(max_length=8, choices=RunStep.choices, default=RunStep.WAITING)
    per_cent = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    findings = models.JSONField(default=list)
    selection = models.JSONField(default=list)
    """Which items entered and why, which did not and why not."""
    measures = models.JSONField(default=dict)
    """For the metrics, small whatever the findings are: `seconds` by step, number of `findings` by severity
    and code."""
    fault = models.CharField(max_length=11, choices=Fault.choices, blank=True)
    error = models.TextField(blank=True)
    """Details for the operator."""
    finished_at = models.DateTimeField(null=True, blank=True)
    editions = models.ManyToManyField("briefings.Edition", related_name="runs")
    """The sealed editions, new ones or those that already held equal content."""

    class Meta:
        verbose_name = _("assembly run")
        ordering = ["-pk"]
        constraints = [
            # two people who press Assemble at once get one run
            models.UniqueConstraint(
                fields=["briefing"],
                condition=models.Q(state__in=ACTIVE_STATES),
                name="one_active_run_per_briefing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.briefing} #{self.pk}"

    @property
    def active(self) -> bool:
        return self.state in ACTIVE_STATES

    def outcome(self) -> models.QuerySet[Any]:
        """Its editions without what they hold, by audience; `existed` where it sealed nothing, as nothing had changed."""
        of_runs_before = AssemblyRun.editions.through._default_manager.filter(
            edition=models.OuterRef("pk"), assemblyrun__lt=self.pk
        )
        return (
            self.editions.without_content()
            .annotate(existed=models.Exists(of_runs_before))
            .order_by("audience")
        )

    def seals_for(self, audiences: Iterable[str], number_step: str) -> bool:
        """Whether editions for all these audiences, numbered so, come of it."""
        return (
            not self.checks_only and self.number_step == number_step and set(audiences) <= set(self.audiences)
        )
