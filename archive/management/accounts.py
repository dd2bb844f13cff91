"""Accounts: the person for whom a command runs."""

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError


def key_of(username: str | None) -> int | None:
    """The key of an active account by its name; None where no name is given.

    Raises CommandError for a name that no such account has.
    """
    if username is None:
        return None
    people = get_user_model().objects.filter(is_active=True)
    found = people.filter(username=username).values_list("pk", flat=True).first()
    if found is None:
        raise CommandError(
            f"There is no account “{username}” that can log in; give the name of one with --by, or "
            "leave it out: the history then says which command it was."
        )
    return int(found)
