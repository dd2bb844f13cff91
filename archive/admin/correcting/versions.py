"""Versions: what somebody wrote and what stands now, once somebody else has changed the ingestion.

A field counts as written where it is not as its form showed it. What was not written is taken from
the present edition, so that to save again takes nothing of anybody else’s back unseen.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.admin.correcting.subjects import Subject
from archive.admin.review.places import in_words
from archive.comparison.words import Change, word_changes
from archive.corrections.places import texts_of
from archive.models import Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldVersions:
    """A field that somebody else has changed, or both have; ``changes`` lead from now to mine."""

    label: str
    seen: str
    mine: str
    now: str
    is_mine: bool

    @property
    def changes(self) -> Sequence[Change]:
        """The words that stand now with those that were written."""
        return word_changes(self.now, self.mine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What was written for one revision and what stands in another.

    ``merged`` is what the fields hold: what was written, and else what stands now. It
    ``is_so_already`` where something was written, and all of that stands there now. ``changed`` are
    the corrections of others since, each with its place in words.
    """

    seen: int
    now: int
    fields: tuple[FieldVersions, ...]
    merged: Mapping[str, Any]
    is_so_already: bool
    changed: Sequence[tuple[str, Correction]]

    @property
    def is_untouched(self) -> bool:
        """Whether others have changed other places only."""
        return not self.fields

    @property
    def is_in_conflict(self) -> bool:
        """Whether others have changed what was written."""
        return any(one.is_mine for one in self.fields)


def versions_of(seen: Subject, now: Subject, *, sent: Mapping[str, Any], revision: int) -> Versions:
    """The versions of what a form sent, which showed ``seen`` of a ``revision``."""
    shown, stands = seen.initial(), now.initial()
    fields, merged = [], dict(sent)
    wanted = set()
    for name in seen.form.told:
        mine, before, after = (_plain(one.get(name, "")) for one in (sent, shown, stands))
        is_mine = mine != before
        if is_mine:
            wanted.add(mine == after)
        merged[name] = sent.get(name, "") if is_mine else stands.get(name, "")
        if mine != after and not _is_same(before, after, seen=seen, now=now):
            label = str(seen.form.base_fields[name].label)
            told = {"seen": before, "mine": mine, "now": after}
            fields.append(FieldVersions(label=label, is_mine=is_mine, **told))
    return Versions(
        seen=revision,
        now=now.edition.ingestion.revision,
        fields=tuple(fields),
        merged=merged,
        is_so_already=wanted == {True},
        changed=list(_changed_since(revision, now)),
    )


def _plain(words: Any) -> str:
    return str(words).replace("\r\n", "\n").strip()


def _is_same(before: str, after: str, *, seen: Subject, now: Subject) -> bool:
    """Whether a field has not changed, or names the same paragraph by another anchor."""
    then, there = (dict(texts_of(one.edition.parsed)) for one in (seen, now))
    is_same_place = before in then and then[before] == there.get(after)
    return before == after or is_same_place


def _changed_since(revision: int, now: Subject) -> Iterable[tuple[str, Correction]]:
    corrections = now.edition.ingestion.corrections.changed_since(revision)
    for one in corrections.select_related("author", "undone_by"):
        yield in_words(one.where), one
