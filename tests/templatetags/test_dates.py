"""A date that nobody has checked says so."""

from datetime import date

import pytest
from django.conf import settings
from django.template import Context, Template
from django.test import override_settings
from django.utils.translation import override

from archive.templatetags.dates import day_in_words

PAGE = "{% load dates %}{% adopted_on day is_unverified=is_unverified %}"


def _said(*, is_unverified: bool) -> str:
    context = Context({"day": date(2011, 12, 9), "is_unverified": is_unverified})
    return Template(PAGE).render(context)


def test_a_date_is_written_as_the_united_nations_prints_it() -> None:
    assert _said(is_unverified=False) == "9 December 2011"


def test_a_date_that_nobody_has_checked_says_so() -> None:
    assert _said(is_unverified=True) == "9 December 2011 (date unverified)"


@pytest.mark.parametrize(
    ("language", "words"), [("de", "9 Dezember 2011"), ("en", "9 December 2011")]
)
def test_a_day_is_written_in_the_language_of_the_interface(language: str, words: str) -> None:
    with override_settings(LANGUAGES=[*settings.LANGUAGES, ("de", "German")]), override(language):
        assert day_in_words(date(2011, 12, 9)) == words
