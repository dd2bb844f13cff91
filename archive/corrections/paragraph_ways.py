"""The ways of paragraphs: wording, kind, label, parent and place; cuts, and what is new or gone.

Reads: a sheet, a correction of a paragraph. Writes: what stands there, the sheet with the change.
"""

from collections.abc import Mapping

from archive.corrections import cuts, structure
from archive.corrections.naming import begun, named
from archive.corrections.places import below, index_of, labelled, paragraph_at
from archive.corrections.sheets import Sheet
from archive.corrections.values import START, Action, Correction, CorrectionError
from archive.corrections.way import Way, with_leftover_used
from archive.corrections.wordings import checked_words

_Outcome = tuple[Sheet, tuple[str, ...]]


def _wording(sheet: Sheet, one: Correction) -> str:
    return paragraph_at(sheet.parsed, one.where).text


def _set_wording(sheet: Sheet, one: Correction) -> _Outcome:
    words = checked_words(one.after, of=named(one.where))
    return structure.with_words(sheet, one.where, words=words), (one.where,)


def _set_kind(sheet: Sheet, one: Correction) -> _Outcome:
    kind = cuts.read_kind(one.after, of=named(one.where))
    changed = structure.with_kind(sheet, one.where, kind=kind)
    return changed, (structure.name_after(sheet, changed, anchor=one.where),)


def _set_label(sheet: Sheet, one: Correction) -> _Outcome:
    changed = structure.with_label(sheet, one.where, label=one.after)
    return changed, (structure.name_after(sheet, changed, anchor=one.where),)


def _set_parent(sheet: Sheet, one: Correction) -> _Outcome:
    changed = structure.with_parent(sheet, one.where, parent=one.after)
    return changed, (structure.name_after(sheet, changed, anchor=one.where),)


def _followed(sheet: Sheet, one: Correction) -> str | None:
    """The anchor of the paragraph before."""
    at = index_of(sheet.parsed.paragraphs, one.where)
    return sheet.parsed.paragraphs[at - 1].id if at else None


def _move(sheet: Sheet, one: Correction) -> _Outcome:
    changed = structure.moved_behind(sheet, one.where, after=one.after)
    if one.after is None:
        return changed, (changed.parsed.paragraphs[0].id,)
    block = {one.where, *below(sheet.parsed.paragraphs, one.where)}
    rest = [other for other in sheet.parsed.paragraphs if other.id not in block]
    return changed, (changed.parsed.paragraphs[index_of(rest, one.after) + 1].id,)


def _split_done(sheet: Sheet, one: Correction) -> tuple[str, ...] | None:
    pair = _pair(sheet, one.where)
    return pair[0] if pair and pair[1] == list(one.after) else None


def _pair(sheet: Sheet, anchor: str) -> tuple[tuple[str, str], list[str]] | None:
    """A paragraph and the next one: their anchors, and their words, of the next with its label."""
    try:
        first = paragraph_at(sheet.parsed, anchor)
        second = cuts.following(sheet.parsed.paragraphs, anchor)
    except CorrectionError:
        return None
    return (first.id, second.id), [first.text, labelled(second)]


def _split(sheet: Sheet, one: Correction) -> _Outcome:
    at = index_of(sheet.parsed.paragraphs, one.where)
    changed = cuts.split_at(sheet, one.where, texts=one.after)
    return changed, tuple(other.id for other in changed.parsed.paragraphs[at : at + 2])


def _both(sheet: Sheet, one: Correction) -> list[str] | None:
    pair = _pair(sheet, one.where)
    return pair[1] if pair else None


def _merge_done(sheet: Sheet, one: Correction) -> tuple[str, ...] | None:
    texts = [other.text for other in sheet.parsed.paragraphs if other.id == one.where]
    return (one.where,) if texts == [one.after] else None


def _merge(sheet: Sheet, one: Correction) -> _Outcome:
    at = index_of(sheet.parsed.paragraphs, one.where)
    changed = cuts.merged_at(sheet, one.where, words=one.after)
    return changed, (changed.parsed.paragraphs[at].id,)


def _nothing(sheet: Sheet, one: Correction) -> None:
    """What stands at the place of something new."""


def _insert_done(sheet: Sheet, one: Correction) -> tuple[str, ...] | None:
    """Whether the words to be inserted stand there already."""
    paragraphs = sheet.parsed.paragraphs
    try:
        at = 0 if one.where == START else index_of(paragraphs, one.where) + 1
    except CorrectionError:
        return None
    there = paragraphs[at : at + 1]
    wanted = (one.after.get("label"), one.after.get("text"))
    anchor = one.after.get("anchor")
    same = (other.id for other in there if (other.label, other.text) == wanted)
    return next(((found,) for found in same if anchor in {None, found}), None)


def _insert(sheet: Sheet, one: Correction) -> _Outcome:
    made = cuts.read_inserted(one.after, after=one.where)
    changed, anchor = cuts.insert_behind(sheet, one.where, made=made)
    words = {made.text, f"{made.label} {made.text}"}
    return with_leftover_used(changed, words), (anchor,)


def _remove_done(sheet: Sheet, one: Correction) -> tuple[str, ...] | None:
    """Nothing is to be removed where no paragraph has the words."""
    there = any(other.text == one.before for other in sheet.parsed.paragraphs)
    return None if there else ()


def _remove(sheet: Sheet, one: Correction) -> _Outcome:
    if _wording(sheet, one) != one.before:
        raise CorrectionError(f"{begun(one.where)} has other words now; look at it again.")
    return cuts.without(sheet, one.where), ()


#: How to do what may be done to a paragraph.
OF_PARAGRAPHS: Mapping[Action, Way] = {
    Action.SET_WORDING: Way(found=_wording, apply=_set_wording),
    Action.SET_KIND: Way(
        found=lambda sheet, one: paragraph_at(sheet.parsed, one.where).kind.value, apply=_set_kind
    ),
    Action.SET_LABEL: Way(
        found=lambda sheet, one: paragraph_at(sheet.parsed, one.where).label, apply=_set_label
    ),
    Action.SET_PARENT: Way(
        found=lambda sheet, one: paragraph_at(sheet.parsed, one.where).parent, apply=_set_parent
    ),
    Action.MOVE: Way(found=_followed, apply=_move),
    Action.SPLIT: Way(found=_wording, done=_split_done, apply=_split),
    Action.MERGE: Way(found=_both, done=_merge_done, apply=_merge),
    Action.INSERT: Way(found=_nothing, done=_insert_done, apply=_insert),
    Action.REMOVE: Way(found=_wording, done=_remove_done, apply=_remove),
}
