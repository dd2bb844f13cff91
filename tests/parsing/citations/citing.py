"""Paragraphs and notes for tests of citations, and what was found in them as plain rows."""

from archive.parsing.citations import find_citations
from archive.parsing.parsed import Citation, Footnote, Paragraph, ParagraphKind
from archive.parsing.symbols import Organ

Expected = tuple[str, str | None, str | None, str | None]


def paragraph(text: str, anchor: str = "pp1", **fields: object) -> Paragraph:
    values: dict[str, object] = {
        "kind": ParagraphKind.PREAMBULAR,
        "number": 1,
        "label": None,
        "parent": None,
        "opening": "Recalling",
    }
    return Paragraph(id=anchor, text=text, **(values | fields))  # type: ignore[arg-type]


def note(text: str, number: str = "1", *, marked_in: str | None = "pp1") -> Footnote:
    return Footnote(id=f"fn{number}", number=number, text=text, marked_in=marked_in)


def cited(text: str, organ: Organ | None = Organ.GA) -> list[Expected]:
    return rows(find_citations([paragraph(text)], [], organ=organ))


def cited_in_note(text: str, organ: Organ | None = Organ.GA) -> list[Expected]:
    return rows(find_citations([], [note(text)], organ=organ))


def rows(citations: tuple[Citation, ...]) -> list[Expected]:
    return [
        (one.text, one.target, one.dated_on.isoformat() if one.dated_on else None, one.pinpoint)
        for one in citations
        if not (one.by_name or one.of_whole)
    ]
