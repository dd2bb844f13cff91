"""What was typed is read as terms, alternatives and exclusions; reading never fails."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.search.language.leavings import Leaving, Why
from archive.search.language.query import MOST_TYPED, Kind, Query, Term

PHRASE = Term("gender-based violence", kind=Kind.PHRASE)

READ = {
    "impunity": [[Term("impunity")]],
    "impunity violence": [[Term("impunity"), Term("violence")]],
    "  impunity\t\nviolence  ": [[Term("impunity"), Term("violence")]],
    "gender-based": [[Term("gender-based")]],
    "gender\u2010based gender\u2011based gen\u00adder-based": [[Term("gender-based")]],
    "im\u200bpun\u202eity": [[Term("impunity")]],
    "cafe\u0301": [[Term("café")]],
    "2200(XXI) and/or": [[Term.naming("2200(XXI)"), Term("and/or")]],
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
    '"OR" impunity': [[Term("OR", kind=Kind.PHRASE), Term("impunity")]],
    "impunity -women": [[Term("impunity"), Term("women", is_excluded=True)]],
    "impunity \u2212women": [[Term("impunity"), Term("women", is_excluded=True)]],
    'impunity -"of women"': [
        [Term("impunity"), Term("of women", kind=Kind.PHRASE, is_excluded=True)]
    ],
    "impunity - women": [[Term("impunity"), Term("women")]],
    "impunity --women": [[Term("impunity"), Term("women", is_excluded=True)]],
    "impunity -OR women": [[Term("impunity"), Term("OR", is_excluded=True), Term("women")]],
    "rights & freedoms | ! (c) :": [[Term("rights"), Term("freedoms"), Term("(c)")]],
    "defend*": [[Term("defend", kind=Kind.PREFIX)]],
    "defend:*, -terror*": [
        [Term("defend", kind=Kind.PREFIX), Term("terror", kind=Kind.PREFIX, is_excluded=True)]
    ],
    '"human right*"': [[Term("human right", kind=Kind.PREFIX)]],
    "organi*ation": [[Term("organi", kind=Kind.PREFIX)]],
    "*impunity": [[Term("impunity")]],
    "impunity impunity": [[Term("impunity")]],
    "a OR a": [[Term("a")]],
}

NOTHING = ["", " ", '"', '""', "“", "'", "''", "-", "- -", "OR", "OR OR", "&|!*:()", "–", "_", "\0"]


@pytest.mark.parametrize("typed", READ)
def test_what_is_typed_is_read_as(typed: str) -> None:
    assert [list(terms) for terms in Query.read(typed).alternatives] == READ[typed]


@pytest.mark.parametrize("typed", NOTHING)
def test_signs_alone_ask_for_nothing(typed: str) -> None:
    assert Query.read(typed).alternatives == ()


NAMED = {
    "66/164 impunity": [["66/164", "impunity"]],
    "A/RES/66/164 impunity": [["A/RES/66/164", "impunity"]],
    "HRC/RES/13/13, impunity": [["HRC/RES/13/13", "impunity"]],
    '"A/RES/66/164" impunity': [["A/RES/66/164", "impunity"]],
    "impunity -66/164": [["impunity", "-66/164"]],
    "2200A(XXI) -a/65/53": [["2200A(XXI)", "-a/65/53"]],
    "in General Assembly resolution 53/144 and": [
        ["in", "General Assembly resolution 53/144", "and"]
    ],
    "threats 2200 A (XXI) attacks": [["threats", "2200 A (XXI)", "attacks"]],
    "S/RES/1325 (2000), E/CN.4/2001/94; (A/C.3/70/L.46)": [
        ["S/RES/1325 (2000)", "E/CN.4/2001/94", "A/C.3/70/L.46"]
    ],
    "the Council. Resolution 13/13.": [["the", "Council", "Resolution 13/13"]],
    "see its resolution no. 53/144": [["resolution no. 53/144"]],
    "threats OR 53/144": [["threats"], ["53/144"]],
    "resolution -53/144": [["resolution", "-53/144"]],
    "threats -resolution 53/144": [["threats", "-resolution 53/144"]],
    "1325 -(2000) 217 A -(III)": [["1325", "-(2000)", "217", "A", "-(III)"]],
    "1998 and/or 5-10": [["1998", "and/or", "5-10"]],
}


@pytest.mark.parametrize("typed", NAMED)
def test_symbols_are_found_among_words(typed: str) -> None:
    read = [[term.as_typed for term in terms] for terms in Query.read(typed).alternatives]
    assert read == NAMED[typed]


@pytest.mark.parametrize("typed", [*READ, *NAMED])
def test_a_query_written_back_is_the_same_query(typed: str) -> None:
    typed = typed.replace("Council. ", "")
    query = Query.read(typed)
    assert Query.read(query.as_typed) == query


LEFT = {
    "rights & freedoms –": [("&", Why.SIGN), ("–", Why.SIGN)],
    '"human rights': [('"', Why.SIGN)],
    '"" impunity': [('""', Why.SIGN)],
    '"&" impunity': [("&", Why.SIGN)],
    "a OR": [("OR", Why.SIGN)],
    "a OR OR b": [("OR", Why.SIGN)],
    "a OR b": [],
    "im\0punity": [("NUL characters", Why.NO_TEXT_HAS)],
    "de* -a*": [("de*", Why.TOO_SHORT), ("-a*", Why.TOO_SHORT)],
    "*impunity": [("*", Why.SIGN)],
    "organi*ation": [("organi*ation", Why.STAR_WITHIN)],
    "é" * 1_024 + " impunity": [("é" * 1_024, Why.TOO_LONG)],
    "é" * 1_023: [],
    "🕊 impunity": [("🕊", Why.SIGN)],
    "impunity, violence!": [],
    " ".join(["word"] * MOST_TYPED + ["end"]): [("end", Why.BEYOND)],
}


@pytest.mark.parametrize("typed", LEFT, ids=lambda typed: typed[:20])
def test_what_asks_for_nothing_is_kept_with_the_reason(typed: str) -> None:
    assert list(Query.read(typed).leavings) == [Leaving(*one) for one in LEFT[typed]]


@given(
    st.text(alphabet="abOR \"'“”‘’«»-&|!*:()\\\0é\u00a0/15.X\ud800\u200f", max_size=80)
    | st.text(max_size=200)
)
@example("\ud800 impunity")
def test_reading_never_fails_and_yields_terms_with_a_letter_or_a_figure(typed: str) -> None:
    for term in Query.read(typed).terms:
        assert '"' not in term.words
        assert "\0" not in term.words
        assert term.words == " ".join(term.words.split())
        assert any(sign.isalnum() for sign in term.words)
        assert term.words.encode()


@pytest.mark.parametrize(
    "signs",
    ["'a ", '"a ', "‘a ", "- ", '"', "« ", "a OR ", "'", "1/1 ", "1 (", "the 1/1 ", "a* ", "-1/1 "],
)
def test_reading_takes_a_time_in_proportion_to_the_length(signs: str) -> None:
    started = time.process_time()
    assert len(Query.read(signs * (32_768 // len(signs))).terms) <= 2
    assert time.process_time() - started < 1


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


def test_terms_can_be_left_out_and_alternatives_with_them() -> None:
    query = Query.read("the impunity OR the")
    assert query.without(lambda term: term.words == "the") == Query.read("impunity")


IN_WORDS = {
    "impunity": "impunity",
    '"human rights" impunity': "“human rights” and impunity",
    "threats attacks impunity": "threats, attacks and impunity",
    "journalists OR lawyers": "journalists or lawyers",
    "threats attacks OR impunity": "threats and attacks, or impunity",
    "a OR b OR c": "a, b or c",
    " OR ".join("abcdefghijklmn"): "a, b, c, d, e, f, g, h, i, j, k, l or 2 more",
    'impunity -women -"the press"': "impunity but not women or “the press”",
    "-women": "not women",
    'defend* "human righ*"': "defend* and “human righ*”",
    " ".join("abcdefghijklmn"): "a, b, c, d, e, f, g, h, i, j, k, l and 2 more",
    f'"{"right " * 20}"': f"“{'right ' * 13}right…”".replace("right right…", "right…"),
}


@pytest.mark.parametrize("typed", IN_WORDS)
def test_a_query_can_be_said_in_words(typed: str) -> None:
    assert Query.read(typed).in_words == IN_WORDS[typed]
