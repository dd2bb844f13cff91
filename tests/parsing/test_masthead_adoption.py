"""How a text was adopted is read from its statement, its lines and its notes."""

from datetime import date

import pytest

from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead
from tests.parsing.printed import codes_of, parsed, word_text


def _masthead(
    *, front: list[str] | None = None, after: list[str] | None = None, organ: str = ""
) -> Masthead:
    text = word_text(front=front or [], after=after or [])
    return parsed(text.replace("General Assembly,", organ) if organ else text).masthead


@pytest.mark.parametrize(
    ("line", "adoption"),
    [
        (
            "Adopted at the 90th plenary meeting, without a vote",
            (AdoptionMethod.WITHOUT_VOTE, None, None, None),
        ),
        (
            "Adopted at the 90th meeting by a recorded vote of 98 to 1, with 61 abstentions",
            (AdoptionMethod.RECORDED_VOTE, 98, 1, 61),
        ),
        (
            "[Adopted by a recorded vote of 23 to none with no abstentions]",
            (AdoptionMethod.RECORDED_VOTE, 23, 0, 0),
        ),
        (
            "[Adopted by a recorded vote of 23 to 2]",
            (AdoptionMethod.RECORDED_VOTE, 23, 2, None),
        ),
    ],
)  # fmt: skip
def test_the_way_of_adoption_is_read_with_its_counts(
    line: str, adoption: tuple[AdoptionMethod, int | None, int | None, int | None]
) -> None:
    method, in_favour, against, abstaining = adoption
    assert _masthead(front=[line]).adoption == Adoption(
        method=method, in_favour=in_favour, against=against, abstaining=abstaining
    )


def test_an_adoption_that_says_neither_is_unknown() -> None:
    assert _masthead(front=["Adopted at the 90th plenary meeting"]).adoption is None


def test_the_date_below_a_number_is_the_day_of_adoption() -> None:
    text = word_text(front=["Resolution 705 (1991)", "of 15 August. 1991"])
    found = parsed(text.replace("General Assembly", "Security Council")).masthead
    assert (found.adopted_on, found.title) == (date(1991, 8, 15), None)


def test_a_statement_names_the_draft_and_its_sponsors() -> None:
    statement = (
        "Adopted at the 89th plenary meeting, by a recorded vote of 2 to 1, with 1 abstention,* on "
        "the basis of draft resolution A/66/L.7 and Add.1, sponsored by: Bosnia and Herzegovina, "
        "Peru"
    )
    found = parsed(
        word_text(
            front=[
                "RESOLUTION 66/164",
                statement,
                "In favour: Chile, Peru",
                "Against: Cuba",
                "Abstaining: India, Iraq",
                "66/164. Defenders",
            ]
        )
    )
    assert found.masthead.draft_symbol == "A/66/L.7"
    assert found.masthead.sponsors == ("Bosnia and Herzegovina", "Peru")
    assert found.masthead.adoption is not None
    assert found.masthead.adoption.abstaining_states == ("India", "Iraq")
    assert found.masthead.is_draft is None
    assert codes_of(found) == ["vote_contradiction"]


def test_a_note_may_say_that_there_was_no_vote() -> None:
    closing = ["Adopted at the 375th meeting."]
    found = parsed(word_text(notes=["Adopted without vote."], after=closing)).masthead
    assert found.adoption == Adoption(method=AdoptionMethod.WITHOUT_VOTE)
    assert parsed(word_text(notes=["See above."], after=closing)).masthead.adoption is None
