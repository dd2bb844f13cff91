"""Source files of a dump: the bytes as received, under names that follow from what they are of."""

from archive.models import Resolution, SourceFile, Text

FOLDER = "sources"
_SUFFIXES = {
    SourceFile.MediaType.TEXT: "txt",
    SourceFile.MediaType.WORD: "docx",
    SourceFile.MediaType.WORD_97: "doc",
    SourceFile.MediaType.PDF: "pdf",
    SourceFile.MediaType.HTML: "html",
    SourceFile.MediaType.AKOMA_NTOSO: "xml",
}


def path_of(text: Text, of: Resolution) -> str:
    """The file of a text in a dump: ``sources/A_RES_66_164.en.pdf``.

    No symbol has a low line, so that no two texts have one name; and without slashes no name leads
    out of the folder.
    """
    suffix = _SUFFIXES[SourceFile.MediaType(text.source_file.media_type)]
    return f"{FOLDER}/{of.symbol.replace('/', '_')}.{text.language}.{suffix}"


def content_of(text: Text) -> bytes:
    """The bytes of the file of a text, one query."""
    return bytes(SourceFile.objects.only("content").get(pk=text.source_file_id).content)
