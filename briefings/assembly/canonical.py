"""Canonical JSON: the same values always give the same bytes.

UTF-8 without spaces, keys sorted, decimals as strings (never floats), dates as ISO 8601.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import msgspec

from briefings.assembly.aside import Aside

_PIECE = 100_000
"""Bytes from which on encoded values are a piece of their own."""
_ENCODER = msgspec.json.Encoder(order="sorted", decimal_format="string")


def encode(value: object) -> bytes:
    """`value` (a Struct, or plain containers) as canonical JSON."""
    return _ENCODER.encode(value)


def pieces(value: object, depth: int) -> Iterator[bytes]:
    """The same bytes as `encode` gives, in pieces: those of a large value need not be held at once.

    Args:
        value: as for `encode`.
        depth: how many mappings and tuples inside each other are taken apart. What was put aside always is.
    """
    if depth and isinstance(value, dict):
        for _name, piece in named_pieces(value, depth):
            yield piece
    elif isinstance(value, Aside):
        yield b"["
        yield from value.joined()
        yield b"]"
    elif depth and isinstance(value, tuple):
        yield b"["
        yield from _pieces_of_values(value, depth - 1)
        yield b"]"
    else:
        yield encode(value)


def named_pieces(value: Mapping[str, object], depth: int) -> Iterator[tuple[str, bytes]]:
    """The pieces of a mapping, each with the name of the value that it is a part of; without one between values."""
    yield "", b"{"
    for number, name in enumerate(sorted(value)):
        yield "", (b"," if number else b"") + encode(name) + b":"
        for piece in pieces(value[name], depth - 1):
            yield name, piece
    yield "", b"}"


def _pieces_of_values(values: tuple[object, ...], depth: int) -> Iterator[bytes]:
    """The values with commas between them, many small ones in one piece."""
    some: list[bytes] = []
    length = 0
    for number, value in enumerate(values):
        if number:
            some.append(b",")
        if isinstance(value, (dict, tuple, Aside)):
            yield b"".join(some)
            some, length = [], 0
            yield from pieces(value, depth)
        else:
            encoded = encode(value)
            some.append(encoded)
            length += len(encoded)
            if length > _PIECE:
                yield b"".join(some)
                some, length = [], 0
    yield b"".join(some)


def fields_of(value: msgspec.Struct) -> dict[str, object]:
    """A Struct's values by the names that they have in JSON; of one without a tag that leaves out no defaults."""
    assert value.__struct_config__.tag is None
    assert not value.__struct_config__.omit_defaults
    return {each.encode_name: getattr(value, each.name) for each in msgspec.structs.fields(value)}


def digest(value: object) -> str:
    """SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
    return digest_of(encode(value))


def digest_of(content: bytes) -> str:
    """SHA-256 of bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
