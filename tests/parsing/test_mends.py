"""Words that extraction broke are put together on evidence, and nothing else is touched."""

import pytest

from archive.parsing.blocks import LINE_END_HYPHEN
from archive.parsing.mends import doubted_words, mend_footnote, mend_paragraph
from archive.parsing.parsed import Footnote, Marker, Paragraph, ParagraphKind
from archive.parsing.vocabulary import vocabulary_of


def _mended(text: str, *, others: tuple[str, ...] = ()) -> tuple[str, list[tuple[str, str]]]:
    note = Footnote(id="fn1", number="1", text=text, marked_in=None)
    mended, mends = mend_footnote(note, vocabulary_of([text, *others]))
    assert all(mend.where == "fn1" for mend in mends)
    return mended.text, [(mend.found, mend.mended) for mend in mends]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("in their re spective languages", "in their respective languages"),
        ("transparent crit eria", "transparent criteria"),
        ("hu man rights", "human rights"),
        ("the funda men tal freedoms", "the fundamental freedoms"),
        ("Rec ognizing the role", "Recognizing the role"),
        ("an in tegrated approach", "an integrated approach"),
        ("a humanitari an crisis", "a humanitarian crisis"),
        ("the co nsultations held", "the consultations held"),
    ],
)
def test_fragments_are_joined_when_only_together_they_are_a_word(text: str, mended: str) -> None:
    assert _mended(text)[0] == mended
    assert len(_mended(text)[1]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "resolution 52/212 C on the matter",
        "a new group in formation",
        "tens of thousands of tens of officials",
        "Europe and its peoples in Dar es Salaam",
        "in on an as",
        "his t or y",
        "annex H and annex I",
        "community-owned and -managed projects",
        "human rights defenders",
        "to gether they work together",
        "an xyz qqq word",
        "the re-spective languages",
        "crit Eria",
        "crit, eria",
        "non-crit eria’s",
        "a/crit eria",
        "",
    ],
)
def test_words_without_the_evidence_stay_as_they_are(text: str) -> None:
    others = ("gether gether",) if "gether" in text else ()
    assert _mended(text, others=others) == (text, [])


def test_a_word_that_only_another_text_of_the_file_proves_is_joined() -> None:
    assert _mended("the Rohi ngya people") == ("the Rohi ngya people", [])
    assert _mended("the Rohi ngya people", others=("The Rohingya of Myanmar",)) == (
        "the Rohingya people",
        [("Rohi ngya", "Rohingya")],
    )


def test_a_space_before_a_hyphen_is_closed() -> None:
    assert _mended("by non -State actors") == (
        "by non-State actors",
        [("non -State", "non-State")],
    )


@pytest.mark.parametrize(
    ("before", "after", "mended"),
    [
        ("counter", "terrorism", "counter-terrorism"),
        ("non", "State", "non-State"),
        ("funda", "mental", "fundamental"),
        ("Funda", "mental", "Fundamental"),
        ("xyz", "qqq", "xyz-qqq"),
        ("inter", "national", "international"),
        ("Frame", "work", "Framework"),
        ("re", "view", "review"),
        ("co", "operation", "co-operation"),
        ("well", "being", "well-being"),
        ("long", "term", "long-term"),
    ],
)
def test_a_hyphen_at_a_line_end_goes_only_if_the_word_is_known_without_it(
    before: str, after: str, mended: str
) -> None:
    text, mends = _mended(f"the {before}{LINE_END_HYPHEN}{after} of all")
    assert text == f"the {mended} of all"
    assert mends == ([] if "-" in mended else [(f"{before}-{after}", mended)])


def test_a_hyphen_at_a_line_end_stays_where_the_file_prints_the_word_with_it() -> None:
    text = f"the funda{LINE_END_HYPHEN}mental of all"
    assert _mended(text, others=("a funda-mental thing",))[0] == "the funda-mental of all"


@pytest.mark.parametrize("whole", ["cooperation", "wellbeing", "longterm"])
def test_a_word_printed_in_both_ways_is_divided_where_the_file_prints_it_whole(whole: str) -> None:
    at = {"cooperation": 2, "wellbeing": 4, "longterm": 4}[whole]
    text = f"the {whole[:at]}{LINE_END_HYPHEN}{whole[at:]} of all"
    assert _mended(text, others=(f"a {whole} of it",))[0] == f"the {whole} of all"


def test_the_part_of_a_divided_word_is_no_word_of_the_file() -> None:
    text = f"the quor{LINE_END_HYPHEN}ums of all and the quor ums"
    assert _mended(text, others=("the quorums",))[0] == "the quorums of all and the quorums"


def test_a_hyphen_at_a_line_end_beside_no_word_stays() -> None:
    assert _mended(f"4{LINE_END_HYPHEN}15 September")[0] == "4-15 September"


def test_markers_move_with_the_words_before_them() -> None:
    text = f"the re spective crit eria and funda{LINE_END_HYPHEN}mental freedoms"
    offsets = [0, text.index(" crit"), text.index("eria"), len(text)]
    paragraph = Paragraph(
        id="op1",
        kind=ParagraphKind.OPERATIVE,
        number=1,
        label="1.",
        parent=None,
        opening=None,
        text=text,
        markers=tuple(Marker(number=str(n), offset=at) for n, at in enumerate(offsets)),
    )
    mended, mends = mend_paragraph(paragraph, vocabulary_of([text]))
    assert mended.text == "the respective criteria and fundamental freedoms"
    assert [mended.text[: marker.offset] for marker in mended.markers] == [
        "",
        "the respective",
        "the respective crit",
        mended.text,
    ]
    assert [mend.where for mend in mends] == ["op1"] * 3


def test_a_paragraph_without_broken_words_is_the_same_paragraph() -> None:
    paragraph = Paragraph(
        id="op1",
        kind=ParagraphKind.OPERATIVE,
        number=1,
        label="1.",
        parent=None,
        opening=None,
        text="Urges States",
    )
    assert mend_paragraph(paragraph, vocabulary_of([])) == (paragraph, [])


FILE = ("The report is the report of a Nation", "national reports, an international one") * 2


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("the con tent of it", "the content of it"),
        ("i n thei r report", "i n their report"),
        ("o ther States", "other States"),
        ("a ctivities", "activities"),
        ("the ir own", "their own"),
    ],
)
def test_a_half_that_is_printed_nowhere_else_and_a_single_letter_are_joined(
    text: str, mended: str
) -> None:
    others = (*FILE, "their other activities", "content, content and content")
    assert _mended(text, others=others)[0] == mended


@pytest.mark.parametrize(
    "text",
    ["any one report", "some time ago", "the sing song", "a con tent of it", "the report s of it"],
)
def test_words_that_may_stand_in_two_ways_stay(text: str) -> None:
    others = (
        "anyone, sometime, sometime, sometime",
        "these",
        "content, con, tent, content, con, tent, content",
    )
    assert _mended(text, others=others) == (text, [])


def _doubted(text: str, *others: str) -> list[str]:
    words = vocabulary_of([text, *others])
    return [warning.message for warning in doubted_words(text, words, where="pp1")]


def test_what_may_be_a_broken_word_and_is_not_proved_is_named() -> None:
    others = ("reports reports reports", "content, con, tent, content, con, tent, content")
    assert _doubted("all report s, a con tent", *FILE, *others) == [
        "“report s” may be “reports”, which stands elsewhere in the file.",
        "“con tent” may be “content”, which stands elsewhere in the file.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the report of",
        "re, port",
        "the re port of",
        "any one",
        "report S",
        "with in it",
        "re-port s",
    ],
)
def test_what_is_mended_or_stands_as_it_should_is_not_doubted(text: str) -> None:
    others = (*FILE, "anyone anyone anyone", "within within within", "reports reports reports")
    assert _doubted(text, *others) == []


def test_the_cells_of_a_table_move_with_its_words() -> None:
    table = Paragraph(
        id="op1-p1",
        kind=ParagraphKind.OPERATIVE,
        number=None,
        label=None,
        parent="op1",
        opening=None,
        text="crit eria measur es",
        rows=(((0, 9), (10, 19)),),
    )
    found, _ = mend_paragraph(table, vocabulary_of([table.text]))
    assert (found.text, found.rows) == ("criteria measures", (((0, 8), (9, 17)),))


@pytest.mark.parametrize("text", ["at its 1st and 2nd meetings", "of 10 km2 and ings stand"])
def test_letters_behind_a_figure_are_no_fragment_of_a_word(text: str) -> None:
    assert _mended(text)[0] == text
