"""Paragraphs and notes are found one by one, by three ways that agree with one another."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from archive.models import Footnote, Paragraph, Text
from archive.parsing.symbols import Organ
from archive.search.form.params import Part, SearchParams, View
from archive.search.form.periods import Period
from archive.search.language.keys import MOST_PASSED_OVER
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches import paragraphs
from archive.search.matches.counts import Certainty
from archive.search.matches.matching import Search
from archive.search.matches.paragraph_ranking import listed
from archive.search.matches.paragraphs import Way, hits, way_to
from archive.search.matches.patience import at_most
from archive.search.matches.statements import Statement, answered, framed
from tests import factories as make

pytestmark = pytest.mark.django_db


def _search(typed: str = "", **narrowing: Any) -> Search:
    params = SearchParams(q=typed, view=View.PARAGRAPHS, **narrowing)
    return Search.of(params, ask(Query.read(typed)))


def _found(typed: str = "", **narrowing: Any) -> set[str]:
    """The symbol and the anchor of each paragraph and note that is found."""
    found = listed(_search(typed, **narrowing), last=100)
    names = {_name(hit.is_note, hit.pk) for hit in found.hits}
    assert found.count.number == len(names) == len(found.hits)
    return names


def _name(is_note: bool, pk: int) -> str:  # noqa: FBT001 as a hit has it
    place = (Footnote if is_note else Paragraph).objects.get(pk=pk)
    return f"{place.text.resolution.symbol} {place.anchor}"


def _archive() -> Text:
    """Two texts; of the first, a paragraph of each part, and a note."""
    text = make.make_text(make.adopted("A/RES/66/164", 2011, title="Impunity"))
    make.make_paragraph(text, "Noting violence,", kind="preambular", opening="Noting", form="note")
    urged = make.make_paragraph(
        text, "Urges an end of impunity and violence, 53/144;", opening="Urges", form="urge"
    )
    make.make_citation(urged, "53/144", "A/RES/53/144")
    make.make_paragraph(text, "Impunity;", kind="annex", anchor="annex-1-p1", number=None)
    noted = make.make_footnote(urged, "On impunity, see 48/141.")
    make.make_citation(noted, "48/141", "A/RES/48/141")
    council = make.make_text(make.adopted("A/HRC/RES/13/13", 2010, title="Violence"))
    make.make_paragraph(council, "Violence of impunity;")
    make.make_paragraph(make.make_text(council.resolution, language="fr"), "Impunity;")
    return text


PP1, OP1, ANNEX, NOTE = (f"A/RES/66/164 {one}" for one in ("pp1", "op1", "annex-1-p1", "fn1"))
COUNCIL = "A/HRC/RES/13/13 op1"
FOUND: list[tuple[str, dict[str, Any], set[str]]] = [
    ("impunity", {}, {OP1, ANNEX, NOTE, COUNCIL}),
    ("impunity violence", {}, {OP1, COUNCIL}),
    ("impunity -violence", {}, {ANNEX, NOTE}),
    ("-violence", {}, {ANNEX, NOTE}),
    ("noting OR annex OR see", {}, {PP1, NOTE}),
    ('"violence of impunity"', {}, {COUNCIL}),
    ('"impunity and violence"', {}, {OP1}),
    ('impunity -"impunity and violence"', {}, {ANNEX, NOTE, COUNCIL}),
    ("viol*", {}, {PP1, OP1, COUNCIL}),
    ("A/RES/53/144", {}, {OP1}),
    ("48/141", {}, {NOTE}),
    ("impunity", {"parts": (Part.OPERATIVE,)}, {OP1, COUNCIL}),
    ("impunity", {"parts": (Part.ANNEX, Part.FOOTNOTES)}, {ANNEX, NOTE}),
    ("impunity", {"parts": (Part.TITLE, Part.FOOTNOTES)}, {NOTE}),
    ("impunity", {"parts": (Part.TITLE,)}, set()),
    ("impunity", {"organ": Organ.HRC}, {COUNCIL}),
    ("impunity", {"since": Period.of_year(2011)}, {OP1, ANNEX, NOTE}),
    ("impunity", {"openings": ("urge", "note")}, {OP1}),
    ("violence", {"openings": ("urge", "note")}, {PP1, OP1}),
    ("impunity", {"cites": ("A/RES/53/144",)}, {OP1}),
    ("", {"openings": ("urge", "note")}, {PP1, OP1}),
    ("", {"cites": ("A/RES/48/141",)}, {NOTE}),
    ("", {"parts": (Part.PREAMBULAR,)}, {PP1}),
    ("", {"organ": Organ.HRC}, {COUNCIL}),
    ("zebra", {}, set()),
]


@pytest.mark.parametrize("few_texts", [paragraphs.FEW_TEXTS, 0])
def test_what_is_found(few_texts: int, monkeypatch: pytest.MonkeyPatch) -> None:
    _archive()
    monkeypatch.setattr(paragraphs, "FEW_TEXTS", few_texts)
    for typed, narrowing, expected in FOUND:
        assert (typed, narrowing, _found(typed, **narrowing)) == (typed, narrowing, expected)


def test_within_a_phrase_no_other_word_stands_for_one_that_is_passed_over() -> None:
    text = make.make_text()
    for wording in (
        "The freedom of expression;",
        "The freedom to “express” and the freedom of an expression;",
        "The freedom, expression;",
        "The freedom from oppressive expression and “freedom of” mere expression;",
        "A freedom 12 expression, or freedom A/66/1 expression of freedom;",
    ):
        make.make_paragraph(text, wording)
    symbol = text.resolution.symbol
    assert _found('"freedom of expression"') == {f"{symbol} op1", f"{symbol} op2"}
    assert _found('"freedom by the expression"') == {f"{symbol} op2"}
    assert _found('freedom -"freedom of expression"') == {f"{symbol} op{nth}" for nth in (3, 4, 5)}


def test_of_a_phrase_with_very_many_words_passed_over_any_stand_for_the_last_of_them() -> None:
    text = make.make_text()
    many = [f"one{nth}" for nth in range(MOST_PASSED_OVER + 2)]
    said = " of ".join(many)
    make.make_paragraph(text, said)
    make.make_paragraph(text, " of ".join(many[:-1]) + f" xyz {many[-1]}")
    make.make_paragraph(text, said.replace("of", "xyz", 1))
    symbol = text.resolution.symbol
    assert _found(f'"{said}"') == {f"{symbol} op1", f"{symbol} op2"}


def test_each_way_is_taken_where_it_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    _archive()
    assert way_to(_search("impunity")) is Way.BY_TEXTS
    monkeypatch.setattr(paragraphs, "FEW_TEXTS", 1)
    assert way_to(_search("impunity")) is Way.BY_PLACES
    assert way_to(_search("-zebra")) is Way.BY_PLACES
    assert way_to(_search("noting")) is Way.BY_TEXTS
    assert way_to(_search('"violence of impunity" OR noting')) is Way.BY_TEXTS
    monkeypatch.setattr(paragraphs, "MOST_PLACES", 3)
    assert way_to(_search("impunity")) is Way.BY_TEXTS
    monkeypatch.setattr(paragraphs, "MOST_TEXTS", 1)
    assert way_to(_search("impunity")) is Way.BY_FIRST_TEXTS
    assert way_to(_search("impunity violence")) is Way.BY_PLACES
    assert way_to(_search("", since=Period.of_year(2000))) is Way.BY_FIRST_TEXTS


def test_the_index_is_not_asked_for_a_word_that_too_many_texts_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _archive()
    for name in ("FEW_TEXTS", "MOST_TEXTS", "MOST_PLACES"):
        monkeypatch.setattr(paragraphs, name, 1)
    assert not _asks_the_index(_search("impunity"))
    assert _asks_the_index(_search("impunity violence"))
    assert _asks_the_index(_search("impunity", parts=(Part.OPERATIVE,)))


def _asks_the_index(search: Search) -> bool:
    """Whether the way is looked for among paragraphs themselves, as the database explains it."""
    asked: list[Statement] = []

    def note(execute: Any, sql: str, values: list[Any], *more: Any) -> Any:
        asked.append((sql, values))
        return execute(sql, values, *more)

    with at_most(5), connection.execute_wrapper(note):
        way_to(search)
    with at_most(5):
        explained = answered(framed(asked[-1], ("EXPLAIN ANALYZE ", "")))
    plan = [line for (line,) in explained if "archive_paragraph" in line]
    assert len(plan) == 1
    return "never executed" not in plan[0]


def test_of_too_many_the_first_texts_are_looked_through_and_the_count_says_more_than(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = _archive()
    citing = make.make_paragraph(make.make_text(make.make_resolution("A/RES/70/1")), "Recalls it;")
    make.make_citation(citing, "it", text.resolution)
    for name in ("FEW_TEXTS", "MOST_TEXTS", "MOST_PLACES", "FIRST_TEXTS"):
        monkeypatch.setattr(paragraphs, name, 1)
    found = listed(_search("impunity"), last=20)
    assert (found.count.number, found.count.kind) == (3, Certainty.MORE_THAN)
    assert {_name(*hit) for hit in found.hits} == {OP1, ANNEX, NOTE}
    assert _found("impunity", organ=Organ.HRC) == {COUNCIL}


def test_drafts_are_counted_apart() -> None:
    draft = make.make_draft(distributed_on=date(2015, 11, 12))
    make.make_paragraph(make.make_text(draft), "Impunity;")
    _archive()
    count = listed(_search("impunity"), last=20).count
    assert (count.number, count.drafts, count.adopted) == (5, 1, 4)


@pytest.mark.parametrize("most", [None, 100])
def test_hits_are_a_relation_to_count_facets_by(most: int | None) -> None:
    _archive()
    rows = _rows(_search("impunity"), most=most)
    assert sorted((part, form, cited) for _, part, form, cited in rows) == [
        ("a", "", []),
        ("n", "", ["A/RES/48/141"]),
        ("o", "", []),
        ("o", "urge", ["A/RES/53/144"]),
    ]
    narrowed = _search("impunity", organ=Organ.GA, openings=("urge",), parts=(Part.OPERATIVE,))
    counts = {
        without: len(_rows(narrowed, without=without, most=most))
        for without in ("", "organ", "openings", "parts")
    }
    assert counts == {"": 1, "organ": 1, "openings": 1, "parts": 1}
    assert len(_rows(_search("impunity", organ=Organ.HRC), without="organ", most=most)) == 4
    assert len(_rows(_search("", openings=("urge",)), without="openings", most=most)) == 5


def _rows(search: Search, **options: Any) -> list[tuple[Any, ...]]:
    statement, values = hits(search, **options)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor)
