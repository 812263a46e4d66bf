"""`manage.py demo`: the whole portal on this machine, with the sample briefing assembled by a real worker."""

from __future__ import annotations

import os
import signal
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from briefings import access, demonstration
from briefings.choices import Fault, FileFormat, RenditionState, RunState
from briefings.content.places import ContentError
from briefings.editions.exporting import ExportError, export_below
from briefings.editions.renditions import is_stored, make_lost_again
from briefings.models import Briefing, Edition, Rendition
from briefings.runs import request_run
from briefings.terminal import follow, report_findings
from briefings.work.faults import trouble_of
from briefings.work.hints import ask_the_broker
from config.processes import Processes, ProcessFailed, must_be_free, processes, wait_until_alive
from config.servers_home import home

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def _end(*_signal: object) -> None:
    """End once. Who asks again meanwhile, as `timeout` and make do together, must not break off the ending:
    worker and beat would be left behind.
    """
    for each in _ENDING:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 65535):
        raise CommandError("PORT must be a number from 1 to 65535.")
    return int(text)


class Command(BaseCommand):
    help = "Starts everything, assembles the sample briefing and serves it until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", default=settings.PORT)
        parser.add_argument("--export", type=Path, help="write the editions into this folder and end")

    def handle(self, *args: Any, port: str, export: Path | None, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "The demonstration runs with PORTAL_MODE=demo only, never on a production server."
            )
        number = _port(port)
        os.environ["PORT"] = port  # the worker prints the address of this port in files
        # Ctrl-C, a plain kill and a closed terminal alike end what was started. Ctrl-C is named too: a
        # shell that starts a command in the background tells it to ignore it.
        for each in _ENDING:
            signal.signal(each, _end)
        try:
            with processes() as group:
                self._run(group, number, export)
        except (ProcessFailed, ContentError, ExportError) as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            self.stdout.write("\nStopped.")

    def _run(self, group: Processes, port: int, folder: Path | None) -> None:
        if folder is None:
            must_be_free(port)
        ask_the_broker()
        self._say("Preparing the database …")
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s", ["가"])  # refused here, not after a hundred migrations
        call_command("migrate", verbosity=0)
        if demonstration.is_empty():
            self._say("Loading the sample content …")
            demonstration.load_sample()
        accounts = demonstration.ensure_accounts()
        demonstration.review_sample()
        connection.close()
        group.start_worker()
        group.start_beat()
        if folder is None:
            group.start_web(port)
        editions = self._assemble(group)
        for edition in editions:
            if access.is_withdrawn(edition):
                self._say(f"\n{edition.audience} {edition.number} is withdrawn; no earlier edition holds.")
        editions = [edition for edition in editions if not access.is_withdrawn(edition)]
        if folder is not None:
            for edition in editions:
                for file in export_below(edition, folder):
                    self.stdout.write(str(file))
            return
        wait_until_alive(port, group)
        self._welcome(port, accounts, editions)
        while True:
            group.check()
            time.sleep(1)

    def _assemble(self, group: Processes) -> list[Edition]:
        """The sample's editions: those that were released, else made now by the worker."""
        editions = demonstration.editions()
        if editions:
            return editions
        self._say("Assembling the November 2025 briefing …")
        run, _made = request_run(
            briefing=Briefing.objects.get(slug=demonstration.SAMPLE),
            audiences=["presidential", "partner"],
            by=get_user_model().objects.get(username=demonstration.BRIEFING_EDITOR),
        )
        follow(run, self.stdout._out, check=group.check)
        if run.state != RunState.DONE or run.fault:
            report_findings(run, self.stdout._out)
            raise CommandError(trouble_of(run) or "The sample briefing has findings that stop its sealing.")
        for edition in run.editions.all():
            demonstration.release_sample(edition)
        return demonstration.editions()

    def _welcome(self, port: int, accounts: dict[str, str], editions: list[Edition]) -> None:
        base = f"http://localhost:{port}"
        self._say("\nThe portal is running.")
        for code, name in settings.LANGUAGES:
            self.stdout.write(f"  {name:<8} {base}/{code}/")
        self.stdout.write(f"  {'admin':<8} {base}/admin/")
        self._say(f"\nAccounts, all with the password {settings.DEMO_PASSWORD}")
        for username, purpose in accounts.items():
            self.stdout.write(f"  {username:<32} {purpose}")
        self._say("\nThe briefing as PDF")
        for edition in editions:
            for file in edition.renditions.filter(format=FileFormat.PDF, state=RenditionState.READY):
                if is_stored(file):
                    self.stdout.write(
                        f"  {edition.audience} {edition.number} {file.language:<8} {file.file.path}"
                    )
        self._make_lost_files_again(editions)
        self._say("\nCtrl-C stops everything that was started.")

    def _make_lost_files_again(self, editions: list[Edition]) -> None:
        """The database outlives the checkout where it lies elsewhere, as root's does; the files do not."""
        files = Rendition.objects.filter(edition__in=editions)
        lost = [file for file in files.filter(state=RenditionState.READY) if not is_stored(file)]
        for file in lost:
            make_lost_again(file)
        gone = len(lost) + files.filter(fault=Fault.OTHER_BYTES).count()
        if gone:
            self._say(
                f"\n{gone} of the editions' files are gone: the database is older than this folder. They are made again"
                " now, but only by the version that made them."
            )
            if os.environ.get("DATABASE_URL") == home().database_url:
                self._say(f"To begin anew, end this, delete {home().folder}, and start again.")

    def _say(self, text: str) -> None:
        self.stdout.write(self.style.MIGRATE_HEADING(text))
        self.stdout.flush()
