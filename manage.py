#!/usr/bin/env python
"""Django's command line, with this project's settings."""

import errno
import io
import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from archive.embedded.failures import EmbeddedServerError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def main() -> None:
    """Run the command named on the command line.

    A setting that is missing, or a database that cannot start here, is told in one line.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    _open_streams()
    try:
        settings.INSTALLED_APPS  # noqa: B018 a wrong setting shows here, before the command does
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except (ImproperlyConfigured, EmbeddedServerError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # nobody reads the output any more
        _print_nothing_more()
        sys.exit(1)
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        _print_nothing_more()
        sys.exit(f"The output cannot be written: {error.strerror}. What was done before stays.")


def _print_nothing_more() -> None:
    """Let the interpreter end without a word about an output that takes no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_streams() -> None:
    """Let a command print where the shell closed its output, and what the locale has no sign for.

    Descriptors are opened in their order, so that no file or connection comes to be the output.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(nowhere, mode, encoding="utf-8"))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
