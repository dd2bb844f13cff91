"""What holds of every parse: nothing is lost, nothing crashes, nothing varies."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution, ParseError
from archive.parsing.pipeline import parse
from archive.parsing.readers import read

PIECES = [
    "The General Assembly,",
    "The Human Rights Council",
    "Recalling its resolution 53/144 of 9 December 1998,",
    "Noting with deep concern that",
    "Recalling 13/13 of 25 March 20101 and",
    "1.",
    "2. Decides to act:",
    "(a) To act;",
    "(i) Now;",
    "(ii) Then,",
    "b. It",
    "(A)",
    "Annex",
    "Annex II",
    "II",
    "defenders6 and",
    "2011,2",
    "1",
    "2",
    "1F",
    "0F",
    "____________",
    "1  See A/62/53.",
    "2 Ibid.",
    "[3] Resolution 217 A (III).",
    "re spective",
    "counter-",
    "terrorism",
    "non -State",
    "A/RES/66/164",
    "A/C.3/70/L.46*",
    "66/164. A title",
    "89th plenary meeting",
    "19 December 2011",
    "31 February 2011",
    "[DU1]",
    "<<ODS DOC SYMBOL1>>A/RES/66/164<<ODS DOC SYMBOL1>>",
    "United NationsA/RES/66/164General",
    "10 April 2012Sixty-sixth session",
    "Agenda item 69 (b)",
    "at its sixty-fourth session",
    "\u00ad",
    "Adopted at the 90th plenary meeting, by a recorded vote of 98 to 1, with no abstentions",
    "Resolution adopted by the Security Council",
    "\x0c",
    "\u200b",
    "¹²",
    "ﬁ",
    "𝄞",
    "<script>",
    "“",
    "’s",
]
SEPARATORS = ["\n", "\n\n", " \n ", "\t", " ", "  ", "", ",", "\r\n", "\n\n\n\t\t"]

texts = st.lists(
    st.tuples(st.sampled_from(PIECES) | st.text(max_size=30), st.sampled_from(SEPARATORS)),
    max_size=40,
).map(lambda pairs: "".join(piece + separator for piece, separator in pairs))
resolutions = texts.map(
    lambda text: f"The General Assembly,\nRecalling it,\n{text}\n1. Decides to act.\n"
)
files = resolutions.map(str.encode) | texts.map(str.encode) | st.binary(max_size=400)


def _parse(data: bytes) -> ParsedResolution | ParseError:
    try:
        return parse(data)
    except ParseError as refused:
        return refused


@settings(max_examples=120, deadline=None)
@given(files)
@example(b"Title\nRecalling it,\n1. Decides to act.\n")
def test_a_file_is_parsed_or_refused_by_name(data: bytes) -> None:
    found = _parse(data)
    assert isinstance(found, ParsedResolution) or (found.code and found.message)


@settings(max_examples=120, deadline=None)
@given(resolutions.map(str.encode))
def test_every_character_that_is_seen_is_accounted_for_exactly_once(data: bytes) -> None:
    found = _parse(data)
    if isinstance(found, ParsedResolution):
        missing, invented = account(read(data).source_text, found)
        assert (missing, invented) == ({}, {})


@settings(max_examples=80, deadline=None)
@given(resolutions.map(str.encode))
def test_every_offset_and_every_anchor_points_at_something(data: bytes) -> None:
    found = _parse(data)
    if isinstance(found, ParsedResolution):
        anchors = [paragraph.id for paragraph in found.paragraphs]
        assert len(anchors) == len(set(anchors))
        for paragraph in found.paragraphs:
            assert paragraph.text == " ".join(paragraph.text.split()) != ""
            assert (
                paragraph.parent is None
                or paragraph.parent in anchors[: anchors.index(paragraph.id)]
            )
            assert all(0 <= marker.offset <= len(paragraph.text) for marker in paragraph.markers)
        assert all(note.marked_in is None or note.marked_in in anchors for note in found.footnotes)


@settings(max_examples=100, deadline=None)
@given(files)
def test_the_same_bytes_always_give_the_same_parse(data: bytes) -> None:
    first, second = _parse(data), _parse(data)
    assert first == second or (str(first) == str(second) and type(first) is ParseError)
