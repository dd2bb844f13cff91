"""``manage.py catalogue`` and ``migrate``: what search knows is made anew where it has to be."""

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from archive.ingest import spellings
from archive.models import ArchiveVersion, CatalogueCard, Word
from archive.search.checks import spellings_are_brought_together
from tests import factories as make

pytestmark = pytest.mark.django_db


def _without_spellings() -> None:
    """Put the configurations back to what they are where the server has no thesaurus."""
    with connection.cursor() as cursor:
        for name, words in (
            ("recalling_parts", "hword_asciipart, hword_part"),
            ("recalling_compounds", "asciihword, hword"),
        ):
            cursor.execute(
                f"ALTER TEXT SEARCH CONFIGURATION {name} ALTER MAPPING FOR asciiword, word, {words}"
                " WITH unaccent, english_stem"
            )
        cursor.execute("DROP TEXT SEARCH DICTIONARY IF EXISTS recalling_spellings")


def _lexemes(words: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(archive_words(%s))", [words])
        return [lexeme for lexeme in cursor.fetchone()[0] if lexeme != "~"]


def test_every_card_and_word_is_written_anew(capsys: pytest.CaptureFixture[str]) -> None:
    make.make_paragraph(make.make_text(), "Recalls the Declaration;")
    make.make_resolution()
    version = ArchiveVersion.objects.number()
    CatalogueCard.objects.all().delete()
    Word.objects.all().delete()
    call_command("catalogue")
    assert capsys.readouterr().out.startswith("2 cards were written.\n")
    assert CatalogueCard.objects.count() == 2
    assert Word.objects.filter(word="declaration").exists()
    assert ArchiveVersion.objects.number() > version


def test_one_card_is_counted_so(capsys: pytest.CaptureFixture[str]) -> None:
    make.make_resolution()
    call_command("catalogue")
    assert capsys.readouterr().out.startswith("1 card was written.\n")


def test_a_database_that_gives_up_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up() -> bool:
        raise OperationalError("the disk is full")

    monkeypatch.setattr("archive.management.commands.catalogue.read_spellings_again", give_up)
    with pytest.raises(CommandError, match=r"gave up: the disk is full\. Run the same"):
        call_command("catalogue")


def test_migrate_gives_an_older_archive_its_cards() -> None:
    make.make_resolution()
    CatalogueCard.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert CatalogueCard.objects.count() == 1


def test_migrate_leaves_cards_that_are_there_alone() -> None:
    make.make_resolution()
    version = ArchiveVersion.objects.number()
    call_command("migrate", verbosity=0)
    assert ArchiveVersion.objects.number() == version


@pytest.mark.usefixtures("spellings")
def test_a_thesaurus_that_comes_later_is_taken_into_use(capsys: pytest.CaptureFixture[str]) -> None:
    _without_spellings()
    make.make_paragraph(make.make_text(), "Urges organisations to act;")
    assert spellings_are_brought_together(databases=["default"]) != []
    call_command("catalogue")
    assert "thesaurus" not in capsys.readouterr().out
    assert spellings_are_brought_together(databases=["default"]) == []
    american = _lexemes("organization")
    sought = " & ".join(f"'{lexeme}'" for lexeme in american)
    found = CatalogueCard.objects.extra(where=["keys @@ %s::tsquery"], params=[sought])
    assert found.count() == 1


def test_a_server_without_the_thesaurus_is_told_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_spellings()
    monkeypatch.setattr(spellings, "_MAKE", spellings._MAKE.replace("= recalling,", "= nowhere,"))
    call_command("catalogue")
    assert "The server has no thesaurus of spellings" in capsys.readouterr().out
    assert _lexemes("organisation") != _lexemes("organization")
    call_command("migrate")
    (warning,) = spellings_are_brought_together(databases=["default"])
    assert warning.id == "archive.W002"
    assert "pg_config --sharedir" in capsys.readouterr().err


def test_a_database_that_is_not_asked_or_has_no_tables_yet_is_not_warned_of() -> None:
    assert spellings_are_brought_together(databases=None) == []
    with connection.cursor() as cursor:
        cursor.execute("ALTER TEXT SEARCH CONFIGURATION recalling_parts RENAME TO older")
    assert spellings_are_brought_together(databases=["default"]) == []


@pytest.mark.parametrize("look", ["plan", "check_unapplied"])
def test_migrate_writes_nothing_where_only_a_look_is_asked_for(look: str) -> None:
    make.make_resolution()
    CatalogueCard.objects.all().delete()
    call_command("migrate", verbosity=0, **{look: True})
    assert not CatalogueCard.objects.exists()
    call_command("migrate", verbosity=0)
    assert CatalogueCard.objects.count() == 1
