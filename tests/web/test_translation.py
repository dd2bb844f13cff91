"""Every word of the interface can be translated; what texts and facts say stays as it is."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from archive.models import Citation, Evidence, Footnote, Paragraph, Resolution, SourceFile, Text
from archive.web.environment import _translated
from tests.web.markup import Element, markup
from tests.web.test_pages import OTHERS, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.no_cover]

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
#: Names, which are the same in every language; places, days, sessions and organs, which texts and
#: references call what the United Nations call them.
NAMES = re.compile(
    r"Recalling|[A-Z]{2,6}|BibTeX|CSL-JSON|JSON Lines|GraphML|Atom|Akoma Ntoso|SHA-256"
    r"|UN Editorial Manual|Bluebook|APA 7|/api/.*|http://testserver/.*|\w+-\w+|\d+[a-z]{2}|\d{4}s"
    r"|((pp|op\.) )?\d+( \(\w+)*|\d{1,2} [A-Z]\w+ \d{4}|[\w -]+ (special )?session"
    r"|(The )?General Assembly|Human Rights Council|Commission on Human Rights|the Third Committee"
    r"|without a vote|English|Plain text|the first page"
)
#: The heading of a search is a sentence that is put together; it is English alone.
HEADING = re.compile(r"\d+ (resolution|paragraph)s? .*say .*")
_BETWEEN = re.compile(r"[\x00·,;“”]|: | [(]| :")
_TELLING = ("title", "aria-label", "placeholder", "alt")
#: What machines read, what is an example, and what is to be copied.
_NOT_SAID = {"script", "style", "code", "kbd", "samp", "pre"}


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
        _translated.cache_clear()
        for name, call in _calls().items():
            patched.setattr(f"django.utils.translation._trans.{name}", call, raising=False)
        with override_settings(LANGUAGES=[*settings.LANGUAGES, ("de", "German")]), override("de"):
            pages = {name: Client().get(path).content for name, path in (PAGES | OTHERS).items()}
        patched.undo()
        _translated.cache_clear()
    return {name: markup(content) for name, content in pages.items()}


@pytest.fixture(scope="module")
def data(foreign_pages: dict[str, Element], django_db_blocker: DjangoDbBlocker) -> str:
    """Whatever rows say."""
    rows = {
        Resolution: ("symbol", "title", "series"),
        Paragraph: ("wording", "anchor", "label", "form"),
        Footnote: ("wording",),
        Citation: ("words", "cited_symbol", "opening"),
        Evidence: ("words",),
        SourceFile: ("name", "sha256", "received_from"),
        Text: ("title",),
    }
    with django_db_blocker.unblock():
        told = [
            row
            for model, names in rows.items()
            for row in model._default_manager.values_list(*names)
        ]
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
        elif not (part.name in _NOT_SAID or "data-copy" in part.attributes or _is_coins(part)):
            yield from (part.attributes[name] for name in _TELLING if name in part.attributes)
            yield from _said(part)


def _is_coins(part: Element) -> bool:
    return part.attributes.get("class") == "Z3988"


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _untranslated(page: Element, data: str) -> list[str]:
    """What is neither translated, nor a name, nor said by a row."""
    whole = "\x00".join(_tidy(piece) for piece in _said(page))
    while "⟦" in whole:
        whole, before = re.sub(r"⟦[^⟦⟧]*⟧", "", whole), whole
        if whole == before:
            break
    pieces = (piece.strip(" .:…()‘’") for piece in _BETWEEN.split(whole))
    return [piece for piece in dict.fromkeys(pieces) if not _needs_none(piece, data)]


def _needs_none(piece: str, data: str) -> bool:
    """Whether a piece needs no translation."""
    is_name = NAMES.fullmatch(piece) or HEADING.fullmatch(piece)
    return not re.search("[^\\W\\d_]", piece) or bool(is_name) or piece in data


@pytest.mark.parametrize(
    "name", sorted((PAGES | OTHERS).keys() - {"api"})
)  # its names are a program's
def test_every_word_of_a_page_can_be_translated(
    foreign_pages: dict[str, Element], data: str, name: str
) -> None:
    untranslated = _untranslated(foreign_pages[name], data)
    assert not untranslated, "\n".join(untranslated)
