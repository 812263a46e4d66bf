"""Databases of their own, cloned from the current one: for real processes, and for what is committed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection


@contextmanager
def clone(purpose: str) -> Iterator[str]:
    """A clone of the current database, which this process uses too; its DATABASE_URL. It is gone with the block."""
    template = connection.settings_dict["NAME"]
    name = f"{template}_{purpose}_{os.getpid()}"
    address = os.environ["DATABASE_URL"]
    connection.close()
    execute_elsewhere(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    execute_elsewhere(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
    connection.settings_dict["NAME"] = name
    os.environ["DATABASE_URL"] = with_name(address, name)
    try:
        yield os.environ["DATABASE_URL"]
    finally:
        connection.close()
        connection.settings_dict["NAME"] = template
        os.environ["DATABASE_URL"] = address
        execute_elsewhere(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def with_name(address: str, name: str) -> str:
    """The address of another database of the same server."""
    head, mark, query = address.partition("?")
    return head.rsplit("/", 1)[0] + "/" + name + mark + query


def execute_elsewhere(statement: str) -> None:
    """Run a statement that must not run inside the database it is about."""
    parameters = connection.get_connection_params() | {"dbname": "postgres"}
    for name in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(name, None)
    with psycopg.connect(**parameters, autocommit=True) as link:
        link.execute(statement)
