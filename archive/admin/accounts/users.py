"""Accounts in the admin; where a second factor is required, it can be taken away from somebody."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import (
    AdminPasswordChangeForm,
    AdminUserCreationForm,
    UserChangeForm,
)
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from archive.admin.accounts.devices import forget
from archive.admin.plain_forms import PlainForm
from archive.ingest.publishing import history

if TYPE_CHECKING:
    _UserAdmin = UserAdmin[User]
    _Account = UserChangeForm[User]
    _NewAccount = AdminUserCreationForm[User]
    _Password = AdminPasswordChangeForm[User]
else:
    _UserAdmin = UserAdmin
    _Account = UserChangeForm
    _NewAccount = AdminUserCreationForm
    _Password = AdminPasswordChangeForm


class AccountForm(PlainForm, _Account):
    """An account, and what it may do."""


class NewAccountForm(PlainForm, _NewAccount):
    """The name and the password of a new account."""


class PasswordForm(PlainForm, _Password):
    """Another password for somebody."""


admin.site.unregister([User, StaticDevice, TOTPDevice])


@admin.register(User)
class StaffAdmin(_UserAdmin):
    """Accounts as Django has them. Secrets of second factors are nobody's to see."""

    form = AccountForm
    add_form = NewAccountForm
    change_password_form = PasswordForm
    actions = ("forget_second_factor",)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Whether an account may go: not one that the history names, which would forget who it was.

        Such an account is made inactive.
        """
        may_go = obj is None or not history.names(obj)
        return may_go and super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without what concerns a second factor where none is asked for."""
        actions: dict[str, Any] = super().get_actions(request)
        if not settings.ADMIN_SECOND_FACTOR_REQUIRED:
            actions.pop("forget_second_factor", None)
        return actions

    @admin.action(
        description="Take the second factor away (telephone lost)", permissions=["change"]
    )
    def forget_second_factor(self, request: HttpRequest, users: QuerySet[User]) -> None:
        """With the next password, each of them sets an app up anew."""
        for user in users:
            forget(user)
        names = ", ".join(map(str, users))
        messages.success(request, f"With the next password, a new app is set up by: {names}.")
