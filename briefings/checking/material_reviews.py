"""What people said about the texts of an edition's material, for its checks."""

from __future__ import annotations

from collections.abc import Iterable

from briefings.assembly.checks.languages import ReviewsOfMaterial
from briefings.assembly.checks.places import texts_beside_items
from briefings.assembly.examination import Examiner
from briefings.assembly.material import Material
from briefings.assembly.text_digests import each_text, packed, unpacked
from languages.states import Reviews, TextState, are_reviewed, digests_of, states_of_digests
from reviews.states import reviews_of_digests


def reviews_of_material(material: Material, examiner: Examiner) -> ReviewsOfMaterial:
    """What people said about the texts of an edition's material, for its checks.

    Args:
        material: fit to print.
        examiner: knows the digests of its items' texts, and hands them over.
    """
    beside = [
        (each.text, packed(digests_of(each.text, rich=each.rich)))
        for each in texts_beside_items(material)
        if each.may_be_reviewed
    ]
    of_items = examiner.take_digests(material.items)
    texts = {digests for _text, digests in beside}
    for of_item in of_items:
        texts.update(each_text(of_item.reviewed), each_text(of_item.others))
    reviews, reviewed, stale = _reviews_of(texts)
    settled_items = frozenset(
        item.slug
        for item, of_item in zip(material.items, of_items, strict=True)
        if reviewed.issuperset(each_text(of_item.reviewed)) and stale.isdisjoint(each_text(of_item.others))
    )
    settled = {id(text): text for text, digests in beside if digests in reviewed}
    return ReviewsOfMaterial(reviews.standing, reviews.originals, settled_items, settled)


def _reviews_of(texts: Iterable[bytes]) -> tuple[Reviews, set[bytes], set[bytes]]:
    """What people said about texts with these digests; those reviewed in every language; of the others, stale ones."""
    by_text = {digests: unpacked(digests) for digests in texts}
    asked = {digest for each in by_text.values() for digest in (each.ko, each.zh_hans, each.en)}
    reviews = reviews_of_digests(asked - {""})
    reviewed = {digests for digests, each in by_text.items() if are_reviewed(each, reviews)}
    stale = {
        digests
        for digests in by_text.keys() - reviewed
        if TextState.STALE in states_of_digests(by_text[digests], reviews).values()
    }
    return reviews, reviewed, stale
