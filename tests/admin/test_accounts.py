"""Accounts of staff: who has changed anything stays known, however long ago it was."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from archive.ingest.publishing.history import history_of
from archive.ingest.publishing.withdrawal import restore, withdraw
from archive.models import Text
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Client:
    """The browser of somebody who makes and deletes accounts."""
    client = Client()
    client.force_login(User.objects.create_superuser("keeper"))
    return client


def _delete(keeper: Client, user: User) -> list[int]:
    """What is answered where an account is to be deleted on its page, and by the list."""
    sent = {"post": "yes", "action": "delete_selected", "_selected_action": str(user.pk)}
    on_page = keeper.post(reverse("admin:auth_user_delete", args=[user.pk]), sent)
    by_list = keeper.post(reverse("admin:auth_user_changelist"), sent)
    return [on_page.status_code, by_list.status_code]


def test_an_account_that_the_history_names_is_not_deleted(keeper: Client) -> None:
    user, text = make.make_staff("publisher"), make.make_text()
    withdraw(text.pk, by=user, reason="A person is named in it.")
    restore(text.pk, by=user)
    assert _delete(keeper, user) == [403, 403]
    assert {row.history_user for row in history_of(Text).exclude(history_user=None)} == {user}


def test_any_other_account_can_be_deleted(keeper: Client) -> None:
    user = make.make_staff("publisher")
    assert _delete(keeper, user)[0] == 302
    assert not User.objects.filter(pk=user.pk).exists()
