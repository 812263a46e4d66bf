"""No page of the portal takes a file but the termbase's (docs/security.md says why)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler


class UploadRefused(SuspiciousOperation):
    """Somebody sent a file where none is taken."""


class NoUploads(FileUploadHandler):
    """Refuses a file at its first byte, whatever it is called or says it is: nothing of it is kept.

    A page that takes files sets upload handlers of its own, with its limits and checks
    (`briefings.termbase.receiving`).
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        raise UploadRefused("A file was sent to a page that takes none.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
