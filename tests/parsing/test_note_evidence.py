"""Note numbers glued to words and years are decided by evidence, and change as it changes.

Each test alters one thing in a document that glues notes to years ("25 March 20101 and") and says
what must follow from that alone.
"""

from pathlib import Path

import pytest

from tests.parsing.printed import codes_of, markers_of, parsed, texts_of, word_text

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
FOUNDING = (FIXTURES / "001_7956f2d681d4ea9d.txt").read_text(encoding="utf-8")
GLUED = "25 March 20101 and 16/5 of 24 March 2011,2"


@pytest.mark.parametrize("year", range(1946, 2026, 7))
def test_any_year_with_a_note_glued_to_it_is_read_as_that_year_and_the_note(year: int) -> None:
    found = parsed(FOUNDING.replace(GLUED, f"25 March {year}1 and 16/5 of 24 March {year},2"))
    words = texts_of(found)["pp2"]
    assert words.endswith(f"25 March {year} and 16/5 of 24 March {year},")
    first = words.index(f"{year} and 16/5") + 4
    assert markers_of(found)["pp2"] == [("1", first), ("2", len(words))]


@pytest.mark.parametrize(("first", "second"), [(7, 8), (9, 10), (10, 11), (41, 42), (99, 100)])
def test_the_number_split_off_is_the_one_the_notes_carry(first: int, second: int) -> None:
    text = word_text(
        [f"Recalling resolutions 13/13 of 25 March 2010{first} and 16/5 of 24 March 2011,{second}"],
        after=[f"{first} See A/65/53.", f"{second} See A/66/53."],
    )
    found = parsed(text)
    assert texts_of(found)["pp1"].endswith("13/13 of 25 March 2010 and 16/5 of 24 March 2011,")
    assert [number for number, _ in markers_of(found)["pp1"]] == [str(first), str(second)]
    assert codes_of(found) == []


def test_a_year_without_a_note_glued_to_it_stays_whole() -> None:
    found = parsed(FOUNDING.replace(GLUED, "25 March 2010 and 16/5 of 24 March 2011,2"))
    assert "25 March 2010 and 16/5" in texts_of(found)["pp2"]
    assert [number for number, _ in markers_of(found)["pp2"]] == ["2"]
    assert [w.where for w in found.warnings if w.code == "note_without_marker"] == ["fn1"]


def test_five_figures_that_begin_with_no_plausible_year_stay_whole() -> None:
    found = parsed(FOUNDING.replace(GLUED, "25 March 30101 and 16/5 of 24 March 2011,2"))
    assert "25 March 30101 and 16/5" in texts_of(found)["pp2"]
    assert [number for number, _ in markers_of(found)["pp2"]] == ["2"]


def test_five_figures_after_no_month_are_split_only_if_a_note_of_that_number_exists() -> None:
    words = "Noting that 20101 persons were heard, and recalling resolution 16/5,2"
    with_note = parsed(word_text([words], after=["1 See A/65/53.", "2 See A/66/53."]))
    without = parsed(word_text([words], after=["2 See A/66/53."]))
    assert texts_of(with_note)["pp1"].startswith("Noting that 2010 persons")
    assert texts_of(without)["pp1"].startswith("Noting that 20101 persons")


def test_numbers_that_would_break_the_order_of_the_notes_mark_none() -> None:
    """Notes are marked in rising order: 20103 between notes 1 and 2 is no note 3."""
    words = "Recalling the reports,1 20103 persons, the Declaration,2 and the Covenants,3"
    found = parsed(word_text([words], notes=["One.", "Two.", "Three."]))
    assert "20103 persons" in texts_of(found)["pp1"]
    assert [number for number, _ in markers_of(found)["pp1"]] == ["1", "2", "3"]


def test_without_the_notes_a_glued_word_still_warns_that_its_note_is_missing() -> None:
    found = parsed(word_text(["Recalling the rights of defenders1 and others,"]))
    assert texts_of(found)["pp1"] == "Recalling the rights of defenders and others,"
    assert [w.code for w in found.warnings] == ["marker_without_note"]


def test_a_note_glued_to_the_number_of_a_name_is_split_where_the_name_is_printed_elsewhere() -> (
    None
):
    preamble = ["Recalling the reports,1", "Taking into account Agenda 212 and its review,"]
    known = [*preamble, "Noting the review of Agenda 21 and its follow-up,"]
    notes = ["A/65/53.", "See the report."]
    borne_out = parsed(word_text(known, notes=notes))
    assert texts_of(borne_out)["pp2"].startswith("Taking into account Agenda 21 and")
    assert codes_of(borne_out) == []
    assert codes_of(parsed(word_text(preamble, notes=notes))) == ["marker_in_doubt"]


def test_a_note_glued_to_the_number_of_an_act_is_split_where_the_act_is_printed_elsewhere() -> None:
    preamble = ["Recalling resolution 53/1441 and the report,", "Recalling also resolution 53/144,"]
    assert texts_of(parsed(word_text(preamble, notes=["See it."])))["pp1"] == (
        "Recalling resolution 53/144 and the report,"
    )
    alone = parsed(word_text(preamble[:1], notes=["See it."]))
    assert codes_of(alone) == ["marker_in_doubt"]
    without = parsed(word_text(preamble[:1]))
    assert texts_of(without)["pp1"] == "Recalling resolution 53/1441 and the report,"


@pytest.mark.parametrize(
    "words",
    [
        "Noting that 10,000 persons were heard,",
        "Recalling paragraph 12 of resolution 53/144,",
        "Recalling document A/66/203 and A/C.3/70/L.46 of that session,",
        "Recalling E/2005/23 and Corr.1 and Add.1,",
        "Recalling resolution 2200 A (XXI),",
        "Recalling articles 4 and 19-21 of the Covenant,",
        "Recalling the Covenant, No. 14668,",
    ],
)
def test_a_number_of_its_own_is_never_split_though_notes_are_unmarked(words: str) -> None:
    notes = ["One.", "Two.", "Three."]
    found = parsed(word_text([words], notes=notes))
    assert texts_of(found)["pp1"] == words
    assert codes_of(found) == ["note_without_marker"] * len(notes)


def _agenda(words: str, *, after: str = "Noting the report,3") -> str:
    return word_text(
        ["Recalling the Rio Declaration1 and the Summit,", words, after],
        notes=["A/CONF.151/26.", "Ibid., annex II.", "See A/65/53."],
    )


def test_a_note_that_nothing_else_marks_is_marked_at_the_one_name_left_with_a_warning() -> None:
    found = parsed(_agenda("Reaffirming Agenda 212 and the Plan of Implementation,"))
    assert texts_of(found)["pp2"] == "Reaffirming Agenda 21 and the Plan of Implementation,"
    assert markers_of(found)["pp2"] == [("2", len("Reaffirming Agenda 21"))]
    assert codes_of(found) == ["marker_in_doubt"]


@pytest.mark.parametrize(
    "words",
    [
        "Reaffirming Agenda 212 and Protocol 142 to it,",
        "Reaffirming Agenda 2012 and the Plan,",
        "Reaffirming Agenda 12 and the Plan,",
        "Reaffirming Agenda 102 with Agenda 102,",
        "Reaffirming section 212 and the Plan,",
        "Reaffirming Agenda 213 and the Plan,",
    ],
)
def test_a_note_is_not_marked_where_two_names_a_year_or_too_few_figures_are_left(
    words: str,
) -> None:
    found = parsed(_agenda(words))
    assert "pp2" not in markers_of(found)
    assert codes_of(found) == ["note_without_marker"]


def test_a_note_is_not_marked_after_one_that_follows_it() -> None:
    found = parsed(_agenda("Noting the report,3", after="Reaffirming Agenda 212 of 1992,"))
    assert texts_of(found)["pp3"] == "Reaffirming Agenda 212 of 1992,"
    assert codes_of(found) == ["note_without_marker"]


def test_figures_of_other_scripts_mark_no_note() -> None:
    words = "Recalling the rights of defenders٣ and others,"
    found = parsed(word_text([words], after=["3 See A/65/53."]))
    assert texts_of(found)["pp1"] == words
    assert markers_of(found) == {}
