"""COinS: a reference within a page, for browsers’ tools that collect them.

A ContextObject of Z39.88-2004 (OpenURL) in keys and values, by the matrix for books, of which a
report is a genre. The number of a report has no key there; it stands as the series.
"""

from urllib.parse import urlencode

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
    values = {
        "rft.btitle": cited.name,
        "rft.aucorp": cited.author,
        "rft.date": cited.dated_on.isoformat() if cited.dated_on else "",
        "rft.series": f"{kind_of(cited)} {cited.symbol}",
        "rft_id": cited.leads_to,
    }
    known = urlencode({name: value for name, value in values.items() if value})
    return f"{_OF_EVERY_REPORT}&{known}"
