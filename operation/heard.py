"""`python -m operation.heard worker` (or `beat`): whether this machine's process was heard of lately.

For health checks, which ask often: it loads the database's driver and not the portal. Exit code 0 or 1.
"""

from __future__ import annotations

import os
import socket
import sys

import psycopg

_NAMES = {"worker": "celery", "beat": "beat"}
_QUESTION = """
    SELECT count(*) FROM operation_process
    WHERE kind = %s AND name = %s AND abs(extract(epoch FROM now() - seen_at)) < 20
"""


def main() -> None:
    """Ask PostgreSQL at `DATABASE_URL`; one line about the answer."""
    kind = sys.argv[1] if len(sys.argv) == 2 else ""
    if kind not in _NAMES:
        sys.exit("Name a kind of process: worker or beat.")
    name = f"{_NAMES[kind]}@{socket.gethostname()}"
    try:
        with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=3) as link:
            row = link.execute(_QUESTION, [kind, name]).fetchone()
    except psycopg.Error as error:
        sys.exit(f"The database does not answer ({str(error).strip().splitlines()[0]}).")
    if not row or not row[0]:
        sys.exit(f"{name} was not heard of in 20 s.")
    sys.stdout.write(f"{name} lives.\n")


if __name__ == "__main__":
    main()
