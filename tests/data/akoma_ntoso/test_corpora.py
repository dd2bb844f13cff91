"""Real resolutions as Akoma Ntoso: each valid by the schema, each the same text when read back.

The founding documents are always at hand; the files of ../shared/corpus are not.
"""

from pathlib import Path

import pytest
from django.conf import settings

from archive.parsing.pipeline import parse
from tests.data.akoma_ntoso.reading_back import faults, read_back, words_of

CORPUS = Path(settings.BASE_DIR).resolve().parent / "shared" / "corpus"
SEEDS = sorted((Path(settings.BASE_DIR) / "fixtures").glob("*.txt"))
#: Every third file of the United Nations' own, and every thirtieth without notes.
_OFFICIAL = sorted((CORPUS / "akn4un" / "en").glob("*.xml"))[::3]
_TRANSLATED = sorted((CORPUS / "akn4un" / "other-languages").glob("*.xml"))
_LINES = sorted((CORPUS / "lines").glob("*/*.txt"))[::30]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_founding_document_is_valid_and_reads_the_same(path: Path) -> None:
    _check(path)


@pytest.mark.corpora
@pytest.mark.skipif(not CORPUS.exists(), reason="../shared is not beside the project")
def test_a_hundred_files_and_more_are_valid_and_read_the_same() -> None:
    files = [*_OFFICIAL, *_TRANSLATED, *_LINES]
    assert len(files) > 100
    for path in files:
        _check(path)


def _check(path: Path) -> None:
    before = parse(path.read_bytes())
    document, after = read_back(before)
    assert faults(document) == [], path.name
    assert words_of(after) == words_of(before), path.name
