"""Packages made to harm are refused by a limit, with a message, or read without harm."""

import time
from collections.abc import Callable
from zipfile import ZIP_STORED

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.readers import read
from archive.parsing.readers.word import package
from tests.parsing.readers.word.files import (
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
    declared = f'<?xml version="1.0" encoding="UTF-32"?><!DOCTYPE d>{root("document", "")}'
    assert refused(with_part("word/document.xml", declared.encode("utf-32"))).code == "unsafe_xml"


def test_a_part_in_utf_16_is_read() -> None:
    content = f'<?xml version="1.0" encoding="UTF-16"?>{root("document", p("Words"))}'
    found = read(with_part("word/document.xml", content.encode("utf-16")))
    assert [block.text for block in found.blocks] == ["Words"]


DEEP = 10_000


@pytest.mark.parametrize("tag", ["w:sdt", "w:tbl", "w:ins", "w:hyperlink", "w:p"])
def test_ten_thousand_levels_are_refused(tag: str) -> None:
    body = f"<{tag}>" * DEEP + f"</{tag}>" * DEEP
    error = refused(document(p(body) if tag in {"w:ins", "w:hyperlink"} else body))
    assert error.code == "too_large"
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
    monkeypatch.setattr(package, "MOST_NODES", 200)
    error = refused(document(p("Words") * 50))
    assert error.code == "too_large"
    assert "word/document.xml" in error.message


def test_parts_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_NODES", 300)
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


SHAPES: dict[str, Callable[[int], str]] = {
    "one paragraph of words": lambda size: p("word " * 20 * size),
    "one paragraph of runs": lambda size: p(*(run(f"word {at} ") for at in range(size))),
    "raised numbers": lambda size: p(*(raised(f"{at % 900}") + run(" a") for at in range(size))),
    "notes that go on": lambda size: p("89th plenary meeting") + p("1 See") + p("and") * size,
    "a cell of many paragraphs": lambda size: table([p("word") * size, "word"]),
    "breaks": lambda size: p("<w:r>" + "<w:t>word</w:t><w:br/>" * size + "</w:r>"),
    "fields that never end": lambda size: p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * size),
    "empty paragraphs": lambda size: "<w:p/>" * size,
    "paragraphs of a list": lambda size: listed("word", level=3) * size,
    "one table": lambda size: table(*[["word"] * 10] * (size // 10)),
    "tables": lambda size: table(["word", "word"]) * size,
    "deleted ends": lambda size: p("word ", properties="<w:rPr><w:del/></w:rPr>") * size,
    "moved words": lambda size: "".join(
        p(f"<w:moveFrom>{run(f'gone {at}')}</w:moveFrom>", "word") for at in range(size)
    ),
    "text boxes": lambda size: p(f"<w:r><w:txbxContent>{p('a')}</w:txbxContent></w:r>") * size,
    "styles not there": lambda size: "".join(styled(f"S{at}", "word") for at in range(size)),
    "true notes": lambda size: p(*("word" + reference(at) for at in range(size))),
}
SMALL, LARGE = 500, 4_000
#: Eight times the text may take eight times the time, and some more; a square would take 64 times.
MOST_GROWTH = 30


def seconds(shape: str, size: int) -> float:
    content = members(resolution() + SHAPES[shape](size), numbering=NUMBERING)
    data = zipped(content, packing=ZIP_STORED)
    started = time.process_time()
    assert read(data).blocks
    return time.process_time() - started


@pytest.mark.parametrize("shape", SHAPES)
def test_a_document_takes_time_in_proportion_to_its_length(shape: str) -> None:
    small = min(seconds(shape, SMALL) for _ in range(2))
    assert seconds(shape, LARGE) < MOST_GROWTH * max(small, 0.005)


def test_a_document_of_too_many_tags_is_refused_at_once() -> None:
    content = members("<w:p/>" * 1_000_000)
    started = time.process_time()
    assert refused(zipped(content, packing=ZIP_STORED)).code == "too_large"
    assert time.process_time() - started < 2
