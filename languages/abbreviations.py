"""English abbreviations with a stop, which ends no sentence by being there."""

from __future__ import annotations

import re

_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
_IN_SENTENCES = (
    f"Inc|Co|Corp|Ltd|No|Nos|vs|Mr|Mrs|Ms|Dr|Prof|St|Mt|Gen|Gov|Sen|[Aa]pprox|[Ii]ncl|cf|pp|{_MONTHS}"
)
LONGEST = len("approx") + 1
"""Characters of the longest abbreviation, with what stands before it."""

ABBREVIATION = re.compile(rf"(?:^|[^A-Za-z])(?:{_IN_SENTENCES}|etc)$")
"""What may stand before a stop that is its own. Ask for it `LONGEST` characters before the stop."""

# letters with stops between them (U.S., p.m.) or a small one (p. 5), but not the letter that numbers a point: "a. Four"
_LETTERS = r"\.[A-Za-z]$|[^A-Za-z.][a-z]$"
# behind "etc." a sentence that goes on has a comma
_GOES_ON = re.compile(rf"(?:^|[^A-Za-z])(?:{_IN_SENTENCES})$|{_LETTERS}")


def may_go_on(sentence: str) -> bool:
    """Whether the stop that `sentence` ends with is an abbreviation's, so that the sentence may go on.

    Whether it does, nobody can tell: both "to the U.S. up to 100 aircraft" and "to the U.S. Up to 100 aircraft" may be
    meant. A capital letter by itself (Plan A.) ends a sentence: before a number, it is nobody's initial.
    """
    before = len(sentence.rstrip(" ")) - 1
    return _GOES_ON.search(sentence[:before], max(0, before - LONGEST)) is not None
