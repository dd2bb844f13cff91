"""How words keep together is counted as it is said to be, and the invented ones do as real ones."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.searching.clustering import Corpus, invented, main, shapes, spreads

_FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"
_SMALL = Corpus("small", [["Water water rose", "Water of it"], ["rose", "rose"], ["Oil", "air"]])
#: What four sessions of the General Assembly and the texts of its seventy-sixth have, with a little
#: to each side; a small archive has few series.
_REAL = [
    (0.001, 0.002, 0.028, 0.047),
    (0.002, 0.005, 0.055, 0.090),
    (0.005, 0.01, 0.11, 0.18),
    (0.01, 0.02, 0.20, 0.27),
    (0.02, 0.04, 0.35, 0.43),
    (0.04, 0.1, 0.53, 0.64),
    (0.1, 0.2, 0.74, 0.9),
]


@pytest.fixture(scope="module")
def archive() -> Corpus:
    return invented(40_000, seed=1)


def test_a_word_is_counted_once_in_a_paragraph_and_once_in_a_resolution() -> None:
    assert sorted(_SMALL.shares) == [(2 / 6, 1 / 3), (3 / 6, 2 / 3)]


def test_the_share_is_the_median_of_the_words_of_a_band() -> None:
    assert _SMALL.share_of_resolutions(0.3, below=0.4) == (1 / 3, 1)
    assert _SMALL.share_of_resolutions(0.3, below=0.6) == (1 / 2, 2)
    assert _SMALL.share_of_resolutions(0.6, below=0.9) == (None, 0)


def test_what_is_said_before_is_repeated() -> None:
    assert _SMALL.repeated == pytest.approx(1 / 6)


def test_the_tables_have_a_column_for_each_corpus() -> None:
    lines = [*shapes([_SMALL, _SMALL]), *spreads([_SMALL, _SMALL])]
    assert all(line.count("|") == 4 for line in lines)
    assert "| 2, 2  | 2, 2  |" in "\n".join(lines)
    assert "| 20 to 50 %    | 0.333 (1 words) | 0.333 (1 words) |" in "\n".join(lines)
    assert "| 10 to 20 %    | –               | –               |" in "\n".join(lines)


@pytest.mark.parametrize(("least", "below", "lowest", "highest"), _REAL)
def test_invented_words_keep_together_as_those_of_real_resolutions(
    archive: Corpus, least: float, below: float, lowest: float, highest: float
) -> None:
    share, words = archive.share_of_resolutions(least, below=below)
    assert words > 5
    assert share is not None
    assert lowest < share < highest


def test_the_command_reads_a_folder_and_invents_an_archive(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["clustering", str(_FIXTURES), "--paragraphs=1000"])
    assert main() == 0
    assert f"{_FIXTURES.parent.name}/fixtures" in capsys.readouterr().out


def test_the_command_refuses_a_folder_without_resolutions(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("Bread, milk, butter.")
    monkeypatch.setattr(sys, "argv", ["clustering", str(tmp_path)])
    assert main() == 2
    assert "no resolution" in capsys.readouterr().out
