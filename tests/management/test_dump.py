"""``manage.py dump``: where it puts the archive, what it prints and how it ends."""

import errno
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from pytest_django import Settings

from archive.dump import placing
from archive.dump.dumps import Dump
from archive.models import Text
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def held() -> Text:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    make.make_paragraph(text, "Calls upon all States to act;")
    return text


def _bytes(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def test_it_writes_the_archive_and_says_which_version(
    tmp_path: Path, held: Text, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "dump"
    call_command("dump", folder)
    printed = capsys.readouterr().out
    assert re.fullmatch(
        rf"{folder}: version \d{{4}}-\d\d-\d\d-[0-9a-f]{{12}}\. Rows: resolutions 1, evidence 0, "
        r"paragraphs 1, notes 0, citations 0, sources 1, series 0, lineages 0\.\n",
        printed,
    )
    assert "A/RES/66/164" in (folder / "resolutions.jsonl").read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["dump"]


def test_an_earlier_dump_is_replaced_whole(tmp_path: Path, held: Text) -> None:
    call_command("dump", tmp_path)
    before = _bytes(tmp_path)
    call_command("dump", tmp_path)
    assert _bytes(tmp_path) == before
    held.resolution.texts.all().delete()
    call_command("dump", tmp_path)
    assert not [name for name in _bytes(tmp_path) if name.startswith("sources/")]


def test_a_folder_with_other_files_is_refused_and_stays_as_it_is(
    tmp_path: Path, held: Text
) -> None:
    call_command("dump", tmp_path)
    (tmp_path / "sources" / "thesis.docx").write_bytes(b"mine")
    before = _bytes(tmp_path)
    with pytest.raises(CommandError, match=r"holds sources/thesis\.docx, which no dump has writ"):
        call_command("dump", tmp_path)
    assert _bytes(tmp_path) == before


@pytest.mark.parametrize("package", ['{"name": "thesis"}', "{", "[]", None])
def test_files_that_the_sums_of_something_else_name_are_not_ours(
    tmp_path: Path, held: Text, package: str | None
) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"mine")
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  thesis.docx\n{'0' * 64}  datapackage.json\n")
    if package is not None:
        (tmp_path / "datapackage.json").write_text(package)
    before = _bytes(tmp_path)
    with pytest.raises(CommandError, match="which no dump has written"):
        call_command("dump", tmp_path)
    assert _bytes(tmp_path) == before


def test_a_folder_that_somebody_else_calls_making_is_not_ours(tmp_path: Path, held: Text) -> None:
    mine = tmp_path / ".making" / "thesis.docx"
    mine.parent.mkdir()
    mine.write_bytes(b"mine")
    with pytest.raises(CommandError, match=r"holds \.making/thesis\.docx"):
        call_command("dump", tmp_path)
    assert mine.read_bytes() == b"mine"


@pytest.mark.parametrize("is_first", [True, False], ids=["first", "second"])
@pytest.mark.parametrize("moved", range(4))
def test_one_that_is_interrupted_at_any_file_says_so_and_can_be_replaced(
    tmp_path: Path, held: Text, monkeypatch: pytest.MonkeyPatch, *, is_first: bool, moved: int
) -> None:
    folder = tmp_path / "dump"
    if not is_first:
        call_command("dump", folder)
    rename, renamed = Path.rename, list[Path]()

    def fail_at_last(path: Path, to: Path) -> Path:
        if len(renamed) == moved:
            raise OSError(errno.ENOSPC, "No space left on device", str(to))
        renamed.append(to)
        return rename(path, to)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "rename", fail_at_last)
        with pytest.raises(CommandError, match="The dump there is not whole") as told:
            call_command("dump", folder)
    assert "Nothing was put in place" not in str(told.value)
    call_command("dump", folder)
    call_command("dump", tmp_path / "other")
    assert _bytes(folder) == _bytes(tmp_path / "other")


def test_one_that_is_interrupted_while_the_earlier_one_is_taken_away_can_be_replaced(
    tmp_path: Path, held: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    call_command("dump", tmp_path)
    whole = _bytes(tmp_path)
    unlink = Path.unlink

    def fail_at_the_source_files(path: Path) -> None:
        if path.parent.name == "sources":
            raise OSError(errno.EIO, "Input/output error", str(path))
        unlink(path)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "unlink", fail_at_the_source_files)
        with pytest.raises(CommandError, match="The dump there is not whole"):
            call_command("dump", tmp_path)
    call_command("dump", tmp_path)
    assert _bytes(tmp_path) == whole


def test_the_folder_itself_stays_as_it_may_be_the_root_of_a_disk(
    tmp_path: Path, held: Text
) -> None:
    before = tmp_path.stat().st_ino
    call_command("dump", tmp_path)
    call_command("dump", tmp_path)
    assert tmp_path.stat().st_ino == before


def test_what_an_interrupted_one_left_is_in_nobodys_way(tmp_path: Path, held: Text) -> None:
    left = tmp_path / ".recalling.making" / "resolutions.jsonl"
    left.parent.mkdir()
    left.write_text("half of a li")
    call_command("dump", tmp_path)
    assert "A/RES/66/164" in (tmp_path / "resolutions.jsonl").read_text()
    assert not left.parent.exists()


def test_one_that_is_interrupted_while_it_is_put_in_place_can_be_replaced(
    tmp_path: Path, held: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    call_command("dump", tmp_path)
    whole = _bytes(tmp_path)

    def interrupted(_new: Path, folder: Path) -> None:
        (folder / "codebook.md").unlink()
        raise OSError(errno.ENOSPC, "No space left on device", str(folder))

    with monkeypatch.context() as broken:
        broken.setattr(placing, "_put_in_place", interrupted)
        with pytest.raises(CommandError, match="cannot be written: No space left on device"):
            call_command("dump", tmp_path)
    call_command("dump", tmp_path)
    assert _bytes(tmp_path) == whole


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(CommandError, match=r"is a file\. Name a folder that is new, or empty\."):
        call_command("dump", file)
    assert file.read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(CommandError, match=r"cannot be written: Not a directory\. Nothing was"):
        call_command("dump", file / "below")


def test_a_database_that_gives_up_leaves_the_earlier_dump(
    tmp_path: Path, held: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    call_command("dump", tmp_path)
    before = _bytes(tmp_path)

    def give_up(_root: Path) -> Dump:
        raise OperationalError("the connection is closed")

    monkeypatch.setattr(placing, "dump", give_up)
    with pytest.raises(CommandError, match=r"The database gave up: the connection is closed\. No"):
        call_command("dump", tmp_path)
    assert _bytes(tmp_path) == before


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(CommandError, match=r"it is empty; write the name of a folder\."):
        call_command("dump", "")


def test_without_a_folder_it_makes_the_files_of_the_site_once(
    tmp_path: Path, held: Text, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DATA_DIR = tmp_path
    call_command("dump")
    assert capsys.readouterr().out.startswith("/data/: version ")
    call_command("dump")
    assert capsys.readouterr().out == "The files at /data/ are those of the present state.\n"
