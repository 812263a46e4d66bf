"""`manage.py reset_second_factor NAME`: for an administrator whose phone and backup codes are lost."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from accounts import second_factor


class Command(BaseCommand):
    help = "Takes authenticator app and backup codes from an account; its owner enrols again at the next sign-in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="the account's user name")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        user = get_user_model()._default_manager.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no account named {name!r}. Names are case-sensitive.")
        if not second_factor.is_enrolled(user):
            self.stdout.write(f"{name} has no second factor; nothing is changed.")
            return
        second_factor.reset(user)
        self.stdout.write(f"{name} has no second factor now.")
