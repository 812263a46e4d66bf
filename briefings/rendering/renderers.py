"""What files are made with, by name: another name may make other bytes of the same edition.

A name holds a digest of everything that goes into a file beside its edition: template, styles, catalogues, words,
fonts, our code, the address at which it is verified. Nobody has to remember to raise a number.
"""

from __future__ import annotations

import hashlib
import inspect
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles import finders

from briefings.assembly import definitions
from briefings.choices import FileFormat
from languages import dates

_HERE = Path(__file__).parent
_TEMPLATES = settings.BASE_DIR / "templates"
_OURS = (
    *(_HERE / name for name in ("files.py", "one_language.py", "explaining.py")),
    *(Path(inspect.getfile(module)) for module in (definitions, dates)),
)
"""Code that both kinds of file go through."""

_INCLUDED = re.compile(r"{%\s*include\s+\"([^\"]+)\"")
_MARKS = "briefings/marks/"
"""Chosen by `templatetags/editions.py`, in no template by name."""


def renderer_of(kind: str) -> str:
    """Name and version of what makes files of this kind here, in at most 80 characters."""
    made_by = _pdf if kind == FileFormat.PDF else _html
    return made_by(settings.PORTAL_ADDRESS)


@cache
def _pdf(address: str) -> str:
    ours = (
        *_OURS,
        *(_HERE / name for name in ("pdf.py", "line_ends.py", "words.py")),
        *_HERE.glob("*.typ"),
        *_HERE.glob("fonts/*.otf"),
    )
    return f"typst {version('typst')}; {digest_of_files(ours, version('manimgx-fonts-cjk'), address)}"


@cache
def _html(address: str) -> str:
    ours = (
        *_OURS,
        _HERE.parent / "templatetags" / "editions.py",
        *styles(),
        *templates_of("briefings/export.html"),
        *templates_of(_MARKS),
        *(file for folder in settings.LOCALE_PATHS for file in Path(folder).glob("*/LC_MESSAGES/django.mo")),
    )
    return f"html; django {django.get_version()}; {digest_of_files(ours, address)}"


def styles() -> Iterator[Path]:
    """The style sheets that an HTML file carries along."""
    found = finders.find("css/portal.css")
    if found:
        yield Path(found)


def templates_of(name: str) -> set[Path]:
    """A template and all that it includes. A name that ends with a slash is every template of that folder."""
    found: set[Path] = set()
    waiting = [name]
    while waiting:
        place = _TEMPLATES / (each := waiting.pop())
        for file in place.glob("*.html") if each.endswith("/") else (place,):
            if file not in found:
                found.add(file)
                waiting += _INCLUDED.findall(file.read_text())
    return found


def digest_of_files(files: Iterable[Path], *more: str) -> str:
    """Twelve digits that change with any of the files, wherever they stand, and with what else is given."""
    digest = hashlib.sha256("\n".join(more).encode())
    contents = sorted((file.name, hashlib.sha256(file.read_bytes()).hexdigest()) for file in set(files))
    digest.update(repr(contents).encode())
    return digest.hexdigest()[:12]
