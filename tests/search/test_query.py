"""What was typed is read as words, phrases, alternatives and exclusions; reading never fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.parsing.spoken_symbols import spoken
from archive.search.query import Query, Term

PHRASE = Term("gender-based violence", is_phrase=True)

READ = {
    "impunity": [[Term("impunity")]],
    "impunity violence": [[Term("impunity"), Term("violence")]],
    "  impunity\t\nviolence  ": [[Term("impunity"), Term("violence")]],
    "gender-based": [[Term("gender-based")]],
    "66/164 impunity": [[Term("66/164"), Term("impunity")]],
    "A/RES/66/164 impunity": [[Term("66/164"), Term("impunity")]],
    "HRC/RES/13/13, impunity": [[Term("13/13"), Term("impunity")]],
    '"A/RES/66/164"': [[Term("66/164", is_phrase=True)]],
    "2200A(XXI) -a/65/53": [[Term("2200 A (XXI)"), Term("A/65/53", is_excluded=True)]],
    "2200(XXI) and/or": [[Term("2200(XXI)"), Term("and/or")]],
    '"gender-based violence"': [[PHRASE]],
    "“gender-based violence”": [[PHRASE]],
    "„gender-based violence“": [[PHRASE]],
    "«gender-based violence»": [[PHRASE]],
    "« gender-based violence »": [[PHRASE]],
    "‹gender-based violence›": [[PHRASE]],
    "‘gender-based violence’": [[PHRASE]],
    "'gender-based violence'": [[PHRASE]],
    '“gender-based violence"': [[PHRASE]],
    '"gender-based   violence "': [[PHRASE]],
    '"gender-based violence"impunity': [[PHRASE, Term("impunity")]],
    '"gender-based violence"-women': [[PHRASE, Term("women")]],
    "women's defenders’ rights": [[Term("women's"), Term("defenders’"), Term("rights")]],
    '"human rights': [[Term("human"), Term("rights")]],
    'human rights"': [[Term("human"), Term("rights")]],
    '5" "gender-based violence"': [[Term("5"), PHRASE]],
    "journalists OR lawyers": [[Term("journalists")], [Term("lawyers")]],
    "a b OR c d": [[Term("a"), Term("b")], [Term("c"), Term("d")]],
    "OR a OR OR b OR": [[Term("a")], [Term("b")]],
    "threats or attacks": [[Term("threats"), Term("or"), Term("attacks")]],
    '"OR" impunity': [[Term("OR", is_phrase=True), Term("impunity")]],
    "impunity -women": [[Term("impunity"), Term("women", is_excluded=True)]],
    'impunity -"of women"': [
        [Term("impunity"), Term("of women", is_phrase=True, is_excluded=True)]
    ],
    "impunity - women": [[Term("impunity"), Term("women")]],
    "impunity --women": [[Term("impunity"), Term("women", is_excluded=True)]],
    "impunity -OR women": [[Term("impunity"), Term("OR", is_excluded=True), Term("women")]],
    "rights & freedoms | ! (c) * : foo:*": [
        [Term("rights"), Term("freedoms"), Term("(c)"), Term("foo")]
    ],
    "impunity impunity": [[Term("impunity")]],
    "a OR a": [[Term("a")]],
}

NOTHING = ["", " ", '"', '""', "“", "'", "''", "-", "- -", "OR", "OR OR", "&|!*:()", "–", "_"]


@pytest.mark.parametrize("typed", READ)
def test_what_is_typed_is_read_as(typed: str) -> None:
    assert [list(terms) for terms in Query.read(typed).alternatives] == READ[typed]


@pytest.mark.parametrize("typed", NOTHING)
def test_signs_alone_ask_for_nothing(typed: str) -> None:
    assert Query.read(typed).alternatives == ()


@given(st.text(alphabet="ab \"'“”‘’«»-OR&|!*:()\\\0é\u00a0", max_size=80))
def test_reading_never_fails_and_no_term_can_end_its_own_quotation(typed: str) -> None:
    for term in Query.read(typed).terms:
        assert '"' not in term.words
        assert term.words == " ".join(term.words.split())
        assert any(sign.isalnum() for sign in term.words)


@pytest.mark.parametrize("signs", ["'a ", '"a ', "‘a ", "- ", '"', "« ", "a OR ", "'"])
def test_reading_takes_a_time_in_proportion_to_the_length(signs: str) -> None:
    assert Query.read(signs * 20_000).word_count <= 2


def test_the_database_is_asked_for_each_term_in_quotation_marks() -> None:
    query = Query.read('impunity "human rights" -women OR 66/164')
    assert query.websearch == '"impunity" "human rights" -"women" OR "66/164"'
    assert query.any_term == '"impunity" OR "human rights" OR "66/164"'
    assert query.any_word == '"impunity" OR "human" OR "rights" OR "66/164"'


@pytest.mark.parametrize(
    ("typed", "only_excludes"),
    [
        ("-impunity", True),
        ("violence OR -impunity", True),
        ("violence -impunity", False),
        ("", False),
    ],
)
def test_a_query_may_only_exclude(typed: str, *, only_excludes: bool) -> None:
    assert Query.read(typed).only_excludes is only_excludes


def test_words_are_counted_in_phrases_and_compounds_too() -> None:
    assert Query.read('impunity "human rights" gender-based -66/164').word_count == 7


def test_terms_can_be_left_out_and_alternatives_with_them() -> None:
    query = Query.read("the impunity OR the")
    assert query.without(lambda term: term.words == "the") == Query.read("impunity")


IN_WORDS = {
    "impunity": "impunity",
    '"human rights" impunity': "“human rights” and impunity",
    "threats attacks impunity": "threats, attacks and impunity",
    "journalists OR lawyers": "journalists or lawyers",
    "threats attacks OR impunity": "threats and attacks, or impunity",
    'impunity -women -"the press"': "impunity but not women or “the press”",
    " ".join("abcdefghijklmn"): "a, b, c, d, e, f, g, h, i, j, k, l and 2 more",
}


@pytest.mark.parametrize("typed", IN_WORDS)
def test_a_query_can_be_said_in_words(typed: str) -> None:
    assert Query.read(typed).in_words == IN_WORDS[typed]


def test_a_symbol_is_named_in_full_or_as_in_running_text() -> None:
    query = Query.naming(spoken("2200 B (XXI)"))
    assert query.websearch.startswith('"A/RES/2200B(XXI)" OR "2200 B (XXI)" OR "E/RES/2200B(XXI)"')
    assert Query.naming(spoken("E/CN.4/2001/94")).websearch == '"E/CN.4/2001/94"'
