"""Words with a slash between them, and figures with a hyphen, are words of their own."""

import pytest
from django.db import connection

from archive.models import Word
from archive.search.form.params import SearchParams, View
from archive.search.results import search
from tests import factories as make

pytestmark = pytest.mark.django_db


def _lexemes(wording: str) -> list[str]:
    """The lexemes of a wording in the order of their places, as parts."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lexeme FROM unnest(archive_words(%s)) AS word (lexeme, places, weights) "
            "WHERE lexeme <> '~' ORDER BY places[1]",
            [wording],
        )
        return [lexeme for (lexeme,) in cursor]


@pytest.mark.usefixtures("spellings")
@pytest.mark.parametrize(
    ("wording", "lexemes"),
    [
        ("HIV/AIDS.", ["hiv", "aid"]),
        ("HIV/AIDS-related", ["hiv", "aid", "relat", "aids-rel"]),
        ("race/ethnicity/gender", ["race", "ethnic", "gender"]),
        ("and/or", []),
        ("the World Solar Programme 1996-2005", ["world", "solar", "program", "1996", "2005"]),
        ("A/RES/53/144", ["a/res/53/144"]),
        ("A/HRC/RES/13/13", ["a/hrc/res/13/13"]),
        ("E/CN.4/2001/94", ["e/cn.4/2001/94"]),
        ("A/C.3/70/L.46", ["a/c.3/70/l.46"]),
        ("CCPR/C/21", ["ccpr/c/21"]),
        ("CM/Res.1153", ["cm/res.1153"]),
    ],
)
def test_what_stands_between_signs_is_a_word_and_symbols_stay_whole(
    wording: str, lexemes: list[str]
) -> None:
    assert _lexemes(wording) == lexemes


@pytest.mark.parametrize(
    "typed", ["HIV", "aids", "HIV/AIDS", "“hiv aids”", "hiv/aids pandemic", "2005", "1996-2005"]
)
def test_each_is_found_alone_and_together_in_both_views(typed: str) -> None:
    make.make_paragraph(make.make_text(), "Notes the HIV/AIDS pandemic of 1996-2005;")
    for view in View:
        page = search(SearchParams(q=typed, view=view, keeps_view=True))
        assert page.count.number == 1


@pytest.mark.parametrize(
    ("typed", "hits"), [("aids", ["AIDS"]), ("2005", ["2005"]), ("1996", ["1996"])]
)
def test_the_word_that_was_found_is_marked_and_the_wording_stays(
    typed: str, hits: list[str]
) -> None:
    wording = "Notes the HIV/AIDS pandemic of 1996-2005;"
    make.make_paragraph(make.make_text(), wording)
    (found,) = search(SearchParams(q=typed, view=View.PARAGRAPHS)).paragraphs
    assert "".join(fragment.text for fragment in found.fragments) == wording
    assert [fragment.text for fragment in found.fragments if fragment.is_hit] == hits


def test_a_mistyped_word_is_taken_for_one_of_them() -> None:
    make.make_paragraph(make.make_text(), "Notes the malaria/tuberculosis programme;")
    assert Word.objects.filter(word__in=["malaria", "tuberculosis"]).count() == 2
    correction = search(SearchParams(q="malria")).correction
    assert correction is not None
    assert correction.q == "malaria"


@pytest.mark.parametrize("typed", ["COVID-19", "COVID\u201119", "covid 19", "“of COVID-19”"])
def test_a_figure_after_a_hyphen_is_found_whatever_hyphen_it_is(typed: str) -> None:
    text = make.make_text()
    for sign in "-\u2011 ":
        make.make_paragraph(text, f"Notes the pandemic of COVID{sign}19;")
    make.make_paragraph(text, "Notes the pandemic of COVID of 2019;")
    paragraphs = search(SearchParams(q=typed, view=View.PARAGRAPHS, keeps_view=True))
    assert paragraphs.count.number == 3
    assert search(SearchParams(q=typed, keeps_view=True)).count.number == 1


def test_a_figure_before_which_a_text_has_a_hyphen_is_found_and_marked_alone() -> None:
    make.make_paragraph(make.make_text(), "On the basis of the pre-1967 borders;")
    (found,) = search(SearchParams(q="1967", view=View.PARAGRAPHS, keeps_view=True)).paragraphs
    assert "1967" in "".join(one.text for one in found.fragments if one.is_hit)
