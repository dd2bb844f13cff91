"""No answer of any kind says a word of what is not published, or is published no more.

Every address of the archive is asked, with every search that would find the hidden words if they
could be found and of which it reads any part: it cannot answer otherwise to what it does not read.
An address that is added needs no mention here, unless it takes a kind of argument of which there is
no example yet.
"""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote
from zipfile import ZipFile, is_zipfile

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import PathConverter, SlugConverter
from django.urls.resolvers import RoutePattern
from pytest_django import Settings

from archive.corrections.values import Action
from archive.dump.kept import make_present
from archive.ingest.lineages.following import follow_series
from archive.ingest.publishing.publication import reject
from archive.ingest.publishing.withdrawal import restore, withdraw
from archive.ingest.storage import store
from archive.models import Resolution, Text
from archive.parsing.parsed import Footnote, Marker
from archive.web.api.application import AnythingConverter
from archive.web.citing_files import CITING_FORMATS
from archive.web.citing_places import PlaceFileConverter
from archive.web.downloads import DownloadConverter
from archive.web.lineage.addresses import LineageConverter, LineageFileConverter
from archive.web.named_places import PlaceConverter
from archive.web.series.addresses import SeriesConverter
from archive.web.shelves import OrganConverter, SessionConverter, YearConverter
from archive.web.sitemaps import SitemapConverter
from archive.web.symbols import (
    SUFFIXES,
    FileConverter,
    HyphenatedFileConverter,
    HyphenatedNumberConverter,
    SymbolConverter,
    WorkConverter,
)
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, read_again, set_right
from tests.lineages import join, make_series
from tests.web.hidden_words import (
    HIDDEN,
    OF_CORRECTION,
    OF_REJECTED,
    OF_REPLACED,
    OF_UNPUBLISHED,
    OF_WITHDRAWN,
)
from tests.web.revealed import SERIES, revealed_by
from tests.web.watched_queries import ALL, watching

pytestmark = pytest.mark.django_db

STAFF = "admin"
SHOWN, UNPUBLISHED, REJECTED, WITHDRAWN = ("66/164", "66/901", "66/902", "66/903")
SYMBOLS = [f"A/RES/{number}" for number in (SHOWN, UNPUBLISHED, REJECTED, WITHDRAWN, "53/144")]
FILES = ("resolutions.jsonl", "recalling.zip")
TOKEN = "a-token-that-nobody-guesses"


#: What is there once for each text or shelf, and reads no search in its address.
_READS_NO_SEARCH = re.compile(
    r"/(?:A/RES/.*(?:\.[a-z.]+|/source)$|(?:resolution|akn|data|sitemaps|browse|coverage)/"
    r"|api/(?:$|openapi|v1/[a-z]+/)|about/|help/|accessibility/|healthz|robots|favicon|opensearch)"
)
#: Files as received, by themselves and in the whole archive.
_HAS_FILES = re.compile(r"/A/RES/.*/source|/data/files/.*\.zip")
#: What leads to the words of a text once they may be said, at whichever address.
_TYPED = ("Promotion", OF_WITHDRAWN.beginning, OF_WITHDRAWN.typed, f"upon+{OF_WITHDRAWN.typed}")
_REVEALING = (
    "",
    *(f"q={typed}" for typed in _TYPED),
    f"cites={quote('A/RES/53/144')}",
    f"from=A/RES/{SHOWN}&to=A/RES/{WITHDRAWN}",
)
#: Each list of queries begins with none, whose answer shows which parameters an address reads.
_FEW = ("", "lang=en", "lang=fr", f"q={OF_WITHDRAWN.typed}", "page=2")

#: An address needs an example of each kind of argument it takes.
EXAMPLES: dict[type, tuple[str, ...]] = {
    SymbolConverter: tuple(f"{symbol}/" for symbol in SYMBOLS),
    HyphenatedNumberConverter: tuple(
        number.replace("/", "-") for number in (SHOWN, UNPUBLISHED, REJECTED, WITHDRAWN)
    ),
    OrganConverter: ("GA",),
    SessionConverter: ("66",),
    YearConverter: ("2011",),
    SlugConverter: (TOKEN,),
    PathConverter: tuple(
        f"A/RES/{number}{place}" for number in (SHOWN, WITHDRAWN) for place in ("", "/op1")
    ),
    AnythingConverter: ("nothing",),
    PlaceFileConverter: tuple(
        f"{symbol}/op1.{ending}" for symbol in SYMBOLS for ending in CITING_FORMATS
    ),
    PlaceConverter: tuple(f"{symbol}/op1/" for symbol in SYMBOLS),
    FileConverter: (
        *(f"A/RES/{WITHDRAWN}.{suffix}" for suffix in SUFFIXES),
        *(f"{symbol}.json" for symbol in SYMBOLS if WITHDRAWN not in symbol),
    ),
    HyphenatedFileConverter: (f"{WITHDRAWN.replace('/', '-')}.json",),
    WorkConverter: (
        f"akn/un/statement/deliberation/unga/0001-01-01/{WITHDRAWN.replace('/', '-')}",
    ),
    SitemapConverter: ("GA-66",),
    SeriesConverter: (SERIES,),
    LineageConverter: tuple(f"{symbol}/op1/" for symbol in SYMBOLS),
    LineageFileConverter: tuple(f"{symbol}/op1" for symbol in SYMBOLS),
    DownloadConverter: FILES,
}


def _unpublished() -> None:
    parsed(OF_UNPUBLISHED.text_of(UNPUBLISHED))
    rejected = parsed(OF_REJECTED.text_of(REJECTED))
    reject(rejected.pk, by=make.make_staff("publisher"), revision=0, reason=OF_REJECTED.words)


def _shown() -> None:
    """A published text, read twice, with corrections that are not published yet."""
    first = parsed(build.resolution_text(operative=[f"Calls upon all {OF_REPLACED.words} States."]))
    published(first)
    again = read_again(first, build.resolution_text())
    published(again)
    words = OF_CORRECTION.words
    set_right(
        again,
        Action.SET_WORDING,
        "op1",
        before="Calls upon all States to act;",
        after=f"Calls upon all {words} States to act;",
    )
    set_right(
        again,
        Action.SET_FACT,
        "masthead.title",
        before="Promotion of the Declaration",
        after=f"Promotion of the {words} Declaration",
        evidence=words,
    )


def _withdrawn() -> Text:
    """A text of the series, with the words in all that it has, and recalled by another."""
    symbol, words = f"A/RES/{WITHDRAWN}", OF_WITHDRAWN.words
    first = build.paragraph(
        "pp1",
        f"Recalling {words} resolution 53/144,",
        markers=(Marker(number="1", offset=9),),
    )
    opened = build.paragraph("op2", f"{words} 53/144.", opening=words, form=words)
    note = Footnote(id="fn1", number="1", text=f"See {words}, A/65/223.", marked_in="pp1")
    parse = build.parse_of(
        symbol,
        masthead=build.masthead(symbol, title=f"Promotion {words}", lines=(symbol, words)),
        paragraphs=(first, build.paragraph("op1", f"Calls upon {words} States."), opened),
        footnotes=(note,),
        citations=(
            build.citation(first, "resolution 53/144", "A/RES/53/144"),
            build.citation(opened, "53/144", "A/RES/53/144", opening=words),
            build.citation(note, "A/65/223", "A/65/223"),
        ),
    )
    store(build.received(words.encode()), parse, replace=False)
    _cited_by_another(symbol)
    Resolution.objects.filter(symbol=symbol).update(series="human rights defenders")
    series = make_series(SERIES)
    join(series, Resolution.objects.get(symbol=symbol))
    follow_series([series.pk])
    return Text.objects.get(resolution__symbol=symbol)


def _cited_by_another(symbol: str) -> None:
    cited = Resolution.objects.get(symbol=symbol)
    citing = make.make_text(make.adopted("A/RES/68/181", 2013))
    paragraph = make.make_paragraph(citing, f"Recalls {symbol};", opening="Recalls")
    make.make_citation(paragraph, symbol, cited)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The parameters that were read of queries since this was last emptied."""
    names = set[str]()
    monkeypatch.setattr(WSGIRequest, "GET", property(watching(names)))
    return names


@pytest.fixture
def withdrawn(tmp_path: Path, settings: Settings) -> Text:
    """The archive with all that is hidden, and its files; the text that was withdrawn."""
    settings.DATA_DIR = tmp_path
    _unpublished()
    _shown()
    text = _withdrawn()
    withdraw(text.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    make.make_report(address=f"/{text.resolution}/", resolution=text.resolution, token=TOKEN)
    make_present()
    return text


def _patterns(patterns: list[URLPattern | URLResolver]) -> Iterator[RoutePattern]:
    """Every pattern that is not for staff."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            assert isinstance(pattern.pattern, RoutePattern), f"{pattern} has no route"
            yield pattern.pattern
        elif pattern.app_name != STAFF:
            assert not str(pattern.pattern), f"{pattern} lies below a path; ask its addresses too"
            yield from _patterns(pattern.url_patterns)


def _addresses() -> Iterator[str]:
    """Every address without its query, with every example of its arguments."""
    for pattern in _patterns(get_resolver().url_patterns):
        names = list(pattern.converters)
        kinds = [type(converter) for converter in pattern.converters.values()]
        missing = [kind.__name__ for kind in kinds if kind not in EXAMPLES]
        assert not missing, f"“{pattern}” takes {missing}, of which there is no example here"
        for examples in product(*(EXAMPLES[kind] for kind in kinds)):
            yield "/" + _filled(str(pattern), dict(zip(names, examples, strict=True)))


def _filled(route: str, arguments: dict[str, str]) -> str:
    for name, example in arguments.items():
        before, _, rest = route.partition("<")
        inside, _, after = rest.partition(">")
        assert inside.rpartition(":")[2] == name
        route = before + example + after
    return route


def _queries() -> Iterator[str]:
    """Nothing, and whatever may lead to the hidden words."""
    yield from ("", "lang=en", "lang=fr", "q=Promotion", "q=Promotion&view=paragraphs", "q=States")
    yield from ("sort=newest&held=yes", "organ=GA", "cites=A/RES/53/144", "view=paragraphs&q=Calls")
    for hidden in HIDDEN:
        for typed in (hidden.typed, hidden.beginning, hidden.misspelt, f"upon+{hidden.typed}"):
            yield f"q={typed}"
        yield f"q={hidden.typed}&view=paragraphs"
    for symbol in SYMBOLS:
        yield f"q={quote(symbol)}"
        yield f"cites={quote(symbol)}"
        yield f"page={quote(f'/{symbol}/')}&at=op1"
        yield f"from=A/RES/{SHOWN}&to={symbol}"
        yield f"to={symbol}"


def _answer(client: Client, address: str) -> str:
    """Everything that an answer says, in small letters: its headers and its body."""
    response = client.get(address)
    parts: Any = getattr(response, "streaming_content", None) or [response.content]
    body = _unpacked(b"".join(parts)).decode(errors="replace")
    headers = " ".join(f"{name}: {value}" for name, value in response.items())
    return f"{headers} {body}".casefold()


def _unpacked(body: bytes) -> bytes:
    """Everything in a zip archive; anything else as it is."""
    if not is_zipfile(io.BytesIO(body)):
        return body
    with ZipFile(io.BytesIO(body)) as whole:
        return b"".join(whole.read(name) for name in whole.namelist())


def _asked(client: Client, queries: Sequence[str], *, read: set[str]) -> Iterator[tuple[str, str]]:
    """Every address with every query that it may read, and what it answers."""
    for address in _addresses():
        read.clear()
        for query in _FEW if _READS_NO_SEARCH.match(address) else queries:
            if not query or {ALL, *parse_qs(query)} & read:
                asked = f"{address}?{query}" if query else address
                yield asked, _answer(client, asked)


def _said(asked: str, answer: str) -> list[str]:
    """The hidden words that an answer says, but what was typed and may be repeated.

    A file as received has the words that the file had, whatever became of them in the text.
    """
    hidden_here = set(HIDDEN) - ({OF_REPLACED} if _HAS_FILES.match(asked) else set())
    return [
        word
        for hidden in hidden_here
        for word in (hidden.typed, hidden.told)
        if word in answer and word not in asked
    ]


def test_no_answer_says_a_hidden_word(client: Client, withdrawn: Text, read: set[str]) -> None:
    leaks = {
        asked: said
        for asked, answer in _asked(client, list(_queries()), read=read)
        if (said := _said(asked, answer))
    }
    assert leaks == {}


def test_the_same_addresses_say_the_words_of_a_text_that_is_given_back(
    client: Client, withdrawn: Text, read: set[str]
) -> None:
    restore(withdrawn.pk, by=make.make_staff("publisher"))
    make_present()
    told = {
        asked.partition("?")[0]
        for asked, answer in _asked(client, _REVEALING, read=read)
        if OF_WITHDRAWN.told in answer and OF_WITHDRAWN.told not in asked
    }
    assert told == revealed_by(f"A/RES/{WITHDRAWN}", downloads=FILES)


def test_the_walk_asks_every_public_address(client: Client, withdrawn: Text) -> None:
    addresses = set(_addresses())
    assert {"/", "/search.atom", "/suggest.json", f"/report/{TOKEN}/"} <= addresses
    assert f"/A/RES/{WITHDRAWN}/" in addresses
    assert not any(address.startswith("/admin") for address in addresses)


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/search/", {ALL}),
        ("/suggest.json", {"q"}),
        ("/A/RES/66/164/", {"q", "lang"}),
        ("/sitemap.xml", set()),
    ],
)
def test_what_an_address_reads_of_its_query_is_seen(
    client: Client, withdrawn: Text, read: set[str], address: str, names: set[str]
) -> None:
    client.get(address)
    assert names <= read
    assert names or not read
