"""What the desk and the reports print: findings of several languages as one, and lists of names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django import template

from agencies.models import Agency
from briefings.checking.findings import Described
from vocabulary.interface import listed

register = template.Library()
register.filter(listed)


@register.filter
def languages_together(findings: Iterable[Described]) -> list[Described]:
    """The findings, those that say the same of several languages of one place as one that names them all."""
    together: dict[object, list[Described]] = {}
    for finding in findings:
        # one that can be let stand is known by its language, and stays by itself
        what = (
            finding.code,
            finding.severity,
            finding.where,
            finding.sentence,
            finding.digest,
            finding.around,
        )
        together.setdefault(what, []).append(finding)
    return [
        replace(alike[0], language=listed(dict.fromkeys(each.language for each in alike)))
        for alike in together.values()
    ]


@register.filter
def agencies_named(agencies: Iterable[Agency]) -> str:
    """Names of agencies in the active language, parted as it parts them."""
    return listed(agency.name for agency in agencies)
