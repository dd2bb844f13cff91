"""Invented texts keep every rule of the archive's tables, and can be searched."""

import pytest
from django.db import connection

from archive.ingest.catalogue import catalogue
from archive.models import CatalogueCard, Citation, Footnote, Paragraph, Resolution, Text
from tests.benchmarks.searching.loading import CATALOGUE, advance_keys, copy_in, empty
from tests.benchmarks.searching.rows import Rows, resolution_of
from tests.benchmarks.searching.texts import InventedText, Synthesis
from tests.factories import make_paragraph


@pytest.fixture
def texts(db: None) -> list[InventedText]:
    made = list(Synthesis(1_000, seed=1).texts())
    copy_in([resolution_of(text.act) for text in made])
    for rows in Rows().of(made):
        copy_in(rows)
    return made


def test_every_text_is_there_with_all_that_is_in_it(texts: list[InventedText]) -> None:
    held = [text for text in texts if text.paragraphs]
    assert Resolution.objects.count() == len(texts)
    assert Text.objects.count() == len(held)
    assert Paragraph.objects.count() == 1_000
    assert Footnote.objects.count() == sum(len(text.notes) for text in texts) > 0
    cited = sum(len(one.passage.mentions) for text in texts for one in text.paragraphs)
    assert Citation.objects.filter(footnote=None).count() == cited > 0


def test_what_the_models_demand_holds(texts: list[InventedText]) -> None:
    for row in [*Resolution.objects.all(), *Paragraph.objects.all()[:200]]:
        row.full_clean()
    for citation in Citation.objects.select_related("paragraph", "footnote"):
        place = citation.footnote or citation.paragraph
        assert place is not None
        assert place.wording[citation.start : citation.end] == citation.words
        assert citation.cited_symbol in place.cited


def test_the_catalogue_has_a_card_for_each(texts: list[InventedText]) -> None:
    catalogue([text.act.key for text in texts])
    cards = CatalogueCard.objects.all()
    assert cards.count() == len(texts)
    assert cards.filter(is_held=True).count() == sum(1 for text in texts if text.paragraphs)
    often = cards.order_by("-times_recalled")[0]
    assert often.times_recalled == cards.filter(lists__cited__contains=[often.symbol]).count() > 1


def test_rows_after_them_have_keys_of_their_own(texts: list[InventedText]) -> None:
    advance_keys()
    assert make_paragraph(Text.objects.all()[0], "Decides more;", position=999).pk == 1_001


def test_a_catalogue_is_emptied_before_it_is_made_anew(texts: list[InventedText]) -> None:
    catalogue([text.act.key for text in texts])
    connection.check_constraints()
    empty(CATALOGUE)
    assert not any(model._default_manager.exists() for model in CATALOGUE)
    assert Text.objects.exists()
