"""Cooperation items: pages, what stands inside them, and the kinds that have fields of their own."""

from projects.models.items import Bureau, CooperationItem
from projects.models.kinds import AirMobilityDeal, CityNetworkProject, DeclarationClause, SolutionField
from projects.models.parts import (
    Commitment,
    Contribution,
    Country,
    Figure,
    MinistryView,
    Partner,
    PerspectiveLink,
    RelatedItem,
    Source,
)

__all__ = [
    "AirMobilityDeal",
    "Bureau",
    "CityNetworkProject",
    "Commitment",
    "Contribution",
    "CooperationItem",
    "Country",
    "DeclarationClause",
    "Figure",
    "MinistryView",
    "Partner",
    "PerspectiveLink",
    "RelatedItem",
    "SolutionField",
    "Source",
]
