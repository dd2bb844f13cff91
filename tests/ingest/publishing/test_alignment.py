"""Rows are brought in line with an edition with as few changes as can be."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.ingest.publishing.history import history_of
from archive.ingest.storage import store
from archive.models import Citation, Footnote, Paragraph, Text
from archive.parsing.parsed import Footnote as Note
from archive.parsing.parsed import Marker, ParsedResolution
from tests import builders as build

pytestmark = pytest.mark.django_db


def _parse(*words: str, notes: tuple[str, ...] = ()) -> ParsedResolution:
    """Operative paragraphs, each citing what it names, the first marking every note."""
    paragraphs = []
    for number, text in enumerate(words, 1):
        marks = [Marker(number=str(n), offset=n) for n, _ in enumerate(notes, 1)]
        markers = tuple(marks) if number == 1 else ()
        paragraphs.append(build.paragraph(f"op{number}", text, markers=markers))
    citations = [
        build.citation(one, "53/144", "A/RES/53/144") for one in paragraphs if "53/144" in one.text
    ]
    made = [
        Note(id=f"fn{n}", number=str(n), text=text, marked_in="op1")
        for n, text in enumerate(notes, 1)
    ]
    return build.parse_of(
        paragraphs=tuple(paragraphs), footnotes=tuple(made), citations=tuple(citations)
    )


def _write(parsed: ParsedResolution, content: bytes) -> None:
    store(build.received(content), parsed, replace=True)


def _paragraphs() -> list[tuple[int, str, int]]:
    rows = Paragraph.objects.in_reading_order()
    return [(row.position, row.wording, row.pk) for row in rows]


def test_paragraphs_that_change_places_do_so_in_one_statement() -> None:
    """Anchors stay with their words where both a paragraph and the one after it move."""
    first = _parse("Calls upon A.", "Calls upon B.", "Calls upon C.")
    _write(first, b"one")
    keys = dict(Paragraph.objects.values_list("anchor", "pk"))
    a, b, c = first.paragraphs
    _write(build.parse_of(paragraphs=(c, a, b), footnotes=(), citations=()), b"two")
    assert _paragraphs() == [
        (1, "Calls upon C.", keys["op3"]),
        (2, "Calls upon A.", keys["op1"]),
        (3, "Calls upon B.", keys["op2"]),
    ]


def test_a_new_paragraph_in_between_leaves_the_others_their_rows() -> None:
    _write(_parse("Calls upon A.", "Calls upon C."), b"one")
    before = dict(Paragraph.objects.values_list("anchor", "pk"))
    _write(_parse("Calls upon A.", "Calls upon B.", "Calls upon C."), b"two")
    after = dict(Paragraph.objects.values_list("anchor", "pk"))
    assert {anchor: after[anchor] for anchor in before} == before
    assert [words for _, words, _ in _paragraphs()] == [
        "Calls upon A.",
        "Calls upon B.",
        "Calls upon C.",
    ]
    signs = history_of(Paragraph).exclude(history_type="+").values_list("anchor", "history_type")
    assert list(signs) == [("op2", "~")]


def test_a_citation_keeps_its_row_where_words_before_it_change() -> None:
    _write(_parse("Recalls 53/144."), b"one")
    before = Citation.objects.get()
    _write(_parse("Recalls once more 53/144."), b"two")
    after = Citation.objects.get()
    assert after.pk == before.pk
    assert (after.start, after.words) == (before.start + len("once more "), "53/144")


def test_a_citation_that_cites_something_else_keeps_the_row_of_its_span() -> None:
    _write(_parse("Recalls 53/144."), b"one")
    before = Citation.objects.get()
    parsed = _parse("Recalls 53/144.")
    [paragraph] = parsed.paragraphs
    other = build.citation(paragraph, "53/144", "A/RES/53/145")
    _write(build.parse_of(paragraphs=(paragraph,), footnotes=(), citations=(other,)), b"two")
    after = Citation.objects.get()
    assert (after.pk, after.cited_symbol) == (before.pk, "A/RES/53/145")
    assert after.cited_resolution is not None
    assert after.cited_resolution.symbol == "A/RES/53/145"


def test_of_two_citations_of_the_same_words_each_keeps_its_own() -> None:
    _write(_parse("Recalls 53/144.", "Notes 53/144."), b"one")
    before = {row.paragraph_id: row.pk for row in Citation.objects.all()}
    _write(_parse("Recalls 53/144.", "Takes note of 53/144."), b"two")
    assert {row.paragraph_id: row.pk for row in Citation.objects.all()} == before


def test_notes_keep_their_rows_by_number() -> None:
    _write(_parse("Calls upon A.", notes=("See A/1.", "See A/2.")), b"one")
    keys = dict(Footnote.objects.values_list("number", "pk"))
    _write(_parse("Calls upon A.", notes=("See A/1.", "See A/3.")), b"two")
    assert dict(Footnote.objects.values_list("number", "pk")) == keys
    changed = history_of(Footnote).filter(history_type="~")
    assert [(row.number, row.wording) for row in changed] == [("2", "See A/3.")]


def test_a_text_that_reads_the_same_changes_no_row_but_its_own() -> None:
    _write(_parse("Recalls 53/144.", notes=("See A/1.",)), b"one")
    _write(_parse("Recalls 53/144.", notes=("See A/1.",)), b"two")
    for model in (Paragraph, Footnote, Citation):
        assert set(history_of(model).values_list("history_type", flat=True)) == {"+"}
    assert history_of(Text).first().history_type == "~"


def test_a_large_text_takes_as_many_queries_to_replace_as_a_small_one() -> None:
    def queries(count: int) -> int:
        words = [f"Recalls 53/144 and {n}." for n in range(count)]
        _write(_parse(*words), b"before %d" % count)
        with CaptureQueriesContext(connection) as captured:
            _write(_parse(*(f"{one} Again." for one in words)), b"after %d" % count)
        return len(captured)

    queries(2)
    assert queries(60) == queries(3)
