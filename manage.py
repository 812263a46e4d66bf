#!/usr/bin/env python
"""Runs the portal's commands; in demo mode it starts the embedded servers too when no address of a real one is set."""

import atexit
import gc
import os
import sys
from contextlib import AbstractContextManager, nullcontext

from config.commands import INTERRUPTED, not_utf8, speak
from config.embedded import EmbeddedServersFailed, embedded_servers, sends_tasks

# the portal's modules make some hundred thousand objects that stay: to look through them again and again for what
# is no longer used, and once more when all of it ends, takes a sixth of a command's time
gc.set_threshold(500_000)
atexit.register(gc.freeze)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    if command == "parity":
        # it reads a file and asks nobody: a translator's machine has no server's address and none of its secrets
        os.environ.setdefault("PORTAL_MODE", "demo")
    speak()
    try:
        with embedded_servers(command):
            run(sys.argv)
    except EmbeddedServersFailed as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        # what a command was in the middle of is undone by its transaction, or it says itself what became of it
        sys.stderr.write("Interrupted.\n")
        sys.exit(INTERRUPTED)
    finally:
        sys.stdout.flush()  # here, where somebody who has left may still end it without a word


def run(arguments: list[str]) -> None:
    """Run a Django command; say in one line which server cannot be reached, or which argument is no text."""
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import DataError, OperationalError, ProgrammingError
    from django.db.migrations.exceptions import MigrationSchemaMissing

    from config.unreachable import (
        broker_sentence,
        database_sentence,
        encoding_sentence,
        redis_errors,
        rights_sentence,
        settings_sentence,
        tables_sentence,
    )

    try:
        if sends_tasks(arguments[1] if len(arguments) > 1 else "help"):
            import config.celery  # noqa: F401  tasks sent from a command go to the portal's broker
        with _in_english(arguments):
            execute_from_command_line(arguments)
    except OperationalError as error:
        sys.exit(database_sentence(error))
    except ProgrammingError as error:
        if "does not exist" not in str(error):
            raise
        sys.exit(tables_sentence(error))
    except MigrationSchemaMissing as error:
        sys.exit(rights_sentence(error))
    except DataError as error:
        if "has no equivalent in encoding" not in str(error):
            raise
        sys.exit(encoding_sentence(error))
    except redis_errors() as error:
        sys.exit(broker_sentence(error))
    except ImproperlyConfigured as error:
        sys.exit(settings_sentence(error))
    except UnicodeEncodeError as error:
        if not (argument := not_utf8(arguments, error)):
            raise
        sys.exit(f"The argument {argument} is not UTF-8. Set the terminal to UTF-8 and type it again.")


def _in_english(arguments: list[str]) -> AbstractContextManager[None]:
    """Django's commands that ask for accounts ask in English throughout, like every other command.

    Its questions are English; the names of what they ask for would be in the language of the portal's pages.
    """
    if arguments[1:2] not in (["createsuperuser"], ["changepassword"]):
        return nullcontext()
    import django
    from django.utils import translation

    django.setup()  # a language has the texts of the apps that there are
    return translation.override("en")


if __name__ == "__main__":
    main()
