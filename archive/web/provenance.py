"""Provenance: which values of a page a person has set. Who it was is nobody's business here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from archive.corrections.values import MASTHEAD, Action
from archive.models import Correction
from archive.parsing.places import in_words

#: What a correction sets, as readers call it; one that is not named here changes no word they see.
_SET = {
    Action.SET_WORDING: "wording",
    Action.SET_KIND: "kind",
    Action.SET_LABEL: "number",
    Action.SET_PARENT: "place",
    Action.MOVE: "place",
    Action.SPLIT: "where it ends",
    Action.MERGE: "where it ends",
    Action.INSERT: "added after it",
    Action.REMOVE: "taken away",
    Action.SET_MARKER: "mark",
    Action.SET_NOTE_NUMBER: "number",
    Action.INSERT_NOTE: "added",
    Action.REMOVE_NOTE: "taken away",
    Action.CITE: "what it cites",
    Action.UNCITE: "what it cites",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPlace:
    """A place in which a person set something; ``anchor`` is empty where the page has none."""

    name: str
    anchor: str
    what: str


def set_places(corrections: Iterable[Correction], *, anchors: Collection[str]) -> list[SetPlace]:
    """The places that corrections are of, each once, in the order of the first."""
    found: dict[str, dict[str, None]] = {}
    for one in corrections:
        action = Action(one.action)
        if action in _SET and not one.where.startswith(MASTHEAD):
            anchor = one.where.partition(":")[0]
            found.setdefault(anchor, {})[_SET[action]] = None
    return [_place(anchor, whats, anchors=anchors) for anchor, whats in found.items()]


def _place(anchor: str, whats: Iterable[str], *, anchors: Collection[str]) -> SetPlace:
    return SetPlace(
        name=in_words(anchor) or "beginning of the text",
        anchor=anchor if anchor in anchors else "",
        what=", ".join(whats),
    )
