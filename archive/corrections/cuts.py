"""Cuts: one paragraph into two, two into one, a new one, one fewer.

Reads: a sheet and a place. Writes: the sheet with the change. Where a paragraph is cut, its second
part is placed by the label it begins with, as the parser would place it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from archive.corrections.anchoring import Draft
from archive.corrections.naming import begun, named, quoted
from archive.corrections.places import Span, below, index_of, labelled, paragraph_at
from archive.corrections.sheets import Sheet
from archive.corrections.structure import checked_label, drafts_of, redrawn, with_fitting_label
from archive.corrections.values import START, CorrectionError
from archive.corrections.wordings import checked_words, markers_by, opened, rows_by
from archive.parsing.labels import Label, label_of, split_label
from archive.parsing.parsed import Paragraph, ParagraphKind, Row

#: Stands for the anchor of a paragraph that has had none.
NEW = "+"


def split_at(sheet: Sheet, anchor: str, *, texts: Sequence[str]) -> Sheet:
    """The paragraph in two; what was part of it is part of the second where that stands beside it.

    Raises CorrectionError where the two texts are not the words of the paragraph.
    """
    paragraphs = sheet.parsed.paragraphs
    whole = paragraph_at(sheet.parsed, anchor)
    if not all(texts) or " ".join(texts) != whole.text:
        raise CorrectionError(
            f"The two texts are not the words of {named(anchor)}; split it again."
        )
    first, second = _halves(whole, texts)
    second = _placed_behind(first, second)
    takes_parts = second.parent == first.parent
    drafts = []
    for one in paragraphs:
        if one.id == anchor:
            drafts += [Draft(value=first), Draft(value=second, is_fresh=True)]
        elif one.parent == anchor and takes_parts:
            drafts.append(Draft(value=replace(one, parent=NEW), is_fresh=True))
        else:
            drafts.append(Draft(value=one))
    label_ends = len(whole.text) - len(second.text)
    move = partial(_in_half, at=len(first.text), start=label_ends)
    return redrawn(sheet, _of_one_kind(drafts, NEW), stale=[anchor, NEW], moves={anchor: move})


def _in_half(span: Span, *, at: int, start: int) -> Span | None:
    """Where words of a paragraph are once it is cut: before a place, or behind the label there."""
    if span.end <= at:
        return span
    if span.start >= start:
        return Span(NEW, span.start - start, span.end - start)
    return None


def _of_one_kind(drafts: Sequence[Draft], root: str) -> list[Draft]:
    """The drafts, all that is part of one paragraph of its kind."""
    kinds = {one.value.id: one.value.kind for one in drafts if one.value.id == root}
    found = []
    for draft in drafts:
        kind = kinds.get(draft.value.parent or "")
        if kind is not None:
            kinds[draft.value.id] = kind
        found.append(replace(draft, value=replace(draft.value, kind=kind or draft.value.kind)))
    return found


def _halves(whole: Paragraph, texts: Sequence[str]) -> tuple[Paragraph, Paragraph]:
    """The two parts, markers and cells each in the part they stand in."""
    at, start = len(texts[0]), len(texts[0]) + 1
    first = opened(
        replace(
            whole,
            text=texts[0],
            markers=tuple(one for one in whole.markers if one.offset <= at),
            rows=_rows_within(whole.rows, 0, end=at),
        )
    )
    behind = tuple(one for one in whole.markers if one.offset > at)
    rows = rows_by(_rows_within(whole.rows, start, end=len(whole.text)), -start)
    second = replace(
        whole, id=NEW, label=None, text=texts[1], markers=markers_by(behind, -start), rows=rows
    )
    return first, second


def _rows_within(rows: Sequence[Row], start: int, *, end: int) -> tuple[Row, ...]:
    """What rows have between two places: cells cut there, and no empty ones."""
    cut = (
        tuple((max(a, start), min(b, end)) for a, b in row if a < end and b > start) for row in rows
    )
    return tuple(row for row in cut if row)


def _placed_behind(first: Paragraph, second: Paragraph) -> Paragraph:
    """The second part with the label it begins with, as a paragraph of its own or a part of one."""
    label, start = split_label(second.text)
    is_heading = first.kind is ParagraphKind.HEADING
    if label is None or not second.text[start:] or is_heading:
        return opened(_without_label(first, second))
    words = replace(
        second,
        label=label.printed,
        text=second.text[start:],
        markers=markers_by(second.markers, -start),
        rows=rows_by(second.rows, -start),
    )
    return opened(_with_place(first, words, label=label))


def _without_label(first: Paragraph, second: Paragraph) -> Paragraph:
    """Words that go on behind a label are closing words of its paragraph."""
    if first.label is None and first.parent is None:
        return replace(second, number=None)
    parent = first.parent if first.parent is not None and first.label is None else None
    return replace(second, number=None, parent=parent or first.id)


def _with_place(first: Paragraph, words: Paragraph, *, label: Label) -> Paragraph:
    """A labelled paragraph behind another: the next of its list, the first of a new one."""
    is_annexed = first.kind is ParagraphKind.ANNEX
    if label.number is not None:
        kind = ParagraphKind.ANNEX if is_annexed else ParagraphKind.OPERATIVE
        return replace(words, parent=None, kind=kind, number=label.number)
    goes_on = first.parent is not None and first.label is not None and _follows(first.label, label)
    return replace(words, parent=first.parent if goes_on else first.id, number=None)


def _follows(before: str, label: Label) -> bool:
    """Whether a label is of the series of another, further on: "(b)" behind "(a)"."""
    places = dict(label_of(before).places)
    return any(
        series in places and (value > places[series] or label.is_bullet or label.repeats)
        for series, value in label.places
    )


def merged_at(sheet: Sheet, anchor: str, *, words: str) -> Sheet:
    """The paragraph with the next one, whose label stands in the words; its parts are now of this.

    Raises CorrectionError where nothing follows, or where the words are not those of both.
    """
    paragraphs = sheet.parsed.paragraphs
    first = paragraph_at(sheet.parsed, anchor)
    second = following(paragraphs, anchor)
    if f"{first.text} {labelled(second)}" != words:
        raise CorrectionError(
            f"The words are not those of {named(anchor)} and {named(second.id)}; merge again."
        )
    by = len(words) - len(second.text)
    whole = replace(
        first,
        text=words,
        markers=(*first.markers, *markers_by(second.markers, by)),
        rows=(*first.rows, *rows_by(second.rows, by)),
    )
    drafts = []
    for one in paragraphs:
        if one.id == anchor:
            drafts.append(Draft(value=opened(whole)))
        elif one.parent == second.id:
            drafts.append(Draft(value=replace(one, parent=_heir(first)), is_fresh=True))
        elif one.id != second.id:
            drafts.append(Draft(value=one))
    return redrawn(
        sheet,
        _of_one_kind(drafts, anchor),
        stale=[anchor],
        moves={
            anchor: lambda span: span,
            second.id: lambda span: Span(anchor, span.start + by, span.end + by),
        },
        heirs={second.id: anchor},
    )


def _heir(first: Paragraph) -> str:
    if first.kind is ParagraphKind.HEADING:
        raise CorrectionError(
            f"{begun(first.id)} is a heading, and the next paragraph has parts; change its kind "
            "first."
        )
    return first.id


def following(paragraphs: Sequence[Paragraph], anchor: str) -> Paragraph:
    """The paragraph after another. Raises CorrectionError where there is none."""
    at = index_of(paragraphs, anchor) + 1
    if at == len(paragraphs):
        raise CorrectionError(
            f"{begun(anchor)} is the last paragraph, and nothing follows it to merge."
        )
    return paragraphs[at]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inserted:
    """A paragraph to be inserted, as ``Action.INSERT`` describes it; ``anchor`` is one wanted."""

    kind: ParagraphKind
    label: str | None
    text: str
    anchor: str | None = None
    number: int | None = None
    is_placed: bool = False
    parent: str | None = None
    rows: tuple[Row, ...] = ()


def read_inserted(described: Mapping[str, Any], *, after: str) -> Inserted:
    """A paragraph from its description. Raises CorrectionError where that is none."""
    of = f"the paragraph after {after}" if after != START else "the first paragraph"
    return Inserted(
        kind=read_kind(described.get("kind"), of=of),
        label=checked_label(described.get("label"), of=of),
        text=checked_words(described.get("text"), of=of),
        anchor=described.get("anchor"),
        number=described.get("number"),
        is_placed="parent" in described,
        parent=described.get("parent"),
        rows=tuple(tuple((a, b) for a, b in row) for row in described.get("rows", ())),
    )


def read_kind(kind: object, *, of: str) -> ParagraphKind:
    """A kind by its name. Raises CorrectionError for any other words."""
    try:
        return ParagraphKind(str(kind))
    except ValueError as error:
        known = ", ".join(one.value for one in ParagraphKind)
        raise CorrectionError(
            f"{quoted(kind)} is no kind for {of}; the kinds are {known}."
        ) from error


def insert_behind(sheet: Sheet, after: str, *, made: Inserted) -> tuple[Sheet, str]:
    """The sheet with another paragraph right after one, or first, and the anchor of the new one."""
    paragraphs = sheet.parsed.paragraphs
    at = 0 if after == START else index_of(paragraphs, after) + 1
    new = Paragraph(
        id=NEW,
        kind=made.kind,
        number=made.number,
        label=made.label,
        parent=made.parent,
        opening=None,
        text=made.text,
        rows=made.rows,
    )
    if not made.is_placed and at:
        new = _as_part(paragraphs[at - 1], new)
    drafts = drafts_of(sheet.parsed)
    if new.parent is not None:
        _check_stands_before(paragraphs[:at], new.parent)
    new = opened(new) if made.is_placed else with_fitting_label(new)
    drafts.insert(at, Draft(value=new, is_fresh=True, wanted=made.anchor))
    drawn = redrawn(sheet, drafts, stale=[NEW])
    return drawn, drawn.parsed.paragraphs[at].id


def _check_stands_before(paragraphs: Sequence[Paragraph], parent: str) -> None:
    """Raises CorrectionError where the parent of a new paragraph does not stand before it."""
    if all(one.id != parent for one in paragraphs):
        raise CorrectionError(
            f"There is no {named(parent)} before the new one, which was part of it; insert it "
            "without a parent, and choose one then."
        )


def _as_part(before: Paragraph, new: Paragraph) -> Paragraph:
    """A new paragraph as a part of the one before it, where its label says so."""
    is_heading = ParagraphKind.HEADING in {before.kind, new.kind}
    label = label_of(new.label) if new.label else None
    if label is None or label.number is not None or is_heading or before.kind is not new.kind:
        return new
    return _with_place(before, new, label=label)


def _listed(anchors: Sequence[str]) -> str:
    return ", ".join([begun(anchors[0]), *map(named, anchors[1:])])


def without(sheet: Sheet, anchor: str) -> Sheet:
    """The sheet without a paragraph. Raises CorrectionError where others are part of it."""
    parts = below(sheet.parsed.paragraphs, anchor)
    paragraph_at(sheet.parsed, anchor)
    if parts:
        raise CorrectionError(
            f"{_listed(sorted(parts))} would be part of nothing without {named(anchor)}; remove "
            "those first, or give them another parent."
        )
    drafts = [one for one in drafts_of(sheet.parsed) if one.value.id != anchor]
    return redrawn(sheet, drafts)
