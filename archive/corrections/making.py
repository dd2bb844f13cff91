"""Making corrections: one function for each thing that a person may want.

Reads: a parse as it stands, a place in it, what a person wrote. Writes: a correction that can be
applied to the parse. All raise CorrectionError, which says what is wrong, where, and what to do.
"""

from archive.corrections import cuts, notes
from archive.corrections.applying import applied
from archive.corrections.citing import checked_cited, checked_span, cited_at, names_of
from archive.corrections.facts import FACTS, checked_fact, fact_in
from archive.corrections.naming import begun, named, quoted
from archive.corrections.places import (
    Span,
    anchor_of_note,
    below,
    index_of,
    is_of_note,
    labelled,
    number_of_note,
    paragraph_at,
    text_at,
)
from archive.corrections.restoring import towards
from archive.corrections.sheets import sheet_of
from archive.corrections.structure import checked_label
from archive.corrections.values import MASTHEAD, START, Action, Correction, CorrectionError
from archive.corrections.wordings import checked_words
from archive.parsing.parsed import ParagraphKind, ParsedResolution

__all__ = [
    "FACTS",
    "cited",
    "explained",
    "fact_set",
    "inserted",
    "kind_set",
    "label_set",
    "marker_set",
    "merged",
    "moved",
    "note_inserted",
    "note_number_set",
    "note_removed",
    "parent_set",
    "removed",
    "split",
    "towards",
    "uncited",
    "wording_set",
]


def _made(parsed: ParsedResolution, one: Correction) -> Correction:
    """The correction, once it is known that it changes something and can be applied."""
    if one.before == one.after:
        what = "What the words cite" if one.action is Action.CITE else begun(one.where)
        raise CorrectionError(f"{what} is so already; there is nothing to change.")
    applied(parsed, one)
    return one


def wording_set(parsed: ParsedResolution, where: str, *, text: str) -> Correction:
    """Other words for a paragraph or note; white space is squeezed."""
    return _made(
        parsed,
        Correction(
            action=Action.SET_WORDING,
            where=where,
            before=text_at(parsed, where),
            after=checked_words(text, of=named(where)),
        ),
    )


def kind_set(parsed: ParsedResolution, where: str, *, kind: ParagraphKind | str) -> Correction:
    """Another kind for a paragraph, and for what is part of it."""
    before = paragraph_at(parsed, where).kind.value
    after = cuts.read_kind(kind, of=named(where)).value
    return _made(
        parsed, Correction(action=Action.SET_KIND, where=where, before=before, after=after)
    )


def label_set(parsed: ParsedResolution, where: str, *, label: str | None) -> Correction:
    """Another label for a paragraph, as printed; empty or None for none."""
    before = paragraph_at(parsed, where).label
    after = checked_label(label or None, of=named(where))
    return _made(
        parsed, Correction(action=Action.SET_LABEL, where=where, before=before, after=after)
    )


def parent_set(parsed: ParsedResolution, where: str, *, parent: str | None) -> Correction:
    """Another paragraph, by its anchor, that a paragraph is a part of; None for none."""
    before = paragraph_at(parsed, where).parent
    return _made(
        parsed,
        Correction(action=Action.SET_PARENT, where=where, before=before, after=parent or None),
    )


def moved(parsed: ParsedResolution, where: str, *, after: str | None) -> Correction:
    """Another place for a paragraph: behind another and what is part of that, or first (None)."""
    at = index_of(parsed.paragraphs, where)
    before = parsed.paragraphs[at - 1].id if at else None
    parent = paragraph_at(parsed, where).parent
    block = {where, *below(parsed.paragraphs, where)}
    behind = None if not after else _end_of(parsed, after, parent=parent, without=block)
    return _made(parsed, Correction(action=Action.MOVE, where=where, before=before, after=behind))


def _end_of(parsed: ParsedResolution, anchor: str, *, parent: str | None, without: set[str]) -> str:
    """The last of what is part of a paragraph, unless what comes behind it is part of it too."""
    index_of(parsed.paragraphs, anchor)
    if parent == anchor or anchor in without:
        return anchor
    within = {anchor, *below(parsed.paragraphs, anchor)} - without
    return [one.id for one in parsed.paragraphs if one.id in within][-1]


def split(parsed: ParsedResolution, where: str, *, at: int) -> Correction:
    """A paragraph in two, before the character at an offset into its words."""
    text = paragraph_at(parsed, where).text
    texts = [text[:at].strip(), text[at:].strip()]
    if not 0 < at < len(text) or not all(texts):
        raise CorrectionError(
            f"{begun(where)} cannot be split at character {at}: each part must have words; choose "
            f"a place between 1 and {len(text) - 1}."
        )
    if " ".join(texts) != text:
        raise CorrectionError(
            f"{begun(where)} cannot be split within “{text[max(0, at - 10) : at + 10]}”; choose a "
            "place between two words."
        )
    return _made(parsed, Correction(action=Action.SPLIT, where=where, before=text, after=texts))


def merged(parsed: ParsedResolution, where: str) -> Correction:
    """A paragraph with the next one, whose label becomes words."""
    first = paragraph_at(parsed, where)
    texts = [first.text, labelled(cuts.following(parsed.paragraphs, where))]
    return _made(
        parsed,
        Correction(action=Action.MERGE, where=where, before=texts, after=" ".join(texts)),
    )


def inserted(
    parsed: ParsedResolution,
    after: str | None,
    *,
    kind: ParagraphKind | str,
    text: str,
    label: str | None = None,
) -> Correction:
    """A paragraph behind another and what is part of that, or before all others (None).

    Its label says what it is part of: "(b)" goes on with the list that "(a)" begins. A label may
    also stand before the words in the text.
    """
    of = "the new paragraph"
    described = {
        "kind": cuts.read_kind(kind, of=of).value,
        "label": checked_label(label or None, of=of),
        "text": checked_words(text, of=of),
    }
    where = after or START
    if after and _stands_apart(parsed, after, described=described):
        where = _end_of(parsed, after, parent=None, without=set())
    return _made(parsed, Correction(action=Action.INSERT, where=where, after=described))


def _stands_apart(
    parsed: ParsedResolution, after: str, *, described: dict[str, str | None]
) -> bool:
    """Whether a new paragraph is no part of the one it is to follow."""
    made = cuts.read_inserted(described, after=after)
    sheet, anchor = cuts.insert_behind(sheet_of(parsed), after, made=made)
    return paragraph_at(sheet.parsed, anchor).parent != after


def removed(parsed: ParsedResolution, where: str) -> Correction:
    """A paragraph that is none: a running head, a page number, another document's words."""
    text = paragraph_at(parsed, where).text
    return _made(parsed, Correction(action=Action.REMOVE, where=where, before=text))


def marker_set(
    parsed: ParsedResolution,
    note: str,
    *,
    place: tuple[str, int] | None,
    instead_of: tuple[str, int] | None = None,
) -> Correction:
    """The place (anchor, offset) that marks a note, or None for none.

    It takes the place of a marker that stands; ``instead_of`` says which, where there are several.
    """
    number = notes.checked_number(number_of_note(note))
    marks = notes.marks_of(sheet_of(parsed), number)
    wanted = notes.Mark(*instead_of) if instead_of else None
    if wanted is not None and wanted not in marks:
        raise CorrectionError(
            f"Note {number} is not marked in {named(wanted.anchor)} at character {wanted.offset}; "
            "look where it is marked."
        )
    before = wanted or next(iter(marks), None)
    return _made(
        parsed,
        Correction(
            action=Action.SET_MARKER,
            where=anchor_of_note(number),
            before=[before.anchor, before.offset] if before else None,
            after=list(place) if place else None,
        ),
    )


def note_number_set(parsed: ParsedResolution, where: str, *, number: str) -> Correction:
    """Another number for a note, and for what marks it."""
    text_at(parsed, where)
    return _made(
        parsed,
        Correction(
            action=Action.SET_NOTE_NUMBER,
            where=where,
            before=number_of_note(where),
            after=notes.checked_number(number.strip()),
        ),
    )


def note_inserted(parsed: ParsedResolution, *, number: str, text: str) -> Correction:
    """A note that the parse does not have; markers with its number mark it."""
    note = notes.read_note({"number": number.strip(), "text": text})
    return _made(
        parsed,
        Correction(
            action=Action.INSERT_NOTE,
            where=note.id,
            after={"number": note.number, "text": note.text},
        ),
    )


def note_removed(parsed: ParsedResolution, where: str) -> Correction:
    """A note that is none, with its markers."""
    if not is_of_note(where):
        raise CorrectionError(f"{begun(where)} is no note; choose one of the notes.")
    return _made(
        parsed,
        Correction(action=Action.REMOVE_NOTE, where=where, before=text_at(parsed, where)),
    )


def cited(parsed: ParsedResolution, where: str, *, start: int, end: int, symbol: str) -> Correction:
    """What the words from one offset to another cite: a symbol in any spelling, or an anchor."""
    sheet, span = sheet_of(parsed), Span(where, start, end)
    words = checked_span(sheet, span)
    return _made(
        parsed,
        Correction(
            action=Action.CITE,
            where=str(span),
            before=next(iter(names_of(cited_at(sheet, span))), None),
            after=checked_cited(sheet, symbol, words=words),
        ),
    )


def uncited(parsed: ParsedResolution, where: str, *, start: int, end: int) -> Correction:
    """Words that are no citation."""
    sheet, span = sheet_of(parsed), Span(where, start, end)
    words = checked_span(sheet, span)
    names = names_of(cited_at(sheet, span))
    if not names:
        raise CorrectionError(
            f"{quoted(words)} in {named(where)} cites nothing; there is nothing to take out."
        )
    return _made(parsed, Correction(action=Action.UNCITE, where=str(span), before=names[0]))


def fact_set(parsed: ParsedResolution, fact: str, *, words: str | None) -> Correction:
    """A fact of the masthead, in the words of the manifest; empty or None where there is none.

    A fact that is so already may be set, as a person may bring better evidence for it.
    """
    after = checked_fact(fact, (words or "").strip() or None)
    one = Correction(
        action=Action.SET_FACT,
        where=f"{MASTHEAD}{fact}",
        before=fact_in(parsed.masthead, fact, facts={}),
        after=after,
    )
    applied(parsed, one)
    return one


def explained(parsed: ParsedResolution, code: str, *, where: str) -> Correction:
    """A warning that a person has looked into: the text is right as it stands."""
    one = Correction(action=Action.EXPLAIN, where=where, before=code)
    applied(parsed, one)
    return one
