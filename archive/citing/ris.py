"""RIS: records for reference managers, after the format of 2011.

Lines end as the format prescribes. It has no comments, so that what is to be said of a file is a
note of its first record.
"""

from collections.abc import Iterator

from archive.citing.cited import PUBLISHER, Cited
from archive.citing.particulars import kind_of, notes_on

MEDIA_TYPE = "application/x-research-info-systems"
_LINE_ENDS = "\r\n"
_REPORT = "RPRT"


def record(cited: Cited, *, accessed: str, notice: str = "") -> str:
    """One record; ``accessed`` is the day of access, 2026-11-26, ``notice`` a note at its end."""
    fields = [("TY", _REPORT), *_fields(cited, accessed), ("N1", notice)]
    lines = [f"{tag}  - {_on_one_line(words)}" for tag, words in fields if words]
    return _LINE_ENDS.join([*lines, "ER  - ", "", ""])


def _fields(cited: Cited, accessed: str) -> Iterator[tuple[str, str]]:
    """Tags and values; empty ones are left out. A comma after the author says it is a body."""
    yield "AU", f"{cited.author},"
    yield "TI", cited.name
    yield "M3", kind_of(cited)
    yield "SN", cited.symbol.text
    if cited.dated_on:
        yield "PY", f"{cited.dated_on:%Y}"
        yield "DA", f"{cited.dated_on:%Y/%m/%d}"
    yield "PB", PUBLISHER
    yield "LA", cited.language
    yield "UR", cited.leads_to
    yield "Y2", accessed.replace("-", "/")
    yield from (("N1", note) for note in notes_on(cited))


def _on_one_line(words: str) -> str:
    """Words without what would end a line or begin another tag."""
    return " ".join(words.split())
