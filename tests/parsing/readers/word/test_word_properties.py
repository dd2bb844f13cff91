"""Whatever a Word document is put together from, every character is read once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.parsing.checks import account
from archive.parsing.parsed import ParseError
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers import read
from tests.parsing.readers.word.files import (
    NUMBERING,
    SEPARATORS,
    document,
    listed,
    note,
    p,
    raised,
    reference,
    run,
    styled,
    table,
)

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="footnote text"/></w:style>'
)
WORDS = st.sampled_from(
    [
        "Recalling its resolution 53/144,", "Calls upon all States;", "of the", "9 December 1998",
        "1. Decides to meet", "(a) to train;", "1 See A/66/203.", "[2] Ibid.", "Annex", "*", "3/7",
        "The General Assembly,", "_____", "89th plenary meeting", "A/RES/66/164", " ", "m", "2. x",
    ]
)  # fmt: skip
RUNS = st.one_of(
    WORDS.map(run),
    st.sampled_from(["1", "2", " 3 ", "1, 2", "st", "*", "1."]).map(raised),
    st.integers(1, 4).map(reference),
    st.just("<w:r><w:br/></w:r>"),
    st.just("<w:r><w:tab/></w:r>"),
    WORDS.map(lambda words: run(words, "<w:vanish/>")),
    WORDS.map(lambda words: f"<w:ins>{run(words)}</w:ins>"),
    WORDS.map(lambda words: f"<w:del>{run(words)}</w:del>"),
    WORDS.map(lambda words: f"<w:moveFrom>{run(words)}</w:moveFrom>"),
    WORDS.map(lambda words: f"<w:moveTo>{run(words)}</w:moveTo>"),
    st.integers(1, 4).map(
        lambda at: f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{at}"/></w:r>'
    ),
    WORDS.map(
        lambda words: f"<w:r><w:pict><w:txbxContent>{p(words)}</w:txbxContent></w:pict></w:r>"
    ),
)
PARAGRAPHS = st.lists(RUNS, max_size=5).flatmap(
    lambda runs: st.sampled_from(
        [
            p(*runs),
            p(*runs, properties="<w:rPr><w:del/></w:rPr>"),
            p(*runs, properties='<w:numPr><w:numId w:val="1"/></w:numPr>'),
            styled("Head", *runs),
            styled("Note", *runs),
        ]
    )
)
TABLES = st.lists(st.lists(PARAGRAPHS, min_size=1, max_size=3), min_size=1, max_size=3).map(
    lambda rows: table(*rows)
)
BODIES = st.lists(st.one_of(PARAGRAPHS, TABLES, st.just(listed(""))), max_size=8).map("".join)
START = p("The General Assembly,") + p("Recalling its resolution 53/144 of 9 December 1998,")
FOOTNOTES = SEPARATORS + "".join(note(at, f"See A/66/20{at}.") for at in range(1, 4))


@given(BODIES, BODIES)
@settings(max_examples=80, deadline=None)
def test_every_character_is_accounted_for_once(before: str, after: str) -> None:
    data = document(before + START + after, numbering=NUMBERING, footnotes=FOOTNOTES, styles=STYLES)
    reading = read(data)
    try:
        found = parse_reading(reading)
    except ParseError as error:
        assert error.code == "not_a_resolution"  # noqa: PT017 - refusing is a right answer too
        return
    missing, invented = account(reading.source_text, found)
    assert (missing.total(), invented.total()) == (0, 0)
