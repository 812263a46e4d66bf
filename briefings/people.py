"""What people are called."""

from __future__ import annotations

import re
from typing import Any

_WITHOUT_A_SPACE = re.compile("[\u3400-\u9fff\uac00-\ud7a3]+")


def called(user: Any) -> str:
    """What an account's owner is called: in Hangul or Han by the family name first; the account's name if no other is known."""
    names = (user.last_name, user.first_name)
    if all(map(_WITHOUT_A_SPACE.fullmatch, names)):
        return "".join(names)
    return str(user.get_full_name() or user.get_username())
