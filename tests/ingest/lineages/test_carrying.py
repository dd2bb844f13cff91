"""What a person says of paragraphs goes along with their words when a text is written anew."""

import pytest
from django.contrib.auth.models import User

from archive.ingest.lineages.deciding import confirm_pairing, deny_pairing, pair_instead
from archive.ingest.publishing.history import history_of
from archive.ingest.rows import remove_text
from archive.models import Ingestion, ParagraphPairing
from tests import builders as build
from tests import factories as make
from tests.ingest.lineages.series import (
    IMPUNITY,
    LAWS,
    NAME,
    NEW,
    OLD,
    SEIZED,
    WHY,
    WOMEN,
    came,
    joined,
    paragraph,
    records,
)
from tests.ingest.publishing.ways import parsed, published, read_again

pytestmark = pytest.mark.django_db


class TestWrittenAnew:
    """A published text that another file or reading takes the place of."""

    FIRST = (LAWS, IMPUNITY, SEIZED)

    @pytest.fixture
    def row(self, publisher: User) -> Ingestion:
        """A text of three paragraphs, the second of which somebody has paired with an older one."""
        came(OLD, [WOMEN])
        make.make_resolution("A/RES/66/164", series=NAME)
        row = parsed(build.resolution_text(operative=self.FIRST))
        published(row)
        confirm_pairing(
            paragraph(OLD, "op1").pk,
            paragraph("A/RES/66/164", "op2").pk,
            by=publisher,
            reason=WHY,
        )
        return row

    def test_decisions_on_neighbours_go_along_when_both_move_down(self, publisher: User) -> None:
        came(OLD, [WOMEN])
        make.make_resolution("A/RES/66/164", series=NAME)
        row = parsed(build.resolution_text(operative=self.FIRST))
        published(row)
        wrong, right = (paragraph("A/RES/66/164", anchor).pk for anchor in ("op1", "op2"))
        pair_instead(paragraph(OLD, "op1").pk, wrong=wrong, right=right, by=publisher, reason=WHY)
        self._read_as(row, "Welcomes the report;", *self.FIRST)
        decided = ParagraphPairing.objects.decided().order_by("later__anchor")
        assert [(one.later.anchor, one.decision) for one in decided] == [
            ("op2", "denied"),
            ("op3", "confirmed"),
        ]
        assert {"56 op1", "66 op3"} in joined()

    def test_a_decision_on_a_text_that_is_taken_away_goes_into_the_history(
        self, publisher: User
    ) -> None:
        came(OLD, [WOMEN])
        came(NEW, [LAWS])
        both = (paragraph(symbol, "op1").pk for symbol in (OLD, NEW))
        confirm_pairing(*both, by=publisher, reason=WHY)
        [held] = ParagraphPairing.objects.decided()
        kept = records("Another text took its place")
        remove_text(held.later.text, kept)
        kept.write()
        assert not ParagraphPairing.objects.exists()
        last = history_of(ParagraphPairing).first()
        assert (last.id, last.history_type, last.decision) == (held.pk, "-", "confirmed")
        assert last.history_change_reason == "Another text took its place"

    def test_of_two_decisions_that_come_to_be_on_the_same_words_the_latest_stays(
        self, publisher: User
    ) -> None:
        came(OLD, [WOMEN])
        make.make_resolution("A/RES/66/164", series=NAME)
        row = parsed(build.resolution_text(operative=[IMPUNITY, SEIZED, IMPUNITY]))
        published(row)
        for anchor, decide in (("op1", confirm_pairing), ("op3", deny_pairing)):
            two = paragraph(OLD, "op1").pk, paragraph("A/RES/66/164", anchor).pk
            decide(*two, by=publisher, reason=WHY)
        self._read_as(row, IMPUNITY, SEIZED)
        [left] = ParagraphPairing.objects.decided()
        assert (left.decision, left.later.anchor) == ("denied", "op1")

    def _read_as(self, row: Ingestion, *operative: str) -> None:
        published(read_again(row, build.resolution_text(operative=operative)))

    def test_a_decision_stays_with_a_paragraph_that_is_read_a_little_otherwise(
        self, row: Ingestion
    ) -> None:
        self._read_as(row, LAWS, IMPUNITY.replace("threats", "all threats"), SEIZED)
        assert {"56 op1", "66 op2"} in joined()

    def test_a_decision_goes_along_with_the_words_to_another_anchor(self, row: Ingestion) -> None:
        self._read_as(row, LAWS, "Welcomes the report;", IMPUNITY, SEIZED)
        assert {"56 op1", "66 op3"} in joined()
        assert history_of(ParagraphPairing).filter(history_type="~").exists()

    def test_a_decision_goes_along_with_most_of_the_words_of_what_was_split(
        self, row: Ingestion
    ) -> None:
        first, second = IMPUNITY.split(" for ")
        self._read_as(row, LAWS, f"Stresses {second}", f"{first} for attacks;", SEIZED)
        assert {"56 op1", "66 op3"} in joined()

    def test_a_decision_goes_to_no_paragraph_that_was_there_before(self, publisher: User) -> None:
        came(OLD, [WOMEN])
        make.make_resolution("A/RES/66/164", series=NAME)
        like = IMPUNITY.replace("threats and", "all")
        row = parsed(build.resolution_text(operative=[IMPUNITY, like]))
        published(row)
        keys = (paragraph(OLD, "op1").pk, paragraph("A/RES/66/164", "op1").pk)
        confirm_pairing(*keys, by=publisher, reason=WHY)
        self._read_as(row, "Welcomes the report;", like)
        assert not ParagraphPairing.objects.decided().exists()

    def test_a_decision_goes_where_nothing_has_the_words_any_more(self, row: Ingestion) -> None:
        self._read_as(row, LAWS, "Welcomes the report;", SEIZED)
        assert not ParagraphPairing.objects.decided().exists()
        assert {"56 op1"} in joined()
        assert history_of(ParagraphPairing).first().history_type == "-"
