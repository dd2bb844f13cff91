"""Every resolution has a card, which is in step with what it is made from."""

from datetime import UTC, date, datetime
from importlib import import_module
from itertools import count
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from archive.ingest import catalogue as module
from archive.ingest.catalogue import catalogue, catalogue_everything, is_catalogued
from archive.ingest.facts import Statement, write_known_facts
from archive.ingest.storage import store
from archive.models import ArchiveVersion, CatalogueCard, Citation, Evidence, Resolution, Word
from archive.models.catalogue_card import OFTEN_RECALLED, SAMPLE_LEVELS, SPREADING
from tests import builders as build
from tests import factories as make

pytestmark = pytest.mark.django_db

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def _card(symbol: str) -> CatalogueCard:
    return CatalogueCard.objects.get(symbol=symbol)


def _finds(symbol: str, tsquery: str) -> bool:
    card = CatalogueCard.objects.filter(symbol=symbol)
    return card.extra(where=["keys @@ %s::tsquery"], params=[tsquery]).exists()


def _cards() -> list[Any]:
    return list(CatalogueCard.objects.order_by("pk").values())


def _small_archive() -> None:
    """A resolution with a paragraph of each part and a note, and what it cites."""
    cited = make.make_resolution("A/RES/53/144", title="Declaration on human rights défenders")
    text = make.make_text(make.adopted("A/RES/66/164", 2011, title="Promotion"))
    first = make.make_paragraph(
        text, "Recalling resolution 53/144,", kind="preambular", opening="Recalling", form="recall"
    )
    make.make_citation(first, "resolution 53/144", cited)
    make.make_paragraph(text, "Calls upon all States to act;", opening="Calls upon")
    note = make.make_footnote(first, "See E/CN.4/2001/94 on impunity.")
    make.make_citation(note, "E/CN.4/2001/94", "E/CN.4/2001/94")
    make.make_paragraph(text, "Freedom of expression", kind="annex", number=None, anchor="annex-p1")


@pytest.mark.parametrize(
    "tsquery",
    [
        "'promot' & 'freedom' & 'impun' & 'state'",
        "'~t promot' & '~p recal' & '~o act' & '~a freedom' & '~n impun'",
        "'^p resolut 1 53/144' & '^a freedom 2 express'",
        "'@A/RES/53/144' & '@E/CN.4/2001/94'",
        "'#recall'",
    ],
)
def test_a_card_is_found_by_word_part_phrase_citation_and_opening(tsquery: str) -> None:
    _small_archive()
    assert _finds("A/RES/66/164", tsquery)


@pytest.mark.parametrize(
    "tsquery", ["'~o recal'", "'^o resolut 1 53/144'", "'^p 53/144 1 call'", "'=p'", "'~'"]
)
def test_a_card_is_not_found_by_what_stands_elsewhere(tsquery: str) -> None:
    _small_archive()
    assert not _finds("A/RES/66/164", tsquery)


def test_the_card_says_what_facets_and_orders_need() -> None:
    _small_archive()
    card, cited = _card("A/RES/66/164"), _card("A/RES/53/144")
    assert (card.is_held, card.year, card.dated_on) == (True, 2011, date(2011, 12, 19))
    assert (card.lists.openings, card.lists.cited) == (
        ["recall"],
        ["A/RES/53/144", "E/CN.4/2001/94"],
    )
    assert (cited.is_held, cited.year, cited.times_recalled) == (False, None, 1)


def test_a_draft_is_dated_by_its_distribution() -> None:
    draft = make.make_draft(distributed_on=date(2015, 11, 2))
    assert (_card(draft.symbol).year, _card(draft.symbol).stage) == (2015, "draft")


def test_a_published_file_and_all_that_it_cites_have_cards() -> None:
    store(build.received(), build.parse_of(), replace=False)
    assert is_catalogued()
    assert set(Resolution.objects.values_list("symbol", flat=True)) == {
        "A/RES/66/164",
        "A/RES/53/144",
    }
    assert _card("A/RES/53/144").times_recalled == 1


def test_a_replaced_text_takes_its_citations_and_words_along() -> None:
    store(build.received(b"old"), build.parse_of(), replace=False)
    first = build.paragraph("pp1", "Recalling its resolution 60/161,")
    cited = build.citation(first, "resolution 60/161", "A/RES/60/161")
    new = build.parse_of(paragraphs=(first,), footnotes=(), citations=(cited,))
    store(build.received(b"new"), new, replace=True)
    assert [_card(f"A/RES/{one}").times_recalled for one in ("53/144", "60/161")] == [0, 1]
    assert not _finds("A/RES/66/164", "'@A/RES/53/144' | 'call'")
    assert _finds("A/RES/66/164", "'@A/RES/60/161'")


def test_times_recalled_counts_each_citing_resolution_once_and_never_itself() -> None:
    cited = make.make_resolution("A/RES/53/144")
    for _ in range(2):
        text = make.make_text()
        for words in ("Recalling 53/144,", "Reaffirming 53/144,"):
            make.make_citation(make.make_paragraph(text, words), "53/144", cited)
    own = make.make_paragraph(make.make_text(cited), "Recalls 53/144;")
    make.make_citation(own, "53/144", cited)
    assert _card("A/RES/53/144").times_recalled == 2
    citing = Citation.objects.received_by(cited).values_list("text__resolution", flat=True)
    assert len(set(citing)) == 2


def test_what_is_recalled_often_enough_has_a_key_for_as_long_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(module._RULES, "often", 2)
    cited = make.make_resolution("A/RES/53/144")
    texts = [make.make_text(make.make_resolution(f"A/RES/70/{number}")) for number in range(1, 4)]
    for number, text in enumerate(texts, start=1):
        make.make_citation(make.make_paragraph(text, "Recalls it;"), "it", cited)
        assert _finds(cited.symbol, "'*'") is (number >= 2)
    catalogue([cited.pk])
    assert _finds(cited.symbol, "'*' & '~t titl'")
    for number, text in enumerate(texts, start=1):
        text.citations.all().delete()
        text.paragraphs.update(cited=[])
        catalogue([text.resolution_id])
        assert _finds(cited.symbol, "'*'") is (3 - number >= 2)
    assert _finds(cited.symbol, "'~t titl'")


def test_a_new_card_of_what_is_often_recalled_already_has_the_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(module._RULES, "often", 1)
    paragraph = make.make_paragraph(make.make_text(), "Recalls 53/144;")
    make.make_citation(paragraph, "53/144", "A/RES/53/144")
    make.make_resolution("A/RES/53/144")
    assert _finds("A/RES/53/144", "'*'")


def test_a_card_is_in_every_sample_that_its_number_falls_into() -> None:
    for bits in (2, 3, 6, 12, 14):
        pk = next(pk for pk in count(10**6) if _leading_zeros(pk * SPREADING % 2**32) == bits)
        symbol = make.make_resolution(f"A/RES/70/{bits}", pk=pk).symbol
        levels = [level for level in range(33) if _finds(symbol, f"'${level}'")]
        assert levels == [level for level in SAMPLE_LEVELS if level <= bits]


def test_migrate_gives_cards_from_before_the_keys_that_new_ones_have() -> None:
    migration = import_module("archive.migrations.0008_cards_to_look_at_first")
    pk = next(pk for pk in count(10**6) if _leading_zeros(pk * SPREADING % 2**32) == 5)
    rows = [
        make.make_resolution("A/RES/70/1", pk=pk),
        make.make_resolution("A/RES/70/2", pk=pk + 1),
    ]
    CatalogueCard.objects.filter(pk=pk + 1).update(times_recalled=OFTEN_RECALLED)
    catalogue([row.pk for row in rows])
    written = _cards()
    with connection.cursor() as cursor:
        cursor.execute(migration._EMPTY)
        assert not any(_finds(row.symbol, "'*' | '$3'") for row in rows)
        cursor.execute(migration._FILL)
    assert _finds("A/RES/70/1", "'$5' & !'$6' & !'*'")
    assert _finds("A/RES/70/2", "'*'")
    assert _cards() == written


def _leading_zeros(number: int) -> int:
    return 32 - number.bit_length()


def test_a_resolution_that_becomes_known_later_is_counted_from_the_texts_that_waited() -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalling 53/144,")
    make.make_citation(paragraph, "53/144", "A/RES/53/144")
    make.make_resolution("A/RES/53/144")
    assert _card("A/RES/53/144").times_recalled == 1


def test_everything_written_anew_is_what_was_written_step_by_step() -> None:
    _small_archive()
    store(build.received(), build.parse_of("A/RES/58/178"), replace=False)
    before = _cards()
    assert catalogue_everything() == len(before)
    assert _cards() == before


def test_whoever_writes_every_card_anew_writes_alone() -> None:
    _small_archive()
    with CaptureQueriesContext(connection) as asked:
        catalogue_everything()
    kinds = [
        "lock" if "pg_advisory_xact_lock" in one["sql"] else "write"
        for one in asked
        if "pg_advisory_xact_lock" in one["sql"] or "archive_cataloguecard" in one["sql"]
    ]
    assert kinds == ["lock", "write", "lock", "write"]


def test_what_has_not_changed_keeps_the_day_of_its_last_change() -> None:
    _small_archive()
    CatalogueCard.objects.update(updated_at=LONG_AGO)
    catalogue_everything()
    resolution = Resolution.objects.get(symbol="A/RES/66/164")
    catalogue([resolution.pk], besides=Resolution.objects.all())
    days = {card.symbol: card.updated_at for card in CatalogueCard.objects.all()}
    assert days.pop("A/RES/66/164") > LONG_AGO
    assert days == dict.fromkeys(["A/RES/53/144"], LONG_AGO)


@pytest.mark.parametrize(
    ("fact", "value"),
    [(Evidence.Fact.ADOPTED_AS, "A/RES/70/161"), (Evidence.Fact.AGENDA_ITEM, "72")],
)
def test_a_fact_that_no_card_has_moves_the_day_too_for_readers_see_it(
    fact: Evidence.Fact, value: str
) -> None:
    draft = make.make_draft("A/C.3/70/L.46")
    rows = {draft.symbol: draft, "A/RES/70/161": make.make_resolution("A/RES/70/161")}
    CatalogueCard.objects.update(updated_at=LONG_AGO)
    stated = Statement(fact=fact, value=value, words="Said.", origin=Evidence.Origin.FACTS)
    write_known_facts({draft.symbol: [stated]}, rows=rows, records=build.records())
    assert _card(draft.symbol).updated_at > LONG_AGO
    CatalogueCard.objects.update(updated_at=LONG_AGO)
    write_known_facts({draft.symbol: [stated]}, rows=rows, records=build.records())
    assert _card(draft.symbol).updated_at == LONG_AGO


def test_each_publication_makes_the_archive_a_new_version() -> None:
    before = ArchiveVersion.objects.number()
    store(build.received(), build.parse_of(), replace=False)
    after = ArchiveVersion.objects.number()
    store(build.received(), build.parse_of(), replace=False)
    assert before < after == ArchiveVersion.objects.number()


def test_words_are_kept_as_printed_without_diacritics_figures_or_signs() -> None:
    _small_archive()
    words = set(Word.objects.values_list("word", flat=True))
    assert {"defenders", "recalling", "impunity", "freedom", "promotion"} <= words
    assert not {"53/144", "on", "défenders"} & words


def test_a_text_too_long_for_its_pairs_of_words_is_found_by_words_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_MOST_BYTES", 150)
    outcome = store(build.received(), build.parse_of(), replace=False)
    assert [(one.code, one.where) for one in outcome.warnings] == [
        ("phrases_not_found", "A/RES/66/164")
    ]
    assert _finds("A/RES/66/164", "'call' & '~o call' & '@A/RES/53/144'")
    assert not _finds("A/RES/66/164", "'^p resolut 1 53/144'")


@pytest.mark.parametrize("resolutions", [1, 30])
def test_the_catalogue_takes_six_statements_whatever_the_number(
    django_assert_num_queries: DjangoAssertNumQueries, resolutions: int
) -> None:
    rows = [make.make_resolution() for _ in range(resolutions)]
    with django_assert_num_queries(6):
        catalogue([row.pk for row in rows])


def test_nothing_to_write_leaves_the_version_alone() -> None:
    resolution = make.make_resolution()
    before = ArchiveVersion.objects.number()
    assert catalogue([], besides=[resolution]) == []
    assert ArchiveVersion.objects.number() == before
