"""A state as an editor reads it: a word, and a mark beside it that needs no colour."""

from __future__ import annotations

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from languages.differences import Difference
from languages.states import TextState

WORDS: dict[TextState, Promise] = {
    TextState.MISSING: _("missing"),
    TextState.DRAFT: _("draft"),
    TextState.REVIEWED: _("reviewed"),
    TextState.STALE: _("stale"),
}
MARKS: dict[TextState, str] = {
    TextState.MISSING: "○",
    TextState.DRAFT: "◐",
    TextState.REVIEWED: "●",
    TextState.STALE: "▲",
}


class Marked(msgspec.Struct, frozen=True):
    """A state ready for a template."""

    state: TextState
    word: Promise
    mark: str
    changes: tuple[Difference, ...] = ()


def marked(state: TextState, changes: tuple[Difference, ...] = ()) -> Marked:
    """The state's word and mark; for a stale text also what changed in the Korean."""
    return Marked(state, WORDS[state], MARKS[state], changes)
