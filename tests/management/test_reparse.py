"""``manage.py reparse``: what it publishes, what it leaves to people, and that it can run again."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from archive.corrections.values import Action
from archive.ingest.intake.findings import write_finding
from archive.ingest.publishing.history import states_of
from archive.ingest.publishing.publication import reject
from archive.ingest.reparsing import runs
from archive.ingest.reparsing.rereading import read_again
from archive.models import Ingestion, Text
from archive.parsing.parsed import ParsedResolution, ParseError
from archive.parsing.pipeline import PARSER_VERSION
from tests import builders as build
from tests import factories as make
from tests.ingest.publishing.ways import parsed, published, set_right
from tests.ingest.reparsing.parsers import NEXT_VERSION, plant, reworded

pytestmark = pytest.mark.django_db
SECOND = build.resolution_text("66/165", operative=["Welcomes the report;"])


@pytest.fixture
def two() -> list[Ingestion]:
    """Two texts that the present parser has read: A/RES/66/164 and A/RES/66/165."""
    rows = [parsed(), parsed(SECOND)]
    for row in rows:
        published(row)
        row.refresh_from_db()
    return rows


def _run(*arguments: str, **options: Any) -> str:
    printed = io.StringIO()
    call_command("reparse", *arguments, "--jobs=1", stdout=printed, stderr=io.StringIO(), **options)
    return printed.getvalue()


def _cannot_be_read(_parsed: ParsedResolution) -> ParsedResolution:
    raise ParseError("damaged", "It is damaged; get the file again.")


def _versions() -> dict[str, str]:
    return dict(Text.objects.values_list("resolution__symbol", "parser_version"))


def test_with_nothing_behind_it_does_nothing(two: list[Ingestion]) -> None:
    assert "0 published, 0 to review, 0 refused." in _run()
    assert Ingestion.objects.count() == 2


def test_what_does_not_differ_is_published_and_the_rest_left_to_review(
    two: list[Ingestion], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch, {b"66/165": reworded("op1", "Welcomes the note;")})
    told = _run("--accept-unchanged")
    assert "published   A/RES/66/164  received.txt" in told
    assert "to review   A/RES/66/165  received.txt" in told
    assert f"Nothing differs; read by parser {NEXT_VERSION}, before by {PARSER_VERSION}." in told
    assert "1 place differs." in told
    assert "1 published, 1 to review, 0 refused." in told
    assert _versions() == {"A/RES/66/164": NEXT_VERSION, "A/RES/66/165": PARSER_VERSION}
    assert Text.objects.get(resolution__symbol="A/RES/66/165").paragraphs.filter(
        wording="Welcomes the report;"
    )


def test_without_the_option_nothing_is_published(
    two: list[Ingestion], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    assert "0 published, 2 to review" in _run()
    assert set(_versions().values()) == {PARSER_VERSION}
    assert Ingestion.objects.filter(state="parsed", follows__isnull=False).count() == 2


def test_run_again_it_reads_nothing_twice_and_goes_on(
    two: list[Ingestion], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch, {b"66/165": reworded("op1", "Welcomes the note;")})
    _run()
    monkeypatch.setattr(runs, "write_finding", None)
    assert "1 published, 1 to review, 0 refused." in _run("--accept-unchanged")
    assert "0 published, 1 to review, 0 refused." in _run("--accept-unchanged")
    assert Ingestion.objects.count() == 4


def test_a_run_that_is_ended_has_done_what_it_told(
    two: list[Ingestion], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    seen: list[int] = []

    def ended_at_the_second(*arguments: Any, **named: Any) -> bool:
        seen.append(1)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return write_finding(*arguments, **named)

    monkeypatch.setattr(runs, "write_finding", ended_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        _run("--accept-unchanged")
    assert sorted(_versions().values()) == [PARSER_VERSION, NEXT_VERSION]
    assert "1 published" in _run("--accept-unchanged")
    assert set(_versions().values()) == {NEXT_VERSION}


def test_only_what_is_named_is_read(two: list[Ingestion], monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    assert "1 published, 0 to review" in _run("A/RES/66/165", "--accept-unchanged")
    assert _versions()["A/RES/66/164"] == PARSER_VERSION


def test_what_is_named_and_not_behind_is_told(two: list[Ingestion]) -> None:
    told = _run("A/RES/66/164")
    assert "up to date  A/RES/66/164" in told
    assert "1 up to date" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["A/RES/70/161"], "No text is held of A/RES/70/161"),
        (["words"], "Write it in full"),
        (["--by=nobody"], "There is no account “nobody”"),
    ],
)
def test_what_cannot_be_is_refused(
    two: list[Ingestion], *, arguments: list[str], said: str
) -> None:
    with pytest.raises(CommandError, match=said):
        _run(*arguments)


def test_the_history_says_which_command_it_was_or_for_whom(
    two: list[Ingestion], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    make.make_staff("publisher", name="Amina")
    _run("A/RES/66/164", "--accept-unchanged")
    _run("A/RES/66/165", "--accept-unchanged", "--by=Amina")
    first, second = (states_of(text)[0] for text in Text.objects.order_by("resolution__symbol"))
    assert (first.by, first.reason) == (None, "Read again by parser 99: manage.py reparse")
    assert str(second.by) == "Amina"


def test_what_people_set_right_stays(two: list[Ingestion], monkeypatch: pytest.MonkeyPatch) -> None:
    row = two[0]
    set_right(
        row, Action.SET_WORDING, "op1", before="Calls upon all States to act;", after="Calls us;"
    )
    published(row)
    plant(monkeypatch)
    _run("A/RES/66/164", "--accept-unchanged")
    text = Text.objects.get(resolution__symbol="A/RES/66/164")
    assert text.parser_version == NEXT_VERSION
    assert text.paragraphs.get(anchor="op1").wording == "Calls us;"


def test_a_reading_that_another_waits_for_is_left_to_the_worker(
    two: list[Ingestion], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_again(two[0].pk, by=None)
    plant(monkeypatch)
    assert "1 published, 0 to review, 1 waiting, 0 refused." in _run("--accept-unchanged")


def test_a_file_that_cannot_be_read_any_more_is_refused_and_the_text_stays(
    two: list[Ingestion], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch, {b"66/164": _cannot_be_read})
    with pytest.raises(CommandError, match="1 of 2 were refused"):
        _run("--accept-unchanged")
    assert _versions() == {"A/RES/66/164": PARSER_VERSION, "A/RES/66/165": NEXT_VERSION}
    assert Ingestion.objects.get(state="failed").follows == two[0]

    with pytest.raises(CommandError, match="1 of 1 were refused"):
        _run("--accept-unchanged")


def test_a_reading_that_was_turned_down_is_not_made_again(
    two: list[Ingestion], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    _run("A/RES/66/164")
    made = Ingestion.objects.get(follows=two[0])
    by = make.make_staff("publisher")
    reject(made.pk, by=by, revision=made.revision, reason="It reads worse.")
    assert "1 up to date" in _run("A/RES/66/164", "--accept-unchanged")


def test_a_text_without_an_ingestion_says_what_to_do(
    two: list[Ingestion], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    Ingestion.objects.filter(pk=two[0].pk).update(text=None, reason="Gone.")
    with pytest.raises(CommandError, match="1 of 1 were refused"):
        _run("A/RES/66/164")
