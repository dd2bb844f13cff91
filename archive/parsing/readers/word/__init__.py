"""Word documents (.docx, .docm) to blocks.

Reads: bytes of a package. Writes: a Reading in format ``word``: the final text of tracked changes,
automatic numbers as labels, notes with the numbers that Word shows, tables of data as tables.
What the page does not show (deleted and hidden words, comments) is left over, with a warning.
"""

from collections.abc import Iterator

from archive.parsing.blocks import Block, BlockKind, Reading, squeeze
from archive.parsing.parsed import ParseWarning
from archive.parsing.readers.word.blocks import Blocks
from archive.parsing.readers.word.lines import Line
from archive.parsing.readers.word.notes import Notes
from archive.parsing.readers.word.numbering import Numbering
from archive.parsing.readers.word.package import Package
from archive.parsing.readers.word.pieces import Account
from archive.parsing.readers.word.story import Story
from archive.parsing.readers.word.styles import Styles
from archive.parsing.readers.word.surroundings import (
    comments,
    flat,
    read_surroundings,
    shown_words,
)
from archive.parsing.readers.word.tables import laid_out
from archive.parsing.readers.word.typed_notes import TypedNote


def read(data: bytes) -> Reading:
    """Read a Word document.

    Raises ParseError: ``damaged_file``, ``encrypted_file``, ``unsafe_file``, ``unsafe_xml``,
    ``too_large``.
    """
    package = Package(data)
    story, beside = _stories(package)
    around = read_surroundings(package, beside)
    body = story.body(package.document)
    blocks = Blocks([*laid_out([*around.masthead, *body])], list(_own_notes(story)))
    text = blocks.read()
    left = [*_left_over(story.account), *_comments(comments(package, beside))]
    over = [Block(BlockKind.FURNITURE, words, "file") for found, _ in left for words in found]
    apart = [*around.running, *over]
    masthead = [shown_words(line) for line in around.masthead]
    seen = [*masthead, *story.account.seen, *(block.text for block in apart)]
    return Reading(
        format="word",
        blocks=(*text, *apart),
        source_text="\n".join(seen),
        hidden_marks=blocks.has_hidden_marks,
        warnings=(*(warning for _, warning in left), *_doubts(package, story)),
    )


def _stories(package: Package) -> tuple[Story, Story]:
    """The story of the text, and one for what stands around it: its words count apart."""
    styles, notes = Styles(package.part("styles")), Notes(package)
    lists = package.part("numbering")
    text, around = (
        Story(styles=styles, numbering=Numbering(lists, styles), notes=notes, account=Account())
        for _ in range(2)
    )
    return text, around


def _own_notes(story: Story) -> Iterator[TypedNote]:
    """The notes of the file's own, each with the number that Word shows."""
    for key, number, content in list(story.notes.referred()):
        lines = list(flat(story.parts(content, key.replace(" ", ", id "))))
        words = " ".join(map(shown_words, lines))
        if words.startswith(number) and any(line.spans or number for line in lines[:1]):
            words = words.removeprefix(number).lstrip()
        else:
            story.account.seen.append(number)
        yield TypedNote(number, Line(text=words, where=f"note {number}"))


def _left_over(account: Account) -> Iterator[tuple[list[str], ParseWarning]]:
    deleted = [*_paragraphs(account.deleted), *_not_kept(account)]
    if account.changes or deleted:
        yield (
            deleted,
            _warning(
                "tracked_changes",
                f"Changes that the file tracks: {account.changes}; its final text was taken. "
                f"Deleted passages that are left over: {len(deleted)}.",
            ),
        )
    hidden = _paragraphs(account.hidden)
    if hidden:
        yield (
            hidden,
            _warning(
                "hidden_text",
                f"Passages that are hidden in Word and left over: {len(hidden)}; the first is "
                f"“{hidden[0][:60]}”.",
            ),
        )


def _comments(found: list[str]) -> Iterator[tuple[list[str], ParseWarning]]:
    if found:
        yield (
            found,
            _warning(
                "comments_left_out",
                f"{len(found)} comments in the margin are left over: “{found[0][:60]}”.",
            ),
        )


def _not_kept(account: Account) -> list[str]:
    """Passages moved away that arrived nowhere."""
    moved, arrived = _paragraphs(account.moved), _paragraphs(account.arrived)
    if "".join(moved) == "".join(arrived):
        return []
    known = set(arrived)
    return [words for words in moved if words not in known]


def _paragraphs(words: list[str]) -> list[str]:
    lines = map(squeeze, "".join(words).split("\n"))
    return [line for line in lines if line]


def _doubts(package: Package, story: Story) -> Iterator[ParseWarning]:
    if story.notes.is_by_page:
        yield _warning(
            "notes_by_page",
            "Note numbers begin again on each page, and where pages end is not in the file; they "
            "run on here.",
        )
    missing = [*package.missing, *("a file set in with altChunk" for _ in story.unread)]
    if missing:
        yield _warning("part_missing", f"Not in the file, or not read: {', '.join(missing)}.")


def _warning(code: str, message: str) -> ParseWarning:
    return ParseWarning(code=code, message=message, where="file")
