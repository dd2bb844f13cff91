"""Facts that people set are published with the edition, and outrank what others say."""

import pytest
from django.contrib.auth.models import User

from archive.corrections.values import Action
from archive.ingest.publishing.publication import PublishRefusedError
from archive.models import (
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
from tests.ingest.publishing.ways import parsed, published, set_right

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


class TestFacts:
    """What people state of a resolution."""

    def _with_title(self) -> Ingestion:
        ingestion = parsed()
        set_right(
            ingestion,
            Action.SET_FACT,
            "masthead.title",
            before="Promotion of the Declaration",
            after="Promotion of the Declaration on defenders",
            evidence="The title page of the printed volume",
        )
        return ingestion

    def test_a_persons_value_wins_over_the_masthead_and_names_its_author(self) -> None:
        ingestion = self._with_title()
        published(ingestion)
        assert Resolution.objects.get(symbol="A/RES/66/164").title == (
            "Promotion of the Declaration on defenders"
        )
        evidence = Evidence.objects.get(fact="title")
        assert (evidence.origin, evidence.words, evidence.stated_by) == (
            "person",
            "The title page of the printed volume",
            ingestion.corrections.get().author,
        )

    def test_a_value_taken_back_gives_way_to_the_masthead(self) -> None:
        ingestion = self._with_title()
        published(ingestion)
        ingestion.refresh_from_db()
        ingestion.revision += 1
        ingestion.save()
        correction = ingestion.corrections.get()
        correction.undone_at, correction.undone_by = correction.made_at, correction.author
        correction.undone_in_revision = ingestion.revision
        correction.save()
        published(ingestion)
        assert Resolution.objects.get(symbol="A/RES/66/164").title == "Promotion of the Declaration"
        evidence = Evidence.objects.get(fact="title")
        assert (evidence.origin, evidence.stated_by) == ("masthead", None)

    def test_a_person_can_say_that_there_is_no_such_fact(self) -> None:
        ingestion = parsed()
        fields = {"before": "89", "after": None, "evidence": "Misprinted"}
        set_right(ingestion, Action.SET_FACT, "masthead.meeting", **fields)
        published(ingestion)
        resolution = Resolution.objects.get(symbol="A/RES/66/164")
        assert resolution.meeting is None
        evidence = resolution.evidence.get(fact="meeting")
        assert (evidence.origin, evidence.words) == ("person", "Misprinted")

    def test_facts_that_no_masthead_prints_are_given_in_words(self) -> None:
        ingestion = parsed()
        fields = {"before": None, "after": "human rights defenders"}
        set_right(ingestion, Action.SET_FACT, "masthead.series", **fields)
        published(ingestion)
        assert Resolution.objects.get(symbol="A/RES/66/164").series == "human rights defenders"

    def test_a_draft_gets_its_sponsors_and_what_was_adopted_in_its_place(self) -> None:
        ingestion = parsed()
        assert ingestion.parse_result is not None
        ingestion.parse_result["masthead"] |= {
            **dict.fromkeys(["symbol", "adopted_on", "meeting", "adoption"]),
            "lines": ["Promotion of the Declaration"],
        }
        ingestion.save()
        for fact, words in (
            ("symbol", "A/C.3/66/L.46"),
            ("adopted_as", "A/RES/66/164"),
            ("sponsors", "Chile, Norway; additional: Peru"),
        ):
            fields = {"before": None, "after": words}
            set_right(ingestion, Action.SET_FACT, f"masthead.{fact}", **fields)
        published(ingestion)
        draft = Resolution.objects.get(symbol="A/C.3/66/L.46")
        assert draft.is_draft
        assert draft.adopted_as == Resolution.objects.get(symbol="A/RES/66/164")
        assert (draft.sponsors, draft.additional_sponsors) == (["Chile", "Norway"], ["Peru"])
        assert set(draft.evidence.values_list("fact", "origin")) >= {
            ("symbol", "person"),
            ("stage", "person"),
            ("adopted_as", "person"),
            ("sponsors", "person"),
        }

    def test_a_symbol_that_a_person_gives_makes_a_file_publishable(self) -> None:
        ingestion = parsed(build.resolution_text().replace("66/164.\t", ""))
        with pytest.raises(PublishRefusedError) as refused:
            published(ingestion)
        assert "no_symbol" in _codes(refused)
        set_right(ingestion, Action.SET_FACT, "masthead.symbol", before=None, after="A/RES/66/164")
        assert published(ingestion).symbol == "A/RES/66/164"
        origins = Evidence.objects.filter(fact__in=["symbol", "stage"])
        assert set(origins.values_list("origin", "words")) == {("person", "as printed")}

    def test_a_text_published_under_a_wrong_symbol_moves_with_nothing_left_behind(self) -> None:
        ingestion = parsed()
        published(ingestion)
        text = Text.objects.get()
        set_right(
            ingestion,
            Action.SET_FACT,
            "masthead.symbol",
            before="A/RES/66/164",
            after="A/RES/66/165",
        )
        published(ingestion)
        assert Text.objects.get() == text
        assert Text.objects.get().resolution.symbol == "A/RES/66/165"
        left = Resolution.objects.get(symbol="A/RES/66/164")
        assert (left.title, left.adopted_on, left.evidence.count()) == ("", None, 0)
        assert CatalogueCard.objects.get(symbol="A/RES/66/164").text is None
