"""Somebody of the staff who may bring files."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import factories as make


@pytest.fixture
def editor(db: None) -> User:
    """An editor."""
    return make.make_staff("editor", name="editor")


@pytest.fixture
def editor_client(editor: User, client: Client) -> Client:
    """A browser in which the editor is logged in."""
    client.force_login(editor)
    return client
