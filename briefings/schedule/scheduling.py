"""Pages and records are published, or taken back, at the time that their editors have set."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

import structlog
from django.apps import apps
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from briefings import clock
from reviews.locks import Lock
from vocabulary.versions import wait_for_savers

logger = structlog.stdlib.get_logger(__name__)


def publish_due() -> None:
    """What Wagtail's `publish_scheduled` does, but each page by itself: one that cannot be published keeps no other back.

    It stays due, is tried again the next time, and waits for those who may publish it (briefings/home/waiting.py).
    """
    with _alone() as alone:
        if not alone:
            return
        # Wagtail asks this process's clock once more, and would set for later what it finds early: where that clock is
        # behind another worker publishes, where it is ahead nothing comes out before PostgreSQL's time
        now = min(clock.now(), timezone.now())
        for model in _with_drafts():
            for record in model._default_manager.filter(live=True, expire_at__lt=now).order_by(
                "expire_at", "pk"
            ):
                _by_itself(record, partial(_take_back, record, now))
        due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at", "pk")
        for revision in due.defer("content"):
            _by_itself(revision, partial(_publish, revision, now))


class NamesWhatIsDeleted(Exception):
    """A version names what was deleted since: whoever publishes it by hand is told so, and decides."""


# Others came first, and somebody may have saved the record meanwhile, or called it off: Wagtail writes the whole row, so it
# is read again once nobody else writes it


def _take_back(record: DraftStateMixin, now: datetime) -> None:
    current = wait_for_savers(record)
    if current is not None and current.expire_at is not None and current.expire_at < now:
        current.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(revision: Revision, now: datetime) -> None:
    record = revision.content_object
    if record is None or wait_for_savers(record) is None:
        return
    due = Revision.objects.filter(pk=revision.pk, approved_go_live_at__lt=now).first()
    if due is None:
        return
    if getattr(due.as_object(), "gone", ()):
        raise NamesWhatIsDeleted
    due.publish(log_action="wagtail.publish.scheduled")


def _with_drafts() -> list[type[DraftStateMixin]]:
    others = [m for m in apps.get_models() if issubclass(m, DraftStateMixin) and not issubclass(m, Page)]
    return [Page, *others]


def _by_itself(record: object, act: Callable[[], None]) -> None:
    try:
        with transaction.atomic():
            act()
    except (OperationalError, InterfaceError):
        raise  # of PostgreSQL itself: the others would fare no better
    except NamesWhatIsDeleted:
        # for an editor to decide, who is told on the home page: nothing that an operator could mend
        model, key = _named(record)
        logger.info("waits for an editor: what it names was deleted", model=model, key=key)
    except Exception as error:
        model, key = _named(record)
        # the words of an error may hold a text's
        logger.error(
            "not published or taken back in its time", model=model, key=key, error=type(error).__name__
        )


def _named(record: object) -> tuple[str, object]:
    if isinstance(record, Revision):
        return record.content_type.model, record.object_id
    return type(record).__name__.lower(), getattr(record, "pk", None)


@contextlib.contextmanager
def _alone() -> Iterator[bool]:
    """Whether no other process is at it: two would publish the same page twice.

    A lock of the connection and not of a transaction, which would undo every page with the one that failed.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, 0)", [Lock.PUBLISHING])
        (alone,) = cursor.fetchone()
        try:
            yield alone
        finally:
            if alone and connection.connection is not None and not connection.connection.closed:
                cursor.execute("SELECT pg_advisory_unlock(%s, 0)", [Lock.PUBLISHING])
