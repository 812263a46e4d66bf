"""Disks of a test's own, where it may mount: one that gets full, one that takes nothing."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory


@cache
def may_mount() -> bool:
    """Whether this account may mount: root does, but not in every container."""
    if os.getuid() != 0 or not shutil.which("mount"):
        return False
    with TemporaryDirectory() as folder:
        try:
            _mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", folder)
        except subprocess.CalledProcessError:
            return False
        _unmount(Path(folder))
    return True


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """The folder is a disk of this size while the block runs."""
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield
    finally:
        _unmount(folder)


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """The folder can be read and nothing else, by root either, as under systemd without ReadWritePaths."""
    _mount("--bind", str(folder), str(folder))
    try:
        _mount("-o", "remount,bind,ro", str(folder))
        yield
    finally:
        _unmount(folder)


def fill(disk: Path) -> Path:
    """A file that leaves no room at all beside it."""
    filler = disk / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"\0" * 4096):
            pass
    return filler


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


def _unmount(folder: Path) -> None:
    # whoever still has a file open there keeps it until he closes it
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
