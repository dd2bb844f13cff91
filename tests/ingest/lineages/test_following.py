"""Lineages follow what is published and withdrawn: at once, and no more than it touches."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from archive.corrections.values import Action
from archive.ingest.lineages.following import follow_everything, follow_series
from archive.ingest.publishing.withdrawal import restore, withdraw
from archive.models import (
    ArchiveVersion,
    ComparedTexts,
    Lineage,
    LineagePlace,
    Paragraph,
    ParagraphPairing,
    Resolution,
    Series,
    Text,
)
from tests import builders as build
from tests import factories as make
from tests.ingest.lineages.series import (
    ALL,
    IMPUNITY,
    LAWS,
    SEIZED,
    WORDINGS,
    all_came,
    came,
    followed,
    joined,
    lineage_of,
    paragraph,
    paragraphs_of,
)
from tests.ingest.publishing.ways import parsed as ingestion_of
from tests.ingest.publishing.ways import published, set_right

pytestmark = pytest.mark.django_db


def _rows(*models: Any) -> list[list[dict[str, Any]]]:
    return [list(model.objects.order_by("pk").values()) for model in models]


def _compared() -> set[tuple[str, str]]:
    """What has been compared, by the sessions of both."""
    ends = ("earlier__resolution__session", "later__resolution__session")
    return set(ComparedTexts.objects.exclude(method="").values_list(*ends))


@pytest.mark.parametrize("order", [*permutations(WORDINGS)][5::9])
def test_the_lineages_are_the_same_in_whatever_order_texts_come(order: Sequence[str]) -> None:
    for symbol in order:
        came(symbol)
    assert joined() == ALL


def test_each_place_says_what_became_of_the_one_before() -> None:
    all_came()
    places = LineagePlace.objects.filter(lineage__name="A/RES/56/1/op1").in_order_of_the_series()
    told = [(one.paragraph.anchor, one.fate, one.before_id) for one in places]
    first, second = paragraph("A/RES/56/1", "op1"), paragraph("A/RES/58/1", "op2")
    assert told == [
        ("op1", "new", None),
        ("op2", told[1][1], first.pk),
        ("op1", "reworded", second.pk),
    ]
    assert told[1][1] in {"kept", "moved"}
    assert [one.likeness == 1 for one in places] == [False, True, False]


def test_a_paragraph_comes_from_the_last_text_that_has_it_over_a_gap() -> None:
    all_came()
    place = LineagePlace.objects.get(paragraph=paragraph("A/RES/62/1", "op3"))
    assert place.before == paragraph("A/RES/58/1", "op1")


def test_a_text_is_compared_with_three_before_it_and_three_behind_it() -> None:
    for session in range(50, 57):
        came(f"A/RES/{session}/1", [LAWS])
    assert len(_compared()) == 6 + 5 + 4
    assert ("50", "53") in _compared()
    assert ("50", "54") not in _compared()


def test_a_text_that_comes_between_is_compared_and_no_others_are() -> None:
    for session in (50, 51, 52, 54, 55, 56):
        came(f"A/RES/{session}/1", [LAWS])
    before = dict(ComparedTexts.objects.values_list("pk", "later"))
    text = came("A/RES/53/1", [LAWS])
    new = ComparedTexts.objects.exclude(pk__in=before)
    assert set(new) == set(ComparedTexts.objects.filter(Q(earlier=text) | Q(later=text)))
    assert len(new) == 6
    assert ("50", "54") not in _compared()


def test_a_draft_stands_where_it_was_distributed_and_adopted_texts_behind_adopted_ones() -> None:
    came("A/RES/56/1")
    came("A/RES/60/1")
    fields = {"stage": "draft", "adopted_on": None, "distributed_on": date(2003, 11, 18)}
    came("A/C.3/58/L.4", [LAWS], session="58", **fields)
    place = LineagePlace.objects.get(paragraph__text__resolution__stage="draft")
    later = LineagePlace.objects.get(paragraph=paragraph("A/RES/60/1", "op1"))
    assert (place.before, later.before) == (paragraph("A/RES/56/1", "op1"),) * 2


def test_drafts_keep_no_adopted_texts_from_being_compared() -> None:
    for session in (50, 54):
        came(f"A/RES/{session}/1", [LAWS])
    for day in (1, 2, 3):
        fields = {"stage": "draft", "adopted_on": None, "distributed_on": date(1997, 11, day)}
        came(f"A/C.3/52/L.{day}", [LAWS], session="52", **fields)
    assert ("50", "54") in _compared()


def test_the_address_of_a_lineage_stays_when_an_earlier_text_comes() -> None:
    came("A/RES/58/1")
    assert lineage_of("A/RES/58/1", "op2") == "A/RES/58/1/op2"
    came("A/RES/56/1")
    assert lineage_of("A/RES/56/1", "op1") == "A/RES/58/1/op2"


def test_two_lineages_that_turn_out_to_be_one_lead_to_the_first() -> None:
    came("A/RES/56/1", [LAWS])
    text = came("A/RES/58/1", [IMPUNITY])
    Paragraph.objects.filter(text=text).update(wording=LAWS)
    Text.objects.filter(pk=text.pk).update(content_hash="0" * 64)
    followed(text.resolution)
    gone = Lineage.objects.get(name="A/RES/58/1/op1")
    assert gone.became == Lineage.objects.get(name="A/RES/56/1/op1")
    assert not gone.places.exists()


class TestWithdrawing:
    """A withdrawn text leaves nothing behind, and comes back as it was."""

    def test_its_paragraphs_are_in_no_lineage(self) -> None:
        texts = all_came()
        withdraw(texts[1].pk, by=make.make_staff("publisher"), reason="A name is in it.")
        assert not LineagePlace.objects.filter(paragraph__text=texts[1]).exists()
        assert not LineagePlace.objects.filter(before__text=texts[1]).exists()
        assert not ParagraphPairing.objects.filter(later__text=texts[1]).exists()
        assert joined() == {
            frozenset(name for name in group if not name.startswith("58")) for group in ALL
        }

    def test_those_around_it_are_neighbours_then(self) -> None:
        texts = [came(f"A/RES/{session}/1", [LAWS]) for session in range(50, 55)]
        withdraw(texts[2].pk, by=make.make_staff("publisher"), reason="A name is in it.")
        assert _compared() == {
            *(("50", "51"), ("50", "53"), ("50", "54")),
            *(("51", "53"), ("51", "54"), ("53", "54")),
        }

    def test_given_back_it_stands_where_it_stood_under_the_same_addresses(self) -> None:
        texts = all_came()
        publisher, names = make.make_staff("publisher"), set(Lineage.objects.values_list("name"))
        withdraw(texts[0].pk, by=publisher, reason="A name is in it.")
        restore(texts[0].pk, by=publisher)
        assert joined() == ALL
        assert set(Lineage.objects.values_list("name")) == names
        assert lineage_of("A/RES/56/1", "op3") == "A/RES/56/1/op3"

    def test_a_lineage_keeps_its_address_while_the_text_that_it_is_named_after_is_away(
        self,
    ) -> None:
        texts = all_came()
        withdraw(texts[0].pk, by=make.make_staff("publisher"), reason="A name is in it.")
        assert lineage_of("A/RES/58/1", "op2") == "A/RES/56/1/op1"


def test_a_resolution_that_leaves_the_series_leaves_its_lineages() -> None:
    texts = all_came()
    Resolution.objects.filter(pk=texts[1].resolution_id).update(series="")
    followed(texts[1].resolution)
    assert not LineagePlace.objects.filter(paragraph__text=texts[1]).exists()
    assert "58" not in {session for pair in _compared() for session in pair}


def test_a_lineage_goes_along_with_a_text_that_moves_to_another_series() -> None:
    texts = all_came()
    Resolution.objects.filter(pk=texts[0].resolution_id).update(series="another")
    followed(texts[0].resolution)
    assert lineage_of("A/RES/56/1", "op1") == "A/RES/56/1/op1"
    assert Lineage.objects.get(name="A/RES/56/1/op1").series.slug == "another"
    assert lineage_of("A/RES/58/1", "op2") == lineage_of("A/RES/60/1", "op1") == "A/RES/58/1/op2"


def test_another_date_puts_a_text_elsewhere_in_the_order() -> None:
    texts = [came(f"A/RES/{session}/1", [LAWS]) for session in range(50, 55)]
    Resolution.objects.filter(pk=texts[0].resolution_id).update(adopted_on=date(2001, 1, 1))
    followed(texts[0].resolution)
    assert {("52", "50"), ("53", "50"), ("54", "50"), ("51", "54")} <= _compared()
    assert ("50", "51") not in _compared()
    place = LineagePlace.objects.get(paragraph__text=texts[0])
    assert place.before == paragraph("A/RES/54/1", "op1")


def test_what_is_followed_already_is_left_as_it_is() -> None:
    all_came()
    models = (ComparedTexts, ParagraphPairing, Lineage, LineagePlace)
    before = _rows(*models)
    assert follow_series(Series.objects.values_list("pk", flat=True)) == 0
    assert _rows(*models) == before


def test_what_an_earlier_method_compared_is_compared_anew_where_that_is_asked() -> None:
    all_came()
    ComparedTexts.objects.update(method="0")
    assert [number for _, number in follow_everything()] == [0]
    assert [number for _, number in follow_everything(method="1")] == [6]


def test_an_archive_without_any_lineages_gets_those_that_it_would_have() -> None:
    all_came()
    for model in (LineagePlace, Lineage, ComparedTexts):
        model._default_manager.all().delete()
    version = ArchiveVersion.objects.number()
    assert [(one.title, number) for one, number in follow_everything()] == [
        ("Human rights defenders", 6)
    ]
    assert joined() == ALL
    assert ArchiveVersion.objects.number() > version


def test_a_text_without_a_series_costs_four_look_ups() -> None:
    came("A/RES/56/1")
    text = make.make_text(make.make_resolution("A/RES/66/1", title="Another matter entirely"))
    with CaptureQueriesContext(connection) as queries:
        followed(text.resolution, rewritten=[text.pk])
    assert len(queries) == 4


def test_as_many_queries_follow_a_long_text_as_a_short_one() -> None:
    def queries(session: int, *, length: int) -> int:
        text = came(f"A/RES/{session}/1", [LAWS])
        more = [f"{n} {LAWS}" for n in range(length)]
        Paragraph.objects.bulk_create(paragraphs_of(text, more, first=2))
        with CaptureQueriesContext(connection) as found:
            followed(text.resolution, rewritten=[text.pk])
        return len(found)

    for session in (50, 51, 52):
        queries(session, length=3)
    assert queries(53, length=5) == queries(54, length=60)


class TestPublishing:
    """The whole way: files that are parsed and published."""

    def test_a_published_text_has_its_lineages_in_the_same_transaction(self) -> None:
        came("A/RES/56/1")
        resolution = make.make_resolution("A/RES/66/164", series="human rights defenders")
        published(ingestion_of(build.resolution_text(operative=[LAWS, SEIZED])))
        assert resolution.texts.get().paragraphs.filter(lineage_place__isnull=True).count() == 0
        assert lineage_of("A/RES/66/164", "op1") == "A/RES/56/1/op1"

    def test_a_paragraph_that_is_corrected_away_leaves_its_lineage(self) -> None:
        came("A/RES/56/1")
        make.make_resolution("A/RES/66/164", series="human rights defenders")
        row = ingestion_of(build.resolution_text(operative=[LAWS, IMPUNITY, SEIZED]))
        published(row)
        set_right(row, Action.REMOVE, "op3", before=SEIZED)
        published(row)
        connection.check_constraints()
        assert not LineagePlace.objects.filter(
            paragraph__text__resolution__symbol="A/RES/66/164", paragraph__anchor="op3"
        ).exists()
        assert lineage_of("A/RES/66/164", "op2") == "A/RES/56/1/op2"
