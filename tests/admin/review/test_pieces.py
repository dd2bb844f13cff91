"""A wording is cut where something stands in it, and joined again it is the wording."""

from hypothesis import given
from hypothesis import strategies as st

from archive.admin.review.citations import CitationMark, CitationState
from archive.admin.review.pieces import Piece, pieces_of
from archive.parsing.parsed import Marker, Mend

WORDS = "Recalling its resolution 53/144 of 1998,"


def _mark(start: int, end: int) -> CitationMark:
    return CitationMark(
        where=f"op1:{start}-{end}",
        start=start,
        end=end,
        words=WORDS[start:end],
        name="A/RES/53/144",
        state=CitationState.HELD,
        conflict="",
        set_by=None,
        address="",
    )


def _joined(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.words for piece in pieces)


def test_a_citation_is_a_piece_of_its_own_and_is_told_where_it_ends() -> None:
    one = _mark(14, 31)
    before, cited, after = pieces_of(WORDS, citations=[one])
    assert (before.within, cited.within, after.within) == (None, one, None)
    assert (cited.words, cited.ends) == ("resolution 53/144", (one,))


def test_of_citations_that_overlap_the_shortest_has_the_words_and_both_are_told() -> None:
    long, short = _mark(10, 39), _mark(25, 31)
    pieces = pieces_of(WORDS, citations=[long, short])
    assert [(p.words, p.within) for p in pieces if p.words == "53/144"] == [("53/144", short)]
    assert [one for piece in pieces for one in piece.ends] == [short, long]


def test_a_citation_whose_words_others_have_is_told_all_the_same() -> None:
    same = [_mark(25, 31), _mark(25, 31)]
    assert [one for piece in pieces_of(WORDS, citations=same) for one in piece.ends] == same


def test_the_opening_is_a_piece_of_its_own() -> None:
    pieces = pieces_of(WORDS, opening="Recalling", citations=[_mark(14, 31)])
    assert [p.words for p in pieces if p.is_opening] == ["Recalling"]
    assert not any(p.is_opening for p in pieces_of(WORDS, opening="Noting"))


def test_a_mark_of_a_note_stands_between_words() -> None:
    pieces = pieces_of(WORDS, markers=[Marker(number="2", offset=31)])
    assert [piece.words or piece.note for piece in pieces] == [WORDS[:31], "2", WORDS[31:]]
    assert pieces[1].note_id == "at-fn2"


def test_a_mended_word_says_what_the_file_has() -> None:
    mend = Mend(where="op1", found="reso lution", mended="resolution")
    pieces = pieces_of(WORDS, mends=[mend])
    assert [(p.words, p.mended, p.ends_mend) for p in pieces if p.mended] == [
        ("resolution", "reso lution", True)
    ]


def test_a_mended_word_that_a_citation_cuts_is_told_once() -> None:
    mend = Mend(where="op1", found="reso lution", mended="resolution")
    pieces = pieces_of(WORDS, mends=[mend], citations=[_mark(18, 31)])
    assert [(p.words, p.ends_mend) for p in pieces if p.mended] == [
        ("reso", False),
        ("lution", True),
    ]


def test_two_mends_of_one_word_stand_at_its_two_places() -> None:
    twice = [Mend(where="op1", found=found, mended="act") for found in ("a ct", "ac t")]
    pieces = pieces_of("act and act", mends=twice)
    assert [(p.start, p.mended) for p in pieces if p.mended] == [(0, "a ct"), (8, "ac t")]


def test_a_mend_that_is_not_in_the_words_marks_nothing() -> None:
    assert pieces_of("act", mends=[Mend(where="op1", found="x y", mended="xy")])[0].mended == ""


SPANS = st.lists(st.tuples(st.integers(0, 45), st.integers(1, 45)), max_size=8)


@given(spans=SPANS, offsets=st.lists(st.integers(0, 60), max_size=5))
def test_the_words_of_the_pieces_are_the_wording(
    spans: list[tuple[int, int]], offsets: list[int]
) -> None:
    marks = [_mark(start, start + length) for start, length in spans]
    markers = [Marker(number=str(n), offset=offset) for n, offset in enumerate(offsets)]
    pieces = pieces_of(WORDS, citations=marks, markers=markers)
    assert _joined(pieces) == WORDS
    told = [one.where for piece in pieces for one in piece.ends]
    assert sorted(told) == sorted(one.where for one in marks)
    notes = [piece.note for piece in pieces if piece.note]
    assert sorted(notes) == sorted(marker.number for marker in markers)
