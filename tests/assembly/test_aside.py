"""What is put aside comes back as it was, in memory or from a file, gone through once or side by side."""

from __future__ import annotations

import msgspec
import pytest

from briefings.assembly import aside, canonical
from briefings.assembly.aside import Aside

VALUES = [{"텍스트": "가" * 50, "number": number} for number in range(40)]


@pytest.mark.parametrize("in_memory", [100, 1_000_000])
def test_values_come_back_in_their_order_however_often(
    in_memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "_IN_MEMORY", in_memory)
    put = Aside(map(canonical.encode, VALUES))

    side_by_side = [
        (msgspec.json.decode(one), msgspec.json.decode(other)) for one, other in zip(put, put, strict=True)
    ]

    assert len(put) == len(VALUES)
    assert side_by_side == [(value, value) for value in VALUES]
    assert [msgspec.json.decode(each) for each in put] == VALUES


@pytest.mark.parametrize("at_once", [7, 1_000_000])
def test_what_was_put_aside_is_encoded_as_a_list_of_the_same_values(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "_PIECE", at_once)
    put, nothing = Aside(map(canonical.encode, VALUES)), Aside(())

    pieces = canonical.pieces({"before": 1, "items": put, "none": nothing}, depth=2)

    assert b"".join(pieces) == canonical.encode({"before": 1, "items": VALUES, "none": []})
