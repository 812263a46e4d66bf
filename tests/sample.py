"""The database that tests and benchmarks work in: the sample content, the demonstration's accounts and reviews.

What the checks find in the sample, and what else is read in it, is kept in it as well, as it is in a portal that has
assembled it before. A changed check could use none of it, so the sample is then made anew.
"""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher

from briefings import demonstration
from briefings.assembly.examination import digest_of_checks
from briefings.checking import draft_findings
from briefings.figures import stated_figures
from briefings.models import Briefing
from briefings.records.language_status import statuses
from tests.briefings.editions import findings_of
from tests.databases import clone_of_kept

# a password takes a fifth of a second to hash, and to check again; those of the sample protect nothing
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost, Argon2PasswordHasher.parallelism = 1, 8, 1

PROJECT = Path(__file__).resolve().parent.parent
# what the sample's rows depend on
_MADE_FROM = (
    "*/migrations/*.py",
    "fixtures/**/*.yaml",
    "briefings/content/*.py",
    "briefings/roles.py",
    "briefings/tree.py",
    "briefings/demonstration.py",
    "reviews/*.py",
    "vocabulary/working_title.py",
    "vocabulary/beginnings.py",
    "languages/states.py",
    "briefings/assembly/chapters.py",
    "briefings/checking/draft_findings.py",
    "briefings/figures/stated_figures.py",
    "briefings/records/term_use.py",
    "tests/sample.py",
)


def sample_database() -> AbstractContextManager[None]:
    """A database with the sample, for this process alone; the one it is cloned from is kept until content changes."""
    digest = hashlib.sha256()
    for pattern in _MADE_FROM:
        for file in sorted(PROJECT.glob(pattern)):
            digest.update(file.read_bytes())
    # what was found by other checks is of no use: each test would look at every text of the sample again
    digest.update(digest_of_checks(PROJECT).encode())
    # another checkout on the same machine has another password for its accounts
    digest.update(settings.DEMO_PASSWORD.encode())
    return clone_of_kept(digest.hexdigest()[:12], _load)


def _load() -> None:
    demonstration.load_sample()
    demonstration.ensure_accounts()
    demonstration.review_sample()
    briefing = Briefing.objects.get(slug=demonstration.SAMPLE)
    findings_of(briefing, ("presidential", "partner", "full"), briefing.period_end)
    draft_findings.draft_findings(seconds=600)
    statuses()
    stated_figures.bring_up_to_date()
