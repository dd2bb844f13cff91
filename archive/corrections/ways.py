"""The ways of all actions: those of the masthead, of citations and of warnings, and the others.

Reads: a sheet, a correction. Writes: what stands there, the sheet with the change.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from archive.corrections import citing
from archive.corrections.facts import checked_fact, fact_in
from archive.corrections.mastheads import with_masthead
from archive.corrections.naming import begun, named
from archive.corrections.note_ways import OF_NOTES, WORDING_OF_NOTE
from archive.corrections.paragraph_ways import OF_PARAGRAPHS
from archive.corrections.places import Span, is_of_note, read_span
from archive.corrections.sheets import Sheet, spans_set, warnings_of
from archive.corrections.values import MASTHEAD, Action, Correction, CorrectionError
from archive.corrections.way import Way, never_done

_Outcome = tuple[Sheet, tuple[str, ...]]


def _fact_of(one: Correction) -> str:
    return one.where.removeprefix(MASTHEAD)


def _fact(sheet: Sheet, one: Correction) -> Any:
    return fact_in(sheet.parsed.masthead, _fact_of(one), facts=sheet.facts)


def _fact_done(sheet: Sheet, one: Correction) -> tuple[str, ...] | None:
    """A fact that says the same is set by a person all the same, whose evidence is another."""
    is_set = _fact_of(one) in sheet.facts and _fact(sheet, one) == one.after
    return (one.where,) if is_set else None


def _set_fact(sheet: Sheet, one: Correction) -> _Outcome:
    fact = _fact_of(one)
    words = checked_fact(fact, one.after)
    changed = replace(sheet, facts={**sheet.facts, fact: words})
    return with_masthead(changed, fact, words=words), (one.where,)


def _span(one: Correction) -> Span:
    span = read_span(one.where)
    if span is None:
        raise CorrectionError(
            f"{begun(one.where)} names no words; choose them in a paragraph or note."
        )
    return span


def _cited(sheet: Sheet, one: Correction) -> str | None:
    """What the words cite; what people have set beside it counts as nothing for one more."""
    span = _span(one)
    names = citing.names_of(citing.cited_at(sheet, span))
    if one.before is None and span in spans_set(sheet, span.source):
        return None
    return one.before if one.before in names else next(iter(names), None)


def _cite_done(sheet: Sheet, one: Correction) -> tuple[str, ...] | None:
    names = citing.names_of(citing.cited_at(sheet, _span(one)))
    return (one.where,) if one.after in names and one.before not in names else None


def _cite(sheet: Sheet, one: Correction) -> _Outcome:
    return citing.with_citation(sheet, _span(one), cited=str(one.after)), (one.where,)


def _uncited(sheet: Sheet, one: Correction) -> Any:
    """What the words cite; as before where they cite nothing any more."""
    citing.checked_span(sheet, _span(one))
    names = citing.names_of(citing.cited_at(sheet, _span(one)))
    return one.before if one.before in names or not names else names[0]


def _uncite(sheet: Sheet, one: Correction) -> _Outcome:
    return citing.without_citation(sheet, _span(one)), (one.where,)


def _warning(sheet: Sheet, one: Correction) -> str | None:
    told = ((warning.code, warning.where) for warning in warnings_of(sheet))
    return one.before if (one.before, one.where) in told else None


def _explain(sheet: Sheet, one: Correction) -> _Outcome:
    if _warning(sheet, one) is None:
        raise CorrectionError(f"Nothing is told of {named(one.where)} that has to be explained.")
    explained = sheet.explained | {(str(one.before), one.where)}
    return replace(sheet, explained=explained), ()


_WAYS: Mapping[Action, Way] = {
    **OF_PARAGRAPHS,
    **OF_NOTES,
    Action.SET_FACT: Way(found=_fact, done=_fact_done, apply=_set_fact),
    Action.CITE: Way(found=_cited, done=_cite_done, apply=_cite),
    Action.UNCITE: Way(found=_uncited, done=never_done, apply=_uncite),
    Action.EXPLAIN: Way(found=_warning, done=never_done, apply=_explain),
}


def way_of(one: Correction) -> Way:
    """How a correction is done."""
    if one.action is Action.SET_WORDING and is_of_note(one.where):
        return WORDING_OF_NOTE
    return _WAYS[one.action]
