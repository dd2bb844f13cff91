"""Turns: so few drafts are read and checked at once that the other pages are still answered."""

from collections.abc import Callable
from threading import BoundedSemaphore
from types import TracebackType
from typing import Self
from weakref import finalize

from django.utils.translation import gettext as _

#: In each process of the server, which has some eight threads, and how long others wait for one.
MOST_AT_ONCE = 2
_PATIENCE_IN_SECONDS = 1.5
RETRY_AFTER_SECONDS = "60"

_free = BoundedSemaphore(MOST_AT_ONCE)


class NoTurnError(Exception):
    """As many drafts are being checked as may be at once; the message says so."""


class Turn:
    """A turn to read a draft and check it. It ends once: also when nothing holds it any more."""

    end: Callable[[], object]

    def __init__(self) -> None:
        """Wait for a turn. Raises NoTurnError where none comes soon."""
        if not _free.acquire(timeout=_PATIENCE_IN_SECONDS):
            raise NoTurnError(
                _("Many drafts are being checked at this moment. Send yours again in a minute.")
            )
        self.end = finalize(self, _free.release)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.end()
