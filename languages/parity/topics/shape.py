"""What a topic is: a few things of which a text names one."""

from __future__ import annotations

from typing import Literal

import msgspec

type Rows = dict[str, tuple[str, str, str]]
"""By name of what is chosen: what says it in Korean, Chinese and English."""


class Topic(msgspec.Struct, frozen=True):
    """What there is to choose from; `code` and `kind` are those of the finding."""

    code: Literal["figure-differs", "unit-differs", "qualifier-differs", "hedge-differs", "step-differs"]
    kind: str
    needles: tuple[str, str, str]
    """Of which a text holds one wherever it names anything of this topic: pieces of it in Korean and Chinese (_ for
    a space), whole words in small letters in English."""
    claims: Rows
    """What says it plainly. What an English text claims is found in letters of any size, but for the weekdays."""
    hints: Rows = {}
    """What may say the same less plainly, where that is more than the claims."""
    may_be_both: bool = False
    """Whether a text often names two of them at once and another text only one: to 18 percent, by 3 points."""
    by_case: bool = False
    """Whether English claims are told apart by capitals: Sun and sun."""
