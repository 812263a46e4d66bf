"""`manage.py assemble BRIEFING`: ask for a run, show its progress, say what it made or found."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from briefings.assembly.material import AUDIENCES
from briefings.choices import NumberStep, RunState
from briefings.models import Briefing
from briefings.runs import request_run
from briefings.terminal import follow, report_findings
from briefings.work.faults import trouble_of
from briefings.work.hints import ask_the_broker


class Command(BaseCommand):
    help = "Assembles a briefing through a worker and shows the progress."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("briefing", help="the briefing's identifier, such as 2025-11")
        parser.add_argument(
            "--audience", action="append", choices=AUDIENCES, help="may be given several times"
        )
        parser.add_argument("--number", choices=NumberStep.values, default=NumberStep.MINOR)
        parser.add_argument("--by", help="the account that asks for it")

    def handle(self, *args: Any, briefing: str, by: str | None, **options: Any) -> None:
        page = Briefing.objects.filter(slug=briefing).first()
        if page is None:
            known = ", ".join(Briefing.objects.values_list("slug", flat=True)) or "none"
            raise CommandError(f"There is no briefing “{briefing}”. Known are: {known}.")
        user = get_user_model().objects.filter(username=by).first() if by else None
        if by and user is None:
            raise CommandError(f"There is no account “{by}”.")
        ask_the_broker()
        audiences, number = options["audience"] or ["presidential", "partner"], options["number"]
        run, made = request_run(briefing=page, audiences=audiences, by=user, number_step=number)
        if not made and not run.seals_for(audiences, number):
            raise CommandError(
                f"Run {run.pk} of this briefing is under way, and does not seal what is asked for."
                " Give the command again when it has ended."
            )
        if not made:
            self.stdout.write(f"Run {run.pk} of this briefing is under way already; following it.")
        try:
            follow(run, self.stdout._out)
        except KeyboardInterrupt:
            raise CommandError(
                f"Interrupted. Run {run.pk} goes on without this command: follow it on the briefing's page in the"
                " admin, or give the command again.",
                returncode=130,
            ) from None
        report_findings(run, self.stdout._out)
        if run.state != RunState.DONE:
            raise CommandError(
                trouble_of(run) or "Nothing was sealed. Clear the findings and assemble again."
            )
        for edition in run.outcome():
            unchanged = "  (nothing has changed since it was sealed)" if edition.existed else ""
            self.stdout.write(f"{edition}  SHA-256 {edition.digest}{unchanged}")
        if trouble := trouble_of(run):
            raise CommandError(
                f"The editions are sealed, but not every file could be made. {trouble}\n"
                "Once that is mended, make the file again on the briefing's page in the admin."
            )
