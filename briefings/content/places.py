"""Where in a content file something stands, as a person finds it: file, line and key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

type Place = tuple[str | int, ...]
"""Keys, and positions in lists from 0, from a record's beginning on: `("figures", 1, "unit")`."""

MOST_PROBLEMS = 50
"""Said at once; mending some often mends the rest."""


class ContentError(Exception):
    """Content that cannot be loaded or written: a line for each thing that is wrong, with file, line and key."""

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = tuple(dict.fromkeys(problems))

    def __str__(self) -> str:
        more = len(self.problems) - MOST_PROBLEMS
        rest = [f"… and {more} more."] if more > 0 else []
        return "\n".join([*self.problems[:MOST_PROBLEMS], *rest])


@dataclass(frozen=True)
class Located[R]:
    """A record and where it was read; the node is that of its file, if it was read from one."""

    record: R
    file: Path
    node: yaml.Node | None = None

    def wrong(self, place: Place, what: str, *, line: int = 0) -> ContentError:
        """An error at a place of the record."""
        return wrong(self.file, self.node, place, what, line=line)


def wrong(file: Path, node: yaml.Node | None, place: Place, what: str, *, line: int = 0) -> ContentError:
    """An error at a place below the node; `line` where the place alone would not tell it."""
    key = f", key {key_of(place)}" if place else ""
    return ContentError(f"{file}, line {line or line_of(node, place)}{key}: {what}")


def key_of(place: Place) -> str:
    """`figures[1].unit`."""
    text = ""
    for step in place:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def line_of(node: yaml.Node | None, place: Place) -> int:
    """The line of what stands at the place; of what would hold it, if it is left out."""
    if node is None:
        return 1
    line = node.start_mark.line
    for step in place:
        if isinstance(node, yaml.MappingNode):
            found = next(((name, value) for name, value in node.value if name.value == step), None)
            if found is None:
                break
            name, node = found
            line = name.start_mark.line
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line
        else:
            break
    return int(line) + 1
