"""What people said about the texts of an edition's material, for its checks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import msgspec

from briefings.assembly.checks.languages import ReviewsOfMaterial
from briefings.assembly.checks.places import PlacedText, item_texts, texts_beside_items
from briefings.assembly.material import Material
from languages.states import Reviews, TextState, are_reviewed, digests_of, states_of_digests
from languages.trilingual import Trilingual
from reviews.states import reviews_of_digests


class _Digested(msgspec.Struct, frozen=True, gc=False):
    """A text that reviews may say something of."""

    text: Trilingual
    digests: Trilingual
    reviewed: bool

    def needs_nothing(self, reviews: Reviews) -> bool:
        """Whether a check of the reviews finds nothing: of what nobody reviews, it asks only whether it is stale."""
        if are_reviewed(self.digests, reviews):
            return True
        return not self.reviewed and TextState.STALE not in states_of_digests(self.digests, reviews).values()


def reviews_of_material(material: Material) -> ReviewsOfMaterial:
    """What people said about the texts of an edition's material, for its checks."""
    beside = _digested(texts_beside_items(material))
    of_items = [(item.slug, _digested(item_texts(item))) for item in material.items]
    texts = chain(beside, *(of_item for _slug, of_item in of_items))
    digests = {
        digest for each in texts for digest in (each.digests.ko, each.digests.zh_hans, each.digests.en)
    }
    reviews = reviews_of_digests(digests - {""})
    settled_items = {
        slug for slug, of_item in of_items if all(each.needs_nothing(reviews) for each in of_item)
    }
    others = chain(beside, *(of_item for slug, of_item in of_items if slug not in settled_items))
    settled = {id(each.text): each.text for each in others if are_reviewed(each.digests, reviews)}
    return ReviewsOfMaterial(reviews.standing, reviews.originals, frozenset(settled_items), settled)


def _digested(texts: Iterable[PlacedText]) -> list[_Digested]:
    return [
        _Digested(each.text, digests_of(each.text, rich=each.rich), each.reviewed)
        for each in texts
        if each.may_be_reviewed
    ]
