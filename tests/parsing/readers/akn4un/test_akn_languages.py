"""Translations are read in structure, numbers, labels and notes."""

from pathlib import Path

import pytest

from archive.parsing.pipeline import parse
from tests.parsing.printed import codes_of
from tests.parsing.readers.akn4un.files import (
    data,
    statement,
)
from tests.parsing.readers.akn4un.parses import labels, parsed

OTHER_LANGUAGES = Path(__file__).parents[5] / "shared" / "corpus" / "akn4un"


@pytest.mark.skipif(not OTHER_LANGUAGES.exists(), reason="../shared is not beside the project")
@pytest.mark.parametrize("language", ["A", "C", "F", "R", "S"])
def test_a_translation_has_the_paragraphs_and_notes_of_the_english_text(language: str) -> None:
    def outline(path: Path) -> list[tuple[str, int | None, list[str]]]:
        found = parse(path.read_bytes())
        assert codes_of(found) == [] or path.stem.endswith("E")
        return [
            (one.id, one.number, [marker.number for marker in one.markers])
            for one in found.paragraphs
        ]

    english = OTHER_LANGUAGES / "en" / "A_RES_76_174-2119209E.xml"
    other = OTHER_LANGUAGES / "other-languages" / f"A_RES_76_174-2119209{language}.xml"
    assert outline(other) == outline(english)


def test_labels_in_other_scripts_have_the_anchors_of_english() -> None:
    body = (
        "<paragraph><num>1 -</num><content><p>\u062a\u0642\u0631\u0631:</p></content></paragraph>"
        "<paragraph><num>(\u0623)</num><content><p>\u0623\u0646</p></content></paragraph>"
        "<paragraph><num>(\u0628)</num><content><p>\u0623\u0646</p></content></paragraph>"
        "<paragraph><num>2 -</num><content><p>\u062a\u0642\u0631\u0631.</p></content></paragraph>"
    )
    arabic = "<formula><p>\u0627\u0644\u062c\u0645\u0639\u064a\u0629,</p></formula>"
    found = parsed(
        statement(meta=data(language="ara"), preamble=arabic, body=body).replace(" ", " ")
    )
    assert found.language == "ar"
    assert list(labels(found)) == ["op1", "op1-a", "op1-b", "op2"]
