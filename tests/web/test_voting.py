"""How a resolution was adopted is told in a line, and who voted how in lists."""

from typing import Any

import pytest
from django.test import Client

from archive.models import Resolution
from archive.web.voting import recorded_vote, sides
from tests import factories as make
from tests.web.markup import Element, markup

VOTE: dict[str, Any] = {
    "adoption_method": "recorded_vote",
    "votes_in_favour": 156,
    "votes_against": 2,
    "votes_abstaining": 2,
}


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((156, 2, 2), "By a recorded vote of 156 to 2, with 2 abstentions"),
        ((156, 1, 1), "By a recorded vote of 156 to 1, with 1 abstention"),
        ((156, 0, 0), "By a recorded vote of 156 to none, with no abstentions"),
        ((None, None, None), "By a recorded vote"),
    ],
)
def test_a_recorded_vote_in_words(counts: tuple[int | None, ...], words: str) -> None:
    names = ("votes_in_favour", "votes_against", "votes_abstaining")
    resolution = Resolution(
        adoption_method="recorded_vote", **dict(zip(names, counts, strict=True))
    )
    assert recorded_vote(resolution) == words


def test_sides_stand_in_the_order_of_a_record_and_those_of_nobody_are_left_out() -> None:
    voting = {"abstaining": ["Chad"], "against": [], "in_favour": ["Chile", "Cuba"]}
    found = sides(Resolution(voting_states=voting))
    assert [(side.name, side.states) for side in found] == [
        ("In favour", ("Chile", "Cuba")),
        ("Abstaining", ("Chad",)),
    ]


def _page(client: Client, resolution: Resolution) -> Element:
    return markup(client.get(resolution.get_absolute_url()).content)


def _row(page: Element, name: str) -> Element:
    [row] = [
        row
        for row in page.one("table", class_="masthead").every("tr")
        if row.one("th").words == name
    ]
    return row


@pytest.mark.django_db
def test_the_page_says_how_states_voted(client: Client) -> None:
    voting = {"in_favour": ["Chile", "Cuba"], "against": ["Chad"], "abstaining": []}
    page = _page(client, make.adopted("A/RES/66/164", 2011, **VOTE, voting_states=voting))
    adopted = "19 December 2011, by a recorded vote of 156 to 2, with 2 abstentions"
    assert _row(page, "Adopted").one("td").tidy_words == adopted
    vote = _row(page, "Vote")
    assert [one.words for one in vote.every("dt")] == ["In favour (2)", "Against (1)"]
    assert [one.words for one in vote.every("dd")] == ["Chile, Cuba", "Chad"]


@pytest.mark.django_db
def test_a_vote_whose_states_are_not_named_has_no_list(client: Client) -> None:
    page = _page(client, make.adopted("A/RES/66/164", 2011, **VOTE))
    rows = [row.one("th").words for row in page.one("table", class_="masthead").every("tr")]
    assert "Vote" not in rows
    assert "Sponsors" not in rows


@pytest.mark.django_db
def test_a_few_sponsors_are_named_and_many_counted(client: Client) -> None:
    few = make.adopted("A/RES/66/164", 2011, sponsors=["Chile", "Norway"])
    assert _row(_page(client, few), "Sponsors").one("td").tidy_words == "Chile, Norway"
    more = make.adopted("A/RES/66/165", 2011, sponsors=["Chad"], additional_sponsors=["Cuba"])
    sponsors = _row(_page(client, more), "Sponsors")
    assert sponsors.one("summary").words == "1 sponsor, 1 more joined later"
    assert [one.words for one in sponsors.every("dd")] == ["Chad", "Cuba"]


@pytest.mark.django_db
def test_the_draft_it_was_adopted_from_is_named(client: Client) -> None:
    resolution = make.adopted("A/RES/66/164", 2011, draft_symbol="A/C.3/66/L.29")
    assert _row(_page(client, resolution), "Draft").one("td").tidy_words == "A/C.3/66/L.29"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("symbol", "words"),
    [
        ("A/RES/66/164", "89th plenary meeting"),
        ("E/RES/1996/31", "89th plenary meeting"),
        ("A/HRC/RES/13/13", "89th meeting"),
        ("S/RES/1325(2000)", "89th meeting"),
    ],
)
def test_only_two_organs_have_plenary_meetings(client: Client, symbol: str, words: str) -> None:
    resolution = make.make_resolution(symbol, meeting=89)
    assert _row(_page(client, resolution), "Adopted").one("td").tidy_words == words
