"""What holds of every real file that is at hand: nothing is lost, nothing is invented.

The files are those of ``../shared/corpus``; every other test of the parser does without them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from archive.ingest.parsers import pool_of
from archive.parsing.parsed import Mend, ParsedResolution, ParseError
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers import read
from tests.benchmarks.rules import broken_rules

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
FOLDERS = ("akn4un", "lines", "pdf", "security-council", "word")
#: What no reader takes for a resolution; every other file must be parsed.
REFUSED = {
    "damaged_g0917123.pdf": "pdf_damaged",
    "docx-named-doc.doc": "not_a_resolution",
    "not-a-resolution.docx": "not_a_resolution",
    "word-97.doc": "not_a_resolution",
}

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not CORPUS.exists(), reason="../shared is not beside the project"),
]


def _signs(pieces: Iterable[str]) -> Counter[str]:
    """The characters that are not white space."""
    return Counter("".join("".join(pieces).split()))


def _content_hash(signs: Counter[str]) -> str:
    """SHA-256 of characters, whatever their order."""
    return sha256("".join(sorted(signs.elements())).encode()).hexdigest()


def _kept(found: ParsedResolution) -> Iterator[str]:
    """Every character of a parse, by the parts that hold them."""
    for paragraph in found.paragraphs:
        yield from (paragraph.label or "", paragraph.text)
        yield from (marker.number for marker in paragraph.markers)
    for note in found.footnotes:
        yield from (note.number, note.text)
    yield from found.masthead.lines
    yield from found.leftovers


def _as_mended(source: str, mends: Iterable[Mend]) -> Counter[str]:
    """The characters of a file, those that mends changed as they came out."""
    signs = _signs([source])
    for mend in mends:
        signs.subtract(_signs([mend.found]))
        signs.update(_signs([mend.mended]))
    return signs


def faults_of(path: Path) -> list[str]:
    """What does not hold of one file, in a few words each."""
    data = path.read_bytes()
    try:
        reading = read(data)
        found = parse_reading(reading)
    except ParseError as refused:
        expected = REFUSED.get(path.name)
        return [] if refused.code in {expected, "needs_libreoffice"} else [refused.code]
    held = _content_hash(_signs(_kept(found)))
    is_whole = held == _content_hash(_as_mended(reading.source_text, found.mends))
    return [*([] if is_whole else ["another content hash"]), *broken_rules(found, data)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_character_of_every_file_is_kept_and_every_rule_holds(folder: str) -> None:
    paths = sorted(path for path in (CORPUS / folder).rglob("*") if path.is_file())
    assert paths
    with pool_of() as pool:
        found = dict(zip(paths, pool.map(faults_of, paths), strict=True))
    assert {path.name: faults for path, faults in found.items() if faults} == {}
