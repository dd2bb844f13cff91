"""Every opening of the archive is known, each once."""

import pytest
from pytest_django import DjangoAssertNumQueries

from archive.ingest.publishing.withdrawal import withdraw
from archive.search.form import known_openings as module
from archive.search.form.known_openings import known_openings
from archive.search.suggestions.suggestions import suggestions
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


def test_an_opening_that_no_published_text_has_is_not_known() -> None:
    _opened_with("recall")
    french, hidden = make.make_text(language="fr"), make.make_text()
    make.make_paragraph(french, "Rappelle;", opening="Rappelle", form="rappelle")
    make.make_paragraph(hidden, "Deplores;", opening="Deplores", form="deplore")
    make.make_paragraph(hidden, "Recalls;", opening="Recalls", form="recall")
    make.make_ingestion(hidden)
    assert known_openings() == ("deplore", "recall")
    withdraw(hidden.pk, by=make.make_staff("publisher"), reason="A person is named in it.")
    assert known_openings() == ("recall",)
    assert suggestions("deplo") == ()


def test_an_archive_without_paragraphs_has_no_openings() -> None:
    assert known_openings() == ()


def test_it_takes_one_query_and_ends(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr(module, "MOST_OPENINGS", 2)
    _opened_with("urge", "recall", "call upon")
    with django_assert_num_queries(1):
        assert known_openings() == ("call upon", "recall")
