"""Where the servers that the portal brings along keep their data and sockets.

PostgreSQL refuses to run as root, so root's servers run as `nobody`, and no folder that this user cannot reach will do:
root's home lies below /var/lib. There it outlives the checkout, with the editions' files gone. So each checkout
names its own home: another one cloned to the same path begins with another database, and one that was moved keeps its own.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import pwd
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

PROJECT = Path(__file__).resolve().parent.parent
DATABASE = "portal"

_ROOTS_HOMES = Path("/var/lib/molit-briefing-portal")
_NAME_IN_CHECKOUT = Path("var") / "servers-home"
_CHECKOUT_IN_HOME = "checkout"
_NAME = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True)
class Home:
    """Where the embedded servers keep their data and sockets."""

    folder: Path
    uid: int
    gid: int

    @property
    def postgres_data(self) -> Path:
        return self.folder / "postgres"

    @property
    def valkey_data(self) -> Path:
        return self.folder / "valkey"

    @property
    def sockets(self) -> Path:
        """Short and outside the checkout: a socket's path may hold 107 bytes, and no server file of ours
        should depend on what the checkout's folder is called."""
        return Path("/tmp") / f"portal-{os.getuid()}-{_short(self.folder)}"

    @property
    def database_url(self) -> str:
        return f"postgres://portal@/{DATABASE}?host={quote(str(self.sockets))}"

    @property
    def redis_url(self) -> str:
        return f"unix://{self.sockets}/valkey.sock"


def home() -> Home:
    """The servers' home: `var/servers` in the checkout, or `PORTAL_SERVERS`; for root, a folder below /var/lib."""
    chosen = os.environ.get("PORTAL_SERVERS")
    if os.getuid() != 0:
        folder = Path(chosen) if chosen else PROJECT / "var" / "servers"
        return Home(folder, os.getuid(), os.getgid())
    nobody = pwd.getpwnam("nobody")
    name = _short(chosen) if chosen else name_of_checkout(PROJECT, _ROOTS_HOMES)
    return Home(_ROOTS_HOMES / name, nobody.pw_uid, nobody.pw_gid)


def name_of_checkout(checkout: Path, homes: Path) -> str:
    """The name of the checkout's home below `homes`, 12 hexadecimal digits, written into the checkout once.

    The checkout holds the name, and the home the checkout's path (`belongs_to`). A copied checkout holds the name of
    another's home, which it must not share; a moved one holds the name of its own, and no checkout is left at the old path.
    """
    kept = checkout / _NAME_IN_CHECKOUT
    if not _has_its_own(checkout, homes):
        kept.parent.mkdir(parents=True, exist_ok=True)
        with kept.open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            # of two commands that begin at once, the second takes what the first has written
            if not _has_its_own(checkout, homes):
                kept.write_text(_new_name(checkout, homes))
    return _read(kept)


def _has_its_own(checkout: Path, homes: Path) -> bool:
    name = _read(checkout / _NAME_IN_CHECKOUT)
    if not _NAME.fullmatch(name):
        return False
    other = _read(homes / name / _CHECKOUT_IN_HOME)
    is_anothers = other and other != str(checkout) and _read(Path(other) / _NAME_IN_CHECKOUT) == name
    return not is_anothers


def _new_name(checkout: Path, homes: Path) -> str:
    earlier = _short(checkout)
    holds_anothers = _NAME.fullmatch(_read(checkout / _NAME_IN_CHECKOUT))
    # an earlier version of the portal named a home by the path; files show that it was this checkout's
    is_ours = (homes / earlier).exists() and (checkout / "var" / "media").exists()
    return earlier if is_ours and not holds_anothers else secrets.token_hex(6)


def belongs_to(place: Home, checkout: Path) -> None:
    """Say in the home whose it is."""
    (place.folder / _CHECKOUT_IN_HOME).write_bytes(os.fsencode(checkout))


def _read(path: Path) -> str:
    try:
        return os.fsdecode(path.read_bytes()).strip()
    except (FileNotFoundError, NotADirectoryError):
        return ""


def _short(path: Path | str) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
