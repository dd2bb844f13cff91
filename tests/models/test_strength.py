"""The scale of openings in its table: there from the beginning, and read as a whole."""

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.comparison.strengths import Step
from archive.models import OpeningStrength

pytestmark = pytest.mark.django_db


def test_a_new_archive_has_a_scale_with_a_source_for_each_place_and_its_first_state() -> None:
    rows = OpeningStrength.objects.all()
    assert rows.count() > 100
    assert all(one.source.endswith(".") and one.history.count() == 1 for one in rows)


def test_the_scale_is_read_in_one_query_and_has_what_staff_wrote(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    OpeningStrength.objects.filter(phrase="urge").update(rank=99)
    with django_assert_num_queries(1):
        scale = OpeningStrength.objects.scale()
    assert scale.step("Demands", "Urges") is Step.STRONGER
