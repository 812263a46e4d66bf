"""Content files read: YAML with the place of every mistake, by file, line and key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import yaml

from briefings.content import records
from briefings.content.folders import expected, files_below
from briefings.content.places import ContentError, Located, Place, line_of, wrong
from languages.characters import code_point, unkeepable


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


_RECORDS: dict[str, type[records.Record]] = {
    "units": records.UnitRecord,
    "strategy": records.StrategyRecord,
    "bureaus": records.BureauRecord,
    "agencies": records.AgencyRecord,
    "groups": records.GroupRecord,
    "terms": records.TermRecord,
    "perspectives": records.PerspectiveRecord,
    "items": records.ItemRecord,
    "briefings": records.BriefingRecord,
}


def read_content(folder: Path) -> Content:
    """Every content file below `folder`.

    Raises:
        ContentError: the folder is missing, or holds what is no content or nothing at all; or a file is not YAML,
            holds an unknown key, a wrong value, or a slug that another record of its kind has.
    """
    files = files_below(folder)
    if not any(files.values()):
        raise ContentError(f"{folder} holds no content file. {expected()}")
    problems: list[str] = []
    read: dict[str, list[Located[Any]]] = {
        name: [each for file in files[name] for each in _records_in(file, record, problems)]
        for name, record in _RECORDS.items()
    }
    for name, located in read.items():
        problems += _used_twice(located, "id" if name == "terms" else "slug")
    problems += _pillars_twice(read["strategy"])
    if problems:
        raise ContentError(*problems)
    return Content(
        units=read["units"],
        strategies=read["strategy"],
        terms=[(term.file.stem, term) for term in read["terms"]],
        bureaus=read["bureaus"],
        agencies=read["agencies"],
        groups=read["groups"],
        perspectives=read["perspectives"],
        items=read["items"],
        briefings=read["briefings"],
    )


def _used_twice(located: list[Located[Any]], key: str) -> Iterator[str]:
    seen: dict[str, Located[Any]] = {}
    for each in located:
        slug = getattr(each.record, key)
        first = seen.setdefault(slug, each)
        if first is not each:
            yield str(each.wrong((key,), _twice(slug, first, (key,))))


def _pillars_twice(strategies: list[Located[records.StrategyRecord]]) -> Iterator[str]:
    seen: dict[str, tuple[Located[records.StrategyRecord], Place]] = {}
    for each in strategies:
        for number, pillar in enumerate(each.record.pillars):
            place: Place = ("pillars", number, "slug")
            if pillar.slug in seen:
                yield str(each.wrong(place, _twice(pillar.slug, *seen[pillar.slug])))
            seen.setdefault(pillar.slug, (each, place))


def _twice(slug: str, first: Located[Any], place: Place) -> str:
    line = line_of(first.node, place)
    return f"“{slug}” is used twice; it stands in {first.file}, line {line} already."


def _records_in[R](file: Path, record: type[R], problems: list[str]) -> Iterator[Located[R]]:
    """The records of a file that holds one, or a list of them; what is wrong goes to `problems`."""
    try:
        node = _compose(file)
    except ContentError as error:
        problems.extend(error.problems)
        return
    for each in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        try:
            yield Located(_convert(each, record, file), file, each)
        except ContentError as error:
            problems.extend(error.problems)


LARGEST_FILE = 5_000_000
"""Bytes of a content file; a text of as many characters as are stored, in three languages, takes 180,000."""


class _Loader(yaml.SafeLoader):
    """YAML without aliases: a few lines of them can stand for more values than a machine can hold."""

    def compose_node(self, parent: Any, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.MarkedYAMLError(problem="aliases are not read; write the value out", problem_mark=mark)
        return super().compose_node(parent, index)


def _compose(file: Path) -> yaml.Node:
    text = _text(file)
    try:
        node = _parsed(text)
    except RecursionError as error:
        raise ContentError(f"{file}: nested too deeply to be content.") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        said = f"the character {code_point(text[error.position])} cannot stand in it; take it out"
        raise ContentError(f"{file}, line {line}: not YAML ({said}).") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(f"{file}, line {line}: not YAML ({error.problem}).") from error
    except yaml.YAMLError as error:
        raise ContentError(f"{file}: not YAML ({error}).") from error
    if node is None:
        raise ContentError(f"{file}: the file is empty. Fill it or take it out; a list of nothing is [].")
    return node


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ContentError(f"{file}: cannot be read: {error.strerror}.") from error
    if len(content) > LARGEST_FILE:
        raise ContentError(
            f"{file}: larger than {LARGEST_FILE // 1_000_000} MB. Split it into several files."
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ContentError(f"{file}, line {line}: not UTF-8. Save the file as UTF-8.") from error


def _parsed(text: str) -> yaml.Node | None:
    return yaml.compose(text, Loader=_Loader)


_TEXT = "tag:yaml.org,2002:str"
_MISREAD = {
    "tag:yaml.org,2002:timestamp": "no date such as 2025-11-06",
    "tag:yaml.org,2002:int": "no number",
    "tag:yaml.org,2002:float": "no number",
    "tag:yaml.org,2002:bool": "neither true nor false",
}


def _convert[R](node: yaml.Node, record: type[R], file: Path) -> R:
    builder = yaml.constructor.SafeConstructor()
    try:
        _refuse_misread(node, (), Located(None, file, node), builder)
        values = builder.construct_document(node)
        return msgspec.convert(values, record)
    except RecursionError as error:
        raise ContentError(f"{file}: nested too deeply to be content.") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or node.start_mark
        raise ContentError(f"{file}, line {mark.line + 1}: {error.problem}.") from error
    except msgspec.ValidationError as error:
        raise _located_error(error, node, file) from error


def _refuse_misread(
    node: yaml.Node, place: Place, root: Located[None], builder: yaml.constructor.SafeConstructor
) -> None:
    """What YAML reads as something else, drops, or refuses without saying at which key."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value):
            _refuse_misread(child, (*place, number), root, builder)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode) or key.tag != _TEXT:
                raise root.wrong(place, "a key is a word, and no number, date or list.", line=line)
            if key.value in seen:
                # the later one would win silently, and a text would be lost
                raise root.wrong((*place, key.value), "the key stands here twice.", line=line)
            seen.add(key.value)
            _refuse_misread(key, (*place, key.value), root, builder)
            _refuse_misread(value, (*place, key.value), root, builder)
    elif points := unkeepable(node.value):
        # a quoted text can name characters that PostgreSQL refuses: `"\0"`, `"\ud800"`
        raise root.wrong(place, f"no text can hold {', '.join(points)}; take it out.", line=line)
    elif node.tag in _MISREAD:
        try:
            builder.construct_object(node)
        except (ValueError, LookupError, AttributeError) as error:
            raise root.wrong(place, f"“{node.value}” is {_MISREAD[node.tag]}.") from error


_PATH = re.compile(r"^(?P<what>.*?)(?: - at `(?P<path>\$[^`]*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<index>\d+)\]")
_UNKNOWN = re.compile(r"unknown field `(?P<key>.+)`", re.DOTALL)
_MISSING = re.compile(r"missing required field `(?P<key>[^`]+)`")
_EXPECTED = re.compile(r"^Expected `(?P<expected>[^`]+)`, got `(?P<got>[^`]+)`$")
_NAMES = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "decimal": "a number",
    "bool": "true or false",
    "date": "a date such as 2025-11-06",
    "datetime": "a date with a time",
    "object": "a mapping, that is keys with their values",
    "array": "a list",
    "null": "empty",
}
_SAID = {
    "Invalid RFC3339 encoded date": "this is no date such as 2025-11-06.",
    "Invalid decimal string": "this is no number.",
}
_FOR_QUOTES = ("int", "float", "bool", "date", "datetime")


def _located_error(error: msgspec.ValidationError, node: yaml.Node, file: Path) -> ContentError:
    """msgspec names a path such as `$.figures[0].value`; the node at its end knows the line."""
    found = _PATH.match(str(error))
    assert found is not None
    steps = _STEP.finditer(found["path"] or "")
    place: Place = tuple(step["key"] or int(step["index"]) for step in steps)
    if unknown := _UNKNOWN.search(found["what"]):
        return wrong(file, node, (*place, unknown["key"]), "unknown key. See fixtures/README.md.")
    if missing := _MISSING.search(found["what"]):
        return wrong(file, node, (*place, missing["key"]), "the key is missing.")
    return wrong(file, node, place, _said(found["what"]))


def _said(what: str) -> str:
    """What msgspec says, in words of a person who writes the file."""
    found = _EXPECTED.match(what)
    if found is None:
        return _SAID.get(what, f"{what}.")
    allowed, got = found["expected"].split(" | "), found["got"]
    names = " or ".join(_NAMES.get(each, each) for each in allowed if each != "null")
    quotes = " Put it in quotes." if "str" in allowed and got in _FOR_QUOTES else ""
    return f"this must be {names}, and is {_NAMES.get(got, got)}.{quotes}"
