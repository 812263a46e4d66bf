"""What the desk and the reports print: findings of several languages as one, and lists of names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django import template
from django.utils.translation import pgettext

from agencies.models import Agency
from briefings.findings import Described

register = template.Library()


@register.filter
def languages_together(findings: Iterable[Described]) -> list[Described]:
    """The findings, those that say the same of several languages of one place as one that names them all."""
    comma = pgettext("between names", ", ")
    kept: dict[object, Described] = {}
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
        known = kept.get(what)
        if known is None:
            kept[what] = finding
        elif finding.language not in known.language.split(comma):
            kept[what] = replace(known, language=f"{known.language}{comma}{finding.language}")
    return list(kept.values())


@register.filter
def listed(agencies: Iterable[Agency]) -> str:
    """Names of agencies in the active language, parted as it parts them."""
    return parted(agency.name for agency in agencies)


@register.filter
def parted(names: Iterable[object]) -> str:
    """Names one behind another, parted as the active language parts them."""
    return pgettext("between names", ", ").join(str(name) for name in names)
