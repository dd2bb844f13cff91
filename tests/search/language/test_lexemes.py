"""What is asked is found through the keys of cards that ingestion writes, and through wordings."""

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from archive.ingest.catalogue import catalogue
from archive.models import CatalogueCard, Footnote, Paragraph, Resolution
from archive.search.form.params import Part
from archive.search.language.lexemes import Asked, ask
from archive.search.language.query import Query
from tests.factories import (
    make_citation,
    make_footnote,
    make_paragraph,
    make_resolution,
    make_text,
)

pytestmark = pytest.mark.django_db

PREAMBULAR, ANNEX = Paragraph.Kind.PREAMBULAR, Paragraph.Kind.ANNEX


def asked(typed: str) -> Asked:
    return ask(Query.read(typed))


def found(typed: str, *parts: Part) -> set[str]:
    """The symbols of the cards that have the keys."""
    return _symbols(asked(typed).keys(parts))


def _symbols(keys: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT symbol FROM archive_cataloguecard WHERE keys @@ %s::tsquery", [keys])
        return {symbol for (symbol,) in cursor}


def wordings(typed: str) -> set[str]:
    """The wordings of the paragraphs and notes that have what is asked."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT wording FROM archive_paragraph WHERE search_vector @@ %(asked)s::tsquery
            UNION
            SELECT wording FROM archive_footnote WHERE search_vector @@ %(asked)s::tsquery
            """,
            {"asked": asked(typed).wording()},
        )
        return {wording for (wording,) in cursor}


@pytest.fixture
def archive() -> Resolution:
    """Resolution 66/164, which says a little in every part, and 53/144, of which it says more."""
    cited = make_resolution("A/RES/53/144", title="Declaration on human rights defenders")
    text = make_text(make_resolution("A/RES/66/164", title="Promotion of the Declaration"))
    recalling = make_paragraph(text, "Recalling its resolution 53/144 on peace", kind=PREAMBULAR)
    make_citation(recalling, "resolution 53/144", cited)
    operative = make_paragraph(
        text, "Urges States to end gender-based violence and threats to freedom of expression"
    )
    make_paragraph(text, "The annexed co-operation programme", kind=ANNEX, label="1.")
    make_footnote(operative, "See E/CN.4/2001/94, pursuant to resolution 1325 (2000)")
    return text.resolution


HERE = {"A/RES/66/164"}
FOUND = [
    "urging",
    "Violence THREAT",
    "gender-based violence",
    "gender based violence",
    '"gender-based violence"',
    '"gender based violence"',
    '"the gender-based violence and"',
    '"freedom of expression"',
    '"freedom for expression"',
    "journalists OR threats",
    "threats -journalists",
    'threats -"gender violence"',
    'threats -"threats violence"',
    "threat* expres* urg*",
    '"gender-bas*"',
    '"based viol*"',
    "co-operation",
    "cooperation",
    "cooperative program",
    "53/144",
    "resolution 53/144",
    "General Assembly resolution 53/144 threats",
    "A/RES/53/144 threats",
    "E/CN.4/2001/94",
    "e/cn.4/2001/94 1325 (2000)",
    "S/RES/1325(2000)",
    "expressión thréats",
    "threats & the ( “",
    "66/164",
    "A/RES/66/164 violence",
    "promotion violence",
    "threats OR -threats",
]
NOT_FOUND = [
    "journalists",
    '"gender violence"',
    '"violence gender-based"',
    '"freedom expression"',
    '"freedom and of the expression"',
    '"violence declaration"',
    "threats -violence",
    'threats -"freedom of expression"',
    "threats -53/144",
    "threats -coop*",
    "A/HRC/RES/53/144",
    "threats journalists OR peace attacks",
    "express*ing journal*",
    "-threats",
    "threats -E/CN.4/2001/94",
    "144",
]


@pytest.mark.usefixtures("spellings")
@pytest.mark.parametrize("typed", FOUND)
def test_a_card_is_found_by(archive: Resolution, typed: str) -> None:
    assert archive.symbol in found(typed)


@pytest.mark.usefixtures("spellings")
@pytest.mark.parametrize("typed", NOT_FOUND)
def test_a_card_is_not_found_by(archive: Resolution, typed: str) -> None:
    assert archive.symbol not in found(typed)


IN_PARTS = {
    "promotion": {Part.TITLE},
    "peace": {Part.PREAMBULAR},
    "violence": {Part.OPERATIVE},
    '"gender-based violence"': {Part.OPERATIVE},
    "viol*": {Part.OPERATIVE},
    "cooperation": {Part.ANNEX},
    "pursuant": {Part.FOOTNOTES},
    "declaration": {Part.TITLE},
    "resolution": {Part.PREAMBULAR, Part.FOOTNOTES},
    "53/144": {Part.PREAMBULAR},
    "A/RES/53/144": {Part.PREAMBULAR},
    "E/CN.4/2001/94": {Part.FOOTNOTES},
    "peace violence": set(),
}


@pytest.mark.usefixtures("spellings")
@pytest.mark.parametrize("typed", IN_PARTS)
def test_a_card_is_found_in_the_parts_that_say_it(archive: Resolution, typed: str) -> None:
    parts = {part for part in Part if archive.symbol in found(typed, part)}
    assert parts == IN_PARTS[typed]


def test_of_several_parts_each_term_may_stand_in_any(archive: Resolution) -> None:
    assert found("peace violence", Part.PREAMBULAR, Part.OPERATIVE) == {archive.symbol}


def test_a_search_that_only_excludes_finds_every_other_card(archive: Resolution) -> None:
    other = make_resolution("A/RES/66/165", title="Impunity")
    assert found("-violence") == {"A/RES/53/144", other.symbol}
    assert found('-impunity -"gender-based violence"') == {"A/RES/53/144", archive.symbol}
    assert asked('-"end gender violence"').needs_verifying


def test_a_symbol_finds_the_resolution_itself_beside_those_that_cite_it(
    archive: Resolution,
) -> None:
    assert found("53/144") == {"A/RES/53/144", archive.symbol}
    assert found("53/144 defenders") == {"A/RES/53/144"}


@pytest.mark.usefixtures("spellings")
@pytest.mark.parametrize(
    ("typed", "wording"),
    [
        ("53/144", "Recalling its resolution 53/144 on peace"),
        ('"freedom of expression" -women', "Urges States"),
        ('"end gender-based violence and threats"', "Urges States"),
        ("cooper*", "The annexed"),
        ("pursuant OR nothing", "See E/CN.4/2001/94"),
    ],
)
@pytest.mark.usefixtures("archive")
def test_a_wording_is_found_by(typed: str, wording: str) -> None:
    (only,) = wordings(typed)
    assert only.startswith(wording)


@pytest.mark.usefixtures("archive")
def test_wordings_that_do_not_say_a_word_are_those_that_are_left() -> None:
    every = {*Paragraph.objects.values_list("wording", flat=True)}
    every |= {*Footnote.objects.values_list("wording", flat=True)}
    assert wordings("-peace") == {one for one in every if "peace" not in one}


def test_a_phrase_of_three_words_is_asked_by_its_pairs_and_says_so() -> None:
    text = make_text()
    make_paragraph(text, "human rights matter")
    make_paragraph(text, "rights defenders matter")
    query = asked('"human rights defenders"')
    assert _symbols(query.keys()) == {text.resolution.symbol}
    assert query.needs_verifying
    (phrase,) = query.long_phrases
    assert (phrase.wording, phrase.is_excluded) == (query.wording(), False)
    assert wordings('"human rights defenders"') == set()


@pytest.mark.parametrize(
    "typed", ["human rights defenders", '"human rights"', "gender-based", "66/164 2200 A (XXI)"]
)
def test_words_pairs_and_symbols_need_no_verifying(typed: str) -> None:
    assert not asked(typed).needs_verifying


def test_words_farther_apart_than_keys_go_are_asked_one_by_one() -> None:
    text = make_text()
    make_paragraph(text, "rights of the and of the and of the defenders")
    typed = '"rights of the and of the and of the defenders"'
    assert asked(typed).needs_verifying
    assert found(typed) == {text.resolution.symbol}
    assert len(wordings(typed)) == 1
    assert found('"defenders of the and of the and of the rights"', Part.TITLE) == set()


def test_an_excluded_phrase_of_three_words_takes_no_card_away_by_its_pairs() -> None:
    text = make_text()
    make_paragraph(text, "human rights matter")
    make_paragraph(text, "rights defenders matter")
    typed = 'matter -"human rights defenders"'
    assert found(typed) == {text.resolution.symbol}
    assert [phrase.is_excluded for phrase in asked(typed).long_phrases] == [True]


def test_words_that_begin_alike_are_found_whatever_their_stems() -> None:
    resolution = make_resolution(title="International organizations recognize countries")
    for typed in ("organiza*", "organiz*", "organizations*", "recogni*", "countries*", "countr*"):
        assert found(typed) == {resolution.symbol}, typed
    assert found("organizationz*") == set()


@pytest.mark.usefixtures("spellings")
def test_a_compound_is_not_found_by_what_is_left_of_it_without_a_word_that_is_passed_over() -> None:
    follow = make_resolution(title="Follow the well")
    follow_up = make_resolution(title="Follow-up of well-being")
    whole = {follow_up.symbol}
    assert found("follow-up") == found("followup") == found("wellbeing") == whole
    assert found('"follow-up of well-being"') == found("well-being*") == whole
    assert found("follow") == found("well") == {follow.symbol, follow_up.symbol}


def test_a_beginning_may_be_a_word_that_is_passed_over() -> None:
    resolution = make_resolution(title="A theoretical question")
    assert found("the*") == {resolution.symbol}
    assert found('"a the*"') == {resolution.symbol}


def test_everything_is_asked_of_the_database_at_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        asked('threats "human rights" OR defend* -53/144')
    with django_assert_num_queries(0):
        asked("&")


def test_alternatives_exclusions_and_terms_can_be_taken_apart() -> None:
    whole = asked('a1 -"b1 b2 b3" OR 53/144 c1')
    first, second = whole.alternatives
    assert first.query == Query.read('a1 -"b1 b2 b3"')
    assert whole.keys() == f"({first.keys()} | {second.keys()})"
    assert whole.without_exclusions.keys() == asked("a1 OR 53/144 c1").keys()
    assert not whole.without_exclusions.needs_verifying
    assert whole.symbols[0] == "A/RES/53/144"
    assert asked("-53/144").symbols == ()
    assert asked("-a1").without_exclusions.keys() == "'=':*"


def test_any_word_is_every_lexeme_sought_and_any_term_every_phrase_whole() -> None:
    query = asked('threats "human rights" -women OR gender-based')
    assert query.any_word() == "('threat' | 'human' | 'right' | 'gender' | 'base' | 'gender-bas')"
    assert query.any_term() == (
        "('threat' | ('human' <1> 'right') | (('gender' <1> 'base') | 'gender-bas'))"
    )


def test_a_card_of_more_pairs_than_a_vector_holds_is_still_found_by_its_words() -> None:
    resolution = make_resolution(title="x" * 1_000 + " " + "y" * 1_040)
    catalogue([resolution.pk])
    assert CatalogueCard.objects.filter(symbol=resolution.symbol).exists()
    assert found(f'"{"x" * 1_000} {"y" * 1_040}"') == {resolution.symbol}
