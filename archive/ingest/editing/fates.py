"""Fates: what became of a paragraph or note that an edition does not have any more."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.corrections.naming import named
from archive.corrections.places import texts_of
from archive.ingest.editing.editions import Edition, edition_at_revision
from archive.ingest.restoring.instants import told
from archive.models import Correction
from archive.parsing.parsed import ParsedResolution

#: How many corrections that were taken back are looked through.
_MOST_TAKEN_BACK = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """The correction by which a place went, made or taken back, and where its words are now.

    ``now`` is the anchor of that place, and None where the words are nowhere; it ``is_whole``
    where nothing else stands there.
    """

    correction: Correction
    now: str | None
    is_whole: bool

    @property
    def sentence(self) -> str:
        """For people: who did what, when, and where to look."""
        one = self.correction
        label = one.get_action_display()
        if one.undone_at is not None:
            did = (
                f"It came with “{label}”, which {one.undone_by} took back on {told(one.undone_at)}."
            )
        else:
            did = f"It went with “{label}”, by {one.author} on {told(one.made_at)}."
        if self.now is None:
            return did
        return f"{did} {'It is' if self.is_whole else 'Its words are in'} {named(self.now)} now."


def fate_of(edition: Edition, anchor: str) -> Fate | None:
    """What became of a place; None where the edition has it, or nobody knows of it."""
    if anchor in dict(texts_of(edition.parsed)):
        return None
    for correction, words in _gone(edition, anchor):
        now = _place_of(edition.parsed, words)
        is_whole = now is not None and dict(texts_of(edition.parsed))[now] == words
        return Fate(correction=correction, now=now, is_whole=is_whole)
    return None


def _gone(edition: Edition, anchor: str) -> Iterator[tuple[Correction, str]]:
    """The corrections with which a place went, the last first, and the words that it had."""
    states = edition.replay.states
    for index, row in reversed(list(enumerate(edition.corrections))):
        words = dict(texts_of(states[index].parsed)).get(anchor)
        if words is not None:
            yield row, words
    taken_back = edition.ingestion.corrections.taken_back()
    for row in taken_back[:_MOST_TAKEN_BACK]:
        then = edition_at_revision(edition.ingestion, (row.undone_in_revision or 1) - 1)
        words = dict(texts_of(then.parsed)).get(anchor)
        if words is not None:
            yield row, words


def _place_of(parsed: ParsedResolution, words: str) -> str | None:
    """The one place that has some words, by themselves or among others."""
    for is_there in (words.__eq__, lambda text: words in text):
        found = [place for place, text in texts_of(parsed) if is_there(text)]
        if len(found) == 1:
            return found[0]
    return None
