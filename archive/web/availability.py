"""Availability: when the database does not answer, say so, with 503."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from archive.web.errors import unavailable

_logger = logging.getLogger(__name__)


class DatabaseAvailabilityMiddleware:
    """Answers 503 where a view found that the database is out of reach."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; what a view raised comes to ``process_exception``."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The 503 page for a database out of reach, nothing for any other fault."""
        if isinstance(exception, OperationalError | InterfaceError):
            _logger.error("The database does not answer.", exc_info=exception)
            return unavailable(request)
        return None
