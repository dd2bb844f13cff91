"""A text with a past, and people of each role."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.corrections.values import Action
from archive.models import Ingestion
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, set_right

FIRST, MENDED = "Calls upon all States to act;", "Calls upon all States to act at once;"


@pytest.fixture
def publisher(db: None) -> User:
    return make.make_staff("publisher", name="Amina")


@pytest.fixture
def editor(db: None) -> User:
    return make.make_staff("editor", name="Ben")


@pytest.fixture
def held(publisher: User) -> Ingestion:
    """A/RES/66/164, published, and published again with other words in op. 1."""
    ingestion = parsed(build.resolution_text())
    published(ingestion, by=publisher)
    set_right(ingestion, Action.SET_WORDING, "op1", before=FIRST, after=MENDED)
    published(ingestion, by=publisher, reason="As the PDF has it")
    ingestion.refresh_from_db()
    return ingestion


def browser_of(user: User) -> Client:
    """A browser in which somebody is logged in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def as_publisher(publisher: User) -> Client:
    return browser_of(publisher)


@pytest.fixture
def as_editor(editor: User) -> Client:
    return browser_of(editor)
