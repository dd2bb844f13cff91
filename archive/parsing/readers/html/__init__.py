"""Pages of HTML to blocks.

Reads: bytes. Writes: a Reading in format ``html``.
"""

import re

from archive.parsing.blocks import Reading
from archive.parsing.readers.encoding import decode
from archive.parsing.readers.html.blocks import blocks_of_page
from archive.parsing.readers.html.builder import read_page
from archive.parsing.readers.html.emptiness import refuse_empty

_BEGINNING = 4096
_CHARSET = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})")


def read(data: bytes) -> Reading:
    """Read a page.

    Raises ParseError: ``empty_file`` where the page shows no text, ``too_large`` beyond the limits
    of elements, lines and characters, else as ``decode`` does.
    """
    named = _CHARSET.search(data[:_BEGINNING])
    decoded = decode(data, declared=named[1].decode("ascii") if named else "")
    page = read_page(decoded.text)
    refuse_empty(page)
    found = blocks_of_page(page)
    return Reading(
        format="html",
        blocks=tuple(found.blocks),
        source_text=" ".join([page.shown, *found.labels]),
        hidden_marks=found.hidden_marks,
        warnings=decoded.warnings,
    )
