"""Paragraphs, notes and citations become rows that lose and change nothing."""

import hashlib
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive.ingest.refusals import RefusalError
from archive.ingest.storage import store
from archive.models import Citation, Paragraph, Resolution, SourceFile, Text
from archive.parsing.parsed import Footnote, Marker, ParsedResolution
from tests import builders as build

pytestmark = pytest.mark.django_db


def _store(parsed: ParsedResolution | None = None, content: bytes = b"words") -> None:
    store(build.received(content), parsed or build.parse_of(), replace=False)


def test_the_text_holds_every_paragraph_and_note_a_line_each() -> None:
    _store()
    text = Text.objects.get()
    assert text.wording.splitlines() == [
        build.CITING,
        "Calls upon all States:",
        "To act;",
        "See A/65/223.",
    ]
    bare = "".join(text.wording.split())
    assert text.content_hash == hashlib.sha256(bare.encode()).hexdigest()
    assert (text.language, text.title) == ("en", "Promotion of the Declaration")


def test_a_title_that_is_not_printed_is_empty() -> None:
    _store(build.parse_of(masthead=build.masthead(title=None)))
    assert Text.objects.get().title == ""


def test_paragraphs_keep_their_places_and_parents() -> None:
    _store()
    fields = ("position", "anchor", "kind", "number", "label", "parent__anchor", "opening")
    assert list(Paragraph.objects.in_reading_order().values_list(*fields)) == [
        (1, "pp1", "preambular", 1, "", None, "Recalling"),
        (2, "op1", "operative", 1, "1.", None, "Calls"),
        (3, "op1-a", "operative", None, "(a)", "op1", ""),
    ]


def test_notes_keep_the_place_of_their_marker() -> None:
    _store()
    note = Text.objects.get().footnotes.get()
    assert (note.number, note.wording, note.position) == ("1", "See A/65/223.", 1)
    assert note.paragraph is not None
    assert (note.paragraph.anchor, note.marker_offset) == ("pp1", len(build.CITING))


def test_a_note_without_a_marker_stands_by_itself() -> None:
    note = Footnote(id="fn1", number="1", text="See A/65/223.", marked_in=None)
    _store(build.parse_of(footnotes=(note,), citations=()))
    assert Text.objects.get().footnotes.get().paragraph is None


def test_citations_keep_their_span_and_link_to_acts_and_not_to_other_documents() -> None:
    _store()
    act, document = Citation.objects.in_reading_order()
    assert (act.words, act.start, act.end) == ("resolution 53/144", 14, 31)
    assert (act.cited_symbol, act.dated_on) == ("A/RES/53/144", date(1998, 12, 9))
    assert act.cited_resolution == Resolution.objects.get(symbol="A/RES/53/144")
    assert act.footnote is None
    assert (document.cited_symbol, document.cited_resolution) == ("A/65/223", None)
    assert document.footnote is not None
    assert document.paragraph == document.footnote.paragraph
    assert not Resolution.objects.filter(symbol="A/65/223").exists()


def test_a_reference_within_the_text_keeps_its_pinpoint() -> None:
    paragraph = build.paragraph("op1", "Recalls paragraph 1 of the present resolution.")
    within = build.citation(paragraph, "paragraph 1", None, pinpoint="op1")
    _store(build.parse_of(paragraphs=(paragraph,), footnotes=(), citations=(within,)))
    citation = Citation.objects.get()
    assert (citation.cited_symbol, citation.pinpoint) == ("", "op1")
    assert citation.cited_resolution is None


def test_a_cited_draft_gets_a_row_that_says_it_is_a_draft() -> None:
    paragraph = build.paragraph("op1", "Recalls draft resolution A/C.3/70/L.46.")
    cited = build.citation(paragraph, "A/C.3/70/L.46", "A/C.3/70/L.46")
    _store(build.parse_of(paragraphs=(paragraph,), footnotes=(), citations=(cited,)))
    assert Resolution.objects.get(symbol="A/C.3/70/L.46").is_draft


def test_a_target_that_is_no_symbol_is_refused_and_named() -> None:
    paragraph = build.paragraph("op1", "Recalls the unknown.")
    cited = build.citation(paragraph, "unknown", "unknown")
    parsed = build.parse_of(paragraphs=(paragraph,), footnotes=(), citations=(cited,))
    message = "op1: The parser reads “unknown” as a citation, but “unknown” is not a document"
    with pytest.raises(RefusalError, match=message):
        _store(parsed)
    assert not Citation.objects.exists()


def test_a_misprinted_session_zero_is_kept_without_a_place_among_sessions() -> None:
    paragraph = build.paragraph("op1", "Recalls resolution 0/164.")
    cited = build.citation(paragraph, "resolution 0/164", "A/RES/0/164")
    _store(build.parse_of(paragraphs=(paragraph,), footnotes=(), citations=(cited,)))
    assert Resolution.objects.get(symbol="A/RES/0/164").session_ordinal is None


LONG = "x" * 130


@pytest.mark.parametrize(
    ("parsed", "message"),
    [
        (
            build.parse_of(masthead=build.masthead(agenda_item=LONG)),
            (
                f"facts of A/RES/66/164: “{LONG[:60]}…” has 130 characters; agenda item has room "
                "for 40."
            ),
        ),
        (
            build.parse_of(
                paragraphs=(
                    build.paragraph("op1", "One;", opening=LONG),
                    build.paragraph("op2", "Two;"),
                ),
                footnotes=(),
                citations=(),
            ),
            f"op1: “{LONG[:60]}…” has 130 characters; opening has room for 120.",
        ),
        (
            build.parse_of(
                citations=(
                    build.citation(
                        build.paragraph("pp1", build.CITING), "Recalling", None, pinpoint=LONG
                    ),
                )
            ),
            f"pp1: “{LONG[:60]}…” has 130 characters; pinpoint has room for 120.",
        ),
    ],
)
def test_what_is_too_long_for_its_column_is_refused_and_never_cut(
    parsed: ParsedResolution, message: str
) -> None:
    with pytest.raises(RefusalError) as refused:
        _store(parsed)
    assert str(refused.value) == message
    assert not Resolution.objects.exists()
    assert not SourceFile.objects.exists()


def test_script_is_kept_as_the_text_it_is() -> None:
    words = "Calls upon <script>alert(1)</script> & all States;"
    _store(build.parse_of(paragraphs=(build.paragraph("op1", words),), footnotes=(), citations=()))
    assert Paragraph.objects.get().wording == words
    assert Text.objects.get().wording == words


def test_a_large_text_takes_as_many_queries_as_a_small_one() -> None:
    small = _queries(build.parse_of("A/RES/66/1"), b"small")
    large = _queries(_large_parse("A/RES/66/2"), b"large")
    assert large == small
    assert small <= 41


def _queries(parsed: ParsedResolution, content: bytes) -> int:
    with CaptureQueriesContext(connection) as queries:
        _store(parsed, content)
    return len(queries)


def _large_parse(symbol: str) -> ParsedResolution:
    """Two hundred numbered paragraphs, each with a sub-paragraph, a note and a citation."""
    words = "Recalls resolution 53/{n};"
    numbered = [
        build.paragraph(f"op{n}", words.format(n=n), markers=(Marker(number=str(n), offset=3),))
        for n in range(1, 201)
    ]
    lettered = [build.paragraph(f"{one.id}-a", "To act;") for one in numbered]
    return build.parse_of(
        symbol,
        paragraphs=tuple(one for pair in zip(numbered, lettered, strict=True) for one in pair),
        footnotes=tuple(
            Footnote(id=f"fn{n}", number=str(n), text="See it.", marked_in=f"op{n}")
            for n in range(1, 201)
        ),
        citations=tuple(
            build.citation(one, f"resolution 53/{n}", f"A/RES/53/{n}")
            for n, one in enumerate(numbered, 1)
        ),
    )
