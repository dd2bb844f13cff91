"""What must hold of a parse.

Reads: the parse, the file's text. Writes: warnings where numbers or letters do not run on, where
markers and notes do not meet, and where characters of the file are missing or invented.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from archive.parsing.divisions import DivisionKind, division_of
from archive.parsing.labels import Label, split_label
from archive.parsing.openings import find_opening
from archive.parsing.parsed import (
    Citation,
    Footnote,
    Paragraph,
    ParagraphKind,
    ParsedResolution,
    ParseWarning,
)
from archive.parsing.printed_lines import organ_of

_LONGEST_FURNITURE = 160
_BEGINS_RESOLUTION = re.compile(r"(part-\d+-)?(?:pp|op)\d")
#: What notes name: documents, records, treaties, what an earlier note named.
_NAMED_IN_NOTES = re.compile(
    r"[Rr]esolutions? \d|[AES]/[A-Z\d]|[Ii]bid\b|Official Records|Treaty Series"
)
_ENDS_OF_NOTES = (".", ".”", '."', ".)")


def check(parsed: ParsedResolution) -> list[ParseWarning]:
    """Every warning a parse deserves by itself."""
    return [
        *_number_gaps(parsed.paragraphs),
        *_numbers_missing(parsed.paragraphs),
        *_letter_gaps(parsed.paragraphs),
        *_repeated_labels(parsed.paragraphs),
        *_several_resolutions(parsed),
        *_markers_without_note(parsed.paragraphs, parsed.footnotes),
        *_notes_without_marker(parsed.footnotes),
        *_notes_twice(parsed.footnotes),
        *_markers_out_of_order(parsed.paragraphs),
        *(_unknown_openings(parsed.paragraphs) if parsed.language == "en" else ()),
        *_text_left_over(parsed.leftovers),
        *_conflicts(parsed.citations),
    ]


def check_beside(parsed: ParsedResolution, told: Sequence[ParseWarning]) -> list[ParseWarning]:
    """What the checks find and nothing has told.

    A note that is marked outside the paragraphs is not without a mark, and the data of a file may
    say that it holds several resolutions.
    """
    as_told = {"note_marked_outside": "note_without_marker"}
    known = {(as_told.get(one.code, one.code), one.where) for one in told}
    alike = {*as_told.values(), "several_resolutions"}
    return [w for w in check(parsed) if w.code not in alike or (w.code, w.where) not in known]


def check_account(source_text: str, parsed: ParsedResolution) -> list[ParseWarning]:
    """A warning for characters of the file that are nowhere, and for characters from nowhere."""
    missing, invented = account(source_text, parsed)
    found = (("content_missing", missing, "lost"), ("content_invented", invented, "invented"))
    return [
        ParseWarning(
            code=code,
            message=f"The parse {word} {counted.total()} characters: “{_sample(counted)}”.",
            where="file",
        )
        for code, counted, word in found
        if counted
    ]


def account(source_text: str, parsed: ParsedResolution) -> tuple[Counter[str], Counter[str]]:
    """Characters of the source the parse lacks, and those it has too many, white space aside.

    Mends are undone first, so a hyphen that a mend took out is not missing.
    """
    words = Counter(source_text.split())
    words.subtract(Counter("\n".join(_pieces(parsed)).split()))
    signs: Counter[str] = Counter()
    # Most words stand on both sides, and only the signs of the others have to be counted.
    for word, count in words.items():
        for sign in word if count else ():
            signs[sign] += count
    for mend in parsed.mends:
        signs.subtract("".join(mend.found.split()))
        signs.update("".join(mend.mended.split()))
    return +signs, -signs


def _sample(counted: Counter[str]) -> str:
    return "".join(counted.elements())[:40]


def _pieces(parsed: ParsedResolution) -> Iterator[str]:
    for paragraph in parsed.paragraphs:
        yield paragraph.label or ""
        yield paragraph.text
        yield from (marker.number for marker in paragraph.markers)
    for note in parsed.footnotes:
        yield note.number + note.text
    yield from parsed.masthead.lines
    yield from parsed.leftovers


def _numbered(paragraphs: Iterable[Paragraph]) -> dict[str, list[Paragraph]]:
    """Numbered paragraphs by the part they stand in."""
    parts: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.number is not None and paragraph.kind is not ParagraphKind.PREAMBULAR:
            parts.setdefault(paragraph.id.rpartition("op")[0], []).append(paragraph)
    return parts


def _number_gaps(paragraphs: Sequence[Paragraph]) -> Iterator[ParseWarning]:
    for part in _numbered(paragraphs).values():
        expected = 1
        for paragraph in part:
            number = paragraph.number or 0
            label, _ = split_label(paragraph.label or "")
            is_between = label is not None and label.repeats and number == expected - 1
            if number != expected and not is_between:
                yield ParseWarning(
                    code="number_gap",
                    message=f"Paragraph {expected} was expected and {number} was found.",
                    where=paragraph.id,
                )
            expected = number + 1


def _numbers_missing(paragraphs: Sequence[Paragraph]) -> Iterator[ParseWarning]:
    """Paragraphs that open as operative ones do, among numbered ones, and print no number."""
    for paragraph in paragraphs:
        if paragraph.kind is not ParagraphKind.PREAMBULAR or paragraph.opening is None:
            continue
        opening = find_opening(paragraph.opening)
        if opening is not None and not opening.is_preambular:
            yield ParseWarning(
                code="number_missing",
                message=f"“{paragraph.opening}” opens an operative paragraph that has no number.",
                where=paragraph.id,
            )


def _letter_gaps(paragraphs: Sequence[Paragraph]) -> Iterator[ParseWarning]:
    last: dict[str, Label] = {}
    for paragraph in paragraphs:
        begun, _ = split_label(paragraph.text)
        if begun is not None:
            last[paragraph.id] = begun
        label, _ = split_label(paragraph.label or "")
        if label is None or label.is_bullet or paragraph.parent is None:
            continue
        before = last.get(paragraph.parent)
        if not _runs_on(before, label):
            after = f"after {before.printed}" if before else "first"
            yield ParseWarning(
                code="letter_gap",
                message=f"The sub-paragraph {label.printed} stands {after}.",
                where=paragraph.id,
            )
        last[paragraph.parent] = label


def _runs_on(before: Label | None, label: Label) -> bool:
    """Whether a sub-paragraph's label follows the one before in some series, or is a first."""
    if before is None:
        return any(value == 1 for _, value in label.places)
    step = int(not label.repeats)
    return any((series, value + step) in label.places for series, value in before.places)


def _repeated_labels(paragraphs: Sequence[Paragraph]) -> Iterator[ParseWarning]:
    for paragraph in paragraphs:
        if "-again" in paragraph.id:
            yield ParseWarning(
                code="label_repeated",
                message=f"The label {paragraph.label} is printed more than once here.",
                where=paragraph.id,
            )


def _several_resolutions(parsed: ParsedResolution) -> Iterator[ParseWarning]:
    """Parts that each begin below a letter of its own and name the organ again."""
    parts: set[str] = set()
    above: list[str] = []
    for paragraph in parsed.paragraphs:
        if paragraph.kind is ParagraphKind.HEADING:
            above.append(paragraph.text)
            continue
        begins = _BEGINS_RESOLUTION.match(paragraph.id)
        names_organ = not parts or any(map(organ_of, above))
        if begins and names_organ and any(map(_is_letter, above)):
            parts.add(begins[1] or "")
        above = []
    if len(parts) > 1:
        yield ParseWarning(
            code="several_resolutions",
            message=f"The file holds {len(parts)} resolutions under "
            f"{parsed.masthead.symbol or 'one number'}; each has paragraphs of its own.",
            where="masthead",
        )


def _is_letter(heading: str) -> bool:
    division = division_of(heading)
    return division is not None and division.kind is DivisionKind.LETTER


def _markers_without_note(
    paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]
) -> Iterator[ParseWarning]:
    numbers = {note.number for note in notes}
    for paragraph in paragraphs:
        for marker in paragraph.markers:
            if marker.number not in numbers:
                yield ParseWarning(
                    code="marker_without_note",
                    message=f"Note {marker.number} is marked here and the file has no such note.",
                    where=paragraph.id,
                )


def _notes_without_marker(notes: Sequence[Footnote]) -> Iterator[ParseWarning]:
    for note in notes:
        if note.marked_in is None:
            yield ParseWarning(
                code="note_without_marker",
                message=f"No paragraph was found that marks note {note.number}.",
                where=note.id,
            )


def _notes_twice(notes: Sequence[Footnote]) -> Iterator[ParseWarning]:
    counted = Counter(note.number for note in notes)
    for number in (number for number, count in counted.items() if count > 1):
        yield ParseWarning(
            code="note_repeated",
            message=f"{counted[number]} notes carry the number {number}.",
            where=f"fn{number}",
        )


def _markers_out_of_order(paragraphs: Sequence[Paragraph]) -> Iterator[ParseWarning]:
    last = 0
    for paragraph in paragraphs:
        numbers = [int(one.number) for one in paragraph.markers if one.number.isdigit()]
        for number in numbers:
            if number < last:
                yield ParseWarning(
                    code="marker_out_of_order",
                    message=f"Note {number} is marked after note {last}.",
                    where=paragraph.id,
                )
            last = max(last, number)


def _unknown_openings(paragraphs: Sequence[Paragraph]) -> Iterator[ParseWarning]:
    opens = {ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE}
    for paragraph in paragraphs:
        if paragraph.kind in opens and paragraph.parent is None and paragraph.opening is None:
            yield ParseWarning(
                code="opening_unknown",
                message=f"No known opening: “{paragraph.text[:60]}”.",
                where=paragraph.id,
            )


def _text_left_over(leftovers: Sequence[str]) -> Iterator[ParseWarning]:
    """Words outside the text that may belong to it."""
    for words in leftovers:
        if _may_belong(words):
            yield ParseWarning(
                code="text_left_over",
                message=f"This stands outside the text; see whether it belongs: “{words[:60]}”.",
                where="file",
            )


def _may_belong(words: str) -> bool:
    """Whether words are as long as paragraphs are, begin as they do, or read as a note does."""
    label, _ = split_label(words)
    if len(words) > _LONGEST_FURNITURE or label is not None or find_opening(words):
        return True
    return words.endswith(_ENDS_OF_NOTES) and _NAMED_IN_NOTES.search(words) is not None


def _conflicts(citations: Iterable[Citation]) -> Iterator[ParseWarning]:
    """Citations that something in the text contradicts."""
    for one in citations:
        if one.conflict:
            yield ParseWarning(
                code="citation_conflict",
                message=f"“{one.text}”: {one.conflict}",
                where=one.source,
            )
