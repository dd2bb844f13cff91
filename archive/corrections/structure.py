"""Structure: a paragraph's kind, label, parent and place, and what follows from each.

Reads: a sheet and a place. Writes: the sheet with the change, its anchors made anew where they
change. A paragraph's label and words are one print: what is no label any more stands in the words.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from archive.corrections.anchoring import Draft, anchored
from archive.corrections.naming import begun, named, quoted
from archive.corrections.places import below, index_of, labelled, paragraph_at
from archive.corrections.series import scope_of
from archive.corrections.sheets import (
    Move,
    Sheet,
    respanned,
    with_names,
    with_paragraphs,
    with_stale,
)
from archive.corrections.values import CorrectionError
from archive.corrections.wordings import Shift, markers_by, opened, reworded, rows_by
from archive.parsing.labels import label_of, split_label
from archive.parsing.parsed import Paragraph, ParagraphKind, ParsedResolution

_HIGHEST_NUMBER = 999
_IN_ONE_WORD = re.compile(r"\S+(?: (?:bis|ter|quater|quinquies)[.)]*)?")
_LONGEST_LABEL = 32


def drafts_of(parsed: ParsedResolution) -> list[Draft]:
    """The paragraphs as they are, their anchors open."""
    return [Draft(value=one) for one in parsed.paragraphs]


def redrawn(
    sheet: Sheet,
    drafts: Sequence[Draft],
    *,
    stale: Iterable[str] = (),
    moves: Mapping[str, Move] = MappingProxyType({}),
    heirs: Mapping[str, str] = MappingProxyType({}),
) -> Sheet:
    """The sheet with paragraphs as drafted, by the anchors of before.

    ``stale`` are those whose citations are to be found anew. ``moves`` say where words went, where
    that is more than a change of wording; ``heirs`` which paragraph took in one that is no more.
    """
    made = anchored(sheet.parsed.paragraphs, drafts)
    notes = {one.id: one.id for one in sheet.parsed.footnotes}
    taken = {gone: made.names[heir] for gone, heir in heirs.items()}
    spanned = respanned(sheet, {**_moves(sheet.parsed, drafts), **moves})
    named = with_names(spanned, {**notes, **made.names, **taken})
    changed = with_paragraphs(named, made.paragraphs)
    return with_stale(changed, *(made.names[one] for one in stale))


def _moves(parsed: ParsedResolution, drafts: Sequence[Draft]) -> dict[str, Move]:
    """Where words went in paragraphs whose wording changed."""
    before = {one.id: one.text for one in parsed.paragraphs}
    return {
        one.value.id: Shift.between(before[one.value.id], one.value.text).span
        for one in drafts
        if before.get(one.value.id, one.value.text) != one.value.text
    }


def name_after(before: Sheet, after: Sheet, *, anchor: str) -> str:
    """The anchor of a paragraph after a change that keeps the order and number of paragraphs."""
    return after.parsed.paragraphs[index_of(before.parsed.paragraphs, anchor)].id


def with_words(sheet: Sheet, anchor: str, *, words: str) -> Sheet:
    """The paragraph in other words."""
    drafts = [
        Draft(value=reworded(one.value, words)) if one.value.id == anchor else one
        for one in drafts_of(sheet.parsed)
    ]
    paragraph_at(sheet.parsed, anchor)
    return redrawn(sheet, drafts, stale=[anchor])


def with_kind(sheet: Sheet, anchor: str, *, kind: ParagraphKind) -> Sheet:
    """The paragraph of another kind, and what is part of it with it.

    Raises CorrectionError for a heading that something is part of.
    """
    parsed = sheet.parsed
    paragraph = paragraph_at(parsed, anchor)
    parts = below(parsed.paragraphs, anchor)
    if kind is ParagraphKind.HEADING and parts:
        raise CorrectionError(
            f"{begun(anchor)} cannot be a heading while {named(min(parts))} is part of it; give "
            "that another parent first."
        )
    parent = None if kind is ParagraphKind.HEADING else paragraph.parent
    changed = with_fitting_label(replace(paragraph, kind=kind, parent=parent))
    drafts = [
        Draft(value=changed, is_fresh=True)
        if one.id == anchor
        else Draft(value=replace(one, kind=kind) if one.id in parts else one)
        for one in parsed.paragraphs
    ]
    return redrawn(sheet, drafts, stale=[anchor])


def with_fitting_label(paragraph: Paragraph) -> Paragraph:
    """The paragraph with its label apart where its kind has one, else before the words."""
    kind, label = paragraph.kind, paragraph.label
    if paragraph.parent is not None:
        return opened(paragraph)
    if kind in {ParagraphKind.PREAMBULAR, ParagraphKind.HEADING} and label:
        return opened(_with_label_in_words(paragraph))
    if kind is ParagraphKind.OPERATIVE and not label:
        found, start = split_label(paragraph.text)
        if found is not None and found.number is not None and paragraph.text[start:]:
            return opened(_cut(replace(paragraph, label=found.printed), start))
    return opened(paragraph)


def _with_label_in_words(paragraph: Paragraph) -> Paragraph:
    by = len(paragraph.label or "") + 1
    return replace(
        paragraph,
        text=labelled(paragraph),
        label=None,
        markers=markers_by(paragraph.markers, by),
        rows=rows_by(paragraph.rows, by),
    )


def _cut(paragraph: Paragraph, start: int) -> Paragraph:
    """The paragraph without its first characters."""
    return replace(
        paragraph,
        text=paragraph.text[start:],
        markers=markers_by(paragraph.markers, -start),
        rows=rows_by(paragraph.rows, -start),
    )


def checked_label(label: object, *, of: str) -> str | None:
    """A label as printed, or None. Raises CorrectionError for what is none."""
    if label is None:
        return None
    printed = " ".join(label.split()) if isinstance(label, str) else ""
    if not printed or not _IN_ONE_WORD.fullmatch(printed):
        raise CorrectionError(_no_label(label, of=of))
    found = label_of(printed)
    is_known = bool(found.places) and len(printed) <= _LONGEST_LABEL
    if not is_known or (found.number or 0) > _HIGHEST_NUMBER:
        raise CorrectionError(_no_label(label, of=of))
    return printed


def _no_label(label: object, *, of: str) -> str:
    return (
        f"{quoted(label)} is no label for {of}; write it as printed, such as “5.”, “12 bis.”, "
        "“(a)”, “(ii)” or “•”, or leave it empty where there is none."
    )


def with_label(sheet: Sheet, anchor: str, *, label: str | None) -> Sheet:
    """The paragraph with another label; where its words begin with that, it is taken from them.

    Raises CorrectionError where a paragraph of its kind and place has none, or must have one.
    """
    paragraph = paragraph_at(sheet.parsed, anchor)
    printed = checked_label(label, of=named(anchor))
    _check_label_of_kind(paragraph, printed)
    changed = replace(paragraph, label=printed)
    if printed and paragraph.text.startswith(f"{printed} "):
        changed = _cut(changed, len(printed) + 1)
    drafts = [
        Draft(value=opened(changed), is_fresh=True) if one.value.id == anchor else one
        for one in drafts_of(sheet.parsed)
    ]
    return redrawn(sheet, drafts, stale=[anchor])


def _check_label_of_kind(paragraph: Paragraph, label: str | None) -> None:
    at_margin = paragraph.parent is None
    if label and at_margin and paragraph.kind in {ParagraphKind.PREAMBULAR, ParagraphKind.HEADING}:
        raise CorrectionError(
            f"{begun(paragraph.id)} is {_with_article(paragraph.kind)} and has no label; change "
            "its kind, or make it a part of another paragraph first."
        )


def _with_article(kind: ParagraphKind) -> str:
    return {
        ParagraphKind.PREAMBULAR: "a preambular paragraph",
        ParagraphKind.OPERATIVE: "an operative paragraph",
        ParagraphKind.HEADING: "a heading",
        ParagraphKind.ANNEX: "a paragraph of an annex",
    }[kind]


def with_parent(sheet: Sheet, anchor: str, *, parent: str | None) -> Sheet:
    """The paragraph as a part of another, or of none, with what is part of it.

    Raises CorrectionError for a parent that does not stand before, that is a heading, or that is
    part of the paragraph itself.
    """
    parsed = sheet.parsed
    paragraph = paragraph_at(parsed, anchor)
    kind = paragraph.kind
    if parent is not None:
        kind = _check_parent(parsed, paragraph, parent=parent)
    changed = with_fitting_label(replace(paragraph, parent=parent, kind=kind))
    parts = below(parsed.paragraphs, anchor)
    drafts = [
        Draft(value=changed, is_fresh=True)
        if one.id == anchor
        else Draft(value=replace(one, kind=kind) if one.id in parts else one)
        for one in parsed.paragraphs
    ]
    return redrawn(sheet, drafts, stale=[anchor])


def _check_parent(parsed: ParsedResolution, paragraph: Paragraph, *, parent: str) -> ParagraphKind:
    """The kind that a paragraph has below a parent. Raises CorrectionError as ``with_parent``."""
    above = paragraph_at(parsed, parent)
    if parent == paragraph.id or parent in below(parsed.paragraphs, paragraph.id):
        raise CorrectionError(
            f"{begun(paragraph.id)} cannot be part of {named(parent)}, which is part of it; choose "
            "another."
        )
    if index_of(parsed.paragraphs, parent) > index_of(parsed.paragraphs, paragraph.id):
        raise CorrectionError(
            f"{begun(parent)} stands after {named(paragraph.id)}, which therefore cannot be part "
            "of it; move it first."
        )
    if ParagraphKind.HEADING in {above.kind, paragraph.kind}:
        raise CorrectionError(
            f"Nothing is part of a heading, nor is a heading part of a paragraph; change the kind "
            f"of {named(parent if above.kind is ParagraphKind.HEADING else paragraph.id)} first."
        )
    return above.kind


def moved_behind(sheet: Sheet, anchor: str, *, after: str | None) -> Sheet:
    """The paragraph, with what is part of it, right after another, or first.

    Raises CorrectionError where that is part of the paragraph itself, or where something would
    stand before the paragraph it is part of.
    """
    paragraphs = sheet.parsed.paragraphs
    paragraph_at(sheet.parsed, anchor)
    block = {anchor, *below(paragraphs, anchor)}
    if after in block:
        raise CorrectionError(f"{begun(anchor)} cannot follow {named(after)}, which is part of it.")
    rest = [one for one in paragraphs if one.id not in block]
    at = 0 if after is None else index_of(rest, after) + 1
    taken = [one for one in paragraphs if one.id in block]
    ordered = [*rest[:at], *taken, *rest[at:]]
    _check_order(ordered)
    drafts = [
        Draft(value=one, is_fresh=_changes_division(ordered, one, anchor=anchor)) for one in ordered
    ]
    return redrawn(sheet, drafts)


def _check_order(paragraphs: Sequence[Paragraph]) -> None:
    """Raises CorrectionError where a paragraph stands before the one it is part of."""
    seen: set[str] = set()
    for one in paragraphs:
        if one.parent is not None and one.parent not in seen:
            raise CorrectionError(
                f"{begun(one.id)} would stand before {named(one.parent)}, which it is part of; "
                "change its parent first."
            )
        seen.add(one.id)


def _changes_division(ordered: Sequence[Paragraph], one: Paragraph, *, anchor: str) -> bool:
    """Whether a paragraph was moved into another division of the text."""
    if one.id != anchor or scope_of(one) is None:
        return False
    scopes = [scope_of(other) for other in ordered[: ordered.index(one)]]
    known = [scope for scope in scopes if scope is not None]
    return bool(known) and known[-1] != scope_of(one)
