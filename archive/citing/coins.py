"""COinS: a reference within a page, for browsers’ tools that collect them.

A ContextObject of Z39.88-2004 (OpenURL) in keys and values, by the matrix for books, of which a
report is a genre. The number of a report has no key there; it stands as the series. No key
can say that nobody has checked a date, which is then left out.
"""

from functools import lru_cache
from urllib.parse import quote, urlencode

from archive.citing.cited import PUBLISHER, Cited
from archive.citing.particulars import kind_of

_OF_EVERY_REPORT = urlencode(
    {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:book",
        "rft.genre": "report",
        "rft.pub": PUBLISHER,
    }
)


def coins(cited: Cited) -> str:
    """What stands in the ``title`` of an empty span of the class ``Z3988``."""
    day = f"&rft.date={cited.checked_day.isoformat()}" if cited.checked_day else ""
    return (
        f"{_OF_EVERY_REPORT}&rft.btitle={_quoted(cited.name)}&rft.aucorp={_quoted(cited.author)}"
        f"{day}&rft.series={_quoted(f'{kind_of(cited)} {cited.symbol}')}"
        f"&rft_id={_quoted(cited.leads_to)}"
    )


@lru_cache(4_096)  # bodies and titles come again and again
def _quoted(words: str) -> str:
    return quote(words, safe="")
