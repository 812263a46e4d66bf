"""Content files read and written: YAML with the place of every mistake, and one way to write it.

A mistake names file, line and key. Writing what was read gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import yaml

from briefings.content import records
from languages.characters import unkeepable


class ContentError(Exception):
    """A content file that cannot be loaded; the message names file, line and key."""


@dataclass(frozen=True)
class Located[R]:
    """A record and where it was read."""

    record: R
    file: Path
    line: int


@dataclass
class Content:
    """All content files of a folder."""

    units: list[Located[records.UnitRecord]] = field(default_factory=list)
    strategies: list[Located[records.StrategyRecord]] = field(default_factory=list)
    terms: list[tuple[str, Located[records.TermRecord]]] = field(default_factory=list)
    """Subject (the file's name) and term."""
    bureaus: list[Located[records.BureauRecord]] = field(default_factory=list)
    agencies: list[Located[records.AgencyRecord]] = field(default_factory=list)
    groups: list[Located[records.GroupRecord]] = field(default_factory=list)
    perspectives: list[Located[records.PerspectiveRecord]] = field(default_factory=list)
    items: list[Located[records.ItemRecord]] = field(default_factory=list)
    briefings: list[Located[records.BriefingRecord]] = field(default_factory=list)


def read_content(folder: Path) -> Content:
    """Every content file below `folder`.

    Raises:
        ContentError: the folder is missing, or a file is not YAML, holds an unknown key, a wrong
            value, or a slug that another record of its kind has.
    """
    if not folder.is_dir():
        raise ContentError(f"{folder} is not a folder. Name the folder that holds the content files.")
    content = Content(
        units=list(_list_in(folder / "units.yaml", records.UnitRecord)),
        strategies=list(_list_in(folder / "strategy.yaml", records.StrategyRecord)),
        bureaus=list(_list_in(folder / "bureaus.yaml", records.BureauRecord)),
        agencies=list(_list_in(folder / "agencies.yaml", records.AgencyRecord)),
        groups=list(_list_in(folder / "groups.yaml", records.GroupRecord)),
        perspectives=list(_files_in(folder / "perspectives", records.PerspectiveRecord)),
        items=list(_files_in(folder / "items", records.ItemRecord)),
        briefings=list(_files_in(folder / "briefings", records.BriefingRecord)),
    )
    for file in sorted((folder / "terms").glob("*.yaml")):
        content.terms += [(file.stem, term) for term in _list_in(file, records.TermRecord)]
    for kind in (
        "units",
        "strategies",
        "bureaus",
        "agencies",
        "groups",
        "perspectives",
        "items",
        "briefings",
    ):
        _refuse_twice(getattr(content, kind), "slug")
    _refuse_twice([term for _subject, term in content.terms], "id")
    return content


def _refuse_twice(located: list[Located[Any]], key: str) -> None:
    seen: dict[str, Located[Any]] = {}
    for each in located:
        slug = getattr(each.record, key)
        if slug in seen:
            first = seen[slug]
            raise ContentError(
                f"{each.file}, line {each.line}, key {key}: “{slug}” is used twice;"
                f" it stands in {first.file}, line {first.line} already."
            )
        seen[slug] = each


def _files_in[R](folder: Path, record: type[R]) -> Iterator[Located[R]]:
    for file in sorted(folder.glob("*.yaml")):
        yield from _list_in(file, record)


def _list_in[R](file: Path, record: type[R]) -> Iterator[Located[R]]:
    """The records of a file that holds one, or a list of them."""
    if not file.exists():
        return
    node = _compose(file)
    if node is None:
        return
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for each in nodes:
        yield Located(_convert(each, record, file), file, each.start_mark.line + 1)


LARGEST_FILE = 5_000_000
"""Bytes of a content file; a text of 200,000 characters in three languages is a third of it."""


class _Loader(yaml.SafeLoader):
    """YAML without aliases: a few lines of them can stand for more values than a machine can hold."""

    def compose_node(self, parent: Any, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.MarkedYAMLError(problem="aliases are not read; write the value out", problem_mark=mark)
        return super().compose_node(parent, index)


def _compose(file: Path) -> yaml.Node | None:
    if file.stat().st_size > LARGEST_FILE:
        raise ContentError(
            f"{file}: larger than {LARGEST_FILE // 1_000_000} MB. Split it into several files."
        )
    try:
        return _parsed(file.read_text(encoding="utf-8"))
    except RecursionError as error:
        raise ContentError(f"{file}: nested too deeply to be content.") from error
    except UnicodeDecodeError as error:
        raise ContentError(f"{file}, byte {error.start}: not UTF-8. Save the file as UTF-8.") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(f"{file}, line {line}: not YAML ({error.problem}).") from error
    except yaml.YAMLError as error:
        raise ContentError(f"{file}: not YAML ({error}).") from error


def _parsed(text: str) -> yaml.Node | None:
    return yaml.compose(text, Loader=_Loader)


def _convert[R](node: yaml.Node, record: type[R], file: Path) -> R:
    _refuse_double_keys(node, file)
    _refuse_unkeepable(node, file)
    try:
        values = yaml.SafeLoader("").construct_document(node)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None) or node.start_mark
        problem = getattr(error, "problem", None) or error
        raise ContentError(f"{file}, line {_line_of_value_error(node, mark)}: {problem}.") from error
    try:
        return msgspec.convert(values, record)
    except msgspec.ValidationError as error:
        raise _located_error(error, node, file) from error


def _line_of_value_error(node: yaml.Node, mark: yaml.Mark) -> int:
    """Line of the first scalar that looks like a date and is none; PyYAML does not say which one failed."""
    for scalar in _scalars(node):
        if scalar.tag == "tag:yaml.org,2002:timestamp":
            try:
                yaml.SafeLoader("").construct_yaml_timestamp(scalar)
            except ValueError:
                return int(scalar.start_mark.line) + 1
    return int(mark.line) + 1


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _scalars(child)
    elif isinstance(node, yaml.MappingNode):
        for _key, value in node.value:
            yield from _scalars(value)


def _refuse_double_keys(node: yaml.Node, file: Path) -> None:
    """YAML lets the later of two equal keys win silently; an editor would lose a text."""
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _refuse_double_keys(child, file)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise ContentError(f"{file}, line {line}: a key is a word, not a list of values.")
            if key.value in seen:
                raise ContentError(f"{file}, line {line}, key {key.value}: the key stands here twice.")
            seen.add(key.value)
            _refuse_double_keys(value, file)


def _refuse_unkeepable(node: yaml.Node, file: Path, key: str = "") -> None:
    """A quoted text can name characters that PostgreSQL refuses: `"\\0"`, `"\\ud800"`."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            _refuse_unkeepable(name, file, name.value)
            _refuse_unkeepable(value, file, name.value)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _refuse_unkeepable(child, file, key)
    elif points := unkeepable(node.value):
        line = node.start_mark.line + 1
        raise ContentError(
            f"{file}, line {line}, key {key}: no text can hold {', '.join(points)}; take it out."
        )


_PATH = re.compile(r"^(?P<what>.*?)(?: - at `(?P<path>\$[^`]*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<index>\d+)\]")
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]+)`")
_MISSING = re.compile(r"missing required field `(?P<key>[^`]+)`")


def _located_error(error: msgspec.ValidationError, node: yaml.Node, file: Path) -> ContentError:
    """msgspec names a path such as `$.figures[0].value`; the node at its end knows the line."""
    found = _PATH.match(str(error))
    assert found is not None
    line, key = node.start_mark.line + 1, ""
    for step in _STEP.finditer(found["path"] or ""):
        if step["key"] and isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                if name.value == step["key"]:
                    node, line, key = value, name.start_mark.line + 1, step["key"]
        elif step["index"] and isinstance(node, yaml.SequenceNode):
            node = node.value[int(step["index"])]
            line = node.start_mark.line + 1
    unknown = _UNKNOWN.search(found["what"])
    if unknown and isinstance(node, yaml.MappingNode):
        key = unknown["key"]
        line = next(n.start_mark.line + 1 for n, _value in node.value if n.value == key)
        return ContentError(f"{file}, line {line}, key {key}: unknown key. See fixtures/README.md.")
    missing = _MISSING.search(found["what"])
    if missing:
        return ContentError(f"{file}, line {line}, key {missing['key']}: the key is missing.")
    return ContentError(f"{file}, line {line}, key {key}: {found['what']}.")


# writing ---------------------------------------------------------------------------------------


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
