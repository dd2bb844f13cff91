"""What a person says of two paragraphs wins, and stays when texts are published again."""

import pytest
from django.contrib.auth.models import User

from archive.comparison.verdicts import verdict
from archive.ingest.lineages.deciding import (
    confirm_pairing,
    deny_pairing,
    forget_decision,
    pair_instead,
)
from archive.ingest.lineages.following import follow_everything
from archive.ingest.lineages.reasons import DecisionError
from archive.ingest.publishing.history import history_of
from archive.ingest.publishing.withdrawal import restore, withdraw
from archive.models import (
    ArchiveVersion,
    ComparedTexts,
    LineagePlace,
    Paragraph,
    ParagraphPairing,
    Resolution,
)
from tests.ingest.lineages.series import (
    IMPUNITY,
    LAWS,
    NEW,
    OLD,
    SEIZED,
    WHY,
    WOMEN,
    came,
    followed,
    joined,
    lineage_of,
    paragraph,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts() -> None:
    """Op. 1 is kept; op. 2 of the one is another paragraph than op. 2 and 3 of the other."""
    came(OLD, [LAWS, SEIZED])
    came(NEW, [LAWS, WOMEN, IMPUNITY])


@pytest.mark.usefixtures("texts")
class TestDecisions:
    """Two texts in a series, and what somebody says of their paragraphs."""

    def test_two_that_comparing_has_not_paired_are_one_once_that_is_confirmed(
        self, publisher: User
    ) -> None:
        one, other = paragraph(OLD, "op2"), paragraph(NEW, "op3")
        confirm_pairing(other.pk, one.pk, by=publisher, reason=f"  {WHY}\n")
        assert {"56 op2", "58 op3"} in joined()
        row = ParagraphPairing.objects.between(one, other).get()
        assert (row.earlier, row.later, row.decision) == (one, other, "confirmed")
        assert (row.decided_by, row.reason, row.fate) == (publisher, WHY, "reworded")
        place = LineagePlace.objects.get(paragraph=other)
        assert (place.before, place.fate) == (one, "reworded")

    def test_two_that_comparing_has_paired_are_parted_once_that_is_denied(
        self, publisher: User
    ) -> None:
        one, other = paragraph(OLD, "op1"), paragraph(NEW, "op1")
        assert lineage_of(NEW, "op1") == f"{OLD}/op1"
        deny_pairing(one.pk, other.pk, by=publisher, reason=WHY)
        assert lineage_of(NEW, "op1") == f"{NEW}/op1"
        assert LineagePlace.objects.get(paragraph=other).fate == "new"

    def test_another_pair_is_put_in_the_place_of_a_wrong_one(self, publisher: User) -> None:
        one, wrong, right = (paragraph(*at) for at in ((OLD, "op1"), (NEW, "op1"), (NEW, "op2")))
        pair_instead(one.pk, wrong=wrong.pk, right=right.pk, by=publisher, reason=WHY)
        assert joined() >= {frozenset({"56 op1", "58 op2"}), frozenset({"58 op1"})}

    def test_nothing_is_denied_where_the_other_pair_cannot_be(self, publisher: User) -> None:
        one, wrong = paragraph(OLD, "op1"), paragraph(NEW, "op1")
        with pytest.raises(DecisionError):
            pair_instead(
                one.pk,
                wrong=wrong.pk,
                right=paragraph(OLD, "op2").pk,
                by=publisher,
                reason=WHY,
            )
        assert not ParagraphPairing.objects.decided().exists()

    def test_taken_back_comparing_says_again_what_became_of_it(self, publisher: User) -> None:
        one, other = paragraph(OLD, "op1"), paragraph(NEW, "op1")
        before = joined()
        deny_pairing(one.pk, other.pk, by=publisher, reason=WHY)
        forget_decision(one.pk, other.pk, by=publisher, reason="It was the other paragraph.")
        assert joined() == before
        row = ParagraphPairing.objects.between(one, other).get()
        assert (row.decision, row.decided_by, row.reason) == ("machine", None, "")

    def test_what_nobody_has_decided_is_not_taken_back(self, publisher: User) -> None:
        one, other = paragraph(OLD, "op1"), paragraph(NEW, "op1")
        with pytest.raises(DecisionError, match="Nobody has decided"):
            forget_decision(one.pk, other.pk, by=publisher, reason=WHY)

    def test_it_stays_when_a_text_is_published_again(self, publisher: User) -> None:
        one, other = paragraph(OLD, "op1"), paragraph(NEW, "op1")
        deny_pairing(one.pk, other.pk, by=publisher, reason=WHY)
        confirm_pairing(one.pk, paragraph(NEW, "op2").pk, by=publisher, reason=WHY)
        followed(other.text.resolution, rewritten=[other.text_id])
        assert joined() >= {frozenset({"56 op1", "58 op2"}), frozenset({"58 op1"})}

    def test_it_stays_when_all_is_compared_anew(self, publisher: User) -> None:
        deny_pairing(paragraph(OLD, "op1").pk, paragraph(NEW, "op1").pk, by=publisher, reason=WHY)
        ComparedTexts.objects.update(method="0")
        assert [number for _, number in follow_everything(method="1")] == [1]
        assert lineage_of(NEW, "op1") == f"{NEW}/op1"

    def test_it_stays_when_a_text_is_withdrawn_and_restored(self, publisher: User) -> None:
        confirm_pairing(
            paragraph(OLD, "op2").pk, paragraph(NEW, "op3").pk, by=publisher, reason=WHY
        )
        text = paragraph(NEW, "op1").text_id
        withdraw(text, by=publisher, reason="A person is named in it.")
        assert not LineagePlace.objects.filter(paragraph__text=text).exists()
        restore(text, by=publisher)
        assert {"56 op2", "58 op3"} in joined()

    def test_it_stays_when_texts_come_between(self, publisher: User) -> None:
        confirm_pairing(
            paragraph(OLD, "op2").pk, paragraph(NEW, "op3").pk, by=publisher, reason=WHY
        )
        for number in range(2, 6):
            came(f"A/RES/57/{number}", [LAWS])
        assert {"56 op2", "58 op3"} in joined()
        assert ComparedTexts.objects.get(method="").pairings.count() == 1

    def test_it_holds_when_the_two_texts_have_changed_places(self, publisher: User) -> None:
        confirm_pairing(
            paragraph(OLD, "op2").pk, paragraph(NEW, "op3").pk, by=publisher, reason=WHY
        )
        row = Resolution.objects.get(symbol=OLD)
        Resolution.objects.filter(pk=row.pk).update(adopted_on="2010-12-19")
        followed(row)
        place = LineagePlace.objects.get(paragraph=paragraph(OLD, "op2"))
        assert place.before == paragraph(NEW, "op3")

    def test_what_became_of_it_is_told_by_the_words_as_they_are_now(self, publisher: User) -> None:
        one, other = paragraph(OLD, "op2"), paragraph(NEW, "op3")
        confirm_pairing(one.pk, other.pk, by=publisher, reason=WHY)
        Paragraph.objects.filter(pk=other.pk).update(wording=one.wording)
        followed(other.text.resolution, rewritten=[other.text_id])
        assert LineagePlace.objects.get(paragraph=other).fate == "kept"

    def test_readers_are_shown_it_at_once_and_the_history_says_who(self, publisher: User) -> None:
        version = ArchiveVersion.objects.number()
        deny_pairing(paragraph(OLD, "op1").pk, paragraph(NEW, "op1").pk, by=publisher, reason=WHY)
        assert ArchiveVersion.objects.number() > version
        state = history_of(ParagraphPairing).get()
        assert state.history_user == publisher
        assert state.history_change_reason == f"Denied by a person: {WHY}"
        assert state.decision == "denied"

    @pytest.mark.parametrize("reason", ["", " \n ", "w" * 4_001])
    def test_a_reason_is_asked_for_and_has_a_length(self, publisher: User, reason: str) -> None:
        one, other = paragraph(OLD, "op1"), paragraph(NEW, "op1")
        with pytest.raises(DecisionError, match=r"Say why|Shorten it"):
            deny_pairing(one.pk, other.pk, by=publisher, reason=reason)

    def test_two_of_one_text_are_never_one(self, publisher: User) -> None:
        one, other = paragraph(NEW, "op1"), paragraph(NEW, "op2")
        with pytest.raises(DecisionError, match=r"op\. 1 and op\. 2 stand in one text"):
            confirm_pairing(one.pk, other.pk, by=publisher, reason=WHY)

    def test_two_must_be_of_one_series(self, publisher: User) -> None:
        came("A/RES/60/7", [LAWS], series="another")
        one, other = paragraph(OLD, "op1"), paragraph("A/RES/60/7", "op1")
        with pytest.raises(DecisionError, match="not members of one series"):
            confirm_pairing(one.pk, other.pk, by=publisher, reason=WHY)

    def test_a_paragraph_that_is_gone_is_said_to_be(self, publisher: User) -> None:
        one = paragraph(OLD, "op1")
        with pytest.raises(DecisionError, match="not there any more"):
            confirm_pairing(one.pk, 0, by=publisher, reason=WHY)

    def test_a_text_that_is_withdrawn_is_not_decided_on(self, publisher: User) -> None:
        one, other = paragraph(OLD, "op1"), paragraph(NEW, "op1")
        withdraw(other.text_id, by=publisher, reason="A person is named in it.")
        with pytest.raises(DecisionError, match="withdrawn"):
            deny_pairing(one.pk, other.pk, by=publisher, reason=WHY)


class TestParts:
    """Two paragraphs that were merged into one, and what somebody says of one of them."""

    @pytest.fixture(autouse=True)
    def merged(self) -> None:
        came(OLD, [LAWS, IMPUNITY])
        came(NEW, [f"{LAWS.removesuffix(';')}, and {IMPUNITY}"])
        assert {one.fate for one in ParagraphPairing.objects.all()} == {"merged"}

    def test_of_parts_that_are_denied_but_for_one_that_one_was_reworded(
        self, publisher: User
    ) -> None:
        whole = paragraph(NEW, "op1")
        deny_pairing(paragraph(OLD, "op2").pk, whole.pk, by=publisher, reason=WHY)
        place = LineagePlace.objects.get(paragraph=whole)
        before = paragraph(OLD, "op1")
        assert (place.before, place.fate) == (before, "reworded")
        assert place.likeness == verdict(before.wording, whole.wording).likeness
        left = ParagraphPairing.objects.between(before, whole).get()
        assert (left.fate, left.likeness) == ("reworded", place.likeness)
        forget_decision(paragraph(OLD, "op2").pk, whole.pk, by=publisher, reason=WHY)
        assert {one.fate for one in ParagraphPairing.objects.all()} == {"merged"}

    def test_what_became_of_a_part_is_told_anew_when_its_text_is_written_anew(
        self, publisher: User
    ) -> None:
        one, whole = paragraph(OLD, "op1"), paragraph(NEW, "op1")
        confirm_pairing(one.pk, whole.pk, by=publisher, reason=WHY)
        Paragraph.objects.filter(pk=whole.pk).update(wording=one.wording)
        followed(whole.text.resolution, rewritten=[whole.text_id])
        row = ParagraphPairing.objects.decided().get()
        assert (row.decision, row.fate, row.likeness) == ("confirmed", "kept", 1)
        assert LineagePlace.objects.get(paragraph=whole).fate == "kept"

    def test_what_became_of_a_part_is_told_by_its_words_once_its_texts_are_not_compared(
        self, publisher: User
    ) -> None:
        one, whole = paragraph(OLD, "op1"), paragraph(NEW, "op1")
        confirm_pairing(one.pk, whole.pk, by=publisher, reason=WHY)
        for number in range(2, 6):
            came(f"A/RES/57/{number}", [SEIZED])
        assert ParagraphPairing.objects.decided().get().fate == "reworded"
        assert LineagePlace.objects.get(paragraph=whole).fate == "reworded"
