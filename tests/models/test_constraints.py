"""Every rule about a row is a named constraint, and the database refuses a row that breaks it."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Model

from archive.models import Citation, Footnote, Paragraph, Resolution
from tests import factories as make

pytestmark = pytest.mark.django_db


def _twice(make_row: Callable[[], object]) -> None:
    make_row()
    make_row()


def _paragraph(**fields: Any) -> Paragraph:
    return make.make_paragraph(make.make_text(), "Calls upon all States;", **fields)


def _footnote(**fields: Any) -> Footnote:
    paragraph = make.make_paragraph(make.make_text(), "Recalls the Declaration;")
    return make.make_footnote(paragraph, "Resolution 53/144, annex.", **fields)


def _citation(**fields: Any) -> Citation:
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 53/144;")
    return make.make_citation(paragraph, "resolution 53/144", "A/RES/53/144", **fields)


def _two_in_one_text(**fields: Any) -> None:
    text = make.make_text()
    make.make_paragraph(text, "One;", **fields)
    make.make_paragraph(text, "Two;", **fields)


def _two_notes(**fields: Any) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls the Declaration;")
    make.make_footnote(paragraph, "One.", **fields)
    make.make_footnote(paragraph, "Two.", **fields)


def _two_citations() -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 53/144;")
    for _ in range(2):
        make.make_citation(paragraph, "resolution 53/144", "A/RES/53/144", position=1)


def _own_adoption() -> None:
    draft = make.make_draft()
    Resolution.objects.filter(pk=draft.pk).update(adopted_as=draft)


def _two_texts() -> None:
    resolution = make.make_resolution()
    _twice(lambda: make.make_text(resolution))


def _two_evidences() -> None:
    resolution = make.make_resolution()
    _twice(lambda: make.make_evidence(resolution))


def _change(row: Model, **fields: Any) -> None:
    type(row)._default_manager.filter(pk=row.pk).update(**fields)


BROKEN: dict[str, Callable[[], object]] = {
    "resolution_symbol_is_canonical": lambda: Resolution.objects.create(
        symbol="A/RES/2200 A (XXI)", organ="GA", number="2200A"
    ),
    "resolution_organ_is_known": lambda: make.make_resolution(organ="XX"),
    "resolution_stage_is_known": lambda: make.make_resolution(stage="lost"),
    "resolution_stage_is_that_of_its_symbol": lambda: make.make_resolution(
        "A/C.3/70/L.46", stage="adopted"
    ),
    "resolution_only_a_draft_is_adopted_as_another": lambda: make.make_resolution(
        adopted_as=make.make_resolution()
    ),
    "resolution_is_not_adopted_as_itself": _own_adoption,
    "resolution_draft_has_no_adoption": lambda: make.make_draft(meeting=89),
    "resolution_votes_belong_to_a_recorded_vote": lambda: make.make_resolution(votes_against=3),
    "resolution_adoption_method_is_known": lambda: make.make_resolution(adoption_method="lot"),
    "evidence_one_for_each_fact": _two_evidences,
    "evidence_has_words": lambda: make.make_evidence(make.make_resolution(), words=""),
    "evidence_origin_is_known": lambda: make.make_evidence(
        make.make_resolution(), origin="hearsay"
    ),
    "source_file_digest_is_of_the_content": lambda: make.make_source_file(
        b"words", sha256="0" * 64
    ),
    "source_file_size_is_of_the_content": lambda: make.make_source_file(b"words", size_bytes=4),
    "source_file_is_not_empty": lambda: _change(
        make.make_source_file(), content=b"", size_bytes=0, sha256=hashlib.sha256(b"").hexdigest()
    ),
    "text_one_for_each_language": _two_texts,
    "text_language_is_two_letters": lambda: make.make_text(language="E"),
    "text_content_hash_is_sha256": lambda: make.make_text(content_hash="abc"),
    "text_has_wording": lambda: make.make_text(wording=""),
    "paragraph_anchor_is_unique": lambda: _two_in_one_text(anchor="op1"),
    "paragraph_position_is_unique": lambda: _two_in_one_text(position=1),
    "paragraph_anchor_is_written_by_the_server": lambda: _paragraph(anchor="op 1"),
    "paragraph_position_starts_at_one": lambda: _paragraph(position=0),
    "paragraph_kind_is_known": lambda: _change(_paragraph(), kind="clause"),
    "paragraph_operative_is_numbered": lambda: _paragraph(number=None),
    "paragraph_preambular_has_no_parent_label": lambda: _paragraph(kind="preambular", label="(a)"),
    "paragraph_has_wording": lambda: _change(_paragraph(), wording=""),
    "footnote_number_is_unique": lambda: _two_notes(number="1"),
    "footnote_position_is_unique": lambda: _two_notes(position=1),
    "footnote_number_is_plain": lambda: _footnote(number="1 "),
    "footnote_marker_has_paragraph_and_offset": lambda: _footnote(marker_offset=None),
    "footnote_has_wording": lambda: _change(_footnote(), wording=""),
    "citation_position_is_unique": _two_citations,
    "citation_stands_in_a_paragraph_or_note": lambda: _citation(paragraph=None),
    "citation_span_is_as_long_as_its_words": lambda: _citation(end=99),
    "citation_has_words": lambda: _change(_citation(), words="", end=8),
    "citation_within_a_text_has_a_pinpoint": lambda: _citation(cited_symbol=""),
    "citation_link_needs_a_symbol": lambda: _citation(
        cited_symbol="", pinpoint="op1", cited_resolution=make.make_resolution()
    ),
    "ingestion_state_is_known": lambda: make.make_ingestion(make.make_text(), state="lost"),
    "ingestion_rejected_has_a_reason": lambda: make.make_ingestion(
        make.make_text(), state="rejected"
    ),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_database_refuses_a_row_that_breaks(name: str) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        BROKEN[name]()


def test_every_constraint_of_every_model_is_tried() -> None:
    named = {
        constraint.name
        for model in apps.get_app_config("archive").get_models()
        for constraint in model._meta.constraints
    }
    assert named == set(BROKEN)


def test_two_source_files_never_have_the_same_bytes() -> None:
    make.make_source_file(b"the same words")
    with pytest.raises(IntegrityError, match="sha256"), transaction.atomic():
        make.make_source_file(b"the same words")


def test_a_symbol_names_one_resolution() -> None:
    make.make_resolution("A/RES/66/164")
    with pytest.raises(IntegrityError, match="symbol"), transaction.atomic():
        make.make_resolution("A/RES/66/164")
