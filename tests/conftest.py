"""What every test shares."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import DEFAULT_DB_ALIAS
from django.test import override_settings

from archive.search.checks import spellings_are_brought_together
from tests.folders import short_folder, small_disk  # noqa: F401 fixtures

# The driver of the browser runs an event loop in the thread of the tests, and Django would then
# refuse the database to every test that follows in that process.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

PLAIN_STORAGE = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


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
