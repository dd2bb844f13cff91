"""Telling: what was corrected, and what followed from it, in sentences."""

from collections.abc import Iterator, Sequence

from archive.admin.review.places import in_words
from archive.corrections.naming import quoted
from archive.corrections.values import Action, Correction
from archive.ingest.editing.consequences import Consequences
from archive.models import Ingestion

_MOST = 5
_DONE = {
    Action.SET_FACT: "another value",
    Action.SET_WORDING: "other words",
    Action.SET_KIND: "another kind",
    Action.SET_LABEL: "another label",
    Action.SET_PARENT: "another parent",
    Action.MOVE: "another place",
    Action.SPLIT: "split in two",
    Action.MERGE: "merged with the next",
    Action.INSERT: "a paragraph after it",
    Action.REMOVE: "removed",
    Action.SET_MARKER: "another mark",
    Action.SET_NOTE_NUMBER: "another number",
    Action.INSERT_NOTE: "put in",
    Action.REMOVE_NOTE: "removed",
    Action.CITE: "what it cites",
    Action.UNCITE: "no citation",
    Action.EXPLAIN: "explained",
}


def done(values: Sequence[Correction], *, revision: int) -> str:
    """What was corrected: "Saved as revision 3. Op. 5: other words, another label."."""
    what = ", ".join(dict.fromkeys(_DONE[one.action] for one in values))
    where = in_words(values[0].where)
    return f"Saved as revision {revision}. {where[0].upper()}{where[1:]}: {what}."


def followed(found: Consequences) -> Iterator[str]:
    """What followed, a sentence for each kind."""
    if found.moved:
        yield f"Anchors moved: {_listed(_moved(*one) for one in found.moved)}."
    if found.found:
        yield f"Found anew: {_listed(map(_cited, found.found))}."
    if found.lost:
        yield f"Not cited any more: {_listed(map(_cited, found.lost))}."
    if found.settled:
        count = len(found.settled)
        yield f"{count} warning{'s are' if count > 1 else ' is'} settled by it."
    if found.warned:
        yield f"To be looked at now: {_listed(one.message for one in found.warned)}"


def state(ingestion: Ingestion, *, before: str) -> str:
    """Whether something is left to be looked at, where that has changed; empty otherwise."""
    if ingestion.state == before:
        return ""
    if ingestion.state == Ingestion.State.PARSED:
        return "Nothing is left that somebody must look at; it can be published."
    return "Something must be looked at again before it can be published."


def _cited(one: tuple[str, str]) -> str:
    words, cited = one
    return f"{quoted(words)} for {cited if '/' in cited else in_words(cited)}"


def _moved(old: str, new: str) -> str:
    return f"{in_words(old)} is {in_words(new)} now"


def _listed(some: Iterator[str]) -> str:
    """The first few, and how many more there are."""
    told = list(some)
    more = f"; and {len(told) - _MOST} more" if len(told) > _MOST else ""
    return f"{'; '.join(told[:_MOST])}{more}"
