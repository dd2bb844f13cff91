"""What a publisher publishes is what readers see, whole or not at all."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from archive.corrections.values import Action
from archive.ingest.editing.revisions import StaleRevisionError
from archive.ingest.outcomes import Verdict
from archive.ingest.publishing.publication import PublishRefusedError, publish, reject
from archive.models import (
    ArchiveVersion,
    CatalogueCard,
    Citation,
    Evidence,
    Ingestion,
    Paragraph,
    Resolution,
    Text,
)
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, read_again, set_right

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher", name="Amina")


def _codes(refused: pytest.ExceptionInfo[PublishRefusedError]) -> list[str]:
    return [blocker.code for blocker in refused.value.blockers]


def _keys() -> dict[str, dict[str, int]]:
    """The keys of paragraphs and citations by where they stand."""
    return {
        "paragraphs": dict(Paragraph.objects.values_list("anchor", "pk")),
        "citations": dict(Citation.objects.values_list("words", "pk")),
    }


def test_a_parse_becomes_a_text_that_readers_find(publisher: User) -> None:
    ingestion = parsed()
    outcome = published(ingestion, by=publisher)
    assert (outcome.verdict, outcome.symbol) == (Verdict.ADDED, "A/RES/66/164")
    text = Text.objects.get()
    assert [one.anchor for one in text.paragraphs.in_reading_order()] == ["pp1", "op1", "op2"]
    assert text.source_file == ingestion.source_file
    assert text.published_by == publisher
    assert CatalogueCard.objects.get(symbol="A/RES/66/164").text == text
    assert Resolution.objects.get(symbol="A/RES/66/164").title == "Promotion of the Declaration"


def test_the_ingestion_says_who_published_which_revision(publisher: User) -> None:
    ingestion = parsed()
    published(ingestion, by=publisher)
    ingestion.refresh_from_db()
    assert ingestion.state == Ingestion.State.PUBLISHED
    assert (ingestion.reviewer, ingestion.text) == (publisher, Text.objects.get())
    assert ingestion.published_revision == ingestion.revision == 1
    assert ingestion.reviewed_at == Text.objects.get().published_at
    assert not ingestion.has_unpublished_changes


def test_the_version_of_the_archive_moves() -> None:
    before = ArchiveVersion.objects.number()
    published(parsed())
    assert ArchiveVersion.objects.number() > before


def test_citations_elsewhere_link_themselves() -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 66/164;")
    waiting = make.make_citation(paragraph, "resolution 66/164", "A/RES/66/164")
    published(parsed())
    waiting.refresh_from_db()
    assert waiting.cited_resolution == Resolution.objects.get(symbol="A/RES/66/164")


def test_an_earlier_revision_is_not_published(publisher: User) -> None:
    ingestion = parsed()
    set_right(
        ingestion,
        Action.SET_WORDING,
        "op2",
        before="Decides to remain seized.",
        after="Decides to remain seized of the matter.",
    )
    with pytest.raises(StaleRevisionError):
        publish(ingestion.pk, by=publisher, revision=0)
    assert not Text.objects.exists()


def test_what_is_published_already_is_left_as_it_is(publisher: User) -> None:
    ingestion = parsed()
    published(ingestion, by=publisher)
    version = ArchiveVersion.objects.number()
    assert published(ingestion, by=publisher).verdict == Verdict.UNCHANGED
    assert ArchiveVersion.objects.number() == version
    ingestion.refresh_from_db()
    assert ingestion.revision == 1


def test_what_is_not_parsed_is_refused(publisher: User) -> None:
    waiting = make.make_waiting()
    with pytest.raises(PublishRefusedError) as refused:
        publish(waiting.pk, by=publisher, revision=0)
    assert _codes(refused) == ["not_parsed"]


def test_a_refused_edition_leaves_nothing_behind() -> None:
    gap = build.resolution_text().replace("\t2.\t", "\t4.\t")
    ingestion = parsed(gap)
    with pytest.raises(PublishRefusedError) as refused:
        published(ingestion)
    assert _codes(refused) == ["number_gap"]
    assert not Resolution.objects.exists()
    ingestion.refresh_from_db()
    assert (ingestion.state, ingestion.revision) == (Ingestion.State.PARSED, 0)


def test_a_row_that_the_database_turns_away_is_explained() -> None:
    long = build.resolution_text(operative=[f"Calls upon all States to {'x' * 90} act;"])
    ingestion = parsed(long)
    record = ingestion.parse_result
    assert record is not None
    record["paragraphs"][1]["opening"] = "x" * 200
    ingestion.save()
    with pytest.raises(PublishRefusedError) as refused:
        published(ingestion)
    [blocker] = refused.value.blockers
    assert (blocker.code, blocker.where) == ("refused", "op1")
    assert "has 200 characters" in blocker.message


class TestCorrected:
    """A text that is published already, with more set right in it."""

    @pytest.fixture(autouse=True)
    def _published(self) -> None:
        self.ingestion = parsed()
        published(self.ingestion)
        self.before = _keys()

    def _set_right(self) -> None:
        set_right(
            self.ingestion,
            Action.SET_WORDING,
            "op1",
            before="Calls upon all States to act;",
            after="Calls upon all States to act at once;",
        )

    def test_readers_see_what_was_published_until_it_is_published_again(self) -> None:
        self._set_right()
        assert Paragraph.objects.get(anchor="op1").wording == "Calls upon all States to act;"
        assert published(self.ingestion).verdict == Verdict.CORRECTED
        assert Paragraph.objects.get(anchor="op1").wording == (
            "Calls upon all States to act at once;"
        )
        assert "act at once" in Text.objects.get().wording

    def test_every_row_keeps_its_key(self) -> None:
        text = Text.objects.get()
        self._set_right()
        published(self.ingestion)
        assert _keys() == self.before
        assert Text.objects.get() == text

    def test_readers_first_saw_it_when_they_did(self) -> None:
        first = Text.objects.get()
        self._set_right()
        published(self.ingestion)
        again = Text.objects.get()
        assert (again.published_at, again.published_by) == (
            first.published_at,
            first.published_by,
        )

    def test_a_correction_taken_back_is_taken_back_for_readers_too(self) -> None:
        self._set_right()
        published(self.ingestion)
        self.ingestion.refresh_from_db()
        correction = self.ingestion.corrections.get()
        self.ingestion.revision += 1
        self.ingestion.save()
        correction.undone_at, correction.undone_by = correction.made_at, correction.author
        correction.undone_in_revision = self.ingestion.revision
        correction.save()
        published(self.ingestion)
        assert Paragraph.objects.get(anchor="op1").wording == "Calls upon all States to act;"


class TestReplaced:
    """A held text in whose place another is published."""

    @pytest.fixture(autouse=True)
    def _published(self) -> None:
        self.old = parsed()
        published(self.old)
        self.before = _keys()

    def _better(self) -> Ingestion:
        better = build.resolution_text(
            operative=["Calls upon all States to act at once;", "Decides to remain seized."]
        )
        return parsed(better, follows=self.old)

    def test_another_file_needs_a_reason(self) -> None:
        with pytest.raises(PublishRefusedError) as refused:
            published(self._better(), reason=" ")
        assert _codes(refused) == ["no_reason"]

    def test_the_text_comes_from_the_new_file_and_keeps_its_keys(self) -> None:
        new = self._better()
        assert published(new, reason="A corrigendum").verdict == Verdict.REPLACED
        assert _keys() == self.before
        assert Text.objects.get().source_file == new.source_file
        assert Paragraph.objects.get(anchor="op1").wording.endswith("at once;")

    def test_the_old_file_and_parse_stay_and_say_what_replaced_them(self) -> None:
        new = self._better()
        published(new, reason="A corrigendum")
        self.old.refresh_from_db()
        assert (self.old.text, self.old.state) == (None, Ingestion.State.PUBLISHED)
        assert self.old.parse_result is not None
        assert f"SHA-256 {new.source_file.sha256}. Why: A corrigendum" in self.old.reason
        assert "1 of 3 paragraphs and notes differ, first op1" in self.old.reason

    def test_what_another_parser_reads_in_the_file_needs_no_reason(self) -> None:
        again = read_again(
            self.old, build.resolution_text(operative=["Calls upon all States to act;"])
        )
        outcome = published(again)
        assert outcome.verdict == Verdict.CORRECTED
        assert [one.where for one in outcome.warnings] == ["op2"]
        assert Text.objects.get().parser_version == "99"
        self.old.refresh_from_db()
        assert self.old.reason.startswith("Read again by parser 99 on ")
        assert not Paragraph.objects.filter(anchor="op2").exists()

    def test_what_was_misread_goes_with_its_evidence(self) -> None:
        assert Resolution.objects.get(symbol="A/RES/66/164").meeting == 89
        published(
            read_again(self.old, build.resolution_text().replace("89th plenary meeting\n", ""))
        )
        resolution = Resolution.objects.get(symbol="A/RES/66/164")
        assert resolution.meeting is None
        assert not resolution.evidence.filter(fact="meeting").exists()
        assert resolution.adopted_on is not None

    def test_what_another_text_states_stays(self) -> None:
        Evidence.objects.filter(fact="meeting").update(words="89-я пленарная встреча")
        published(
            read_again(self.old, build.resolution_text().replace("89th plenary meeting\n", ""))
        )
        assert Resolution.objects.get(symbol="A/RES/66/164").meeting == 89

    def test_values_of_people_that_are_taken_along_stay(self) -> None:
        fields: dict[str, Any] = {"before": "89", "after": "90", "evidence": "Seen"}
        made = set_right(self.old, Action.SET_FACT, "masthead.meeting", **fields)
        published(self.old)
        again = read_again(self.old, build.resolution_text())
        fields |= {"author": made.author, "made_at": made.made_at, "made_in_revision": 0}
        set_right(again, Action.SET_FACT, "masthead.meeting", **fields)
        published(again)
        assert Resolution.objects.get(symbol="A/RES/66/164").meeting == 90
        assert Evidence.objects.get(fact="meeting").origin == "person"

    def test_a_file_that_follows_nothing_is_refused(self) -> None:
        with pytest.raises(PublishRefusedError) as refused:
            published(parsed(build.resolution_text() + "\n"))
        assert _codes(refused) == ["symbol_held"]


class TestRejected:
    """A file that is turned down."""

    def test_it_says_who_turned_it_down_and_why(self, publisher: User) -> None:
        ingestion = parsed()
        reject(ingestion.pk, by=publisher, revision=0, reason="A press release")
        ingestion.refresh_from_db()
        assert (ingestion.state, ingestion.reason) == ("rejected", "A press release")
        assert (ingestion.reviewer, ingestion.revision) == (publisher, 1)
        assert ingestion.reviewed_at is not None

    @pytest.mark.parametrize("reason", ["", " \n"])
    def test_it_needs_a_reason(self, publisher: User, reason: str) -> None:
        with pytest.raises(PublishRefusedError) as refused:
            reject(parsed().pk, by=publisher, revision=0, reason=reason)
        assert _codes(refused) == ["no_reason"]

    def test_what_is_published_is_not_turned_down(self, publisher: User) -> None:
        ingestion = parsed()
        published(ingestion)
        with pytest.raises(PublishRefusedError) as refused:
            reject(ingestion.pk, by=publisher, revision=1, reason="A press release")
        assert _codes(refused) == ["published"]

    def test_it_is_turned_down_once(self, publisher: User) -> None:
        ingestion = parsed()
        reject(ingestion.pk, by=publisher, revision=0, reason="A press release")
        with pytest.raises(PublishRefusedError) as refused:
            reject(ingestion.pk, by=publisher, revision=1, reason="Again")
        assert _codes(refused) == ["rejected"]

    def test_an_earlier_revision_is_not_turned_down(self, publisher: User) -> None:
        ingestion = parsed()
        set_right(ingestion, Action.REMOVE, "op2", before="Decides to remain seized.", after=None)
        with pytest.raises(StaleRevisionError):
            reject(ingestion.pk, by=publisher, revision=0, reason="A press release")

    def test_it_is_not_published_any_more(self, publisher: User) -> None:
        ingestion = parsed()
        reject(ingestion.pk, by=publisher, revision=0, reason="A press release.")
        with pytest.raises(PublishRefusedError) as refused:
            published(ingestion)
        [blocker] = refused.value.blockers
        assert blocker.code == "rejected"
        assert blocker.message.startswith("It was turned down: A press release. Have its file")
