"""Every word of the interface can be translated; what texts and facts say stays as it is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from archive.models import (
    Citation,
    Evidence,
    Footnote,
    Membership,
    OpeningStrength,
    Paragraph,
    Resolution,
    SourceFile,
    Text,
)
from archive.parsing.session_names import session_in_words
from archive.parsing.symbols import Symbol
from archive.web.environment import _translated
from tests.web.markup import Element, markup
from tests.web.test_pages import OTHERS, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.no_cover]

FEED = "feed"
FIXTURES = Path(settings.BASE_DIR) / "fixtures"
#: Names of formats, of manuals and of the archive, and addresses, which every language has alike;
#: places as references write them; an organ, a committee and the number of a meeting as mastheads
#: print them; initials; and what these pages are asked for.
NAMES = re.compile(
    r"Recalling|GA|HRC|CHR|ECOSOC|SC|/api/.*|http://testserver/.*"
    r"|RIS|CSV|JSON|XML|Word|BibTeX|CSL-JSON|JSON Lines|GraphML|Atom|Akoma Ntoso|SHA-256|API"
    r"|UN Editorial Manual|OSCOLA|Bluebook|APA 7"
    r"|((pp|op\.) )?\d+( \(\w+)*|\d+th|The General Assembly|the Third Committee|[A-Z]"
    r"|defenders|nothing"
)
#: As many words in a row as only a quotation shares with what is quoted.
FEWEST_WORDS_OF_A_QUOTATION = 4
_BETWEEN = re.compile(r"[\x00·,;“”]|: | [(]| :")
_ADDED = {"visually-hidden", "added", "conflict", "soft"}
_TELLING = ("title", "aria-label", "placeholder", "alt")
#: What machines read, what is an example, and what is to be copied.
_NOT_SAID = {"script", "style", "code", "kbd", "samp", "pre"}


def _marked(message: str) -> str:
    """A translation that shows that there is one; what is put into it shows that for itself."""
    return re.sub(r"(%\(\w+\)[sd])", r"⟧\1⟦", f"⟦{message}⟧").replace("⟦⟧", "")


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
            asked = PAGES | OTHERS | {FEED: "/feed.atom"}
            pages = {name: Client().get(path).content for name, path in asked.items()}
        patched.undo()
        _translated.cache_clear()
    return {name: markup(content) for name, content in pages.items()}


@dataclass(frozen=True)
class Data:
    """Whatever rows say: each value whole, their pieces as pages part them, and all in a row."""

    values: frozenset[str]
    pieces: frozenset[str]
    row: str

    def says(self, words: str) -> bool:
        """Whether words are a value, or so many words of one that nothing else is meant."""
        is_long = words.count(" ") + 1 >= FEWEST_WORDS_OF_A_QUOTATION
        return words in self.values or (is_long and (words in self.row or self._joins(words)))

    def _joins(self, words: str) -> bool:
        """Whether words are several long values, one after the other."""
        while words:
            long = (one for one in self.values if " " in one and words.startswith(one))
            found = max(long, key=len, default="")
            if not found:
                return False
            words = words[len(found) :].strip()
        return True


@pytest.fixture(scope="module")
def data(foreign_pages: dict[str, Element], django_db_blocker: DjangoDbBlocker) -> Data:
    """Whatever rows say."""
    rows = {
        Resolution: ("symbol", "title", "series", "draft_symbol", "committee_report"),
        Paragraph: ("wording", "anchor", "label", "form", "opening"),
        Footnote: ("wording",),
        Citation: ("words", "cited_symbol", "opening"),
        Evidence: ("words",),
        Membership: ("reason",),
        OpeningStrength: ("family", "phrase", "source", "doubt"),
        SourceFile: ("name", "sha256", "received_from"),
        Text: ("title",),
    }
    with django_db_blocker.unblock():
        told = [
            row
            for model, names in rows.items()
            for row in model._default_manager.values_list(*names)
        ]
        values = {_tidy(value) for row in told for value in row if value} | {*_of_symbols()}
    pieces = {piece for value in values for piece in _pieces(value)}
    return Data(frozenset(values), frozenset(pieces), "\x00".join(sorted(values)))


def _of_symbols() -> Iterator[str]:
    """What follows from the symbols of acts: their numbers, and their sessions in words."""
    for symbol in map(Symbol.read, Resolution.objects.values_list("symbol", flat=True)):
        session = session_in_words(symbol)
        yield from (symbol.number, symbol.short, symbol.session)
        yield from (session, session.removesuffix(" session"))


def _calls() -> dict[str, Callable[..., Any]]:
    return {
        "gettext": _marked,
        "pgettext": lambda _context, message: _marked(message),
        "ngettext": lambda one, many, number: _marked(one if number == 1 else many),
        "npgettext": lambda _context, one, many, number: _marked(one if number == 1 else many),
    }


def _said(page: Element, data: Data) -> Iterator[str]:
    """What people read or hear, piece by piece, but for what quotes a row."""
    for part in page.children:
        if isinstance(part, str):
            yield part
        elif not (part.name in _NOT_SAID or "data-copy" in part.attributes or _is_coins(part)):
            yield from (part.attributes[name] for name in _TELLING if name in part.attributes)
            for said in _asides(part) if _quotes(part, data) else [part]:
                yield from _said(said, data)


def _quotes(part: Element, data: Data) -> bool:
    """Whether an element says a row, or stretches of one, whatever is marked or linked in it.

    A redline says the newer wording without what is struck, or the older without what is put in.
    """
    return any(_says(part, data, without=name) for name in ("del", "ins"))


def _says(part: Element, data: Data, *, without: str) -> bool:
    words = _tidy("".join(_wording(part, without=without)))
    stretches = [stretch.strip() for stretch in words.split("…") if stretch.strip()]
    return bool(stretches) and all(data.says(stretch) for stretch in stretches)


def _wording(part: Element, *, without: str) -> Iterator[str]:
    """The words of an element without what the page adds to them, and without one kind of part."""
    for child in part.children:
        if isinstance(child, str):
            yield child
        elif not _is_aside(child) and child.name != without:
            yield from _wording(child, without=without)


def _asides(part: Element) -> list[Element]:
    return [Element("", {}, [one]) for one in part.every() if _is_aside(one)]


def _is_aside(part: Element) -> bool:
    """Whether a page adds it to the words of a text: a note's number, what a link leads to."""
    return part.name == "sup" or part.attributes.get("class") in _ADDED


def _is_coins(part: Element) -> bool:
    return part.attributes.get("class") == "Z3988"


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _untranslated(page: Element, data: Data) -> list[str]:
    """What is neither translated, nor a name, nor said by a row."""
    whole = "\x00".join(_tidy(piece) for piece in _said(page, data))
    while "⟦" in whole:
        whole, before = re.sub(r"⟦[^⟦⟧]*⟧", "\x00", whole), whole
        if whole == before:
            break
    return [piece for piece in dict.fromkeys(_pieces(whole)) if not _needs_none(piece, data)]


def _pieces(whole: str) -> Iterator[str]:
    """What stands between signs."""
    return (piece.strip(" .:…()‘’") for piece in _BETWEEN.split(whole))


def _needs_none(piece: str, data: Data) -> bool:
    """Whether a piece needs no translation."""
    has_letters = re.search("[^\\W\\d_]", piece)
    is_said = piece in data.pieces or piece.capitalize() in data.pieces  # an opening in a sentence
    return not has_letters or bool(NAMES.fullmatch(piece)) or is_said


@pytest.mark.parametrize(
    "name", sorted((PAGES | OTHERS).keys() - {"api"})
)  # its names are a program's
def test_every_word_of_a_page_can_be_translated(
    foreign_pages: dict[str, Element], data: Data, name: str
) -> None:
    untranslated = _untranslated(foreign_pages[name], data)
    assert not untranslated, "\n".join(untranslated)


def test_what_a_feed_says_of_resolutions_can_be_translated(
    foreign_pages: dict[str, Element], data: Data
) -> None:
    feed = foreign_pages[FEED]
    said = [*feed.every("title"), *feed.every("summary"), *feed.every("rights")]
    assert len(said) > len(feed.every("entry")) > 0
    assert not _untranslated(Element("", {}, [*said]), data)
    labels = [category.attributes["label"] for category in feed.every("category")]
    assert labels
    assert all(label.startswith("⟦") for label in labels)
