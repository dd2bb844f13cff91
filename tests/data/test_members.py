"""Members: what JSON says of a resolution."""

from typing import Any

import pytest

from archive.data.members import resolution_members
from archive.data.records import records_of
from archive.models import Evidence, Paragraph, Resolution
from tests import factories as make

pytestmark = pytest.mark.django_db


def _members(symbol: str = "A/RES/66/164", language: str = "en") -> dict[str, Any]:
    [record] = records_of([symbol], language=language)
    return resolution_members(record, absolute=lambda path: f"https://archive.example{path}")


@pytest.fixture
def members() -> dict[str, Any]:
    """Of a resolution with a paragraph of every kind, a note, a table and citations."""
    resolution = make.adopted(
        "A/RES/66/164",
        2011,
        adoption_method=Resolution.AdoptionMethod.RECORDED_VOTE,
        votes_in_favour=100,
        votes_against=2,
        votes_abstaining=1,
        voting_states={"against": ["Ruritania", "Utopia"]},
    )
    make.make_evidence(resolution, words="the table", stated_by=None)
    text = make.make_text(resolution)
    first = make.make_paragraph(
        text,
        "Recalling resolution 53/144 and A/65/223 and paragraph 1 below,",
        kind=Paragraph.Kind.PREAMBULAR,
        opening="Recalling",
        form="recall",
    )
    make.make_citation(first, "resolution 53/144", make.adopted("A/RES/53/144", 1998))
    make.make_citation(first, "A/65/223", "A/65/223")
    make.make_citation(first, "paragraph 1", "", pinpoint="op1")
    op1 = make.make_paragraph(text, "Calls upon all States:", opening="Calls upon")
    make.make_sub_paragraph(op1, "a", "To protect;")
    note = make.make_footnote(op1, "Resolution 53/144, annex.", marker_offset=21)
    make.make_citation(
        note, "Resolution 53/144", Resolution.objects.get(symbol="A/RES/53/144"), pinpoint="annex"
    )
    make.make_paragraph(text, "One Two", rows=[[[0, 3], [4, 7]]])
    return _members()


def test_a_paragraph_is_told_by_place_label_and_parent(members: dict[str, Any]) -> None:
    told = [
        (one["anchor"], one["kind"], one["label"], one["parent"], one["place"])
        for one in members["paragraphs"]
    ]
    assert told == [
        ("pp1", "preambular", None, None, "pp 1"),
        ("op1", "operative", "1.", None, "op. 1"),
        ("op1-a", "operative", "(a)", "op1", "op. 1 (a)"),
        ("op2", "operative", "2.", None, "op. 2"),
    ]
    assert members["paragraphs"][0]["url"] == "https://archive.example/A/RES/66/164/#pp1"


def test_a_note_and_its_mark_name_one_another(members: dict[str, Any]) -> None:
    assert members["paragraphs"][1]["marks"] == [{"note": "fn1", "offset": 21}]
    [note] = members["notes"]
    assert (note["marked_in"], note["offset"]) == ("op1", 21)


def test_the_words_of_a_citation_stand_where_it_says(members: dict[str, Any]) -> None:
    wordings = {one["anchor"]: one["wording"] for one in members["paragraphs"] + members["notes"]}
    for one in members["citations"]:
        assert wordings[one["stands_in"]][one["start"] : one["end"]] == one["words"]


def test_a_citation_says_what_is_cited_and_what_has_no_page(members: dict[str, Any]) -> None:
    told = [
        (one["stands_in"], one["cited_symbol"], one["cited_url"], one["pinpoint"])
        for one in members["citations"]
    ]
    page = "https://archive.example/A/RES/53/144/"
    assert told == [
        ("pp1", "A/RES/53/144", page, None),
        ("pp1", "A/65/223", None, None),
        ("pp1", None, None, "op1"),
        ("fn1", "A/RES/53/144", page, "annex"),
    ]


def test_a_table_is_told_by_its_cells(members: dict[str, Any]) -> None:
    assert members["paragraphs"][3]["rows"] == [[{"start": 0, "end": 3}, {"start": 4, "end": 7}]]


def test_a_vote_is_told_with_its_states(members: dict[str, Any]) -> None:
    assert members["masthead"]["adoption"] == {
        "method": "recorded_vote",
        "in_favour": 100,
        "against": 2,
        "abstaining": 1,
        "states": {"against": ["Ruritania", "Utopia"]},
    }


def test_evidence_names_nobody(members: dict[str, Any]) -> None:
    [evidence] = members["evidence"]
    assert set(evidence) == {"fact", "origin", "words", "is_verified"}


def test_of_what_is_only_cited_the_text_is_null(members: dict[str, Any]) -> None:
    cited = _members("A/RES/53/144")
    assert (cited["text"], cited["is_held"], cited["paragraphs"]) == (None, False, [])
    assert cited["times_recalled"] == 1


def test_a_draft_is_never_told_as_adopted() -> None:
    adopted = make.adopted("A/RES/70/161", 2015)
    make.make_text(make.make_draft(adopted_as=adopted))
    draft = _members("A/C.3/70/L.46")
    assert (draft["stage"], draft["adopted_as"]) == ("draft", "A/RES/70/161")
    assert draft["masthead"]["adopted_on"] is None
    assert _members("A/RES/70/161")["drafts"] == ["A/C.3/70/L.46"]


def test_an_unverified_date_is_said_to_be_so() -> None:
    resolution = make.adopted("A/RES/66/164", 2011)
    make.make_evidence(resolution, fact=Evidence.Fact.ADOPTED_ON, is_verified=False)
    assert _members()["date_is_unverified"] is True


def test_addresses_of_a_translation_lead_to_it() -> None:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    french = make.make_text(text.resolution, language="fr")
    make.make_paragraph(french, "Demande aux États d’agir ;")
    told = _members(language="fr")
    assert told["paragraphs"][0]["url"].endswith("/A/RES/66/164/?lang=fr#op1")
    assert told["text"]["source"]["url"].endswith("/A/RES/66/164/source?lang=fr")
