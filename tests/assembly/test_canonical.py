"""The bytes of an edition are the same whether they are made at once or piece by piece."""

from __future__ import annotations

import pytest

from briefings.assembly import canonical
from briefings.assembly.aside import Aside

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


@pytest.mark.parametrize("longest", [1, 10, 100_000])
def test_small_values_are_put_together_up_to_a_length(longest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical, "_PIECE", longest)
    values = (*range(20), Aside([b"1", b"2"]), "가" * 20, {"a": ()}, 1, Aside([]))

    pieces = [*canonical.pieces(values, 2)]

    assert b"".join(pieces) == canonical.encode((*range(20), (1, 2), "가" * 20, {"a": ()}, 1, ()))
    assert len(pieces) < 20 or longest < 20


def test_the_pieces_of_a_mapping_say_what_they_are_of() -> None:
    pieces = [*canonical.named_pieces({"b": (1, 2), "a": "x"}, 2)]

    assert b"".join(piece for name, piece in pieces if name == "b") == b"[1,2]"
    assert b"".join(piece for _name, piece in pieces) == b'{"a":"x","b":[1,2]}'
