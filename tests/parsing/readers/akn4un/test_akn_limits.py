"""Files of Akoma Ntoso made to hurt, damaged or empty are refused by name."""

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.pipeline import parse
from archive.parsing.readers.akn4un.xml import DEEPEST, MOST_NOTES, MOST_TAGS
from tests.parsing.readers.akn4un.files import (
    akn,
    note,
    numbered,
    statement,
)

ENTITIES = (
    "<!DOCTYPE akomaNtoso [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c SYSTEM 'file:///etc/hostname'>]>"
)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_anything_is_read(codec: str) -> None:
    written = ENTITIES + akn(statement(body=numbered("Decides &b;&c;"))).decode()
    with pytest.raises(ParseError) as caught:
        parse(("<?xml version='1.0'?>" + written).encode(codec))
    assert caught.value.code == "unsafe_xml"


def test_a_document_type_in_another_encoding_is_refused_as_well() -> None:
    declared = "<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE akomaNtoso []>"
    with pytest.raises(ParseError) as caught:
        parse(declared.encode("ascii") + akn(statement()))
    assert caught.value.code in {"unsafe_xml", "damaged_file"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<p/>" * (MOST_TAGS + 1), "too_large"),
        (f"<p>{note('1', 'A.') * (MOST_NOTES + 1)}</p>", "too_large"),
        ("<p>" * DEEPEST + "</p>" * DEEPEST, "too_large"),
        ("<p>" * 2000 + "</p>" * 2000, "damaged_file"),
        ("<p>", "damaged_file"),
        ("<p> </p>", "empty_file"),
        ("<statement><mainBody><p>Rest.</p></mainBody></statement>", "not_a_resolution"),
    ],
)
def test_a_file_that_is_out_of_proportion_damaged_or_empty_is_refused(
    content: str, code: str
) -> None:
    with pytest.raises(ParseError) as caught:
        parse(akn(content))
    assert caught.value.code == code
