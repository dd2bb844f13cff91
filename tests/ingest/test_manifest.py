"""A manifest is read strictly: what is wrong in it is refused with its place."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from archive.ingest.manifest import Manifest, read_manifest
from archive.ingest.refusals import RefusalError
from archive.models import Evidence
from archive.parsing.parsed import Adoption, AdoptionMethod
from tests import builders as build

FIXTURES = Path(__file__).parents[2] / "fixtures"
NAME = "text.txt"
CONTENT = b"words"


def _manifest(folder: Path, toml: str) -> Path:
    (folder / NAME).write_bytes(CONTENT)
    path = folder / "manifest.toml"
    path.write_text(toml, encoding="utf-8")
    return path


def _read(folder: Path, **keys: object) -> Manifest:
    return read_manifest(_manifest(folder, build.manifest_toml(NAME, CONTENT, **keys)))


def _refusal(path: Path) -> str:
    with pytest.raises(RefusalError) as refused:
        read_manifest(path)
    return str(refused.value)


def test_an_entry_tells_what_a_file_does_not(tmp_path: Path) -> None:
    entry = _read(
        tmp_path,
        title="Declaration",
        adopted_on=date(2007, 12, 18),
        adoption="recorded vote 127-14-41",
        meeting=76,
        series="human rights defenders",
    ).entries[NAME]
    assert entry.place == "entry 1 (line 1)"
    assert entry.symbol.text == "A/RES/62/152"
    assert entry.facts == {
        Evidence.Fact.SYMBOL: "A/RES/62/152",
        Evidence.Fact.STAGE: "adopted",
        Evidence.Fact.TITLE: "Declaration",
        Evidence.Fact.ADOPTED_ON: date(2007, 12, 18),
        Evidence.Fact.ADOPTION: Adoption(
            method=AdoptionMethod.RECORDED_VOTE, in_favour=127, against=14, abstaining=41
        ),
        Evidence.Fact.MEETING: 76,
        Evidence.Fact.SERIES: "human rights defenders",
    }
    assert entry.evidence[Evidence.Fact.SYMBOL] == "told by a test"


def test_a_draft_names_what_was_adopted_in_its_place(tmp_path: Path) -> None:
    entry = _read(
        tmp_path, symbol="A/C.3/70/L.46", stage="draft", adopted_as="A/RES/70/161"
    ).entries[NAME]
    assert [str(symbol) for symbol in entry.symbols] == ["A/C.3/70/L.46", "A/RES/70/161"]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"colour": "red"}, "entry 1 (line 1), colour: The key is unknown; the keys are name,"),
        ({"sha256": "abc"}, "entry 1 (line 1), sha256: “abc” is no SHA-256"),
        ({"sha256": "A" * 64}, "is no SHA-256"),
        ({"adopted_on": "2007-12-18"}, "adopted_on: “2007-12-18” is no date; write it as 2011"),
        (
            {"adopted_on": datetime(2007, 12, 18, tzinfo=UTC)},
            "2007-12-18 00:00:00+00:00” is no date",
        ),
        ({"distributed_on": 2007}, "distributed_on: “2007” is no date"),
        ({"symbol": "folder"}, "symbol: “folder” is not a document symbol."),
        ({"symbol": "a/res/62/152"}, "“a/res/62/152” is not the canonical spelling; write A/RES"),
        ({"symbol": "A/62/225"}, "A/62/225 names neither an act of an organ nor a draft of one."),
        ({"stage": "final"}, "stage: “final” is no stage; write “adopted” or “draft”."),
        (
            {"stage": "draft"},
            "stage: A/RES/62/152 is the symbol of a text whose stage is “adopted”",
        ),
        ({"symbol": "A/C.3/70/L.46"}, "symbol of a text whose stage is “draft”"),
        ({"adopted_as": "A/RES/70/161"}, "adopted_as: A/RES/62/152 is adopted and cannot have"),
        (
            {"symbol": "A/C.3/70/L.46", "stage": "draft", "meeting": 89},
            "meeting: A/C.3/70/L.46 is a draft and cannot have this key.",
        ),
        (
            {"symbol": "A/C.3/70/L.46", "stage": "draft", "adopted_as": "A/C.3/70/L.47"},
            "adopted_as: A/C.3/70/L.47 is a draft; a draft is adopted as an act.",
        ),
        (
            {"adoption": "by lot"},
            "adoption: “by lot” is no way of adoption; write “without a vote”",
        ),
        ({"meeting": 0}, "meeting: “0” is no number of a meeting"),
        ({"meeting": 10000}, "meeting: “10000” is no number of a meeting"),
        ({"title": ""}, "title: '' is not words"),
        ({"title": 7}, "title: 7 is not words"),
        ({"title": "two\\nlines \\u0000"}, "'two lines \\x00' has control characters in it"),
        ({"name": "../text.txt"}, "name: “../text.txt” is not the bare name of a file"),
        ({"name": "absent.txt"}, "name: There is no file “absent.txt” beside it."),
        ({"evidence": {"colour": "seen"}}, "evidence.colour: The entry gives no colour"),
        ({"evidence": {"title": "seen"}}, "evidence.title: The entry gives no title"),
        ({"evidence": {"symbol": ""}}, "evidence.symbol: '' is not words"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(
    tmp_path: Path, keys: dict[str, object], message: str
) -> None:
    assert message in _refusal(_manifest(tmp_path, build.manifest_toml(NAME, CONTENT, **keys)))


@pytest.mark.parametrize("key", ["name", "sha256", "symbol", "stage", "provenance"])
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    whole = build.manifest_toml(NAME, CONTENT).splitlines()
    without = "\n".join(line for line in whole if not line.startswith(f"{key} = "))
    found = _refusal(_manifest(tmp_path, without.partition("[files.evidence]")[0]))
    assert found == f"entry 1 (line 1), {key}: The key is missing; every entry must have it."


def test_two_entries_for_one_file_are_refused(tmp_path: Path) -> None:
    twice = build.manifest_toml(NAME, CONTENT) * 2
    assert _refusal(_manifest(tmp_path, twice)) == (
        f"entry 2 (line 10), name: Another entry has “{NAME}” too; keep one."
    )


def test_two_entries_with_one_digest_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_bytes(CONTENT)
    twice = build.manifest_toml(NAME, CONTENT) + build.manifest_toml("other.txt", CONTENT)
    assert _refusal(_manifest(tmp_path, twice)).startswith("entry 2 (line 10), sha256: Another")


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[[files]\n", "file: It is not TOML: "),
        ("[[files]]\nadopted_on = 2007-13-18\n", "(at line 2, column"),
        ("name = 'x'\n", "key name: It is unknown here; a manifest has only [[files]] tables."),
        ("", "file: It has no entry; write one [[files]] table for each file."),
        ("files = 7\n", "key files: Write each entry under a [[files]] header of its own."),
        ("files = [7]\n", "key files: Write each entry under a [[files]] header of its own."),
        ("files = [{}]\n", "entry 1, name: The key is missing"),
    ],
)
def test_what_is_no_manifest_is_refused(tmp_path: Path, toml: str, message: str) -> None:
    assert message in _refusal(_manifest(tmp_path, toml))


def test_evidence_that_is_no_table_is_refused(tmp_path: Path) -> None:
    toml = build.manifest_toml(NAME, CONTENT).partition("[files.evidence]")[0] + "evidence = 7\n"
    assert "evidence: Write it as a table: [files.evidence]." in _refusal(_manifest(tmp_path, toml))


def test_a_manifest_in_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "manifest.toml"
    path.write_bytes(b"# one\n# caf\xe9\n")
    assert _refusal(path) == "line 2: It is not UTF-8; save it as UTF-8."


def test_a_manifest_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "file: It cannot be read: No such file" in _refusal(tmp_path / "manifest.toml")


def test_a_file_that_stands_elsewhere_may_be_named(tmp_path: Path) -> None:
    path = _manifest(tmp_path, build.manifest_toml("far.txt", CONTENT))
    assert read_manifest(path, elsewhere={"far.txt"}).entries["far.txt"].name == "far.txt"


def test_the_founding_documents_are_all_in_their_manifest() -> None:
    entries = read_manifest(FIXTURES / "manifest.toml").entries
    assert set(entries) == {path.name for path in FIXTURES.glob("*.txt")}
    draft = entries["002_6c4a68e8a7cd0e6b.txt"]
    assert [str(symbol) for symbol in draft.symbols] == ["A/C.3/70/L.46", "A/RES/70/161"]
