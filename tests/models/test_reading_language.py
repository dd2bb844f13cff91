"""A resolution is held if the archive has its text in the language it reads."""

import pytest

from archive.models import Citation, Resolution, Text
from tests import factories as make

pytestmark = pytest.mark.django_db

WORDS = "resolution 53/144"


@pytest.fixture
def english() -> Text:
    """A resolution held in English and in French, each text citing 53/144, held in French."""
    declaration = make.make_resolution("A/RES/53/144")
    make.make_text(declaration, language="fr")
    resolution = make.make_resolution("A/RES/66/164")
    texts = {language: make.make_text(resolution, language=language) for language in ("en", "fr")}
    for text in texts.values():
        make.make_citation(make.make_paragraph(text, f"Recalls {WORDS};"), WORDS, declaration)
    return texts["en"]


@pytest.fixture
def french() -> Text:
    """A resolution held in French alone, which cites 53/144 as well."""
    text = make.make_text(make.make_resolution("A/RES/68/181"), language="fr")
    cited = Resolution.objects.get(symbol="A/RES/53/144")
    make.make_citation(make.make_paragraph(text, f"Rappelle la {WORDS};"), WORDS, cited)
    return text


@pytest.mark.usefixtures("english")
def test_a_french_text_alone_does_not_make_a_resolution_held() -> None:
    assert [str(one) for one in Resolution.objects.held()] == ["A/RES/66/164"]
    assert [str(one) for one in Resolution.objects.cited_only()] == ["A/RES/53/144"]
    held = Resolution.objects.with_is_held().order_by("symbol")
    assert [(str(one), one.is_held) for one in held] == [
        ("A/RES/53/144", False),
        ("A/RES/66/164", True),
    ]
    holdings = Resolution.objects.holdings()
    assert (holdings.resolutions, holdings.not_held) == (1, 1)


def test_a_citation_of_what_is_held_in_french_alone_says_that_it_is_not_held(
    english: Text,
) -> None:
    assert [one.cited_is_held for one in Citation.objects.around(english)] == [False]
    make.make_text(Resolution.objects.get(symbol="A/RES/53/144"))
    assert [one.cited_is_held for one in Citation.objects.around(english)] == [True]


def test_who_recalls_is_read_in_the_reading_language(english: Text, french: Text) -> None:
    cited = Resolution.objects.get(symbol="A/RES/53/144")
    assert [one.text for one in Citation.objects.received_by(cited)] == [english]
    recalled = Resolution.objects.in_lists().most_recalled().get()
    assert (recalled, recalled.times_recalled) == (cited, 1)
    assert french.citations.get().cited_resolution == cited
