"""All that is sought must be said in one resolution, and every filter must let it pass."""

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.models import Paragraph, Resolution
from archive.parsing.symbols import Organ
from archive.search.form.params import Part, SearchParams
from archive.search.form.periods import Period
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches import verification
from archive.search.matches.matching import Search, cards, said_in_title
from archive.search.matches.statements import Statement, answered
from tests import factories as make

pytestmark = pytest.mark.django_db


def _search(typed: str = "", **narrowing: Any) -> Search:
    return Search.of(SearchParams(q=typed, **narrowing), ask(Query.read(typed)))


def _found(typed: str = "", *, without: str = "", **narrowing: Any) -> set[str]:
    return set(_symbols(cards(_search(typed, **narrowing), without=without)))


def _symbols(found: Statement) -> list[str]:
    sql, values = found
    return [symbol for (symbol,) in answered((f"SELECT symbol FROM {sql}", values))]


def _held(symbol: str, *paragraphs: str, title: str = "Promotion of the Declaration") -> Resolution:
    resolution = make.make_resolution(symbol, title=title)
    text = make.make_text(resolution)
    for wording in paragraphs:
        make.make_paragraph(text, wording)
    return resolution


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
    "gender-",
    "counter-terrorism",
    "counterterrorism",
    '"counter-terrorism laws"',
    '"counterterrorism laws"',
    "terrorism",
    "non-State",
    '"non-State actors"',
    "66/164",
    "66/164 violence",
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
    "viol*",
    '"gender-based viol*"',
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
    'violence -"violence, counter-terrorism laws of effect"',
    "-zebra",
    "violence, rights",
]

NOT_SAID = [
    "zebra",
    "violence zebra",
    '"violence gender-based"',
    '"violence based"',
    '"rights for the child child"',
    '"gender-based violence laws"',
    "66/165",
    "E/CN.4/2002/106/Add.2",
    "violence -gender",
    'violence -"gender-based violence"',
    'violence -"cases of gender-based violence"',
    "zebra OR giraffe",
    "violence -rights OR zebra",
    "-violence",
]


@pytest.mark.usefixtures("spellings")
def test_a_text_is_found_by_what_it_says() -> None:
    _held("A/RES/66/163", *TEXT)
    assert [typed for typed in SAID if _found(typed) != {"A/RES/66/163"}] == []


def test_a_text_is_not_found_by_what_it_does_not_say() -> None:
    _held("A/RES/66/163", *TEXT)
    assert [typed for typed in NOT_SAID if _found(typed)] == []


def test_words_may_stand_in_different_paragraphs_and_notes_of_one_text_but_not_of_two() -> None:
    both = make.make_paragraph(make.make_text(make.make_resolution("A/RES/62/152")), "Impunity;")
    make.make_footnote(both, "See the Declaration.")
    _held("A/RES/66/164", "Impunity;", title="Of something else")
    _held("A/RES/58/178", "See the Declaration.", title="Of something else")
    assert _found("impunity declaration") == {"A/RES/62/152"}


def test_the_words_of_a_phrase_stand_in_one_paragraph() -> None:
    _held("A/RES/62/152", "Human rights", "defenders and their families;")
    _held("A/RES/66/164", "Human rights defenders and their families;")
    for phrase in ("rights defenders", "human rights defenders", "rights defenders and families"):
        assert _found(f'"{phrase}"') <= {"A/RES/66/164"}
    assert _found('"human rights defenders"') == {"A/RES/66/164"}


def test_a_phrase_whose_pairs_stand_apart_is_not_said() -> None:
    _held("A/RES/62/152", "Human rights;", "The rights defenders have;")
    _held("A/RES/66/164", "Human rights defenders;")
    assert _found('"human rights defenders"') == {"A/RES/66/164"}
    assert _found('-"human rights defenders"') == {"A/RES/62/152"}
    assert _found('"human rights defenders" OR zebra') == {"A/RES/66/164"}
    assert _found('zebra OR "human rights defenders" rights -zebra') == {"A/RES/66/164"}
    assert not _search('"human rights defenders"').is_about


def test_a_phrase_is_verified_in_the_part_it_is_sought_in() -> None:
    _held("A/RES/62/152", "Human rights;", title="Human rights defenders")
    _held("A/RES/66/164", "Human rights defenders;", title="Human rights")
    phrase = '"human rights defenders"'
    assert _found(phrase, parts=(Part.TITLE,)) == {"A/RES/62/152"}
    assert _found(phrase, parts=(Part.OPERATIVE,)) == {"A/RES/66/164"}
    assert _found(phrase, parts=(Part.TITLE, Part.OPERATIVE)) == {"A/RES/62/152", "A/RES/66/164"}
    assert _found(phrase, parts=(Part.TITLE,), without="parts") == {"A/RES/62/152", "A/RES/66/164"}


def test_where_too_many_have_the_pairs_of_a_phrase_the_count_is_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _held("A/RES/62/152", "Human rights;", "The rights defenders have;")
    _held("A/RES/66/164", "Human rights defenders;")
    monkeypatch.setattr(verification, "MOST_VERIFIED", 1)
    search = _search('"human rights defenders"')
    assert search.is_about
    assert len(_symbols(cards(search))) == 2


def test_a_phrase_is_verified_by_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    _held("A/RES/66/164", "Human rights defenders;")
    asked = ask(Query.read('"human rights defenders"'))
    with django_assert_num_queries(1):
        Search.of(SearchParams(), asked)
    with django_assert_num_queries(0):
        Search.of(SearchParams(), asked.alternatives[0].without(asked.query.terms[0]))


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


def test_who_cites_a_symbol_is_found_whatever_the_words() -> None:
    note = make.make_paragraph(make.make_text(make.make_resolution("A/RES/58/178")), "and Add.1;")
    make.make_citation(note, "Add.1", "E/CN.4/2002/106/Add.1")
    assert _found("E/CN.4/2002/106/Add.1") == {"A/RES/58/178"}
    assert _found("E/CN.4/2002/106/Add.1 title") == {"A/RES/58/178"}
    assert _found(cites=("E/CN.4/2002/106/Add.1",)) == {"A/RES/58/178"}


# -- Filters -----------------------------------------------------------------------------------


def _archive() -> None:
    """A resolution of each kind, with what tells it from the others."""
    ours = make.adopted("A/RES/66/164", 2011, title="On defenders")
    text = make.make_text(ours)
    paragraph = make.make_paragraph(
        text, "Urges 53/144;", opening="Urges", form="urge", kind=Paragraph.Kind.OPERATIVE
    )
    make.make_citation(paragraph, "53/144", "A/RES/53/144")
    make.make_paragraph(text, "Calls upon States;", opening="Calls upon", form="call upon")
    council = make.adopted("A/HRC/RES/13/13", 2010, title="On defenders")
    make.make_paragraph(make.make_text(council), "Urges it;", opening="Urges", form="urge")
    make.make_draft("A/C.3/66/L.46", title="On defenders", distributed_on=date(2011, 11, 1))
    make.make_resolution("A/RES/40/1", title="On defenders")


OURS, COUNCIL, DRAFT, UNDATED = "A/RES/66/164", "A/HRC/RES/13/13", "A/C.3/66/L.46", "A/RES/40/1"
FILTERS: list[tuple[str, dict[str, Any], set[str]]] = [
    ("organ", {"organ": Organ.HRC}, {COUNCIL}),
    ("session", {"session": "66"}, {OURS, DRAFT}),
    ("dates", {"since": Period.of_year(2011)}, {OURS, DRAFT}),
    ("dates", {"until": Period.of_year(2010)}, {COUNCIL}),
    ("dates", {"since": Period.read("2011-12-19"), "until": Period.read("2011-12-19")}, {OURS}),
    ("openings", {"openings": ("urge",)}, {OURS, COUNCIL}),
    ("openings", {"openings": ("call upon", "recall")}, {OURS}),
    ("cites", {"cites": ("A/RES/53/144",)}, {OURS}),
    ("cites", {"cites": ("A/RES/53/144", "A/RES/48/141")}, set()),
    ("stage", {"stage": Resolution.Stage.DRAFT}, {DRAFT}),
    ("held", {"held": True}, {OURS, COUNCIL}),
    ("held", {"held": False}, {DRAFT, UNDATED}),
]


def test_each_filter_narrows_and_can_be_left_out() -> None:
    _archive()
    for typed in ("", "defenders", "ON defenders -zebra", '"on the defenders"'):
        everything = _found(typed)
        for name, narrowing, expected in FILTERS:
            assert _found(typed, **narrowing) == expected & everything
            assert _found(typed, without=name, **narrowing) == everything


def test_filters_narrow_together_with_words() -> None:
    _archive()
    assert _found("defenders", organ=Organ.GA, held=True, openings=("urge",)) == {OURS}
    assert _found("zebra", organ=Organ.GA, without="q") == {OURS, DRAFT, UNDATED}


def test_a_verified_phrase_is_narrowed_too() -> None:
    _held("A/RES/66/164", "Human rights defenders;")
    text = make.make_text(make.make_resolution("A/HRC/RES/13/13"))
    paragraph = make.make_paragraph(
        text, "Urges human rights defenders, 53/144;", opening="Urges", form="urge"
    )
    make.make_citation(paragraph, "53/144", "A/RES/53/144")
    phrase = '"human rights defenders"'
    assert _found(phrase) == {"A/RES/66/164", "A/HRC/RES/13/13"}
    assert _found(phrase, openings=("urge", "recall")) == {"A/HRC/RES/13/13"}
    assert _found(phrase, cites=("A/RES/53/144",)) == {"A/HRC/RES/13/13"}
    assert _found(phrase, cites=("A/RES/53/144",), without="cites") == _found(phrase)
    assert _found(f"{phrase} zebra", openings=("urge",), without="q") == {"A/HRC/RES/13/13"}


def test_any_signs_in_a_filter_are_only_signs() -> None:
    _archive()
    for sign in ("'", "\\", "' | 'on", "*", "&", ":*"):
        assert _found(openings=(sign,)) == set()


@pytest.mark.parametrize("typed", ["defenders", '"human rights defenders"'])
def test_what_says_it_in_the_title_is_told_from_the_rest(typed: str) -> None:
    _held("A/RES/62/152", "Human rights;", title="Human rights defenders")
    _held("A/RES/66/164", "Human rights defenders;", title="Human rights")
    make.make_resolution("A/RES/68/181", title="Of something else")
    titled, often, rest = said_in_title(_search(typed))
    assert _symbols(titled) == ["A/RES/62/152"]
    assert _symbols(often) == []
    assert _symbols(rest) == ["A/RES/66/164"]
