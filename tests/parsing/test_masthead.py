"""The masthead says what the file prints, names contradictions, and infers nothing."""

from datetime import date

import pytest

from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead
from archive.parsing.symbols import Organ
from tests.parsing.printed import codes_of, parsed, texts_of, word_text

FRONT = [
    "Resolution adopted by the General Assembly on 19 December 2011",
    "[on the report of the Third Committee (A/66/462/Add.2)]",
    "66/164.\tPromotion of the Declaration",
]


def _masthead(
    *, front: list[str] | None = None, after: list[str] | None = None, organ: str = ""
) -> Masthead:
    text = word_text(front=front or [], after=after or [])
    return parsed(text.replace("General Assembly,", organ) if organ else text).masthead


def test_each_value_is_read_from_the_line_that_says_it() -> None:
    masthead = _masthead(
        front=FRONT,
        after=[
            "89th plenary meeting",
            "19 December 2011",
            "United NationsA/RES/66/164General AssemblyDistr.: General",
            "10 April 2012Sixty-sixth session",
            "Agenda item 69 (b)",
        ],
    )
    assert masthead.symbol == "A/RES/66/164"
    assert (masthead.organ, masthead.session, masthead.meeting) == (Organ.GA, 66, 89)
    assert masthead.title == "Promotion of the Declaration"
    assert (masthead.adopted_on, masthead.distributed_on) == (date(2011, 12, 19), date(2012, 4, 10))
    assert (masthead.committee_report, masthead.agenda_item) == ("A/66/462/Add.2", "69 (b)")
    assert masthead.adoption is None


def test_what_no_line_says_is_none() -> None:
    assert _masthead() == Masthead(organ=Organ.GA, lines=("The General Assembly,",))


def test_a_text_without_an_organ_line_has_the_organ_that_adopted_it() -> None:
    text = word_text(front=FRONT).replace("\tThe General Assembly,\n", "")
    assert parsed(text).masthead.organ is Organ.GA


def test_a_text_that_names_no_organ_has_none_and_its_number_makes_no_symbol() -> None:
    text = word_text(front=FRONT[2:]).replace("\tThe General Assembly,\n", "")
    masthead = parsed(text).masthead
    assert (masthead.organ, masthead.symbol) == (None, None)


@pytest.mark.parametrize(
    ("organ", "number", "symbol"),
    [
        ("Human Rights Council,", "13/13", "A/HRC/RES/13/13"),
        ("Commission on Human Rights,", "2000/61", "E/CN.4/RES/2000/61"),
        ("Economic and Social Council,", "1996/31", "E/RES/1996/31"),
        ("Security Council,", "1325 (2000)", "S/RES/1325(2000)"),
        ("General Assembly,", "2200 A (XXI)", "A/RES/2200A(XXI)"),
    ],
)
def test_a_number_becomes_the_symbol_of_the_organ_that_speaks(
    organ: str, number: str, symbol: str
) -> None:
    assert _masthead(front=[f"{number}. A title"], organ=organ).symbol == symbol
    assert _masthead(front=[f"Resolution {number}"], organ=organ).symbol == symbol


def test_a_symbol_alone_on_a_line_is_the_text_s_own_unless_it_is_a_report_s() -> None:
    assert _masthead(front=["A/C.3/70/L.46*"]).symbol == "A/C.3/70/L.46"
    assert _masthead(front=["A/66/203"]).symbol is None


def test_a_line_that_holds_no_symbol_after_all_is_passed_over() -> None:
    assert _masthead(front=["United Nations A/66/164%"]).symbol is None


def test_lines_that_name_two_symbols_are_a_contradiction() -> None:
    found = parsed(word_text(front=FRONT, after=["89th plenary meeting", "A/RES/66/165"]))
    assert found.masthead.symbol == "A/RES/66/164"
    assert [(w.code, w.where) for w in found.warnings] == [("symbol_contradiction", "masthead")]
    assert "“A/RES/66/165” says A/RES/66/165" in found.warnings[0].message


def test_lines_that_name_two_dates_of_adoption_are_a_contradiction() -> None:
    found = parsed(word_text(front=FRONT, after=["89th plenary meeting", "20 December 2011"]))
    assert found.masthead.adopted_on == date(2011, 12, 19)
    assert [(w.code, w.where) for w in found.warnings] == [("date_contradiction", "masthead")]


def test_a_meeting_without_a_date_below_it_dates_nothing() -> None:
    masthead = _masthead(after=["89th plenary meeting", "Agenda item 69", "19 December 2011"])
    assert (masthead.meeting, masthead.adopted_on) == (89, None)


def test_a_date_in_the_masthead_s_cells_is_that_of_distribution() -> None:
    masthead = _masthead(front=["United Nations A/RES/66/164", "10 April 2012"])
    assert (masthead.distributed_on, masthead.adopted_on) == (date(2012, 4, 10), None)


def test_a_date_without_a_masthead_says_nothing() -> None:
    assert _masthead(front=["10 April 2012"]).distributed_on is None


def test_a_title_runs_over_lines_and_keeps_a_hyphen_at_a_line_end() -> None:
    masthead = _masthead(front=["66/164. Protection of non-", "State actors", "and others*"])
    assert masthead.title == "Protection of non-State actors and others"


def test_a_title_without_a_number_stands_after_every_other_line() -> None:
    found = parsed(word_text(front=["Draft of some States", "A/C.3/70/L.46", "Human rights"]))
    assert found.masthead.title == "Human rights"
    assert found.leftovers == ("Draft of some States",)


def test_a_draft_s_title_stands_below_its_sponsors() -> None:
    found = parsed(
        word_text(
            front=[
                "United NationsA/C.3/70/L.46General AssemblyDistr.: Limited",
                "30 October 2015",
                "Seventieth session",
                "Agenda item 72 (b)",
                "Promotion and protection of human rights",
                "Albania, Andorra, Argentina: draft resolution",
                "Recognizing the role of human rights defenders",
            ]
        )
    )
    assert found.masthead.symbol == "A/C.3/70/L.46"
    assert found.masthead.title == "Recognizing the role of human rights defenders"
    assert (found.masthead.session, found.masthead.agenda_item) == (70, "72 (b)")
    assert (found.masthead.distributed_on, found.masthead.adopted_on) == (date(2015, 10, 30), None)
    assert found.leftovers == ("Promotion and protection of human rights",)
    assert codes_of(found) == []


def test_lines_below_a_titled_number_end_at_the_next_printed_line() -> None:
    found = parsed(word_text(front=[FRONT[2], "of Defenders", FRONT[0], "A"]))
    assert found.masthead.title == "Promotion of the Declaration of Defenders"
    assert found.leftovers == ("A",)


def test_a_preface_too_long_for_a_title_is_left_over() -> None:
    found = parsed(word_text(front=["Word " * 150]))
    assert found.masthead.title is None
    assert found.leftovers == (("Word " * 150).strip(),)


def test_a_special_session_s_symbol_names_no_regular_session() -> None:
    assert _masthead(front=["S-21/2. A title"]).session is None
    assert _masthead(front=["66/164. A title"]).session == 66


def test_the_title_of_a_draft_stands_below_its_sponsors_though_their_list_is_cut_by_width() -> None:
    found = parsed(
        word_text(
            front=[
                "Promotion and protection of human rights",
                "Albania, Norway and United States of America: draft",
                "resolution",
                "Recognizing the role of human rights defenders and the need for",
                "their protection",
            ]
        )
    )
    assert found.masthead.title == (
        "Recognizing the role of human rights defenders and the need for their protection"
    )
    assert found.masthead.sponsors == ("Albania", "Norway", "United States of America")
    assert found.leftovers == ("Promotion and protection of human rights",)


def test_a_line_that_names_an_organ_and_a_number_gives_the_symbol() -> None:
    text = word_text(
        ["Recalling it,", "Noting it,"],
        front=["Human rights defenders", "Commission on Human Rights resolution 2003/64"],
    ).replace("The General Assembly,", "The Commission on Human Rights,")
    found = parsed(text).masthead
    assert (found.symbol, found.title) == ("E/CN.4/RES/2003/64", "Human rights defenders")


def test_a_title_between_a_closing_line_and_an_organ_may_be_long() -> None:
    title = "Protection of everyone " + "and of all who defend them " * 6 + "and their rights"
    second = ["89th plenary meeting", title, "The General Assembly,", "Noting it,", "1. Ends."]
    found = parsed(word_text(after=second))
    assert texts_of(found)["heading1"] == title
    assert found.leftovers == ()
    second[1] = f"{title}."
    assert parsed(word_text(after=second)).leftovers == (f"{title}.",)


def test_an_old_resolution_of_the_council_prints_its_number_its_date_and_its_draft() -> None:
    text = word_text(
        front=["180 (1963). Resolution of 31 July 1963", "[S/5380]"],
        after=["Adopted at the 1049th meeting", "by 8 votes to none, with 1 abstention (Peru)."],
    ).replace("General Assembly", "Security Council")
    found = parsed(text)
    assert found.masthead.symbol == "S/RES/180(1963)"
    assert (found.masthead.title, found.masthead.draft_symbol) == (None, "S/5380")
    assert (found.masthead.adopted_on, found.masthead.meeting) == (date(1963, 7, 31), 1049)
    assert found.masthead.adoption == Adoption(
        method=AdoptionMethod.RECORDED_VOTE,
        in_favour=8,
        against=0,
        abstaining=1,
        abstaining_states=("Peru",),
    )
    assert found.leftovers == ()
    assert codes_of(found) == []


def test_the_sponsors_of_a_draft_stand_above_its_title() -> None:
    front = ["Rights", "Chile, Iran (Islamic", "Republic of),", "Cuba: draft resolution", "Titled"]
    found = parsed(word_text(front=front)).masthead
    assert found.sponsors == ("Chile", "Iran (Islamic Republic of)", "Cuba")
    assert (found.is_draft, found.title) == (True, "Titled")
    alone = parsed(word_text(front=["Peru: draft resolution", "Titled"])).masthead
    assert alone.sponsors == ("Peru",)


@pytest.mark.parametrize(
    ("line", "meeting"),
    [
        ("Adopted unanimously at the 3315th meeting.", 3315),
        ("Adopted unanimously at the 331 5th meeting.", None),
        ("Adopted unanimously at the 33 15th meeting.", None),
        ("Adopted unanimously at the 176I1st meeting.", None),
        ("Adopted unanimously on 16 November 1993 15th meeting.", 15),
        ("25th plenary (resumed) meeting", 25),
        ("Hundred and eighty-third plenary meeting,", 183),
        ("Adopted at the one thousand and first plenary meeting.", 1001),
        ("Adopted at the first meeting of a new year.", None),
    ],
)
def test_the_meeting_is_the_number_the_line_names_unless_a_scan_broke_it(
    line: str, meeting: int | None
) -> None:
    assert _masthead(after=[line]).meeting == meeting


def test_a_preamble_before_the_organ_s_name_is_one() -> None:
    text = word_text([], front=["30 (1947). On peace", "Whereas it called for peace,"])
    found = parsed(text.replace("General Assembly,", "Security Council"))
    assert found.masthead.title == "On peace"
    assert texts_of(found)["pp1"] == "Whereas it called for peace,"
    assert found.leftovers == ()


def test_the_lines_of_a_preamble_before_the_organ_s_name_are_whole_paragraphs() -> None:
    front = [
        "30 (1947). On peace",
        "Whereas it has long called for the peace-",
        "ful end of",
        "it,",
    ]
    text = word_text([], front=[*front, "Whereas it has met,", "Believing in", "it,"])
    found = parsed(text.replace("General Assembly,", "Security Council"))
    assert (found.masthead.title, found.leftovers) == ("On peace", ())
    assert [texts_of(found)[place] for place in ("pp1", "pp2", "pp3")] == [
        "Whereas it has long called for the peaceful end of it,",
        "Whereas it has met,",
        "Believing in it,",
    ]


def test_a_title_that_begins_as_a_preamble_does_is_one() -> None:
    assert _masthead(front=["66/164.", "Strengthening peace"]).title == "Strengthening peace"


@pytest.mark.parametrize(
    ("line", "report"),
    [
        ("[on the report of the Second Committee (A/79/412 and Corr.1)]", "A/79/412"),
        ("[on the report of the Political Committee (Fourth Committee) (A/79/412)]", "A/79/412"),
        ("[on the recommendation of the Commission on Records (E/2024/30)]", "E/2024/30"),
        ("[without reference to a Main Committee (A/79/L.4)]", None),
    ],
)
def test_the_report_is_read_whatever_the_name_of_its_committee(
    line: str, report: str | None
) -> None:
    assert parsed(word_text(front=[line])).masthead.committee_report == report


def test_a_title_needs_no_space_after_its_number() -> None:
    found = parsed(word_text(front=["79/905.Safety of records"])).masthead
    assert (found.title, found.symbol) == ("Safety of records", "A/RES/79/905")
