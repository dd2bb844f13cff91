"""A run brings many files in; each ends by itself, whatever the others do."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from archive.ingest.files import FoundFile, find_files
from archive.ingest.outcomes import Outcome, Verdict
from archive.ingest.parsers import parse_content
from archive.ingest.runs import RunOptions, ingest_files
from archive.models import Ingestion, Resolution, SourceFile, Text
from tests import builders as build

pytestmark = pytest.mark.django_db


def _write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _run(*paths: Path, **options: Any) -> list[Outcome]:
    return list(ingest_files(find_files(paths).files, options=RunOptions(**options)))


def _verdicts(outcomes: list[Outcome]) -> list[str]:
    return [outcome.verdict.value for outcome in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_come_in_the_order_of_the_files(tmp_path: Path, jobs: int) -> None:
    for number in range(1, 8):
        _write(tmp_path / f"{number}.txt", build.resolution_text(f"66/{number}"))
    _write(tmp_path / "4.txt", b"")
    outcomes = _run(tmp_path, jobs=jobs)
    assert [one.path.name for one in outcomes] == [f"{number}.txt" for number in range(1, 8)]
    assert _verdicts(outcomes) == ["added"] * 3 + ["refused"] + ["added"] * 3
    assert Text.objects.count() == 6


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b" \r\n", "empty_file"),
        (bytes(range(256)) * 40, "binary_file"),
        (b"{\\rtf1 words", "format_not_read"),
        (b"A letter to the editor.\n", "not_a_resolution"),
    ],
)
def test_a_bad_file_is_refused_and_the_others_are_not(
    tmp_path: Path, content: bytes, code: str
) -> None:
    bad = _write(tmp_path / "bad.txt", content)
    good = _write(tmp_path / "good.txt", build.resolution_text())
    refused, added = _run(bad, good)
    assert (refused.verdict, refused.place) == (Verdict.REFUSED, "file")
    assert (code, refused.detail) == parse_content(content)
    assert added.verdict == Verdict.ADDED
    assert [source.name for source in SourceFile.objects.all()] == ["good.txt"]
    assert Ingestion.objects.count() == Text.objects.count() == 1


@pytest.mark.parametrize(("encoding", "name"), [("cp1252", "Windows-1252"), ("utf-16", "UTF-16")])
def test_another_encoding_is_mended_and_the_ingestion_says_so(
    tmp_path: Path, encoding: str, name: str
) -> None:
    words = "Calls upon the café of “all” States;"
    text = build.resolution_text(operative=[words, "Decides to remain seized."])
    [outcome] = _run(_write(tmp_path / "a.txt", text.encode(encoding)))
    assert outcome.verdict == Verdict.ADDED
    [warning] = Ingestion.objects.get().warnings
    assert warning["code"] == "encoding_mended"
    assert name in warning["message"]
    assert words in Text.objects.get().wording


def test_a_file_nothing_names_is_refused_with_what_to_write(tmp_path: Path) -> None:
    [outcome] = _run(_write(tmp_path / "a.txt", build.nameless_text()))
    assert (outcome.verdict, outcome.place) == (Verdict.REFUSED, "masthead")
    assert "Candidate: a resolution of session 63; the text says “" in outcome.detail
    assert f'sha256 = "{sha256(build.nameless_text().encode()).hexdigest()}"' in outcome.detail
    assert not SourceFile.objects.exists()


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    [outcome] = _run(tmp_path / "absent.txt")
    assert (outcome.verdict, outcome.detail) == (
        Verdict.REFUSED,
        "It cannot be read: No such file or directory.",
    )


def test_a_digest_the_manifest_does_not_give_is_refused(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", build.nameless_text())
    _write(tmp_path / "manifest.toml", build.manifest_toml("a.txt", b"other bytes"))
    [outcome] = _run(tmp_path)
    assert outcome.place == "manifest, entry 1 (line 1), sha256"
    assert outcome.detail.startswith("The file has the SHA-256 ")
    assert not SourceFile.objects.exists()


def test_a_bad_manifest_refuses_its_folder_and_no_other(tmp_path: Path) -> None:
    for name in ("bad", "good"):
        (tmp_path / name).mkdir()
    _write(tmp_path / "bad" / "a.txt", build.resolution_text("66/1"))
    _write(tmp_path / "bad" / "manifest.toml", b"colour = 'red'")
    _write(tmp_path / "good" / "b.txt", build.resolution_text("66/2"))
    refused, added = _run(tmp_path)
    assert refused.place == "manifest.toml beside it, key colour"
    assert added.symbol == "A/RES/66/2"


def test_a_file_without_masthead_is_brought_in_by_its_manifest(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", build.nameless_text())
    entry = build.manifest_toml("a.txt", build.nameless_text().encode())
    _write(tmp_path / "manifest.toml", entry)
    [outcome] = _run(tmp_path)
    assert (outcome.verdict, outcome.symbol) == (Verdict.ADDED, "A/RES/62/152")


def test_a_symbol_that_contradicts_the_masthead_is_refused(tmp_path: Path) -> None:
    text = build.resolution_text("66/164")
    _write(tmp_path / "a.txt", text)
    _write(tmp_path / "manifest.toml", build.manifest_toml("a.txt", text.encode()))
    [outcome] = _run(tmp_path)
    assert "The file prints A/RES/66/164 as its own symbol" in outcome.detail
    assert not Resolution.objects.exists()


def test_a_run_again_finds_everything_unchanged_and_parses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(tmp_path / "a.txt", build.resolution_text())
    _run(path)
    monkeypatch.setattr(
        "archive.ingest.parsers.parse_content", lambda _: pytest.fail("it was parsed")
    )
    assert _verdicts(_run(path)) == ["unchanged"]
    assert _verdicts(_run(path, replace=True)) == ["unchanged"]


def test_the_same_bytes_twice_in_one_run_come_in_once(tmp_path: Path) -> None:
    paths = [_write(tmp_path / f"{name}.txt", build.resolution_text()) for name in "ab"]
    assert _verdicts(_run(*paths, jobs=2)) == ["added", "unchanged"]


def test_a_changed_file_comes_in_only_to_replace(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt", build.resolution_text())
    _run(path)
    _write(path, build.resolution_text(operative=["Calls upon all Governments;"]))
    assert _verdicts(_run(path)) == ["refused"]
    assert _verdicts(_run(path, replace=True)) == ["replaced"]


def test_a_dry_run_says_what_a_run_would_do_and_stores_nothing(tmp_path: Path) -> None:
    first = _write(tmp_path / "a.txt", build.resolution_text())
    same = _write(tmp_path / "b.txt", build.resolution_text() + "\n")
    nameless = _write(tmp_path / "c.txt", build.nameless_text())
    dry = _run(first, same, nameless, dry_run=True)
    assert _verdicts(dry) == ["added", "refused", "refused"]
    assert not Resolution.objects.exists()
    assert not SourceFile.objects.exists()
    assert _run(first, same, nameless) == dry


def test_a_dry_run_keeps_nobody_from_writing_while_it_parses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked: list[bool] = []

    def parse(content: bytes) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) > 0 FROM pg_locks "
                "WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
            )
            locked.append(cursor.fetchone()[0])
        return parse_content(content)

    monkeypatch.setattr("archive.ingest.parsers.parse_content", parse)
    paths = [
        _write(tmp_path / f"{number}.txt", build.resolution_text(f"66/{number}"))
        for number in (1, 2, 3)
    ]
    assert _verdicts(_run(*paths, dry_run=True)) == ["added"] * 3
    assert locked == [False] * 3


def test_a_dry_run_refuses_and_keeps_as_a_run_would(tmp_path: Path) -> None:
    held = _write(tmp_path / "a.txt", build.resolution_text())
    _run(held)
    paths = [held, _write(tmp_path / "b.txt", b""), tmp_path / "c.txt"]
    _write(paths[2], build.resolution_text("66/165"))
    assert _verdicts(_run(*paths, dry_run=True)) == ["unchanged", "refused", "added"]
    assert Text.objects.count() == 1


def test_no_more_files_are_read_ahead_than_the_processes_can_use(tmp_path: Path) -> None:
    taken: list[int] = []

    def files() -> Iterator[FoundFile]:
        for number in range(1, 30):
            taken.append(number)
            path = _write(tmp_path / f"{number}.txt", build.resolution_text(f"66/{number}"))
            yield FoundFile(path=path)

    outcomes = ingest_files(files(), options=RunOptions(jobs=2))
    next(outcomes)
    assert len(taken) == 5
    outcomes.close()
