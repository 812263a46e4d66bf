"""What an error that stopped work means: for its editor in a word, and whether to try again."""

from __future__ import annotations

from django.db import InterfaceError, OperationalError
from django.utils import translation
from psycopg.errors import IdleInTransactionSessionTimeout

from briefings.choices import Fault
from briefings.models import AssemblyRun
from briefings.rendering.pdf import RenderingFailed, TooLarge


class OtherBytes(Exception):
    """A file was made again, and its bytes are not those whose digest is recorded."""

    quotes_nothing = True  # so its words may stand in a log


def fault_of(error: Exception) -> Fault:
    """The kind of fault behind an error."""
    if isinstance(error, OtherBytes):
        return Fault.OTHER_BYTES
    if isinstance(error, TooLarge):
        return Fault.SIZE
    if isinstance(error, RenderingFailed):
        return Fault.TYPESETTING
    if isinstance(error, (OperationalError, InterfaceError)) or _ended_for_silence(error):
        return Fault.DATABASE
    if isinstance(error, OSError):
        return Fault.STORAGE
    return Fault.UNEXPECTED


def _ended_for_silence(error: Exception) -> bool:
    """Whether PostgreSQL ended a transaction that said nothing for too long: an internal error, as Django counts."""
    return isinstance(error.__cause__, IdleInTransactionSessionTimeout)


def details_of(error: Exception) -> str:
    """The error as an operator reads it, in at most 2,000 characters."""
    return f"{type(error).__name__}: {error}"[:2000]


MOST_ATTEMPTS = 8
"""Work that ended as many workers is given up, so that it does not end them all."""


def may_pass(fault: Fault, attempts: int) -> bool:
    """Whether to try again by itself after the n-th attempt: a disk may be freed, a text stays as it is."""
    most = {Fault.TYPESETTING: 1, Fault.SIZE: 1, Fault.OTHER_BYTES: 1, Fault.UNEXPECTED: 3}.get(
        fault, MOST_ATTEMPTS
    )
    return attempts < most


def trouble_of(run: AssemblyRun) -> str:
    """Why a run did not end well, for a terminal; empty if it did."""
    with translation.override("en"):
        return " ".join(part for part in (run.get_fault_display(), run.error) if part)
