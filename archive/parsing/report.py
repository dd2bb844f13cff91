"""What many parses come to: figures for each layout, each refusal with its reason.

Reads: records of the parse contract (``contract.py``). Writes: figures and the lines that print
them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from archive.parsing.contract import Record
from archive.parsing.symbols import Symbol, SymbolError, SymbolKind

#: Layouts as people call them, in the order of the report; others follow by their keys.
LAYOUT_NAMES = {
    "word_extraction": "Word extraction",
    "pdf_extraction": "PDF extraction",
    "pdftotext": "pdftotext",
    "one_per_line": "one paragraph per line",
    "hand_wrapped": "lines wrapped by hand",
    "pdf": "PDF",
    "word": "Word (.docx)",
    "word_97": "Word 97 (.doc)",
    "html": "HTML",
    "akn4un": "Akoma Ntoso",
}
_KINDS = {
    SymbolKind.RESOLUTION: "resolution",
    SymbolKind.DECISION: "decision",
    SymbolKind.STATEMENT: "statement",
    SymbolKind.DRAFT: "draft",
    SymbolKind.DOCUMENT: "report or document",
}
_COUNTED = ("paragraphs", "notes", "citations", "warnings")


def citation_form(citation: Record, *, source_text: str) -> str:
    """How a citation says what it cites; each has one form.

    ``source_text`` are the words of its paragraph or note: “Ibid.” speaks for what stands between
    it and the next semicolon.
    """
    if citation["target"] is None:
        return "within the text"
    if citation["by_name"]:
        return "by name"
    if "ibid" in source_text[: citation["end"]].rpartition(";")[2].lower():
        return "ibid."
    try:
        return _KINDS[Symbol.read(citation["target"]).kind]
    except SymbolError:
        return "other"


@dataclass(slots=True)
class Figures:
    """What was counted over some files. ``seconds`` are those of one processor."""

    files: int = 0
    seconds: float = 0.0
    refused: Counter[str] = field(default_factory=Counter)
    counted: dict[str, Counter[str]] = field(
        default_factory=lambda: {what: Counter() for what in _COUNTED}
    )
    totals: Counter[str] = field(default_factory=Counter)

    def add(self, record: Record, seconds: float) -> None:
        """Count one file in."""
        self.files += 1
        self.seconds += seconds
        if record["error"]:
            self.refused[record["error"]["code"]] += 1
            return
        counted, texts = self.counted, _texts_of(record)
        counted["paragraphs"].update(one["kind"] for one in record["paragraphs"])
        counted["notes"].update(
            "marked" if note["marked_in"] else "without a marker" for note in record["footnotes"]
        )
        counted["citations"].update(
            citation_form(one, source_text=texts[one["source"]]) for one in record["citations"]
        )
        counted["warnings"].update(warning["code"] for warning in record["warnings"])
        self.totals["mends"] += len(record["mends"])
        self.totals["leftovers"] += len(record["leftovers"])
        self.totals["in notes"] += sum(
            one["source"].startswith("fn") for one in record["citations"]
        )
        self.totals["conflicts"] += sum(bool(one["conflict"]) for one in record["citations"])

    def lines(self) -> Iterator[str]:
        """The figures in words, a line for each matter."""
        rate = f"{self.files / self.seconds:,.1f}" if self.seconds else "no"
        refused = f", {_counts(self.refused)} refused" if self.refused else ""
        yield f"files       {self.files:,}{refused}; {rate} files per second per core"
        for what, counter in self.counted.items():
            aside = f"; {self.totals['in notes']:,} in notes" if what == "citations" else ""
            yield f"{what:<11} {_counts(counter)}{aside}"
        yield from (
            f"{what:<11} {self.totals[what]:,}" for what in ("mends", "leftovers", "conflicts")
        )


class Report:
    """Figures by layout, and the files that were refused."""

    def __init__(self) -> None:
        self.by_layout: dict[str, Figures] = {}
        self.total = Figures()
        self.refusals: list[str] = []

    def add(self, record: Record, seconds: float) -> None:
        """Count one file in, under its layout; a refused one under its format."""
        for figures in (self.by_layout.setdefault(_layout_of(record), Figures()), self.total):
            figures.add(record, seconds)
        if record["error"]:
            error = record["error"]
            self.refusals.append(f"{record['file']}: {error['code']}: {error['message']}")

    def lines(self) -> Iterator[str]:
        """The whole report: each layout, all together, each refusal."""
        for layout in sorted(self.by_layout, key=_place_of):
            yield LAYOUT_NAMES.get(layout, layout)
            yield from (f"  {line}" for line in self.by_layout[layout].lines())
        yield "all layouts"
        yield from (f"  {line}" for line in self.total.lines())
        if self.refusals:
            yield "refused"
            yield from (f"  {refusal}" for refusal in self.refusals)


def _texts_of(record: Record) -> dict[str, str]:
    """The words of each paragraph and note by its anchor."""
    return {one["id"]: one["text"] for one in (*record["paragraphs"], *record["footnotes"])}


def _layout_of(record: Record) -> str:
    if record["error"] is None:
        return str(record["layout"])
    return f"refused before a layout was found, {record['format'] or 'no known format'}"


def _place_of(layout: str) -> tuple[int, str]:
    names = list(LAYOUT_NAMES)
    return (names.index(layout) if layout in names else len(names), layout)


def _counts(counter: Mapping[str, int]) -> str:
    """“1,204: 800 operative, 404 preambular”, the most frequent first."""
    total = sum(counter.values())
    parts = sorted(counter.items(), key=lambda entry: (-entry[1], entry[0]))
    detail = ", ".join(f"{count:,} {what}" for what, count in parts)
    return f"{total:,}: {detail}" if parts else f"{total:,}"
