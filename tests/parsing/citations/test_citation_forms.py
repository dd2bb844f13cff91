"""Forms of citing beyond a head and a number: days, places, ranges, symbols with spaces, names."""

import pytest

from archive.parsing.citations import find_citations
from archive.parsing.citations.ranges import NOT_LISTED
from archive.parsing.symbols import Organ
from tests.parsing.citations.citing import Expected, cited, cited_in_note, note, paragraph

DAYS: dict[str, list[Expected]] = {
    "its resolutions 55/1 and 55/2 of 7 and 8 November 2000,": [
        ("resolutions 55/1", "A/RES/55/1", "2000-11-07", None),
        ("55/2 of 7 and 8 November 2000", "A/RES/55/2", "2000-11-08", None),
    ],
    "its resolutions 55/1 and 55/2 of 20 November and 8 December 2000,": [
        ("resolutions 55/1", "A/RES/55/1", "2000-11-20", None),
        ("55/2 of 20 November and 8 December 2000", "A/RES/55/2", "2000-12-08", None),
    ],
    "its resolutions 55/1, 55/2 of 7 and 8 November 2000,": [
        ("resolutions 55/1", "A/RES/55/1", None, None),
        ("55/2 of 7 and 8 November 2000", "A/RES/55/2", "2000-11-08", None),
    ],
    "its resolutions 54/1, 55/7, 55/3 and 55/4 of 8 November 2000,": [
        ("resolutions 54/1", "A/RES/54/1", None, None),
        ("55/7", "A/RES/55/7", "2000-11-08", None),
        ("55/3", "A/RES/55/3", "2000-11-08", None),
        ("55/4 of 8 November 2000", "A/RES/55/4", "2000-11-08", None),
    ],
    "resolutions 65/37 A, 65/38 of 4 April 2011 and 66/231,": [
        ("resolutions 65/37 A", "A/RES/65/37A", None, None),
        ("65/38 of 4 April 2011", "A/RES/65/38", "2011-04-04", None),
        ("66/231", "A/RES/66/231", None, None),
    ],
    "resolutions 55/231 on results-based budgeting and 55/258 of 14 June 2001": [
        ("resolutions 55/231", "A/RES/55/231", None, None),
        ("55/258 of 14 June 2001", "A/RES/55/258", "2001-06-14", None),
    ],
    "Security Council resolutions 446 (1979) and 452 (1979) of 20 July 1979": [
        ("Security Council resolutions 446 (1979)", "S/RES/446(1979)", None, None),
        ("452 (1979) of 20 July 1979", "S/RES/452(1979)", "1979-07-20", None),
    ],
    "Security Council resolutions 1590 (2005) and 1591 (2005) of 24 and 29 March 2005": [
        ("Security Council resolutions 1590 (2005)", "S/RES/1590(2005)", "2005-03-24", None),
        ("1591 (2005) of 24 and 29 March 2005", "S/RES/1591(2005)", "2005-03-29", None),
    ],
    "General Assembly resolutions 1514 (XV) and 1541 (XV) of 15 December 1960": [
        ("General Assembly resolutions 1514 (XV)", "A/RES/1514(XV)", None, None),
        ("1541 (XV) of 15 December 1960", "A/RES/1541(XV)", "1960-12-15", None),
    ],
    "resolution 55/1 of 31 and 8 November 2000,": [
        ("resolution 55/1 of 31 and 8 November 2000", "A/RES/55/1", "2000-11-08", None),
    ],
}
PLACES: dict[str, list[Expected]] = {
    "in principle VI of the annex to General Assembly resolution 1541 (XV)": [
        (
            "General Assembly resolution 1541 (XV)",
            "A/RES/1541(XV)",
            None,
            "principle VI of the annex",
        )
    ],
    "in section II.B, paragraph 7, of its resolution 57/283 B": [
        ("resolution 57/283 B", "A/RES/57/283B", None, "section II.B, paragraph 7")
    ],
    "the part of resolution 57/283": [("resolution 57/283", "A/RES/57/283", None, None)],
    "resolution 67/19, chap. II, sect. A, and annex III,": [
        (
            "resolution 67/19, chap. II, sect. A, and annex III",
            "A/RES/67/19",
            None,
            "chap. II, sect. A, and annex III",
        )
    ],
}
SYMBOLS: dict[str, list[Expected]] = {
    "see S/RES/1325 (2000) and A/RES/217 A (III)": [
        ("S/RES/1325 (2000)", "S/RES/1325(2000)", None, None),
        ("A/RES/217 A (III)", "A/RES/217A(III)", None, None),
    ],
    "see A/RES/45/58 P, E/RES/1503 (XLVIII) and A/RES/53/144 (a list)": [
        ("A/RES/45/58 P", "A/RES/45/58P", None, None),
        ("E/RES/1503 (XLVIII)", "E/RES/1503(XLVIII)", None, None),
        ("A/RES/53/144", "A/RES/53/144", None, None),
    ],
    "President’s statement 8/PRST/1 of 18 June 2008": [
        ("President’s statement 8/PRST/1 of 18 June 2008", "A/HRC/PRST/8/1", "2008-06-18", None)
    ],
    "see 8/PRST/2 and A/HRC/PRST/29/1": [
        ("8/PRST/2", "A/HRC/PRST/8/2", None, None),
        ("A/HRC/PRST/29/1", "A/HRC/PRST/29/1", None, None),
    ],
    "its resolution 55/ 2": [("resolution 55/ 2", "A/RES/55/2", None, None)],
    "A/65/53 and Add.1, Add.2/Rev.1 and Corr.1": [
        ("A/65/53", "A/65/53", None, None),
        ("Add.1", "A/65/53/Add.1", None, None),
        ("Add.2/Rev.1", "A/65/53/Add.2/Rev.1", None, None),
        ("Corr.1", "A/65/53/Corr.1", None, None),
    ],
    "A/76/6 (Introduction), sects. 1-36": [
        ("A/76/6 (Introduction), sects. 1-36", "A/76/6(Introduction)", None, "sects. 1-36")
    ],
}
BODIES: dict[str, list[Expected]] = {
    "resolutions 2529 (XXIV) and 32/156 of the General Assembly of the United Nations,": [
        ("resolutions 2529 (XXIV)", "A/RES/2529(XXIV)", None, None),
        ("32/156", "A/RES/32/156", None, None),
    ],
    "approved by the General Conference of the Agency for the Prohibition of Nuclear Weapons in"
    " Latin America and the Caribbean in its resolutions 267 (E-V) and 268 (XII)": [],
    "as noted by the Committee on Contributions to the General Assembly in its resolution 55/1": [
        ("resolution 55/1", "A/RES/55/1", None, None)
    ],
    "Human Rights Council resolution 43/1, and pursuant to resolution 43/1,": [
        ("Human Rights Council resolution 43/1", "A/HRC/RES/43/1", None, None),
        ("resolution 43/1", "A/HRC/RES/43/1", None, None),
    ],
    "Human Rights Council resolution 43/1, and its resolution 43/1,": [
        ("Human Rights Council resolution 43/1", "A/HRC/RES/43/1", None, None),
        ("resolution 43/1", "A/RES/43/1", None, None),
    ],
    "ECOSOC resolution 1503 (XLVIII) and UNGA resolution 217 A (III)": [
        ("ECOSOC resolution 1503 (XLVIII)", "E/RES/1503(XLVIII)", None, None),
        ("UNGA resolution 217 A (III)", "A/RES/217A(III)", None, None),
    ],
    "HRC resolution 43/1 of 19 June 2020, GA resolution 53/144 and SC resolution 1325 (2000)": [
        ("HRC resolution 43/1 of 19 June 2020", "A/HRC/RES/43/1", "2020-06-19", None),
        ("GA resolution 53/144", "A/RES/53/144", None, None),
        ("SC resolution 1325 (2000)", "S/RES/1325(2000)", None, None),
    ],
    "HRC resolutions 16/5 and 31/32, and the A/HRC resolution 4/1": [
        ("HRC resolutions 16/5", "A/HRC/RES/16/5", None, None),
        ("31/32", "A/HRC/RES/31/32", None, None),
    ],
    "resolution 2200 A (XVID) of 16 December 1966": [],
    "its resolutions 75/253 B and 75/253 C.": [
        ("resolutions 75/253 B", "A/RES/75/253B", None, None),
        ("75/253 C", "A/RES/75/253C", None, None),
    ],
    "its decision 31/406 A to C,": [
        ("decision 31/406 A", "A/DEC/31/406A", None, None),
        (" to ", "A/DEC/31/406B", None, None),
        ("C", "A/DEC/31/406C", None, None),
    ],
}
FORMS = DAYS | PLACES | SYMBOLS | BODIES


@pytest.mark.parametrize("text", FORMS)
def test_a_paragraph_cites(text: str) -> None:
    assert cited(text) == FORMS[text]


NOTES: dict[str, list[Expected]] = {
    "A/37/351/Add.1, annex, sect. VIII, recommendation 1 (IV).": [
        (
            "A/37/351/Add.1, annex, sect. VIII, recommendation 1 (IV)",
            "A/37/351/Add.1",
            None,
            "annex, sect. VIII, recommendation 1 (IV)",
        )
    ],
    "A/56/1 and Add.1-4.": [
        ("A/56/1", "A/56/1", None, None),
        ("Add.1", "A/56/1/Add.1", None, None),
        ("-", "A/56/1/Add.2", None, None),
        ("-", "A/56/1/Add.3", None, None),
        ("4", "A/56/1/Add.4", None, None),
    ],
    "Resolutions 52/214, sect. C, para. 3; 55/222, sect. III, and 57/130 B, sect. X.": [
        ("Resolutions 52/214, sect. C, para. 3", "A/RES/52/214", None, "sect. C, para. 3"),
        ("55/222, sect. III", "A/RES/55/222", None, "sect. III"),
        ("57/130 B, sect. X", "A/RES/57/130B", None, "sect. X"),
    ],
}


@pytest.mark.parametrize("text", NOTES)
def test_a_note_cites(text: str) -> None:
    assert cited_in_note(text) == NOTES[text]


def test_a_range_too_long_to_be_meant_lists_its_ends_and_says_so() -> None:
    citations = find_citations([], [note("A/56/1/Add.1-103, and A/56/2/Add.1-101.")], organ=None)
    first, last, *others = citations
    assert [(one.target, one.conflict) for one in (first, last)] == [
        ("A/56/1/Add.1", None),
        ("A/56/1/Add.103", NOT_LISTED),
    ]
    assert len(others) == 101
    assert all(one.conflict is None for one in others)


@pytest.mark.parametrize(
    ("text", "most"),
    [("resolution 66/1 A to Z, ", 25_000), ("A/56/1/Add.1-99, ", 25_000)],
)
def test_ranges_upon_ranges_stop_being_listed(text: str, most: int) -> None:
    citations = find_citations([paragraph(text * 2_000)], [], organ=Organ.GA)
    assert 10_000 < len(citations) < most
    assert citations[-1].conflict == NOT_LISTED or citations[-2].conflict == NOT_LISTED


def test_ranges_of_paragraphs_stop_being_listed() -> None:
    paragraphs = [paragraph("x", f"op{number}") for number in range(1, 99)]
    text = "paragraphs 1 to 98 above, " * 1_000
    citations = find_citations([*paragraphs, paragraph(text, "op99")], [], organ=Organ.GA)
    assert 10_000 < len(citations) < 13_000
    assert citations[-1].conflict == NOT_LISTED


BACK = {
    "its resolution 35/13 B, and the provisions of that resolution;": [
        ("that resolution", "A/RES/35/13B", None)
    ],
    "its decision 60/509 and the said decision": [("the said decision", "A/DEC/60/509", None)],
    "its resolution 53/144, and Annex II thereto": [
        ("Annex II thereto", "A/RES/53/144", "Annex II")
    ],
    "its resolution 48/141, and paragraphs 5 and 6 of the annex to that resolution": [
        (
            "paragraphs 5 and 6 of the annex to that resolution",
            "A/RES/48/141",
            "paragraphs 5 and 6 of the annex",
        )
    ],
    "its resolution 48/141 and its " + "section 1, " * 9 + "paragraph 5 of that resolution": [
        (
            "section 1, " * 4 + "paragraph 5 of that resolution",
            "A/RES/48/141",
            "section 1, " * 4 + "paragraph 5",
        )
    ],
    "its resolution 3281 (XXIX), in particular article 32 thereof": [
        ("article 32 thereof", "A/RES/3281(XXIX)", "article 32")
    ],
    "its resolution 60/1, the Convention on the Rights of the Child and article 7 thereof": [
        ("Convention on the Rights of the Child", "A/RES/44/25", "annex"),
        ("article 7 thereof", "A/RES/44/25", "article 7"),
    ],
    "its resolution 60/1, the 2030 Agenda and the aims of that resolution": [
        ("2030 Agenda", "A/RES/70/1", None),
        ("that resolution", "A/RES/60/1", None),
    ],
    "the 2030 Agenda and that resolution": [("2030 Agenda", "A/RES/70/1", None)],
    "its decision 60/509 and that resolution": [],
    "its resolution 60/1, and another resolution, and that resolution": [],
    "see A/66/203 and that resolution": [],
    "see A/66/203 and the annex thereto": [("annex thereto", "A/66/203", "annex")],
    "its resolution 72/118, Chapter VI of the Charter and Article 33 thereof": [],
    "its resolution 60/1, and the report of the Secretary-General and the annex thereto": [],
    "its resolution 60/1 " + "and so on " * 250 + "the annex thereto": [],
    "the Convention on the Rights of the Child, parties to the Convention, article 7 thereof": [
        ("Convention on the Rights of the Child", "A/RES/44/25", "annex"),
        ("article 7 thereof", "A/RES/44/25", "article 7"),
    ],
    "its resolution 60/1 " + "and so on " * 250 + "that resolution": [],
    "its resolution 60/1 and that resolutions": [],
}


@pytest.mark.parametrize("text", BACK)
def test_words_that_point_back_cite_the_last_act_unless_another_is_spoken_of(text: str) -> None:
    citations = find_citations([paragraph(text)], [], organ=Organ.GA)
    assert [(c.text, c.target, c.pinpoint) for c in citations if c.by_name] == BACK[text]
