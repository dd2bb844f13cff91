"""How many citations a text may have."""

import pytest

from archive.parsing.citations import find_citations
from archive.parsing.parsed import ParseError
from archive.parsing.symbols import Organ
from tests.parsing.citations.citing import paragraph


@pytest.mark.parametrize(
    "text",
    ["resolutions " + "66/164, " * 50_002, "resolution 66/164, " * 50_002, "A/66/1, " * 50_002],
)
def test_more_citations_than_any_text_has_are_refused(text: str) -> None:
    with pytest.raises(ParseError, match="more than 50,000") as refusal:
        find_citations([paragraph(text)], [], organ=Organ.GA)
    assert refusal.value.code == "too_large"


def test_citations_are_counted_over_all_paragraphs() -> None:
    paragraphs = [paragraph("A/66/1, " * 20_000, f"op{number}") for number in range(1, 5)]
    with pytest.raises(ParseError, match="more than 50,000"):
        find_citations(paragraphs, [], organ=Organ.GA)
