"""Settings of a process that a test starts: the archive's own, on the database of the test."""

import json
import os

from archive.settings import *  # noqa: F403 - every setting of the archive

DATABASES = {"default": json.loads(os.environ["DATABASE_OF_THE_TEST"])}
