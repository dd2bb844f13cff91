"""Media types: what a file's bytes are, by the registered name of their format."""

from archive.models import SourceFile
from archive.parsing.readers.formats import tell_format

#: By the reader of a format; two formats that the parse contract calls “word” have one each.
_MEDIA_TYPES = {
    "text": SourceFile.MediaType.TEXT,
    "word": SourceFile.MediaType.WORD,
    "word.word_97": SourceFile.MediaType.WORD_97,
    "pdf": SourceFile.MediaType.PDF,
    "html": SourceFile.MediaType.HTML,
    "akn4un": SourceFile.MediaType.AKOMA_NTOSO,
}


def media_type_of(content: bytes) -> SourceFile.MediaType:
    """The media type of a file that some reader reads; plain text for any other."""
    return _MEDIA_TYPES[tell_format(content).reader or "text"]
