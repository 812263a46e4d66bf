"""`manage.py catalogs`: extract the interface's texts, compile the catalogs, say what is not translated."""

from __future__ import annotations

import subprocess
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

LOCALES = ("ko", "zh_Hans", "en")
DOMAINS = ("django", "djangojs")
"""Texts of Python and templates, and of scripts."""


class Command(BaseCommand):
    help = "Extracts and compiles the message catalogs; with --check only says what is missing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="change nothing, fail if a catalog is not complete"
        )

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        before = {file: file.read_bytes() for file in _catalogs() if file.exists()}
        try:
            changed, missing = _extracted(before)
        finally:
            if check:
                for file, content in before.items():
                    file.write_bytes(content)
        if check:
            stale = [file for file in _catalogs() if _compiled(file) != _stored(file)]
            wrong = [f"{file}: texts of the code are missing; run `make catalogs`" for file in changed]
            wrong += [f"{file}: not translated: {text}" for file, texts in missing.items() for text in texts]
            wrong += [f"{file}: compiled catalog is not up to date; run `make catalogs`" for file in stale]
            if wrong:
                raise CommandError("\n".join(wrong))
            return
        for file in _catalogs():
            file.with_suffix(".mo").write_bytes(_compiled(file))
        for file, texts in missing.items():
            for text in texts:
                self.stdout.write(f"{file.relative_to(settings.BASE_DIR)}: {text}")


def _extracted(before: dict[Path, bytes]) -> tuple[list[Path], dict[Path, list[str]]]:
    """Bring the catalogs up to date; which of them have changed, and what each has no translation of."""
    for domain in DOMAINS:
        call_command(
            "makemessages",
            domain=domain,
            locale=list(LOCALES),
            ignore_patterns=[".venv/*", ".tools/*", "var/*", "out/*", "tests/*"],
            no_obsolete=True,
            no_location=True,
            verbosity=0,
        )
    changed = [
        file for file in _catalogs() if _messages(file.read_bytes()) != _messages(before.get(file, b""))
    ]
    return changed, {file: _untranslated(file) for file in _catalogs() if "/en/" not in file.as_posix()}


def _catalogs() -> list[Path]:
    folders = [settings.BASE_DIR / "locale" / locale / "LC_MESSAGES" for locale in LOCALES]
    return [folder / f"{domain}.po" for folder in folders for domain in DOMAINS]


def _messages(content: bytes) -> bytes:
    """The catalog without its header's date."""
    return b"\n".join(line for line in content.splitlines() if not line.startswith(b'"POT-Creation-Date'))


def _untranslated(file: Path) -> list[str]:
    """Source texts without a translation, or with one that is only guessed."""
    done = subprocess.run(  # noqa: S603
        ["msgattrib", "--untranslated", "--no-wrap", str(file)],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    fuzzy = subprocess.run(  # noqa: S603
        ["msgattrib", "--only-fuzzy", "--no-wrap", str(file)],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    lines = (done.stdout + fuzzy.stdout).splitlines()
    return [line[7:-1] for line in lines if line.startswith('msgid "') and line != 'msgid ""']


def _compiled(file: Path) -> bytes:
    with TemporaryDirectory() as folder:
        target = Path(folder) / "django.mo"
        command = ["msgfmt", "--check-format", "--output-file", str(target), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            raise CommandError(done.stderr)
        return target.read_bytes()


def _stored(file: Path) -> bytes:
    compiled = file.with_suffix(".mo")
    return compiled.read_bytes() if compiled.exists() else b""
