"""Accounts as Django keeps them, asked for in two statements a request where Django takes four."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import Exists, OuterRef, Q
from django_otp.plugins.otp_totp.models import TOTPDevice


class AccountBackend(ModelBackend):
    """Every request asks anew; what it is told holds for that request and no longer."""

    def get_user(self, user_id: Any) -> Any:
        """The active account of a session, with `was_enrolled`: whether it had an authenticator app."""
        app = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        user = get_user_model()._default_manager.annotate(was_enrolled=Exists(app)).filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """The account's own permissions and its groups', kept with the account as Django keeps them."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            permissions = Permission.objects.order_by()
            if not user_obj.is_superuser:
                own = Q(pk__in=user_obj.user_permissions.values("pk"))
                permissions = permissions.filter(own | Q(group__in=user_obj.groups.all())).distinct()
            names = permissions.values_list("content_type__app_label", "codename")
            user_obj._perm_cache = {f"{app}.{codename}" for app, codename in names}
        return set(user_obj._perm_cache)
