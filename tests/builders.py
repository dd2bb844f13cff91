"""Values for tests: files as texts are printed, parses, statements; nothing here is saved."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from archive.ingest.publishing.records import Change, Records
from archive.ingest.received import ReceivedFile
from archive.parsing.parsed import (
    Citation,
    Footnote,
    Marker,
    Masthead,
    Paragraph,
    ParagraphKind,
    ParsedResolution,
)
from archive.parsing.pipeline import PARSER_VERSION
from archive.parsing.symbols import Organ

CITING = "Recalling its resolution 53/144 of 9 December 1998,"


def resolution_text(
    number: str = "66/164",
    *,
    preamble: Sequence[str] = (CITING,),
    operative: Sequence[str] = ("Calls upon all States to act;", "Decides to remain seized."),
) -> str:
    """A resolution as its Word file prints it: symbol, title and date in the masthead."""
    numbered = "".join(f"\t{n}.\t{words}\n" for n, words in enumerate(operative, 1))
    return (
        "Resolution adopted by the General Assembly on 19 December 2011\n"
        "[on the report of the Third Committee (A/66/462/Add.2)]\n"
        f"{number}.\tPromotion of the Declaration\n\n\n"
        "\tThe General Assembly,\n"
        + "".join(f"\t{words}\n" for words in preamble)
        + numbered
        + "89th plenary meeting\n19 December 2011\n"
    )


def nameless_text() -> str:
    """A resolution without masthead, as taken from the middle of a PDF."""
    return (
        "\tThe General Assembly,\n"
        f"\t{CITING}\n"
        "\t1.\tCalls upon all States to act;\n"
        "\t2.\tDecides to consider the question at its sixty-fourth session.\n"
    )


def masthead(symbol: str | None = "A/RES/66/164", **fields: Any) -> Masthead:
    """A masthead that prints a symbol and a title."""
    values: dict[str, Any] = {
        "organ": Organ.GA,
        "title": "Promotion of the Declaration",
        "lines": (str(symbol), "Promotion of the Declaration"),
    }
    return Masthead(symbol=symbol, **(values | fields))


def paragraph(anchor: str, text: str, **fields: Any) -> Paragraph:
    """A paragraph whose kind and number its anchor tells: ``pp1``, ``op2``, ``op2-a``."""
    is_operative = anchor.startswith("op")
    parent, _, letter = anchor.rpartition("-")
    values: dict[str, Any] = {
        "kind": ParagraphKind.OPERATIVE if is_operative else ParagraphKind.PREAMBULAR,
        "number": None if parent else int(anchor[2:]),
        "label": f"({letter})" if parent else (f"{anchor[2:]}." if is_operative else None),
        "parent": parent or None,
        "opening": None if parent else text.split(maxsplit=1)[0],
    }
    return Paragraph(id=anchor, text=text, **(values | fields))


def citation(
    source: Paragraph | Footnote, words: str, target: str | None, **fields: Any
) -> Citation:
    """A citation of a symbol where some words stand in a paragraph or a note."""
    start = source.text.index(words)
    return Citation(
        source=source.id,
        start=start,
        end=start + len(words),
        text=words,
        target=target,
        **fields,
    )


def parse_of(symbol: str | None = "A/RES/66/164", **fields: Any) -> ParsedResolution:
    """A small parse: a preambular paragraph with a note, an operative one with a sub-paragraph."""
    first = paragraph("pp1", CITING, markers=(Marker(number="1", offset=len(CITING)),))
    note = Footnote(id="fn1", number="1", text="See A/65/223.", marked_in="pp1")
    values: dict[str, Any] = {
        "format": "text",
        "parser_version": PARSER_VERSION,
        "masthead": masthead(symbol),
        "paragraphs": (
            first,
            paragraph("op1", "Calls upon all States:"),
            paragraph("op1-a", "To act;"),
        ),
        "footnotes": (note,),
        "citations": (
            citation(first, "resolution 53/144", "A/RES/53/144", dated_on=date(1998, 12, 9)),
            citation(note, "A/65/223", "A/65/223"),
        ),
    }
    return ParsedResolution(**(values | fields))


def received(content: bytes = b"words", **fields: Any) -> ReceivedFile:
    """A file as received, of these bytes; no manifest speaks for it."""
    values: dict[str, Any] = {"path": Path("folder/received.txt"), "entry": None}
    return ReceivedFile(content=content, sha256=sha256(content).hexdigest(), **(values | fields))


def records() -> Records:
    """Records of a change that a test makes; written only where the test says so."""
    return Records(Change(reason="A test"))


def manifest_toml(name: str, content: bytes, /, **keys: Any) -> str:
    """A manifest with one entry, whose evidence covers symbol and stage."""
    values = {
        "name": name,
        "sha256": sha256(content).hexdigest(),
        "symbol": "A/RES/62/152",
        "stage": "adopted",
        "provenance": "a test",
    } | keys
    evidence = values.pop("evidence", {"symbol": "told by a test", "stage": "told by a test"})
    lines = [f"{key} = {_toml(value)}" for key, value in values.items()]
    proofs = [f"{key} = {_toml(value)}" for key, value in evidence.items()]
    return "\n".join(["[[files]]", *lines, "[files.evidence]", *proofs, ""])


def _toml(value: Any) -> str:
    return str(value) if isinstance(value, date | int) else f'"{value}"'
