"""A search put to a few texts that say one thing: what tests of answers have in common."""

from typing import Any

from archive.models import Resolution
from archive.search.form.params import SearchParams
from archive.search.results import SearchPage, search
from tests import factories as make


def held(symbol: str, wording: str = "Condemns impunity;") -> Resolution:
    """A resolution whose text has one paragraph."""
    resolution = make.make_resolution(symbol, title="Promotion of the Declaration")
    make.make_paragraph(make.make_text(resolution), wording)
    return resolution


def many(count: int, wording: str = "Condemns impunity;") -> None:
    """So many resolutions that say the same."""
    for number in range(1, count + 1):
        held(f"A/RES/66/{number}", wording)


def answered(q: str = "", page: int = 1, **narrowing: Any) -> SearchPage:
    """The answer to a search."""
    return search(SearchParams(q=q, page=page, **narrowing))


def symbols(page: SearchPage) -> list[str]:
    """The symbols of the resolutions on a page, in order."""
    return [result.symbol for result in page.results]
