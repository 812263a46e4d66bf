"""White space of texts that are compared or printed as one line."""

from __future__ import annotations


def single_spaced(text: str) -> str:
    """Runs of white space as one space, and none at both ends."""
    # of all white space only a plain space counts as printable, so most texts need not be taken apart
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join(text.split())
