"""Editors at their forms."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.models import Ingestion
from tests import factories as make
from tests.ingest.editing.texts import in_review


@pytest.fixture
def editor(db: None) -> User:
    """An editor."""
    return make.make_staff("editor", name="editor")


@pytest.fixture
def editor_client(editor: User, client: Client) -> Client:
    """A browser in which the editor is logged in."""
    client.force_login(editor)
    return client


@pytest.fixture
def ingestion(db: None) -> Ingestion:
    """A text that somebody looks through: four operative paragraphs, the second with a list."""
    return in_review()
