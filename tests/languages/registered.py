"""The rows of `register.yaml` as figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import yaml

from languages.figures import Figure, Unit
from languages.trilingual import Trilingual

_DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "register.yaml").read_text("utf-8"))

UNITS = {
    slug: Unit(
        slug,
        name=Trilingual(data["ko"], data["zh-hans"], data.get("singular", slug)),
        counter=Trilingual(data["ko"], data["zh-hans"], data.get("en", "")),
        singular=data.get("singular", ""),
        currency=data.get("currency", ""),
    )
    for slug, data in _DATA["units"].items()
}


class Registered(msgspec.Struct, frozen=True):
    """One figure of a row, and what it should print as; a row may hold several."""

    row: str
    figure: Figure
    expected: Trilingual | None

    @property
    def unit(self) -> Unit | None:
        return UNITS.get(self.figure.unit)


def _figure(row: dict[str, Any], position: int, data: dict[str, Any]) -> Registered:
    values = {name: value for name, value in data.items() if name != "expected"}
    figure = msgspec.convert({"key": f"{row['id'].lower()}-{position}", **values}, Figure)
    expected = Trilingual(*data["expected"]) if "expected" in data else None
    return Registered(row["id"], figure, expected)


ROWS: tuple[str, ...] = tuple(row["id"] for row in _DATA["rows"])
FIGURES: tuple[Registered, ...] = tuple(
    _figure(row, position, data)
    for row in _DATA["rows"]
    for position, data in enumerate(row["figures"], start=1)
)


def value(row: str) -> Decimal:
    """The number of a row that holds one figure."""
    (figure,) = (registered.figure for registered in FIGURES if registered.row == row)
    assert figure.value is not None
    return figure.value
