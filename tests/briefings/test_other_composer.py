"""Proving an edition after an upgrade that composes otherwise."""

from __future__ import annotations

import pytest

from briefings.editions import verifying
from briefings.editions.sealing import sealed_manifest
from tests.briefings.editions import seal_sample

pytestmark = pytest.mark.django_db


def test_an_edition_of_another_composer_is_proven_by_its_sealed_bytes_and_the_verdict_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edition = seal_sample("partner")
    here = verifying.verify(edition)[1]
    monkeypatch.setattr(verifying, "COMPOSER", sealed_manifest(edition).composer + 1)

    content, composed = verifying.verify(edition)[:2]

    assert (here.same, here.remark) == (True, "")
    assert (content.same, composed.same) == (True, True)
    assert "sealed content only" in composed.remark
