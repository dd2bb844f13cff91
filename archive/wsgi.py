"""The archive for a web server: ``gunicorn archive.wsgi``."""

import gc
import os
import sys

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections

from archive.web.charset import Utf8Handler

_APPLICATION_CANNOT_START = 4  # gunicorn stops at this code, and does not try again for ever


def _application() -> WSGIHandler:
    """The application, or one line on standard error that says which setting is missing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    try:
        django.setup(set_prefix=False)
        made = Utf8Handler()
    except ImproperlyConfigured as error:
        print(error, file=sys.stderr, flush=True)  # noqa: T201 there is no logging without settings
        sys.exit(_APPLICATION_CANNOT_START)
    _limit_statements(settings.WEB_STATEMENT_TIMEOUT_IN_SECONDS)
    return made


def _limit_statements(seconds: int) -> None:
    """Let PostgreSQL cancel a statement that holds a worker too long.

    The limit travels with each connection this process opens, so that no request spends a query on
    it, and commands, which may take their time, are not limited.
    """
    for database in connections.settings.values():
        options = database.setdefault("OPTIONS", {})
        given = options.get("options", "")
        options["options"] = f"{given} -c statement_timeout={seconds}s".strip()


application = _application()
gc.freeze()  # what is loaded by now stays; to look through it for what does not takes a page 50 ms
