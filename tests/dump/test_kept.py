"""The files of the site are made once for each version, and never say what was withdrawn."""

import errno
import os
import shutil
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

import archive
from archive.dump import kept
from archive.dump.kept import make_present, offered, present
from archive.ingest.publishing.withdrawal import restore, withdraw
from archive.models import ArchiveVersion, CatalogueCard, Text
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def held() -> Text:
    text = make.make_text(make.adopted("A/RES/66/164", 2011))
    make.make_paragraph(text, "Calls upon all States to act;")
    return text


def _whole() -> bytes:
    found = present()
    assert found
    return (found.folder / kept.WHOLE).read_bytes()


def _in_the_whole(data_folder: Path) -> dict[str, bytes]:
    found = present()
    assert found
    with ZipFile(found.folder / kept.WHOLE) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def test_none_is_there_until_it_is_made(held: Text) -> None:
    assert present() is None
    issue = make_present()
    found = present()
    assert found
    assert found.issue == issue


def test_it_is_made_once(held: Text, monkeypatch: pytest.MonkeyPatch) -> None:
    make_present()
    monkeypatch.delattr(kept, "dump")
    assert make_present() is None


def test_other_code_makes_it_anew_and_the_same_gives_the_same_bytes(
    held: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, before = make_present(), _whole()
    monkeypatch.setattr(kept, "_code", lambda: "0123456789ab")
    assert present()
    assert make_present() == first
    assert make_present() is None
    assert _whole() == before


def test_every_file_that_is_offered_has_its_size_and_sum(held: Text) -> None:
    make_present()
    found = present()
    assert found
    assert found.files[0].name == kept.WHOLE
    for one in found.files:
        content = (found.folder / one.name).read_bytes()
        assert (one.size_bytes, one.sha256) == (len(content), sha256(content).hexdigest())
        assert one.media_type
        assert one.holds
    assert found.file("resolutions.jsonl")
    assert found.file("kept.json") is None


def test_the_whole_has_every_file_with_its_sum_below_one_folder(
    data_folder: Path, held: Text
) -> None:
    CatalogueCard.objects.update(updated_at=datetime(2020, 1, 2, 3, 4, 6, tzinfo=UTC))
    make_present()
    files = _in_the_whole(data_folder)
    assert {name.partition("/")[0] for name in files} == {"recalling"}
    lines = files.pop("recalling/SHA256SUMS").decode().splitlines()
    sums = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    assert {f"recalling/{path}": digest for path, digest in sums.items()} == {
        name: sha256(content).hexdigest() for name, content in files.items()
    }
    assert "recalling/sources/A_RES_66_164.en.txt" in files
    with ZipFile(next(data_folder.glob(f"dumps/*/{kept.WHOLE}"))) as whole:
        assert whole.testzip() is None
        assert {entry.date_time for entry in whole.infolist()} == {(2020, 1, 2, 3, 4, 6)}
        assert whole.namelist() == sorted(whole.namelist())


@pytest.mark.parametrize("package", ["codebook.md", "version"])
def test_what_is_said_in_words_belongs_to_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    copy = tmp_path / "archive"
    (copy / "dump").mkdir(parents=True)
    (copy / "dump" / "codebook.md").write_text("# Codebook")
    monkeypatch.setattr(archive, "__file__", str(copy / "__init__.py"))
    before = kept._code.__wrapped__()
    if package == "version":
        monkeypatch.setattr(archive, "__version__", "9.9.9")
    else:
        (copy / "dump" / package).write_text("# Codebook, revised")
    assert kept._code.__wrapped__() != before


def test_that_of_an_earlier_version_is_offered_as_what_it_is_while_nothing_was_withdrawn(
    held: Text,
) -> None:
    issue = make_present()
    ArchiveVersion.objects.grow()
    found = offered()
    assert found
    assert (found.issue, found.is_present) == (issue, False)
    make_present()
    found = offered()
    assert found
    assert found.is_present


def test_one_that_may_hold_what_was_withdrawn_since_is_never_offered(held: Text) -> None:
    publisher = make.make_staff("publisher")
    make_present()
    withdraw(held.pk, by=publisher, reason="Private.")
    assert offered() is None
    restore(held.pk, by=publisher)
    assert offered() is None, "it may have come back in other words"
    make_present()
    ArchiveVersion.objects.grow()
    assert offered()


def test_one_of_a_version_that_the_archive_does_not_have_yet_is_not_offered(
    data_folder: Path, held: Text
) -> None:
    make_present()
    [made] = [one for one in (data_folder / "dumps").iterdir() if one.is_dir()]
    made.rename(made.with_name(str(ArchiveVersion.objects.number() + 1)))
    assert offered() is None


@pytest.mark.parametrize(
    "written",
    ["", '{"code": "0', "[]", "{}", '{"code": "", "issue": {}, "files": [{"name": "x"}]}'],
)
def test_a_list_that_cannot_be_read_is_none_and_is_made_again(
    data_folder: Path, held: Text, written: str
) -> None:
    make_present()
    [said] = data_folder.glob("dumps/*/kept.json")
    said.write_text(written)
    assert offered() is None
    assert make_present()
    assert offered()


def test_the_list_is_on_the_disk_last(held: Text, monkeypatch: pytest.MonkeyPatch) -> None:
    settled: list[str] = []
    monkeypatch.setattr(
        os, "fsync", lambda number: settled.append(Path(f"/proc/self/fd/{number}").readlink().name)
    )
    make_present()
    found = offered()
    assert found
    assert settled[-1] == "kept.json"
    assert sorted(settled) == sorted(path.name for path in found.folder.iterdir())


def test_one_that_fails_leaves_nothing_and_the_last_one_stays(
    data_folder: Path, held: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_present()
    before = offered()
    ArchiveVersion.objects.grow()

    def full(*_paths: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(kept, "zip_files", full)
    with pytest.raises(OSError, match="No space"):
        make_present()
    assert not (data_folder / "dumps" / "making").exists()
    after = offered()
    assert before
    assert after
    assert after.folder == before.folder


def test_one_of_another_version_goes_when_the_next_is_made(data_folder: Path, held: Text) -> None:
    make_present()
    withdraw(held.pk, by=make.make_staff("publisher"), reason="Private.")
    assert present() is None
    assert make_present()
    assert len([one for one in (data_folder / "dumps").iterdir() if one.is_dir()]) == 1
    files = _in_the_whole(data_folder).values()
    assert not any(b"Calls upon" in content or b"66/164" in content for content in files)


def test_what_an_interrupted_one_left_is_in_nobodys_way(data_folder: Path, held: Text) -> None:
    left = data_folder / "dumps" / "making" / "resolutions.jsonl"
    left.parent.mkdir(parents=True)
    left.write_text("half of a li")
    assert make_present()
    assert "66/164" in _in_the_whole(data_folder)["recalling/resolutions.jsonl"].decode()
    assert not left.exists()


def test_an_empty_archive_has_its_files_too() -> None:
    issue = make_present()
    assert issue
    assert issue.counts["resolutions"] == 0


def test_what_is_there_is_found_by_one_query(
    held: Text, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_present()
    with django_assert_num_queries(1):
        assert present()
    with django_assert_num_queries(1):
        assert offered()
    ArchiveVersion.objects.grow()
    with django_assert_num_queries(2):
        assert offered()


def test_a_folder_that_somebody_took_away_is_made_again(data_folder: Path, held: Text) -> None:
    make_present()
    shutil.rmtree(data_folder / "dumps")
    assert present() is None
    assert make_present()
