"""What within a text contradicts a citation is told, and the citation is left as it is."""

from datetime import date

import pytest

from archive.parsing.checks import check
from archive.parsing.citations import find_citations
from archive.parsing.citations.conflicts import is_of_the_day
from archive.parsing.parsed import Citation, Marker, Masthead, ParsedResolution
from archive.parsing.symbols import Organ
from tests.parsing.citations.citing import note, paragraph

Told = tuple[str, str | None, str | None]
IN_SESSION_70 = Masthead(organ=Organ.GA, session=70, adopted_on=date(2015, 12, 17))


def cite(text: str, organ: Organ = Organ.GA, *, masthead: Masthead = IN_SESSION_70) -> list[Told]:
    citations = find_citations([paragraph(text)], [], organ=organ, masthead=masthead)
    return [(one.text, one.target, one.conflict) for one in citations if not one.by_name]


CONTRADICTED: dict[str, Told] = {
    # The day of the target is known from the table of instruments.
    "its resolution 53/144 of 8 December 1998": (
        "resolution 53/144 of 8 December 1998",
        "A/RES/53/144",
        "It is dated 8 December 1998; A/RES/53/144 was adopted on 9 December 1998.",
    ),
    # The session had no such day.
    "its resolution 64/163 of 18 December 2008": (
        "resolution 64/163 of 18 December 2008",
        "A/RES/64/163",
        "It is dated 18 December 2008, which is no day of session 64 of the General Assembly.",
    ),
    "resolution 64/163 of 18 December 2008": (
        "resolution 64/163 of 18 December 2008",
        "A/RES/64/163",
        "It is dated 18 December 2008, which is no day of session 64 of the General Assembly.",
    ),
    "Human Rights Council resolution 22/6 of 21 March 2012": (
        "Human Rights Council resolution 22/6 of 21 March 2012",
        "A/HRC/RES/22/6",
        "It is dated 21 March 2012, which is no day of session 22 of the Human Rights Council.",
    ),
    "Security Council resolution 1325 (2000) of 31 October 2001": (
        "Security Council resolution 1325 (2000) of 31 October 2001",
        "S/RES/1325(2000)",
        "It is dated 31 October 2001, which is no day of 2000 of the Security Council.",
    ),
    "resolution 1325 (2000) of 31 October 2001": (
        "resolution 1325 (2000) of 31 October 2001",
        "S/RES/1325(2000)",
        "It is dated 31 October 2001, which is no day of 2000 of the Security Council.",
    ),
    # The target is later than the text.
    "its resolution 71/3 of 19 October 2016": (
        "resolution 71/3 of 19 October 2016",
        "A/RES/71/3",
        "It is dated 19 October 2016; the text is of 17 December 2015 at the latest.",
    ),
    "its resolution 71/3": (
        "resolution 71/3",
        "A/RES/71/3",
        "The text is of 17 December 2015 at the latest, before session 71 of the General Assembly.",
    ),
    # No act has the number.
    "Security Council resolution 1325 (2001)": (
        "Security Council resolution 1325 (2001)",
        "S/RES/1325(2001)",
        "No resolution of 2001 of the Security Council has the number 1325.",
    ),
    "its resolution 66/1640": (
        "resolution 66/1640",
        "A/RES/66/1640",
        "No resolution of session 66 of the General Assembly has the number 1640.",
    ),
}


@pytest.mark.parametrize("text", CONTRADICTED)
def test_a_contradiction_is_told_beside_the_words_and_the_target(text: str) -> None:
    assert cite(text) == [CONTRADICTED[text]]


@pytest.mark.parametrize(
    "text",
    [
        "its resolution 53/144 of 9 December 1998",
        "its resolution 70/161 of 17 December 2015",
        "its resolution 56/510 of 23 July 2002",
        "General Assembly resolution 217 A (III) of 10 December 1948",
        "Economic and Social Council resolution 1503 (XLVIII) of 27 May 1970",
        "Security Council resolution 1701 (2006)",
        "document A/71/3",
    ],
)
def test_what_nothing_contradicts_has_no_conflict(text: str) -> None:
    assert [conflict for *_, conflict in cite(text)] == [None]


def test_two_days_for_one_act_contradict_each_other() -> None:
    text = "resolution 64/1 of 2 December 2009, and resolution 64/1 of 3 December 2009"
    assert [conflict for *_, conflict in cite(text)] == [
        "It is dated 2 December 2009 here, and 3 December 2009 elsewhere in this text.",
        "It is dated 3 December 2009 here, and 2 December 2009 elsewhere in this text.",
    ]


@pytest.mark.parametrize(
    ("masthead", "is_told"),
    [
        (Masthead(), False),
        (Masthead(organ=Organ.GA, session=70), True),
        (Masthead(organ=Organ.GA, session=71), False),
    ],
)
def test_the_session_says_when_a_text_without_a_day_was_adopted_at_the_latest(
    masthead: Masthead, *, is_told: bool
) -> None:
    ((_, _, conflict),) = cite("its resolution 72/3", masthead=masthead)
    assert (conflict is not None) == is_told


def test_a_text_of_an_organ_without_sessions_has_no_latest_day_but_its_own() -> None:
    masthead = Masthead(organ=Organ.ECOSOC, session=70)
    text = "General Assembly resolution 72/3"
    ((_, _, conflict),) = cite(text, Organ.ECOSOC, masthead=masthead)
    assert conflict is None


def test_the_session_of_the_human_rights_council_says_it_too() -> None:
    masthead = Masthead(organ=Organ.HRC, session=22)
    ((_, _, conflict),) = cite("its resolution 31/32", Organ.HRC, masthead=masthead)
    assert conflict == (
        "The text is of 31 December 2013 at the latest, before session 31 of the Human Rights "
        "Council."
    )


@pytest.mark.parametrize(
    "text",
    [
        "the Commission on Narcotic Drugs, in particular in its resolution 44/16 of 29 March 2001",
        "recalling Conference of the Parties resolution 44/16 of 29 March 2001",
        "the Economic Commission for Africa, resolution 574 (XXVII) of 16 May 1998",
    ],
)
def test_a_day_that_contradicts_leaves_an_act_to_another_body_that_is_named(text: str) -> None:
    assert cite(text) == []


def notes_of_a_name(text: str) -> tuple[Citation, ...]:
    words = "Recalling the Declaration on Human Rights Defenders,"
    marked = paragraph(words, markers=(Marker(number="1", offset=len(words) - 1),))
    return find_citations([marked], [note(text)], organ=Organ.GA)


def test_a_note_that_gives_another_number_than_the_name_has_is_told() -> None:
    _, given = notes_of_a_name("Resolution 53/44, annex.")
    assert (given.target, given.conflict) == (
        "A/RES/53/44",
        "Its note is marked at “Declaration on Human Rights Defenders”, which is in A/RES/53/144.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 53/144, annex.",
        "Resolution 60/1.",
        "Resolution 53/44, annex, and resolution 53/45, annex.",
        "A/53/44.",
        "Resolution 1325 (2000).",
        "General Assembly resolution, document A/53/44.",
        "Adopted as resolution 53/44.",
        "See resolution in A/53/44.",
    ],
)
def test_a_note_may_give_something_else(text: str) -> None:
    assert all(one.conflict is None for one in notes_of_a_name(text))


def test_a_note_marked_at_no_name_is_left_alone() -> None:
    text = paragraph("Recalling the Declaration", markers=(Marker(number="1", offset=25),))
    (given,) = find_citations([text], [note("Resolution 53/44.")], organ=Organ.GA)
    assert given.conflict is None


def test_staff_are_warned_of_a_conflict() -> None:
    text = "Recalling its resolution 53/144 of 8 December 1998"
    citations = find_citations([paragraph(text)], [], organ=Organ.GA)
    parsed = ParsedResolution(format="text", parser_version="1", citations=citations)
    (warning,) = check(parsed)
    assert (warning.code, warning.where) == ("citation_conflict", "pp1")
    assert warning.message == (
        "“resolution 53/144 of 8 December 1998”: It is dated 8 December 1998; A/RES/53/144 was "
        "adopted on 9 December 1998."
    )


def test_a_conflict_of_the_day_is_told_from_others() -> None:
    told = [conflict for _words, _target, conflict in CONTRADICTED.values() if conflict]
    assert {one.startswith("It is dated") for one in told if is_of_the_day(one)} == {True}
    assert not any(is_of_the_day(one) for one in told if "dated" not in one)
    assert not is_of_the_day("The archive does not know it.")
