"""A wording is cut into pieces in order; no word is lost, whatever overlaps."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.parsing.parsed import Marker
from archive.web.composition import Piece, Reference, Rendering, Span, compose

WORDING = "Recalling also its resolutions 5/1 and 5/2 of 18 June 2007,"


def _reference(name: str) -> Reference:
    return Reference(rendering=Rendering.HELD, name=name, address=f"/{name}/")


def _span(words: str, name: str, *, wording: str = WORDING) -> Span:
    start = wording.index(words)
    return Span(start=start, end=start + len(words), reference=_reference(name))


def _own_words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.words for piece in pieces if not piece.is_added)


def _linked(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    return [(piece.words, piece.reference.name) for piece in pieces if piece.reference]


def test_a_wording_with_nothing_in_it_is_one_piece() -> None:
    assert compose("Notes the report,") == (Piece(words="Notes the report,"),)


def test_the_opening_is_the_first_piece() -> None:
    first, rest = compose(WORDING, opening="Recalling also")
    assert (first.words, first.is_opening) == ("Recalling also", True)
    assert (rest.words, rest.is_opening) == (WORDING.removeprefix("Recalling also"), False)


def test_an_opening_that_does_not_begin_the_wording_sets_nothing_apart() -> None:
    assert compose("(a) To note", opening="Notes") == (Piece(words="(a) To note"),)


def test_each_citation_carries_exactly_its_words() -> None:
    pieces = compose(WORDING, spans=[_span("5/2 of 18 June 2007", "b"), _span("5/1", "a")])
    assert _linked(pieces) == [("5/1", "a"), ("5/2 of 18 June 2007", "b")]


def test_a_marker_stands_at_its_offset_and_parts_the_citation_around_it() -> None:
    at = WORDING.index(" of 18")
    pieces = compose(
        WORDING,
        spans=[_span("5/2 of 18 June 2007", "b")],
        markers=[Marker(number="1", offset=at)],
    )
    assert _linked(pieces) == [("5/2", "b"), (" of 18 June 2007", "b")]
    before = pieces[: next(i for i, piece in enumerate(pieces) if piece.marker)]
    assert _own_words(before) == WORDING[:at]


def test_a_marker_at_the_very_end_comes_after_the_last_words() -> None:
    *_, last = compose(WORDING, markers=[Marker(number="2", offset=len(WORDING))])
    assert last.marker is not None
    assert last.marker.number == "2"


def test_markers_side_by_side_keep_their_order_and_know_of_each_other() -> None:
    end = len(WORDING)
    pieces = compose(WORDING, markers=[Marker(number=n, offset=end) for n in ("2", "3")])
    markers = [piece.marker for piece in pieces if piece.marker]
    assert [(m.number, m.follows_marker) for m in markers] == [("2", False), ("3", True)]


def test_a_note_marked_twice_has_two_anchors() -> None:
    pieces = compose(WORDING, markers=[Marker(number="1", offset=offset) for offset in (9, 14)])
    anchors = [piece.marker.anchor for piece in pieces if piece.marker]
    assert anchors == ["fn1-mark", "fn1-mark-2"]


def test_a_citation_within_another_carries_its_own_words() -> None:
    spans = [_span("resolutions 5/1 and 5/2", "outer"), _span("5/1", "inner")]
    assert _linked(compose(WORDING, spans=spans)) == [
        ("resolutions ", "outer"),
        ("5/1", "inner"),
        (" and 5/2", "outer"),
    ]


def test_citations_that_overlap_lose_no_word() -> None:
    spans = [_span("resolutions 5/1 and", "a"), _span("and 5/2", "b")]
    pieces = compose(WORDING, spans=spans)
    assert _own_words(pieces) == WORDING
    assert {name for _, name in _linked(pieces)} == {"a", "b"}


def test_of_two_citations_in_the_same_words_the_second_is_named_after_them() -> None:
    pieces = compose(WORDING, spans=[_span("5/1", "A/RES/5/1"), _span("5/1", "A/HRC/RES/5/1")])
    named = [piece for piece in pieces if piece.is_added]
    assert _linked(pieces) == [("5/1", "A/RES/5/1"), ("A/HRC/RES/5/1", "A/HRC/RES/5/1")]
    assert [piece.words for piece in named] == ["A/HRC/RES/5/1"]
    assert _own_words(pieces) == WORDING


def test_an_opening_within_a_citation_is_both() -> None:
    span = _span("Recalling also its resolutions 5/1", "a")
    first, second, _ = compose(WORDING, opening="Recalling also", spans=[span])
    assert first.is_opening
    assert first.reference == second.reference
    assert not second.is_opening


def test_a_span_without_reference_is_marked() -> None:
    pieces = compose(WORDING, spans=[Span(start=0, end=9)])
    assert [piece.words for piece in pieces if piece.is_marked] == ["Recalling"]


def test_what_reaches_past_the_end_is_cut_off_there() -> None:
    pieces = compose(
        "Notes", spans=[Span(start=2, end=99)], markers=[Marker(number="1", offset=99)]
    )
    assert [piece.words for piece in pieces] == ["No", "tes", ""]
    assert pieces[-1].marker is not None


def test_signs_beyond_the_basic_plane_count_as_one() -> None:
    wording = "𝔘 recalls 5/1"
    pieces = compose(wording, spans=[_span("5/1", "a", wording=wording)])
    assert _linked(pieces) == [("5/1", "a")]


def test_what_a_search_found_is_marked_and_the_link_it_stands_in_stays() -> None:
    hit = (WORDING.index("resolutions"), WORDING.index("5/1") + len("5/1"))
    spans = [_span("5/1", "a"), _span("5/2", "b")]
    pieces = compose(WORDING, opening="Recalling also", spans=spans, hits=[hit, (0, 9)])
    assert [piece.words for piece in pieces if piece.is_marked] == [
        "Recalling",
        "resolutions ",
        "5/1",
    ]
    assert _linked(pieces) == [("5/1", "a"), ("5/2", "b")]
    assert [piece.words for piece in pieces if piece.is_opening] == ["Recalling", " also"]


_OFFSETS = st.integers(min_value=0, max_value=30)


@settings(deadline=None)
@given(
    wording=st.text(max_size=30),
    spans=st.lists(st.tuples(_OFFSETS, _OFFSETS), max_size=6),
    offsets=st.lists(_OFFSETS, max_size=4),
    opening_length=_OFFSETS,
    hit=st.tuples(_OFFSETS, _OFFSETS),
)
def test_whatever_stands_in_a_wording_no_word_and_no_citation_is_lost(
    *,
    wording: str,
    spans: list[tuple[int, int]],
    offsets: list[int],
    opening_length: int,
    hit: tuple[int, int],
) -> None:
    made = [
        Span(start=min(pair), end=max(pair), reference=_reference(str(index)))
        for index, pair in enumerate(spans)
    ]
    pieces = compose(
        wording,
        opening=wording[:opening_length],
        spans=made,
        markers=[Marker(number=str(i), offset=offset) for i, offset in enumerate(offsets)],
        hits=[(min(hit), max(hit))],
    )
    marked = "".join(piece.words for piece in pieces if piece.is_marked and not piece.is_added)
    assert marked == wording[min(hit) : max(hit)]
    assert _own_words(pieces) == wording
    shown = {piece.reference.name for piece in pieces if piece.reference}
    expected = {str(i) for i, s in enumerate(made) if s.start < min(s.end, len(wording))}
    assert expected <= shown
    assert sum(piece.marker is not None for piece in pieces) == len(offsets)
