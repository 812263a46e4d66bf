"""Whether a change of the Korean is more than spelling and spacing, so that "still right" needs a reason."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import msgspec

from languages import parity
from languages.differences import Difference

MOST_LETTERS = 2
"""Letters that a correction of spelling changes: 되요 → 돼요, 몇 일 → 며칠."""
FEWEST_OF_A_REASON = 5
"""Characters: a shorter one tells the next reader nothing."""
_LETTER = re.compile(r"[^\W_]")
_DENYING = frozenset("없못안않")
_LONGEST = 4_000
"""Letters that are compared one by one; in a longer text, every changed word counts in full."""


class Changed(msgspec.Struct, frozen=True):
    """What makes a change more than minor."""

    words: int = 0
    """How many words were taken out or put in."""
    facts: tuple[str, ...] = ()
    """Figures, hedges, steps and names that the new Korean has and the old had not, or has no more."""

    def __bool__(self) -> bool:
        return bool(self.words or self.facts)


def more_than_minor(changes: tuple[Difference, ...]) -> Changed:
    """What a change does beside spelling and spacing; false where it does nothing else.

    Args:
        changes: of the Korean, from the text as reviewed to the text of now.
    """
    old = "".join(each.text for each in changes if each.change != "added")
    new = "".join(each.text for each in changes if each.change != "removed")
    facts = [
        finding.details.get("ko", "")
        for source, target in ((old, new), (new, old))
        for finding in parity.compare(source, target, "ko", "ko")
    ]
    if not facts and _is_spelling(old, new):
        return Changed()
    words = sum(len(each.text.split()) for each in changes if each.change != "kept")
    return Changed(words, tuple(dict.fromkeys(each for each in facts if each)))


def _is_spelling(old: str, new: str) -> bool:
    """Whether the letters are the same but for a few, spaces and signs aside."""
    before, after = "".join(_LETTER.findall(old)), "".join(_LETTER.findall(new))
    if before == after:
        return True
    if max(len(before), len(after)) > _LONGEST:
        return False
    touched = 0
    for tag, start, end, new_start, new_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        if _DENYING & set(before[start:end] + after[new_start:new_end]):
            return False
        touched += max(end - start, new_end - new_start)
    return touched <= MOST_LETTERS
