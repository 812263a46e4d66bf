"""Saying something about a pair of texts: reviewed, still right after a minor change, taken back."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from languages.states import TextState, words_of
from reviews import counting
from reviews.minor import FEWEST_OF_A_REASON, Changed, more_than_minor
from reviews.models import Decision, Review
from reviews.states import TextInLanguage


class NotStale(Exception):
    """Only a text that was reviewed with another Korean text can be told to be still right."""


class NotMinor(Exception):
    """The Korean changed in more than spelling and spacing, and nobody says why the translation is still right."""

    def __init__(self, changed: list[tuple[TextInLanguage, Changed]]) -> None:
        super().__init__()
        self.changed = changed


@transaction.atomic
def record(
    texts: Iterable[TextInLanguage], *, decision: Decision, by: AbstractBaseUser, where: str, note: str = ""
) -> int:
    """Note what `by` says about these texts; how many were noted.

    A text that is missing is left out: nobody can have read it. A change that does more to the Korean than spelling
    and spacing can be called minor with a reason only: `note`, which is kept with who said so and when.

    Raises:
        NotStale: a change is called minor where none of the Korean was reviewed before.
        NotMinor: a change is called minor without the reason that it needs.
    """
    said = [text for text in texts if text.state != TextState.MISSING]
    if decision == Decision.MINOR and any(text.state != TextState.STALE for text in said):
        raise NotStale
    if decision == Decision.MINOR and len(note.strip()) < FEWEST_OF_A_REASON:
        changed = [(text, what) for text in said if (what := more_than_minor(text.changes))]
        if changed:
            raise NotMinor(changed)
    counting.forget({text.pair[2] for text in said})
    Review.objects.bulk_create(
        Review(
            language=text.language,
            korean_digest=text.pair[1],
            text_digest=text.pair[2],
            decision=decision,
            korean=words_of(text.text.text.ko, rich=text.text.rich),
            place=f"{where} · {text.text.place}"[:300],
            by=by,
            note=note,
        )
        for text in said
    )
    return len(said)
