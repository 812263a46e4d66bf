"""Proving an edition: made again from its own sealed material, its bytes must be the same."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.assembly.seal import COMPOSER, recomposed
from briefings.choices import RenditionState
from briefings.models import Edition
from briefings.rendering.files import rendered, renderer_of
from briefings.sealing import content_of, digest_of, sealed_manifest


@dataclass(frozen=True)
class Verdict:
    """What was compared, whether it is the same, and a remark on how it was compared."""

    what: str
    same: bool
    remark: str = ""
    made: bool = True
    """False for a file that was never made, which is no proof against the edition."""


def verify(edition: Edition) -> list[Verdict]:
    """Compare the edition and each of its files with what is made of its sealed content now.

    Where another version of the composer or of a renderer made them, the bytes may differ: then what is
    stored is compared with its recorded digest, and the verdict says so.
    """
    content = bytes(edition.content)
    verdicts = [
        Verdict("sealed content", digest_of(content) == edition.digest),
        _composed_again(edition),
    ]
    for file in edition.renditions.order_by("format", "language"):
        name = f"{file.language}.{file.format}"
        if file.state != RenditionState.READY:
            verdicts.append(Verdict(name, False, f"no file: {file.get_state_display()}", made=False))
            continue
        stored = _stored_digest(file)
        if stored != file.digest:
            verdicts.append(Verdict(name, False, "the stored file is missing or was changed"))
        elif file.renderer == renderer_of(file.format):
            again = digest_of(rendered(edition, file.language, file.format))
            verdicts.append(Verdict(name, again == file.digest, "rendered again"))
        else:
            remark = f"stored file only: made by {file.renderer}, here is {renderer_of(file.format)}"
            verdicts.append(Verdict(name, True, remark))
    return verdicts


def _composed_again(edition: Edition) -> Verdict:
    composer = sealed_manifest(edition).composer
    if composer != COMPOSER:
        remark = f"sealed content only: composed by version {composer}, here is {COMPOSER}"
        return Verdict("composed again", True, remark)
    return Verdict("composed again", digest_of(recomposed(content_of(edition))) == edition.digest)


def _stored_digest(file) -> str:  # type: ignore[no-untyped-def]
    try:
        with file.file.open("rb") as stored:
            return digest_of(stored.read())
    except (OSError, ValueError):  # a row without a name has no file either
        return ""
