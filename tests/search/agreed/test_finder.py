"""Agreed language: the wording that is asked first, and then those that are nearest to it."""

from collections.abc import Sequence
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.comparison.folded import folded_words, pairs_of
from archive.ingest.publishing.withdrawal import restore, withdraw
from archive.ingest.wordings import keep_wordings
from archive.models import Text
from archive.models.wording import buckets_of
from archive.search.agreed import finder
from archive.search.agreed.finder import agreed
from archive.search.agreed.likeness import likeness
from archive.search.agreed.values import AgreedWording, Match
from tests import factories as make
from tests.search.agreed.saying import saying

pytestmark = pytest.mark.django_db

IMPUNITY = "Emphasizes the importance of combating impunity for attacks on defenders of rights;"
FUNDS = "Invites all Governments to consider contributing to the voluntary fund;"
REPORT = "Requests the Secretary-General to report to the Assembly on the present resolution."


def _asked(text: str, **how: bool) -> tuple[AgreedWording, ...]:
    (found,) = agreed([text], **how)
    return found


def _found(text: str, **how: bool) -> list[tuple[Match, str]]:
    return [(one.match, one.text) for one in _asked(text, **how)]


@pytest.mark.parametrize(
    "asked",
    [
        IMPUNITY,
        IMPUNITY.upper().rstrip(";"),
        "emphasizes the importance of “combating impunity”, for attacks on defenders of rights",
        IMPUNITY.replace("importance of ", "impor\u00adtance\nof  "),
    ],
)
def test_the_same_words_are_found_however_they_are_printed(asked: str) -> None:
    saying(make.adopted("A/RES/56/163", 2001), FUNDS, IMPUNITY)
    (one,) = _asked(asked)
    assert (one.match, one.text, one.likeness) == (Match.SAME, IMPUNITY, 1)


def test_the_same_words_stand_before_likely_ones() -> None:
    other = IMPUNITY.replace("attacks on", "threats against")
    saying(make.adopted("A/RES/56/163", 2001), other, FUNDS)
    saying(make.adopted("A/RES/58/178", 2003), IMPUNITY)
    assert _found(IMPUNITY) == [(Match.SAME, IMPUNITY), (Match.NEAR, other)]


def test_words_that_stand_within_a_longer_wording_are_found_there() -> None:
    saying(make.adopted("A/RES/56/163", 2001), FUNDS, IMPUNITY)
    (one,) = _asked("combating impunity for attacks")
    assert (one.match, one.text) == (Match.WITHIN, IMPUNITY)
    assert one.likeness == likeness("b c".split(), "a b c d".split()) == 0.9


def test_a_short_wording_within_what_is_asked_is_no_nearer_than_its_share() -> None:
    saying(make.adopted("A/RES/56/163", 2001), "Combating impunity", IMPUNITY)
    assert [one.text for one in _asked(f"{IMPUNITY} and more besides")] == [IMPUNITY]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Condemns it", "Condemns"),
        ("It condemns:", "Condemns"),
        ("upon calls", "Calls upon"),
        ("To thank all staff", "To thank staff"),
    ],
)
def test_few_words_are_found_that_share_no_rare_pair(
    monkeypatch: pytest.MonkeyPatch, asked: str, said: str
) -> None:
    """A word was put in, or changed with the next."""
    monkeypatch.setattr(finder, "_leads", lambda *_, **__: [])
    saying(make.adopted("A/RES/56/163", 2001), IMPUNITY, said)
    assert _found(asked) == [(Match.NEAR, said)]


def test_words_in_their_order_are_nearer_than_as_many_in_any_other() -> None:
    asked = "urges all states parties to report without delay on defenders;"
    in_order = "urges all states parties to report without delay on prisoners;"
    in_any = "urges all states on defenders to report without delay, parties;"
    saying(make.adopted("A/RES/56/163", 2001), in_any, in_order)
    assert [text for _, text in _found(asked)] == [in_order, in_any]


@pytest.mark.parametrize("others", [("States", "women"), ("women", "States")])
def test_of_wordings_as_near_that_which_is_used_more_comes_first(others: Sequence[str]) -> None:
    once, twice = (IMPUNITY.replace("rights", other) for other in others)
    saying(make.adopted("A/RES/56/163", 2001), once, twice)
    saying(make.adopted("A/RES/58/178", 2003), twice)
    saying(make.adopted("A/RES/60/161", 2005), twice)
    assert [text for _, text in _found(IMPUNITY)] == [twice, once]


def test_what_shares_next_to_nothing_is_not_near() -> None:
    saying(make.adopted("A/RES/56/163", 2001), FUNDS, IMPUNITY)
    assert _found("Emphasizes the importance of the oceans to small islands and their coasts") == []
    assert _found("impunity") == _found("") == _found("…") == []


def test_a_wording_tells_its_uses_by_date_with_the_first_and_the_last() -> None:
    saying(make.adopted("A/RES/62/152", 2007, adoption_method="without_vote"), IMPUNITY)
    saying(make.adopted("A/HRC/RES/13/13", 2010), FUNDS, IMPUNITY.upper())
    saying(make.adopted("A/RES/56/163", 2001, adoption_method="without_vote"), IMPUNITY)
    (one,) = _asked(IMPUNITY)
    assert [(use.symbol, use.place) for use in one.uses] == [
        ("A/RES/56/163", "op. 1"),
        ("A/RES/62/152", "op. 1"),
        ("A/HRC/RES/13/13", "op. 2"),
    ]
    assert (one.first, one.last) == (one.uses[0], one.uses[-1])
    assert one.first.dated_on == date(2001, 12, 19)
    assert one.text == IMPUNITY
    assert one.organs == ("GA", "HRC")
    assert one.adoption_methods == ("without_vote", "")
    assert (one.resolutions_count, one.drafts_count, one.more_uses_count) == (3, 0, 0)


def test_a_resolution_that_says_it_twice_counts_once() -> None:
    saying(make.adopted("A/RES/56/163", 2001), IMPUNITY, FUNDS, IMPUNITY)
    (one,) = _asked(IMPUNITY)
    assert (one.resolutions_count, len(one.uses), one.more_uses_count) == (1, 2, 0)


def test_drafts_come_after_what_was_adopted_and_are_counted_apart() -> None:
    draft = make.make_draft("A/C.3/56/L.80", distributed_on=date(2001, 11, 1))
    saying(draft, IMPUNITY)
    saying(make.adopted("A/RES/56/163", 2001), IMPUNITY)
    (one,) = _asked(IMPUNITY)
    assert [use.is_draft for use in one.uses] == [False, True]
    assert (one.first, one.last) == (one.uses[0], one.uses[0])
    assert (one.resolutions_count, one.drafts_count) == (1, 1)


def test_what_only_drafts_say_is_said_to_be_so_or_left_out() -> None:
    saying(make.make_draft("A/C.3/56/L.80"), IMPUNITY)
    (one,) = _asked(IMPUNITY)
    assert (one.resolutions_count, one.first.is_draft, one.last.is_draft) == (0, True, True)
    assert _asked(IMPUNITY, adopted_only=True) == ()


def test_drafts_that_are_nearer_take_no_place_of_what_was_adopted() -> None:
    saying(make.make_draft("A/C.3/56/L.80"), *(f"{IMPUNITY} {n}" for n in range(60)))
    saying(make.adopted("A/RES/56/163", 2001), IMPUNITY.replace("attacks on", "threats against"))
    (one,) = _asked(f"{IMPUNITY} And more;", adopted_only=True)
    assert one.first.symbol == "A/RES/56/163"


def test_only_so_many_that_are_not_asked_are_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    saying(make.make_draft("A/C.3/56/L.80"), *(f"{IMPUNITY} {n}" for n in range(4)))
    saying(make.adopted("A/RES/56/163", 2001), IMPUNITY.replace("attacks on", "threats against"))
    asked = f"{IMPUNITY} And more;"
    monkeypatch.setattr(finder, "MOST_WALKED", 5)
    assert len(_asked(asked, adopted_only=True)) == 1
    monkeypatch.setattr(finder, "MOST_WALKED", 4)
    assert _asked(asked, adopted_only=True) == ()


def test_texts_that_part_after_the_words_that_are_compared_are_not_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(finder, "MOST_WORDS", 6)
    saying(make.adopted("A/RES/56/163", 2001), IMPUNITY)
    (one,) = _asked(IMPUNITY.replace("rights", "States"))
    assert (one.match, one.likeness) == (Match.NEAR, 0.99)
    assert _found(IMPUNITY) == [(Match.SAME, IMPUNITY)]
    assert _found(IMPUNITY.partition(" attacks")[0]) == [(Match.WITHIN, IMPUNITY)]


def test_many_texts_are_answered_each_in_its_place_by_three_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    saying(make.adopted("A/RES/56/163", 2001), FUNDS, IMPUNITY, REPORT)
    asked = [REPORT, "", "Nothing that anybody has said so far", IMPUNITY, FUNDS]
    with django_assert_num_queries(3):
        found = agreed(asked * 5)
    firsts = [one[0].text if one else None for one in found]
    assert firsts == [REPORT, None, None, IMPUNITY, FUNDS] * 5


def test_a_withdrawn_text_says_nothing_until_it_is_given_back() -> None:
    resolution = saying(make.adopted("A/RES/56/163", 2001), IMPUNITY)
    text, person = Text.objects.get(resolution=resolution), make.make_staff()
    withdraw(text.pk, by=person, reason="By mistake")
    assert _asked(IMPUNITY) == ()
    restore(text.pk, by=person)
    assert _found(IMPUNITY) == [(Match.SAME, IMPUNITY)]


def test_a_translation_is_no_agreed_language_of_the_archive() -> None:
    resolution = make.adopted("A/RES/56/163", 2001)
    make.make_paragraph(make.make_text(resolution, language="fr"), IMPUNITY)
    keep_wordings([resolution.pk])
    assert _asked(IMPUNITY) == ()


def test_what_is_common_is_found_by_the_pairs_that_stand_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No pair of the words is rare, and so each two of them lead."""
    monkeypatch.setattr("archive.search.agreed.finder._frequencies", lambda _: _Common())
    saying(make.adopted("A/RES/56/163", 2001), FUNDS, IMPUNITY, REPORT)
    assert _found(REPORT.replace("present ", "")) == [(Match.NEAR, REPORT)]


def test_common_words_are_found_where_only_the_words_of_a_change_are_rare(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is changed has pairs that lead nowhere; the words before it lead to the wording."""
    common = dict.fromkeys(buckets_of(pairs_of(folded_words(REPORT))), 1_000_000)
    monkeypatch.setattr(finder, "_frequencies", lambda _: common)
    saying(make.adopted("A/RES/56/163", 2001), FUNDS, IMPUNITY, REPORT)
    assert _found(REPORT.replace("the present", "present the")) == [(Match.NEAR, REPORT)]


class _Common(dict[int, int]):
    def get(self, _bucket: int, _default: object = None) -> int:
        return 1_000_000
