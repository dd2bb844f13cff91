"""Rows that recall one another, for tests of the network."""

from archive.models import Resolution
from tests import factories as make


def recalling(citing: Resolution, *cited: Resolution, opening: str = "Recalling") -> None:
    """A paragraph of a held text that recalls some resolutions; the text is made where missing."""
    text = citing.texts.first() or make.make_text(citing)
    paragraph = make.make_paragraph(
        text, f"{opening} {', '.join(one.symbol for one in cited)};", opening=opening
    )
    for one in cited:
        make.make_citation(paragraph, one.symbol, one, opening=opening)
