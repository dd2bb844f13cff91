"""The archive's version grows, and never comes twice."""

import pytest

from archive.models import ArchiveVersion

pytestmark = pytest.mark.django_db


def _grown() -> int:
    ArchiveVersion.objects.grow()
    return ArchiveVersion.objects.number()


def test_each_version_is_greater_than_the_last() -> None:
    versions = [_grown() for _ in range(50)]
    assert versions == sorted(set(versions))


def test_what_is_published_after_a_backup_was_restored_has_a_version_of_its_own() -> None:
    backup = ArchiveVersion.objects.number()
    published = {_grown() for _ in range(50)}
    ArchiveVersion.objects.update(number=backup)
    assert not published & {_grown() for _ in range(50)}


def test_an_archive_that_has_none_yet_begins() -> None:
    ArchiveVersion.objects.all().delete()
    assert ArchiveVersion.objects.number() == 0
    assert _grown() > 0
