"""Wordings are kept in step with what is published, and with nothing else."""

from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from archive.comparison.folded import digest_of, folded_words, pairs_of
from archive.ingest import wordings as module
from archive.ingest.catalogue import catalogue
from archive.ingest.publishing.records import Change, Records
from archive.ingest.publishing.withdrawal import withdraw
from archive.ingest.rows import remove_text
from archive.ingest.wordings import are_wordings_kept, keep_all_wordings, keep_wordings
from archive.models import (
    ArchiveVersion,
    PairFrequency,
    Paragraph,
    Text,
    Wording,
    WordingUse,
)
from archive.models.wording import BUCKETS, COUNTED_ONE_IN
from tests import factories as make
from tests.search.agreed.saying import saying

pytestmark = pytest.mark.django_db

ACT = "Urges all States to act;"
REPORT = "Requests the Secretary-General to report;"


def _said() -> list[tuple[str, str]]:
    """Which resolution says which words."""
    rows = WordingUse.objects.order_by("resolution__symbol", "paragraph__position")
    return [(one.resolution.symbol, one.wording.words.strip()) for one in rows]


@pytest.fixture
def _all_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_COUNTED_BELOW", 256)


def test_what_two_paragraphs_say_is_kept_once() -> None:
    saying(make.adopted("A/RES/56/163", 2001), ACT, REPORT)
    saying(make.adopted("A/RES/58/178", 2003), ACT.upper().rstrip(";"))
    assert _said() == [
        ("A/RES/56/163", "urges all states to act"),
        ("A/RES/56/163", "requests the secretary general to report"),
        ("A/RES/58/178", "urges all states to act"),
    ]
    assert Wording.objects.count() == 2


def test_neither_headings_nor_tables_nor_signs_are_kept() -> None:
    text = make.make_text(make.adopted("A/RES/56/163", 2001))
    make.make_paragraph(text, "Purposes and aims", kind="heading", number=None)
    make.make_paragraph(text, "State Votes", rows=[[[0, 5], [6, 11]]])
    make.make_paragraph(text, "* * *")
    keep_wordings([text.resolution_id])
    assert _said() == []


def test_what_is_reworded_takes_the_place_of_what_was_said() -> None:
    resolution = saying(make.adopted("A/RES/56/163", 2001), ACT, REPORT)
    Paragraph.objects.filter(wording=ACT).update(wording="Invites all States to act;")
    keep_wordings([resolution.pk])
    assert [words for _, words in _said()] == [
        "invites all states to act",
        "requests the secretary general to report",
    ]
    assert Wording.objects.count() == 2


def test_paragraphs_that_have_gone_to_another_resolution_are_that_ones() -> None:
    wrong = saying(make.adopted("A/RES/56/163", 2001), ACT)
    right = make.adopted("A/RES/58/178", 2003)
    Text.objects.update(resolution=right)
    keep_wordings([right.pk, wrong.pk])
    assert _said() == [("A/RES/58/178", "urges all states to act")]


def test_what_others_say_stays_when_a_text_goes() -> None:
    gone = saying(make.adopted("A/RES/56/163", 2001), ACT, REPORT)
    saying(make.adopted("A/RES/58/178", 2003), ACT)
    remove_text(Text.objects.get(resolution=gone), Records(Change(reason="Replaced")))
    catalogue([gone.pk])
    keep_wordings([gone.pk])
    connection.check_constraints()
    assert _said() == [("A/RES/58/178", "urges all states to act")]


def test_nothing_is_written_where_nothing_has_changed(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    resolution = saying(make.adopted("A/RES/56/163", 2001), ACT, REPORT)
    with django_assert_num_queries(2):
        keep_wordings([resolution.pk])


def test_as_many_statements_are_made_whatever_the_number_of_paragraphs(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    said = [f"Urges State {number} to act;" for number in range(30)]
    resolution = saying(make.adopted("A/RES/56/163", 2001), *said)
    for paragraph in Paragraph.objects.all():
        Paragraph.objects.filter(pk=paragraph.pk).update(wording=f"{paragraph.wording} now")
    with django_assert_num_queries(8):
        keep_wordings([resolution.pk])


@pytest.mark.usefixtures("_all_are_counted")
def test_pairs_are_counted_once_for_each_wording_and_no_more_when_it_goes() -> None:
    said = ["Urges all States, all States, to act;", REPORT]
    resolution = saying(make.adopted("A/RES/56/163", 2001), *said)
    saying(make.adopted("A/RES/58/178", 2003), "Urges all States to act;")
    expected = Counter(
        bucket
        for words in (*said, "Urges all States to act;")
        for bucket in {pair % BUCKETS for pair in pairs_of(folded_words(words))}
    )
    assert dict(PairFrequency.objects.values_list()) == expected
    withdraw(Text.objects.get(resolution=resolution).pk, by=make.make_staff(), reason="By mistake")
    expected = Counter(pair % BUCKETS for pair in pairs_of(folded_words("Urges all States to act")))
    assert dict(PairFrequency.objects.values_list()) == expected


def test_one_wording_in_eight_is_counted() -> None:
    said = [f"Urges State {number} to act;" for number in range(60)]
    counted = [one for one in said if digest_of(folded_words(one)).bytes[0] < 256 / COUNTED_ONE_IN]
    saying(make.adopted("A/RES/56/163", 2001), *said)
    pair = pairs_of(["to", "act"])[0] % BUCKETS
    assert PairFrequency.objects.get(pk=pair).wordings_count == len(counted)
    assert 3 < len(counted) < 15


def test_an_archive_from_before_is_brought_along_by_migrate() -> None:
    saying(make.adopted("A/RES/58/178", 2003), REPORT)
    assert are_wordings_kept()
    make.make_paragraph(make.make_text(make.adopted("A/RES/56/163", 2001)), ACT)
    assert not are_wordings_kept()
    call_command("migrate", verbosity=0)
    assert are_wordings_kept()
    assert ("A/RES/56/163", "urges all states to act") in _said()


def test_a_text_that_says_nothing_is_not_waited_for() -> None:
    text = make.make_text(make.adopted("A/RES/56/163", 2001))
    make.make_paragraph(text, "Purposes and aims", kind="heading", number=None)
    make.make_paragraph(text, "* * *")
    assert are_wordings_kept()


def test_everything_is_kept_by_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_RESOLUTIONS_AT_ONCE", 1)
    for year in (2001, 2003):
        make.make_paragraph(make.make_text(make.adopted(f"A/RES/56/{year}", year)), ACT)
    version = ArchiveVersion.objects.number()
    assert keep_all_wordings() == 2
    assert ArchiveVersion.objects.number() > version
    assert Wording.objects.count() == 1
