"""Proving an edition: made again from its own sealed material, its bytes must be the same."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.assembly.canonical import digest_of
from briefings.assembly.seal import COMPOSER, recomposed
from briefings.editions import renditions
from briefings.editions.sealing import content_of, sealed_manifest
from briefings.models import Edition, Rendition
from briefings.rendering.files import rendered
from briefings.rendering.pdf import RenderingFailed
from briefings.rendering.renderers import renderer_of


@dataclass(frozen=True)
class Verdict:
    """What was compared, whether it is the same, and a remark on how it was compared."""

    what: str
    same: bool
    remark: str = ""
    made: bool = True
    """False for a file that was never made, which is no proof against the edition."""

    @property
    def wrong(self) -> bool:
        """Whether this is a proof against the edition."""
        return self.made and not self.same


def verify(edition: Edition) -> list[Verdict]:
    """Compare the edition and each of its files with what is made of its sealed content now.

    Where another version of the composer or of a renderer made them, the bytes may differ: then what is
    stored is compared with its recorded digest, and the verdict says so. A file that is lost is no proof
    against its edition alone as long as none was ever made.
    """
    content = bytes(edition.content)
    verdicts = [
        Verdict("sealed content", digest_of(content) == edition.digest),
        _composed_again(edition),
    ]
    return verdicts + [_file(edition, file) for file in edition.renditions.order_by("format", "language")]


def _file(edition: Edition, file: Rendition) -> Verdict:
    name = f"{file.language}.{file.format}"
    if not file.digest:
        return Verdict(name, False, f"no file: {file.get_state_display()}", made=False)
    if not renditions.is_stored(file):
        return Verdict(name, False, "the stored file is missing or was changed")
    here = renderer_of(file.format)
    try:
        again = digest_of(rendered(edition, file.language, file.format))
    except RenderingFailed:
        again = ""
    if again == file.digest or file.renderer == here:
        return Verdict(name, again == file.digest, "rendered again")
    return Verdict(name, True, f"stored file only: made by {file.renderer}, here is {here}")


def _composed_again(edition: Edition) -> Verdict:
    composer = sealed_manifest(edition).composer
    if composer != COMPOSER:
        remark = f"sealed content only: composed by version {composer}, here is {COMPOSER}"
        return Verdict("composed again", True, remark)
    return Verdict("composed again", digest_of(recomposed(content_of(edition))) == edition.digest)
