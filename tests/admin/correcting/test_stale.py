"""Two editors on one text: the second save is refused, both versions shown, nothing overwritten."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.admin.correcting import desk
from archive.corrections import making
from archive.corrections.values import Correction as Value
from archive.ingest.editing import correcting
from archive.models import Correction, Ingestion
from tests import factories as make
from tests.admin.correcting.ways import (
    address,
    now,
    opened,
    paragraphs,
    read,
    said,
    saved,
    send,
    words,
)

pytestmark = pytest.mark.django_db

Other = Callable[..., Correction]


@pytest.fixture
def other(ingestion: Ingestion) -> Other:
    """Somebody else, who corrects the ingestion meanwhile."""
    somebody = make.make_staff("editor", name="somebody")

    def correct(make_value: Callable[..., Value], *place: Any, **change: Any) -> Correction:
        edition = now(ingestion)
        return correcting.correct(
            ingestion.pk,
            make_value(edition.parsed, *place, **change),
            by=somebody,
            revision=edition.ingestion.revision,
            evidence="the scan",
        )

    return correct


def _at(ingestion: Ingestion, anchor: str = "op3") -> str:
    return address(ingestion, "correct_paragraph", anchor=anchor)


def test_a_second_save_is_refused_with_both_versions_and_what_was_written_is_kept(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    form = opened(editor_client, _at(ingestion))
    other(making.wording_set, "op3", text="Welcomes the new report;")
    response = send(editor_client, form, wording="Welcomes the old report;", evidence="page 2")
    page = read(response)
    assert page.status == 409
    assert words(ingestion)["op3"] == "Welcomes the new report;"
    assert Correction.objects.count() == 1
    told = said(response)
    assert "You saw revision 0, and it is at revision 1 now." in told
    assert "Op. 3: Set wording, by somebody on" in told
    assert "Welcomes the report of the Secretary-General;" in told
    assert "<del>new</del><ins>old</ins>" in page.page
    assert page.fields["wording"] == "Welcomes the old report;"
    assert page.fields["evidence"] == "page 2"
    assert page.fields["revision"] == "1"


def test_it_is_put_in_the_place_of_the_other_one_deliberately(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    form = opened(editor_client, _at(ingestion))
    other(making.wording_set, "op3", text="Welcomes the new report;")
    page = read(send(editor_client, form, wording="Welcomes the old report;"))
    assert "Save mine in its place" in page.page
    assert send(editor_client, page).status_code == 302
    assert words(ingestion)["op3"] == "Welcomes the old report;"
    assert Correction.objects.get(position=2).before == "Welcomes the new report;"


def test_a_change_of_another_place_is_refused_too_and_saved_again_in_one_step(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    form = opened(editor_client, _at(ingestion))
    other(making.wording_set, "op4", text="Decides so.")
    response = send(editor_client, form, wording="Welcomes it;")
    assert response.status_code == 409
    assert "This place is untouched by that." in said(response)
    assert 'value="Save again"' in response.content.decode()
    assert send(editor_client, read(response)).status_code == 302
    assert words(ingestion)["op3"] == "Welcomes it;"
    assert words(ingestion)["op4"] == "Decides so."


def test_what_others_changed_in_other_fields_is_not_taken_back_unseen(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    form = opened(editor_client, _at(ingestion))
    other(making.label_set, "op3", label="7.")
    response = send(editor_client, form, wording="Welcomes it;")
    assert "What you changed is untouched by that." in said(response)
    page = read(response)
    assert page.fields["label"] == "7."
    assert page.action == _at(ingestion, "op7")
    send(editor_client, page)
    changed = paragraphs(ingestion)["op7"]
    assert (changed.text, changed.label) == ("Welcomes it;", "7.")


def test_a_place_whose_anchor_has_moved_is_found_and_counts_as_untouched(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    form = opened(editor_client, _at(ingestion, "pp1"))
    other(making.inserted, None, kind="preambular", text="Recalling all,")
    response = send(editor_client, form, label="", wording="Recalling resolution 53/144,")
    page = read(response)
    assert page.action == _at(ingestion, "pp2")
    send(editor_client, page)
    assert words(ingestion)["pp2"] == "Recalling resolution 53/144,"
    assert words(ingestion)["pp1"] == "Recalling all,"


def test_the_paragraph_before_it_may_have_another_anchor_only(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    form = opened(editor_client, _at(ingestion, "op1"))
    other(making.inserted, None, kind="preambular", text="Recalling all,")
    response = send(editor_client, form, wording="Calls upon all;")
    assert "This place is untouched by that." in said(response)
    assert read(response).fields["after"] == "pp2"


def test_of_a_place_that_is_gone_what_was_written_is_shown(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    form = opened(editor_client, _at(ingestion, "op4"))
    other(making.removed, "op4")
    response = send(editor_client, form, wording="Decides <b>so</b>.", evidence="page 2")
    assert response.status_code == 409
    assert "op. 4 is not there any more" in said(response)
    assert "Decides &lt;b&gt;so&lt;/b&gt;." in response.content.decode()
    assert "page 2" in said(response)
    assert Correction.objects.count() == 1


def test_of_a_place_for_a_new_paragraph_that_is_gone_the_words_are_shown(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    form = opened(editor_client, address(ingestion, "insert_paragraph", after="op4"))
    other(making.removed, "op4")
    response = send(editor_client, form, wording="Notes it;")
    assert response.status_code == 409
    assert "behind which it was to stand, is not there any more" in said(response)
    assert "Notes it;" in said(response)


def test_a_first_paragraph_is_put_in_before_that_of_somebody_else(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    form = opened(editor_client, address(ingestion, "insert_paragraph", after="start"))
    other(making.inserted, None, kind="preambular", text="Mindful of all,")
    page = read(send(editor_client, form, wording="Recalling all,"))
    assert send(editor_client, page).status_code == 302
    assert list(words(ingestion).values())[:2] == ["Recalling all,", "Mindful of all,"]


def test_a_form_that_was_opened_before_a_publication_is_refused(
    editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion))
    Ingestion.objects.update(revision=1)
    response = send(editor_client, form, wording="Welcomes it;")
    assert response.status_code == 409
    assert "This place is untouched by that." in said(response)


@pytest.mark.parametrize("revision", ["", "7", "-1", "x", "9" * 5000, "²"])
def test_a_form_of_no_revision_is_shown_again_with_what_was_written(
    revision: str, editor_client: Client, ingestion: Ingestion
) -> None:
    form = opened(editor_client, _at(ingestion))
    response = send(editor_client, form, revision=revision, wording="Welcomes it;")
    page = read(response)
    assert page.status == 400
    assert "was not sent whole" in said(response)
    assert (page.fields["wording"], page.fields["revision"]) == ("Welcomes it;", "0")
    assert not Correction.objects.exists()


def test_of_two_who_save_at_the_same_moment_the_second_sees_both_versions(
    editor_client: Client,
    ingestion: Ingestion,
    other: Other,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    form = opened(editor_client, _at(ingestion))
    original = correcting.correct_all

    def overtaken(*args: Any, **options: Any) -> Any:
        monkeypatch.setattr(desk, "correct_all", original)
        other(making.wording_set, "op3", text="Welcomes the new report;")
        return original(*args, **options)

    monkeypatch.setattr(desk, "correct_all", overtaken)
    response = send(editor_client, form, wording="Welcomes the old report;")
    assert response.status_code == 409
    assert "<del>new</del><ins>old</ins>" in response.content.decode()
    assert words(ingestion)["op3"] == "Welcomes the new report;"


def test_a_note_a_fact_a_citation_and_a_new_paragraph_are_refused_likewise(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    span = next(f"{c.source}:{c.start}-{c.end}" for c in now(ingestion).parsed.citations)
    forms = {
        "correct_fact": ({"fact": "meeting"}, {"words": "90", "evidence": "the scan"}),
        "correct_citation": ({"where": span}, {"cites": "A/RES/53/145"}),
        "insert_paragraph": ({"after": "op3"}, {"wording": "Notes it;"}),
        "insert_note": ({}, {"number": "9", "wording": "See A/66/203."}),
    }
    sent = {
        view: (opened(editor_client, address(ingestion, view, **where)), filled)
        for view, (where, filled) in forms.items()
    }
    other(making.inserted, None, kind="preambular", text="Recalling all,")
    for form, filled in sent.values():
        response = send(editor_client, form, **filled)
        assert response.status_code == 409
        page = read(response)
        assert {name: page.fields[name] for name in filled} == filled
        assert send(editor_client, page).status_code == 302
    assert Correction.objects.filter(author__username="editor").count() == len(forms)


def test_words_that_others_have_taken_away_are_no_citation_any_more(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    span = next(f"{c.source}:{c.start}-{c.end}" for c in now(ingestion).parsed.citations)
    form = opened(editor_client, address(ingestion, "correct_citation", where=span))
    other(making.wording_set, "pp1", text="Recalling all,")
    response = send(editor_client, form, cites="A/RES/53/145")
    assert response.status_code == 409
    assert "does not stand in pp 1 any more" in said(response)
    assert "A/RES/53/145" in said(response)


def test_a_warning_that_others_have_settled_is_told_no_more(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    other(making.label_set, "op4", label="9.")
    form = opened(editor_client, address(ingestion, "explain", code="number_gap", where="op9"))
    other(making.label_set, "op9", label="4.")
    response = send(editor_client, form, evidence="So it is printed.")
    assert response.status_code == 409
    assert "So it is printed." in said(response)


def test_chosen_lines_of_the_file_are_kept_when_a_save_is_refused(
    editor_client: Client, ingestion: Ingestion, other: Other
) -> None:
    form = opened(editor_client, address(ingestion, "correct_fact", fact="meeting"))
    other(making.wording_set, "op4", text="Decides so.")
    page = read(send(editor_client, form, words="90", lines=["0", "1"]))
    assert page.fields["lines"] == ["0", "1"]
    assert send(editor_client, page).status_code == 302


def test_saving_while_nobody_else_has_is_not_refused(
    editor_client: Client, editor: User, ingestion: Ingestion
) -> None:
    saved(editor_client, _at(ingestion), wording="Welcomes it;")
    saved(editor_client, _at(ingestion), wording="Welcomes it all;")
    assert {one.author for one in Correction.objects.all()} == {editor}
