"""Compare the citations found with the United Nations' own links, and print every disagreement.

usage: uv run python -m tests.benchmarks.un_links ../shared/corpus/akn4un/en [--all]

Reads each Akoma Ntoso file directly, whatever the reader makes of it: its paragraphs and notes as
printed, and its links to symbols. A link agrees when a citation whose words overlap it leads to
the same symbol. Disagreements that docs/un-link-errors.md lists are counted; the others are printed
with their sentence, and make the script fail. ``--all`` prints those that are listed as well.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from archive.parsing.citations import find_citations
from archive.parsing.parsed import Citation, Footnote, Paragraph, ParagraphKind
from archive.parsing.symbols import Organ, read_symbol
from tests.benchmarks.material import folder_of_files

ROOT = Path(__file__).resolve().parents[2]
LISTED = ROOT / "docs" / "un-link-errors.md"
_NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_ADDRESS = re.compile(r"^https?://(?:www\.)?undocs\.org/(?:en/)?")
_SYMBOL = re.compile(r"[AES]/")
#: Supplements are kept under their symbol with "(SUPP)" behind, parts in square brackets.
_IN_THE_ADDRESS = re.compile(r"\(SUPP\)$|[\[\]]", re.IGNORECASE)
_ROW = re.compile(r"\| (?P<file>A_RES_[^|]+) \| (?P<place>[^ |]+) \| (?P<words>[^|]+) \| ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link: its words, their span in the text, and the symbol it leads to."""

    start: int
    end: int
    words: str
    symbol: str


@dataclass(slots=True, kw_only=True)
class Text:
    """A paragraph or a note as printed, with its links."""

    place: str
    is_note: bool
    words: str = ""
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A link to another symbol than those found in its words."""

    file: str
    place: str
    link: Link
    found: tuple[str, ...]
    sentence: str


def texts_of(path: Path) -> list[Text]:
    """The texts of one file, notes last."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.parse(path, parser).getroot()
    notes = [
        _text(note, f"fn{number}", is_note=True)
        for number, note in enumerate(root.iter(f"{_NAMESPACE}authorialNote"), start=1)
    ]
    outside = [one for one in root.iter(f"{_NAMESPACE}p") if not _is_in_note(one)]
    return [_text(one, f"p{n}", is_note=False) for n, one in enumerate(outside, start=1)] + notes


def _is_in_note(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{_NAMESPACE}authorialNote"), None) is not None


def _text(element: etree._Element, place: str, *, is_note: bool) -> Text:
    text = Text(place=place, is_note=is_note)
    _gather(element, text)
    return text


def _gather(element: etree._Element, text: Text) -> None:
    """Add an element's words, those of the notes within left out."""
    _add(element.text, text)
    for child in element:
        start = len(text.words)
        if child.tag != f"{_NAMESPACE}authorialNote":
            _gather(child, text)
        if child.tag == f"{_NAMESPACE}a":
            _add_link(child, text, start=start)
        _add(child.tail, text)


def _add(words: str | None, text: Text) -> None:
    """Add words with single spaces."""
    more = re.sub(r"[ \t\n\r]+", " ", words or "")
    is_spaced = not text.words or text.words.endswith(" ")
    text.words += more.lstrip(" ") if is_spaced else more


def _add_link(element: etree._Element, text: Text, *, start: int) -> None:
    address = unquote(_ADDRESS.sub("", element.get("href") or ""))
    if _SYMBOL.match(address):
        symbol = read_symbol(_IN_THE_ADDRESS.sub("", address))
        text.links.append(
            Link(
                start=start,
                end=len(text.words),
                words=text.words[start:],
                symbol=str(symbol) if symbol else address,
            )
        )


def disagreements(path: Path) -> tuple[int, list[Disagreement]]:
    """How many links a file has, and those that disagree."""
    texts = texts_of(path)
    cited = _cited(texts)
    links = [(text, link) for text in texts for link in text.links]
    return len(links), [
        Disagreement(
            file=path.stem,
            place=text.place,
            link=link,
            found=_over(link, cited.get(text.place, [])),
            sentence=text.words.strip(),
        )
        for text, link in links
        if not _agrees(link, _over(link, cited.get(text.place, [])))
    ]


def _cited(texts: list[Text]) -> dict[str, list[Citation]]:
    paragraphs = [
        Paragraph(
            id=one.place,
            kind=ParagraphKind.OPERATIVE,
            number=None,
            label=None,
            parent=None,
            opening=None,
            text=one.words,
        )
        for one in texts
        if not one.is_note
    ]
    notes = [
        Footnote(id=one.place, number=one.place[2:], text=one.words, marked_in=None)
        for one in texts
        if one.is_note
    ]
    cited: dict[str, list[Citation]] = {}
    for citation in find_citations(paragraphs, notes, organ=Organ.GA):
        cited.setdefault(citation.source, []).append(citation)
    return cited


def _over(link: Link, citations: list[Citation]) -> tuple[str, ...]:
    """The targets of the citations whose words overlap a link's."""
    over = (one for one in citations if one.start < link.end and link.start < one.end)
    return tuple(one.target for one in over if one.target)


def _agrees(link: Link, found: tuple[str, ...]) -> bool:
    """Whether a link's symbol is found; the letter of an act of an old session may be left out."""
    return any(link.symbol == one or _unlettered(link.symbol) == _unlettered(one) for one in found)


def _unlettered(symbol: str) -> str:
    return re.sub(r"(\d+)[A-Z]*(\([IVXLS-]+\))", r"\1\2", symbol)


def listed() -> set[tuple[str, str, str]]:
    """The file, place and words of every link that the list of errors explains."""
    words = LISTED.read_text(encoding="utf-8") if LISTED.exists() else ""
    return {(m["file"], m["place"], m["words"].strip()) for m in _ROW.finditer(words)}


def report(folder: Path, *, shows_all: bool) -> Iterator[str]:
    """A line for each disagreement to print; the last line has the figures."""
    known, total, wrong, explained = listed(), 0, 0, 0
    for path in sorted(folder.glob("*.xml")):
        count, found = disagreements(path)
        total, wrong = total + count, wrong + len(found)
        for one in found:
            is_listed = (one.file, one.place, one.link.words.strip()) in known
            explained += is_listed
            if shows_all or not is_listed:
                yield _line(one)
    agreeing = 100 * (total - wrong) / (total or 1)
    yield f"{total} links, {agreeing:.2f} % agree, {wrong} do not; {explained} of these are listed"


def _line(one: Disagreement) -> str:
    found = ", ".join(one.found) or "nothing"
    return (
        f"{one.file} {one.place}: “{one.link.words}” leads to {one.link.symbol}; found: {found}\n"
        f"    {one.sentence}"
    )


def main() -> int:
    """Print the report; 1 when a disagreement is not listed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=folder_of_files)
    arguments.add_argument("--all", action="store_true")
    chosen = arguments.parse_args()
    lines = list(report(chosen.folder, shows_all=chosen.all))
    sys.stdout.write("\n".join(lines) + "\n")
    return int(len(lines) > 1 and not chosen.all)


if __name__ == "__main__":
    sys.exit(main())
