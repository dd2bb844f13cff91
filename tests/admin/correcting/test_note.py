"""The forms of notes: words, number, where they are marked; put in, taken out."""

import pytest
from django.test import Client

from archive.models import Correction, Ingestion
from tests.admin.correcting.ways import address, now, opened, said, saved, send, words
from tests.ingest.publishing.ways import parsed
from tests.parsing.printed import word_text

pytestmark = pytest.mark.django_db

PREAMBLE = (
    "Recalling its resolution 53/144 of 9 December 1998,1 and all others,",
    "Noting the report of 9 December 1998,",
)
NOTES = ("Resolution 53/144, annex.", "See A/HRC/13/13.")


@pytest.fixture
def ingestion(db: None) -> Ingestion:
    """A text with two notes, the second of which nothing marks."""
    return parsed(word_text(PREAMBLE, notes=NOTES))


def _at(ingestion: Ingestion, anchor: str) -> str:
    return address(ingestion, "correct_note", anchor=anchor)


def _new(ingestion: Ingestion) -> str:
    return address(ingestion, "insert_note")


def _marks(ingestion: Ingestion) -> list[tuple[str, str, int]]:
    return [
        (mark.number, one.id, mark.offset)
        for one in now(ingestion).parsed.paragraphs
        for mark in one.markers
    ]


def test_the_form_shows_the_note_and_the_words_before_its_mark(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion, "fn1"))
    assert form.fields["number"] == "1"
    assert form.fields["wording"] == "Resolution 53/144, annex."
    assert (form.fields["paragraph"], form.fields["words"]) == ("pp1", "9 December 1998,")


def test_a_mark_is_put_behind_words(editor_client: Client, ingestion: Ingestion) -> None:
    told = saved(editor_client, _at(ingestion, "fn2"), paragraph="pp 2", words="the  report")
    assert ("2", "pp2", len("Noting the report")) in _marks(ingestion)
    assert told[0] == "Saved as revision 1. Note 2: another mark."


def test_words_that_stand_in_one_paragraph_alone_name_it(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "fn2"), words="Noting the report")
    assert ("2", "pp2", len("Noting the report")) in _marks(ingestion)


def test_a_mark_moves_within_its_paragraph(editor_client: Client, ingestion: Ingestion) -> None:
    saved(editor_client, _at(ingestion, "fn1"), words="resolution 53/144")
    assert _marks(ingestion) == [("1", "pp1", len("Recalling its resolution 53/144"))]


@pytest.mark.parametrize(
    ("changed", "field", "reason"),
    [
        ({"paragraph": "pp9"}, "paragraph", "There is no paragraph “pp9”"),
        ({"paragraph": "pp2", "words": ""}, "words", "Write the words that stand before the mark"),
        ({"words": "nowhere"}, "words", "“nowhere” does not stand in pp 1"),
        ({"words": "o"}, "words", "“o” stands 4 times in pp 1; write more"),
        ({"paragraph": "", "words": "December"}, "words", "stands 2 times in the text"),
        ({"number": "note 1"}, "number", "“note 1” is no number of a note"),
        ({"number": "2"}, "number", "There is a note 2 already"),
        ({"wording": ""}, "wording", "This cannot stay empty. Fill it in."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    changed: dict[str, str],
    field: str,
    reason: str,
    editor_client: Client,
    ingestion: Ingestion,
) -> None:
    form = opened(editor_client, _at(ingestion, "fn1"))
    response = send(editor_client, form, **changed)
    row = response.content.decode().partition(f"field-{field}")[2].partition('"form-row')[0]
    assert f'id="id_{field}_error"' in row
    assert reason in said(response)
    assert not Correction.objects.exists()


def test_words_number_and_mark_are_one_revision(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(
        editor_client,
        _at(ingestion, "fn2"),
        wording="See A/HRC/13/14.",
        number="3",
        paragraph="pp2",
        words="Noting the report",
    )
    assert words(ingestion)["pp2"] == "Noting the report of 9 December 1998,"
    [note] = [one for one in now(ingestion).parsed.footnotes if one.id == "fn3"]
    assert (note.text, note.marked_in) == ("See A/HRC/13/14.", "pp2")
    assert {one.made_in_revision for one in Correction.objects.all()} == {1}


def test_nothing_marks_a_note_whose_place_is_emptied(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "fn1"), paragraph="", words="")
    assert _marks(ingestion) == []


def test_a_mark_is_taken_away_and_the_note_stays(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "fn1"), act="unmark0")
    assert _marks(ingestion) == []
    assert now(ingestion).parsed.footnotes[0].text == "Resolution 53/144, annex."


def test_a_note_is_removed_with_its_mark(editor_client: Client, ingestion: Ingestion) -> None:
    saved(editor_client, _at(ingestion, "fn1"), act="remove", wording="")
    assert [note.number for note in now(ingestion).parsed.footnotes] == ["2"]
    assert _marks(ingestion) == []


def test_a_note_that_is_removed_and_marked_still_is_written_or_its_mark_taken_away(
    editor_client: Client, ingestion: Ingestion
) -> None:
    record = ingestion.parse_result or {}
    Ingestion.objects.update(
        parse_result={**record, "footnotes": [record["footnotes"][1]]},
    )
    form = opened(editor_client, _at(ingestion, "fn1"))
    assert "The file has no such note" in form.page
    assert form.fields["wording"] == ""
    saved(editor_client, _at(ingestion, "fn1"), wording="Resolution 53/144, annex.")
    [note] = [one for one in now(ingestion).parsed.footnotes if one.number == "1"]
    assert (note.text, note.marked_in) == ("Resolution 53/144, annex.", "pp1")


def test_the_first_of_two_notes_with_one_number_is_told_to_be_that(
    editor_client: Client, ingestion: Ingestion
) -> None:
    record = ingestion.parse_result or {}
    first, second = record["footnotes"]
    twice = [first, {**second, "id": "fn1", "number": "1"}]
    Ingestion.objects.update(parse_result={**record, "footnotes": twice, "citations": []})
    page = opened(editor_client, _at(ingestion, "fn1")).page
    assert "2 notes have this number; this is the first of them." in page
    saved(editor_client, _at(ingestion, "fn1"), act="remove")
    assert [note.text for note in now(ingestion).parsed.footnotes] == ["See A/HRC/13/13."]


@pytest.mark.parametrize("anchor", ["fn9", "pp1", "fn"])
def test_what_is_no_note_is_said_to_be_none(
    anchor: str, editor_client: Client, ingestion: Ingestion
) -> None:
    response = editor_client.get(_at(ingestion, anchor))
    assert response.status_code == 404
    assert "There is no note" in said(response)


def test_a_note_leads_to_the_forms_of_what_it_cites(
    editor_client: Client, ingestion: Ingestion
) -> None:
    page = opened(editor_client, _at(ingestion, "fn1")).page
    [span] = [
        f"{one.source}:{one.start}-{one.end}"
        for one in now(ingestion).parsed.citations
        if one.source == "fn1"
    ]
    assert f'href="{address(ingestion, "correct_citation", where=span)}"' in page
    assert f'href="{address(ingestion, "correct_citation", where="fn1")}"' in page


def test_a_note_is_put_in_and_marked(editor_client: Client, ingestion: Ingestion) -> None:
    form = opened(editor_client, _new(ingestion))
    assert form.fields["number"] == "3"
    saved(editor_client, _new(ingestion), wording="See A/66/203.", words="and all others,")
    note = now(ingestion).parsed.footnotes[-1]
    assert (note.text, note.marked_in) == ("See A/66/203.", "pp1")


def test_a_note_is_put_in_without_a_mark(editor_client: Client, ingestion: Ingestion) -> None:
    saved(editor_client, _new(ingestion), number="*", wording="A remark.")
    assert now(ingestion).parsed.footnotes[0].text == "A remark."
    form = opened(editor_client, _at(ingestion, "fn*"))
    assert form.fields["wording"] == "A remark."


def test_a_note_that_is_there_is_not_put_in_again(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _new(ingestion))
    response = send(editor_client, form, number="1", wording="Another.")
    assert "There is a note 1 already" in said(response)
