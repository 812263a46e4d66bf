"""The second factor: a code from an authenticator app, or one of ten backup codes.

Whether a session still owes a code is decided here and nowhere else. Secrets are django-otp's rows; of a
backup code only a keyed digest is kept.
"""

from __future__ import annotations

import secrets
import unicodedata
from base64 import b32encode
from datetime import datetime
from typing import Any

import segno
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.crypto import salted_hmac
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

BACKUP_CODES = 10
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
_CODE_LENGTH = 12


class TooSoon(Exception):
    """Codes were wrong too often; `until` says when the next one is looked at."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


def owed_by(user: Any) -> bool:
    """Whether this session must show a code before it may do anything else."""
    if not user.is_authenticated or user.is_verified():
        return False
    # for a session's account this is asked with the account itself, on every request
    enrolled = user.was_enrolled if hasattr(user, "was_enrolled") else is_enrolled(user)
    return required_of(user) or enrolled


def required_of(user: Any) -> bool:
    """Whether the account must have a second factor: everyone who may enter the admin."""
    if not settings.SECOND_FACTOR_REQUIRED:
        return False
    return bool(user.is_staff or user.is_superuser or user.has_perm("wagtailadmin.access_admin"))


def is_enrolled(user: AbstractBaseUser) -> bool:
    """Whether the account has an authenticator app."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def new_key() -> str:
    """A secret for an authenticator app, as hexadecimal digits."""
    return str(default_key())


def written_key(key: str) -> str:
    """The secret as people type it into an app: base 32, in groups of four."""
    text = b32encode(bytes.fromhex(key)).decode()
    return " ".join(text[place : place + 4] for place in range(0, len(text), 4))


def qr_svg(user: AbstractBaseUser, key: str) -> str:
    """The secret as a QR code: SVG without script, style or outside reference."""
    address = TOTPDevice(user=user, key=key).config_url
    return str(
        segno.make(address, error="m").svg_inline(scale=4, light="white", svgclass=None, lineclass=None)
    )


@transaction.atomic
def confirm(user: Any, *, key: str, code: str) -> TOTPDevice | None:
    """Take the app that made this code as the account's; any earlier one no longer counts.

    None if the code is not the app's: nothing has changed then.
    """
    _lock(user)
    device = TOTPDevice.objects.create(user=user, name="authenticator", key=key, confirmed=False)
    if not device.verify_token(_tidy(code)):
        transaction.set_rollback(True)
        return None
    TOTPDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
    device.confirmed = True
    device.save()
    return device


@transaction.atomic
def verify(user: AbstractBaseUser, typed: str) -> Device | None:
    """The app or the backup codes that this code belongs to; each code counts once.

    Raises:
        TooSoon: codes were wrong too often.
    """
    code = _tidy(typed)
    of_app = len(code) == 6 and code.isascii() and code.isdigit()
    model = TOTPDevice if of_app else StaticDevice
    device = model.objects.select_for_update().filter(user=user, confirmed=True).first()
    if device is None:
        return None
    allowed, why = device.verify_is_allowed()
    if not allowed:
        raise TooSoon(why["locked_until"])
    return device if device.verify_token(code if of_app else _kept_of(device, code)) else None


@transaction.atomic
def new_backup_codes(user: Any) -> list[str]:
    """Ten codes that each work once, to be shown now and never again. Earlier ones stop working."""
    _lock(user)
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="backup codes", confirmed=True)
    codes = [
        "".join(secrets.choice(_ALPHABET) for _letter in range(_CODE_LENGTH)) for _code in range(BACKUP_CODES)
    ]
    for code in codes:
        device.token_set.create(token=_kept(code))
    return [f"{code[:4]}-{code[4:8]}-{code[8:]}" for code in codes]


def backup_codes_left(user: AbstractBaseUser) -> int:
    device = StaticDevice.objects.filter(user=user, confirmed=True).first()
    return device.token_set.count() if device else 0


@transaction.atomic
def reset(user: Any) -> None:
    """Take app and backup codes from an account. Every session of it that they opened owes a code again."""
    _lock(user)
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def _lock(user: Any) -> None:
    """Two requests of one account change its second factor one after the other."""
    get_user_model()._default_manager.select_for_update().get(pk=user.pk)


def _tidy(typed: str) -> str:
    """What was meant: full-width digits, spaces, hyphens and capitals as people type them."""
    text = unicodedata.normalize("NFKC", typed).lower()
    return "".join(letter for letter in text if letter.isalnum())[:64]


def _kept(code: str, secret_key: str | None = None) -> str:
    """A backup code as it stands in the database: 80 bits of a digest, keyed with the portal's key or a former one."""
    digest = salted_hmac("accounts.backup-code", code, secret=secret_key, algorithm="sha256").digest()
    return b32encode(digest[:10]).decode()


def _kept_of(device: StaticDevice, code: str) -> str:
    """The code as the device has it, whichever key it was made with; as it would be made now if it has none."""
    former = [_kept(code, key) for key in settings.SECRET_KEY_FALLBACKS]
    found = device.token_set.filter(token__in=former).values_list("token", flat=True).first()
    return found or _kept(code)
