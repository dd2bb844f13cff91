"""``manage.py ingest``: what it prints, where, and how it ends."""

import re
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from archive.models import Evidence, Resolution, SourceFile, Text
from tests import builders as build
from tests import factories as make

pytestmark = pytest.mark.django_db

FIXTURES = Path(__file__).parents[2] / "fixtures"
FOUNDING = ["A/C.3/70/L.46", "A/RES/56/163", "A/RES/58/178", "A/RES/62/152", "A/RES/66/164"]
Captured = pytest.CaptureFixture[str]


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _ingest(*arguments: Any, **options: Any) -> None:
    call_command("ingest", *arguments, **({"jobs": 1} | options))


def _ended(*arguments: Any, **options: Any) -> CommandError:
    with pytest.raises(CommandError) as ended:
        _ingest(*arguments, **options)
    return ended.value


def test_the_founding_documents_come_in_and_again_are_unchanged(capsys: Captured) -> None:
    call_command("load_facts", FIXTURES / "resolutions.csv")
    capsys.readouterr()
    _ingest(FIXTURES)
    first = capsys.readouterr().out
    assert "5 added, 0 unchanged, 0 refused.\n" in first
    assert f"Passed over: {FIXTURES}/manifest.toml, {FIXTURES}/resolutions.csv.\n" in first
    assert list(Resolution.objects.held().order_by("symbol").values_list("symbol", flat=True)) == (
        FOUNDING
    )
    _ingest(FIXTURES)
    assert "0 added, 5 unchanged, 0 refused.\n" in capsys.readouterr().out


def test_the_founding_documents_agree_with_the_manifest_and_the_table_of_facts(
    capsys: Captured,
) -> None:
    call_command("load_facts", FIXTURES / "resolutions.csv")
    _ingest(FIXTURES)
    assert "warning" not in "".join(capsys.readouterr())


def test_facts_that_come_after_the_texts_leave_what_the_texts_print() -> None:
    _ingest(FIXTURES)
    call_command("load_facts", FIXTURES / "resolutions.csv")
    held = Evidence.objects.filter(resolution__symbol="A/RES/66/164", fact="title")
    assert held.get().origin == "masthead"


def test_the_draft_among_them_is_a_draft_and_names_what_was_adopted() -> None:
    _ingest(FIXTURES)
    draft = Resolution.objects.get(symbol="A/C.3/70/L.46")
    assert draft.is_draft
    assert draft.adopted_as == Resolution.objects.get(symbol="A/RES/70/161")
    assert draft.adopted_on is None
    assert draft.texts.get().title == draft.title != ""
    assert draft.evidence.filter(fact="adopted_as", origin="manifest").exists()


def test_a_text_that_does_not_print_its_title_has_it_from_the_manifest() -> None:
    _ingest(FIXTURES)
    resolution = Resolution.objects.get(symbol="A/RES/62/152")
    assert resolution.texts.get().title == ""
    assert resolution.title.startswith("Declaration on the Right and Responsibility")
    assert resolution.evidence.get(fact="title").origin == "manifest"


def test_lines_go_to_standard_error_and_the_table_to_standard_output(
    tmp_path: Path, capsys: Captured
) -> None:
    path = _write(tmp_path / "a.txt", build.resolution_text())
    _ingest(path)
    printed = capsys.readouterr()
    assert printed.err == f"1 of 1: added  A/RES/66/164  {path}\n"
    table = f"added      A/RES/66/164  {path}\n\n1 added, 0 unchanged, 0 refused.\n"
    assert printed.out.startswith(table)
    assert re.fullmatch(r"1 file in \d+\.\d s\.\n", printed.out.removeprefix(table))


def test_a_terminal_shows_a_bar_and_no_lines(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[dict[str, Any]] = []

    def bar(outcomes: Iterator[Any], **options: Any) -> Iterator[Any]:
        shown.append(options)
        return outcomes

    monkeypatch.setattr("archive.management.commands.ingest.tqdm", bar)
    monkeypatch.setattr("django.core.management.base.OutputWrapper.isatty", lambda _: True)
    _ingest(_write(tmp_path / "a.txt", build.resolution_text()), no_color=True)
    assert shown == [{"total": 1, "unit": "file", "leave": False}]
    assert capsys.readouterr().err == ""


def test_a_refusal_is_told_with_file_place_and_reason_and_ends_with_one(
    tmp_path: Path, capsys: Captured
) -> None:
    bad = _write(tmp_path / "a.txt", build.nameless_text())
    _write(tmp_path / "b.txt", build.resolution_text())
    ended = _ended(tmp_path)
    assert (str(ended), ended.returncode) == ("1 of 2 were refused.", 1)
    table = capsys.readouterr().out
    assert f"Refused: {bad}, masthead\n    The file prints no symbol" in table
    assert "1 added, 0 unchanged, 1 refused.\n" in table
    assert Text.objects.get().resolution.symbol == "A/RES/66/164"


def test_a_dry_run_says_so_and_stores_nothing(tmp_path: Path, capsys: Captured) -> None:
    _ingest(_write(tmp_path / "a.txt", build.resolution_text()), dry_run=True)
    table = capsys.readouterr().out
    assert "1 added, 0 unchanged, 0 refused.\nThis was a dry run: nothing was stored.\n" in table
    assert not SourceFile.objects.exists()


def test_a_dry_run_that_would_refuse_ends_with_one(tmp_path: Path) -> None:
    assert _ended(_write(tmp_path / "a.txt", ""), dry_run=True).returncode == 1


def test_a_held_text_is_replaced_only_on_demand(tmp_path: Path, capsys: Captured) -> None:
    path = _write(tmp_path / "a.txt", build.resolution_text())
    _ingest(path)
    _write(path, build.resolution_text(operative=["Calls upon all Governments to act;"]))
    _ended(path)
    assert "Another text of A/RES/66/164 is held. 1 of 3 paragraphs" in capsys.readouterr().out
    _ingest(path, replace=True)
    assert "0 added, 1 replaced, 0 unchanged, 0 refused." in capsys.readouterr().out


def test_a_citation_that_waited_is_linked_when_its_text_arrives(tmp_path: Path) -> None:
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 66/164;")
    waiting = make.make_citation(paragraph, "resolution 66/164", "A/RES/66/164")
    _ingest(_write(tmp_path / "a.txt", build.resolution_text()))
    waiting.refresh_from_db()
    assert (
        waiting.cited_resolution == Text.objects.get(resolution__symbol="A/RES/66/164").resolution
    )


def test_a_manifest_elsewhere_speaks_for_the_files_of_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    _write(folder / "a.txt", build.nameless_text())
    entry = build.manifest_toml("a.txt", build.nameless_text().encode())
    _ingest(folder, manifest=_write(tmp_path / "told.toml", entry))
    assert Text.objects.get().resolution.symbol == "A/RES/62/152"


def test_a_bad_manifest_given_by_option_ends_the_command(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt", build.resolution_text())
    manifest = _write(tmp_path / "told.toml", "colour = 'red'\n")
    assert str(_ended(path, manifest=manifest)) == (
        f"{manifest}, key colour: It is unknown here; a manifest has only [[files]] tables. "
        "Nothing was ingested."
    )
    assert not SourceFile.objects.exists()


def test_several_processes_parse_on_demand(tmp_path: Path, capsys: Captured) -> None:
    for number in (1, 2, 3):
        _write(tmp_path / f"{number}.txt", build.resolution_text(f"66/{number}"))
    call_command("ingest", tmp_path, "--jobs=2")
    assert "3 added, 0 unchanged, 0 refused." in capsys.readouterr().out


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "65", "99999999999"])
def test_a_number_of_processes_that_is_none_is_refused(jobs: str) -> None:
    with pytest.raises(CommandError, match=f"“{jobs}” is no number of processes; write one from 1"):
        call_command("ingest", FIXTURES, f"--jobs={jobs}")


@pytest.mark.parametrize("arguments", [[""], [FIXTURES, ""], [FIXTURES, "--manifest="]])
def test_an_empty_path_is_refused_and_not_taken_for_this_folder(arguments: list[Any]) -> None:
    with pytest.raises(CommandError, match="it is empty; write"):
        _ingest(*arguments)
    assert not Text.objects.exists()


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            OperationalError("the server has gone\n"),
            "The database gave up: the server has gone. What was added before stays;",
        ),
        (
            BrokenProcessPool(),
            "A process that parsed was ended from outside, perhaps for want of memory.",
        ),
    ],
)
def test_an_end_from_outside_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, error: Exception, message: str
) -> None:
    def fail(*_arguments: Any, **_options: Any) -> Iterator[Any]:
        raise error

    monkeypatch.setattr("archive.management.commands.ingest.ingest_files", fail)
    assert str(_ended(_write(tmp_path / "a.txt", "words"))).startswith(message)
