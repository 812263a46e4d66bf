"""What every command does with those who read it, and with what it was given: no traceback for either."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO, cast

INTERRUPTED = 130
_NOBODY_READS = 141
"""As a shell reports a program that Ctrl-C has ended, and one whose reader has left."""


class _Spoken(TextIOWrapper):
    """What a command says, to whatever it is sent.

    A letter that the terminal does not have is written by its number. Who leaves before the end (`| head -1`) ends the
    command without a word. That is a SystemExit: what writes files takes every OSError for a fault of its own.
    """

    def write(self, text: str, /) -> int:
        try:
            return super().write(text)
        except OSError as error:
            raise self._unheard(error) from None

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            raise self._unheard(error) from None

    def _unheard(self, error: OSError) -> SystemExit:
        # what still waits to be written goes nowhere, or Python would complain of it once more at its end
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)
        if isinstance(error, BrokenPipeError):
            return SystemExit(_NOBODY_READS)
        return SystemExit(f"What the command says cannot be written ({error.strerror}).")


def speak() -> None:
    """From here on, say everything through streams that no reader and no encoding breaks."""
    sys.stdout, sys.stderr = _spoken(sys.stdout), _spoken(sys.stderr)


def _spoken(stream: TextIO | None) -> _Spoken:
    if stream is None:  # closed by who started the command
        stream = open(os.devnull, "w")  # noqa: SIM115  for as long as the command runs
    assert isinstance(stream, TextIOWrapper)
    return _Spoken(
        stream.detach(),
        encoding=stream.encoding,
        errors="backslashreplace",
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


def not_utf8(arguments: Sequence[str], error: UnicodeEncodeError) -> str:
    """The argument, as it can be printed, whose bytes no text can hold and at which the command has failed; or nothing.

    A file may be called so all the same: that is why arguments are not refused before.
    """
    at_fault = {letter for letter in cast("str", error.object) if "\udc80" <= letter <= "\udcff"}
    return next((ascii(each) for each in arguments if at_fault & set(each)), "")
