"""Invented acts have the symbols, sessions and years that their organs give them."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from archive.parsing.symbols import Organ, Symbol, SymbolKind
from tests.benchmarks.searching.acts import Act, Calendar, session_of
from tests.benchmarks.searching.wording import vocabulary


@pytest.fixture(scope="module")
def acts() -> list[Act]:
    words = vocabulary(chance=Random(1), size=2_000)
    return list(Calendar(words, Random(1)).acts(6_000))


def test_there_are_about_as_many_as_asked_for(acts: list[Act]) -> None:
    adopted = [act for act in acts if act.adopted_as is None]
    assert len(adopted) == pytest.approx(6_000, rel=0.02)


def test_no_symbol_is_given_twice_and_all_are_canonical(acts: list[Act]) -> None:
    symbols = [act.symbol.text for act in acts]
    assert len(set(symbols)) == len(symbols)
    assert [Symbol.read(symbol).text for symbol in symbols] == symbols
    assert {act.symbol.organ for act in acts} == set(Organ)


def test_drafts_alone_have_symbols_of_drafts_and_became_an_act_before(acts: list[Act]) -> None:
    seen = set()
    for act in acts:
        is_draft = act.symbol.kind is SymbolKind.DRAFT
        assert is_draft == (act.adopted_as is not None)
        assert not is_draft or act.adopted_as in seen
        seen.add(act.key)
    assert any(act.adopted_as for act in acts)


def test_the_council_follows_the_commission(acts: list[Act]) -> None:
    years = {
        organ: [act.dated_on.year for act in acts if act.symbol.organ is organ] for organ in Organ
    }
    assert max(years[Organ.CHR]) == 2005
    assert min(years[Organ.HRC]) == 2006
    assert (min(years[Organ.GA]), max(years[Organ.GA])) == (1946, 2025)


def test_most_acts_go_on_with_a_question_taken_up_before(acts: list[Act]) -> None:
    of_series = Counter(id(act.series) for act in acts)
    assert sum(count for count in of_series.values() if count > 1) > 0.6 * len(acts)


@pytest.mark.parametrize(
    ("organ", "day", "session"),
    [
        (Organ.GA, date(1975, 12, 1), "XXX"),
        (Organ.GA, date(1976, 12, 1), "31"),
        (Organ.GA, date(2011, 12, 19), "66"),
        (Organ.CHR, date(1967, 3, 23), "XXI"),
        (Organ.CHR, date(2000, 4, 26), "2000"),
        (Organ.HRC, date(2006, 3, 1), "1"),
        (Organ.HRC, date(2006, 9, 1), "2"),
        (Organ.HRC, date(2010, 3, 24), "13"),
        (Organ.SC, date(2000, 10, 31), "2000"),
    ],
)
def test_a_day_is_in_the_session_of_its_organ(organ: Organ, day: date, session: str) -> None:
    assert session_of(organ, day) == session
