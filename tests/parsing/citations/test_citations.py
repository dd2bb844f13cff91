"""Citations in running text and in notes: which words cite what."""

from datetime import date

import pytest

from archive.parsing.citations import find_citations
from archive.parsing.symbols import Organ
from tests.parsing.citations.citing import Expected, cited, note, paragraph

IN_THE_GENERAL_ASSEMBLY: dict[str, list[Expected]] = {
    # Own body by possessive.
    "Recalling its resolution 53/144 of 9 December 1998,": [
        ("resolution 53/144 of 9 December 1998", "A/RES/53/144", "1998-12-09", None)
    ],
    "as called for by the General Assembly in its resolution 68/181,": [
        ("resolution 68/181", "A/RES/68/181", None, None)
    ],
    "Noting that the Human Rights Council, in its resolution 46/5, decided": [
        ("resolution 46/5", "A/HRC/RES/46/5", None, None)
    ],
    "Welcoming its decision 60/509 of 31 October 2005,": [
        ("decision 60/509 of 31 October 2005", "A/DEC/60/509", "2005-10-31", None)
    ],
    # A list with one body.
    "its resolutions 66/164 of 19 December 2011, 68/181 and 74/146 of 18 December 2019,": [
        ("resolutions 66/164 of 19 December 2011", "A/RES/66/164", "2011-12-19", None),
        ("68/181", "A/RES/68/181", None, None),
        ("74/146 of 18 December 2019", "A/RES/74/146", "2019-12-18", None),
    ],
    # A list whose body changes: a new head closes the list.
    "and 72/247 and 74/146 and Human Rights Council resolutions 13/13 of 25 March 2010": [
        (
            "Human Rights Council resolutions 13/13 of 25 March 2010",
            "A/HRC/RES/13/13",
            "2010-03-25",
            None,
        )
    ],
    "its resolution 74/146 and Human Rights Council resolutions 13/13 and 43/16,": [
        ("resolution 74/146", "A/RES/74/146", None, None),
        ("Human Rights Council resolutions 13/13", "A/HRC/RES/13/13", None, None),
        ("43/16", "A/HRC/RES/43/16", None, None),
    ],
    # One date for several.
    "Recalling further Human Rights Council resolutions 5/1 and 5/2 of 18 June 2007,": [
        ("Human Rights Council resolutions 5/1", "A/HRC/RES/5/1", "2007-06-18", None),
        ("5/2 of 18 June 2007", "A/HRC/RES/5/2", "2007-06-18", None),
    ],
    "Human Rights Council resolutions 5/1, on institution-building of the Council, and 5/2, on"
    " the Code of Conduct, of 18 June 2007,": [
        ("Human Rights Council resolutions 5/1", "A/HRC/RES/5/1", "2007-06-18", None),
        ("5/2", "A/HRC/RES/5/2", "2007-06-18", None),
    ],
    "its resolutions 57/209 and 58/178 of 22 December 2003,": [
        ("resolutions 57/209", "A/RES/57/209", None, None),
        ("58/178 of 22 December 2003", "A/RES/58/178", "2003-12-22", None),
    ],
    # Short body after first mention, by the way its acts are numbered.
    "the Human Rights Council and Council resolution 16/21,": [
        ("Council resolution 16/21", "A/HRC/RES/16/21", None, None)
    ],
    "the Economic and Social Council and Council resolution 1999/63 of 30 July 1999,": [
        ("Council resolution 1999/63 of 30 July 1999", "E/RES/1999/63", "1999-07-30", None)
    ],
    "the Commission on Human Rights, in particular Commission resolution 2000/61,": [
        ("Commission resolution 2000/61", "E/CN.4/RES/2000/61", None, None)
    ],
    "Pursuant to Assembly resolution 60/251,": [
        ("Assembly resolution 60/251", "A/RES/60/251", None, None)
    ],
    "Pursuant to Council resolution 16/21,": [],
    # A name inside another word names nobody.
    "the SubECOSOC and Council resolution 2000/61,": [],
    # Composite letters.
    "resolutions 3411 A and B (XXX) of 10 December 1975": [
        ("resolutions 3411 A", "A/RES/3411A(XXX)", "1975-12-10", None),
        ("B (XXX) of 10 December 1975", "A/RES/3411B(XXX)", "1975-12-10", None),
    ],
    "its resolution 31/406 A to D of 1 December 1976": [
        ("resolution 31/406 A", "A/RES/31/406A", "1976-12-01", None),
        (" to ", "A/RES/31/406B", "1976-12-01", None),
        (" to ", "A/RES/31/406C", "1976-12-01", None),
        ("D of 1 December 1976", "A/RES/31/406D", "1976-12-01", None),
    ],
    "its resolutions 55/33 H and 55/20": [
        ("resolutions 55/33 H", "A/RES/55/33H", None, None),
        ("55/20", "A/RES/55/20", None, None),
    ],
    # Annexes and other places.
    "contained in resolution 53/144, annex,": [
        ("resolution 53/144, annex", "A/RES/53/144", None, "annex")
    ],
    "set out in the annex to its resolution 58/4,": [
        ("resolution 58/4", "A/RES/58/4", None, "annex")
    ],
    "paragraph 14 (c) of resolution 64/163": [
        ("resolution 64/163", "A/RES/64/163", None, "paragraph 14 (c)")
    ],
    "paragraphs 5, 7 and 9 to 11 of its resolution 57/300": [
        ("resolution 57/300", "A/RES/57/300", None, "paragraphs 5, 7 and 9 to 11")
    ],
    "the report on paragraph many of its resolution 57/300": [
        ("resolution 57/300", "A/RES/57/300", None, None)
    ],
    "the principles of resolution 57/300": [("resolution 57/300", "A/RES/57/300", None, None)],
    "resolution 53/144, article 4 of the Covenant": [
        ("resolution 53/144", "A/RES/53/144", None, None)
    ],
    # Decisions and statements.
    "Human Rights Council decision 25/117 of 27 March 2014": [
        (
            "Human Rights Council decision 25/117 of 27 March 2014",
            "A/HRC/DEC/25/117",
            "2014-03-27",
            None,
        )
    ],
    "the President’s statement PRST/29/1 of 3 July 2015": [
        ("President’s statement PRST/29/1 of 3 July 2015", "A/HRC/PRST/29/1", "2015-07-03", None)
    ],
    "as in PRST/2015/22 and elsewhere": [("PRST/2015/22", "S/PRST/2015/22", None, None)],
    "Economic and Social Council decision 2000/109": [
        ("Economic and Social Council decision 2000/109", "E/DEC/2000/109", None, None)
    ],
    # The Security Council's year, old sessions, special sessions.
    "Security Council resolutions 1325 (2000) of 31 October 2000, 1820 (2008) and 2122 (2013)": [
        (
            "Security Council resolutions 1325 (2000) of 31 October 2000",
            "S/RES/1325(2000)",
            "2000-10-31",
            None,
        ),
        ("1820 (2008)", "S/RES/1820(2008)", None, None),
        ("2122 (2013)", "S/RES/2122(2013)", None, None),
    ],
    "resolutions 1196 (1998) and 1197 (1998), adopted by the Security Council": [
        ("resolutions 1196 (1998)", "S/RES/1196(1998)", None, None),
        ("1197 (1998)", "S/RES/1197(1998)", None, None),
    ],
    "General Assembly and Security Council resolutions 66/164 and 1325 (2000)": [
        ("General Assembly and Security Council resolutions 66/164", "A/RES/66/164", None, None),
        ("1325 (2000)", "S/RES/1325(2000)", None, None),
    ],
    "General Assembly resolutions 1514 (XV), 1874 (S-IV), 2252 (ES-V) and 1503 (XLVIII)": [
        ("General Assembly resolutions 1514 (XV)", "A/RES/1514(XV)", None, None),
        ("1874 (S-IV)", "A/RES/1874(S-IV)", None, None),
        ("2252 (ES-V)", "A/RES/2252(ES-V)", None, None),
        ("1503 (XLVIII)", "E/RES/1503(XLVIII)", None, None),
    ],
    "its resolutions S‑27/2 and ES-10/24": [
        ("resolutions S‑27/2", "A/RES/S-27/2", None, None),
        ("ES-10/24", "A/RES/ES-10/24", None, None),
    ],
    "its resolution 217 (III)": [("resolution 217 (III)", "A/RES/217A(III)", None, None)],
    # The body stands behind.
    "resolution 2004/8 of the Commission on Human Rights": [
        ("resolution 2004/8", "E/CN.4/RES/2004/8", None, None)
    ],
    "recalling decision 1999/270 adopted by the Economic and Social Council": [
        ("decision 1999/270", "E/DEC/1999/270", None, None)
    ],
    # What the words leave open, the date or the way of numbering decides.
    "the Human Rights Council; recalling resolution 46/5 of 23 March 2021": [
        ("resolution 46/5 of 23 March 2021", "A/HRC/RES/46/5", "2021-03-23", None)
    ],
    "the Human Rights Council, and recalling resolution 13/13": [
        ("resolution 13/13", "A/HRC/RES/13/13", None, None)
    ],
    "recalling its resolution 46/5 of 23 March 2021": [
        ("resolution 46/5 of 23 March 2021", "A/RES/46/5", "2021-03-23", None)
    ],
    "the Human Rights Council in resolution S-21/1 of 23 July 2014": [
        ("resolution S-21/1 of 23 July 2014", "A/HRC/RES/S-21/1", "2014-07-23", None)
    ],
    # Titles and lists within lists.
    "Economic and Social Council resolutions 1992/22 of 30 July 1992, entitled “Implementation of"
    " General Assembly resolution 46/152”, and 1993/28 of 27 July 1993": [
        (
            "Economic and Social Council resolutions 1992/22 of 30 July 1992",
            "E/RES/1992/22",
            "1992-07-30",
            None,
        ),
        ("General Assembly resolution 46/152", "A/RES/46/152", None, None),
        ("1993/28 of 27 July 1993", "E/RES/1993/28", "1993-07-27", None),
    ],
    "its resolutions 57/1, entitled “Implementation of resolution 56/2 and more": [
        ("resolutions 57/1", "A/RES/57/1", None, None),
        ("resolution 56/2", "A/RES/56/2", None, None),
    ],
    "its resolutions 57/1, entitled “Implementation of resolution 56/2”": [
        ("resolutions 57/1", "A/RES/57/1", None, None),
        ("resolution 56/2", "A/RES/56/2", None, None),
    ],
    "its resolution 57/1 on several matters, and 57/2": [
        ("resolution 57/1", "A/RES/57/1", None, None)
    ],
    "all previous resolutions on this subject, in particular 55/33": [
        ("55/33", "A/RES/55/33", None, None)
    ],
    "its resolutions on this subject. Another sentence, including 55/33": [],
    # Other bodies' acts are left out.
    "Commission on Narcotic Drugs resolutions 44/16 and 45/17": [],
    "Governing Council decision 21/13": [],
    "Sub-Commission resolution 2000/3": [],
    "the Commission on Human Rights and Sub-Commission resolution 2000/3": [],
    "the Commission on Human Rights, and resolution 2000/22 of 18 August 2000": [],
    "its resolutions 57/1, and resolution 56/2 on “peace”, and 55/3": [
        ("resolutions 57/1", "A/RES/57/1", None, None),
        ("resolution 56/2", "A/RES/56/2", None, None),
    ],
    "Recalling the Human Rights Council and United Nations Environment Assembly resolution 4/1": [],
    "resolution 44/16 of the Commission on Narcotic Drugs": [],
    "the Commission on Human Rights, and resolution 2000/22 of 18 April 2000, on dialogue, by the"
    " Subcommission": [],
    "agreed conclusions 1999/1 of the Economic and Social Council": [],
    "United Nations resolutions 66/164": [("resolutions 66/164", "A/RES/66/164", None, None)],
    # Nothing that is no symbol.
    "the 50/50 gender distribution": [],
    "resolution 57": [],
    "General Assembly resolution 5/1": [],
    "General Assembly resolution 2004/8": [],
    "resolution 2004/8": [],
    "resolution 12 (IIII)": [],
    "resolution 12 (CCC)": [],
    "decision 3 (XX)": [],
    "its resolution 57/209 of 31 February 2003": [
        ("resolution 57/209", "A/RES/57/209", None, None)
    ],
    # Documents and drafts.
    "draft resolution A/C.3/70/L.46": [("A/C.3/70/L.46", "A/C.3/70/L.46", None, None)],
    "resolution A/RES/66/164 of 19 December 2011": [
        ("resolution A/RES/66/164 of 19 December 2011", "A/RES/66/164", "2011-12-19", None)
    ],
    "influenza A/H1N1 and A/B": [],
}


@pytest.mark.parametrize("text", IN_THE_GENERAL_ASSEMBLY)
def test_a_paragraph_of_the_general_assembly_cites(text: str) -> None:
    assert cited(text) == IN_THE_GENERAL_ASSEMBLY[text]


IN_OTHER_ORGANS: list[tuple[Organ | None, str, str]] = [
    (Organ.HRC, "Recalling its resolution 13/13 of 25 March 2010", "A/HRC/RES/13/13"),
    (Organ.HRC, "Recalling Council resolution 16/5", "A/HRC/RES/16/5"),
    (Organ.HRC, "Recalling resolution 60/251 of 15 March 2006", "None"),
    (Organ.HRC, "Recalling General Assembly resolution 60/251", "A/RES/60/251"),
    (Organ.HRC, "as the General Assembly did in its resolution 60/251", "A/HRC/RES/60/251"),
    (Organ.HRC, "the General Assembly, in its resolution 60/251, decided", "A/RES/60/251"),
    (Organ.HRC, "Recalling its resolution S-21/1 of 23 July 2014", "A/HRC/RES/S-21/1"),
    (Organ.HRC, "Recalling its resolution ES-10/24", "None"),
    (Organ.CHR, "Recalling its resolution 2000/61", "E/CN.4/RES/2000/61"),
    (Organ.CHR, "Recalling its resolution 8 (XXIII)", "E/CN.4/RES/8(XXIII)"),
    (Organ.CHR, "Recalling its resolution S-4/1 of 27 September 1999", "E/CN.4/RES/S-4/1"),
    (Organ.ECOSOC, "Recalling its resolution 1503 (XLVIII)", "E/RES/1503(XLVIII)"),
    (Organ.ECOSOC, "Recalling Council resolution 1996/31", "E/RES/1996/31"),
    (Organ.SC, "Recalling its resolution 1325 (2000)", "S/RES/1325(2000)"),
    (None, "Recalling its resolution 66/164", "A/RES/66/164"),
    (None, "Recalling its resolution ES-10/24 of 27 July 2018", "A/RES/ES-10/24"),
]


@pytest.mark.parametrize(("organ", "text", "target"), IN_OTHER_ORGANS)
def test_the_citing_organ_decides_whose_act_is_meant(
    organ: Organ | None, text: str, target: str
) -> None:
    assert [row[1] for row in cited(text, organ)] == ([] if target == "None" else [target])


def test_a_reference_gives_way_to_a_symbol_in_the_same_words() -> None:
    paragraphs = [paragraph("paragraph 5 of the present resolution 66/164", "op5")]
    (citation,) = find_citations(paragraphs, [], organ=Organ.GA)
    assert citation.text == "resolution 66/164"


def test_an_organ_named_in_an_earlier_paragraph_is_known_by_its_short_name() -> None:
    paragraphs = [paragraph("the Human Rights Council"), paragraph("Council resolution 5/1", "pp2")]
    citations = find_citations(paragraphs, [note("See Council resolution 5/2.")], organ=Organ.GA)
    assert [one.target for one in citations] == ["A/HRC/RES/5/1", "A/HRC/RES/5/2"]


def test_paragraphs_come_before_notes_and_keep_their_order() -> None:
    paragraphs = [
        paragraph("its resolution 66/164", "pp2"),
        paragraph("its resolution 66/2", "pp1"),
    ]
    notes = [note("A/56/341.", "2"), note("A/57/182.", "1")]
    citations = find_citations(paragraphs, notes, organ=Organ.GA)
    assert [one.source for one in citations] == ["pp2", "pp1", "fn2", "fn1"]


def test_a_citation_has_the_opening_of_its_paragraph_or_of_the_one_that_marks_its_note() -> None:
    paragraphs = [
        paragraph("its resolution 66/164", "op1", opening="Calls upon"),
        paragraph("its resolution 66/164", "op1-a", opening=None, parent="op1"),
        paragraph("its resolution 66/164", "pp1", opening=None),
    ]
    notes = [note("A/56/341.", "1", marked_in="op1-a"), note("A/56/341.", "2", marked_in=None)]
    citations = find_citations(paragraphs, notes, organ=Organ.GA)
    openings = [one.opening for one in citations]
    assert openings == ["Calls upon", "Calls upon", None, "Calls upon", None]


def test_dates_are_dates() -> None:
    (citation,) = find_citations(
        [paragraph("its resolution 57/209, also of 18 December 2002")], [], organ=Organ.GA
    )
    assert citation.dated_on == date(2002, 12, 18)


def test_in_a_text_of_no_known_organ_a_date_says_whose_the_resolution_is() -> None:
    (found,) = cited("Recalling its resolution 34/5 of 23 March 2017,", organ=None)
    assert found[1] == "A/HRC/RES/34/5"


def test_in_a_text_of_no_known_organ_a_date_that_fits_no_organ_leaves_the_words_alone() -> None:
    assert cited("Recalling its resolution 66/164 of 19 December 1999,", organ=None) == []


def test_in_the_assemblys_own_text_a_wrong_date_keeps_the_citation() -> None:
    (found,) = cited("Recalling its resolution 66/164 of 19 December 1999,", organ=Organ.GA)
    assert found[1:3] == ("A/RES/66/164", "1999-12-19")
