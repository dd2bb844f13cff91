"""Whatever the paragraphs, notes and citations: a valid document, and every word in its order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from archive.data.records import Record
from archive.parsing.parsed import Citation, Footnote, Marker, Paragraph, ParagraphKind
from tests import builders as build
from tests.data.akoma_ntoso.reading_back import faults, written
from tests.data.parsed_records import record_of

_WORDS = st.text(alphabet="abc <&é\u0661", min_size=1, max_size=30).filter(str.strip)
_BELOW = ("sub", "closing", "sub beside", "closing beside")
_PARTS = ("pp", "op", "heading", "annex heading", "annex", "table", *_BELOW)


@dataclass
class _Drawn:
    """A text under way."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[Footnote] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    annexes: int = 0

    def add(self, part: str, words: str, *, offsets: Sequence[int], spans: Sequence[int]) -> None:
        """A paragraph with notes at some offsets, and citations between others."""
        place = len(self.paragraphs) + 1
        anchor, kind, parent, label = self._named(part, place)
        size = len(words) + 1
        marks = []
        for offset in offsets:
            number = str(len(self.notes) + 1)
            note = Footnote(id=f"fn{number}", number=number, text=f"n{number}", marked_in=anchor)
            self.notes.append(note)
            marks.append(Marker(number=number, offset=offset % size))
        middle = len(words) // 2
        rows = (((0, middle), (middle, len(words))),) if part == "table" else ()
        found = Paragraph(
            id=anchor,
            kind=kind,
            number=None,
            label=label,
            parent=parent,
            opening=words[:3] if part in {"pp", "op"} else None,
            text=words,
            markers=tuple(marks),
            rows=rows,
        )
        self.paragraphs.append(found)
        self._cite(found, [one % size for one in spans])

    def _named(self, part: str, place: int) -> tuple[str, ParagraphKind, str | None, str | None]:
        inner = next((one for one in reversed(self.paragraphs) if one.id[0] in "po"), None)
        if part in _BELOW and inner:
            step, label = (f"x{place}", "(a)") if part.startswith("sub") else (f"p{place}", None)
            parent = inner.parent if part.endswith("beside") and inner.parent else inner.id
            return f"{parent}-{step}", inner.kind, parent, label
        if part == "annex heading":
            self.annexes += 1
            return f"annex-{self.annexes}", ParagraphKind.HEADING, None, None
        if part == "annex" and self.annexes:
            return f"annex-{self.annexes}-op{place}", ParagraphKind.ANNEX, None, "1."
        if part == "heading":
            return f"heading{place}", ParagraphKind.HEADING, None, None
        if part == "pp":
            return f"pp{place}", ParagraphKind.PREAMBULAR, None, None
        return f"op{place}", ParagraphKind.OPERATIVE, None, f"{place}."

    def _cite(self, within: Paragraph, offsets: Sequence[int]) -> None:
        for start, end in zip(offsets[::2], offsets[1::2], strict=False):
            first, last = sorted((start, end))
            words = within.text[first:last]
            if words:
                self.citations.append(
                    Citation(source=within.id, start=first, end=last, text=words, target="A/1/2")
                )

    def record(self) -> Record:
        """The record of it."""
        parsed = build.parse_of(
            paragraphs=tuple(self.paragraphs),
            footnotes=tuple(self.notes),
            citations=tuple(self.citations),
        )
        return record_of(parsed)


@st.composite
def _drawn(draw: st.DrawFn) -> _Drawn:
    drawn = _Drawn()
    offsets = st.lists(st.integers(0, 40), max_size=4)
    for part in draw(st.lists(st.sampled_from(_PARTS), max_size=10)):
        drawn.add(part, draw(_WORDS), offsets=draw(offsets)[:2], spans=draw(offsets))
    return drawn


@given(_drawn())
@settings(max_examples=60, deadline=None)
def test_every_document_is_valid_and_has_every_word_once(drawn: _Drawn) -> None:
    document = written(drawn.record())
    assert faults(document) == []
    tree = etree.fromstring(document.encode())
    told = "".join(tree.itertext())
    assert [note for note in drawn.notes if told.count(note.text) < 1] == []
    for note in list(tree.iter("{*}authorialNote")):
        _drop(note)
    words = "".join(_words(tree))
    assert words == "".join(
        (one.label or "") + "".join(one.text.split()) for one in drawn.paragraphs
    )


def _drop(element: etree._Element) -> None:
    """Take an element away, and not what follows it."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _words(tree: etree._Element) -> Sequence[str]:
    """The words of the text itself, without white space, in the order of the document."""
    regions = [one for name in ("preamble", "mainBody") for one in tree.iter(f"{{*}}{name}")]
    return ["".join("".join(region.itertext()).split()) for region in regions]
