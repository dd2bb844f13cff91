"""A link is written as the search it leads to, whatever differs in it."""

from typing import Any

import pytest

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.form.links import Links
from archive.search.form.params import Part, SearchParams, Sort, View
from archive.search.form.periods import Period

EVERYTHING = SearchParams(
    q='a & "b"=c',
    parts=(Part.TITLE, Part.ANNEX),
    view=View.PARAGRAPHS,
    organ=Organ.HRC,
    session="66",
    since=Period.read("1999"),
    until=Period.read("2001-12-19"),
    openings=("note", "urge"),
    cites=("A/RES/53/144", "A/RES/66/164"),
    stage=Resolution.Stage.DRAFT,
    held=True,
    sort=Sort.OLDEST,
    page=3,
)
ORIGINS = [
    SearchParams(),
    SearchParams(q="training", page=2),
    SearchParams(q="53/144", keeps_view=True),
    SearchParams(q="in=title&organ=GA", organ=Organ.GA),
    EVERYTHING,
]
CHANGES: list[dict[str, Any]] = [
    {"organ": Organ.GA},
    {"organ": None},
    {"session": "S-21"},
    {"since": Period.of_year(1990), "until": Period.of_year(1999)},
    {"since": None, "until": None},
    {"parts": (Part.FOOTNOTES,)},
    {"parts": (Part.OPERATIVE, Part.TITLE)},
    {"parts": ()},
    {"openings": ("call upon & <b>",)},
    {"cites": ("A/RES/53/144",)},
    {"cites": ("A/RES/66/164", "A/RES/53/144")},
    {"stage": Resolution.Stage.ADOPTED},
    {"held": True},
    {"held": False},
    {"held": None},
]


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda params: params.query_string[:20])
@pytest.mark.parametrize("changes", CHANGES, ids=str)
def test_a_link_is_written_as_the_search_it_leads_to(
    origin: SearchParams, changes: dict[str, Any]
) -> None:
    link = Links(origin).to(changes)
    assert link.params == origin.with_(**changes)
    assert link.query_string == origin.with_(**changes).query_string


def test_links_of_the_same_field_differ_in_its_value_alone() -> None:
    links = Links(EVERYTHING)
    written = [links.to({"organ": organ}).query_string for organ in Organ]
    assert written == [EVERYTHING.with_(organ=organ).query_string for organ in Organ]
