"""A .docx: what it says to whoever reads its parts, and to LibreOffice."""

import io
from datetime import date
from zipfile import ZipFile

from lxml import etree

from archive.comparison.words import ChangeKind
from archive.data.word.document import Document, Paragraph, Run, Style, paragraph
from archive.data.word.package import word_file
from archive.data.word.writer import MAIN
from archive.parsing.readers import word as reader

KEPT, DELETED, INSERTED = ChangeKind.KEPT, ChangeKind.DELETED, ChangeKind.INSERTED


def document(*paragraphs: Paragraph, **told: object) -> Document:
    """A document of some paragraphs."""
    values: dict[str, object] = {"title": "A title", "author": "A/RES/66/164"}
    return Document(paragraphs=paragraphs, **(values | told))  # type: ignore[arg-type]


CHANGED = document(
    Paragraph(
        runs=(
            Run(text="1.\t"),
            Run(text="Urges", is_bold=True),
            Run(text=" all", status=DELETED),
            Run(text=" some", status=INSERTED),
            Run(text=" States  & others;"),
        )
    ),
    Paragraph(runs=(Run(text="gone", status=DELETED),), end=DELETED, depth=1),
    Paragraph(runs=(Run(text="come", status=INSERTED),), end=INSERTED, depth=1),
    paragraph("At the end", Style.HEADING),
    changed_on=date(2011, 12, 19),
    head="What is compared",
)


def part(content: bytes, name: str) -> etree._Element:
    """A part of a package."""
    with ZipFile(io.BytesIO(content)) as whole:
        return etree.fromstring(whole.read(name))


def found(content: bytes, path: str, name: str = "word/document.xml") -> list[str]:
    """What a path leads to in a part, as words."""
    return [str(one) for one in part(content, name).xpath(path, namespaces={"w": MAIN})]


def test_the_same_document_is_the_same_bytes() -> None:
    assert word_file(CHANGED) == word_file(CHANGED)


def test_changes_tell_by_whom_and_when() -> None:
    content = word_file(CHANGED)
    assert found(content, "//w:ins//w:t/text()") == [" some", "come"]
    assert found(content, "//w:del//w:delText/text()") == [" all", "gone"]
    changes = "//*[self::w:ins or self::w:del]"
    assert set(found(content, f"{changes}/@w:author")) == {"A/RES/66/164"}
    assert set(found(content, f"{changes}/@w:date")) == {"2011-12-19T00:00:00Z"}
    numbers = found(content, f"{changes}/@w:id")
    assert len(numbers) == len(set(numbers)) == 6


def test_an_end_of_a_paragraph_is_changed_with_it() -> None:
    ends = "//w:p[w:pPr/w:rPr/w:{}]//w:r/*/text()"
    content = word_file(CHANGED)
    assert found(content, ends.format("del")) == ["gone"]
    assert found(content, ends.format("ins")) == ["come"]


def test_a_change_of_which_the_day_is_not_known_has_none() -> None:
    content = word_file(document(Paragraph(runs=(Run(text="come", status=INSERTED),))))
    assert found(content, "//w:ins/@w:date") == []


def test_an_address_is_led_to_once_however_often_it_is_written() -> None:
    address = "https://example.org/?a=1&b=2"
    runs = tuple(Run(text=words, address=address) for words in ("here", "there"))
    content = word_file(document(Paragraph(runs=runs)))
    relations = part(content, "word/_rels/document.xml.rels")
    assert [one.get("Target") for one in relations if one.get("TargetMode")] == [address]


def test_signs_that_xml_cannot_hold_are_replaced() -> None:
    content = word_file(document(paragraph("a\x00b"), title="c\x01d", head="e\ufffef"))
    assert found(content, "//w:t/text()") == ["a\ufffdb"]


def test_every_part_is_named_and_has_its_kind() -> None:
    with ZipFile(io.BytesIO(word_file(CHANGED))) as whole:
        names = set(whole.namelist())
        kinds = etree.fromstring(whole.read("[Content_Types].xml"))
        relations = etree.fromstring(whole.read("word/_rels/document.xml.rels"))
    told = {one.get("PartName", "").lstrip("/") for one in kinds} - {""}
    assert told == {name for name in names if not name.endswith(".rels")} - {"[Content_Types].xml"}
    assert {f"word/{one.get('Target')}" for one in relations} <= names


def test_the_archives_own_reader_reads_it() -> None:
    plain = document(paragraph("The General Assembly,"), paragraph("1.\tUrges States to act."))
    assert "Urges States to act." in str(reader.read(word_file(plain)))
