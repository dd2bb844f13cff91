"""The application: what Django is told of at start."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class ArchiveConfig(AppConfig):
    """The archive; its checks of the database run with ``migrate`` and ``check --database``."""

    name = "archive"

    def ready(self) -> None:
        """Register the checks once the models are there."""
        from archive.search import checks  # noqa: PLC0415

        register(checks.words_are_told_from_signs, Tags.database)
        register(checks.spellings_are_brought_together, Tags.database)
