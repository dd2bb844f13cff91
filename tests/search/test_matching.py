"""All that is sought must be said in one resolution, and the best answer comes first."""

import pytest

from archive.models import Resolution
from archive.search.matching import matching, ranked, without_stop_words
from archive.search.query import Query
from tests import factories as make

pytestmark = pytest.mark.django_db


def _held(symbol: str, *paragraphs: str, title: str = "Promotion of the Declaration") -> Resolution:
    resolution = make.make_resolution(symbol, title=title)
    text = make.make_text(resolution)
    for wording in paragraphs:
        make.make_paragraph(text, wording)
    return resolution


def _found(typed: str) -> set[str]:
    return {resolution.symbol for resolution in matching(Query.read(typed))}


def _in_order(typed: str) -> list[str]:
    query = Query.read(typed)
    return [resolution.symbol for resolution in ranked(matching(query), query)]


TEXT = (
    "Condemns cases of gender-based violence, counter-terrorism laws and the “chilling effect”",
    "Recalling resolution 66/164 of 19 December 2011, General Assembly resolution 217 A (III),",
    "and Security Council resolution 1325 (2000), resolution S-21/1, E/CN.4/2002/106/Add.1.",
    "non-State actors; rights of the child; women’s rights & freedoms; HIV/AIDS (2010–2015)",
)

SAID = [
    "violence",
    "VIOLENCE",
    "violences",
    "gender-based violence",
    "gender based violence",
    '"gender-based violence"',
    '"gender based violence"',
    '"cases of gender-based violence"',
    "“gender-based violence”",
    "‘gender-based violence’",
    "gender",
    "counter-terrorism",
    '"counter-terrorism laws"',
    "terrorism",
    "non-State",
    '"non-State actors"',
    "66/164",
    "66/164 violence",
    "A/RES/66/164 violence",
    '"A/RES/66/164"',
    "2200 violence OR 217A(III)",
    '"resolution 66/164"',
    "66/164.",
    "(66/164)",
    '"217 A (III)"',
    "217 III",
    '"1325 (2000)"',
    "S-21/1",
    "E/CN.4/2002/106/Add.1",
    "e/cn.4/2002/106/add.1 violence",
    '"chilling effect"',
    "“chilling effect”",
    '"rights of the child"',
    "rights of the child",
    "women's",
    "women’s rights",
    "rights & freedoms",
    "rights | freedoms",
    "violence!",
    "violence*",
    "violence:",
    "[violence] {rights} (child) <child>",
    'violence "',
    "violence '",
    "violence \\",
    '"violence\\"',
    "HIV/AIDS",
    "2010",
    "zebra OR violence",
    "violence -zebra",
    'violence -"violence of gender"',
    "violence, rights",
]

NOT_SAID = [
    "zebra",
    "violence zebra",
    '"violence gender-based"',
    '"violence based"',
    '"rights for the child child"',
    "66/165",
    "E/CN.4/2002/106/Add.2",
    "violence -gender",
    'violence -"gender-based violence"',
    "zebra OR giraffe",
    "violence -rights OR zebra",
]


@pytest.mark.parametrize("typed", SAID)
def test_a_text_is_found_by(typed: str) -> None:
    _held("A/RES/66/164", *TEXT)
    assert _found(typed) == {"A/RES/66/164"}


@pytest.mark.parametrize("typed", NOT_SAID)
def test_a_text_is_not_found_by(typed: str) -> None:
    _held("A/RES/66/164", *TEXT)
    assert _found(typed) == set()


def test_words_may_stand_in_different_paragraphs_and_notes_of_one_text_but_not_of_two() -> None:
    both = make.make_paragraph(make.make_text(make.make_resolution("A/RES/62/152")), "Impunity;")
    make.make_footnote(both, "See the Declaration.")
    _held("A/RES/66/164", "Impunity;", title="Of something else")
    _held("A/RES/58/178", "See the Declaration.", title="Of something else")
    assert _found("impunity declaration") == {"A/RES/62/152"}


def test_a_word_may_stand_in_a_title_that_the_file_does_not_print() -> None:
    resolution = make.make_resolution("A/RES/62/152", title="On defenders")
    make.make_paragraph(make.make_text(resolution, title=""), "Condemns impunity;")
    for typed in ("defenders", "impunity", "defenders impunity", '"on defenders" impunity'):
        assert _found(typed) == {"A/RES/62/152"}
    for typed in ("impunity -defenders", "defenders -impunity"):
        assert _found(typed) == set()


def test_a_resolution_that_is_not_held_is_found_by_its_title_alone() -> None:
    make.make_resolution("A/RES/53/144", title="Declaration on defenders")
    assert _found("defenders") == {"A/RES/53/144"}
    assert _found('"declaration on defenders" -impunity') == {"A/RES/53/144"}
    assert _found("defenders impunity") == set()


def test_only_texts_in_english_are_looked_at() -> None:
    resolution = _held("A/RES/66/164", "Condemns impunity;")
    french = make.make_text(resolution, language="fr", title="La promotion")
    make.make_paragraph(french, "Condamne les violations;")
    assert _found("impunity") == {"A/RES/66/164"}
    assert _found("violations") == set()
    query = Query.read("impunity")
    assert len(ranked(matching(query), query)) == 1


def test_who_cites_a_symbol_is_found_whatever_the_words() -> None:
    note = make.make_paragraph(make.make_text(make.make_resolution("A/RES/58/178")), "and Add.1;")
    make.make_citation(note, "Add.1", "E/CN.4/2002/106/Add.1")
    query = Query.read('"E/CN.4/2002/106/Add.1"')
    assert not matching(query)
    assert [found.symbol for found in matching(query, symbols=["E/CN.4/2002/106/Add.1"])] == [
        "A/RES/58/178"
    ]


def test_a_word_in_the_title_outranks_the_same_word_in_the_text() -> None:
    _held("A/RES/62/152", *["Defenders, defenders and defenders;"] * 9)
    _held("A/RES/66/164", "Something else;", title="A long title in which defenders are named once")
    make.make_resolution("A/RES/53/144", title="Of what is not held, and of defenders")
    assert _in_order("defenders")[-1] == "A/RES/62/152"
    assert set(_in_order("defenders")[:2]) == {"A/RES/66/164", "A/RES/53/144"}


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
    many = "a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12 a13"
    _held("A/RES/66/164", many)
    _held("A/RES/58/178", many, title=many)
    assert _in_order(many) == ["A/RES/58/178", "A/RES/66/164"]


def test_nearness_is_measured_for_few_words_only_since_its_time_outgrows_their_number() -> None:
    for typed, measured in (
        ("a1 a2 a3 a4 a5 a6 a7 a8", True),
        ("a1 a2 a3 a4 a5 a6 a7 a8 a9", False),
    ):
        query = Query.read(typed)
        assert ("ts_rank_cd" in str(ranked(matching(query), query).query)) is measured


def test_what_one_alternative_excludes_adds_nothing_to_the_rank_of_another() -> None:
    _held("A/RES/58/178", "Violence; zebra, zebra, zebra;")
    _held("A/RES/66/164", "Violence;")
    others = " OR ".join(f"a{number}" for number in range(9))
    assert _in_order(f"violence OR impunity -zebra OR {others}") == ["A/RES/66/164", "A/RES/58/178"]


def test_each_row_knows_whether_it_is_held_and_how_often_it_is_recalled() -> None:
    held = _held("A/RES/66/164", "Impunity;")
    make.make_resolution("A/RES/53/144", title="Impunity")
    make.make_citation(make.make_paragraph(make.make_text(), "Recalls it;"), "it", held)
    query = Query.read("impunity")
    rows = {row.symbol: (row.is_held, row.times_recalled) for row in ranked(matching(query), query)}
    assert rows == {"A/RES/66/164": (True, 1), "A/RES/53/144": (False, 0)}


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("the impunity of States", "impunity States"),
        ('"of the" impunity', "impunity"),
        ("the of", ""),
        ("-the impunity", "impunity"),
        ("the OR impunity", "impunity"),
        ('"rights of the child"', '"rights of the child"'),
    ],
)
def test_words_in_which_the_database_finds_nothing_are_left_out(typed: str, left: str) -> None:
    assert without_stop_words(Query.read(typed)) == Query.read(left)
