"""The addresses that say the words of a text of the series, recalled by another, to all readers.

An address that is added and says what texts say is named here.
"""

from collections.abc import Collection

from archive.web.citing_files import CITING_FORMATS
from archive.web.symbols import SUFFIXES

#: The address of the series that it is of.
SERIES = "human-rights-defenders"
PAGES = (
    "/",
    "/browse/",
    "/browse/GA/66/",
    "/browse/openings/",
    "/compare/",
    "/language/",
    "/network/",
    "/search/",
    "/A/RES/53/144/",
)
FILES = (
    *(f"/search.{ending}" for ending in ("json", "csv", "atom", "ris", "bib", "csl.json")),
    *(f"/compare.{ending}" for ending in ("json", "csv", "docx")),
    *(f"/language.{ending}" for ending in ("json", "csv", "txt")),
    "/network.csv",
    "/network.graphml",
    "/suggest.json",
    "/feed.atom",
)
LISTS = ("resolutions", "paragraphs", "citations", "search", "comparison", "language")


def revealed_by(symbol: str, *, downloads: Collection[str]) -> set[str]:
    """Each address that says the words of the text of a symbol, in op. 1 too."""
    places = {f"/{symbol}/op1/"} | {f"/{symbol}/op1.{ending}" for ending in CITING_FORMATS}
    written = {f"/{symbol}.{suffix}" for suffix in SUFFIXES} | {f"/{symbol}/source"}
    api = {f"/api/v1/resolutions/{symbol}", f"/api/v1/paragraphs/{symbol}/op1"}
    lists = {f"/api/v1/{name}" for name in LISTS}
    whole = {f"/data/files/{name}" for name in downloads}
    series = {f"/series/{SERIES}{ending}" for ending in ("/", ".csv", ".json")}
    series |= {f"/lineage/{symbol}/op1{ending}" for ending in ("/", ".json")}
    return {*PAGES, *FILES, f"/{symbol}/"} | places | written | api | lists | whole | series
