"""Each style writes acts of every organ after its manual’s own rules and examples."""

from typing import Any

import pytest

from archive.citing.cited import Cited
from archive.citing.styles import STYLES
from archive.citing.written import Reference
from tests.citing.cases import cited, defenders, draft

WRITERS = {style.key: style.write for style in STYLES}


def _written(key: str, what: Cited) -> list[str]:
    return [str(one) for one in WRITERS[key](what)]


# -- The United Nations Editorial Manual --------------------------------------------------------


@pytest.mark.parametrize(
    ("symbol", "day", "written"),
    [
        # Until the thirtieth session a Roman numeral in brackets; the letter of a part before it.
        ("A/RES/3363(XXX)", "", "General Assembly resolution 3363 (XXX)"),
        ("A/RES/3367A(XXX)", "", "General Assembly resolution 3367 A (XXX)"),
        (
            "A/RES/217A(III)",
            "1948-12-10",
            "General Assembly resolution 217 A (III) of 10 December 1948",
        ),
        # Since the thirty-first, both in figures; the letter of a part after them.
        ("A/RES/31/1", "", "General Assembly resolution 31/1"),
        ("A/DEC/31/308", "", "General Assembly decision 31/308"),
        ("A/RES/31/16A", "", "General Assembly resolution 31/16 A"),
        ("A/RES/60/1", "2005-09-16", "General Assembly resolution 60/1 of 16 September 2005"),
        # Special and emergency special sessions.
        ("A/RES/3201(S-VI)", "", "General Assembly resolution 3201 (S-VI)"),
        ("A/RES/S-21/2", "", "General Assembly resolution S-21/2"),
        ("A/RES/ES-10/24", "", "General Assembly resolution ES-10/24"),
        # The Security Council’s have the year in brackets.
        ("S/RES/1325(2000)", "", "Security Council resolution 1325 (2000)"),
        (
            "S/RES/1325(2000)",
            "2000-10-31",
            "Security Council resolution 1325 (2000) of 31 October 2000",
        ),
        (
            "S/PRST/2015/22",
            "2015-11-16",
            (
                "Statement by the President of the Security Council of 16 November 2015 "
                "(S/PRST/2015/22)"
            ),
        ),
        # The Economic and Social Council’s: Roman until 1977, then by year.
        ("E/RES/1503(XLVIII)", "", "Economic and Social Council resolution 1503 (XLVIII)"),
        ("E/RES/1996/31", "", "Economic and Social Council resolution 1996/31"),
        ("E/DEC/2005/201", "", "Economic and Social Council decision 2005/201"),
        ("A/HRC/RES/13/13", "", "Human Rights Council resolution 13/13"),
        ("A/HRC/DEC/25/117", "", "Human Rights Council decision 25/117"),
        ("E/CN.4/RES/2000/61", "", "Commission on Human Rights resolution 2000/61"),
    ],
)
def test_the_editorial_manual_names_the_organ_in_full_and_the_number(
    symbol: str, day: str, written: str
) -> None:
    [found] = _written("un", cited(symbol, day))
    assert found == written


def test_the_editorial_manual_does_not_use_titles_for_identification() -> None:
    assert _written("un", defenders()) == ["General Assembly resolution 66/164 of 19 December 2011"]


@pytest.mark.parametrize(
    ("anchor", "place"),
    [("op10-a", "para. 10 (a)"), ("pp10", "tenth preambular paragraph"), ("fn2", "footnote 2")],
)
def test_the_editorial_manual_adds_the_place_after_a_comma(anchor: str, place: str) -> None:
    assert _written("un", cited("A/RES/60/1", anchor=anchor)) == [
        f"General Assembly resolution 60/1, {place}"
    ]


# -- OSCOLA -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "written"),
    [
        (
            cited("A/RES/51/210", "1996-12-17"),
            "UNGA Res 51/210 (17 December 1996) UN Doc A/RES/51/210",
        ),
        (
            cited("S/RES/1373(2001)", "2001-09-28"),
            "UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373",
        ),
        (
            cited("A/RES/3314(XXIX)", "1974-12-14"),
            "UNGA Res 3314 (XXIX) (14 December 1974) UN Doc A/RES/3314(XXIX)",
        ),
        (
            cited("A/HRC/RES/13/13", "2010-03-25", anchor="op2"),
            "UNHRC Res 13/13 (25 March 2010) UN Doc A/HRC/RES/13/13 para 2",
        ),
        (
            cited("E/CN.4/RES/2000/61", "2000-04-26"),
            "UNCHR Res 2000/61 (26 April 2000) UN Doc E/CN.4/RES/2000/61",
        ),
        # The letter of a part stands close to the session, and after both numerals since 1976.
        (
            cited("A/RES/217A(III)", "1948-12-10"),
            "UNGA Res 217 A(III) (10 December 1948) UN Doc A/RES/217A(III)",
        ),
        (
            cited("A/RES/2200A(XXI)", "1966-12-16", anchor="annex-art2"),
            "UNGA Res 2200 A(XXI) (16 December 1966) UN Doc A/RES/2200A(XXI) annex, art 2",
        ),
        (cited("E/RES/728F(XXVIII)"), "ECOSOC Res 728 F(XXVIII) UN Doc E/RES/728F(XXVIII)"),
        (cited("A/RES/31/16A"), "UNGA Res 31/16 A UN Doc A/RES/31/16A"),
        (cited("E/RES/1996/31"), "ECOSOC Res 1996/31 UN Doc E/RES/1996/31"),
        (cited("S/RES/1325(2000)"), "UNSC Res 1325 (2000) UN Doc S/RES/1325(2000)"),
        (cited("A/DEC/60/509"), "UNGA Dec 60/509 UN Doc A/DEC/60/509"),
        (
            cited("S/PRST/2015/22", "2015-11-16"),
            "UNSC Presidential Statement 2015/22 (16 November 2015) UN Doc S/PRST/2015/22",
        ),
    ],
)
def test_oscola_gives_number_then_date_in_brackets_then_symbol(what: Cited, written: str) -> None:
    assert _written("oscola", what) == [written]


def test_oscola_has_no_full_stops_in_abbreviations_and_no_blank_before_a_label() -> None:
    [written] = _written("oscola", defenders(anchor="op10-a"))
    assert written == "UNGA Res 66/164 (19 December 2011) UN Doc A/RES/66/164 para 10(a)"
    assert "." not in written


# -- The Bluebook -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "written"),
    [
        (
            cited("A/RES/62/228", "2007-12-22", anchor="op35"),
            "G.A. Res. 62/228, ¶ 35, U.N. Doc. A/RES/62/228 (Dec. 22, 2007)",
        ),
        (
            cited("S/RES/1325(2000)", "2000-10-31", anchor="op8"),
            "S.C. Res. 1325, ¶ 8, U.N. Doc. S/RES/1325 (Oct. 31, 2000)",
        ),
        (
            cited("A/RES/832(IX)", "1954-12-18"),
            "G.A. Res. 832 (IX), U.N. Doc. A/RES/832(IX) (Dec. 18, 1954)",
        ),
        (
            cited("E/RES/1996/31", "1996-07-25"),
            "E.S.C. Res. 1996/31, U.N. Doc. E/RES/1996/31 (July 25, 1996)",
        ),
        (
            cited("E/CN.4/RES/2000/61", "2000-04-26", anchor="pp4"),
            (
                "Comm’n on Hum. Rts. Res. 2000/61, pmbl. ¶ 4, U.N. Doc. E/CN.4/RES/2000/61 "
                "(Apr. 26, 2000)"
            ),
        ),
        (
            cited("A/HRC/RES/13/13", "2010-03-25"),
            "Hum. Rts. Council Res. 13/13, U.N. Doc. A/HRC/RES/13/13 (Mar. 25, 2010)",
        ),
        # The letter of a part stands last.
        (
            cited("A/RES/217A(III)", "1948-12-10"),
            "G.A. Res. 217 (III) A, U.N. Doc. A/RES/217A(III) (Dec. 10, 1948)",
        ),
        (
            cited("A/RES/2200A(XXI)", "1966-12-16", anchor="annex-art2"),
            ("G.A. Res. 2200 (XXI) A, annex, art. 2, U.N. Doc. A/RES/2200A(XXI) (Dec. 16, 1966)"),
        ),
        (
            cited("E/RES/728F(XXVIII)"),
            "E.S.C. Res. 728 (XXVIII) F, U.N. Doc. E/RES/728F(XXVIII)",
        ),
        (cited("A/RES/31/16A"), "G.A. Res. 31/16 A, U.N. Doc. A/RES/31/16A"),
        (cited("A/DEC/60/509"), "G.A. Dec. 60/509, U.N. Doc. A/DEC/60/509"),
        (cited("S/RES/1325(2000)"), "S.C. Res. 1325 (2000), U.N. Doc. S/RES/1325(2000)"),
    ],
)
def test_the_bluebook_gives_place_then_symbol_then_date(what: Cited, written: str) -> None:
    assert _written("bluebook", what) == [written]


@pytest.mark.parametrize(
    ("day", "month"),
    [
        ("2011-05-01", "May"),
        ("2011-06-01", "June"),
        ("2011-07-01", "July"),
        ("2011-09-01", "Sept."),
    ],
)
def test_the_bluebook_abbreviates_months_as_its_table_has_them(day: str, month: str) -> None:
    [written] = _written("bluebook", cited("A/RES/66/1", day))
    assert written.endswith(f"({month} 1, 2011)")


# -- APA ----------------------------------------------------------------------------------------


def _marked(reference: Reference) -> str:
    return "".join(f"_{run.words}_" if run.is_italic else run.words for run in reference.runs)


def test_apa_lists_a_body_a_date_an_italic_title_a_number_and_an_address() -> None:
    listed, _ = WRITERS["apa"](defenders(title="Human rights defenders"))
    assert _marked(listed) == (
        "United Nations General Assembly. (2011, December 19). _Human rights defenders_ "
        "(A/RES/66/164). https://archive.example/A/RES/66/164/"
    )


def test_apa_gives_the_place_in_the_text_alone() -> None:
    place = defenders(anchor="op10-a", place_url="https://archive.example/A/RES/66/164/op10-a/")
    listed, in_text = _written("apa", place)
    assert in_text == "(United Nations General Assembly, 2011, para. 10(a))"
    assert listed == _written("apa", defenders())[0]


def test_apa_names_what_has_no_title_by_its_number_and_what_has_no_date_so() -> None:
    listed, in_text = _written("apa", cited("S/RES/1325(2000)"))
    assert listed == (
        "United Nations Security Council. (n.d.). Resolution 1325 (2000) [S/RES/1325(2000)]. "
        "https://archive.example/S/RES/1325(2000)/"
    )
    assert in_text == "(United Nations Security Council, n.d.)"


@pytest.mark.parametrize(
    ("symbol", "in_brackets"),
    [
        ("A/RES/66/164", "(A/RES/66/164)"),
        ("A/RES/31/16A", "(A/RES/31/16A)"),
        ("A/RES/217A(III)", "[A/RES/217A(III)]"),
        ("A/RES/3201(S-VI)", "[A/RES/3201(S-VI)]"),
    ],
)
def test_apa_puts_no_round_brackets_within_round_brackets(symbol: str, in_brackets: str) -> None:
    listed, _ = _written("apa", cited(symbol, title="A title"))
    assert f". A title {in_brackets}. https://" in listed


# -- Drafts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("un", ["Draft resolution A/C.3/70/L.46 of 6 November 2015, para. 1"]),
        (
            "oscola",
            [
                (
                    "UNGA ‘Human rights defenders’ Draft Res (6 November 2015) "
                    "UN Doc A/C.3/70/L.46 para 1"
                )
            ],
        ),
        (
            "bluebook",
            [
                (
                    "G.A. Draft Res., Human rights defenders, ¶ 1, "
                    "U.N. Doc. A/C.3/70/L.46 (Nov. 6, 2015)"
                )
            ],
        ),
        (
            "apa",
            [
                (
                    "United Nations General Assembly. (2015, November 6). Human rights defenders "
                    "(A/C.3/70/L.46) [Draft resolution]. https://archive.example/A/C.3/70/L.46/"
                ),
                "(United Nations General Assembly, 2015, para. 1)",
            ],
        ),
    ],
)
def test_a_draft_is_cited_as_a_draft(key: str, written: list[str]) -> None:
    assert _written(key, draft(anchor="op1")) == written


@pytest.mark.parametrize("key", WRITERS)
@pytest.mark.parametrize("fields", [{}, {"title": ""}, {"dated_on": None}])
def test_no_style_says_what_a_draft_was_adopted_as(key: str, fields: dict[str, Any]) -> None:
    written = " ".join(_written(key, draft(**fields)))
    assert "70/161" not in written
    assert "draft" in written.casefold()
