"""Canonical JSON: the same values always give the same bytes.

UTF-8 without spaces, keys sorted, decimals as strings (never floats), dates as ISO 8601.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import msgspec

from briefings.assembly.aside import Aside

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
    if depth and isinstance(value, Mapping):
        opened = b"{"
        for name in sorted(value):
            yield opened + encode(name) + b":"
            yield from pieces(value[name], depth - 1)
            opened = b","
        yield b"}" if value else b"{}"
    elif isinstance(value, Aside) or (depth and isinstance(value, tuple)):
        opened = b"["
        for each in value:
            yield opened
            yield from pieces(each, depth - 1)
            opened = b","
        yield b"]" if value else b"[]"
    else:
        yield encode(value)


def fields_of(value: msgspec.Struct) -> dict[str, object]:
    """A Struct's values by the names that they have in JSON; of one without a tag that leaves out no defaults."""
    assert value.__struct_config__.tag is None
    assert not value.__struct_config__.omit_defaults
    return {each.encode_name: getattr(value, each.name) for each in msgspec.structs.fields(value)}


def digest(value: object) -> str:
    """SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(encode(value)).hexdigest()
