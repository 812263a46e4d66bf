"""Encoded values put aside until an edition is sealed: few in memory, many in a file without a name.

The sheets of ten thousand items are a hundred megabytes, and all of them wait until the last one is composed.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from tempfile import SpooledTemporaryFile, gettempdir

import msgspec

_IN_MEMORY = 16_000_000
"""Bytes that are kept in memory."""
_PIECE = 1_000_000
"""Bytes that are read at once where values are not asked for one by one."""


class Aside:
    """Encoded values in their order; they may be gone through more than once, also side by side.

    Raises:
        OSError: the folder for temporary files, which it names, is full or cannot be written.
    """

    def __init__(self, encoded: Iterable[bytes]) -> None:
        # closed, and with that gone, when nobody holds it any more
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self._ends = array("Q")
        end = 0
        try:
            for value in encoded:
                if end:
                    self._file.write(b",")
                    end += 1
                self._file.write(value)
                end += len(value)
                self._ends.append(end)
            self._file.flush()
        except OSError as error:  # of a file without a name
            with suppress(OSError):  # for what is still buffered there is no room either
                self._file.close()
            raise OSError(error.errno, error.strerror, gettempdir()) from error

    def __len__(self) -> int:
        return len(self._ends)

    def __iter__(self) -> Iterator[msgspec.Raw]:
        start = 0
        for end in self._ends:
            self._file.seek(start)
            yield msgspec.Raw(self._file.read(end - start))
            start = end + 1

    def joined(self) -> Iterator[bytes]:
        """All values with commas between them, in pieces as large as they come."""
        start = 0
        while True:
            self._file.seek(start)
            piece = self._file.read(_PIECE)
            if not piece:
                return
            yield piece
            start += len(piece)
