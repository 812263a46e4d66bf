"""Briefings, the runs that assemble them, sealed editions and who downloaded what."""

from briefings.models.downloads import Download
from briefings.models.editions import (
    Approval,
    Edition,
    Editions,
    Refusal,
    Release,
    ReleaseChange,
    Rendition,
    Withdrawal,
)
from briefings.models.examinations import ExaminedVersion, StatedVersion, StoredExamination
from briefings.models.figures import FigureEntry
from briefings.models.pages import (
    Briefing,
    BriefingIndex,
    Caution,
    Chapter,
    Highlight,
    HomePage,
    KeyFigure,
    Pick,
    Request,
)
from briefings.models.runs import AssemblyRun
from briefings.models.search import SearchEntry

__all__ = [
    "Approval",
    "AssemblyRun",
    "Briefing",
    "BriefingIndex",
    "Caution",
    "Chapter",
    "Download",
    "Edition",
    "Editions",
    "ExaminedVersion",
    "FigureEntry",
    "Highlight",
    "HomePage",
    "KeyFigure",
    "Pick",
    "Refusal",
    "Release",
    "ReleaseChange",
    "Rendition",
    "Request",
    "SearchEntry",
    "StatedVersion",
    "StoredExamination",
    "Withdrawal",
]
