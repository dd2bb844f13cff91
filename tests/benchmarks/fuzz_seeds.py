"""Files of every format made from the founding documents, for mutation."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from archive.parsing.parsed import Paragraph, ParagraphKind, ParsedResolution
from archive.parsing.pipeline import parse
from tests.parsing.readers.pdf.files import Look, Part, Typesetter, masthead
from tests.parsing.readers.word import files as word

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
_AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_ORGAN = "The General Assembly,"
#: A document of a page or two is parsed sooner, so that more are tried.
_FEW = 12


def seeds_of(kind: str) -> list[bytes]:
    """The files of a format to begin with."""
    texts = [path.read_bytes() for path in sorted(FIXTURES.glob("*.txt"))]
    if kind == "text":
        return texts
    return [_MAKERS[kind](parse(text)) for text in texts]


def _marked(paragraph: Paragraph, before: str, after: str) -> str:
    """The words as XML, with a mark where each note is marked."""
    pieces, start = [], 0
    for marker in paragraph.markers:
        pieces += [escape(paragraph.text[start : marker.offset]), before, marker.number, after]
        start = marker.offset
    return "".join([*pieces, escape(paragraph.text[start:])])


def _few(found: ParsedResolution) -> Sequence[Paragraph]:
    """Some of the preamble and of what is operative."""
    operative = [one for one in found.paragraphs if one.kind is ParagraphKind.OPERATIVE]
    return [*found.paragraphs[:_FEW], *operative[:_FEW]]


def _word(found: ParsedResolution) -> bytes:
    body = word.p(_ORGAN) + "".join(_runs(one) for one in _few(found)) + word.table(("A", "B"))
    notes = [word.note(int(one.number), one.text) for one in found.footnotes]
    return word.document(body, footnotes=word.SEPARATORS + "".join(notes), numbering=word.NUMBERING)


def _runs(paragraph: Paragraph) -> str:
    pieces = re.split("\0(\\d+)\1", _unescaped(paragraph))
    runs = [
        word.reference(int(piece)) if place % 2 else word.run(piece)
        for place, piece in enumerate(pieces)
    ]
    if paragraph.label and not paragraph.parent:
        return word.p(
            *runs, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        )
    return word.p(*([word.run(f"{paragraph.label}\t")] if paragraph.label else []), *runs)


def _unescaped(paragraph: Paragraph) -> str:
    """The words with each mark between control characters."""
    pieces, start = [], 0
    for marker in paragraph.markers:
        pieces.append(f"{paragraph.text[start : marker.offset]}\0{marker.number}\1")
        start = marker.offset
    return "".join([*pieces, paragraph.text[start:]])


def _pdf(found: ParsedResolution) -> bytes:
    notes = {one.number: one.text for one in found.footnotes}
    setter = Typesetter(Look(head="A/RES/66/164", title="Promotion"), notes)
    masthead(setter, symbol="A/RES/66/164", date="19 December 2011")
    setter.begin_at(250)
    setter.add(Part(f"<i>{_ORGAN}</i>"))
    for paragraph in _few(found):
        words = _unescaped(paragraph).replace("\0", "{").replace("\1", "}")
        setter.add(Part(f"{paragraph.label} {words}" if paragraph.label else words))
    return setter.data()


def _html(found: ParsedResolution) -> bytes:
    paragraphs = "".join(
        f"<p>{escape(one.label or '')} {_marked(one, '<sup>', '</sup>')}</p>\n"
        for one in _few(found)
    )
    notes = "".join(f"<p><sup>{one.number}</sup> {escape(one.text)}</p>" for one in found.footnotes)
    return (
        "<!DOCTYPE html><html><head><title>A/RES/66/164</title></head><body><nav><a href='/'>Home"
        f"</a></nav><main><p><i>{_ORGAN}</i></p>{paragraphs}<ol><li>To act;</li><li>To wait.</li>"
        f"</ol><table><tr><td>A</td><td>B</td></tr></table><hr/>{notes}</main></body></html>"
    ).encode()


def _akn(found: ParsedResolution) -> bytes:
    notes = {one.number: escape(one.text) for one in found.footnotes}
    front = "".join(_containers(found, notes))
    operative = "".join(_numbered(found, notes))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><akomaNtoso xmlns="{_AKN}"><statement '
        'name="deliberation"><meta><identification source="#un"><FRBRWork><FRBRthis value="/akn/'
        'un/statement/deliberation/unga/2021-12-16/76-174/!main"/><FRBRuri value="/akn/un/'
        'statement/deliberation/unga/2021-12-16/76-174"/><FRBRdate date="2021-12-16" name="x"/>'
        "</FRBRWork></identification></meta><preface><p><docTitle>Promotion</docTitle></p>"
        f"</preface><preamble><p>{_ORGAN}</p>{front}</preamble><mainBody>{operative}</mainBody>"
        "<conclusions><p>53rd plenary meeting</p></conclusions></statement></akomaNtoso>"
    ).encode()


def _with_notes(paragraph: Paragraph, notes: dict[str, str]) -> str:
    pieces, start = [], 0
    for marker in paragraph.markers:
        pieces.append(escape(paragraph.text[start : marker.offset]))
        inner = notes.get(marker.number, "")
        pieces.append(
            f'<authorialNote marker="{marker.number}" placement="bottom"><p>{inner}</p>'
            "</authorialNote>"
        )
        start = marker.offset
    return "".join([*pieces, escape(paragraph.text[start:])])


def _containers(found: ParsedResolution, notes: dict[str, str]) -> Iterator[str]:
    for number, one in enumerate(found.paragraphs[:_FEW], start=1):
        opening = escape(one.opening or "")
        yield (
            f'<container name="{opening}" eId="container_{number}"><p>{_with_notes(one, notes)}'
            "</p></container>"
        )


def _numbered(found: ParsedResolution, notes: dict[str, str]) -> Iterator[str]:
    for number, one in enumerate(_few(found)[_FEW:], start=1):
        yield (
            f'<paragraph eId="para_{number}"><num>{escape(one.label or "")}</num><content><p>'
            f"{_with_notes(one, notes)}</p></content></paragraph>"
        )


_MAKERS = {"word": _word, "pdf": _pdf, "html": _html, "akn4un": _akn}
KINDS = ("text", *_MAKERS)
ENDINGS = {"text": "txt", "word": "docx", "pdf": "pdf", "html": "html", "akn4un": "xml"}
