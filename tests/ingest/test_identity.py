"""Which resolution a file is, by its masthead and by the manifest; the two must agree."""

from pathlib import Path

import pytest

from archive.ingest.identity import identify
from archive.ingest.manifest import ManifestEntry, read_manifest
from archive.ingest.refusals import RefusalError
from archive.parsing.parsed import Candidate, ParsedResolution
from tests import builders as build

DIGEST = "0" * 64


@pytest.fixture(name="entry")
def _entry(tmp_path: Path) -> ManifestEntry:
    """An entry that says A/RES/62/152."""
    (tmp_path / "a.txt").write_bytes(b"words")
    path = tmp_path / "manifest.toml"
    path.write_text(build.manifest_toml("a.txt", b"words"), encoding="utf-8")
    return read_manifest(path).entries["a.txt"]


def _identify(parsed: ParsedResolution, entry: ManifestEntry | None = None) -> str:
    return identify(parsed, entry, name="a.txt", sha256=DIGEST).text


def _refusal(parsed: ParsedResolution, entry: ManifestEntry | None = None) -> str:
    with pytest.raises(RefusalError) as refused:
        _identify(parsed, entry)
    return str(refused.value)


def test_the_masthead_alone_suffices() -> None:
    assert _identify(build.parse_of("A/RES/66/164")) == "A/RES/66/164"


def test_the_manifest_alone_suffices(entry: ManifestEntry) -> None:
    assert _identify(build.parse_of(None), entry) == "A/RES/62/152"


def test_a_masthead_and_a_manifest_that_agree_suffice(entry: ManifestEntry) -> None:
    assert _identify(build.parse_of("A/RES/62/152"), entry) == "A/RES/62/152"


def test_a_symbol_that_contradicts_the_masthead_is_refused(entry: ManifestEntry) -> None:
    assert _refusal(build.parse_of("A/RES/66/164"), entry) == (
        "masthead: The file prints A/RES/66/164 as its own symbol, but the manifest, entry 1 "
        "(line 1), says A/RES/62/152; correct the entry."
    )


@pytest.mark.parametrize(
    ("symbol", "message"),
    [
        ("A/62/225", "The file prints A/62/225 as its own symbol, which names neither an act"),
        ("nonsense", "“nonsense” is not a document symbol."),
    ],
)
def test_a_masthead_that_names_no_act_is_refused(symbol: str, message: str) -> None:
    assert message in _refusal(build.parse_of(symbol))


def test_a_file_nothing_names_is_refused_with_its_candidates_and_what_to_write() -> None:
    candidates = (
        Candidate(session=62, symbol=None, evidence="cites “See A/62/225.”"),
        Candidate(session=63, symbol="A/RES/63/1", evidence="says “at its sixty-fourth session”"),
    )
    assert _refusal(build.parse_of(None, candidates=candidates)).splitlines() == [
        "masthead: The file prints no symbol, and no manifest gives it one.",
        "Candidate: a resolution of session 62; the text cites “See A/62/225.”.",
        "Candidate: A/RES/63/1; the text says “at its sixty-fourth session”.",
        "Find out which resolution it is and write in a manifest.toml beside it:",
        "    [[files]]",
        '    name = "a.txt"',
        f'    sha256 = "{DIGEST}"',
        '    symbol = "…"',
        '    stage = "adopted"  # or "draft"',
        '    provenance = "where the file comes from"',
        "    [files.evidence]",
        '    symbol = "what shows that it is this one"',
        '    stage = "what shows that it is adopted, or a draft"',
    ]
