"""The best answer comes first, every order is total, and each resolution is on one page."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.ingest import catalogue
from archive.models import Resolution
from archive.search.form.params import Part, SearchParams, Sort
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches import matching, ranking
from archive.search.matches.matching import Search
from archive.search.matches.patience import at_most
from archive.search.matches.ranking import in_order
from archive.search.matches.statements import answered, framed
from tests import factories as make

pytestmark = pytest.mark.django_db


def _held(symbol: str, *paragraphs: str, title: str = "Promotion of the Declaration") -> Resolution:
    resolution = make.make_resolution(symbol, title=title)
    text = make.make_text(resolution)
    for wording in paragraphs:
        make.make_paragraph(text, wording)
    return resolution


def _search(typed: str, *, sort: Sort = Sort.RELEVANCE, parts: tuple[Part, ...] = ()) -> Search:
    params = SearchParams(q=typed, sort=sort, parts=parts)
    return Search.of(params, ask(Query.read(typed)))


def _in_order(
    typed: str, *, sort: Sort = Sort.RELEVANCE, first: int = 0, last: int = 50
) -> list[str]:
    keys = in_order(_search(typed, sort=sort), first=first, last=last)
    symbols = dict(Resolution.objects.values_list("pk", "symbol"))
    return [symbols[key] for key in keys]


def test_a_word_in_the_title_outranks_the_same_word_in_the_text() -> None:
    _held("A/RES/62/152", *["Defenders, defenders and defenders;"] * 9)
    _held("A/RES/66/164", "Something else;", title="A long title in which defenders are named once")
    make.make_resolution("A/RES/53/144", title="Of what is not held, and of defenders")
    assert _in_order("defenders")[-1] == "A/RES/62/152"
    assert set(_in_order("defenders")[:2]) == {"A/RES/66/164", "A/RES/53/144"}


def test_the_very_title_comes_first_then_one_that_says_it_as_typed() -> None:
    others = "women who defend, human beings"
    _held("A/RES/62/152", "Human rights " * 9, title=f"Rights of {others} and what is human")
    title = f"On the human rights of {others}, of men and of all"
    _held("A/RES/66/164", "Human rights, human rights;", title=title)
    _held("A/RES/68/181", title="Human rights")
    for typed in ("human rights", '"human rights"', "Human Rights"):
        assert _in_order(typed)[:2] == ["A/RES/68/181", "A/RES/66/164"]


def test_what_a_symbol_names_comes_before_what_cites_it() -> None:
    for number in range(1, 4):
        citing = _held(f"A/RES/66/{number}", "Recalls 53/144 and much impunity;").texts.get()
        make.make_citation(citing.paragraphs.get(), "53/144", "A/RES/53/144")
        make.make_citation(make.make_paragraph(make.make_text(), "It;"), "It", citing.resolution)
    _held("A/RES/53/144", "Condemns much impunity of it;", title="Declaration")
    make.make_resolution("A/HRC/RES/53/144", title="On 53/144")
    assert _in_order("53/144")[:2] == ["A/HRC/RES/53/144", "A/RES/53/144"]
    assert _in_order("A/RES/53/144")[0] == "A/RES/53/144"
    titled = _held("A/RES/67/1", "Much impunity;", title="Impunity after A/RES/53/144")
    make.make_citation(make.make_paragraph(make.make_text(), "It;"), "It", titled)
    assert _in_order("A/RES/53/144 impunity")[:2] == ["A/RES/53/144", "A/RES/67/1"]
    assert _in_order('A/RES/53/144 "condemns much impunity"') == ["A/RES/53/144"]
    assert _in_order('A/RES/53/144 OR "and much impunity"')[0] == "A/RES/53/144"


def test_a_shorter_title_outranks_a_longer_one() -> None:
    _held("A/RES/62/152", title="Defenders of the rights of peasants and of those in rural areas")
    _held("A/RES/66/164", title="Peasants and defenders")
    assert _in_order("defenders peasants") == ["A/RES/66/164", "A/RES/62/152"]


def test_words_that_stand_close_together_outrank_words_far_apart() -> None:
    apart = f"Impunity {'of every kind of conduct whatever ' * 20} persists;"
    _held("A/RES/58/178", apart)
    _held("A/RES/66/164", apart.replace(" persists", "").replace("Impunity", "Impunity persists"))
    assert _in_order("impunity persists") == ["A/RES/66/164", "A/RES/58/178"]


def test_a_long_text_does_not_outrank_a_short_one_by_its_length() -> None:
    _held("A/RES/58/178", "Impunity;", *[f"Paragraph {number} of it;" for number in range(50)])
    _held("A/RES/66/164", "Impunity;")
    assert _in_order("impunity") == ["A/RES/66/164", "A/RES/58/178"]


def test_a_text_is_ranked_by_its_english_version() -> None:
    resolution = make.make_resolution("A/RES/66/164")
    make.make_text(resolution, language="fr")
    make.make_paragraph(make.make_text(resolution), "Impunity, impunity;")
    _held("A/RES/58/178", "Impunity;")
    assert _in_order("impunity") == ["A/RES/66/164", "A/RES/58/178"]


def test_a_title_that_has_one_of_the_words_outranks_one_that_has_none() -> None:
    _held("A/RES/58/178", "Defenders face impunity;")
    _held("A/RES/66/164", "Defenders face impunity;", title="Protection of defenders")
    assert _in_order("defenders impunity") == ["A/RES/66/164", "A/RES/58/178"]


def test_among_equals_the_one_recalled_more_often_comes_first_then_the_symbol_decides() -> None:
    symbols = ["A/RES/66/164", "A/RES/62/152", "A/RES/58/178"]
    rows = {symbol: _held(symbol, "Condemns impunity;") for symbol in symbols}
    citing = make.make_paragraph(make.make_text(), "Recalls it;")
    make.make_citation(citing, "it", rows["A/RES/66/164"])
    assert _in_order("impunity") == ["A/RES/66/164", "A/RES/58/178", "A/RES/62/152"]


def test_many_words_are_ranked_too() -> None:
    words = " ".join(f"word{number}" for number in range(30))
    _held("A/RES/58/178", words + " and much else" * 50)
    _held("A/RES/66/164", words)
    assert _in_order(words) == ["A/RES/66/164", "A/RES/58/178"]


def test_each_order_puts_the_undated_last_and_then_goes_by_symbol() -> None:
    citing = make.make_paragraph(make.make_text(make.make_resolution("A/RES/1/1")), "Recalls it;")
    for symbol, day in (("A/RES/3/1", 3), ("A/RES/2/1", 3), ("A/RES/5/1", 5), ("A/RES/4/1", None)):
        adopted_on = date(2011, 12, day) if day else None
        row = make.make_resolution(symbol, title="Impunity", adopted_on=adopted_on)
        if symbol == "A/RES/5/1":
            make.make_citation(citing, "it", row)
    orders = {sort: [one[6] for one in _in_order("impunity", sort=sort)] for sort in Sort}
    assert orders == {
        Sort.RELEVANCE: ["5", "2", "3", "4"],
        Sort.NEWEST: ["5", "2", "3", "4"],
        Sort.OLDEST: ["2", "3", "5", "4"],
        Sort.MOST_RECALLED: ["5", "2", "3", "4"],
    }


@pytest.mark.parametrize("typed", ["", "-zebra", "the of"])
def test_where_nothing_can_be_relevant_the_newest_come_first(typed: str) -> None:
    for year in (2005, 2011, 2009):
        make.adopted(f"A/RES/{year - 1945}/1", year)
    assert _in_order(typed) == ["A/RES/66/1", "A/RES/64/1", "A/RES/60/1"]


@pytest.mark.parametrize("typed", ["impunity", '"face much impunity"'])
def test_every_page_is_reached_and_nothing_is_on_two(
    typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 13):
        title = "They face much impunity" if number % 3 == 0 else "Of something else"
        _held(f"A/RES/66/{number}", "They face much impunity;", title=title)
    monkeypatch.setattr(ranking, "MOST_RANKED", 6)
    pages = [_in_order(typed, first=first, last=first + 2) for first in range(0, 14, 2)]
    assert [len(page) for page in pages] == [2, 2, 2, 2, 2, 2, 0]
    together = [symbol for page in pages for symbol in page]
    assert len(set(together)) == 12
    assert {symbol.rpartition("/")[2] for symbol in together[:4]} == {"3", "6", "9", "12"}
    assert _in_order(typed) == together


def test_what_is_not_ranked_follows_by_how_often_it_is_recalled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    citing = make.make_paragraph(make.make_text(), "Recalls it;")
    for number in range(1, 6):
        row = _held(f"A/RES/66/{number}", "Impunity; " * (6 - number))
        if number > 3:
            make.make_citation(citing, "it", row)
    monkeypatch.setattr(ranking, "MOST_RANKED", 2)
    assert _in_order("impunity") == [f"A/RES/66/{number}" for number in (4, 5, 1, 2, 3)]


@pytest.mark.parametrize("typed", ["impunity", '"condemn much impunity"'])
@pytest.mark.parametrize("most_ranked", [3, 8, 500])
def test_what_is_often_recalled_stands_where_it_would_without_its_key(
    typed: str, most_ranked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "MOST_RANKED", most_ranked)
    rows = [_held(f"A/RES/66/{number}", "They condemn much impunity;") for number in range(1, 11)]
    make.make_resolution("A/RES/66/99", title="They condemn much impunity")
    for number, row in enumerate(rows):
        for _ in range(number % 4):
            citing = make.make_paragraph(make.make_text(title=""), "Recalls it;")
            make.make_citation(citing, "it", row)
    expected = _in_order(typed)
    assert len(expected) == 11
    for often in (1, 3):
        monkeypatch.setitem(catalogue._RULES, "often", often)
        monkeypatch.setattr(matching, "OFTEN_RECALLED", often)
        catalogue.catalogue_everything()
        assert _in_order(typed) == expected
        assert [_in_order(typed, first=nth, last=nth + 1) for nth in range(11)] == [
            [symbol] for symbol in expected
        ]


def test_what_follows_is_not_looked_for_where_titles_fill_the_page() -> None:
    for number in range(1, 4):
        _held(f"A/RES/66/{number}", "Impunity;", title="Impunity")
        _held(f"A/RES/67/{number}", "Impunity;")
    assert not _looks_past_titles("impunity", last=3)
    assert _looks_past_titles("impunity", last=4)


def _looks_past_titles(typed: str, *, last: int) -> bool:
    """Whether the cards that do not say it in the title are read, as the database explains it."""
    sql, values = ranking._candidates(_search(typed), most=500, last=last)
    asked = f"{sql} SELECT * FROM candidate", values
    with at_most(5):
        lines = [line for (line,) in answered(framed(asked, ("EXPLAIN ANALYZE ", "")))]
    scans = [line for line in lines if " on archive_cataloguecard" in line]
    assert len(scans) == 3
    return any("never executed" not in line for line in scans[1:])


def test_a_page_takes_one_query_and_a_list_that_runs_on_after_the_ranked_two(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    search = _search("impunity")
    with django_assert_num_queries(1):
        in_order(search, first=20, last=40)
    with django_assert_num_queries(1):
        in_order(search, first=1000, last=1020)
    with django_assert_num_queries(2):
        in_order(search, last=10_000)
    newest = _search("impunity", sort=Sort.NEWEST)
    with django_assert_num_queries(1):
        in_order(newest, last=10_000)


def test_words_sought_in_one_part_are_found_in_no_other() -> None:
    _held("A/RES/62/152", "Impunity;")
    _held("A/RES/66/164", "Impunity;", title="Impunity")
    keys = in_order(_search("impunity", parts=(Part.TITLE,)), last=20)
    assert keys == [Resolution.objects.get(symbol="A/RES/66/164").pk]
