"""Staff who may look."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

Queries = Callable[[str], list[str]]


@pytest.fixture
def staff(db: None) -> User:
    """A member of staff who may view every table of the archive, and do nothing else."""
    user = User.objects.create_user("reader", is_staff=True)
    views = Permission.objects.filter(
        content_type__app_label="archive", codename__startswith="view_"
    )
    user.user_permissions.set(views)
    return user


@pytest.fixture
def staff_client(staff: User, client: Client) -> Client:
    """A browser in which that member of staff is logged in."""
    client.force_login(staff)
    return client


@pytest.fixture
def queries(staff_client: Client) -> Queries:
    """Asks for an address that must answer with a page; gives the SQL it took."""

    def ask(address: str) -> list[str]:
        ContentType.objects.clear_cache()
        with CaptureQueriesContext(connection) as captured:
            assert staff_client.get(address).status_code == 200
        return [query["sql"] for query in captured]

    return ask
