"""Set-up shared by all tests: one database with the sample content, and clones of it for real processes."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.base import PartialTemplate, Template
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker
from wagtail.users.models import UserProfile

from config.processes import Processes
from tests import unchanged
from tests.databases import clone
from tests.forked import ForkedProcesses
from tests.memory import memory_in_large_pages
from tests.sample import sample_database

# the same examples in every run; `--hypothesis-profile=default` draws others
hypothesis.settings.register_profile("suite", derandomize=True, deadline=None)
hypothesis.settings.load_profile("suite")

PROJECT = Path(__file__).resolve().parent.parent
LOGS = PROJECT / "var" / "test-log" / os.environ.get("PYTEST_XDIST_WORKER", "")


@pytest.hookimpl(wrapper=True)
def pytest_sessionstart() -> Generator[None]:
    """Processes that run tests start with the session."""
    with memory_in_large_pages():
        return (yield)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files whose tests wait for processes are spread among those that compute: together, they left a core idle."""
    portals = {"portal", "started_portal"}
    waiting = {item.path for item in items if portals & set(getattr(item, "fixturenames", ()))}
    place: dict[Path, float] = {}
    for waits in (True, False):
        files = list(dict.fromkeys(item.path for item in items if (item.path in waiting) == waits))
        place |= {file: (number + 0.5) / len(files) for number, file in enumerate(files)}
    # while one process makes the database of the sample, the others compute what needs none
    place |= {file: -1 for file in place if file.name in ("test_corpus.py", "test_choices.py")}
    # what takes a minute and more, begun late, would leave the others idle at the end
    place |= {file: 0 for file in place if file.name in ("test_walk.py", "test_backup.py")}
    items.sort(key=lambda item: place[item.path])


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The sample content and the demonstration's accounts, loaded once and kept; this process has a clone."""
    with django_db_blocker.unblock(), sample_database():
        unchanged.watch()
        yield


@pytest.fixture(scope="session", autouse=True)
def pages_as_fast_as_served(django_test_environment: None) -> None:
    """Django's test client keeps each rendered template with a copy of all that it was rendered with.

    No test asks for them; that and going through the rules of the language check for garbage, again and again, is a
    quarter of the time of every page. And each new client begins with a list of all static files, which a server makes
    once: here a file is looked for when it is asked for.
    """
    # a server has read its addresses, with which snippets get theirs, before it answers
    reverse("wagtailadmin_home")
    settings.WHITENOISE_AUTOREFRESH = True
    Template._render = PartialTemplate._render = lambda template, context: template.nodelist.render(context)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(autouse=True)
def messages_in_english() -> Iterator[None]:
    """Messages are asserted in the language of the code; pages take theirs from their address."""
    with translation.override("en"):
        yield


@pytest.fixture
def account(db: None) -> Any:
    """The demonstration's account of a role: `account("approver")`."""
    users = get_user_model()

    def find(name: str) -> Any:
        return users.objects.get(username=name)

    return find


@pytest.fixture
def enter(account: Any) -> Callable[[str], Client]:
    """The client of somebody who has signed in and reads the admin in English."""

    def signed_in(name: str) -> Client:
        user = account(name)
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def live_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A clone of the test database without any transaction around it; its DATABASE_URL.

    This process and the processes it starts see the same rows.
    """
    with django_db_blocker.unblock(), clone("live") as address:
        yield address


@pytest.fixture
def portal(live_database: str) -> Iterator[Processes]:
    """Processes of the portal over the cloned database, forked with the libraries read; all of them end with the test.

    Their logs are those of this test alone.
    """
    yield from _ended_with_the_test(ForkedProcesses)


@pytest.fixture
def started_portal(live_database: str) -> Iterator[Processes]:
    """As `portal`, and each process starts by itself, as on a server."""
    yield from _ended_with_the_test(Processes)


def _ended_with_the_test(processes: type[Processes]) -> Iterator[Processes]:
    shutil.rmtree(LOGS, ignore_errors=True)
    group = processes(LOGS)
    try:
        yield group
    finally:
        group.kill()
