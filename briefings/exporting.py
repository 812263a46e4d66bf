"""An edition as a folder: its files, its sealed content and its manifest."""

from __future__ import annotations

from pathlib import Path

from briefings.choices import RenditionState
from briefings.models import Edition
from briefings.sealing import manifest_of


def export(edition: Edition, folder: Path) -> list[Path]:
    """Write `<briefing>/<audience>-<number>/` below `folder`; the files written."""
    place = folder / edition.briefing.slug / f"{edition.audience}-{edition.number}"
    place.mkdir(parents=True, exist_ok=True)
    contents = {"edition.json": bytes(edition.content), "manifest.json": manifest_of(edition)}
    for rendition in edition.renditions.filter(state=RenditionState.READY):
        with rendition.file.open("rb") as stored:
            contents[f"{rendition.language}.{rendition.format}"] = stored.read()
    for name, content in contents.items():
        (place / name).write_bytes(content)
    return [place / name for name in sorted(contents)]
