"""Content into files: one way to write it, and all of a folder or nothing of it."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack, suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import yaml

from briefings.content import records
from briefings.content.files import Content
from briefings.content.folders import files_below
from briefings.content.places import ContentError, Located


class _Writer(yaml.SafeDumper):
    """Block style, except that a list of plain words stands on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _write_list(dumper: yaml.SafeDumper, values: list[Any]) -> yaml.Node:
    flow = all(isinstance(value, str) and len(value) < 60 for value in values)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=flow)


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    # U+0085 ends a line in YAML: it would come back as a space, but for the quotes in which it is escaped
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if "\x85" in text else None)


_Writer.add_representer(list, _write_list)
_Writer.add_representer(str, _write_text)


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


def write_content(content: Content, folder: Path, *, replace: bool = False) -> tuple[list[Path], list[Path]]:
    """Write the files of `content` below `folder`, which is made if needed; those that changed, and those taken out.

    Args:
        replace: take out the content files that are not of `content`.

    Raises:
        ContentError: there are such files, or others than content files, or the folder cannot be written.
            Nothing is changed then.
    """
    files = _texts(content, folder)
    made: list[Path] = []
    try:
        present = [file for kind in files_below(folder).values() for file in kind] if folder.exists() else []
        left = [file for file in present if file not in files]
        if left and not replace:
            what = "its record was deleted, is not published, or was never loaded. With --replace it is taken out."
            raise ContentError(*(f"{file}: {what}" for file in left))
        changed = [file for file, text in files.items() if file not in present or file.read_bytes() != text]
        below = sorted({file.parent for file in (*changed, *left)} | {folder})
        made = [each for each in (*reversed(below), *folder.parents) if not each.exists()]
        for each in below:
            each.mkdir(parents=True, exist_ok=True)
        _put({file: files[file] for file in changed}, below)
        for file in left:
            file.unlink()
    except BaseException as error:
        for each in made:
            with suppress(OSError):  # it holds something
                each.rmdir()
        if isinstance(error, OSError):
            raise ContentError(f"{folder} cannot be written: {error.strerror}.") from error
        raise
    return changed, left


def _put(files: dict[Path, bytes], folders: list[Path]) -> None:
    """Every file is written beside its place before the first one takes it: a full disk leaves all as they were."""
    with ExitStack() as stack:
        aside = {
            folder: Path(stack.enter_context(tempfile.TemporaryDirectory(prefix=".dump-", dir=folder)))
            for folder in folders
        }
        for file, text in files.items():
            (aside[file.parent] / file.name).write_bytes(text)
        for file in files:
            (aside[file.parent] / file.name).replace(file)


def missing(content: Content) -> list[str]:
    """What records name and no file holds, for it is not published: `load_content` would refuse it."""
    items = {each.record.slug for each in content.items}
    perspectives = {each.record.slug for each in content.perspectives}
    named: list[tuple[str, str]] = []
    for record in (each.record for each in content.items):
        slugs = [*record.related, *(each.follows for each in record.contributions if each.follows)]
        named += [(f"items/{record.slug}.yaml", slug) for slug in slugs if slug not in items]
        named += [
            (f"items/{record.slug}.yaml", slug) for slug in record.perspectives if slug not in perspectives
        ]
    for briefing in (each.record for each in content.briefings):
        rows = (*briefing.key_figures, *briefing.highlights, *briefing.picks)
        named += [(f"briefings/{briefing.slug}.yaml", row.item) for row in rows if row.item not in items]
    return [
        f"{file} names “{slug}”, which is not published and so in no file: a new portal will refuse it."
        for file, slug in dict.fromkeys(named)
    ]


def _texts(content: Content, folder: Path) -> dict[Path, bytes]:
    def records_of(located: list[Located[Any]]) -> list[Any]:
        return [each.record for each in located]

    files = {
        folder / "units.yaml": records_of(content.units),
        folder / "strategy.yaml": records_of(content.strategies),
        folder / "bureaus.yaml": records_of(content.bureaus),
        folder / "agencies.yaml": records_of(content.agencies),
        folder / "groups.yaml": records_of(content.groups),
    }
    for subject, term in content.terms:
        files.setdefault(folder / "terms" / f"{subject}.yaml", []).append(term.record)
    texts = {file: written(listed) for file, listed in files.items()}
    for name in ("perspectives", "items", "briefings"):
        for each in getattr(content, name):
            texts[folder / name / f"{each.record.slug}.yaml"] = written(each.record)
    return {file: text.encode() for file, text in texts.items()}
