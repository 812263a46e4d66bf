"""What a folder of content files holds, and what stands in one that is none of them."""

from __future__ import annotations

from pathlib import Path

from briefings.content.places import ContentError

LISTS = ("units", "strategy", "bureaus", "agencies", "groups")
"""Files that hold a list each."""
FOLDERS = ("terms", "perspectives", "items", "briefings")
"""Folders with files of one kind."""


def files_below(folder: Path) -> dict[str, list[Path]]:
    """The content files by the name of their list or folder; not one of them is opened.

    Raises:
        ContentError: the folder cannot be read, or something in it is no content file. What is passed over for
            its name is told in fixtures/README.md.
    """
    files: dict[str, list[Path]] = {name: [] for name in (*LISTS, *FOLDERS)}
    problems = []
    for path in _entries(folder):
        name, entries = path.stem, [path]
        if path.name in FOLDERS and path.is_dir():
            name, entries = path.name, _entries(path)
        for entry in entries:
            if what := _what_is_wrong(entry, within="" if entry is path else name):
                problems.append(f"{entry}: {what}")
            else:
                files[name].append(entry)
    if problems:
        raise ContentError(*problems)
    return files


def expected() -> str:
    """What a folder of content holds, in a sentence."""
    lists = ", ".join(f"{name}.yaml" for name in LISTS)
    return f"A folder of content holds {lists} and the folders {', '.join(FOLDERS)}."


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not _is_passed_over(path.name))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ContentError(f"{folder} is not a folder. Name the folder of the content files.") from error
    except OSError as error:
        raise ContentError(f"{folder} cannot be read: {error.strerror}.") from error


def _is_passed_over(name: str) -> bool:
    """What people and their editors leave beside content: explanations, hidden files, backups."""
    return name.startswith((".", "#")) or name.lower().endswith((".md", ".bak", "~"))


def _what_is_wrong(path: Path, within: str) -> str:
    try:
        path.stat()
    except OSError as error:
        return f"cannot be read: {error.strerror}."
    if within and path.is_dir():
        return f"a folder within {within} is not read. Move its files into {within} itself."
    if path.suffix.lower() in (".yml", ".yaml") and path.suffix != ".yaml":
        return f"only names that end in .yaml are read. Call it {path.stem}.yaml."
    if not within and path.name not in (f"{name}.yaml" for name in LISTS):
        return f"no content is called so. {expected()} Correct the name or take it out."
    if path.suffix != ".yaml":
        return "its name does not end in .yaml, so it is no content file. Correct the name or take it out."
    if not path.is_file():
        return "this is not a file. Take it out."
    return ""
