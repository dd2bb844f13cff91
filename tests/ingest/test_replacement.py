"""Replacing a text keeps its history: files and ingestions stay, and say what replaced them."""

import dataclasses

import pytest

from archive.ingest.outcomes import Outcome, Verdict
from archive.ingest.publishing.history import history_of
from archive.ingest.refusals import RefusalError
from archive.ingest.storage import store
from archive.models import Citation, Ingestion, Paragraph, Resolution, SourceFile, Text
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import PARSER_VERSION
from tests import builders as build
from tests import factories as make

pytestmark = pytest.mark.django_db


def _replace(parsed: ParsedResolution, content: bytes) -> Outcome:
    return store(build.received(content), parsed, replace=True)


def _better() -> ParsedResolution:
    """The same resolution with other words in its first paragraph and without its sub-paragraph."""
    whole = build.parse_of()
    return build.parse_of(
        paragraphs=(whole.paragraphs[0], build.paragraph("op1", "Calls upon all Governments;"))
    )


@pytest.fixture(autouse=True)
def _held() -> None:
    store(build.received(b"old"), build.parse_of(), replace=False)


def test_the_new_text_stands_alone_in_the_place_of_the_old() -> None:
    assert _replace(_better(), b"new").verdict == Verdict.REPLACED
    text = Text.objects.get()
    assert text.source_file.sha256 == build.received(b"new").sha256
    assert [one.wording for one in text.paragraphs.in_reading_order()] == [
        build.CITING,
        "Calls upon all Governments;",
    ]
    assert (Paragraph.objects.count(), Citation.objects.count()) == (2, 2)


def test_the_old_file_and_its_ingestion_stay_and_say_why() -> None:
    _replace(_better(), b"new")
    assert SourceFile.objects.count() == 2
    old = Ingestion.objects.get(source_file__sha256=build.received(b"old").sha256)
    assert old.text is None
    new = Ingestion.objects.get(source_file__sha256=build.received(b"new").sha256)
    day = f"{new.ingested_at.day} {new.ingested_at:%B %Y}"
    assert old.reason.startswith(
        f"Replaced on {day} by received.txt, SHA-256 {build.received(b'new').sha256}."
    )
    assert "1 of 4 paragraphs and notes differ, first op1" in old.reason
    assert (new.text, new.reason) == (Text.objects.get(), "")


def test_an_anchor_that_is_gone_is_a_warning() -> None:
    outcome = _replace(_better(), b"new")
    assert [(one.code, one.where) for one in outcome.warnings] == [("anchor_gone", "op1-a")]


def test_the_resolution_stays_and_what_cites_it_stays_linked() -> None:
    resolution = Resolution.objects.get(symbol="A/RES/66/164")
    paragraph = build.paragraph("op1", "Recalls resolution 66/164.")
    cited = build.citation(paragraph, "resolution 66/164", "A/RES/66/164")
    citing = build.parse_of(
        "A/RES/68/181", paragraphs=(paragraph,), footnotes=(), citations=(cited,)
    )
    store(build.received(b"citing"), citing, replace=False)
    _replace(_better(), b"new")
    assert Citation.objects.get(text__resolution__symbol="A/RES/68/181").cited_resolution == (
        resolution
    )


def test_the_same_bytes_by_the_same_parser_are_unchanged() -> None:
    assert _replace(build.parse_of(), b"old").verdict == Verdict.UNCHANGED
    assert Ingestion.objects.count() == 1


def test_the_same_bytes_by_another_parser_are_read_again() -> None:
    Text.objects.update(parser_version="0")
    assert _replace(_better(), b"old").verdict == Verdict.REPLACED
    assert Text.objects.get().parser_version == PARSER_VERSION
    assert (SourceFile.objects.count(), Ingestion.objects.count()) == (1, 2)


def test_an_earlier_file_comes_back_without_a_second_copy() -> None:
    _replace(_better(), b"new")
    assert _replace(build.parse_of(), b"old").verdict == Verdict.REPLACED
    assert Text.objects.get().source_file.sha256 == build.received(b"old").sha256
    assert (SourceFile.objects.count(), Ingestion.objects.count()) == (2, 3)


def test_what_people_set_right_is_not_written_over() -> None:
    held = Ingestion.objects.get()
    make.make_correction(held)
    with pytest.raises(RefusalError) as refused:
        _replace(_better(), b"new")
    assert str(refused.value) == (
        "text: People have set a place right in A/RES/66/164, and this command would lose that. "
        "Have the file parsed again by staff, or by “manage.py reparse”, which take it along."
    )
    assert Text.objects.get().source_file.sha256 == build.received(b"old").sha256


def test_every_place_that_stays_keeps_its_row() -> None:
    before = dict(Paragraph.objects.values_list("anchor", "pk"))
    text = Text.objects.get()
    _replace(_better(), b"new")
    assert Text.objects.get() == text
    after = dict(Paragraph.objects.values_list("anchor", "pk"))
    assert after == {anchor: before[anchor] for anchor in ("pp1", "op1")}


def test_two_texts_in_one_place_become_one() -> None:
    other = build.parse_of(language="fr", footnotes=(), citations=())
    plain = [dataclasses.replace(one, markers=()) for one in other.paragraphs]
    other = dataclasses.replace(other, paragraphs=tuple(plain))
    store(build.received(b"french"), other, replace=False)
    assert Text.objects.count() == 2
    Text.objects.update(parser_version="0")
    _replace(build.parse_of(), b"french")
    text = Text.objects.get()
    assert (text.language, text.source_file.sha256) == ("en", build.received(b"french").sha256)
    assert Ingestion.objects.filter(text=None).count() == 2
    gone = history_of(Text).filter(history_type="-").get()
    assert gone.language == "fr"


def test_bytes_that_are_held_as_another_resolution_are_refused() -> None:
    Text.objects.update(parser_version="0")
    with pytest.raises(RefusalError) as refused:
        _replace(build.parse_of("A/RES/68/181"), b"old")
    assert str(refused.value) == (
        "masthead: These bytes are held as A/RES/66/164; now they are read as A/RES/68/181. Take "
        "the held text away first."
    )
    assert Text.objects.get().resolution.symbol == "A/RES/66/164"
