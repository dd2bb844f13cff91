"""Roles are groups that a migration makes; what people have set up by hand is left to them."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

ROLES: dict[str, list[str]] = import_module("archive.migrations.0010_roles").ROLES
#: What later migrations let the roles do besides.
LATER: list[dict[str, Iterable[str]]] = [
    import_module(f"archive.migrations.{name}").ROLES
    for name in ("0012_strengths_of_openings", "0013_series_and_lineages")
]
BEFORE = ("archive", "0009_curation")
WITH = ("archive", "0010_roles")


@pytest.fixture
def to() -> Iterator[Callable[[tuple[str, str]], None]]:
    """Brings the tables to a migration; at the end they are today's."""
    yield _migrate
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes("archive")
    MigrationExecutor(connection).migrate(latest)


def _migrate(target: tuple[str, str]) -> Any:
    return MigrationExecutor(connection).migrate([target])


def _may(group: str) -> set[str]:
    permissions = Permission.objects.filter(group__name=group)
    return set(permissions.values_list("codename", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_a_new_database_has_the_roles_with_all_that_they_may_do(role: str) -> None:
    assert _may(role) == {*ROLES[role], *(one for more in LATER for one in more[role])}


@pytest.mark.django_db
def test_each_role_may_do_what_the_one_before_may() -> None:
    assert _may("reader") < _may("editor") < _may("publisher")


@pytest.mark.django_db(transaction=True)
def test_a_group_of_the_name_keeps_its_members_and_what_it_may_do_besides(
    to: Callable[[tuple[str, str]], None],
) -> None:
    to(BEFORE)
    Group.objects.filter(name__in=ROLES).delete()
    group = Group.objects.create(name="editor")
    group.permissions.add(Permission.objects.get(codename="add_user"))
    member = User.objects.create_user("archivist", is_staff=True)
    member.groups.add(group)
    to(WITH)
    assert _may("editor") == {*ROLES["editor"], "add_user"}
    assert User.objects.get(pk=member.pk).has_perm("archive.change_ingestion")
    assert Group.objects.filter(name__in=ROLES).count() == 3


@pytest.mark.django_db(transaction=True)
def test_taken_back_it_leaves_the_groups_that_people_use(
    to: Callable[[tuple[str, str]], None],
) -> None:
    to(BEFORE)
    to(WITH)
    member = User.objects.create_user("archivist", is_staff=True)
    member.groups.add(Group.objects.get(name="editor"))
    Group.objects.get(name="reader").permissions.add(Permission.objects.get(codename="add_user"))
    to(BEFORE)
    assert _may("editor") == set()
    assert _may("reader") == {"add_user"}
    assert not Group.objects.filter(name="publisher").exists()
    assert member.groups.count() == 1
    to(WITH)
    assert _may("publisher") == set(ROLES["publisher"])
