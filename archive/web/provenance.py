"""Provenance: which values of a page a person has set. Who it was is nobody's business here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from archive.corrections.values import MASTHEAD, Action
from archive.models import Correction
from archive.parsing.places import in_words

#: What a correction sets, as readers call it; one that is not named here changes no word they see.
_SET = {
    Action.SET_WORDING: gettext_noop("wording"),
    Action.SET_KIND: gettext_noop("kind"),
    Action.SET_LABEL: gettext_noop("number"),
    Action.SET_PARENT: gettext_noop("place"),
    Action.MOVE: gettext_noop("place"),
    Action.SPLIT: gettext_noop("where it ends"),
    Action.MERGE: gettext_noop("where it ends"),
    Action.INSERT: gettext_noop("added after it"),
    Action.REMOVE: gettext_noop("taken away"),
    Action.SET_MARKER: gettext_noop("mark"),
    Action.SET_NOTE_NUMBER: gettext_noop("number"),
    Action.INSERT_NOTE: gettext_noop("added"),
    Action.REMOVE_NOTE: gettext_noop("taken away"),
    Action.CITE: gettext_noop("what it cites"),
    Action.UNCITE: gettext_noop("what it cites"),
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
        name=in_words(anchor) or gettext("beginning of the text"),
        anchor=anchor if anchor in anchors else "",
        what=", ".join(map(gettext, whats)),
    )
