#!/usr/bin/env python
"""Django's command line, with this project's settings."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from archive.embedded.failures import EmbeddedServerError


def main() -> None:
    """Run the command named on the command line.

    A setting that is missing, or a database that cannot start here, is told in one line.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    try:
        settings.INSTALLED_APPS  # noqa: B018 a wrong setting shows here, before the command does
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, EmbeddedServerError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
