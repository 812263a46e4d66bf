"""The desk's long lists, a page at a time: what the newest checked run found, and which items entered it.

A briefing of thousands of items has thousands of findings: all of them on one page were 18 megabytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from briefings.checking.findings import SEVERITIES, digest_to_waive, digests_let_stand
from briefings.models import AssemblyRun

PER_PAGE = 100
LET_STAND = "let-stand"
WEIGHTS: dict[str, str | Promise] = SEVERITIES | {LET_STAND: _("let stand")}
"""What a finding comes to now: one that somebody let stand stops nothing any more."""


class ListPlace(NamedTuple):
    """Where somebody is in the desk's lists, as its address says it; empty where the address does not."""

    weight: str = ""
    """Of the findings that are shown; all of them if it is empty."""
    p: str = ""
    """The page of the findings."""
    items: str = ""
    """The page of the items."""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> ListPlace:
        weight, *pages = (query.get(name, "") for name in cls._fields)
        return cls(weight if weight in WEIGHTS else "", *(page if page.isdecimal() else "" for page in pages))

    @classmethod
    def sent(cls, form: Mapping[str, str]) -> ListPlace:
        """Where whoever sent a form of the desk was."""
        return cls.of(QueryDict(form.get("list", "")))

    @property
    def parameters(self) -> dict[str, str]:
        """Of the desk's address."""
        return {name: value for name, value in self._asdict().items() if value}

    @property
    def query(self) -> str:
        return urlencode(self.parameters)


class Listed(NamedTuple):
    """A page of a list, and how to get to the others."""

    page: Page[dict[str, Any]]
    query: str
    """Of the other pages' addresses, without the number."""
    choices: list[dict[str, Any]]
    """What the list can be narrowed to, each with how many there are; none where one page holds all."""


def findings_listed(run: AssemblyRun, place: ListPlace) -> Listed:
    """A page of what a run found, in its order: what stops sealing comes first."""
    stand = digests_let_stand()
    weights = [
        LET_STAND if digest_to_waive(finding) in stand else finding["severity"] for finding in run.findings
    ]
    wanted = [
        finding for finding, weight in zip(run.findings, weights, strict=True) if place.weight in ("", weight)
    ]
    numbers = Counter(weights)
    choices = [("", _("all"), len(weights)), *((name, WEIGHTS[name], numbers[name]) for name in WEIGHTS)]
    return Listed(
        _page(wanted, place.p),
        place._replace(p="").query,
        [
            {
                "query": place._replace(weight=name, p="").query,
                "label": label,
                "number": number,
                "current": name == place.weight,
            }
            for name, label, number in choices
            if len(weights) > PER_PAGE and (number or name == place.weight)
        ],
    )


def items_listed(run: AssemblyRun, place: ListPlace) -> Listed:
    """A page of the items that entered a run, or did not."""
    entered = sum(bool(choice["entered"]) for choice in run.selection)
    numbers = ((_("entered"), entered), (_("not entered"), len(run.selection) - entered))
    return Listed(
        _page(run.selection, place.items),
        place._replace(items="").query,
        [{"label": label, "number": number} for label, number in numbers if len(run.selection) > PER_PAGE],
    )


def _page(rows: list[dict[str, Any]], number: str) -> Page[dict[str, Any]]:
    return Paginator(rows, PER_PAGE).get_page(number)
