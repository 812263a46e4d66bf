"""Files that are whole or not there: what a killed process or a full disk leaves behind is nothing."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage

# what a file system answers that knows no nameless files
_UNSUPPORTED = (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT)


class WholeFileSystemStorage(FileSystemStorage):
    """Django's storage, but a name appears only once its content is on the disk.

    Django writes into the final name: a worker killed while writing would leave half a file there, and
    a file whose name is made of its content would then be taken for the whole one.
    """

    def _save(self, name: str, content: Any) -> str:
        if hasattr(content, "temporary_file_path"):  # an upload that only has to be moved
            return super()._save(name, content)
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        while True:
            try:
                with _nameless(target) as file:
                    for chunk in content.chunks():
                        file.write(chunk)
                break
            except FileExistsError:
                if not target.exists():  # a folder on the way is a file
                    raise
                name = self.get_available_name(name)
                target = Path(self.path(name))
                content.seek(0)
        if self.file_permissions_mode is not None:
            target.chmod(self.file_permissions_mode)
        return str(Path(name).as_posix())


@contextlib.contextmanager
def _nameless(target: Path) -> Iterator[Any]:
    """A file that gets its name when the block ends well.

    Raises:
        FileExistsError: the name is taken.
    """
    try:
        descriptor = os.open(target.parent, os.O_TMPFILE | os.O_WRONLY, 0o644)
    except (AttributeError, OSError) as error:
        if isinstance(error, OSError) and error.errno not in _UNSUPPORTED:
            raise
        with _hidden(target) as file:
            yield file
        return
    with os.fdopen(descriptor, "wb") as file:
        yield file
        file.flush()
        os.fsync(descriptor)
        links = os.open("/proc/self/fd", os.O_RDONLY)
        try:
            os.link(str(descriptor), target, src_dir_fd=links, follow_symlinks=True)
        finally:
            os.close(links)
    _keep_name(target.parent)


@contextlib.contextmanager
def _hidden(target: Path) -> Iterator[Any]:
    """The same on systems without nameless files: a hidden name first, which a killed process leaves."""
    descriptor, hidden = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(descriptor)
        os.chmod(hidden, 0o644)
        os.link(hidden, target)
    finally:
        os.unlink(hidden)
    _keep_name(target.parent)


def _keep_name(folder: Path) -> None:
    """A new name is on the disk only when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
