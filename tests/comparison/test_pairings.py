"""Pairings: one rule of comparing in each test, on texts short enough to see it."""

from dataclasses import replace

import pytest

from archive.comparison.pairings import compared
from archive.comparison.passages import Fate
from archive.parsing.parsed import ParagraphKind
from tests.comparison.drafted import passage, text, told

REGISTER = "Urges States to register civil society organizations in a transparent procedure;"
IMPUNITY = "Condemns impunity for attacks, threats and acts of intimidation against defenders;"
TRAINING = "Encourages Governments to offer training to judges, police officers and lawyers;"
REPORT = "Requests the Secretary-General to submit a report to the General Assembly;"
TRANSLATE = "Invites Parliaments to translate the Declaration and to disseminate it widely;"
FUNDING = "Calls upon donors to increase voluntary contributions to the humanitarian fund;"


def test_the_same_words_are_kept_though_their_number_changes() -> None:
    after = text(FUNDING, REGISTER, IMPUNITY)
    assert told(text(REGISTER, IMPUNITY), after) == [
        "> op1: new",
        "op1 > op2: kept",
        "op2 > op3: kept",
    ]


def test_typography_and_the_closing_sign_are_no_rewording() -> None:
    before = text("Decides to speak of “rights” again;")
    (one,) = compared(before, text('Decides to speak of "rights" again.')).pairings
    assert (one.fate, one.likeness) == (Fate.KEPT, 1.0)
    assert "".join(it.text for it in one.changes if it.kind != "inserted") == before[0].text


def test_a_new_opening_and_number_are_a_rewording() -> None:
    after = text(REGISTER.replace("Urges", "Strongly calls upon"))
    assert told(text(IMPUNITY, REGISTER), after) == ["op1 > : dropped", "op2 > op1: reworded"]


def test_an_opening_alone_makes_no_pair() -> None:
    before = text("Requests the Secretary-General to convene a seminar on biological diversity;")
    assert told(before, text(REPORT)) == ["op1 > : dropped", "> op1: new"]


def test_what_differs_in_numbers_and_dates_only_is_reworded() -> None:
    before = text("Recalling its resolution 55/77 of 4 December 2000,")
    after = text("Recalling its resolution 56/135 of 19 December 2001,")
    assert told(before, after) == ["op1 > op1: reworded"]


def test_pairs_are_the_best_for_both_texts_together() -> None:
    """Both older ones are likest to the second of the newer text; only one of them can be it."""
    before = text(
        "Urges States to register trade unions and civil society organizations at no cost;",
        "Urges States to register civil society organizations in a transparent procedure;",
    )
    after = text(
        "Urges States to register trade unions and political parties in time for elections;",
        "Urges States to register civil society organizations at no cost in a fair procedure;",
    )
    assert told(before, after) == ["op1 > op1: reworded", "op2 > op2: reworded"]


def test_between_the_same_neighbours_fewer_words_are_enough() -> None:
    was = "Invites States to translate the Declaration into national languages;"
    now = "Encourages States to have the Declaration translated, printed and widely known;"
    around = text(REGISTER, was, IMPUNITY), text(REGISTER, now, IMPUNITY)
    assert "op2 > op2: reworded" in told(*around)
    apart = text(was, REGISTER, IMPUNITY, TRAINING), text(REGISTER, IMPUNITY, TRAINING, now)
    assert "op1 > : dropped" in told(*apart)


def test_two_that_change_places_are_kept_and_the_shorter_one_moved() -> None:
    longer = IMPUNITY.replace(";", " and against their families, lawyers and associates;")
    assert told(text(REGISTER, longer), text(longer, REGISTER)) == [
        "op2 > op1: kept",
        "op1 > op2: moved",
    ]


def test_what_is_moved_and_reworded_is_both() -> None:
    after = text(TRAINING, FUNDING, REGISTER.replace("transparent", "fast"))
    assert told(text(REGISTER, TRAINING, FUNDING), after) == [
        "op2 > op1: kept",
        "op3 > op2: kept",
        "op1 > op3: reworded, moved",
    ]


def test_a_sentence_made_into_two_is_split() -> None:
    before = text(f"{REGISTER[:-1]}, and encourages them to offer training to judges and police;")
    after = text(REGISTER, "Encourages States to offer training to judges and police;")
    assert told(before, after) == ["op1 > op1 op2: split"]


def test_a_list_made_of_a_paragraph_is_split_into_its_frame_and_parts() -> None:
    before = text(
        "Calls upon States to end the recruitment of child soldiers, to protect displaced "
        "families and refugees, and to release journalists from arbitrary detention;"
    )
    after = text(
        "Calls upon States:",
        "- To end the recruitment of child soldiers;",
        "- To protect displaced families and refugees;",
        "- To release journalists from arbitrary detention;",
    )
    assert [one for one in told(before, after) if "split" in one] == [
        "op1 > op1 op1-1 op1-2 op1-3: split"
    ]


def test_two_paragraphs_made_one_are_merged() -> None:
    after = text(
        REGISTER, f"{IMPUNITY[:-1]}, and invites Parliaments to translate the Declaration;"
    )
    before = text(IMPUNITY, REGISTER, "Invites Parliaments to translate the Declaration;")
    assert "op1 op3 > op2: merged" in [one.removesuffix(", moved") for one in told(before, after)]


def test_a_sub_paragraph_may_come_from_a_paragraph() -> None:
    after = text("Calls upon all States to ensure that:", f"- {REGISTER[13:]}", f"- {TRAINING}")
    assert told(text(REGISTER, FUNDING), after)[1] == "op1 > op1-1: reworded"


def test_the_same_words_under_two_parents_stay_under_their_own() -> None:
    before = text(REGISTER, "- Education;", IMPUNITY, "- Education;")
    assert told(before, text(IMPUNITY, "- Education;")) == [
        "op1 > : dropped",
        "op1-1 > : dropped",
        "op2 > op1: kept",
        "op2-1 > op1-1: kept",
    ]


@pytest.mark.parametrize("count", [2, 5, 40])
def test_of_the_same_words_again_and_again_the_first_is_the_first(count: int) -> None:
    again = text(*["Takes note of the report;"] * count)
    assert told(again, again) == [f"op{at} > op{at}: kept" for at in range(1, count + 1)]


def test_of_two_as_alike_the_one_of_the_same_form_is_taken() -> None:
    first, second = text("Registration and training of lawyers;", "Registration and training;")
    before = (replace(second, text="Registration and training of judges;", form="urge"),)
    after = first, replace(second, text="Registration and training of nurses;", form="urge")
    assert told(before, after) == ["> op1: new", "op2 > op2: reworded"]


def test_a_heading_is_no_paragraph() -> None:
    heading = passage("Training of judges and lawyers", "heading1", kind=ParagraphKind.HEADING)
    after = text("Encourages the training of judges and lawyers;")
    assert told((heading,), after) == ["heading1 > : dropped", "> op1: new"]


def test_what_was_dropped_stands_behind_what_stood_before_it() -> None:
    before = text(REPORT, REGISTER, TRAINING, IMPUNITY)
    assert told(before, text(REGISTER, IMPUNITY)) == [
        "op1 > : dropped",
        "op2 > op1: kept",
        "op3 > : dropped",
        "op4 > op2: kept",
    ]


@pytest.mark.parametrize("words", ["", ";", "…", "2011", "—"])
def test_a_paragraph_without_words_is_kept_as_it_is(words: str) -> None:
    assert told(text(words), text(words)) == ["op1 > op1: kept"]


def test_nothing_beside_a_text_is_all_new_and_all_dropped() -> None:
    assert told((), text(REPORT)) == ["> op1: new"]
    assert told(text(REPORT), ()) == ["op1 > : dropped"]
    assert told((), ()) == []


def test_the_counts_are_of_pairings() -> None:
    found = compared(text(REGISTER, IMPUNITY, REPORT), text(REGISTER, FUNDING))
    assert found.counts == {Fate.KEPT: 1, Fate.DROPPED: 2, Fate.NEW: 1}


def test_texts_of_another_script_are_read_by_their_own_words() -> None:
    before = text("敦促各国确保登记程序透明、迅速;", "تحث الدول على مكافحة الإفلات من العقاب؛")
    after = text(
        "敦促所有国家确保登记程序透明和迅速;", "تحث جميع الدول على مكافحة الإفلات من العقاب؛"
    )
    assert told(before, after) == ["op1 > op1: reworded", "op2 > op2: reworded"]
