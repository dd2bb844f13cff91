"""BibTeX: entries that LaTeX can cite by their symbols, with every sign it minds escaped."""

import pytest
from django.test import Client

from archive.models import Resolution
from archive.search.exports import exports
from tests import factories as make
from tests.web.formats import Entry, read_bib, whole

pytestmark = pytest.mark.django_db

_RESOLUTIONS = "/search.bib?q=impunity"
_PARAGRAPHS = "/search.bib?q=impunity&view=paragraphs"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.web.search_formats.bib.today", lambda: "2026-11-26")


@pytest.fixture
def held() -> Resolution:
    resolution = make.adopted("A/RES/66/164", 2011, title="On impunity")
    make.make_paragraph(make.make_text(resolution), "Ends 100% of impunity;")
    return resolution


def _entries(client: Client, address: str = _RESOLUTIONS) -> list[Entry]:
    return read_bib(whole(client, address))[1]


@pytest.mark.usefixtures("held")
def test_a_resolution_is_a_report_of_the_organ(client: Client) -> None:
    response = client.get(_RESOLUTIONS)
    assert response["Content-Type"] == "application/x-bibtex; charset=utf-8"
    comments, [entry] = read_bib(response.getvalue())
    assert comments == ["http://testserver/search/?q=impunity"]
    assert (entry.kind, entry.key) == ("techreport", "A/RES/66/164")
    assert entry.fields == {
        "author": "{United Nations General Assembly}",
        "title": "{On impunity}",
        "type": "Resolution",
        "number": "A/RES/66/164",
        "institution": "United Nations",
        "date": "2011-12-19",
        "year": "2011",
        "month": "dec",
        "url": "http://testserver/A/RES/66/164/",
        "urldate": "2026-11-26",
        "language": "english",
    }


@pytest.mark.usefixtures("held")
def test_a_paragraph_is_its_resolution_with_the_place_in_the_note(client: Client) -> None:
    [entry] = _entries(client, _PARAGRAPHS)
    assert entry.key == "A/RES/66/164:op1"
    assert entry.fields["note"] == r"op. 1: “Ends 100\% of impunity;”"
    assert entry.fields["url"] == "http://testserver/A/RES/66/164/op1/"


def test_a_draft_is_told_from_what_was_adopted(client: Client) -> None:
    adopted = make.adopted("A/RES/70/161", 2015, title="Defenders")
    make.make_draft(title="Impunity", adopted_as=adopted)
    [entry] = _entries(client)
    assert entry.key == "A/C.3/70/L.46"
    assert entry.fields["type"] == "Draft resolution"
    assert entry.fields["note"].startswith("Draft. Not adopted in these words; see A/RES/70/161.")
    assert {"date", "year", "month"} & set(entry.fields) == set()


def test_every_symbol_has_a_key_of_its_own(client: Client) -> None:
    symbols = (
        "A/RES/217A(III) A/RES/2200A(XXI) A/RES/66/164 A/RES/6/6164 A/RES/S-21/2 A/RES/ES-10/22 "
        "S/RES/1325(2000) S/RES/1325 E/CN.4/RES/2000/61 A/HRC/RES/13/13 E/RES/2000/3 A/RES/31/16A"
    ).split()
    for symbol in symbols:
        make.make_resolution(symbol, title="Impunity")
    keys = {entry.key for entry in _entries(client)}
    assert len(keys) == len(symbols)
    assert {"A/RES/217A:III", "S/RES/1325:2000", "A/RES/S-21/2"} <= keys


@pytest.mark.parametrize(
    ("title", "written"),
    [
        (r"50% & $5 #1 a_b", r"50\% \& \$5 \#1 a\_b"),
        (r"a\b", r"a\textbackslash{}b"),
        ("{", r"\textbraceleft{}"),
        ("}{", r"\textbraceright{}\textbraceleft{}"),
        ("~ ^", r"\textasciitilde{} \textasciicircum{}"),
        ("<a|b>", r"\textless{}a\textbar{}b\textgreater{}"),
        ("66\N{NO-BREAK SPACE}164", "66~164"),
        ("défenseurs, ’x’ “y” – Ł 中文 العربية 😀", "défenseurs, ’x’ “y” – Ł 中文 العربية 😀"),
        ('"quoted" @misc{x,', r'"quoted" @misc\textbraceleft{}x,'),
        ("on\r\n  two lines", "on two lines"),
        ("\x0b\x1f", ""),
    ],
)
def test_what_means_something_to_latex_is_escaped(client: Client, title: str, written: str) -> None:
    make.make_resolution("A/RES/66/164", title=f"Impunity {title}")
    [entry] = _entries(client)
    assert entry.fields["title"] == f"{{Impunity {written}}}"


def test_the_comment_says_what_is_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (1, 2, 3):
        make.make_resolution(f"A/RES/66/{number}", title="Impunity")
    monkeypatch.setattr(exports, "MOST_ROWS", 2)
    comments, entries = read_bib(whole(client, _RESOLUTIONS))
    assert comments[1].startswith("These are the first 2 of 3 resolutions.")
    assert len(entries) == 2


def test_a_file_of_nothing_has_its_comment_alone(client: Client) -> None:
    comments, entries = read_bib(whole(client, "/search.bib?q=nowhere"))
    assert comments == ["http://testserver/search/?q=nowhere"]
    assert entries == []
