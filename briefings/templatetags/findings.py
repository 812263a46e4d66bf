"""What a list of findings needs beside its findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django import template

from briefings.findings import Described

register = template.Library()


@register.filter
def languages_together(findings: Iterable[Described]) -> list[Described]:
    """The findings, those that say the same of several languages of one place as one that names them all."""
    kept: dict[object, Described] = {}
    for finding in findings:
        # one that can be let stand is known by its language, and stays by itself
        what = (finding.code, finding.severity, finding.where, finding.sentence, finding.digest)
        known = kept.get(what)
        if known is None:
            kept[what] = finding
        elif finding.language not in known.language.split(", "):
            kept[what] = replace(known, language=f"{known.language}, {finding.language}")
    return list(kept.values())
