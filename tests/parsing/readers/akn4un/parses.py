"""Parses of files of Akoma Ntoso, for tests of what is read from them."""

from archive.parsing.parsed import Paragraph, ParsedResolution
from archive.parsing.pipeline import parse
from tests.parsing.printed import codes_of
from tests.parsing.readers.akn4un.files import (
    CLOSING,
    ORGAN,
    RECALLING,
    akn,
    statement,
)

COUNTED = {"content_missing", "content_invented"}


def parsed(content: str, **options: str) -> ParsedResolution:
    """The parse of a document; no character of it is lost or invented."""
    found = parse(akn(content, **options))
    assert not COUNTED & set(codes_of(found))
    return found


def resolution(
    *, preamble: str = ORGAN + RECALLING, body: str = "", after: str = CLOSING
) -> ParsedResolution:
    """The parse of a resolution with these parts."""
    return parsed(statement(preamble=preamble, body=body, after=after))


def labels(found: ParsedResolution) -> dict[str, str | None]:
    """The label of each paragraph by its anchor."""
    return {paragraph.id: paragraph.label for paragraph in found.paragraphs}


def by_id(found: ParsedResolution) -> dict[str, Paragraph]:
    """The paragraphs by their anchors."""
    return {paragraph.id: paragraph for paragraph in found.paragraphs}
