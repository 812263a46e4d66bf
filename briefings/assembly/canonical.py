"""Canonical JSON: the same values always give the same bytes.

UTF-8 without spaces, keys sorted, decimals as strings (never floats), dates as ISO 8601.
"""

from __future__ import annotations

import hashlib

import msgspec

_ENCODER = msgspec.json.Encoder(order="sorted", decimal_format="string")


def encode(value: object) -> bytes:
    """`value` (a Struct, or plain containers) as canonical JSON."""
    return _ENCODER.encode(value)


def digest(value: object) -> str:
    """SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(encode(value)).hexdigest()
