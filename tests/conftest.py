"""What every test shares."""

import gc
import os
import re
from collections.abc import Generator, Iterator
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models.signals import post_migrate
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from archive.search.checks import spellings_are_brought_together
from tests.folders import short_folder, small_disk  # noqa: F401 fixtures

# The driver of the browser runs an event loop in the thread of the tests, and Django would then
# refuse the database to every test that follows in that process.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

#: What lets a test use the database; a live server does so from a thread of its own.
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
#: Tests that run many times over what others run once, or run in a browser: coverage counts nothing
#: in them, since counting takes longer than they do.
REPEATING = re.compile(
    r"properties\.py|test_(hostile_files|citations_of_the_corpora|words"
    r"|one_text_in_every_format|nothing_leaks|complaints\w*|facet_links|oracle|permissions|pages"
    r"|odd_questions|refusals|any_request|exports|\w*ranking|results|crawl|translation)\.py"
    r"|tests/browser/"
)
#: What ``.ci/run`` counts in the same run as all tests: the parser, in its own tests alone.
PARSER = "archive/parsing"
PLAIN_STORAGE = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Thousands of tests last as long as the process; going over them for garbage is slow."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what uses the database, so that a second PostgreSQL is tried by those tests alone."""
    is_parser = config.getoption("cov_source", None) == [PARSER]
    for item in items:
        path = item.path.as_posix()
        if REPEATING.search(path) or (is_parser and "tests/parsing/" not in path):
            item.add_marker("no_cover")
        fixtures = getattr(item, "fixturenames", ())
        if item.get_closest_marker("django_db") or not DATABASE_FIXTURES.isdisjoint(fixtures):
            item.add_marker("database")


@pytest.fixture(scope="session", autouse=True)
def plain_static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Static files under their own names, so that no test waits for them to be collected."""
    with override_settings(
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        STORAGES={**settings.STORAGES, "staticfiles": PLAIN_STORAGE},
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def one_connection() -> Iterator[None]:
    """Searches ask one connection, as no other sees what a test has not committed."""
    with override_settings(SEARCH_BESIDE=DEFAULT_DB_ALIAS):
        yield


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Passwords hashed at once: tests make staff by the hundred, and nobody attacks them."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="session", autouse=True)
def roles_and_the_scale_outlive_a_flush() -> Iterator[None]:
    """A test that commits empties every table behind it; what migrations wrote comes back.

    Django sends its signal after a flush as after a migration, when the permissions are there.
    """
    roles = import_module("archive.migrations.0010_roles")
    strengths = import_module("archive.migrations.0012_strengths_of_openings")

    series = import_module("archive.migrations.0013_series_and_lineages")

    def write(*, using: str, **_: Any) -> None:
        roles.write_roles(apps, using=using)
        for later in (strengths, series):
            strengths.write_roles(later.ROLES, apps, using=using)
        strengths.write_scale(apps, using=using)

    post_migrate.connect(write, sender=apps.get_app_config("archive"))
    yield
    post_migrate.disconnect(write, sender=apps.get_app_config("archive"))


@pytest.fixture(scope="module")
def rows_of_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What a fixture of a module makes after this one stands for all its tests, and then is undone.

    What a test itself writes is undone at its end, as always. Tests that commit cannot use it.
    """
    outermost: Any = transaction.atomic()
    outermost._from_testcase = True  # as Django's own, it is no block of the code under test
    with django_db_blocker.unblock(), outermost:
        yield
        transaction.set_rollback(True)


@pytest.fixture
def spellings(db: None) -> None:
    """A PostgreSQL that has the thesaurus of spellings; without its file the test is skipped."""
    if spellings_are_brought_together(databases=["default"]):
        pytest.skip("This PostgreSQL has no file of the thesaurus; docs/search.md says where.")


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """No answer kept from another test, whose rows are gone while versions count from one again."""
    for name in settings.CACHES:
        caches[name].clear()
