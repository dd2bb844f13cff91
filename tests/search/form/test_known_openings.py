"""Every opening of the archive is known, each once."""

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.search.form import known_openings as module
from archive.search.form.known_openings import known_openings
from tests import factories as make

pytestmark = pytest.mark.django_db


def _opened_with(*forms: str) -> None:
    text = make.make_text()
    for form in forms:
        make.make_paragraph(text, "Words;", opening=form and "Opening", form=form)


def test_each_opening_is_known_once_in_the_order_of_the_alphabet() -> None:
    _opened_with("urge", "recall", "", "urge", "call upon")
    _opened_with("call for", "recall")
    assert known_openings() == ("call for", "call upon", "recall", "urge")


def test_an_archive_without_paragraphs_has_no_openings() -> None:
    assert known_openings() == ()


def test_it_takes_one_query_and_ends(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr(module, "MOST_OPENINGS", 2)
    _opened_with("urge", "recall", "call upon")
    with django_assert_num_queries(1):
        assert known_openings() == ("call upon", "recall")
