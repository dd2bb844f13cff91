"""A resolution's best paragraphs and notes, with their hits, from one database query."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.models import Resolution, Text
from archive.search.excerpts.fragments import MARK_BEGINS, MARK_ENDS, Fragment
from archive.search.excerpts.snippets import (
    MOST_MORE_PLACES,
    MOST_SNIPPETS,
    NOTHING_SAID,
    Said,
    ask_said_by,
)
from archive.search.form.params import Part, SearchParams
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches.matching import Search
from tests import factories as make

pytestmark = pytest.mark.django_db


def _text(*paragraphs: str, title: str = "Promotion of the Declaration") -> Text:
    text = make.make_text(make.make_resolution(title=title))
    for wording in paragraphs:
        make.make_paragraph(text, wording)
    return text


def _search(typed: str, **narrowing: Any) -> Search:
    return Search.of(SearchParams(q=typed, **narrowing), ask(Query.read(typed)))


def _said(text: Text, typed: str, **narrowing: Any) -> Said:
    key = text.resolution.pk
    return ask_said_by(_search(typed, **narrowing), [key])().get(key, NOTHING_SAID)


def _shown(fragments: tuple[Fragment, ...]) -> str:
    return "".join(f"[{part.text}]" if part.is_hit else part.text for part in fragments)


def _snippets(text: Text, typed: str, **narrowing: Any) -> list[tuple[str, str]]:
    said = _said(text, typed, **narrowing)
    return [(part.anchor, _shown(part.fragments)) for part in said.snippets]


def test_a_paragraph_that_says_all_comes_before_those_that_say_a_part() -> None:
    text = _text("Impunity;", "Other words;", "Violence;", "Violence and impunity;")
    assert _snippets(text, "violence impunity") == [
        ("op4", "[Violence] and [impunity];"),
        ("op1", "[Impunity];"),
        ("op3", "[Violence];"),
    ]


def test_all_that_is_sought_counts_more_than_a_part_of_it_many_times() -> None:
    text = _text("Attacks and violence; " * 9, "Attacks, violence and impunity;")
    anchors = [anchor for anchor, _ in _snippets(text, "attacks violence impunity")]
    assert anchors == ["op2", "op1"]


def test_at_most_three_places_are_shown() -> None:
    text = _text(*["Impunity;"] * 9)
    assert [anchor for anchor, _ in _snippets(text, "impunity")] == ["op1", "op2", "op3"]
    assert MOST_SNIPPETS == 3


def test_of_a_phrase_only_whole_ones_are_shown_where_there_is_one() -> None:
    text = _text("Human rights;", "Rights of human beings;", "Human rights defenders;")
    assert _snippets(text, '"human rights defenders"') == [("op3", "[Human rights defenders];")]


def test_a_phrase_that_runs_on_into_the_next_paragraph_still_has_its_places() -> None:
    text = _text("Stresses the protection of human", "rights defenders;")
    assert _snippets(text, '"human rights defenders"') == [
        ("op2", "[rights] [defenders];"),
        ("op1", "Stresses the protection of [human]"),
    ]


def test_only_texts_in_english_are_shown() -> None:
    text = _text("Impunity;")
    make.make_paragraph(make.make_text(text.resolution, language="fr"), "Impunity, en anglais;")
    assert _snippets(text, "impunity") == [("op1", "[Impunity];")]


def test_words_across_paragraphs_show_each_its_own() -> None:
    text = _text("Violence;", "Nothing of it;", "Impunity;")
    assert _snippets(text, "impunity violence") == [
        ("op1", "[Violence];"),
        ("op3", "[Impunity];"),
    ]


def test_places_are_named_as_readers_write_them() -> None:
    text = _text()
    preambular = make.make_paragraph(text, "Noting impunity,", kind="preambular")
    operative = make.make_paragraph(text, "Urges States:")
    make.make_sub_paragraph(operative, "a", "To end impunity;")
    make.make_footnote(preambular, "Of impunity.", number="7")
    assert {(part.place, part.anchor) for part in _said(text, "impunity").snippets} == {
        ("pp 1", "pp1"),
        ("op. 1 (a)", "op1-a"),
        ("note 7", "fn7"),
    }


def test_what_is_excluded_is_never_a_hit() -> None:
    text = _text("Impunity of women;")
    assert _snippets(text, "impunity OR (states -women)") == [("op1", "[Impunity] of women;")]


def test_a_place_that_cites_a_symbol_is_shown_whatever_its_words() -> None:
    text = _text("Recalls the reports;", "E/CN.4/2002/106 is;", "So is E/CN.4/2002/106/Add.1;")
    note = make.make_footnote(text.paragraphs.get(anchor="op1"), "E/CN.4/2002/106 and Add.1.")
    make.make_citation(note, "Add.1", "E/CN.4/2002/106/Add.1")
    said = _said(text, '"E/CN.4/2002/106/Add.1"')
    assert [(part.anchor, _shown(part.fragments)) for part in said.snippets] == [
        ("op3", "So is [E/CN.4/2002/106/Add.1];"),
        ("fn1", "E/CN.4/2002/106 and [Add.1]."),
    ]


def test_marks_of_our_own_in_a_text_mark_nothing() -> None:
    text = _text(f"{MARK_BEGINS}Impurity{MARK_ENDS} and impunity{MARK_BEGINS};")
    assert _snippets(text, "impunity") == [("op1", "Impurity and [impunity];")]


def test_a_hostile_text_stays_text() -> None:
    hostile = '<script>alert("x")</script> & &lt;b&gt; <mark>, StopSel="x" impunity <b>;'
    assert _snippets(_text(hostile), "impunity") == [
        ("op1", hostile.replace("impunity", "[impunity]"))
    ]


def test_one_query_serves_any_number_of_resolutions(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    texts = [_text("Impunity;") for _ in range(5)]
    other = _text("Impunity;")
    search = _search("impunity")
    keys = [text.resolution.pk for text in texts]
    with django_assert_num_queries(1):
        said = ask_said_by(search, keys)()
    assert {key: len(part.snippets) for key, part in said.items()} == dict.fromkeys(keys, 1)
    assert other.resolution.pk not in said


def test_a_resolution_that_is_not_held_has_no_places() -> None:
    resolution: Resolution = make.make_resolution(title="Impunity")
    assert ask_said_by(_search("impunity"), [resolution.pk])() == {}


def test_further_places_follow_in_reading_order_as_many_as_a_reader_looks_through() -> None:
    text = _text(*[f"Impunity {'of some sort ' * number};" for number in reversed(range(13))])
    make.make_footnote(text.paragraphs.get(anchor="op2"), "Of impunity.")
    said = _said(text, "impunity")
    assert [part.anchor for part in said.snippets] == ["op13", "op12", "op11"]
    assert [spot.place for spot in said.more_places] == [
        *[f"op. {number}" for number in range(1, 11)],
        "note 1",
    ]
    assert [spot.anchor for spot in said.more_places][-1] == "fn1"
    assert said.more_count == 11
    many = _said(_text(*["Impunity;"] * (MOST_SNIPPETS + MOST_MORE_PLACES + 2)), "impunity")
    assert len(many.more_places) == MOST_MORE_PLACES
    assert many.more_count == MOST_MORE_PLACES + 2


def test_a_number_that_counts_through_its_levels_is_a_place_by_itself() -> None:
    text = _text()
    parent = make.make_paragraph(text, "Decides:", number=4, label="4.", anchor="op4")
    make.make_paragraph(
        text, "To end impunity;", parent=parent, number=None, label="4.1", anchor="op4-1"
    )
    assert [part.place for part in _said(text, "impunity").snippets] == ["op. 4.1"]


# -- What is marked ----------------------------------------------------------------------------


@pytest.mark.usefixtures("spellings")
@pytest.mark.parametrize(
    ("wording", "typed", "shown"),
    [
        ("Defends defenders;", "defending", "[Defends] [defenders];"),
        ("Impunity;", "impun*", "[Impunity];"),
        ("Le mémoire;", "memoire", "Le [mémoire];"),
        ("Le memoire;", "mémoire", "Le [memoire];"),
        ("On counter-terrorism;", "counterterrorism", "On [counter-terrorism];"),
        ("On counter-terrorism;", "counter-terrorism", "On [counter-terrorism];"),
        ("On counterterrorism;", "counter-terrorism", "On [counterterrorism];"),
        ("On counter-terrorism laws;", '"counterterrorism law"', "On [counter-terrorism laws];"),
        ("On organisations;", "organization", "On [organisations];"),
        ("On the defence of it;", '"defense of it"', "On the [defence of it];"),
        ("Of gender-based acts;", "gender", "Of [gender]-based acts;"),
        ("Rights of the child;", '"rights of the child"', "[Rights of the child];"),
        ("In resolution 66/163 it;", "66/163", "In resolution [66/163] it;"),
        ("In resolution 217 A (III) it;", "217A(III)", "In resolution [217 A (III)] it;"),
    ],
)
def test_what_was_found_is_marked(wording: str, typed: str, shown: str) -> None:
    assert [words for _, words in _snippets(_text(wording), typed)] == [shown]


# -- Where filters narrow the search -----------------------------------------------------------


def _opened() -> Text:
    text = _text()
    make.make_paragraph(text, "Noting impunity,", kind="preambular", opening="Noting", form="note")
    make.make_paragraph(text, "Urges an end of impunity;", opening="Urges", form="urge")
    cited = make.make_paragraph(text, "Recalls 53/144;", opening="Recalls", form="recall")
    make.make_citation(cited, "53/144", "A/RES/53/144")
    make.make_footnote(cited, "Of impunity.")
    return text


def test_places_are_those_that_pass_the_filters() -> None:
    text = _opened()
    preambular, notes = (Part.PREAMBULAR,), (Part.FOOTNOTES, Part.TITLE)
    assert [anchor for anchor, _ in _snippets(text, "impunity")] == ["pp1", "op1", "fn1"]
    assert [anchor for anchor, _ in _snippets(text, "impunity", parts=preambular)] == ["pp1"]
    assert [anchor for anchor, _ in _snippets(text, "impunity", parts=notes)] == ["fn1"]
    assert [anchor for anchor, _ in _snippets(text, "impunity", openings=("urge",))] == ["op1"]


def test_where_no_place_passes_those_with_the_words_come_first_then_those_that_pass() -> None:
    assert _snippets(_opened(), "impunity", cites=("A/RES/53/144",)) == [
        ("pp1", "Noting [impunity],"),
        ("op1", "Urges an end of [impunity];"),
        ("fn1", "Of [impunity]."),
    ]
    assert _snippets(_opened(), "urges", cites=("A/RES/53/144",)) == [
        ("op1", "[Urges] an end of impunity;"),
        ("op2", "Recalls [53/144];"),
    ]


def test_without_words_the_places_are_what_the_filters_are_about() -> None:
    text = _opened()
    assert _snippets(text, "", openings=("urge", "note")) == [
        ("pp1", "Noting impunity,"),
        ("op1", "Urges an end of impunity;"),
    ]
    assert _snippets(text, "", cites=("A/RES/53/144",)) == [("op2", "Recalls [53/144];")]
    assert _snippets(text, "", held=True) == []


def test_what_a_note_cites_is_marked_in_the_note_alone() -> None:
    text = _text("Recalls impunity, the report and more;")
    note = make.make_footnote(text.paragraphs.get(), "See 53/144 on impunity.")
    make.make_citation(note, "53/144", "A/RES/53/144")
    assert _snippets(text, "A/RES/53/144 OR impunity") == [
        ("op1", "Recalls [impunity], the report and more;"),
        ("fn1", "See [53/144] on [impunity]."),
    ]


def test_where_only_titles_are_looked_at_there_are_no_places() -> None:
    said = _said(_text("Impunity;", title="Impunity"), "impunity", parts=(Part.TITLE,))
    assert (said.snippets, said.more_count) == ((), 0)
