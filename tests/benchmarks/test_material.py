"""A measure of nothing is refused, not printed as noughts."""

from argparse import ArgumentTypeError
from pathlib import Path

import pytest

from tests.benchmarks import ingest, mends, un_links, uncited
from tests.benchmarks.material import folder_of_files


def test_a_folder_with_files_is_taken(tmp_path: Path) -> None:
    (tmp_path / "55").mkdir()
    (tmp_path / "55" / "a.txt").write_text("Recalling it,", encoding="utf-8")
    assert folder_of_files(str(tmp_path)) == tmp_path


@pytest.mark.parametrize("place", ["", "nowhere", "file.txt"])
def test_what_is_no_folder_with_files_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "file.txt").symlink_to("nowhere")
    with pytest.raises(ArgumentTypeError, match="no folder with files"):
        folder_of_files(str(tmp_path / "empty" / place))


@pytest.mark.parametrize("measure", [ingest, mends, un_links, uncited])
def test_a_measure_without_its_files_says_so(
    measure: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["measure", "nowhere"])
    with pytest.raises(SystemExit) as ended:
        measure.main()  # type: ignore[attr-defined]
    assert ended.value.code == 2
    assert "“nowhere” is no folder with files" in capsys.readouterr().err
