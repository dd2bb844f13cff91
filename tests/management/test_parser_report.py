"""``manage.py parser_report`` counts, compares with a baseline, and fails on a loss."""

import errno
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from archive.management.baselines import BaselineError, line_of, opened_baseline, written_whole
from archive.management.commands import parser_report as command
from archive.parsing.files import measure_file
from archive.parsing.pipeline import PARSER_VERSION
from tests.parsing.printed import word_text

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "tests" / "parsing" / "baseline" / "fixtures.jsonl"
NOTED = word_text(
    ["Recalling its resolution 53/144 of 9 December 1998,1", "Noting it with care,"],
    notes=["Resolution 53/144, annex."],
    after=["A/RES/66/164"],
)


@pytest.fixture(autouse=True)
def _parsed_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse in this process, but where a test is about others."""
    if "slow" in request.keywords:
        return

    def measured(paths: Sequence[Path]) -> Iterator[Any]:
        yield from (measure_file(str(path)) for path in paths)

    monkeypatch.setattr(command, "_measured", measured)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, one of them in a folder below, and a hidden file."""
    texts = tmp_path / "texts"
    (texts / "more").mkdir(parents=True)
    (texts / "a.txt").write_text(NOTED, encoding="utf-8")
    (texts / "more" / "b.txt").write_text(word_text(), encoding="utf-8")
    (texts / ".hidden.txt").write_text("x", encoding="utf-8")
    return texts


@pytest.fixture
def baseline(folder: Path, tmp_path: Path) -> Path:
    """What was found in the folder."""
    path = tmp_path / "baseline.jsonl"
    _report(folder, "--write", path)
    return path


def _report(*arguments: object) -> tuple[int, str]:
    """The exit code and what was printed."""
    printed = io.StringIO()
    try:
        call_command("parser_report", *map(str, arguments), stdout=printed)
    except SystemExit as exited:
        return int(exited.code or 0), printed.getvalue()
    return 0, printed.getvalue()


def _refusal(*arguments: object) -> str:
    with pytest.raises(CommandError) as refused:
        _report(*arguments)
    assert refused.value.returncode == 2
    return str(refused.value)


def test_a_folder_is_read_with_those_in_it_and_hidden_files_are_passed_over(folder: Path) -> None:
    code, printed = _report(folder)
    assert code == 0
    assert printed.splitlines()[0] == "Word extraction"
    assert "  files       2; " in printed
    assert "  notes       1: 1 marked" in printed


def test_several_folders_and_files_are_one_report(folder: Path) -> None:
    _, printed = _report(folder / "a.txt", folder / "more")
    assert "  files       2; " in printed


def test_a_baseline_has_a_line_for_each_file_in_order_by_its_place(baseline: Path) -> None:
    lines = baseline.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["file"] for line in lines] == ["texts/a.txt", "texts/more/b.txt"]


def test_what_has_not_changed_is_not_told(folder: Path, baseline: Path) -> None:
    code, printed = _report(folder, "--baseline", baseline)
    assert code == 0
    assert printed.splitlines()[-1] == (
        f"compared with 2 files of parser version {PARSER_VERSION}: 0 lost, 0 gained, 0 changed"
    )


@pytest.mark.parametrize(
    ("gone", "lost"),
    [
        ("\tNoting it with care,\n", "lost     pp2 paragraph “Noting it with care,”"),
        ("1 Resolution 53/144, annex.\n", "lost     fn1 note “Resolution 53/144, annex.”"),
        (
            " of 9 December 1998",
            "lost     pp1 citation “resolution 53/144 of 9 December 1998”: date “1998-12-09” → “”",
        ),
        ("with care", "lost     8 letters and figures of the paragraphs and notes"),
        ("its resolution 53/144 of ", "lost     pp1 citation “resolution 53/144 of 9 December 19"),
        ("A/RES/66/164\n", "lost     symbol “A/RES/66/164”"),
    ],
)
def test_a_loss_is_named_and_ends_in_exit_1(
    folder: Path, baseline: Path, gone: str, lost: str
) -> None:
    assert gone in NOTED
    (folder / "a.txt").write_text(NOTED.replace(gone, ""), encoding="utf-8")
    code, printed = _report(folder, "--baseline", baseline)
    assert "changed  the file itself: its bytes are others" in printed
    assert "\n  texts/a.txt\n" in printed
    assert code == 1
    assert lost in printed.partition("compared")[2]


def test_more_than_before_is_a_gain_and_no_failure(folder: Path, baseline: Path) -> None:
    (folder / "c.txt").write_text(word_text(), encoding="utf-8")
    more = NOTED.replace("\tNoting", "\tWelcoming A/66/203,\n\tNoting")
    (folder / "a.txt").write_text(more, encoding="utf-8")
    code, printed = _report(folder, "--baseline", baseline)
    assert code == 0
    assert "gained   pp2 paragraph “Welcoming A/66/203,”" in printed
    assert "gained   pp2 citation “A/66/203”" in printed
    assert "  texts/c.txt\n    gained   the file, new to the baseline" in printed


def test_a_file_that_is_gone_or_refused_is_a_loss(folder: Path, baseline: Path) -> None:
    (folder / "a.txt").write_text("A letter.", encoding="utf-8")
    (folder / "more" / "b.txt").unlink()
    code, printed = _report(folder, "--baseline", baseline)
    assert code == 1
    assert "lost     the whole file: not_a_resolution: It is not built as a resolution" in printed
    assert "texts/more/b.txt\n    lost     the whole file: it is not among the files" in printed
    assert "refused\n  texts/a.txt: not_a_resolution: It is not" in printed


def test_a_baseline_of_another_parser_is_compared_with(folder: Path, baseline: Path) -> None:
    text = baseline.read_text(encoding="utf-8")
    older = text.replace(f'"parser_version":"{PARSER_VERSION}"', '"parser_version":"0.9"', 1)
    baseline.write_text(older, encoding="utf-8")
    code, printed = _report(folder, "--baseline", baseline)
    assert code == 0
    assert f"of parser version 0.9 and {PARSER_VERSION}: 0 lost" in printed


def test_a_baseline_is_renewed_in_one_run(folder: Path, baseline: Path) -> None:
    shorter = NOTED.replace("\tNoting it with care,\n", "")
    (folder / "a.txt").write_text(shorter, encoding="utf-8")
    code, _ = _report(folder, "--baseline", baseline, "--write", baseline)
    assert code == 1
    assert _report(folder, "--baseline", baseline)[0] == 0


@pytest.mark.parametrize("content", ["no JSON\n", '{"files": 1}\n', "[1]\n", "7\n"])
def test_what_is_no_baseline_is_refused_with_its_line(
    folder: Path, baseline: Path, content: str
) -> None:
    good = baseline.read_text(encoding="utf-8").splitlines(keepends=True)[0]
    baseline.write_text(good + content, encoding="utf-8")
    assert _refusal(folder, "--baseline", baseline) == (
        f"Line 2 of the baseline {baseline} is no record of a file; make the baseline again with "
        "--write."
    )


def test_a_baseline_that_is_not_there_is_refused(folder: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.jsonl"
    assert _refusal(folder, "--baseline", nowhere) == (
        f"The baseline {nowhere} cannot be read: No such file or directory. Make one with --write."
    )


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_texts_is_bad_use(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    assert _refusal(tmp_path / name) == (
        f"{tmp_path / name} holds no text; name a file or a folder of texts."
    )


def test_two_files_of_one_name_cannot_share_a_baseline(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "texts"
    other.mkdir(parents=True)
    (other / "a.txt").write_text(word_text(), encoding="utf-8")
    assert _refusal(folder, other) == (
        f"{other}/a.txt and {folder}/a.txt would both be called texts/a.txt in a baseline; give "
        "them in two runs."
    )


def test_a_folder_that_is_not_there_is_bad_use(folder: Path) -> None:
    path = folder.parent / "nowhere" / "b.jsonl"
    assert _refusal(folder, "--write", path) == (
        f"{path} cannot be written: No such file or directory. Name a file in a folder with space "
        "that you may write to."
    )


def test_a_folder_or_a_device_is_left_alone(folder: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (folder, pipe):
        assert _refusal(folder, "--write", path) == f"{path} is no file; name a file to write."
        assert _refusal(folder, "--baseline", path) == (
            f"{path} is no file; name a file that --write made."
        )
    assert pipe.is_fifo()


def test_a_disk_that_is_full_is_told_and_leaves_the_older_baseline(tmp_path: Path) -> None:
    path = tmp_path / "baseline.jsonl"
    path.write_text("older", encoding="utf-8")
    with pytest.raises(BaselineError, match="No space left"), written_whole(path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert [one.name for one in tmp_path.iterdir()] == ["baseline.jsonl"]


def test_what_is_passed_over_is_named(folder: Path) -> None:
    (folder / "more" / "c.odt").write_bytes(b"x")
    _, printed = _report(folder)
    assert printed.splitlines()[-2:] == ["passed over", f"  {folder}/more/c.odt"]


def test_no_path_or_an_empty_one_is_bad_use() -> None:
    for arguments in ((), ("",)):
        with pytest.raises(CommandError, match="DIR"):
            _report(*arguments)


def test_a_run_that_fails_leaves_the_older_baseline(tmp_path: Path) -> None:
    path = tmp_path / "baseline.jsonl"
    path.write_text("older", encoding="utf-8")
    with suppress(KeyboardInterrupt), written_whole(path) as opened:
        opened.write("half")
        raise KeyboardInterrupt
    assert [one.name for one in tmp_path.iterdir()] == ["baseline.jsonl"]
    assert path.read_text(encoding="utf-8") == "older"


def test_a_baseline_gives_each_record_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "baseline.jsonl"
    records: list[dict[str, Any]] = [{"file": "é.txt", "layout": "pdf"}, {"file": "b.txt"}]
    path.write_text("".join(map(line_of, records)), encoding="utf-8")
    with opened_baseline(path) as baseline:
        assert (list(baseline), len(baseline)) == (["é.txt", "b.txt"], 2)
        assert baseline["b.txt"] == {"file": "b.txt"}
        assert baseline["é.txt"] == records[0]
    with pytest.raises(BaselineError), opened_baseline(tmp_path):
        pass


def test_an_end_from_outside_is_told_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(paths: Sequence[Path]) -> Iterator[Any]:
        yield measure_file(str(paths[0]))
        raise BrokenProcessPool

    monkeypatch.setattr(command, "_measured", ended)
    with pytest.raises(CommandError, match="was ended from outside"):
        _report(folder)


def test_progress_is_shown_on_a_terminal_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _report(folder)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    _report(folder)
    assert "2/2" in capsys.readouterr().err


@pytest.mark.slow
def test_one_file_is_parsed_here_and_many_by_several_processes_in_order(
    folder: Path, tmp_path: Path
) -> None:
    names = [f"{number:02}.txt" for number in range(20)]
    for name in names:
        (folder / name).write_text(word_text(), encoding="utf-8")
    written = tmp_path / "baseline.jsonl"
    assert "  files       1; " in _report(folder / "a.txt")[1]
    assert "  files       22; " in _report(folder, "--write", written)[1]
    listed = [json.loads(line)["file"] for line in written.read_text().splitlines()]
    assert listed == [f"texts/{name}" for name in [*names, "a.txt", "more/b.txt"]]


@pytest.mark.slow
def test_the_five_founding_documents_lose_nothing() -> None:
    run = subprocess.run(
        [sys.executable, "manage.py", "parser_report", "fixtures", "--baseline", str(SEEDS)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": "postgres://nobody:nothing@127.0.0.1:1/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "compared with 5 files" in run.stdout
    assert ": 0 lost" in run.stdout
