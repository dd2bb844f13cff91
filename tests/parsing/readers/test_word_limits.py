"""Packages made to harm are refused by a limit, with a message, or read without harm."""

import time
from collections.abc import Callable
from zipfile import ZIP_STORED

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.readers import read, word_package, word_xml
from tests.parsing.word_files import (
    NUMBERING,
    STRICT_R,
    STRICT_W,
    R,
    W,
    document,
    listed,
    members,
    note,
    p,
    raised,
    reference,
    resolution,
    root,
    run,
    styled,
    table,
    zipped,
)

_LAUGHS = '<!ENTITY l0 "ha">' + "".join(
    f'<!ENTITY l{at} "&l{at - 1};&l{at - 1};">' for at in range(1, 30)
)


def refused(data: bytes) -> ParseError:
    with pytest.raises(ParseError) as caught:
        read(data)
    return caught.value


def with_part(name: str, content: str | bytes, **parts: str) -> bytes:
    return zipped(members(resolution(), numbering=NUMBERING, **parts) | {name: content})


@pytest.mark.parametrize("part", ["document", "footnotes", "styles", "numbering", "settings"])
@pytest.mark.parametrize(
    "declaration",
    [
        f"<!DOCTYPE d [{_LAUGHS}]>",
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1/d.dtd">',
        "<!DOCTYPE d>",
    ],
)
def test_a_document_type_in_any_part_is_refused(part: str, declaration: str) -> None:
    content = f"{declaration}{root(part, '&l29;')}"
    error = refused(with_part(f"word/{part}.xml", content, footnotes="", styles="", settings=""))
    assert error.code == "unsafe_xml"
    assert f"word/{part}.xml" in error.message


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_type_in_another_encoding_is_refused(code: str) -> None:
    declared = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d>{root("document", "")}'
    assert refused(with_part("word/document.xml", declared.encode(code))).code == "unsafe_xml"


def test_a_document_type_in_an_encoding_nobody_expects_is_refused() -> None:
    declared = f'<?xml version="1.0" encoding="cp037"?><!DOCTYPE d>{root("document", "")}'
    error = refused(with_part("word/document.xml", declared.encode("cp037")))
    assert error.code in {"unsafe_xml", "damaged_file"}


def test_a_part_in_utf_16_is_read() -> None:
    content = f'<?xml version="1.0" encoding="UTF-16"?>{root("document", p("Words"))}'
    found = read(with_part("word/document.xml", content.encode("utf-16")))
    assert [block.text for block in found.blocks] == ["Words"]


DEEP = 10_000


@pytest.mark.parametrize("tag", ["w:sdt", "w:tbl", "w:ins", "w:hyperlink", "w:p"])
def test_ten_thousand_levels_are_refused(tag: str) -> None:
    body = f"<{tag}>" * DEEP + f"</{tag}>" * DEEP
    error = refused(document(p(body) if tag in {"w:ins", "w:hyperlink"} else body))
    assert error.code == "damaged_file"
    assert "depth" in error.message.lower()


_ALTERNATIVES = "<mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent>"
NEST: dict[str, Callable[[str], str]] = {
    "content controls": lambda inner: f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
    "tables": lambda inner: f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>",
    "changes": lambda inner: p(f"<w:ins>{inner}</w:ins>"),
    "text boxes": lambda inner: p(f"<w:r><w:txbxContent>{inner}</w:txbxContent></w:r>"),
    "alternatives": _ALTERNATIVES.format,
}


@pytest.mark.parametrize("way", NEST)
def test_what_is_nested_as_deeply_as_xml_may_be_is_read(way: str) -> None:
    body, per = p("Words"), NEST[way](" ").count("</")
    for _ in range(240 // per):
        body = NEST[way](body)
    assert "Words" in " ".join(block.text for block in read(document(body)).blocks)


def test_more_tags_than_any_resolution_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_xml, "MOST_NODES", 200)
    error = refused(document(p("Words") * 50))
    assert error.code == "too_large"
    assert "word/document.xml" in error.message


def test_parts_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "MOST_NODES", 300)
    assert refused(document(p("Words") * 20, styles="<w:style/>" * 60)).code == "too_large"


def test_a_part_that_is_not_sound_is_refused_and_named() -> None:
    error = refused(with_part("word/styles.xml", "<w:styles", styles=""))
    assert error.code == "damaged_file"
    assert "word/styles.xml" in error.message


def test_a_package_without_its_document_is_refused() -> None:
    content = members(p("Words"))
    content["word/document2.xml"] = content.pop("word/document.xml")
    assert refused(zipped(content)).code == "damaged_file"


def test_the_document_may_stand_elsewhere() -> None:
    content = members(p("Words", reference(2)), footnotes=note(2, "See it."))
    content = {
        name.replace("word/document", "word/document2"): data for name, data in content.items()
    }
    content["_rels/.rels"] = str(content["_rels/.rels"]).replace(
        "word/document.xml", "/word/document2.xml"
    )
    content["word/_rels/document2.xml.rels"] = content.pop("word/_rels/document.xml.rels")
    found = [block.text for block in read(zipped(content)).blocks]
    assert found == ["Words", "See it."]


def test_parts_are_found_in_their_usual_places_where_no_relations_are_kept() -> None:
    content = members(p("Words", reference(2)), footnotes=note(2, "See it."))
    del content["word/_rels/document.xml.rels"]
    del content["_rels/.rels"]
    assert [block.text for block in read(zipped(content)).blocks] == ["Words", "See it."]


def test_parts_outside_the_package_are_never_opened() -> None:
    content = members(p("Words"), styles="")
    external = str(content["word/_rels/document.xml.rels"]).replace(
        'Target="styles.xml"', 'TargetMode="External" Target="file:///etc/passwd"'
    )
    found = read(zipped(content | {"word/_rels/document.xml.rels": external}))
    assert ([block.text for block in found.blocks], found.warnings) == (["Words"], ())


def test_a_package_in_the_strict_form_of_the_standard_is_read() -> None:
    body = resolution(preamble=[p("Recalling it,", reference(2), " and 5 m", raised("2"))])
    content = {
        name: str(data).replace(W, STRICT_W).replace(R, STRICT_R)
        for name, data in members(body, footnotes=note(2, "See it."), numbering=NUMBERING).items()
    }
    strict = read(zipped(content))
    usual = read(document(body, footnotes=note(2, "See it."), numbering=NUMBERING))
    assert strict.blocks == usual.blocks


def test_a_package_with_macros_is_read_and_they_are_not() -> None:
    content = members(p("Words")) | {"word/vbaProject.bin": b"\xd0\xcf macros"}
    assert [block.text for block in read(zipped(content)).blocks] == ["Words"]


LARGE: dict[str, Callable[[], str]] = {
    "one paragraph of words": lambda: p("word " * 900_000),
    "one paragraph of runs": lambda: p(*(run(f"word {at} ") for at in range(50_000))),
    "raised numbers": lambda: p(*(raised(f"{at % 900}") + run(" word") for at in range(18_000))),
    "notes that go on": lambda: p("89th plenary meeting") + p("1 See") + p("and") * 35_000,
    "a cell of many paragraphs": lambda: table([p("word") * 30_000, "word"]),
    "breaks": lambda: p("<w:r>" + "<w:t>word</w:t><w:br/>" * 140_000 + "</w:r>"),
    "fields that never end": lambda: p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 80_000),
    "empty paragraphs": lambda: "<w:p/>" * 400_000,
    "paragraphs of a list": lambda: listed("word", level=3) * 20_000,
    "one table": lambda: table(*[["word"] * 10] * 3_500),
    "tables": lambda: table(["word", "word"]) * 15_000,
    "deleted ends": lambda: p("word ", properties="<w:rPr><w:del/></w:rPr>") * 30_000,
    "moved words": lambda: "".join(
        p(f"<w:moveFrom>{run(f'gone {at}')}</w:moveFrom>", "word") for at in range(20_000)
    ),
    "text boxes": lambda: p(f"<w:r><w:txbxContent>{p('word')}</w:txbxContent></w:r>") * 20_000,
    "styles that do not exist": lambda: "".join(styled(f"S{at}", "word") for at in range(30_000)),
    "too many tags": lambda: "<w:p/>" * 1_500_000,
}
MOST_SECONDS, MOST_SECONDS_TO_REFUSE = 10, 2


@pytest.mark.parametrize("shape", LARGE)
def test_a_large_document_of_the_worst_shape_is_read_in_time(shape: str) -> None:
    content = members(resolution() + LARGE[shape](), numbering=NUMBERING)
    data = zipped(content, packing=ZIP_STORED)
    started = time.process_time()
    if shape == "too many tags":
        assert refused(data).code == "too_large"
        assert time.process_time() - started < MOST_SECONDS_TO_REFUSE
    else:
        assert read(data).blocks
        assert time.process_time() - started < MOST_SECONDS
