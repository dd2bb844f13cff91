"""A file without a symbol gets candidates: sessions with the words they rest on, and no symbol."""

import pytest

from archive.parsing.parsed import Candidate, ParsedResolution
from tests.parsing.printed import parsed, word_text


def _candidates(
    preamble: list[str], last: str = "Decides to act.", **more: object
) -> list[tuple[int | None, str]]:
    text = word_text([*preamble, "Noting it,"], ["Urges States;", last])
    found: ParsedResolution = parsed(
        text.replace("General Assembly,", str(more.get("organ", "General Assembly,")))
    )
    assert all(candidate.symbol is None for candidate in found.candidates)
    return [(candidate.session, candidate.evidence) for candidate in found.candidates]


def test_the_newest_document_cited_comes_first_with_the_words_around_it() -> None:
    assert _candidates(["Recalling A/62/53 and E/2005/23,", "Recalling resolution 60/161,"]) == [
        (62, "cites “Recalling A/62/53 and E/2005/23,”")
    ]


def test_a_resolution_by_its_number_alone_counts() -> None:
    assert _candidates(["Recalling its resolution 66/164,"])[0] == (
        66,
        "cites “Recalling its resolution 66/164,”",
    )


def test_a_later_date_that_something_is_of_comes_before_an_older_document() -> None:
    preamble = ["Recalling A/62/53,", "Recalling the report of 1 October 2010,"]
    assert _candidates(preamble) == [(65, "names the date 1 October 2010")]


@pytest.mark.parametrize(("day", "session"), [("31 August 2010", 64), ("1 September 2010", 65)])
def test_a_session_begins_in_september(day: str, session: int) -> None:
    assert _candidates([f"Recalling the report of {day},"])[0][0] == session


def test_a_date_that_lies_ahead_or_before_the_first_session_says_nothing() -> None:
    assert _candidates(["Recalling the aim to end it by 31 December 2030,"]) == []
    assert _candidates(["Recalling the Charter of 26 June 1945,"]) == []


def test_the_session_that_considers_the_matter_again_is_one_or_two_ahead() -> None:
    assert _candidates([], "Decides to consider it at its sixty-fourth session.") == [
        (63, "says “Decides to consider it at its sixty-fourth session.” in op2"),
        (62, "says “Decides to consider it at its sixty-fourth session.” in op2"),
    ]


def test_a_session_without_a_number_says_nothing() -> None:
    assert _candidates([], "Decides to consider it at its next session.") == []
    assert _candidates([], "Decides to consider it at its second session.") == []


def test_each_session_is_offered_once_with_its_best_evidence() -> None:
    found = _candidates(["Recalling A/63/53,"], "Decides so at its sixty-fourth session.")
    assert [session for session, _ in found] == [63, 62]
    assert found[0][1].startswith("cites")


def test_the_council_counts_by_its_own_documents() -> None:
    found = _candidates(["Recalling A/66/53 and A/HRC/16/5,"], organ="Human Rights Council,")
    assert [session for session, _ in found] == [16]


def test_an_organ_that_counts_by_years_gets_no_session_from_documents() -> None:
    assert _candidates(["Recalling A/66/53,"], organ="Security Council,") == []


def test_a_file_with_a_symbol_needs_no_candidate() -> None:
    assert parsed(word_text(front=["66/164. A title"])).candidates == ()


def test_numbers_too_high_for_a_session_are_no_session() -> None:
    assert _candidates(["Recalling A/999/53,"]) == []


def test_a_candidate_is_a_plain_value() -> None:
    assert parsed(word_text(["Recalling A/62/53,", "Noting it,"])).candidates[0] == Candidate(
        session=62, symbol=None, evidence="cites “Recalling A/62/53,”"
    )


def test_a_document_many_sessions_later_than_every_date_is_offered_with_the_doubt() -> None:
    preamble = ["Recalling resolution 99/12,", "Recalling the report of 1 October 2010,"]
    dated = "names the date 1 October 2010"
    doubted = f"cites “Recalling resolution 99/12,”, though it {dated} and no later one"
    assert _candidates(preamble) == [(99, doubted), (65, dated)]
    preamble[0] = "Recalling resolution 75/12,"
    assert _candidates(preamble) == [(75, "cites “Recalling resolution 75/12,”")]
