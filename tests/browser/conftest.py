"""A real Chromium, the system's own, against a running archive with a page of every kind."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from archive.models import Paragraph, Resolution, Series, Text
from archive.web.home import SERIES
from tests import factories as make
from tests.lineages import make_lineage, member

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
LONG_TITLE = (
    "Promotion of the Declaration on the Right and Responsibility of Individuals, Groups and "
    "Organs of Society to Promote and Protect Universally Recognized Human Rights and Fundamental "
    "Freedoms"
)
PREAMBLE = (
    "Recalling its resolution 53/144 of 9 December 1998, Human Rights Council resolution 13/13 of "
    "25 March 2010, the draft A/C.3/70/L.46, the report A/65/53 and paragraph 9 of this text, and "
    "mindful of Supercalifragilisticexpialidocious-and-other-words-too-long-for-a-telephone,"
)
PATIENCE_IN_MILLISECONDS = 15_000

Look = tuple[Literal["light", "dark"], int]
#: The colours and the width of a window: each of both once, as neither depends on the other.
LOOKS: tuple[Look, ...] = (("light", 390), ("dark", 1440))
OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The system's Chromium; without it tests are skipped, but never where CI runs them."""
    if CHROMIUM is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("There is no chromium on the PATH.")
    return {
        "executable_path": CHROMIUM,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-dev-shm-usage",
        ],
    }


@pytest.fixture(scope="session", autouse=True)
def no_request_goes_on(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """At the end, requests that a browser left half read are not in the way of the database’s."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer, rows: None) -> Iterator[OpenPage]:
    """Opens an address of the archive in a fresh window; what it complains of is an error."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_(address: str, *, width: int = 1440, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        context.set_default_timeout(PATIENCE_IN_MILLISECONDS)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{live_server.url}{address}")
        return page

    yield open_
    for context in contexts:
        context.close()
    own = [line for line in complaints if not re.search("status of 4(0[049]|29)", line)]
    assert own == []


@pytest.fixture
def rows(transactional_db: None) -> None:
    """A held resolution with everything a text can have, a draft, and what they cite."""
    with make.catalogued_once():
        _make_rows()


def looks(page: Page) -> Iterator[str]:
    """Have a window look like each of ``LOOKS`` in turn; gives what it looks like.

    What a page decides when it is loaded, it decides anew only when it is loaded anew.
    """
    for scheme, width in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        yield f"{scheme} at {width}"


def _make_rows() -> None:
    declaration = member(make.adopted("A/RES/53/144", 1998, title=LONG_TITLE, series=SERIES))
    make.make_evidence(declaration, is_verified=False)
    adopted = member(make.adopted("A/RES/70/161", 2015, title=LONG_TITLE, series=SERIES))
    draft = member(make.make_draft(adopted_as=adopted, series=SERIES))
    council = member(make.adopted("A/HRC/RES/13/13", 2010, series=SERIES))
    make.make_text(council)
    later = member(make.adopted("A/RES/66/164", 2011, title=LONG_TITLE, series=SERIES))
    text = make.make_text(later)
    _fill(text, declaration=declaration, council=council, draft=draft)
    _recall_from(make.make_text(draft), text.resolution)
    _follow(text, draft.texts.get())


def _fill(text: Text, *, declaration: Resolution, council: Resolution, draft: Resolution) -> None:
    first = make.make_paragraph(text, PREAMBLE, kind=Paragraph.Kind.PREAMBULAR, opening="Recalling")
    make.make_citation(first, "resolution 53/144 of 9 December 1998", declaration)
    make.make_citation(first, "Human Rights Council resolution 13/13", council)
    make.make_citation(first, "A/C.3/70/L.46", draft)
    make.make_citation(first, "A/65/53", "A/65/53")
    make.make_citation(first, "paragraph 9", "", pinpoint="op9")
    make.make_paragraph(text, "Protection", kind=Paragraph.Kind.HEADING, label="I.")
    for number in range(1, 13):
        paragraph = make.make_paragraph(
            text,
            "Calls upon all States to act, without delay; " * 6,
            opening="Calls upon",
            form="call upon",
        )
        make.make_sub_paragraph(paragraph, "a", "To protect those who defend human rights;")
        note = make.make_footnote(paragraph, f"Resolution 53/144, annex, article {number}.")
        make.make_citation(note, "Resolution 53/144, annex", declaration)


def _follow(text: Text, later: Text) -> None:
    """A series in which a paragraph goes on to a draft, more strongly and in other words."""
    wording = "Urges all States to act, without any delay; " * 6
    on = make.make_paragraph(later, wording, opening="Urges", form="urge")
    make_lineage(Series.objects.get(), text.paragraphs.get(anchor="op9"), on)


def _recall_from(text: Text, cited: Resolution) -> None:
    words = "resolution 66/164 of 19 December 2011"
    paragraph = make.make_paragraph(text, f"Recalling {words};", opening="Recalling")
    make.make_citation(paragraph, words, cited)
