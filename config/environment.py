"""What the environment says: an empty value is as good as none, and one that cannot be read is named, not guessed at."""

from __future__ import annotations

import os
import re
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_LISTENER = re.compile(r"unix:/.+|(?:[\w.-]*|\[[0-9a-fA-F:]+\]):[0-9]{1,5}")
_LOCATION = re.compile(r"/(?:[\w.-]+/)+")
_YES = ("true", "1", "yes", "on")
_NO = ("false", "0", "no", "off")


class Environment:
    """Reads variables of this process's environment.

    Every method but `str` raises ImproperlyConfigured for a value that it cannot read: a switch with a slip of the pen
    would otherwise be off, and nobody would know.
    """

    def str(self, name: str, default: str) -> str:
        """The text without spaces around it. An empty one counts here: it may switch something off.

        As it is written: to django-environ one that begins with $ would be another variable's name.
        """
        return os.environ.get(name, default).strip()

    def list(self, name: str, default: list[str]) -> list[str]:
        """Texts between commas."""
        return [each for part in self._said(name).split(",") if (each := part.strip())] or default

    def bool(self, name: str, default: bool) -> bool:
        """A switch."""
        written = self._said(name)
        if written.lower() in (*_YES, *_NO) or not written:
            return written.lower() in _YES if written else default
        raise ImproperlyConfigured(
            f"{name} is {written!r}; it is either true or false, with nothing behind it."
        )

    def int(self, name: str, default: int) -> int:
        """A whole number above 0."""
        return int(self._number(name, default, whole=True))

    def float(self, name: str, default: float) -> float:
        """A number above 0."""
        return self._number(name, default, whole=False)

    def one_of(self, name: str, choices: tuple[str, ...], default: str) -> str:
        """One of a few words, in capitals or not."""
        written = self._said(name) or default
        found = next((choice for choice in choices if choice.lower() == written.lower()), None)
        if found is None:
            raise ImproperlyConfigured(f"{name} is {written!r}; it is either {' or '.join(choices)}.")
        return found

    def address(self, name: str, default: str) -> str:
        """An address of the web: scheme and host, without a slash at its end.

        Nothing stands behind the host: files print it for ever with a page's path. Nor an account before it.
        """
        written = self._said(name).rstrip("/")
        if not written:
            return default
        try:
            parts = urlsplit(written)
            host = written.partition("://")[2]
            whole = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 0) >= 0
            # urlsplit tells no ? from one with nothing behind it, and no @ from one without a name before it
            whole = whole and host == parts.netloc and "@" not in host and not host.endswith(":")
        except ValueError:
            whole = False
        if not whole or any(sign.isspace() for sign in written):
            raise ImproperlyConfigured(
                f"{name} is {written!r}; it is an address such as https://briefing.example.org."
            )
        return written

    def db_url(self, name: str, default: str | None) -> dict[str, Any]:
        """The connection that PostgreSQL's address names. What cannot be read is not repeated: it holds a password.

        Args:
            default: the address where none is given; None: one must be.
        """
        example = "postgres://portal:PASSWORD@localhost:5432/portal"
        address = self._said(name) or _needed(name, default, "PostgreSQL's address", example)
        try:
            found = dict(environ.Env.db_url_config(address))
        except ValueError:
            found = {}
        if not str(found.get("ENGINE")).endswith(".postgresql") or not found.get("NAME"):
            raise ImproperlyConfigured(
                f"{name} is no address of a database in PostgreSQL, such as {example}."
            )
        return found

    def redis_url(self, name: str, default: str | None) -> str:
        """The address of Valkey or Redis, which is not repeated either.

        Args:
            default: the address where none is given; None: one must be.
        """
        example = "redis://localhost:6379/0"
        address = self._said(name) or _needed(name, default, "the address of Valkey or Redis", example)
        try:
            parts = urlsplit(address)
            whole = (
                parts.hostname
                if parts.scheme in ("redis", "rediss")
                else parts.scheme == "unix" and parts.path
            )
            whole = bool(whole) and (parts.port or 0) >= 0
        except ValueError:
            whole = False
        if not whole:
            raise ImproperlyConfigured(f"{name} is no address of Valkey or Redis, such as {example}.")
        return address

    def listener(self, name: str, default: str) -> str:
        """Where a server listens: an address and a port, or a socket's file."""
        written = self._said(name) or default
        if not _LISTENER.fullmatch(written):
            raise ImproperlyConfigured(
                f"{name} is {written!r}; it is an address and a port such as 127.0.0.1:8000, or unix: and a file."
            )
        return written

    def location(self, name: str) -> str:
        """A path of the web, between two slashes; empty where none is given."""
        written = self._said(name)
        if written and not _LOCATION.fullmatch(written):
            raise ImproperlyConfigured(
                f"{name} is {written!r}; it is a path between slashes such as /protected/."
            )
        return written

    def email_url(self, name: str) -> dict[str, Any]:
        """What a mail server's address names; nothing where none is given. It holds a password too, and is not repeated."""
        address = self._said(name)
        if not address:
            return {}
        try:
            found = dict(environ.Env.email_url_config(address))
        except (ImproperlyConfigured, ValueError):
            found = {}
        if not found.get("EMAIL_HOST"):
            raise ImproperlyConfigured(
                f"{name} is no address of a mail server, such as smtp+tls://user:password@mail.example.org:587; empty:"
                " no mail."
            )
        return found

    def _said(self, name: str) -> str:
        return self.str(name, "")

    def _number(self, name: str, default: float, *, whole: bool) -> float:
        written = self._said(name)
        try:
            number = (int(written) if whole else float(written)) if written else default
        except ValueError:
            number = 0
        if not 0 < number < float("inf"):
            kind = "whole number" if whole else "number"
            raise ImproperlyConfigured(f"{name} is {written!r}; it is a {kind} above 0.")
        return number


def _needed(name: str, default: str | None, what: str, example: str) -> str:
    if default is None:
        raise ImproperlyConfigured(f"Set the {name} environment variable: {what}, such as {example}.")
    return default
