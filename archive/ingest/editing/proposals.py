"""Proposals: corrections that are made one after another and not written yet.

Each is made for what those before it give, so that a person may change the words and the label of
one paragraph at once.
"""

from dataclasses import dataclass, field

from archive.corrections.places import texts_of
from archive.corrections.values import Correction
from archive.ingest.editing.editions import Edition
from archive.ingest.editing.replays import Replay
from archive.parsing.parsed import ParsedResolution


@dataclass(slots=True)
class Proposal:
    """Corrections of an edition in the making, and the text that all of them give: ``parsed``."""

    edition: Edition
    values: list[Correction] = field(default_factory=list)
    _replay: Replay = field(init=False)
    parsed: ParsedResolution = field(init=False)

    def __post_init__(self) -> None:
        self._replay = self.edition.replay
        self.parsed = self.edition.parsed

    def is_set(self, place: str) -> bool:
        """Whether a person has set a place."""
        return place in self._replay.states[-1].set_by

    def take(self, value: Correction) -> str:
        """Take a correction, made for ``parsed``; the first place that it sets, as it is then."""
        self.values.append(value)
        self._replay = self._replay.on([value])
        after = self._replay.corrected
        self.parsed = after.parsed
        index = len(self.edition.corrections) + len(self.values) - 1
        places = {place for place, by in after.set_by.items() if by == index}
        anchors = (anchor for anchor, _ in texts_of(after.parsed))
        return next((one for one in anchors if one in places), value.where)
