"""For each named rule of the database, how to make a row that breaks it."""

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db.models import Field, Model
from django.utils import timezone

from archive.models import (
    ArchiveVersion,
    CatalogueCard,
    Citation,
    Correction,
    Footnote,
    Ingestion,
    OpeningStrength,
    PairFrequency,
    Paragraph,
    Resolution,
    Word,
    Wording,
)
from tests import factories as make

if TYPE_CHECKING:
    AnyField = Field[Any, Any]
else:
    AnyField = Field

VOTE: dict[str, Any] = {
    "adoption_method": "recorded_vote",
    "votes_in_favour": 1,
    "votes_against": 0,
    "votes_abstaining": 0,
}


def _twice(make_row: Callable[[], object]) -> None:
    make_row()
    make_row()


def paragraph(**fields: Any) -> Paragraph:
    return make.make_paragraph(make.make_text(), "Calls upon all States;", **fields)


def footnote(**fields: Any) -> Footnote:
    paragraph = make.make_paragraph(make.make_text(), "Recalls the Declaration;")
    return make.make_footnote(paragraph, "Resolution 53/144, annex.", **fields)


def _citation(**fields: Any) -> Citation:
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 53/144;")
    return make.make_citation(paragraph, "resolution 53/144", "A/RES/53/144", **fields)


def _card() -> CatalogueCard:
    return CatalogueCard.objects.get(resolution=make.make_resolution())


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


def _of_another_text() -> Paragraph:
    return paragraph(anchor="op9")


def _published_without_a_text() -> Ingestion:
    ingestion = make.make_ingestion(make.make_text())
    _change(ingestion, text=None)
    return ingestion


def _ingested_from_another_file() -> Ingestion:
    ingestion = make.make_ingestion(make.make_text())
    _change(ingestion, source_file=make.make_source_file())
    return ingestion


def _following_itself() -> None:
    ingestion = make.make_waiting()
    _change(ingestion, follows=ingestion)


def _correction(**fields: Any) -> Correction:
    return make.make_correction(make.make_ingestion(make.make_text()), **fields)


def _two_corrections() -> None:
    first = _correction()
    make.make_correction(first.ingestion, position=first.position)


def _two_files_of_a_batch() -> None:
    batch = make.make_batch()
    _twice(lambda: make.make_batch_file(batch, position=1))


def _strength(**fields: Any) -> OpeningStrength:
    place = {"family": "Praise", "phrase": "praise", "rank": 1, "source": "A rule."}
    return OpeningStrength.objects.create(**{**place, **fields})


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
    "resolution_voting_states_are_an_object": lambda: make.make_resolution(
        **VOTE, voting_states=["Chad"]
    ),
    "resolution_voting_states_belong_to_a_recorded_vote": lambda: make.make_resolution(
        adoption_method="without_vote", voting_states={"against": ["Chad"]}
    ),
    "resolution_sponsors_are_an_array": lambda: make.make_resolution(sponsors={"first": "Chad"}),
    "resolution_additional_sponsors_are_an_array": lambda: make.make_resolution(
        additional_sponsors="Chad"
    ),
    "resolution_only_an_adopted_one_is_from_a_draft": lambda: make.make_draft(
        draft_symbol="A/C.3/70/L.45"
    ),
    "resolution_session_starts_at_one": lambda: make.make_resolution(session_ordinal=0),
    "resolution_meeting_starts_at_one": lambda: make.make_resolution(meeting=0),
    "resolution_adopted_as_names_an_adopted_one": lambda: make.make_draft(
        adopted_as=make.make_draft("A/C.3/70/L.45")
    ),
    "evidence_one_for_each_fact": _two_evidences,
    "evidence_has_words": lambda: make.make_evidence(make.make_resolution(), words=""),
    "evidence_origin_is_known": lambda: make.make_evidence(
        make.make_resolution(), origin="hearsay"
    ),
    "evidence_of_a_person_names_who": lambda: make.make_evidence(
        make.make_resolution(), origin="person"
    ),
    "evidence_fact_is_known": lambda: make.make_evidence(make.make_resolution(), fact="colour"),
    "source_file_digest_is_of_the_content": lambda: make.make_source_file(
        b"words", sha256="0" * 64
    ),
    "source_file_size_is_of_the_content": lambda: make.make_source_file(b"words", size_bytes=4),
    "source_file_is_not_empty": lambda: _change(
        make.make_source_file(), content=b"", size_bytes=0, sha256=hashlib.sha256(b"").hexdigest()
    ),
    "source_file_has_a_name": lambda: make.make_source_file(name=""),
    "source_file_has_provenance": lambda: make.make_source_file(received_from=""),
    "source_file_media_type_is_known": lambda: make.make_source_file(media_type="image/png"),
    "text_one_for_each_language": _two_texts,
    "text_language_is_two_letters": lambda: make.make_text(language="E"),
    "text_content_hash_is_sha256": lambda: make.make_text(content_hash="abc"),
    "text_has_wording": lambda: make.make_text(wording=""),
    "text_withdrawal_reason_is_short": lambda: make.make_text(
        withdrawn_at=timezone.now(),
        withdrawn_by=make.make_staff("publisher"),
        withdrawal_reason="w" * 4_001,
    ),
    "text_withdrawn_by_somebody_for_a_reason": lambda: make.make_text(
        withdrawn_at=timezone.now(), withdrawn_by=make.make_staff("publisher")
    ),
    "text_names_its_parser": lambda: make.make_text(parser_version=""),
    "paragraph_anchor_is_unique": lambda: _two_in_one_text(anchor="op1"),
    "paragraph_position_is_unique": lambda: _two_in_one_text(position=1),
    "paragraph_anchor_is_written_by_the_server": lambda: paragraph(anchor="op 1"),
    "paragraph_position_starts_at_one": lambda: paragraph(position=0),
    "paragraph_kind_is_known": lambda: _change(paragraph(), kind="clause"),
    "paragraph_operative_is_numbered": lambda: paragraph(number=None),
    "paragraph_preambular_has_no_parent_label": lambda: paragraph(kind="preambular", label="(a)"),
    "paragraph_within_another_has_a_label_or_is_closing_words": lambda: _change(
        make.make_sub_paragraph(paragraph(), "a", "To report;"), label=""
    ),
    "paragraph_parent_is_of_its_text": lambda: _change(
        make.make_sub_paragraph(paragraph(), "a", "To report;"), parent=_of_another_text()
    ),
    "paragraph_form_is_of_an_opening": lambda: paragraph(opening="", form="recall"),
    "paragraph_rows_are_an_array": lambda: paragraph(rows={"first": [0, 4]}),
    "paragraph_has_wording": lambda: _change(paragraph(), wording=""),
    "footnote_number_is_unique": lambda: _two_notes(number="1"),
    "footnote_position_is_unique": lambda: _two_notes(position=1),
    "footnote_number_is_plain": lambda: footnote(number="1 "),
    "footnote_marker_has_paragraph_and_offset": lambda: footnote(marker_offset=None),
    "footnote_has_wording": lambda: _change(footnote(), wording=""),
    "footnote_position_starts_at_one": lambda: footnote(position=0),
    "footnote_paragraph_is_of_its_text": lambda: _change(footnote(), paragraph=paragraph()),
    "citation_of_whole_cites_a_symbol": lambda: _change(
        _citation(of_whole=True), cited_symbol="", pinpoint="op1"
    ),
    "citation_date_conflict_is_with_a_known_one": lambda: _citation(date_conflict="Another day."),
    "citation_position_is_unique": _two_citations,
    "citation_stands_in_a_paragraph_or_note": lambda: _citation(paragraph=None),
    "citation_span_is_as_long_as_its_words": lambda: _citation(end=99),
    "citation_has_words": lambda: _change(_citation(), words="", end=8),
    "citation_within_a_text_has_a_pinpoint": lambda: _citation(cited_symbol=""),
    "citation_position_starts_at_one": lambda: _citation(position=0),
    "citation_paragraph_is_of_its_text": lambda: _change(_citation(), paragraph=paragraph()),
    "citation_note_is_of_its_text": lambda: _change(_citation(), footnote=footnote()),
    "citation_link_is_to_the_cited_symbol": lambda: _citation(
        cited_resolution=make.make_resolution("A/RES/53/145")
    ),
    "ingestion_state_is_known": lambda: make.make_ingestion(make.make_text(), state="lost"),
    "ingestion_reason_is_short": lambda: make.make_ingestion(make.make_text(), reason="w" * 8_001),
    "ingestion_rejected_has_a_reason": lambda: make.make_ingestion(
        make.make_text(), state="rejected"
    ),
    "ingestion_published_has_a_text_or_says_why_not": _published_without_a_text,
    "ingestion_has_a_parse_once_it_is_read": lambda: make.make_ingestion(
        make.make_text(), parse_result=None
    ),
    "ingestion_that_failed_says_why": lambda: make.make_waiting(state="failed"),
    "ingestion_published_has_a_revision": lambda: make.make_ingestion(
        make.make_text(), published_revision=None
    ),
    "ingestion_publishes_no_later_revision": lambda: make.make_ingestion(
        make.make_text(), published_revision=1
    ),
    "ingestion_does_not_follow_itself": _following_itself,
    "ingestion_text_is_of_its_file": _ingested_from_another_file,
    "correction_position_is_unique": _two_corrections,
    "correction_position_starts_at_one": lambda: _correction(position=0),
    "correction_action_is_known": lambda: _correction(action="guess"),
    "correction_has_a_place": lambda: _correction(where=""),
    "correction_is_undone_by_somebody": lambda: _correction(undone_at=timezone.now()),
    "correction_is_undone_in_a_later_revision": lambda: _correction(
        undone_at=timezone.now(), undone_by=make.make_staff("editor"), undone_in_revision=0
    ),
    "correction_of_a_fact_has_evidence": lambda: _correction(action="set_fact"),
    "batch_has_provenance": lambda: make.make_batch(received_from=""),
    "batch_file_has_a_place": _two_files_of_a_batch,
    "batch_file_position_starts_at_one": lambda: make.make_batch_file(position=0),
    "batch_file_has_a_name": lambda: make.make_batch_file(name=""),
    "batch_file_is_taken_in_or_says_why_not": lambda: make.make_batch_file(refusal=""),
    "batch_file_was_known_as_an_ingestion": lambda: make.make_batch_file(was_known=True),
    "correction_evidence_is_short": lambda: _correction(evidence="w" * 8_001),
    "report_words_are_short": lambda: make.make_report(words="w" * 4_001),
    "report_answer_is_short": lambda: make.make_report(answer="w" * 4_001),
    "report_has_words": lambda: make.make_report(words=""),
    "report_address_is_of_this_archive": lambda: make.make_report(address="elsewhere"),
    "report_state_is_known": lambda: make.make_report(
        state="lost", handled_at=timezone.now(), handled_by=make.make_staff("editor")
    ),
    "report_that_is_closed_has_an_answer": lambda: make.make_report(
        state="mended", handled_at=timezone.now(), handled_by=make.make_staff("editor")
    ),
    "report_is_handled_by_somebody": lambda: make.make_report(state="looked_into"),
    "archive_version_is_one_row": lambda: ArchiveVersion.objects.create(pk=2),
    "card_organ_is_known": lambda: _change(_card(), organ="XX"),
    "card_stage_is_known": lambda: _change(_card(), stage="lost"),
    "word_is_of_three_letters_or_more": lambda: Word.objects.create(word="53/144"),
    "wording_has_words_between_spaces": lambda: Wording.objects.create(
        digest=uuid4(), words="to act", pairs=[]
    ),
    "pair_frequency_is_of_one_or_more": lambda: PairFrequency.objects.create(
        bucket=1, wordings_count=0
    ),
    "strength_has_a_family": lambda: _strength(family=""),
    "strength_phrase_is_in_small_letters": lambda: _strength(phrase="Takes note"),
    "strength_rank_starts_at_one": lambda: _strength(rank=0),
    "strength_has_a_source": lambda: _strength(source=""),
    "strength_source_is_short": lambda: _strength(source="x" * 4001),
    "strength_doubt_is_short": lambda: _strength(doubt="x" * 4001),
}
