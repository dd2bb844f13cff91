"""Staff of each role, and the page on which they review an ingestion."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from archive.models import Ingestion
from tests import factories as make

Page = Callable[[Ingestion], str]


def client_of(user: User) -> Client:
    """A browser in which somebody is logged in."""
    client = Client()
    client.force_login(user)
    return client


def address_of(ingestion: Ingestion, name: str = "change") -> str:
    """The address of a page about an ingestion."""
    return reverse(f"admin:archive_ingestion_{name}", args=[ingestion.pk])


@pytest.fixture
def anna(db: None) -> User:
    """An editor."""
    return make.make_staff("editor", name="anna")


@pytest.fixture
def editor(anna: User) -> Client:
    """A browser in which the editor is logged in."""
    return client_of(anna)


@pytest.fixture
def publisher(db: None) -> Client:
    """A browser in which a publisher is logged in."""
    return client_of(make.make_staff("publisher", name="paula"))


@pytest.fixture
def review(editor: Client) -> Page:
    """The page of an ingestion as the editor sees it."""

    def ask(ingestion: Ingestion) -> str:
        response = editor.get(address_of(ingestion))
        assert response.status_code == 200
        return response.content.decode()

    return ask


@pytest.fixture
def reader_page(db: None) -> Page:
    """The page of an ingestion as somebody sees it who only looks."""
    client = client_of(make.make_staff("reader"))

    def ask(ingestion: Ingestion) -> str:
        response = client.get(address_of(ingestion))
        assert response.status_code == 200
        return response.content.decode()

    return ask


def element(page: str, identity: str) -> str:
    """The page from an element on, for as far as a paragraph reaches."""
    start = page.index(f'id="{identity}"')
    return page[start : page.find("</div>", start)]
