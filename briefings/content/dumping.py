"""Content into files: one way to write it, and and the same content gives the same bytes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import yaml

from briefings.content import records
from briefings.content.files import Content
from briefings.content.places import Located


class _Writer(yaml.SafeDumper):
    """Block style, except that a list of plain words stands on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _write_list(dumper: yaml.SafeDumper, values: list[Any]) -> yaml.Node:
    flow = all(isinstance(value, str) and len(value) < 60 for value in values)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=flow)


_Writer.add_representer(list, _write_list)


def written(value: records.Record | list[Any]) -> str:
    """A record, or a list of records, as the text of its file."""
    plain = msgspec.to_builtins(value, builtin_types=(date, Decimal))
    return yaml.dump(
        _decimals_as_text(plain),
        Dumper=_Writer,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=10**9,
    )


def _decimals_as_text(value: Any) -> Any:
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, dict):
        return {key: _decimals_as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_decimals_as_text(each) for each in value]
    return value


def write_content(content: Content, folder: Path) -> list[Path]:
    """Write the files of `content` below `folder`; the files that changed."""
    files: dict[Path, str] = {}

    def records_of(located: list[Located[Any]]) -> list[Any]:
        return [each.record for each in located]

    files[folder / "units.yaml"] = written(records_of(content.units))
    files[folder / "strategy.yaml"] = written(records_of(content.strategies))
    files[folder / "bureaus.yaml"] = written(records_of(content.bureaus))
    files[folder / "agencies.yaml"] = written(records_of(content.agencies))
    files[folder / "groups.yaml"] = written(records_of(content.groups))
    for subject in dict.fromkeys(subject for subject, _term in content.terms):
        terms = [term.record for name, term in content.terms if name == subject]
        files[folder / "terms" / f"{subject}.yaml"] = written(terms)
    for name in ("perspectives", "items", "briefings"):
        for each in getattr(content, name):
            files[folder / name / f"{each.record.slug}.yaml"] = written(each.record)
    changed = [
        file for file, text in files.items() if not file.exists() or file.read_bytes() != text.encode()
    ]
    for file in changed:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(files[file].encode())
    return changed
