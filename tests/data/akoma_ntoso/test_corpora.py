"""Real resolutions as Akoma Ntoso: each valid by the schema, each the same text when read back.

The founding documents are always at hand; the files of ../shared/corpus are not.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from archive.parsing.pipeline import parse
from tests.data.akoma_ntoso.reading_back import faults, read_back, said_by_xmllint, words_of

CORPUS = Path(settings.BASE_DIR).resolve().parent / "shared" / "corpus"
SEEDS = sorted((Path(settings.BASE_DIR) / "fixtures").glob("*.txt"))
#: Every third file of the United Nations' own, and every thirtieth without notes.
_OFFICIAL = sorted((CORPUS / "akn4un" / "en").glob("*.xml"))[::3]
_TRANSLATED = sorted((CORPUS / "akn4un" / "other-languages").glob("*.xml"))
_LINES = sorted((CORPUS / "lines").glob("*/*.txt"))[::30]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_founding_document_is_valid_and_reads_the_same(path: Path) -> None:
    _checked(path)


def test_xmllint_finds_the_founding_documents_valid(tmp_path: Path) -> None:
    assert len(SEEDS) == 5
    _check_by_xmllint(SEEDS, tmp_path)


def test_xmllint_says_what_is_not_valid(tmp_path: Path) -> None:
    broken = _checked(SEEDS[0]).replace("FRBRcountry", "FRBRland")
    code, said = said_by_xmllint({"broken.xml": broken}, folder=tmp_path)
    assert code != 0
    assert "broken.xml fails to validate" in said


@pytest.mark.corpora
@pytest.mark.skipif(not CORPUS.exists(), reason="../shared is not beside the project")
def test_a_hundred_files_and_more_are_valid_and_read_the_same(tmp_path: Path) -> None:
    assert len([*_OFFICIAL, *_TRANSLATED]) > 100
    _check_by_xmllint([*_OFFICIAL, *_TRANSLATED, *_LINES], tmp_path)


@cache
def _checked(path: Path) -> str:
    """The document of a file: valid, and the same text when read back."""
    before = parse(path.read_bytes())
    document, after = read_back(before)
    assert faults(document) == [], path.name
    assert words_of(after) == words_of(before), path.name
    return document


def _check_by_xmllint(paths: Sequence[Path], folder: Path) -> None:
    documents = {f"{number}-{path.stem}.xml": _checked(path) for number, path in enumerate(paths)}
    found = said_by_xmllint(documents, folder=folder)
    assert found == (0, {f"{name} validates" for name in documents})
