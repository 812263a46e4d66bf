"""PO files, the message catalogs of gettext."""

from __future__ import annotations

from typing import Any

from languages.exchange.segments import Segment, Unreadable, written
from languages.parity.findings import TextLanguage
from languages.tags import language_of

_FIRST = ("msgid ", "msgctxt ", "domain ")
_LONGEST_NAME = 60


def is_catalog(text: str) -> bool:
    """Whether a text begins, behind its comments, as a PO file does."""
    for line in text.splitlines():
        bare = line.strip()
        if bare and not bare.startswith("#"):
            return bare.startswith(_FIRST)
    return False


def read(text: str, source: TextLanguage | None, target: TextLanguage | None) -> list[Segment]:
    """The messages that are translated, or not yet; without the header and what is obsolete.

    A message in the plural is held in its last form against the source's plural. The source is English
    unless `source` says otherwise; the header's language prevails over `target`.

    Raises:
        Unreadable: not sound, or it does not say its language.
    """
    # read here: every command that looks at the admin's addresses would pay for the library
    from translate.storage import pypo

    of_a_catalog: Any = pypo.pofile  # its functions carry no types
    try:
        catalog = of_a_catalog.parsestring(text.encode())
    except ValueError as error:
        reason, _on, line = str(error).partition(" on line ")
        number = line.partition(":")[0]
        raise Unreadable(
            f"The PO file is broken: {reason.splitlines()[0]}.", int(number) if number.isdecimal() else 0
        ) from error
    named = catalog.parseheader().get("Language", "")
    language = language_of(named) if named else target
    if language is None:
        raise Unreadable(
            f"The PO file is in a language that the check does not read: {named[:40]}."
            if named
            else "The PO file does not say its language. Give --target."
        )
    original: TextLanguage = source or "en"
    if original == language:
        raise Unreadable("Source and translations are in one language. Give --source.")
    found: list[Segment] = []
    for unit in catalog.units:
        if unit.isheader() or unit.isobsolete():
            continue
        first, second = _last_form(unit.source), _last_form(unit.target)
        name = unit.getcontext() or first
        if len(name) > _LONGEST_NAME:
            name = name[: _LONGEST_NAME - 1] + "…"
        found.append(Segment(name, 0, written({original: first, language: second})))
    return found


def _last_form(text: object) -> str:
    forms = getattr(text, "strings", None) or [text]
    return str(forms[-1] or "")
