"""What is put aside comes back as it was, in memory or from a file, gone through once or side by side."""

from __future__ import annotations

import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def no_file_longer_than(length: int) -> Iterator[None]:
    """As on a disk with so much room left."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_named_by_the_folder_in_which_an_operator_makes_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(aside, "_IN_MEMORY", 100)

    with no_file_longer_than(1_000), pytest.raises(OSError, match=tempfile.gettempdir()):
        Aside(map(canonical.encode, VALUES))
