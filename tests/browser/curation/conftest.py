"""An archive that holds nothing yet, its staff at their windows, and its reader at another."""

from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests import factories as make
from tests.browser.curation.windows import Window


class People(NamedTuple):
    """Who is about: somebody of each role, a second editor, and a reader of public pages."""

    rosa: Window
    edith: Window
    enzo: Window
    paula: Window
    visitor: Window


_ROLES = {"rosa": "reader", "edith": "editor", "enzo": "editor", "paula": "publisher"}


@pytest.fixture
def people(browser: Browser, live_server: LiveServer, transactional_db: None) -> Iterator[People]:
    """Windows, those of the staff logged in; at the end the browser has nothing to complain of."""
    seen: set[str] = set()
    windows = People(*[Window(browser, home=live_server.url, seen=seen) for _ in People._fields])
    for name, role in _ROLES.items():
        make.make_staff(role, name=name)
        _let_in(getattr(windows, name), name, role=role)
    yield windows
    for window in windows:
        with closing(window):
            assert window.complaints == []


def _let_in(window: Window, name: str, *, role: str) -> None:
    window.visit(reverse("admin:index"))
    window.log_in(name, role=role)
    assert window.page.url.endswith(reverse("admin:index"))
