"""Akoma Ntoso for the United Nations to blocks.

Reads: bytes. Writes: a Reading in format ``akn4un``, with what the file's own data say of it.
Source: Akoma Ntoso 3.0 (OASIS LegalDocumentML) and the guidelines of Akoma Ntoso for the United
Nations. Earlier drafts of the standard have other namespaces and the same names.
"""

from archive.parsing.blocks import Reading
from archive.parsing.parsed import ParseError
from archive.parsing.readers.akn4un.blocks import blocks_of
from archive.parsing.readers.akn4un.doubts import doubts_of
from archive.parsing.readers.akn4un.marks import out_of_words
from archive.parsing.readers.akn4un.masthead import language_of, stated_of
from archive.parsing.readers.akn4un.notes import settle_notes
from archive.parsing.readers.akn4un.words import seen_text
from archive.parsing.readers.akn4un.xml import read_tree


def read(data: bytes) -> Reading:
    """Read a document of Akoma Ntoso.

    Raises ParseError: ``unsafe_xml``, ``too_large``, ``damaged_file``, and ``empty_file`` for a
    document without words.
    """
    root = read_tree(data)
    settle_notes(root)
    seen = seen_text(root)
    if not seen.strip():
        raise ParseError("empty_file", "The document has no words in it; get the file again.")
    blocks, mends = blocks_of(root)
    blocks, moved = out_of_words(blocks)
    return Reading(
        format="akn4un",
        blocks=blocks,
        source_text=seen,
        hidden_marks=False,
        warnings=(*doubts_of(root), *moved),
        language=language_of(root),
        stated=stated_of(root),
        mends=mends,
    )
