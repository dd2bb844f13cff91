"""A place is followed back to what the parser had, through every correction of it."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from archive.corrections import making
from archive.corrections.values import Correction as Value
from archive.ingest.editing.correcting import correct
from archive.ingest.editing.editions import edition_of
from archive.ingest.editing.tracing import Trace, place_in, trace
from archive.models import Ingestion
from archive.parsing.parsed import ParsedResolution
from tests import factories as make
from tests.corrections.texts import plain_text
from tests.ingest.editing.texts import in_review

pytestmark = pytest.mark.django_db

Make = Callable[[ParsedResolution], Value]


@pytest.fixture
def editor(db: None) -> User:
    return make.make_staff("editor")


def _traced(editor: User, anchor: str, *values: Make) -> Trace:
    ingestion = in_review()
    for value in values:
        row = Ingestion.objects.with_file().get(pk=ingestion.pk)
        made = value(edition_of(row).parsed)
        correct(row.pk, made, by=editor, revision=row.revision, evidence="the scan")
    return trace(edition_of(Ingestion.objects.get(pk=ingestion.pk)), anchor)


def _actions(found: Trace) -> list[str]:
    return [one.action for one in found.corrections]


def test_what_nobody_has_corrected_is_where_the_parser_had_it(editor: User) -> None:
    assert _traced(editor, "op3") == Trace(anchor="op3", corrections=())


def test_a_paragraph_is_followed_through_words_label_and_kind(editor: User) -> None:
    found = _traced(
        editor,
        "op9",
        lambda one: making.wording_set(one, "op4", text="Decides so."),
        lambda one: making.wording_set(one, "op3", text="Welcomes it;"),
        lambda one: making.label_set(one, "op4", label="9."),
    )
    assert found.anchor == "op4"
    assert _actions(found) == ["set_label", "set_wording"]


def test_a_paragraph_whose_anchor_moved_with_others_is_found_by_its_words(editor: User) -> None:
    found = _traced(
        editor,
        "pp2",
        lambda one: making.inserted(one, None, kind="preambular", text="Mindful of all,"),
    )
    assert found == Trace(anchor="pp1", corrections=())


def test_a_paragraph_that_was_put_in_was_nowhere(editor: User) -> None:
    found = _traced(
        editor,
        "pp1",
        lambda one: making.inserted(one, None, kind="preambular", text="Mindful of all,"),
        lambda one: making.wording_set(one, "pp1", text="Mindful of everything,"),
    )
    assert found.anchor is None
    assert _actions(found) == ["set_wording", "insert"]


@pytest.mark.parametrize("anchor", ["op4", "op4-p1"])
def test_both_parts_of_a_paragraph_come_from_the_whole(editor: User, *, anchor: str) -> None:
    def split(one: ParsedResolution) -> Value:
        return making.split(one, "op4", at=len("Decides to remain"))

    found = _traced(editor, anchor, split)
    assert (found.anchor, _actions(found)) == ("op4", ["split"])


def test_places_are_found_by_words_only_where_these_stand_once() -> None:
    parsed = plain_text()
    assert place_in(parsed, "op9", words="In time;") == "op2-b-i"
    assert place_in(parsed, "op9", words="nowhere") is None
    assert place_in(parsed, "op2", words="nowhere") == "op2"
    assert place_in(parsed, "op2-a", words=_words(parsed)["op2-a"]) == "op2-a"


def _words(parsed: ParsedResolution) -> dict[str, str]:
    return {one.id: one.text for one in parsed.paragraphs}
