"""A withdrawn text is nowhere until it is given back, and then it is as it was."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from archive.corrections.values import Action
from archive.ingest.facts import Statement, write_known_facts
from archive.ingest.publishing.withdrawal import WithdrawalError, restore, withdraw
from archive.models import (
    ArchiveVersion,
    CardLists,
    CatalogueCard,
    Citation,
    Evidence,
    Paragraph,
    Resolution,
    Text,
)
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, set_right

pytestmark = pytest.mark.django_db

SYMBOL = "A/RES/66/164"


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher", name="Amina")


@pytest.fixture
def text() -> Text:
    published(parsed())
    return Text.objects.get()


def _all() -> dict[str, list[dict[str, Any]]]:
    """Every row that readers' pages are made from, as it is."""
    left_out = {"updated_at"}
    found = {}
    for model in (Resolution, Text, Paragraph, Citation, Evidence, CatalogueCard, CardLists):
        rows = model._default_manager.order_by("pk").values()
        found[model.__name__] = [
            {key: value for key, value in row.items() if key not in left_out} for row in rows
        ]
    return found


def _times_recalled(symbol: str) -> int:
    return CatalogueCard.objects.get(symbol=symbol).times_recalled


def test_it_says_who_took_it_when_and_why(text: Text, publisher: User) -> None:
    withdraw(text.pk, by=publisher, reason="  A person is\nnamed in it. ")
    text.refresh_from_db()
    assert (text.withdrawn_by, text.withdrawal_reason) == (publisher, "A person is named in it.")
    assert text.withdrawn_at is not None


def test_restoring_brings_everything_back_exactly(text: Text, publisher: User) -> None:
    before = _all()
    withdraw(text.pk, by=publisher, reason="A person is named in it.")
    assert _all() != before
    restore(text.pk, by=publisher)
    assert _all() == before


def test_a_title_that_another_than_the_text_states_comes_back_too(
    text: Text, publisher: User
) -> None:
    Evidence.objects.filter(fact="title").update(origin="facts")
    Resolution.objects.filter(symbol=SYMBOL).update(title="Another title")
    resolution = Resolution.objects.get(symbol=SYMBOL)
    resolution.save()
    withdraw(text.pk, by=publisher, reason="A person is named in it.")
    restore(text.pk, by=publisher)
    assert Resolution.objects.get(symbol=SYMBOL).title == "Another title"


def test_its_resolution_has_neither_text_nor_title(text: Text, publisher: User) -> None:
    withdraw(text.pk, by=publisher, reason="A person is named in it.")
    resolution = Resolution.objects.get(symbol=SYMBOL)
    assert resolution.title == ""
    assert not Resolution.objects.held().exists()
    assert not Resolution.objects.shown().filter(symbol=SYMBOL).exists()
    card = CatalogueCard.objects.get(symbol=SYMBOL)
    assert (card.text, card.is_held) == (None, False)
    assert "promot" not in str(card.keys)
    assert CardLists.objects.get(card=card).openings == []


def test_nobody_gives_it_a_title_meanwhile(text: Text, publisher: User) -> None:
    withdraw(text.pk, by=publisher, reason="A person is named in it.")
    resolution = Resolution.objects.get(symbol=SYMBOL)
    told = Statement(
        fact=Evidence.Fact.TITLE, value="A title", words="a table", origin=Evidence.Origin.MASTHEAD
    )
    write_known_facts({SYMBOL: [told]}, rows={SYMBOL: resolution}, records=build.records())
    assert Resolution.objects.get(symbol=SYMBOL).title == ""


def test_what_it_cites_is_recalled_less_often(text: Text, publisher: User) -> None:
    assert _times_recalled("A/RES/53/144") == 1
    withdraw(text.pk, by=publisher, reason="A person is named in it.")
    assert _times_recalled("A/RES/53/144") == 0
    declaration = Resolution.objects.get(symbol="A/RES/53/144")
    assert not Citation.objects.received_by(declaration).exists()
    assert not Resolution.objects.in_lists().wanted()
    restore(text.pk, by=publisher)
    assert _times_recalled("A/RES/53/144") == 1


def test_a_resolution_that_becomes_known_meanwhile_is_not_recalled_by_it(
    text: Text, publisher: User
) -> None:
    withdraw(text.pk, by=publisher, reason="A person is named in it.")
    CatalogueCard.objects.filter(symbol="A/RES/53/144").delete()
    make.make_paragraph(make.make_text(Resolution.objects.get(symbol="A/RES/53/144")), "To act;")
    assert _times_recalled("A/RES/53/144") == 0


def test_the_version_of_the_archive_moves_both_times(text: Text, publisher: User) -> None:
    versions = [ArchiveVersion.objects.number()]
    withdraw(text.pk, by=publisher, reason="A person is named in it.")
    versions.append(ArchiveVersion.objects.number())
    restore(text.pk, by=publisher)
    versions.append(ArchiveVersion.objects.number())
    assert versions == sorted(set(versions))


def test_the_history_says_both(text: Text, publisher: User) -> None:
    withdraw(text.pk, by=publisher, reason="A person is named in it.")
    restore(text.pk, by=publisher)
    told = Text.history.order_by("history_id").values_list(
        "history_type", "history_change_reason", "history_user"
    )
    assert list(told)[1:] == [
        ("~", "Withdrawn: A person is named in it.", publisher.pk),
        ("~", "Restored", publisher.pk),
    ]


def test_corrections_that_are_published_meanwhile_are_seen_once_it_is_restored(
    publisher: User,
) -> None:
    ingestion = parsed()
    published(ingestion)
    text = Text.objects.get()
    withdraw(text.pk, by=publisher, reason="A person is named in it.")
    set_right(
        ingestion,
        Action.SET_FACT,
        "masthead.title",
        before="Promotion of the Declaration",
        after="Promotion",
    )
    outcome = published(ingestion)
    assert outcome.detail.startswith("The text is withdrawn, and stays so")
    assert Text.objects.get().is_withdrawn
    assert Resolution.objects.get(symbol=SYMBOL).title == ""
    restore(text.pk, by=publisher)
    assert Resolution.objects.get(symbol=SYMBOL).title == "Promotion"


def test_another_symbol_that_is_published_meanwhile_gets_no_title_either(publisher: User) -> None:
    ingestion = parsed()
    published(ingestion)
    text = Text.objects.get()
    withdraw(text.pk, by=publisher, reason="A person is named in it.")
    symbols = {"before": SYMBOL, "after": "A/RES/66/165"}
    set_right(ingestion, Action.SET_FACT, "masthead.symbol", **symbols)
    published(ingestion)
    assert not Resolution.objects.exclude(title="").exists()
    restore(text.pk, by=publisher)
    titled = Resolution.objects.exclude(title="").values_list("symbol", "title")
    assert list(titled) == [("A/RES/66/165", "Promotion of the Declaration")]


@pytest.mark.parametrize("reason", ["", " \n "])
def test_readers_must_be_told_why(text: Text, publisher: User, reason: str) -> None:
    with pytest.raises(WithdrawalError, match="Say why"):
        withdraw(text.pk, by=publisher, reason=reason)
    assert not Text.objects.get().is_withdrawn


def test_it_is_withdrawn_once(text: Text, publisher: User) -> None:
    withdraw(text.pk, by=publisher, reason="A person is named in it.")
    with pytest.raises(WithdrawalError, match="is withdrawn already"):
        withdraw(text.pk, by=publisher, reason="Again")


def test_what_is_not_withdrawn_is_not_restored(text: Text, publisher: User) -> None:
    with pytest.raises(WithdrawalError, match="is not withdrawn"):
        restore(text.pk, by=publisher)


def test_a_translation_goes_by_itself(text: Text, publisher: User) -> None:
    other = make.make_text(text.resolution, language="fr", title="Promotion de la Déclaration")
    withdraw(other.pk, by=publisher, reason="A bad scan.")
    assert Resolution.objects.get(symbol=SYMBOL).title == "Promotion of the Declaration"
    assert CatalogueCard.objects.get(symbol=SYMBOL).is_held
    assert Resolution.objects.shown().filter(symbol=SYMBOL).exists()
    restore(other.pk, by=publisher)
    assert Resolution.objects.get(symbol=SYMBOL).title == "Promotion of the Declaration"
