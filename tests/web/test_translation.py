"""Every word of the interface can be translated; what texts and facts say stays as it is."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import translation
from pytest_django import DjangoDbBlocker

from archive.models import Citation, Evidence, Footnote, Paragraph, Resolution, SourceFile, Text
from tests.web.markup import Element, markup
from tests.web.test_pages import OTHERS, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.no_cover]

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
#: Names, which are the same in every language, and what machines read.
NAMES = re.compile(
    r"Recalling|CSV|RIS|BibTeX|CSL-JSON|JSON( Lines)?|GraphML|Atom|XML|Akoma Ntoso|OSCOLA( 4)?|APA 7"
    r"|Bluebook|MIT|SHA-256|OpenAPI [0-9.]+|UTC|A|W?CAG [0-9.]+( AA)?"
)
_TELLING = ("title", "aria-label", "placeholder", "alt")


def _marked(message: str) -> str:
    """A translation that shows that there is one."""
    return f"⟦{message}⟧"


@pytest.fixture(scope="module")
def foreign_pages(rows_of_module: None, django_db_blocker: DjangoDbBlocker) -> dict[str, Element]:
    """Each kind of page in a language in which everything has marks."""
    patched = pytest.MonkeyPatch()
    with django_db_blocker.unblock():
        call_command("load_facts", FIXTURES / "resolutions.csv")
        call_command("ingest", FIXTURES, jobs=1)
        for name, call in _calls().items():
            patched.setattr(translation._trans, name, call, raising=False)
        with translation.override("de"):
            pages = {name: Client().get(path).content for name, path in (PAGES | OTHERS).items()}
        patched.undo()
    return {name: markup(content) for name, content in pages.items()}


@pytest.fixture(scope="module")
def data(foreign_pages: dict[str, Element], django_db_blocker: DjangoDbBlocker) -> str:
    """Whatever rows say."""
    rows = {
        Resolution: ("symbol", "title", "series"),
        Paragraph: ("wording", "anchor", "label", "opening"),
        Footnote: ("wording",),
        Citation: ("words", "cited_symbol", "opening"),
        Evidence: ("words",),
        SourceFile: ("name", "sha256"),
        Text: ("masthead",),
    }
    with django_db_blocker.unblock():
        told = [row for model, names in rows.items() for row in model.objects.values_list(*names)]
    return _tidy(" ".join(str(value) for row in told for value in row))


def _calls() -> dict[str, Callable[..., Any]]:
    return {
        "gettext": _marked,
        "pgettext": lambda _context, message: _marked(message),
        "ngettext": lambda one, many, number: _marked(one if number == 1 else many),
        "npgettext": lambda _context, one, many, number: _marked(one if number == 1 else many),
    }


def _said(page: Element) -> Iterator[str]:
    """What people read or hear, piece by piece, but for what is marked as translated."""
    for part in page.children:
        if isinstance(part, str):
            yield part
        elif part.name not in {"script", "style"} and "copyable" not in part.attributes.get("class", ""):
            yield from (part.attributes[name] for name in _TELLING if name in part.attributes)
            yield from _said(part)


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _untranslated(page: Element, data: str) -> list[str]:
    """What is neither translated, nor a name, nor said by a row."""
    whole = "\x00".join(_tidy(piece) for piece in _said(page))
    while "⟦" in whole:
        whole, before = re.sub(r"⟦[^⟦⟧]*⟧", "", whole), whole
        if whole == before:
            break
    pieces = [piece.strip(" ·,.;:…()“”‘’") for piece in whole.split("\x00")]
    return [
        piece
        for piece in dict.fromkeys(pieces)
        if re.search("[^\\W\\d_]", piece) and not NAMES.fullmatch(piece) and piece not in data
    ]


@pytest.mark.parametrize("name", PAGES | OTHERS)
def test_every_word_of_a_page_can_be_translated(
    foreign_pages: dict[str, Element], data: str, name: str
) -> None:
    assert _untranslated(foreign_pages[name], data) == []
