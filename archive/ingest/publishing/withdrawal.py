"""Withdrawal: a text is taken from readers for a reason that they are told, and given back."""

from django.contrib.auth.models import AbstractBaseUser

from archive.models import Text


class WithdrawalError(Exception):
    """A withdrawal that cannot be made; the message says why and what to do."""


def withdraw(text: int, *, by: AbstractBaseUser, reason: str) -> Text:
    """Take a text, given by its key, from readers; nothing of it is deleted.

    Raises WithdrawalError without a reason, and for a text that is withdrawn.
    """
    raise NotImplementedError(text)


def restore(text: int, *, by: AbstractBaseUser) -> Text:
    """Give a withdrawn text back to readers as it was.

    Raises WithdrawalError for a text that is not withdrawn.
    """
    raise NotImplementedError(text)
