"""The form of a paragraph: words, kind, label, parent, place; split, merged, removed, inserted."""

import pytest
from django.test import Client

from archive.models import Correction, Ingestion
from archive.parsing.parsed import ParagraphKind
from tests.admin.correcting.ways import address, opened, paragraphs, said, saved, send, words

pytestmark = pytest.mark.django_db


def _at(ingestion: Ingestion, anchor: str) -> str:
    return address(ingestion, "correct_paragraph", anchor=anchor)


def _after(ingestion: Ingestion, anchor: str) -> str:
    return address(ingestion, "insert_paragraph", after=anchor)


def test_the_form_shows_the_paragraph_as_it_stands(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion, "op2-b"))
    assert form.fields["wording"] == "To act:"
    assert form.fields["kind"] == "operative"
    assert form.fields["label"] == "(b)"
    assert (form.fields["parent"], form.fields["after"]) == ("op2", "op2-a")
    assert form.fields["revision"] == "0"


def test_words_are_changed_and_the_message_says_what_followed(
    editor_client: Client, ingestion: Ingestion
) -> None:
    at = _at(ingestion, "op3")
    told = saved(editor_client, at, wording="Welcomes resolution\n60/161 of 16 December 2005;")
    assert words(ingestion)["op3"] == "Welcomes resolution 60/161 of 16 December 2005;"
    assert told[0] == "Saved as revision 1. Op. 3: other words."
    assert told[1] == "Found anew: “resolution 60/161 of 16 December 2005” for A/RES/60/161."


def test_after_saving_somebody_is_back_at_the_place(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion, "op3"))
    response = send(editor_client, form, label="7.")
    assert response["Location"].endswith(f"/ingestion/{ingestion.pk}/change/#at-op7")


def test_words_label_and_kind_are_one_revision(editor_client: Client, ingestion: Ingestion) -> None:
    told = saved(
        editor_client,
        _at(ingestion, "pp1"),
        wording="Decides to act on resolution 53/144;",
        kind="operative",
        label="9.",
        evidence="Page 2 of the file",
    )
    changed = paragraphs(ingestion)["op9"]
    assert (changed.kind, changed.label) == (ParagraphKind.OPERATIVE, "9.")
    assert {one.made_in_revision for one in Correction.objects.all()} == {1}
    assert {one.evidence for one in Correction.objects.all()} == {"Page 2 of the file"}
    assert "other words, another kind, another label" in told[0]


def test_a_label_that_is_taken_away_does_not_come_to_stand_in_a_heading(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "op3"), kind="heading", label="")
    [heading] = [one for one in paragraphs(ingestion).values() if one.kind == "heading"]
    assert heading.text == "Welcomes the report of the Secretary-General;"


def test_a_label_that_an_operative_paragraph_brings_with_its_words_may_be_written_too(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "pp1"), wording="8. Decides to act;", kind="operative")
    assert paragraphs(ingestion)["op8"].text == "Decides to act;"


def test_a_parent_is_written_as_a_person_names_it(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "op4"), parent="op. 2 (b)", label="(iii)")
    assert paragraphs(ingestion)["op2-b-iii"].text == "Decides to remain seized of the matter."


def test_a_paragraph_moves_and_becomes_part_of_one_that_stood_behind_it(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "op1"), after="op3", parent="op3", label="(a)")
    assert paragraphs(ingestion)["op3-a"].parent == "op3"


def test_a_paragraph_comes_first(editor_client: Client, ingestion: Ingestion) -> None:
    saved(editor_client, _at(ingestion, "op4"), after="start")
    assert next(iter(paragraphs(ingestion))) == "op4"


def test_a_blank_line_splits_a_paragraph(editor_client: Client, ingestion: Ingestion) -> None:
    told = saved(
        editor_client,
        _at(ingestion, "op4"),
        wording="Decides\r\nto remain seized\r\n \r\nof the\r\n\r\n\r\nmatter.",
    )
    assert [*words(ingestion).values()][-3:] == ["Decides to remain seized", "of the", "matter."]
    assert "split in two" in told[0]


def test_single_lines_do_not_split_a_paragraph(editor_client: Client, ingestion: Ingestion) -> None:
    form = opened(editor_client, _at(ingestion, "op4"))
    response = send(editor_client, form, wording="Decides to remain\nseized of the matter.")
    assert "Nothing is changed" in said(response)


def test_words_are_changed_and_merged_with_the_next_at_once(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "op3"), wording="Welcomes it, and", act="merge")
    assert words(ingestion)["op3"] == "Welcomes it, and 4. Decides to remain seized of the matter."


def test_the_last_paragraph_cannot_be_merged(editor_client: Client, ingestion: Ingestion) -> None:
    assert 'value="merge"' in opened(editor_client, _at(ingestion, "op3")).page
    assert 'value="merge"' not in opened(editor_client, _at(ingestion, "op4")).page


def test_a_paragraph_is_removed_whatever_stands_in_the_fields(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "op4"), wording="", act="remove", evidence="a page number")
    assert "op4" not in words(ingestion)
    assert Correction.objects.get().evidence == "a page number"


def test_one_that_others_are_part_of_is_not_removed(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion, "op2"))
    response = send(editor_client, form, act="remove")
    assert "would be part of nothing without op. 2" in said(response)
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field", "reason"),
    [
        ({"wording": " "}, "wording", "This cannot stay empty. Fill it in."),
        ({"label": "fifth"}, "label", "“fifth” is no label for a paragraph"),
        ({"kind": "verse"}, "kind", "That is none of the choices"),
        ({"parent": "op99"}, "parent", "There is no paragraph “op99”"),
        ({"parent": "op4"}, "parent", "Op. 4 stands after op. 3"),
        ({"after": "somewhere"}, "after", "There is no paragraph “somewhere”"),
        ({"after": "op3"}, "after", "Op. 3 cannot follow op. 3"),
        ({"wording": "a\0b"}, "wording", "There is a NUL character in it"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_what_was_typed_is_kept(
    changed: dict[str, str],
    field: str,
    reason: str,
    editor_client: Client,
    ingestion: Ingestion,
) -> None:
    form = opened(editor_client, _at(ingestion, "op3"))
    response = send(editor_client, form, **{"evidence": "typed by hand", **changed})
    page = response.content.decode()
    assert response.status_code == 200
    row = page.partition(f"field-{field}")[2].partition('<div class="form-row')[0]
    assert reason in said(response)
    assert f'id="id_{field}_error"' in row
    assert f"id_{field}_error" in row.partition(f'name="{field}"')[2]
    assert "typed by hand" in page
    assert not Correction.objects.exists()


def test_a_paragraph_that_is_not_there_is_said_to_be_none(
    editor_client: Client, ingestion: Ingestion
) -> None:
    response = editor_client.get(_at(ingestion, "op99"))
    assert response.status_code == 404
    assert "There is no op. 99" in said(response)


def test_the_form_shows_what_the_parser_had_and_who_changed_it(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "op3"), wording="Welcomes it;", evidence="the scan")
    saved(editor_client, _at(ingestion, "op3"), label="7.")
    page = opened(editor_client, _at(ingestion, "op7")).page
    assert "3. Welcomes the report of the Secretary-General;" in page
    assert "<del>the report of the Secretary-General</del><ins>it</ins>" in page
    assert page.index("Set label, by editor on") < page.index("Set wording, by editor on")
    assert "“the scan”" in page


def test_the_form_shows_what_the_file_has_where_words_were_mended(
    editor_client: Client, ingestion: Ingestion
) -> None:
    record = ingestion.parse_result or {}
    mends = [
        {"where": "op3", "found": "re port", "mended": "report"},
        {"where": "op4", "found": "mat ter", "mended": "matter"},
    ]
    Ingestion.objects.update(parse_result={**record, "mends": mends})
    told = said(editor_client.get(_at(ingestion, "op3")))
    assert "The file has 3. Welcomes the re port of the Secretary-General;" in told
    assert "The parser read 3. Welcomes the report of the Secretary-General;" in told
    assert "The file has" not in said(editor_client.get(_at(ingestion, "op1")))


def test_of_a_paragraph_that_was_put_in_the_parser_read_nothing(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _after(ingestion, "start"), wording="Mindful of all,")
    told = said(editor_client.get(_at(ingestion, "pp1")))
    assert "The parser read" not in told
    assert "Insert, by editor on" in told


def test_a_place_behind_a_paragraph_that_is_none_is_none(
    editor_client: Client, ingestion: Ingestion
) -> None:
    assert editor_client.get(_after(ingestion, "op99")).status_code == 404


def test_a_new_first_paragraph_may_have_no_label_of_its_kind_but_in_its_words(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _after(ingestion, "start"))
    response = send(editor_client, form, wording="Mindful of all,", label="first")
    assert "“first” is no label" in said(response)
    assert not Correction.objects.exists()


def test_the_kind_offered_behind_a_heading_is_that_of_a_paragraph(
    editor_client: Client, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion, "op3"), kind="heading", label="")
    assert opened(editor_client, _after(ingestion, "heading1")).fields["kind"] == "operative"


def test_a_paragraph_is_put_in_behind_another(editor_client: Client, ingestion: Ingestion) -> None:
    form = opened(editor_client, _after(ingestion, "op2-a"))
    assert form.fields["kind"] == "operative"
    saved(editor_client, _after(ingestion, "op3"), wording="Notes it;", label="3 bis.")
    after = list(words(ingestion).values())
    assert after[after.index("Notes it;") - 1].startswith("Welcomes the report")


def test_several_paragraphs_are_put_in_at_once(editor_client: Client, ingestion: Ingestion) -> None:
    saved(
        editor_client,
        _after(ingestion, "start"),
        wording="Recalling all,\n\nMindful of all,",
        kind="preambular",
    )
    assert list(words(ingestion).values())[:2] == ["Recalling all,", "Mindful of all,"]


def test_what_was_left_over_is_offered_for_a_new_paragraph(
    editor_client: Client, ingestion: Ingestion
) -> None:
    record = ingestion.parse_result or {}
    Ingestion.objects.update(parse_result={**record, "leftovers": ["A page", "Notes <b>it</b>;"]})
    at = _after(ingestion, "op4")
    assert f'href="{at}?leftover=1"' in opened(editor_client, at).page
    assert opened(editor_client, f"{at}?leftover=1").fields["wording"] == "Notes <b>it</b>;"
    for nonsense in ("7", "-1", "x", "²", "9" * 5_000):
        assert opened(editor_client, f"{at}?leftover={nonsense}").fields["wording"] == ""


def test_a_new_paragraph_without_words_is_refused(
    editor_client: Client, ingestion: Ingestion
) -> None:
    response = send(editor_client, opened(editor_client, _after(ingestion, "op4")))
    assert "This cannot stay empty. Fill it in." in said(response)
    assert not Correction.objects.exists()
