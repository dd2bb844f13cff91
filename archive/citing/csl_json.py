"""CSL-JSON: items for processors of the Citation Style Language, and for what reads their data.

After the schema of CSL 1.0.2. A resolution is a ``report``, as in RIS and BibTeX: of the types that
styles print, it alone has a body as author, a kind and a number.
"""

import json
from typing import Any

from archive.citing.cited import PUBLISHER, Cited
from archive.citing.particulars import key_of, kind_of, notes_on

MEDIA_TYPE = "application/vnd.citationstyles.csl+json"


def item(cited: Cited, *, accessed: str, notice: str = "") -> dict[str, Any]:
    """One item; ``accessed`` is the day of access, 2026-11-26, ``notice`` the end of its note.

    What is not known is left out.
    """
    values = {
        "id": key_of(cited),
        "type": "report",
        "author": [{"literal": cited.author}],
        "title": cited.name,
        "genre": kind_of(cited),
        "number": cited.symbol.text,
        "issued": _day(cited.dated_on.isoformat()) if cited.dated_on else None,
        "publisher": PUBLISHER,
        "language": cited.language,
        "URL": cited.leads_to,
        "accessed": _day(accessed),
        "note": " ".join(filter(None, [*notes_on(cited), notice])),
    }
    return {name: value for name, value in values.items() if value}


def written(found: dict[str, Any]) -> str:
    """An item as it stands in a file."""
    return json.dumps(found, ensure_ascii=False)


def _day(written: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in written.split("-")]]}
