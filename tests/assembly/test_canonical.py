"""The bytes of an edition are the same whether they are made at once or piece by piece."""

from __future__ import annotations

import pytest

from briefings.assembly import canonical

VALUES = [
    {},
    (),
    {"b": (1, 2, ("다", {})), "a": {"한글": "교통", "empty": ()}},
    ({"one": 1}, {}, (), "“", None),
]


@pytest.mark.parametrize("depth", range(5))
@pytest.mark.parametrize("value", VALUES)
def test_pieces_joined_are_the_encoded_value(value: object, depth: int) -> None:
    assert b"".join(canonical.pieces(value, depth)) == canonical.encode(value)
