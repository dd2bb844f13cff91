"""The application: what Django is told of at start."""

from django.apps import AppConfig
from django.contrib.admin import apps as django_admin
from django.core.checks import Tags, register


class StaffConfig(django_admin.AdminConfig):
    """Django’s admin, with a site of the archive’s own."""

    default = False  # of this package that is the archive itself
    default_site = "archive.admin.site.StaffSite"

    def ready(self) -> None:
        """Register every page.

        The archive’s come first, since the site is one of its modules; those of accounts last, as
        they take the place of others’.
        """
        import archive.admin  # noqa: PLC0415

        super().ready()
        import archive.admin.accounts.users  # noqa: F401, PLC0415


class ArchiveConfig(AppConfig):
    """The archive; its checks of the database run with ``migrate`` and ``check --database``."""

    name = "archive"

    def ready(self) -> None:
        """Register the checks once the models are there."""
        from archive.search import checks  # noqa: PLC0415

        register(checks.words_are_told_from_signs, Tags.database)
        register(checks.spellings_are_brought_together, Tags.database)
