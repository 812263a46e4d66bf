"""An edition as a folder: its files, its sealed content and its manifest."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from briefings.assembly.canonical import digest_of
from briefings.choices import RenditionState
from briefings.editions.sealing import manifest_of
from briefings.models import Edition, Rendition


class ExportError(Exception):
    """The edition cannot be handed out as it is; the message says why."""


def export(edition: Edition, folder: Path) -> list[Path]:
    """Write the edition's content, manifest and files into the folder, which is made if needed; what was written.

    A file that is not ready is left out.

    Raises:
        ExportError: a stored file is not the one that was made.
        OSError: the folder cannot be written.

        Nothing is written then. An export that is killed between two files leaves some of them, but no manifest, which
        comes last: who finds it finds all of the edition.
    """
    manifest = manifest_of(edition)
    contents = {"edition.json": bytes(edition.content)}
    for file in edition.renditions.filter(state=RenditionState.READY):
        name = f"{file.language}.{file.format}"
        contents[name] = _content_of(file, name)
    contents["manifest.json"] = manifest
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".export-", dir=folder) as aside:
        for name, content in contents.items():
            Path(aside, name).write_bytes(content)
        for name in contents:
            Path(aside, name).replace(folder / name)
    return [folder / name for name in sorted(contents)]


def export_below(edition: Edition, folder: Path) -> list[Path]:
    """The same into `<briefing>/<audience>-<number>/` below the folder, where several editions have room."""
    return export(edition, folder / edition.briefing.slug / f"{edition.audience}-{edition.number}")


def _content_of(file: Rendition, name: str) -> bytes:
    try:
        with file.file.open("rb") as stored:
            content = stored.read()
    except OSError as error:
        raise ExportError(f"The stored {name} cannot be read: {error.strerror}.") from error
    if digest_of(content) != file.digest:
        raise ExportError(f"The stored {name} is not the one that was made.")
    return content
