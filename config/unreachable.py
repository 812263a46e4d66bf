"""One line for a setting that cannot be read, or a server that cannot be reached: its address and what to do."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

_NOT_LET_IN = (
    "password authentication failed",
    "no password supplied",
    "no pg_hba.conf entry",
    "Peer authentication failed",
    "is not permitted to log in",
    'role "',
    'database "',
)
_GONE = ("08", "53300", "57P")
"""Codes of a server that takes no connection, or ends the one there was. With another one it answers: two pieces of work
waited for each other, its disk is full, somebody has cancelled.
"""


def settings_sentence(error: Exception) -> str:
    """What to do before anything starts."""
    return f"The portal's settings are not complete: {error}"


def redis_errors() -> tuple[type[Exception], ...]:
    """The errors by which the broker's and the cache's libraries say that nobody answers."""
    import kombu.exceptions
    import redis.exceptions

    return (
        redis.exceptions.ConnectionError,
        redis.exceptions.TimeoutError,
        kombu.exceptions.OperationalError,
    )


def database_sentence(error: Exception) -> str:
    """What to do when PostgreSQL does not answer, or not to the end. The password is never printed."""
    database = settings.DATABASES["default"]
    host = database.get("HOST") or database.get("OPTIONS", {}).get("host") or "localhost"
    where = f"{host}:{database.get('PORT') or 5432}/{database['NAME']}"
    first = _first_line(error)
    # psycopg gives no code for what a server says to somebody who is not let in
    if any(words in first for words in _NOT_LET_IN):
        return (
            f"PostgreSQL at {where} does not let the account in ({first}). Correct account, password or database in"
            " DATABASE_URL, or the server's pg_hba.conf."
        )
    code = getattr(error.__cause__, "sqlstate", None)
    if code and not code.startswith(_GONE):
        return (
            f"PostgreSQL at {where} has broken the work off ({first}). Give the command again; if that ends so too, the"
            " server's log says more."
        )
    return f"The database does not answer at {where} ({first}). Start PostgreSQL there, or correct DATABASE_URL{_or_none()}."


def tables_sentence(error: Exception) -> str:
    """What to do when the database answers but its tables are older than the code, or not there."""
    first = _first_line(error)
    return f"The database is not ready for this version ({first}). Run: manage.py migrate"


def rights_sentence(error: Exception) -> str:
    """What to do when the database's account may not make tables, as on a server that grants none in `public`."""
    database = settings.DATABASES["default"]
    reason = _first_line(error).partition("(")[2].rstrip(")") or str(error)
    return (
        f"The account of DATABASE_URL may not make tables ({reason}). Make it the database's owner: "
        f'ALTER DATABASE "{database["NAME"]}" OWNER TO "{database["USER"]}"'
    )


def encoding_sentence(error: Exception) -> str:
    """What to do when the database cannot hold Korean."""
    first = _first_line(error)
    return (
        f"The database does not hold every language ({first}). Make one in UTF-8: createdb --template=template0 "
        "--encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C.UTF-8 NAME"
    )


def broker_sentence(error: Exception) -> str:
    """What to do when Valkey or Redis does not answer. The password is never printed."""
    address = urlsplit(settings.REDIS_URL)
    where = f"{address.hostname}:{address.port or 6379}" if address.hostname else address.path
    first = _first_line(error)
    return f"The broker does not answer at {where} ({first}). Start Valkey or Redis there, or correct REDIS_URL{_or_none()}."


def _first_line(error: Exception) -> str:
    """What an error says at once; the lines behind it quote a statement, or say the same of another address."""
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _or_none() -> str:
    return "; without it the demonstration starts its own" if settings.DEMO else ""
